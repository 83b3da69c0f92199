import { defined } from "../../schemas/base/defined.ts";
import type { LetterId, PartyId } from "../../schemas/base/ids.ts";
import type {
  Letter,
  LetterContent,
  LetterState,
  Recipient,
  SettledReason,
  Settlement,
  SkipReason,
  ObligationRef,
} from "../../schemas/model/letter.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { claimLease, receiptTime, sendingTime, settlingTime } from "../policy/letters.ts";
import { letterIdOf } from "./letter-id.ts";
import { endOfTime, later } from "../base/time.ts";

/** The states of a letter and the only transitions between them, with their triggers; docs/states.md is printed from it. */
export const letterTransitions = {
  planned: {
    claimed: "a sender claims it under a lease, with the obligation still open",
    planned: "no slot was free in time, or the day's quota of the mail service is used up: it waits",
    skipped:
      "its obligations are met, it has no recipient, or the weekly digest or a letter about several obligations covers it",
    failed: "it cannot be written",
    settled: "tables were restored, and a person records that it had left before",
  },
  claimed: {
    planned: "certainly not accepted: throttled, the account refused, no connection, or what it states was corrected",
    accepted: "the mail service accepted it",
    unknown: "it may have been accepted: no reply, a server error, an expired lease, or a repeated attempt",
    skipped: "it has no address",
    failed: "the mail service refused it for good",
    settled: "tables were restored, and a person records that it had left before",
  },
  unknown: {
    accepted: "the mail service reports it sent",
    claimed: "no report came within the settling time: one more attempt",
    unknown: "no report came and it is not resent: it waits for a person",
    settled: "a person records that it was sent, or it is superseded: its obligations ended",
    failed: "a person orders a new attempt: a new letter replaces it",
  },
  accepted: {
    delivered: "the mail service reports it delivered",
    bounced: "the mail service reports it bounced",
    complained: "the recipient reports it as unwanted",
    failed: "the mail service reports it rejected",
  },
  delivered: {
    bounced: "the mail service reports it bounced after all",
    complained: "the recipient reports it as unwanted",
  },
  bounced: {
    delivered: "the bounce was transient, and the mail service reports it delivered",
    bounced: "the bounce was transient, and the mail service reports a lasting one",
    complained: "the recipient reports it as unwanted",
  },
  complained: {},
  skipped: {},
  failed: {},
  settled: {},
} as const satisfies Record<LetterState, Partial<Record<LetterState, string>>>;

/**
 * Transitions by which a report of the mail service overtakes our own record. It is evidence, so it moves a letter also
 * from states that did not know, or did not expect, that a mail had left.
 */
export const overtakingReports = {
  planned: ["accepted", "delivered", "bounced", "complained"],
  claimed: ["delivered", "bounced", "complained"],
  unknown: ["delivered", "bounced", "complained", "failed"],
  failed: ["accepted", "delivered", "bounced", "complained", "failed"],
  settled: ["accepted", "delivered", "bounced", "complained", "failed"],
} as const satisfies Partial<Record<LetterState, readonly LetterState[]>>;

const ways: { readonly [From in LetterState]: Partial<Record<LetterState, string>> } = letterTransitions;
const overtaken: { readonly [From in LetterState]?: readonly LetterState[] } = overtakingReports;

/** Returns whether a letter may move from one state to the other. */
export const mayMove = (from: LetterState, to: LetterState): boolean =>
  ways[from][to] !== undefined || (overtaken[from]?.includes(to) ?? false);

/** States in which nothing more is done for a letter; the mail service's reports may still move it. */
export const settledStates: ReadonlySet<LetterState> = new Set([
  "delivered",
  "bounced",
  "complained",
  "skipped",
  "failed",
  "settled",
]);

/** The reason why a letter with unknown delivery failed: a person requested a new attempt. */
export const requestNewAttempt = "a person asked for a new attempt";

/** The groups in which letters are counted: every planned one is in exactly one of these. */
export type Outcome = "sent" | "skipped" | "failed" | "unknown" | "waiting";
/** The group of each state, except `settled`. */
const outcomes = {
  planned: "waiting",
  claimed: "waiting",
  unknown: "unknown",
  accepted: "sent",
  delivered: "sent",
  bounced: "sent",
  complained: "sent",
  skipped: "skipped",
  failed: "failed",
} as const satisfies Record<Exclude<LetterState, "settled">, Outcome>;

/**
 * Returns the group of a letter. A letter that a person found to have gone out was sent. A superseded one stays
 * unknown: its delivery was never established and no longer matters.
 */
export const outcomeOf = ({ state, reason }: Pick<Letter, "state" | "reason">): Outcome => {
  if (state !== "settled") return outcomes[state];
  const wentOut: SettledReason = "went-out";
  return reason === wentOut ? "sent" : "unknown";
};

