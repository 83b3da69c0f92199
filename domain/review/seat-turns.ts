import type { PartyId } from "../../schemas/base/ids.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";

/** A drawing that brought a party into a review later, or took one from it, or both for one seat. */
interface SeatTurn {
  readonly at: Instant;
  readonly came?: PartyId;
  readonly went?: PartyId;
}

type SeatRecords = Pick<Review, "drawnAway" | "additionalTurns" | "additions">;

/**
 * Returns every change of seats by lot since the first drawing, the earliest first; additional reviewers among them.
 */
export const seatTurns = ({ drawnAway = [], additionalTurns = [], additions = [] }: SeatRecords): readonly SeatTurn[] =>
  [
    ...drawnAway.map(({ party, by, at }): SeatTurn => ({ at, went: party, came: by })),
    ...additionalTurns.flatMap(({ party, part, at }): readonly SeatTurn[] =>
      part === "narrowed" ? [] : [part === "drawn" ? { at, came: party } : { at, went: party }],
    ),
    ...additions.flatMap(({ drawn, at }) => drawn.map((came): SeatTurn => ({ at, came }))),
  ].toSorted((one, other) => one.at.localeCompare(other.at));

/** Returns when lots drawn again last brought a party into a review; undefined where they never did. */
export const cameByLot = (review: SeatRecords, party: PartyId): Instant | undefined =>
  seatTurns(review).findLast(({ came }) => came === party)?.at;

/** Returns whether lots drawn at an instant removed a party from a review. */
export const wentByLot = (review: SeatRecords, party: PartyId, at: Instant): boolean =>
  seatTurns(review).some((turn) => turn.went === party && turn.at === at);

/** Returns the parties that lots removed from a review after an instant, and that did not come back. */
export const wentByLotSince = (review: Review, since: Instant): readonly PartyId[] => [
  ...new Set(
    seatTurns(review).flatMap(({ went, at }) =>
      went !== undefined && at > since && review.seats[went] === undefined ? [went] : [],
    ),
  ),
];

/** Returns when lots last removed a party from a review, up to an instant; undefined where they did not. */
export const wentByLotUntil = (review: SeatRecords, party: PartyId, until: Instant): Instant | undefined =>
  seatTurns(review).findLast(({ went, at }) => went === party && at <= until)?.at;

/**
 * Returns whether the party of a seat has left the Convention, so that no person is named for it before lots are drawn.
 */
export const isVacated = ({ vacated = [] }: Review, party: PartyId): boolean =>
  vacated.some((seat) => seat.party === party);

/** Returns whether a party has requested a redraw of a seat, and waits for it. */
export const hasAskedFor = ({ redrawsAsked = [] }: Review, party: PartyId, seat: PartyId): boolean =>
  redrawsAsked.some((request) => request.by === party && request.seat === seat);

/**
 * Returns since when a seat is to be redrawn: the first pending request, or the denunciation of its party; undefined
 * where there is neither.
 */
export const firstAskedAt = ({ redrawsAsked = [], vacated = [] }: Review, seat: PartyId): Instant | undefined =>
  [...redrawsAsked.filter((request) => request.seat === seat), ...vacated.filter(({ party }) => party === seat)]
    .map(({ at }) => at)
    .toSorted()[0];
