import { defined } from "../../../schemas/base/defined.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import type { MandateId, PartyId, UserId } from "../../../schemas/base/ids.ts";
import type { Mandate, Review } from "../../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import type { MandateEndReason } from "../../../schemas/model/mandate-end-reason.ts";
import type { Actor } from "../../base/actor.ts";
import { type Decision, accept, type Refused, refuse, noChange } from "../../base/decision.ts";
import { isInProgress } from "../blockers.ts";
import { followersOf, mandatesBeyond, mostInSeat, outlasts, servesOtherParty, vacantFrom } from "../mandates.ts";
import {
  obligationOfRole,
  lettersAbout,
  meetObligation,
  obligationIdOf,
  openObligation,
  openObligationOf,
} from "../obligations.ts";
import { actedAt } from "../outside-acts.ts";
import { refuseForParty } from "../permissions.ts";
import { earliestStart, inForce } from "../../base/settings.ts";
import { mandateAhead, periodOn } from "../../policy/reviews.ts";
import { withSteps } from "../stage-progress.ts";
import { evolveReview } from "../evolve.ts";
import { metAt } from "./start-review.ts";
import { dayAfter, dayOf, dueAfter, latest, startOfDay } from "../../base/time.ts";

/** The start of a change, and the day that was requested. */
interface From {
  readonly ok: true;
  readonly at: Instant;
  readonly day: CalendarDate | undefined;
}

/**
 * Returns when a change of mandates takes effect: now, or the first instant of another day, which may be over where the
 * change is reported late. Refuses past days before `began`, and days further ahead than may be named.
 */
const effectiveFrom = (day: CalendarDate | undefined, began: CalendarDate, now: Instant): From | Refused => {
  const today = dayOf(now);
  if (day === undefined || day === today) return { ok: true, at: now, day };
  if (day < today && day < began) return refuse("date-too-early", { earliest: began });
  const last = dayAfter(today, inForce(mandateAhead, today));
  return day > last ? refuse("date-too-late", { latest: last }) : { ok: true, at: startOfDay(day), day };
};

/** The effect of a change of one mandate on each of the reviews that have it. */
export interface MandateChanges {
  readonly ok: true;
  readonly changes: readonly { readonly review: Review; readonly facts: readonly Fact[] }[];
}

interface Change {
  readonly by: Actor;
  readonly action: "mandate.replace" | "mandate.remove";
  readonly party: PartyId;
  readonly mandate: MandateId;
  readonly effectiveOn?: CalendarDate | undefined;
}

/**
 * Applies a change in every review that has the mandate, in all or in none. A review in which it has ended, by lot or
 * otherwise, counts only if no review has it any more. Refuses a mandate that the party never gave, to callers who may
 * change the party's mandates.
 */
const inEachReview = (
  reviews: readonly Review[],
  { by, action, party, mandate: id, effectiveOn }: Change,
  now: Instant,
  decide: (review: Review, mandate: Mandate, from: From) => Decision,
): MandateChanges | Refused => {
  const denied = refuseForParty(by, action, party, now);
  if (denied !== undefined) return denied;
  const acted = actedAt(by, now);
  if (!acted.ok) return acted;
  const mandates = reviews.flatMap((review) => {
    const mandate = review.mandates[id];
    return mandate?.party === party ? [{ review, mandate }] : [];
  });
  if (mandates.length === 0) return refuse("unknown-mandate");
  const current = mandates.filter(({ mandate }) => outlasts(mandate, now));
  const concerned = current.length > 0 ? current : mandates;
  const began = latest(startOfDay(earliestStart), ...concerned.map(({ mandate }) => mandate.since));
  const from = effectiveFrom(effectiveOn ?? by.recordsFor?.happenedOn, dayOf(began), now);
  if (!from.ok) return from;
  const decisions = concerned.map(({ review, mandate }) => ({
    review,
    decision: decide(review, mandate, from),
  }));
  const refused = decisions.flatMap(({ decision }) => (decision.ok ? [] : [decision]));
  const [first] = refused;
  if (first !== undefined) return first;
  return {
    ok: true,
    changes: decisions.flatMap(({ review, decision }) =>
      decision.ok && decision.facts.length > 0 ? [{ review, facts: decision.facts }] : [],
    ),
  };
};

