import type { PartyId, UserId } from "../../schemas/base/ids.ts";
import type { MandateRole, Review, Seat } from "../../schemas/model/review.ts";
import { type Instant, Instrument } from "../../schemas/base/values.ts";
import type { Actor } from "../base/actor.ts";
import { missionOf } from "../parties/users.ts";
import { isActive, isAhead } from "./mandates.ts";

/**
 * The role of a user who acts for a party. A `successor` is named, and the day has not come. A `recorder` is the
 * secretariat that records an act of the party outside the system, from a source.
 */
export type ServiceRole = "mission" | MandateRole | "successor" | "recorder";

/** The side of a party in a review; additional reviewers are on the reviewing side. */
export type Side = "under-review" | "reviewing";

/** The subject of an action, as far as rights depend on it. */
export interface Target {
  readonly party?: PartyId | undefined;
  readonly review?: Review | undefined;
  /** The delegate of that party who is the subject. */
  readonly person?: UserId | undefined;
}

/** One way in which a user acts for a party, and the seat of that party where a review is concerned. */
interface Service {
  readonly as: ServiceRole;
  readonly seat: Seat | undefined;
}

/** Returns the side on which a seat is. */
export const sideOf = ({ role }: Seat): Side => (role === "under-review" ? "under-review" : "reviewing");

/** A mandate of a user, begun or to begin, for a party that has a seat, with the instruments of the mandate. */
interface MandateHeld {
  readonly as: MandateRole | "successor";
  readonly party: PartyId;
  readonly seat: Seat;
  readonly instruments: readonly Instrument[];
}

const mandatesHeld = (actor: Actor, { mandates, seats }: Review, now: Instant): readonly MandateHeld[] =>
  Object.values(mandates).flatMap((mandate): MandateHeld[] => {
    const { user, role, party, instruments: some } = mandate;
    const seat = seats[party];
    if (user !== actor.id || seat === undefined) return [];
    const as = isActive(mandate, now) ? role : isAhead(mandate, now) ? "successor" : undefined;
    if (as === undefined) return [];
    return [{ as, party, seat, instruments: seat.instruments.filter((each) => some?.includes(each) !== false) }];
  });

/**
 * Returns the party for which a user acts without a mandate: a mission for its own, the secretariat for the one that it
 * records for.
 */
const byNoMandate = (actor: Actor): PartyId | undefined =>
  missionOf(actor) ?? (actor.role === "secretariat" ? actor.recordsFor?.party : undefined);

/**
 * Returns the services of a user: a mission serves by its party, and as an observer where it is named one; a delegate
 * by mandates, for the party of each.
 */
export const servicesOf = (actor: Actor, { party, review }: Target, now: Instant): readonly Service[] => {
  const own = byNoMandate(actor);
  const as = actor.role === "secretariat" ? "recorder" : "mission";
  if (review === undefined) return own !== undefined && party === own ? [{ as, seat: undefined }] : [];
  const seat = own === undefined ? undefined : review.seats[own];
  const byParty = own === undefined || seat === undefined ? [] : [{ as, party: own, seat } as const];
  return [...byParty, ...mandatesHeld(actor, review, now)].filter((one) => party === undefined || party === one.party);
};

/** Returns the party that a user serves in a review by a mandate; no user serves two. */
export const servedParty = (actor: Actor, review: Review, now: Instant): PartyId | undefined =>
  mandatesHeld(actor, review, now)[0]?.party;

/**
 * Returns the party for which a user acts in a review: that of the mandate, and without one the party that registered
 * the user, who may then do nothing. Undefined for the President, and for the secretariat where it records for none.
 */
export const actingParty = (actor: Actor, review: Review, now: Instant): PartyId | undefined =>
  byNoMandate(actor) ?? servedParty(actor, review, now) ?? actor.party;

/**
 * Returns the instruments for which a user serves in a review, in their usual order: those of the seat, or those of
 * them for which an expert was named, as an additional reviewer does for its own. None for a user who does not serve in
 * it.
 */
export const servedInstruments = (actor: Actor, review: Review, now: Instant): readonly Instrument[] => {
  const recorded = actor.recordsFor === undefined ? undefined : review.seats[actor.recordsFor.party];
  const served = recorded?.instruments ?? mandatesHeld(actor, review, now).flatMap(({ instruments }) => instruments);
  return Instrument.options.filter((each) => served.includes(each));
};
