import type { Fact, FactOf } from "../../../schemas/model/fact.ts";
import type { Review, Seat } from "../../../schemas/model/review.ts";
import type { OutsideAct } from "../../../schemas/model/source.ts";
import { type CalendarDate, type Instant, Instrument } from "../../../schemas/base/values.ts";
import type { Actor } from "../../base/actor.ts";
import { type Decision, type Refused, refuse } from "../../base/decision.ts";
import { dayOf } from "../../base/time.ts";
import { joinedBy } from "../../lots/instruments.ts";
import { type CompleteReview, drawMissing } from "../../lots/missing-reviewers.ts";
import { brokenByPairing, type LivePairings, pairedReview } from "../../lots/redraw-rules.ts";
import { reviewingSeats } from "../../lots/seats.ts";
import { evolveReview } from "../evolve.ts";
import { deniedTo, refuseWrongStage } from "../permissions.ts";
import { notAgreed, refuseAgreements } from "../recorded-agreements.ts";
import { withSteps } from "../stage-progress.ts";
import { dutiesOfNewcomer } from "./redraw-seat.ts";

export interface LaterInstruments {
  readonly instruments: readonly Instrument[];
  /** Once the review has started: the agreement of each party of it, from its source; the secretariat agrees for nobody. */
  readonly agreements: readonly OutsideAct[];
}

/** Two sets of instruments as one, in their usual order. */
const together = (some: readonly Instrument[], others: readonly Instrument[]): Instrument[] =>
  Instrument.options.filter((each) => some.includes(each) || others.includes(each));

/** Why a review cannot take instruments in: its party has not joined them by a day, or is reviewed for them already. */
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

/** The seats that review more once the review is complete again, each with all that it reviews then. */
const widenedSeats = (
  review: Review,
  instruments: readonly Instrument[],
  complete: CompleteReview,
): readonly Seat[] => {
  const more = (seat: Seat): readonly Instrument[] =>
    seat.role === "under-review"
      ? instruments
      : (complete.reviewers.find(({ party }) => party === seat.party)?.instruments ?? []).filter((each) =>
          instruments.includes(each),
        );
  return Object.values(review.seats)
    .filter((seat) => more(seat).length > 0)
    .map((seat) => ({ ...seat, instruments: together(seat.instruments, more(seat)) }));
};

/**
 * A review takes in instruments that its party joined after they were set: before its start without more, since a party is
 * reviewed for what it has joined by then; from then on at once, and not with the next cluster, where every party of the
 * review agrees to it [D]. Whoever reviews already reviews them as far as it has joined them today; for what is lacking an
 * additional draw brings reviewers, over all live pairings, by a seed of 32 bits. Whoever comes to one that has started owes
 * a focal point in two weeks and experts in four. Refused once answers are in, while an agreement is missing, for what the
 * party has not joined or is reviewed for, and where the draw would break a rule of the lots.
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
    refuseAgreements(review, by, agreements, now);
  if (refused !== undefined) return refused;
  const parties = review.stage === "scheduled" ? [] : notAgreed(review, agreements);
  if (parties.length > 0) return refuse("parties-disagree", { parties });
  const paired = pairedReview(live, review.id);
  if (paired === undefined) throw new Error(`${review.id} is in no live pairing`);
  const countedOn = dayOf(now);
  const days = {
    ...paired.days,
    countedOn: { ...paired.days.countedOn, ...Object.fromEntries(instruments.map((each) => [each, countedOn])) },
  };
  const complete = drawMissing(
    {
      id: review.id,
      party: review.party,
      instruments: together(review.seats[review.party]?.instruments ?? [], instruments),
      days,
      reviewers: reviewingSeats(review),
      limitWaived: paired.isLimitWaived,
    },
    live,
    seed,
  );
  if (!complete.ok) return refuse("breaks-lots-rules", { violations: complete.violations });
  const { drawn, draw } = complete;
  const added: FactOf<"instruments-added"> = {
    kind: "instruments-added",
    happenedAt: now,
    review: review.id,
    instruments: together([], instruments),
    countedOn,
    agreements: [...agreements],
    widened: [...widenedSeats(review, instruments, complete)],
    ...(drawn.length === 0 ? {} : { drawn: [...drawn] }),
    ...(draw === undefined ? {} : { draw }),
  };
  const after = evolveReview(review, added);
  const newcomers = drawn.map(({ party }) => party);
  const pairedAfter = { id: review.id, party: review.party, seats: Object.values(after.seats), ...days };
  const violations = brokenByPairing({ ...pairedAfter, limitWaived: paired.isLimitWaived }, newcomers, live);
  if (violations.length > 0) return refuse("breaks-lots-rules", { violations });
  const duties = newcomers.flatMap((party): readonly Fact[] => dutiesOfNewcomer(after, party, countedOn, now));
  return withSteps(review, [added, ...duties], now);
};