/** The values that a letter is planned with. `rule` and `plannedFor` are kept for its explanation. */
export interface LetterPlan {
  readonly content: LetterContent;
  readonly recipient: Recipient;
  readonly party?: PartyId | undefined;
  /** The moment of the reminder step, or of the event, that requires it. */
  readonly plannedFor: Instant;
  readonly rule: string;
  readonly obligationRefs?: readonly ObligationRef[];
  readonly corrects?: Letter["corrects"];
  /** It waits until then, and the sweep queues it; if left out, it leaves immediately. */
  readonly notBefore?: Instant;
  /** It is written as soon as its obligations are recorded. */
  readonly onOpening?: boolean;
  /** Above 1 if a letter that failed is sent again as a new one. */
  readonly attempt?: number;
}

/** Returns a letter as first written. Its id derives from its content, so planning it twice makes one row. */
export const plannedLetter = (plan: LetterPlan, at: Instant): Letter => {
  const attempt = plan.attempt ?? 1;
  return {
    schema: 1,
    id: letterIdOf(plan.content, plan.recipient, attempt),
    state: "planned",
    recipient: plan.recipient,
    ...defined({ party: plan.party }),
    content: plan.content,
    attempt,
    plannedAt: at,
    plannedFor: plan.plannedFor,
    rule: plan.rule,
    ...(plan.onOpening === true ? { onOpening: true } : {}),
    attentionAt: plan.notBefore ?? later(at, sendingTime),
    changedAt: at,
    revision: 1,
    claims: 0,
    ...(plan.obligationRefs === undefined ? {} : { obligationRefs: [...plan.obligationRefs] }),
    ...defined({ corrects: plan.corrects }),
    history: [{ at, state: "planned" }],
  };
};

/** Returns a letter with the next attempt: a separate row, written and sent with current data. */
export const nextAttempt = (
  { attempt, content, recipient, party, plannedFor, rule, obligationRefs, corrects }: Letter,
  at: Instant,
) =>
  plannedLetter(
    {
      content,
      recipient,
      party,
      plannedFor,
      rule,
      ...(obligationRefs && { obligationRefs }),
      corrects,
      attempt: attempt + 1,
    },
    at,
  );

/** An attempt to move a letter by a transition that the table lacks: a defect of the caller. */
export class IllegalMove extends Error {
  constructor(from: LetterState, to: LetterState, why: string) {
    super(`A letter cannot move from ${from} to ${to}: ${why}`);
    this.name = "IllegalMove";
  }
}

/** The details that every move records; composed values are kept from the move that names them. */
export interface MoveDetails extends Partial<
  Pick<Letter, "address" | "recipientName" | "contact" | "language" | "languagesTried" | "subjectLine" | "reference">
> {
  readonly at: Instant;
  readonly why?: string;
}

/** A target state with its details. */
export type Move =
  | readonly [to: "claimed", written: MoveDetails]
  /**
   * Checked again after the settling time, or after the instant given. A repetition that was surely not accepted is
   * still to be made. After one that may have been accepted, or is given up, the letter waits for a person.
   */
  | readonly [
      to: "unknown",
      written: MoveDetails & { readonly notBefore?: Instant; readonly repetition?: "still-open" },
    ]
  /** Queued again not before the instant. */
  | readonly [to: "planned", written: MoveDetails & { readonly notBefore: Instant }]
  | readonly [to: "accepted" | "delivered" | "complained", written: MoveDetails & { readonly messageId: string }]
  /** Other reports outweigh a transient bounce, see `receive`. */
  | readonly [to: "bounced", written: MoveDetails & { readonly messageId: string; readonly transient?: true }]
  | readonly [
      to: "skipped",
      written: MoveDetails & { readonly reason: SkipReason; readonly digest?: LetterId; readonly coveredBy?: LetterId },
    ]
  | readonly [
      to: "failed",
      written: MoveDetails & { readonly reason: string; readonly messageId?: string; readonly settlement?: Settlement },
    ]
  | readonly [
      to: "settled",
      written: MoveDetails & { readonly reason: SettledReason; readonly settlement?: Settlement },
    ];

const settlementIn = ({ settlement }: { readonly settlement?: Settlement }): Pick<Partial<Letter>, "settlement"> =>
  settlement === undefined ? {} : { settlement };

