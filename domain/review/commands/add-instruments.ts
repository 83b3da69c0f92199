import { defined } from "../../../schemas/base/defined.ts";
import type { FactOf } from "../../../schemas/model/fact.ts";
import type { Review, Seat } from "../../../schemas/model/review.ts";
import type { OutsideAct } from "../../../schemas/model/source.ts";
import { type CalendarDate, type Instant, Instrument } from "../../../schemas/base/values.ts";
import type { Actor } from "../../base/actor.ts";
import { type Decision, type Refused, refuse } from "../../base/decision.ts";
import { earliestStart } from "../../base/settings.ts";
import { dayOf, latest, startOfDay } from "../../base/time.ts";
import { joinedBy } from "../../lots/instruments.ts";
import { drawMissing } from "../../lots/missing-reviewers.ts";
import { brokenByPairing, type LivePairings, pairedReview } from "../../lots/redraw-rules.ts";
import type { Violation } from "../../lots/rules.ts";
import { reviewingSeats } from "../../lots/seats.ts";
import { evolveReview } from "../evolve.ts";
import { deniedTo, refuseWrongStage } from "../permissions.ts";
import { notAgreed, refuseAgreements } from "../recorded-agreements.ts";
import { withSteps } from "../stage-progress.ts";
import { obligationsOfNewcomer } from "./redraw-seat.ts";

export interface LaterInstruments {
  readonly instruments: readonly Instrument[];
  /** The agreement of each party of a started review, from its source. The secretariat agrees for no party. */
  readonly agreements: readonly OutsideAct[];
}

/** Returns two sets of instruments as one, in their usual order. */
const together = (some: readonly Instrument[], others: readonly Instrument[]): Instrument[] =>
  Instrument.options.filter((each) => some.includes(each) || others.includes(each));

/**
 * Returns why a review cannot take in instruments, if so: its party has not joined them by a day, or is already
 * reviewed for them.
 */
const refuseInstruments = (
  review: Review,
  instruments: readonly Instrument[],
  live: LivePairings,
  day: CalendarDate,
): Refused | undefined => {
  const reviewed = review.seats[review.party]?.instruments ?? [];
  const already = instruments.filter((each) => reviewed.includes(each));
  if (already.length > 0) return refuse("instruments-reviewed", { instruments: already });
  const party = live.parties.find(({ id }) => id === review.party);
  const joined = party === undefined ? [] : joinedBy(party, { day });
  const foreign = instruments.filter((each) => !joined.includes(each));
  return foreign.length > 0 ? refuse("instruments-not-joined", { instruments: foreign, latest: day }) : undefined;
};

/**
 * Returns the first day on which a party may have agreed: no party agrees to an instrument that the party under review
 * had not joined yet.
 */
const joinedAt = (review: Review, instruments: readonly Instrument[], { parties }: LivePairings): Instant => {
  const joined = parties.find(({ id }) => id === review.party)?.joined ?? {};
  return latest(startOfDay(earliestStart), ...instruments.flatMap((each) => joined[each] ?? []).map(startOfDay));
};

/** Returns the seats that review more once the review is complete again, each with all its instruments then. */
const widenedSeats = (
  review: Review,
  instruments: readonly Instrument[],
  reviewers: readonly Seat[],
): readonly Seat[] => {
  const more = (seat: Seat): readonly Instrument[] =>
    seat.role === "under-review"
      ? instruments
      : (reviewers.find(({ party }) => party === seat.party)?.instruments ?? []).filter((each) =>
          instruments.includes(each),
        );
  return Object.values(review.seats)
    .filter((seat) => more(seat).length > 0)
    .map((seat) => ({ ...seat, instruments: together(seat.instruments, more(seat)) }));
};

type InstrumentsAdded = FactOf<"instruments-added">;

/** The instruments that a review takes in, and the parties that review them in addition to those that lots bring. */
interface Addition extends Pick<
  InstrumentsAdded,
  "happenedAt" | "instruments" | "countedOn" | "agreements" | "carriedFrom" | "pairedAs"
> {
  readonly reviewers: readonly Seat[];
}

/**
 * Returns the fact that a review takes in instruments. Each reviewer reviews them as far as it has joined them by the
 * day that counts. Lots bring the reviewers that are missing, by a seed of 32 bits. Or returns the rules of the lots
 * that this would break.
 */
