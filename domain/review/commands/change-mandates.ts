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
import { earliestStart, inForce, mandateAhead, periodOn } from "../../base/policy.ts";
import { withSteps } from "../stage-progress.ts";
import { evolveReview } from "../evolve.ts";
import { metAt } from "./start-review.ts";
import { dayAfter, dayOf, dueAfter, latest, startOfDay } from "../../base/time.ts";

/** From when a change is to hold, and the day that was asked for. */
interface From {
  readonly ok: true;
  readonly at: Instant;
  readonly day: CalendarDate | undefined;
}

/**
 * From when a change of mandates takes effect: now, or the first instant of another day, which may be over where the
 * change is told late. Refuses days that are over and before `began`, and those further ahead than may be named.
 */
const effectiveFrom = (day: CalendarDate | undefined, began: CalendarDate, now: Instant): From | Refused => {
  const today = dayOf(now);
  if (day === undefined || day === today) return { ok: true, at: now, day };
  if (day < today && day < began) return refuse("date-too-early", { earliest: began });
  const last = dayAfter(today, inForce(mandateAhead, today));
  return day > last ? refuse("date-too-late", { latest: last }) : { ok: true, at: startOfDay(day), day };
};

/** What a change of one mandate does to each of the reviews in which it stands. */
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
 * Applies a change in every review in which the mandate stands, in all or in none; where it has ended, by lot or
 * otherwise, it is asked about only if it stands nowhere any more. One that the party never gave is refused, to whoever
 * may change the party's mandates.
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
 * Whether a mandate ends already as it is asked to: from that very day, or over by now where the end is asked for at
 * once. An end that was set may come earlier; another day is refused, by what stands.
 */
const standingEnd = ({ since, until }: Mandate, { at, day }: From, now: Instant): "same" | "open" | Refused => {
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
  ...(successor === undefined ? {} : { successor }),
  ...(until === undefined ? {} : { insteadOf: until }),
  ...(reason === undefined ? {} : { reason }),
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
  /** Why the mandate of the old holder ends, if the party states it. */
  readonly reason?: MandateEndReason | undefined;
}

/**
 * Replaces the holder of a mandate (paragraph 14) in every review of the party in which it stands, from now, from a day
 * ahead or from one that is over. Until then the old holder acts and both may read; from then the old one's access has
 * ended. What the old one did before that was recorded stands. What the party owes it goes on owing, but for somebody
 * to be named; history stays. An end that was set before may come
 * earlier, with the same successor or, where none was named, with this one. By the party's permanent mission, or the
 * secretariat that records it from a source, from the day on which the party acted where none is given; the same again
 * is no fact. Refuses the holder as the successor.
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
    const end = standingEnd(held, from, now);
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

/** That the successor serves from an instant, and with that somebody is named where one was owed. */
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
    // Whoever follows an expert for some instruments does so for the same.
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
  /** Why the mandate ends, if the party states it. */
  readonly reason?: MandateEndReason | undefined;
}

/**
 * Ends a mandate without a successor in every review of the party in which it stands, from now, from a day ahead or from
 * one that is over, or earlier than it was to end. From that day a focal point is owed within two weeks and, where no other expert remains,
 * an expert within four; the stage stays. A focal point named to follow begins with the earlier end, so that no seat
 * falls vacant that is filled; experts begin on their day. Nothing is owed for observers, nor in a review that has not
 * started, has concluded or goes no further. By the party's permanent mission, or the secretariat that records it from a
 * source; the same again is no fact.
 */
export const removeMandate = (
  reviews: readonly Review[],
  by: Actor,
  { party, mandate, effectiveOn, reason }: Removal,
  now: Instant,
): MandateChanges | Refused =>
  inEachReview(reviews, { by, action: "mandate.remove", party, mandate, effectiveOn }, now, (review, held, from) => {
    const end = standingEnd(held, from, now);
    if (end === "same") return noChange;
    if (end !== "open") return end;
    const at = latest(from.at, held.since);
    const [follower] = held.role === "focal-point" ? followersOf(review, held) : [];
    const ended = [
      endOf(review, held, { at, successor: follower?.id, reason }, now),
      ...(follower === undefined ? [] : [advance(review, follower.id, at, now)]),
    ];
    const after = ended.reduce(evolveReview, review);
    return accept([...ended, ...owedAnew(after, held, at, now)]);
  });

/**
 * The obligation to name somebody again, from the day the last one is gone, and no earlier than the party owed it before. One
 * that is open already counts from that day where it is the earlier, and stays as it is otherwise. If the removal is recorded
 * on a later day, the letter about it names the obligation, and no reminder leaves before it.
 */
const owedAnew = (after: Review, { role, party }: Mandate, at: Instant, now: Instant): readonly Fact[] => {
  const kind = obligationOfRole[role];
  if (kind === undefined || !isInProgress(after)) return [];
  if (mandatesBeyond(after, party, role, at).some(({ until }) => until === undefined)) return [];
  const goneOn = dayOf(vacantFrom(after, party, role) ?? at);
  const pending = openObligationOf(after, kind, party);
  const owedBefore = pending === undefined ? after.obligations[obligationIdOf(kind, party)]?.openedOn : after.startedOn;
  const openedOn = owedBefore !== undefined && goneOn < owedBefore ? owedBefore : goneOn;
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
