import type { BounceCount, BounceTally, Bulletin, BulletinRound, BulletinState } from "../../schemas/model/bulletin.ts";
import type { Fact, FactOf } from "../../schemas/model/fact.ts";
import type { BulletinId, Hash, UserId } from "../../schemas/base/ids.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import type { TextUsed } from "../../schemas/model/stored-text.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { hasLeft } from "./progress.ts";
import { type Decision, accept, refuse, type Refused, noChange } from "../base/decision.ts";
import { inForce } from "../base/settings.ts";
import { breaker, bulletinAhead, recipientsPerDay } from "../policy/bulletins.ts";
import { dayOf, dayAfter } from "../base/time.ts";
import { type Member, refuseSecondPerson } from "../parties/second-person.ts";

/**
 * The states of a bulletin and the only transitions between them, with their triggers; docs/states.md is printed from
 * it.
 */
export const bulletinTransitions = {
  "awaiting-approval": {
    scheduled: "a second person of the secretariat approves it",
    cancelled: "the secretariat cancels it",
  },
  scheduled: {
    sending: "it is dispatched at its time: its letters are planned, page by page",
    cancelled: "the secretariat cancels it",
  },
  sending: {
    sending: "the secretariat resends it to recipients that it did not reach",
    stopped: "the breaker: too many of its letters bounced",
    unsettled: "every letter has ended, except letters with an unknown result",
    sent: "every letter has ended",
    cancelled: "the secretariat cancels it: planned letters are skipped",
  },
  stopped: {
    sending: "the secretariat has checked the addresses and resumes it",
    cancelled: "the secretariat cancels it: planned letters are skipped",
  },
  unsettled: {
    sent: "the secretariat settles those letters as sent, or the mail service reports on them",
    sending: "the secretariat resends those letters, or resends it to recipients that it did not reach",
  },
  sent: {
    sending: "the secretariat resends it to recipients that it did not reach",
    unsettled: "letters with an unknown result are found",
    sent: "the secretariat settles such letters as sent before they were found",
  },
  cancelled: {},
} as const satisfies Record<BulletinState, Partial<Record<BulletinState, string>>>;

const ways: { readonly [From in BulletinState]: Partial<Record<BulletinState, string>> } = bulletinTransitions;

type BulletinFact = Extract<Fact, { bulletin: BulletinId }>;

const isAboutBulletin = (fact: Fact): fact is BulletinFact => "bulletin" in fact;

const createBulletin = (fact: FactOf<"bulletin-ordered">): Bulletin => ({
  id: fact.bulletin,
  state: fact.needsApproval ? "awaiting-approval" : "scheduled",
  preview: fact.preview,
  text: fact.text,
  orderedBy: fact.orderedBy,
  orderedAt: fact.happenedAt,
  sendAt: fact.sendAt,
  rounds: [{ recipients: fact.recipients, pages: fact.pages, at: fact.happenedAt }],
  countedFrom: { results: 0, bounced: 0 },
});

/** Returns the state after a fact, with the fields that the fact sets. */
const effectOf = (bulletin: Bulletin, fact: BulletinFact): Partial<Bulletin> & Pick<Bulletin, "state"> => {
  switch (fact.kind) {
    case "bulletin-approved":
      return { state: "scheduled", approvedBy: fact.approvedBy };
    case "bulletin-released":
      return { state: "sending", releasedAt: fact.happenedAt };
    case "bulletin-stopped":
      return {
        state: "stopped",
        stoppedFor: { results: fact.results, bounced: fact.bounced },
        stoppedAt: fact.happenedAt,
      };
    case "bulletin-resumed":
      return { state: "sending", countedFrom: { results: fact.results, bounced: fact.bounced } };
    case "bulletin-resent": {
      const round: BulletinRound = { recipients: fact.recipients, pages: fact.pages, at: fact.happenedAt };
      return { state: "sending", rounds: [...bulletin.rounds, round] };
    }
    case "bulletin-completed":
      return (fact.toSettle ?? 0) === 0 ? { state: "sent" } : { state: "unsettled", unsettledAt: fact.happenedAt };
    case "bulletin-settled":
      return { state: fact.outcome === "send-again" || bulletin.state === "sending" ? "sending" : "sent" };
    case "bulletin-cancelled":
      return { state: "cancelled" };
    case "bulletin-ordered":
      throw new Error(`The bulletin ${bulletin.id} was ordered before`);
  }
};

/**
 * Returns a bulletin after a fact of its journal. Throws on a fact of another aggregate, and if the table has no such
 * transition.
 */
export const evolveBulletin = (bulletin: Bulletin | undefined, fact: Fact): Bulletin => {
  if (fact.kind === "bulletin-ordered" && bulletin === undefined) return createBulletin(fact);
  if (bulletin === undefined || !isAboutBulletin(fact))
    throw new Error(`A bulletin that is ${bulletin?.state ?? "not ordered"} cannot take in the fact ${fact.kind}`);
  const { stoppedFor: _stopped, unsettledAt: _unsettled, ...kept } = bulletin;
  const next = effectOf(bulletin, fact);
  if (ways[bulletin.state][next.state] === undefined || isOutOfPlace(bulletin, fact))
    throw new Error(`A bulletin that is ${bulletin.state} cannot take in the fact ${fact.kind}`);
  return { ...kept, ...next };
};

