import type { Explanation } from "./read.ts";

/** A letter in the ledger, with the times that the rules check. */
export interface LetterRow {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly reason: string | undefined;
  readonly party: string | undefined;
  /** `mission:FR`, `user:u-…`, or an office; `mission:FR:before-1` at the address that the first change of it took away. */
  readonly to: string;
  readonly reviews: readonly string[];
  readonly subject: string | undefined;
  readonly plannedAt: string;
  readonly plannedFor: string;
  readonly changedAt: string;
  readonly attempt: number;
  readonly claimedAt: string | undefined;
  /** The time of the last claim, or of the end without one; undefined while it waits. */
  readonly decidedAt: string | undefined;
  readonly isSent: boolean;
  /** A person requested a new attempt, which is a separate letter. */
  readonly isReplaced: boolean;
  /** The number of claims after which the delivery was unknown. */
  readonly unknowns: number;
  readonly explanation: Explanation;
}

const recipientOf = (recipient: Explanation["letter"]["recipient"]): string => {
  if (recipient.kind === "office") return recipient.office;
  const whose = recipient.kind === "mission" ? `mission:${recipient.party}` : `user:${recipient.user}`;
  return recipient.beforeChange === undefined ? whose : `${whose}:before-${recipient.beforeChange}`;
};

const sentStates: ReadonlySet<string> = new Set(["accepted", "delivered", "bounced", "complained"]);
const endStates: ReadonlySet<string> = new Set([...sentStates, "skipped", "failed", "settled"]);

export const rowOf = (explanation: Explanation): LetterRow => {
  const { letter, history, plannedFor, attempt } = explanation;
  const claim = history.findLast(({ state }) => state === "claimed");
  const end = history.find(({ state }) => endStates.has(state));
  return {
    id: letter.id,
    kind: letter.kind,
    state: letter.state,
    reason: letter.reason,
    party: letter.party,
    to: recipientOf(letter.recipient),
    reviews: letter.reviews,
    subject: letter.subject,
    plannedAt: letter.plannedAt,
    plannedFor,
    changedAt: letter.changedAt,
    attempt,
    claimedAt: claim?.at,
    decidedAt: end === undefined ? undefined : sentStates.has(end.state) ? (claim?.at ?? end.at) : end.at,
    isSent: sentStates.has(letter.state),
    isReplaced: explanation.settlement?.outcome === "send-again" && letter.state === "failed",
    unknowns: history.filter(({ state }, at) => state === "unknown" && history[at - 1]?.state === "claimed").length,
    explanation,
  };
};
