import type { Fact } from "../../../schemas/model/fact.ts";
import type { JournalEntry } from "../../../schemas/model/journal-entry.ts";
import type { PartyId } from "../../../schemas/base/ids.ts";
import type { Review } from "../../../schemas/model/review.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { type Decision, accept, noChange, refuse } from "../../base/decision.ts";
import { openObligations, voidObligations } from "../obligations.ts";

/**
 * Facts that no party causes: what follows from a start or from another fact, and what the secretariat does on its own.
 */
const notByParties: ReadonlySet<Fact["kind"]> = new Set<Fact["kind"]>([
  "review-started",
  "stage-changed",
  "obligation-opened",
  "obligation-met",
  "obligation-voided",
  "obligation-redated",
  "officer-assigned",
  "date-corrected",
  "meeting-mode-corrected",
  "languages-corrected",
  "nomination-checked",
]);

/** An act of a party in a review since its start. */
export interface PartyAct {
  readonly act: Fact["kind"];
  readonly party: PartyId;
}

/** Returns the party whose act a fact records; the party under review where the fact names none. */
const actorOf = (fact: Fact, { party, mandates, obligations }: Review): PartyId => {
  if ("party" in fact && fact.party !== undefined) return fact.party;
  if ("mandate" in fact && fact.mandate !== undefined) return mandates[fact.mandate]?.party ?? party;
  if ("obligation" in fact && fact.obligation !== undefined) return obligations[fact.obligation]?.party ?? party;
  return fact.kind === "seat-redrawn" ? fact.from : party;
};

/**
 * Returns the first act of a party in a review since it started, by its journal; undefined where none has acted. A
 * record of the secretariat for a party is that party's.
 */
export const firstActSinceStart = (review: Review, entries: readonly JournalEntry[]): PartyAct | undefined => {
  const started = entries.findLastIndex(({ facts }) => facts.some(({ kind }) => kind === "review-started"));
  const [first] = entries
    .slice(started + 1)
    .flatMap(({ facts }) => facts)
    .filter(({ kind }) => !notByParties.has(kind));
  return first === undefined ? undefined : { act: first.kind, party: actorOf(first, review) };
};

/**
 * Takes back the start of a review in which no party has acted: it is scheduled again, without obligations. Nominations
 * already made remain valid, ahead of the next start. A review that has not started is left unchanged.
 */
export const undoReviewStart = (review: Review, now: Instant): Decision => {
  const { id, stage } = review;
  if (stage === "scheduled") return noChange;
  if (stage !== "nomination" && stage !== "consultation") return refuse("wrong-stage", { stage });
  return accept([
    ...voidObligations(review, openObligations(review), now),
    { kind: "review-start-undone", happenedAt: now, review: id },
    { kind: "stage-changed", happenedAt: now, review: id, from: stage, to: "scheduled" },
  ]);
};