/** Facts that lead to a state that other facts also lead to: dispatched is what was scheduled, resumed what was stopped. */
const isOutOfPlace = ({ state, rounds }: Bulletin, fact: BulletinFact): boolean => {
  if (fact.kind === "bulletin-released") return state !== "scheduled";
  if (fact.kind === "bulletin-resumed") return state !== "stopped";
  if (fact.kind === "bulletin-completed") return fact.round !== rounds.length;
  if (fact.kind === "bulletin-settled") return !maySettle(state);
  if (fact.kind !== "bulletin-resent") return false;
  return !maySettle(state) || fact.round !== rounds.length + 1;
};

/** Returns whether a bulletin's letters may be settled, and sent again: it is being sent, or has been. */
const maySettle = (state: BulletinState): boolean => state === "sending" || state === "unsettled" || state === "sent";

/** The previewed bulletin that is ordered. */
export interface BulletinOrder {
  readonly bulletin: BulletinId;
  readonly preview: Hash;
  readonly text: Hash;
  readonly stored?: TextUsed | undefined;
  readonly recipients: number;
  readonly pages: number;
  readonly orderedBy: UserId;
  /** The time of dispatch; now if left out. */
  readonly sendAt?: Instant | undefined;
}

/**
 * Returns whether a number of recipients needs a second person of the secretariat, on the day of an instant. `before`
 * is the number of recipients of the officer's bulletins of that day without approval.
 */
export const needsApproval = (recipients: number, now: Instant, before = 0): boolean =>
  before + recipients > inForce(recipientsPerDay, dayOf(now));

/** Returns the reason why a bulletin cannot leave at a time; undefined if it can. */
export const refusedTime = (sendAt: Instant | undefined, now: Instant): Refused | undefined => {
  if (sendAt === undefined) return undefined;
  if (sendAt < now) return refuse("send-time-past", { now });
  const latest = dayAfter(dayOf(now), inForce(bulletinAhead, dayOf(now)));
  return dayOf(sendAt) > latest ? refuse("date-too-late", { latest }) : undefined;
};

/**
 * Orders a bulletin for now or for a future time, to the recipients of the preview. If the policy of the day requires
 * `approval`, it waits for a second person. One that is due now and needs no approval is dispatched immediately.
 */
export const orderBulletin = (
  { sendAt, ...ordered }: BulletinOrder,
  now: Instant,
  approval = needsApproval(ordered.recipients, now),
): Decision => {
  if (ordered.recipients === 0) return refuse("empty-audience");
  const refused = refusedTime(sendAt, now);
  if (refused !== undefined) return refused;
  const { bulletin } = ordered;
  const at = sendAt ?? now;
  return accept([
    { kind: "bulletin-ordered", happenedAt: now, ...ordered, sendAt: at, needsApproval: approval },
    ...(approval || at > now ? [] : [dispatchFact(bulletin, now)]),
  ]);
};

const dispatchFact = (bulletin: BulletinId, now: Instant): Fact => ({
  kind: "bulletin-released",
  happenedAt: now,
  bulletin,
});

const wrongState = ({ state }: Bulletin): Refused => refuse("wrong-bulletin-state", { state });

/**
 * Approves a bulletin by a second person: neither the user who ordered it nor one who is not yet independent of that
 * user. A bulletin that is due by now is dispatched.
 */
export const approveBulletin = (
  bulletin: Bulletin,
  { approver, orderer }: { readonly approver: Member; readonly orderer: Member },
  now: Instant,
): Decision => {
  const { id, state, orderedBy, sendAt } = bulletin;
  const approvedBy = approver.id;
  if (bulletin.approvedBy === approvedBy) return noChange;
  if (state !== "awaiting-approval") return wrongState(bulletin);
  if (approvedBy === orderedBy) return refuse("second-person-needed");
  const refused = refuseSecondPerson(approver, orderer, now);
  if (refused !== undefined) return refused;
  return accept([
    { kind: "bulletin-approved", happenedAt: now, bulletin: id, approvedBy },
    ...(sendAt > now ? [] : [dispatchFact(id, now)]),
  ]);
};

/** Dispatches a bulletin at its time; no change before it, or if the bulletin was cancelled or dispatched meanwhile. */
export const dispatchBulletin = ({ id, state, sendAt }: Bulletin, now: Instant): Decision =>
  state === "scheduled" && sendAt <= now ? accept([dispatchFact(id, now)]) : noChange;

/**
 * Cancels a bulletin: letters that left are unaffected, planned letters are skipped. Refused if no letter is still
 * planned.
 */
