import type { PartyId } from "../../schemas/base/ids.ts";
import type { Mandate, MandateRole, Review } from "../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { inForce } from "../base/settings.ts";
import { seatCap } from "../policy/limits.ts";
import { dayOf, startOfDay } from "../base/time.ts";
import { seatTurns } from "./seat-turns.ts";

/**
 * Returns whether a mandate is in force at an instant: it has begun and has not ended. Only then may its holder act.
 */
export const isActive = ({ since, until }: Mandate, at: Instant): boolean =>
  since <= at && (until === undefined || at < until);

/** Returns whether a mandate is still to begin: its holder may read, not act. */
export const isAhead = ({ since, until }: Mandate, at: Instant): boolean =>
  at < since && (until === undefined || since < until);

/** Returns whether a mandate continues after an instant, begun or not. */
export const outlasts = ({ until }: Mandate, at: Instant): boolean => until === undefined || until > at;

const ofRole = (review: Review, party: PartyId, role: MandateRole): readonly Mandate[] =>
  Object.values(review.mandates).filter((mandate) => mandate.party === party && mandate.role === role);

/** Returns mandates of a role that are in force for a party at an instant. */
export const mandatesOf = (review: Review, party: PartyId, role: MandateRole, at: Instant): readonly Mandate[] =>
  ofRole(review, party, role).filter((mandate) => isActive(mandate, at));

/** Returns mandates of a role that a party has given beyond an instant, those that begin later included. */
export const mandatesBeyond = (review: Review, party: PartyId, role: MandateRole, at: Instant): readonly Mandate[] =>
  ofRole(review, party, role).filter((mandate) => outlasts(mandate, at) && mandate.since !== mandate.until);

/**
 * Returns the mandate by which a user serves another party of a review beyond an instant: no user serves two parties of
 * one review.
 */
export const servesOtherParty = (
  { mandates }: Review,
  { user, party }: Pick<Mandate, "user" | "party">,
  at: Instant,
): Mandate | undefined =>
  Object.values(mandates).find(
    (mandate) =>
      mandate.user === user && mandate.party !== party && outlasts(mandate, at) && mandate.since !== mandate.until,
  );

/**
 * Returns the most people who may serve for a party in a review, or have served, where one more would exceed that;
 * undefined otherwise.
 */
export const mostInSeat = (
  { mandates }: Review,
  party: PartyId,
  now: Instant,
  more: { readonly serving: number } = { serving: 1 },
): number | undefined => {
  const { serving, ever } = inForce(seatCap, dayOf(now));
  const ofParty = Object.values(mandates).filter((mandate) => mandate.party === party);
  if (ofParty.length >= ever) return ever;
  return ofParty.filter((mandate) => outlasts(mandate, now)).length + more.serving > serving ? serving : undefined;
};

/** Returns the mandates that begin when one that is still to end is over: for its party, in its role. */
export const followersOf = (review: Review, { party, role, until }: Mandate): readonly Mandate[] =>
  until === undefined ? [] : mandatesBeyond(review, party, role, until).filter(({ since }) => since === until);

/**
 * Returns when the last mandate of a role that a party has given ends or ended, without a successor; undefined while
 * one stays, and where none was ever to serve.
 */
export const vacantFrom = (review: Review, party: PartyId, role: MandateRole): Instant | undefined => {
  const ends = ofRole(review, party, role)
    .filter(({ since, until }) => since !== until)
    .map(({ until }) => until);
  return ends.includes(undefined)
    ? undefined
    : ends
        .flatMap((until) => until ?? [])
        .toSorted()
        .at(-1);
};

/** Returns parties of the review without a focal point at an instant: the ones that block it (paragraphs 15 and 26). */
export const partiesWithoutFocalPoint = (review: Review, at: Instant): readonly PartyId[] =>
  Object.values(review.seats)
    .filter(({ party }) => mandatesOf(review, party, "focal-point", at).length === 0)
    .map(({ party }) => party);

/** Returns the holders of the seats at an instant: later redraws are taken back. */
export const holdersAt = (review: Review, at: Instant): readonly PartyId[] =>
  seatTurns(review)
    .filter((turn) => turn.at > at)
    .reduceRight<readonly PartyId[]>(
      (holders, { came, went }) => [
        ...holders.filter((holder) => holder !== came),
        ...(went === undefined ? [] : [went]),
      ],
      Object.values(review.seats).map(({ party }) => party),
    );

/**
 * Returns the day on which the consultation of a review could begin, and before which no act of it can lie. It is the
 * first day since its start on which each holder of a seat had a focal point (paragraphs 15 and 26); its start where
 * there was none. Undefined before the start.
 */
export const consultationBegan = (review: Review): CalendarDate | undefined => {
  if (review.startedOn === undefined) return undefined;
  const start = startOfDay(review.startedOn);
  const turns = [
    ...Object.values(review.mandates).map(({ since }) => since),
    ...seatTurns(review).map(({ at }) => at),
  ].filter((turn) => turn > start);
  const all = [start, ...turns.toSorted()].find((turn) =>
    holdersAt(review, turn).every((party) => mandatesOf(review, party, "focal-point", turn).length > 0),
  );
  return all === undefined ? review.startedOn : dayOf(all);
};