/**
 * Returns whether a mandate already ends as requested: from that very day, or over by now where an immediate end is
 * requested. An end that was set may come earlier; another day is refused, with the present end.
 */
const presentEnd = ({ since, until }: Mandate, { at, day }: From, now: Instant): "same" | "open" | Refused => {
  if (until === undefined) return "open";
  const isSame = day === undefined ? until <= now : day === dayOf(until);
  if (isSame || latest(at, since) === until) return "same";
  if (until <= now) return refuse("mandate-ended", { until });
  return at > until ? refuse("ends-earlier", { until }) : "open";
};

/** The end of a mandate: at which instant, with which successor, and for which reason if the party stated one. */
interface End {
  readonly at: Instant;
  readonly successor?: MandateId | undefined;
  readonly reason?: MandateEndReason | undefined;
}

const endOf = (review: Review, { id, until }: Mandate, { at, successor, reason }: End, now: Instant): Fact => ({
  kind: "mandate-ended",
  happenedAt: now,
  review: review.id,
  mandate: id,
  until: at,
  ...defined({ successor, insteadOf: until, reason }),
});

const advance = (review: Review, mandate: MandateId, since: Instant, now: Instant): Fact => ({
  kind: "mandate-advanced",
  happenedAt: now,
  review: review.id,
  mandate,
  since,
});

export interface Replacement {
  readonly party: PartyId;
  readonly mandate: MandateId;
  readonly successor: { readonly mandate: MandateId; readonly user: UserId };
  /** The day from which the successor serves; where left out, that on which the party acted: now, unless it is recorded. */
  readonly effectiveOn?: CalendarDate | undefined;
  /** The reason why the mandate of the old holder ends, if the party states it. */
  readonly reason?: MandateEndReason | undefined;
}

/**
 * Replaces the holder of a mandate (paragraph 14) in every review of the party that has it, from now, from a future day
 * or from a past one. Until then the old holder acts and both may read; from then on the old holder has no access.
 * Earlier acts of the old holder remain. The party's obligations continue, except that of a nomination; history stays.
 * An end that was set before may come earlier, with the same successor or, where none was named, with this one. By the
 * party's permanent mission, or by the secretariat that records it from a source, from the day on which the party acted
 * where none is given. Returns no fact if the change is already recorded. Refuses the holder as the successor.
 */
export const replaceMandate = (
  reviews: readonly Review[],
  by: Actor,
  { party, mandate, successor, effectiveOn, reason }: Replacement,
  now: Instant,
): MandateChanges | Refused =>
  inEachReview(reviews, { by, action: "mandate.replace", party, mandate, effectiveOn }, now, (review, held, from) => {
    if (held.user === successor.user) return refuse("already-serves");
    const began = dayOf(held.since);
    if (from.day !== undefined && from.day < began) return refuse("date-too-early", { earliest: began });
    const followers = followersOf(review, held);
    const follower = followers.find(({ user }) => user === successor.user);
    const end = presentEnd(held, from, now);
    if (end !== "open" && end !== "same") return end;
    if (end === "same" && follower !== undefined) return noChange;
    if (held.until !== undefined && held.until <= now) return refuse("mandate-ended", { until: held.until });
    const [other] = held.role === "focal-point" ? followers : [];
    if (follower === undefined && other !== undefined)
      return refuse("successor-named", { mandate: other.id, until: held.until });
    const at = end === "same" && held.until !== undefined ? held.until : latest(from.at, held.since);
    if (servesOtherParty(review, { user: successor.user, party }, at) !== undefined)
      return refuse("serves-other-party", { reviews: [review.id] });
    const serves =
      follower ?? mandatesBeyond(review, party, held.role, latest(at, now)).find(({ user }) => user === successor.user);
    const next = serves?.id ?? successor.mandate;
    const most = serves === undefined ? mostInSeat(review, party, now, { serving: 0 }) : undefined;
    if (most !== undefined) return refuse("seat-full", { most, reviews: [review.id] });
    const ends = end === "same" ? [] : [endOf(review, held, { at, successor: next, reason }, now)];
    return withSteps(review, [...ends, ...takeUp(review, held, { ...successor, serves }, at, now)], now);
  });

