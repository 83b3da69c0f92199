import type { PartyId, UserId } from "../../schemas/base/ids.ts";
import type { MandateRole, Review, Seat } from "../../schemas/model/review.ts";
import { type Instant, Instrument } from "../../schemas/base/values.ts";
import type { Actor } from "../base/actor.ts";
import { isActive, isAhead } from "./mandates.ts";

/**
 * Who acts for a party; `successor` is named, and the day has not come. `recorder` is the secretariat that records what
 * the party did outside the system, from a source.
 */
export type ServiceRole = "mission" | MandateRole | "successor" | "recorder";

/** On which side of a review a party sits; additional reviewers review. */
export type Side = "under-review" | "reviewing";

/** What an action is about, as far as rights depend on it. */
export interface Target {
  readonly party?: PartyId | undefined;
  readonly review?: Review | undefined;
  /** The delegate of that party whom it is about. */
  readonly person?: UserId | undefined;
}

/** One way in which somebody acts for a party, and the seat of that party where it is about a review. */
interface Service {
  readonly as: ServiceRole;
  readonly seat: Seat | undefined;
}

/** The side on which a seat is. */
export const sideOf = ({ role }: Seat): Side => (role === "under-review" ? "under-review" : "reviewing");

/** A mandate that somebody holds, begun or to begin, for a party that has a seat, and for which instruments of it. */
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

/** For which party somebody acts without a mandate: a mission for its own, the secretariat for the one that it records for. */
const byNoMandate = ({ role, party, recordsFor }: Actor): PartyId | undefined =>
  role === "permanent-mission" ? party : role === "secretariat" ? recordsFor?.party : undefined;

/** A mission serves by its party, and as an observer where it is named one; a delegate by mandates, for the party of each. */
export const servicesOf = (actor: Actor, { party, review }: Target, now: Instant): readonly Service[] => {
  const own = byNoMandate(actor);
  const as = actor.role === "secretariat" ? "recorder" : "mission";
  if (review === undefined) return own !== undefined && party === own ? [{ as, seat: undefined }] : [];
  const seat = own === undefined ? undefined : review.seats[own];
  const byParty = own === undefined || seat === undefined ? [] : [{ as, party: own, seat } as const];
  return [...byParty, ...mandatesHeld(actor, review, now)].filter((one) => party === undefined || party === one.party);
};

/** The party that somebody serves in a review by a mandate; nobody serves two. */
export const servedParty = (actor: Actor, review: Review, now: Instant): PartyId | undefined =>
  mandatesHeld(actor, review, now)[0]?.party;

/**
 * For which party somebody acts in a review: that of the mandate, and without one that which
 * registered them, which may then do nothing. Undefined for the President, and for the secretariat where it records for none.
 */
export const actingParty = (actor: Actor, review: Review, now: Instant): PartyId | undefined =>
  byNoMandate(actor) ?? servedParty(actor, review, now) ?? actor.party;

/**
 * The instruments for which somebody serves in a review, in their usual order: those of the seat, or of them those for which
 * an expert was named, as an additional reviewer does for its own; none for whoever does not serve in it.
 */
export const servedInstruments = (actor: Actor, review: Review, now: Instant): readonly Instrument[] => {
  const recorded = actor.recordsFor === undefined ? undefined : review.seats[actor.recordsFor.party];
  const served = recorded?.instruments ?? mandatesHeld(actor, review, now).flatMap(({ instruments }) => instruments);
  return Instrument.options.filter((each) => served.includes(each));
};