export const takeInstruments = (
  review: Review,
  { reviewers, ...addition }: Addition,
  live: LivePairings,
  seed: number,
):
  | { readonly ok: true; readonly added: InstrumentsAdded }
  | { readonly ok: false; readonly violations: readonly Violation[] } => {
  const paired = pairedReview(live, review.id);
  if (paired === undefined) throw new Error(`${review.id} is in no live pairing`);
  const { instruments, countedOn } = addition;
  const { id, party } = review;
  const counted = { ...paired.days.countedOn, ...Object.fromEntries(instruments.map((each) => [each, countedOn])) };
  const days = { ...paired.days, countedOn: counted };
  const limitWaived = paired.isLimitWaived;
  const wanted = together(review.seats[party]?.instruments ?? [], instruments);
  const complete = drawMissing({ id, party, instruments: wanted, days, reviewers, limitWaived }, live, seed);
  if (!complete.ok) return complete;
  const drawn = complete.reviewers.filter((seat) => review.seats[seat.party] === undefined);
  const added: InstrumentsAdded = {
    kind: "instruments-added",
    review: id,
    ...addition,
    widened: [...widenedSeats(review, instruments, complete.reviewers)],
    ...(drawn.length === 0 ? {} : { drawn }),
    ...defined({ draw: complete.draw }),
  };
  const seats = Object.values(evolveReview(review, added).seats);
  const newcomers = drawn.map((seat) => seat.party);
  const violations = brokenByPairing({ id, party, seats, ...days, limitWaived }, newcomers, live);
  return violations.length > 0 ? { ok: false, violations } : { ok: true, added };
};

/** A pairing of the party in another cluster, and who of it would come to a review for instruments. */
interface PairedElsewhere {
  readonly id: Review["id"];
  readonly reviewers: readonly Seat[];
}

/**
 * Returns the parties that review the party for instruments in the other live clusters and have no seat here. Pairings
 * hold for all clusters [S6], so no other party is drawn. The first cluster that covers some counts, in the order of
 * reading.
 */
const pairedElsewhere = (
  review: Review,
  instruments: readonly Instrument[],
  live: LivePairings,
): PairedElsewhere | undefined => {
  const takesPart = new Set(live.parties.flatMap((one) => (one.participation === "takes-part" ? [one.id] : [])));
  const away = new Set(review.drawnAway?.map(({ party }) => party));
  const comes = ({ party, role }: Seat): boolean =>
    role !== "under-review" && review.seats[party] === undefined && takesPart.has(party) && !away.has(party);
  for (const { id, party, seats } of live.elsewhere ?? []) {
    if (party !== review.party) continue;
    const reviewers = seats.filter(comes).flatMap((seat): readonly Seat[] => {
      const some = instruments.filter((each) => seat.instruments.includes(each));
      return some.length === 0 ? [] : [{ party: seat.party, role: "additional-reviewer", instruments: some }];
    });
    if (reviewers.length > 0) return { id, reviewers };
  }
  return undefined;
};

/**
 * Takes in instruments, reviewed by the parties that another cluster's pairing has for them, or else by parties that
 * lots bring.
 */
const takeAsPaired = (
  review: Review,
  addition: Omit<Addition, "reviewers">,
  live: LivePairings,
  seed: number,
): ReturnType<typeof takeInstruments> => {
  const reviewers = reviewingSeats(review);
  const paired = pairedElsewhere(review, addition.instruments, live);
  if (paired !== undefined) {
    const asPaired = { ...addition, reviewers: [...reviewers, ...paired.reviewers], pairedAs: paired.id };
    const taken = takeInstruments(review, asPaired, live, seed);
    const comes = (seat: Seat): boolean => paired.reviewers.some(({ party }) => party === seat.party);
    // The other pairing brings no party where a rule would break, or where the reviewers here can review the
    // instruments.
    if (taken.ok && taken.added.drawn?.some(comes) === true) return taken;
  }
  return takeInstruments(review, { ...addition, reviewers }, live, seed);
};

/**
 * Takes in instruments that the party joined after a review's instruments were set. Before the start this needs nothing
 * more, since a party is reviewed for what it has joined by then. After the start they count at once, and not with the
 * next cluster, if every party of the review agrees [D]. The reviewers review them as far as they have joined them
 * today. For the rest come the parties that review them in another cluster, or else an additional draw brings
 * reviewers, over all live pairings, by a seed of 32 bits. A party that comes to a started review has an obligation to
 * name a focal point in two weeks and experts in four. Refused once answers are in, while an agreement is missing or
 * dated before the party joined, for instruments that the party has not joined or is reviewed for, and where the draw
 * would break a rule of the lots.
 */
export const addInstruments = (
  review: Review,
  by: Actor,
  { instruments, agreements }: LaterInstruments,
  live: LivePairings,
  seed: number,
  now: Instant,
): Decision => {
  const refused =
    deniedTo(by, "instruments.add", { review }, now) ??
    refuseWrongStage("instruments.add", review) ??
    refuseInstruments(review, instruments, live, dayOf(now)) ??
    refuseAgreements(review, by, agreements, now, joinedAt(review, instruments, live));
  if (refused !== undefined) return refused;
  const parties = review.stage === "scheduled" ? [] : notAgreed(review, agreements);
  if (parties.length > 0) return refuse("parties-disagree", { parties });
  const countedOn = dayOf(now);
  const addition = { instruments: together([], instruments), countedOn, agreements: [...agreements], happenedAt: now };
  const taken = takeAsPaired(review, addition, live, seed);
  if (!taken.ok) return refuse("breaks-lots-rules", { violations: taken.violations });
  const { added } = taken;
  const after = evolveReview(review, added);
  const obligations = (added.drawn ?? []).flatMap(({ party }) => obligationsOfNewcomer(after, party, countedOn, now));
  return withSteps(review, [added, ...obligations], now);
};