export const cancelBulletin = (bulletin: Bulletin, letters: readonly Letter[], now: Instant): Decision => {
  if (bulletin.state === "cancelled") return noChange;
  if (bulletin.state === "sent" || bulletin.state === "unsettled" || hasLeft(bulletin, letters))
    return wrongState(bulletin);
  return accept([{ kind: "bulletin-cancelled", happenedAt: now, bulletin: bulletin.id }]);
};

/**
 * Stops a bulletin that is being sent (the breaker). Since its last resumption enough results are known, and the share
 * of lasting bounces among them has reached the limit of the policy.
 */
export const stopBulletin = ({ id, state, countedFrom }: Bulletin, count: BounceCount, now: Instant): Decision => {
  const { share, after } = inForce(breaker, dayOf(now));
  const results = count.results - countedFrom.results;
  const bounced = count.bounced - countedFrom.bounced;
  if (state !== "sending" || results < after || bounced < results * share) return noChange;
  return accept([{ kind: "bulletin-stopped", happenedAt: now, bulletin: id, ...count }]);
};

/** The version of a bulletin that its stored bounce tally belongs to. */
interface StoredBulletin {
  readonly state: Bulletin;
  readonly version: number;
}

/**
 * Returns the tally to store after a bulletin's letters were counted because of a number of bounces. The count may be a
 * moment behind the reports.
 */
export const tallyOf = (
  { state: { id }, version }: StoredBulletin,
  counted: BounceCount,
  reportCount: number,
  before: BounceTally | undefined,
): BounceTally => ({
  ...before,
  schema: 1,
  bulletin: id,
  version,
  counted,
  reported: reportCount,
  revision: (before?.revision ?? 0) + 1,
});

/** Returns the tally plus the reported bounces, or undefined if there is no count for this bulletin version. */
export const tallyWithMore = (
  { version }: StoredBulletin,
  tally: BounceTally | undefined,
  more: number,
): BounceTally | undefined =>
  tally?.version === version ? { ...tally, reported: tally.reported + more, revision: tally.revision + 1 } : undefined;

/**
 * Returns whether the tally could let the breaker stop a bulletin, so that its letters must be counted. Results only
 * grow: at most the reported bounces occurred, among at least the counted results.
 */
export const couldStop = ({ countedFrom }: Bulletin, { counted, reported }: BounceTally, now: Instant): boolean => {
  const { share, after } = inForce(breaker, dayOf(now));
  const bounced = counted.bounced - countedFrom.bounced + reported;
  return bounced >= Math.max(counted.results - countedFrom.results, after) * share;
};

/** Resumes a stopped bulletin; the breaker counts from the present results on. */
export const resumeBulletin = (bulletin: Bulletin, count: BounceCount, now: Instant): Decision => {
  if (bulletin.state === "sending") return noChange;
  if (bulletin.state !== "stopped") return wrongState(bulletin);
  return accept([{ kind: "bulletin-resumed", happenedAt: now, bulletin: bulletin.id, ...count }]);
};

/** Orders another round for a number of recipients that the bulletin did not reach, listed on a number of pages. */
export const resendBulletin = (
  bulletin: Bulletin,
  { recipients, pages }: Pick<BulletinRound, "recipients" | "pages">,
  now: Instant,
): Decision => {
  if (!maySettle(bulletin.state)) return wrongState(bulletin);
  if (recipients === 0) return refuse("nobody-to-resend");
  const round = bulletin.rounds.length + 1;
  return accept([{ kind: "bulletin-resent", happenedAt: now, bulletin: bulletin.id, round, recipients, pages }]);
};

/**
 * Completes a bulletin without a letter under way, with the number of its letters that wait for a person. A bulletin
 * that was complete before is completed again when the last of those letters ends, or when one appears after all.
 */
export const completeBulletin = ({ id, state, rounds }: Bulletin, toSettle: number, now: Instant): Decision => {
  const isNews = state === "sending" || (state === "unsettled" && toSettle === 0) || (state === "sent" && toSettle > 0);
  const remainder = toSettle === 0 ? {} : { toSettle };
  return isNews
    ? accept([{ kind: "bulletin-completed", happenedAt: now, bulletin: id, round: rounds.length, ...remainder }])
    : noChange;
};

/** Refuses to settle letters of a bulletin that waits, is stopped or was given up; undefined if it may be done. */
export const refuseSettling = (bulletin: Bulletin): Refused | undefined =>
  maySettle(bulletin.state) ? undefined : wrongState(bulletin);

/** Records that a person settles a number of its waiting letters. */
export const settleBulletin = (
  bulletin: Bulletin,
  { outcome, letters }: Pick<FactOf<"bulletin-settled">, "outcome" | "letters">,
  now: Instant,
): Decision => {
  if (letters === 0) return noChange;
  return (
    refuseSettling(bulletin) ??
    accept([{ kind: "bulletin-settled", happenedAt: now, bulletin: bulletin.id, outcome, letters }])
  );
};
