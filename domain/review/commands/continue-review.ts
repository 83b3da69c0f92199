import { defined } from "../../../schemas/base/defined.ts";
import type { Fact, FactOf } from "../../../schemas/model/fact.ts";
import type { PhaseDrawing, PhaseGroup } from "../../../schemas/model/phase.ts";
import type { Mandate, Review, Seat } from "../../../schemas/model/review.ts";
import type { ReviewId } from "../../../schemas/base/ids.ts";
import type { ClusterNumber, Instant, Instrument } from "../../../schemas/base/values.ts";
import { accept, type Decision } from "../../base/decision.ts";
import { areSameSeats } from "../../lots/seats.ts";
import { outlasts } from "../mandates.ts";
import { isVacated } from "../seat-turns.ts";
import { drawReview } from "./start-review.ts";

/** The place of a review in the next cluster: its id, its group, and any later lots of the party. */
export interface NextReviewPlace {
  readonly id: ReviewId;
  readonly cluster: ClusterNumber;
  readonly group: PhaseGroup["group"];
  readonly drawing?: PhaseDrawing | undefined;
  /** For a review that comes after its phase was opened. */
  readonly later?: Pick<FactOf<"review-drawn">, "entry" | "countedOn">;
}

/** A party that has left the Convention: from when on, and by which day. */
export type FormerParty = NonNullable<Review["vacated"]>[number];

/**
 * Returns a mandate as it continues: for an expert who is named for some instruments, those that the seat still has.
 */
const continuedIn = (seats: readonly Seat[], mandate: Mandate): readonly Mandate[] => {
  const seat = seats.find(({ party }) => party === mandate.party);
  if (seat === undefined) return [];
  if (mandate.instruments === undefined) return [mandate];
  const instruments: Instrument[] = mandate.instruments.filter((each) => seat.instruments.includes(each));
  return instruments.length === 0 ? [] : [{ ...mandate, instruments }];
};

/** Returns the seats with what lots gave; unchanged where they changed after these lots. */
const seatsToContinue = ({ seats }: Review, drawing: PhaseDrawing | undefined): readonly Seat[] => {
  const held = Object.values(seats);
  return drawing !== undefined && areSameSeats(held, drawing.seatsBefore) ? drawing.seats : held;
};

/**
 * Sets up the review of a party in the next cluster after its review in the one before. The pairing holds [S6], with
 * what lots gave for instruments that were joined since. Each mandate continues until it ends, and the review keeps its
 * officer and its waiver of the limit of reviewers. Mandates of parties that have left since the conclusion end, and
 * lots are to be drawn for their seats.
 */
export const continueReview = (
  before: Review,
  { id, cluster, group, drawing, later }: NextReviewPlace,
  now: Instant,
  formerParties: readonly FormerParty[] = [],
): Decision => {
  const seats = seatsToContinue(before, drawing);
  const limitWaived = before.reviewerLimitWaivedAt !== undefined;
  const drawn = drawReview({ id, cluster, group, party: before.party, seats, limitWaived, later }, now);
  if (!drawn.ok) return drawn;
  const mandates = Object.values(before.mandates)
    .filter((mandate) => outlasts(mandate, now) && formerParties.every(({ party }) => party !== mandate.party))
    .flatMap((mandate) => continuedIn(seats, mandate));
  const vacated = [
    ...(before.vacated ?? []),
    ...formerParties.filter(({ party }) => !isVacated(before, party) && seats.some((seat) => seat.party === party)),
  ];
  const continued: Fact = {
    kind: "mandates-continued",
    happenedAt: now,
    review: id,
    from: before.id,
    mandates,
    ...defined({ officer: before.officer, drawnAway: before.drawnAway }),
    ...(vacated.length === 0 ? {} : { vacated }),
  };
  return accept([...drawn.facts, continued]);
};