/** Returns the facts that the successor serves from an instant, and meets an open obligation to nominate. */
const takeUp = (
  review: Review,
  { role, party, instruments }: Mandate,
  { mandate, user, serves }: Replacement["successor"] & { readonly serves: Mandate | undefined },
  at: Instant,
  now: Instant,
): readonly Fact[] => {
  const began: Fact = {
    kind: "mandate-began",
    happenedAt: now,
    review: review.id,
    mandate,
    role,
    party,
    user,
    since: at,
    // The successor of an expert for some instruments serves for those instruments.
    ...(instruments === undefined ? {} : { instruments: [...instruments] }),
  };
  const earlier = serves !== undefined && serves.since > at ? [advance(review, serves.id, at, now)] : [];
  const obligation = obligationOfRole[role];
  const pending = obligation === undefined ? undefined : openObligationOf(review, obligation, party);
  return [
    ...(serves === undefined ? [began] : earlier),
    ...(pending === undefined || serves?.until !== undefined
      ? []
      : [meetObligation(review, pending, at < now ? metAt(pending, at, now) : now)]),
  ];
};

export interface Removal {
  readonly party: PartyId;
  readonly mandate: MandateId;
  readonly effectiveOn?: CalendarDate | undefined;
  /** The reason why the mandate ends, if the party states it. */
  readonly reason?: MandateEndReason | undefined;
}

/**
 * Ends a mandate without a successor in every review of the party that has it, from now, from a future day or from a
 * past one, or earlier than it was to end. From that day a focal point is due within two weeks and, where no other
 * expert remains, an expert within four; the stage stays. A named successor of a focal point begins with the earlier
 * end, so that no filled seat becomes vacant; experts begin on their day. No obligation opens for observers, nor in a
 * review that has not started, has concluded or is discontinued. By the party's permanent mission, or by the
 * secretariat that records it from a source. Returns no fact if the end is already recorded.
 */
export const removeMandate = (
  reviews: readonly Review[],
  by: Actor,
  { party, mandate, effectiveOn, reason }: Removal,
  now: Instant,
): MandateChanges | Refused =>
  inEachReview(reviews, { by, action: "mandate.remove", party, mandate, effectiveOn }, now, (review, held, from) => {
    const end = presentEnd(held, from, now);
    if (end === "same") return noChange;
    if (end !== "open") return end;
    const at = latest(from.at, held.since);
    const [follower] = held.role === "focal-point" ? followersOf(review, held) : [];
    const ended = [
      endOf(review, held, { at, successor: follower?.id, reason }, now),
      ...(follower === undefined ? [] : [advance(review, follower.id, at, now)]),
    ];
    const after = ended.reduce(evolveReview, review);
    return accept([...ended, ...reopenedNomination(after, held, at, now)]);
  });

/**
 * Returns the renewed obligation to nominate, from the day the last mandate ends, and no earlier than the party first
 * had it. An open obligation counts from that day where it is the earlier, and otherwise stays as it is. If the removal
 * is recorded on a later day, the letter about it names the obligation, and no reminder leaves before it.
 */
const reopenedNomination = (after: Review, { role, party }: Mandate, at: Instant, now: Instant): readonly Fact[] => {
  const kind = obligationOfRole[role];
  if (kind === undefined || !isInProgress(after)) return [];
  if (mandatesBeyond(after, party, role, at).some(({ until }) => until === undefined)) return [];
  const goneOn = dayOf(vacantFrom(after, party, role) ?? at);
  const pending = openObligationOf(after, kind, party);
  const openedBefore =
    pending === undefined ? after.obligations[obligationIdOf(kind, party)]?.openedOn : after.startedOn;
  const openedOn = openedBefore !== undefined && goneOn < openedBefore ? openedBefore : goneOn;
  const announced = dayOf(at) < dayOf(now) && goneOn < dayOf(now) ? lettersAbout(goneOn, now) : undefined;
  if (pending === undefined) return [openObligation(after, { kind, party, openedOn, at: now, announced })];
  if (pending.openedOn <= openedOn) return [];
  const dueAt = dueAfter(openedOn, periodOn(kind, openedOn));
  const { id: obligation, generation } = pending;
  return [
    {
      kind: "obligation-redated",
      happenedAt: now,
      review: after.id,
      obligation,
      generation: generation + 1,
      openedOn,
      dueAt,
      originalDueAt: dueAt,
      ...(announced === undefined ? {} : { datedAt: announced.at }),
    },
  ];
};