/** Returns the fields that a state adds to the row, apart from those that every move writes. */
const addedFields = (letter: Letter, ...[to, written]: Move): Partial<Letter> & Pick<Letter, "attentionAt"> => {
  switch (to) {
    case "planned":
      return { attentionAt: written.notBefore };
    case "claimed": {
      const lease = later(written.at, claimLease);
      const again = letter.state === "unknown";
      return { attentionAt: lease, lease, claims: letter.claims + 1, ...(again ? { resentAfterUnknown: true } : {}) };
    }
    case "unknown": {
      const usual = letter.state === "unknown" ? endOfTime : later(written.at, settlingTime);
      const open = written.repetition === "still-open" ? { resentAfterUnknown: false } : {};
      return { attentionAt: written.notBefore ?? usual, ...open };
    }
    case "accepted":
      return { attentionAt: later(written.at, receiptTime), messageId: letter.messageId ?? written.messageId };
    case "delivered":
    case "complained":
      return { attentionAt: written.at, messageId: letter.messageId ?? written.messageId };
    case "bounced": {
      const transient = written.transient === true ? { bounceIsTransient: true } : {};
      return { attentionAt: written.at, messageId: letter.messageId ?? written.messageId, ...transient };
    }
    case "skipped":
      return {
        attentionAt: written.at,
        reason: written.reason,
        ...defined({ digest: written.digest, coveredBy: written.coveredBy }),
      };
    case "failed": {
      const messageId = letter.messageId ?? written.messageId;
      const known = messageId === undefined ? {} : { messageId };
      return { attentionAt: written.at, reason: written.reason, ...known, ...settlementIn(written) };
    }
    case "settled":
      return { attentionAt: written.at, reason: written.reason, ...settlementIn(written) };
  }
};

/**
 * Returns the row after a move: one revision higher, with the move in its history. The store writes it under the
 * condition that the revision before is still the stored one. Throws IllegalMove if the table has no such transition,
 * and if a letter would be sent a second time after `unknown`.
 */
export const moveLetter = (letter: Letter, ...move: Move): Letter => {
  const [to, written] = move;
  if (!mayMove(letter.state, to)) throw new IllegalMove(letter.state, to, "the table has no such way");
  if (letter.state === "unknown" && to === "claimed" && !mayBeRepeated(letter))
    throw new IllegalMove(
      letter.state,
      to,
      letter.content.kind === "bulletin" ? "a bulletin is not repeated by itself" : "it was sent once more already",
    );
  const { lease: _lease, reason: _reason, bounceIsTransient: _transient, ...kept } = letter;
  const { at, why, address, recipientName, contact, language, languagesTried, subjectLine, reference } = written;
  return {
    ...kept,
    ...defined({ address, recipientName, contact, language, languagesTried, subjectLine, reference }),
    ...addedFields(letter, ...move),
    state: to,
    changedAt: at > letter.changedAt ? at : letter.changedAt,
    revision: letter.revision + 1,
    history: withHistory(letter.history, { at, state: to, ...defined({ why }) }),
  };
};

/** Moves that a row keeps, the first and the latest: a letter that is retried for weeks must still fit. */
const mostRemembered = 100;
export const withHistory = (before: Letter["history"], move: Letter["history"][number]): Letter["history"] => {
  const last = before.at(-1);
  // A letter that continues to wait for one reason records it once.
  if (move.why !== undefined && last?.state === move.state && last.why === move.why) return before;
  const history = [...before, move];
  return history.length <= mostRemembered ? history : [...history.slice(0, 1), ...history.slice(1 - mostRemembered)];
};

/** Returns whether a letter is planned for a future morning; reminders may leave ahead of their moment. */
const waitsForItsDay = ({ plannedAt, plannedFor, attentionAt }: Letter, now: Instant): boolean =>
  plannedFor > now && attentionAt === plannedFor && plannedFor > plannedAt;

/** Returns whether a letter without any report may be sent once more. A bulletin never is: it waits for a person. */
export const mayBeRepeated = ({ content, resentAfterUnknown }: Letter): boolean =>
  content.kind !== "bulletin" && resentAfterUnknown !== true;

/**
 * Returns whether a sender may claim a letter now. A planned letter qualifies; a digest and a postponed letter only
 * from their time. A letter with unknown delivery qualifies once more, when the settling time has passed without a
 * report.
 */
export const mayBeClaimed = (letter: Letter, now: Instant): boolean =>
  letter.state === "planned"
    ? letter.attentionAt <= now || (letter.revision === 1 && !waitsForItsDay(letter, now))
    : letter.state === "unknown" && mayBeRepeated(letter) && letter.attentionAt <= now;

/** Returns whether only a person can find out the delivery of a letter. */
export const isBeyondUs = (letter: Letter, now: Instant): boolean =>
  letter.state === "unknown" && !mayBeRepeated(letter) && letter.attentionAt <= now;

/** Returns whether a letter waits for a person to find out its delivery. */
export const needsSettlement = ({ state, attentionAt }: Pick<Letter, "state" | "attentionAt">): boolean =>
  state === "unknown" && attentionAt === endOfTime;

/** Reasons not to send a letter that mean its matter is over, or another letter reports it. */
const supersedingReasons: ReadonlySet<SkipReason> = new Set(["done", "delayed", "replaced", "duplicate", "cancelled"]);

/**
 * Returns the row of a letter with unknown delivery that would not be sent now, for this reason: it needs no
 * settlement. Undefined if the reason does not supersede the letter, so that a person is needed.
 */
export const supersededLetter = (letter: Letter, reason: SkipReason, at: Instant): Letter | undefined =>
  supersedingReasons.has(reason)
    ? moveLetter(letter, "settled", { at, reason: "superseded", why: `superseded: ${reason}` })
    : undefined;
