import type { Fact } from "../../../schemas/model/fact.ts";
import type { PartyId, ReviewId } from "../../../schemas/base/ids.ts";
import type { Party } from "../../../schemas/model/party.ts";
import type { Review } from "../../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import { type Refused, refuse } from "../../base/decision.ts";
import { resolveRecordedDate } from "../../base/recorded-date.ts";
import { latest } from "../../base/time.ts";
import { isLive } from "../blockers.ts";
import { evolveReview } from "../evolve.ts";
import { openObligations, voidObligations } from "../obligations.ts";
import { isVacated } from "../seat-turns.ts";
import { factsOfLeaving } from "./redraw-seat.ts";

export interface Denunciation {
  /** The day on which its denunciation took effect. */
  readonly leftOn: CalendarDate;
  /** The document that notified it. */
  readonly document: string;
}

/** The changes that the denunciation of a party makes, in one transaction. */
export interface DenunciationChanges {
  readonly ok: true;
  readonly party: readonly Fact[];
  readonly reviews: readonly { readonly id: ReviewId; readonly facts: readonly Fact[] }[];
}

/**
 * Discontinues the review of a party that has left: no obligation stays open in it, and the mandates of the party end.
 */
const discontinue = (review: Review, denunciation: Denunciation, at: Instant, now: Instant): readonly Fact[] => {
  const leaving = factsOfLeaving(review, review.party, at, now);
  const rest = leaving.reduce(evolveReview, review);
  return [
    ...leaving,
    ...voidObligations(rest, openObligations(rest), now),
    { kind: "review-discontinued", happenedAt: at, review: review.id, ...denunciation },
  ];
};

/**
 * Vacates the seat of a party that has left, in a review in which it reviewed: its obligations and mandates end, and
 * its seat waits for lots.
 */
export const vacateSeat = (
  review: Review,
  party: PartyId,
  { leftOn }: Pick<Denunciation, "leftOn">,
  at: Instant,
  now: Instant,
): readonly Fact[] => [
  ...factsOfLeaving(review, party, at, now),
  { kind: "seat-vacated", happenedAt: at, review: review.id, party, leftOn },
];

/**
 * Returns which missions are notified of which reviews: all that take part in a review of the party, including the
 * party itself.
 */
const notifiedOf = (reviews: readonly Review[]) => {
  const seats = reviews.flatMap((review) =>
    Object.values(review.seats)
      .filter(({ party }) => !isVacated(review, party))
      .map(({ party }) => ({ party, review: review.id })),
  );
  return [...Map.groupBy(seats, ({ party }) => party)].map(([party, held]) => ({
    party,
    reviews: held.map(({ review }) => review).toSorted(),
  }));
};

/**
 * Records that a party has left the Convention, on a day that has come, by the document that notified it. Its own
 * reviews that have not concluded are discontinued, in the stage that they had reached. Where it reviews, lots are to
 * be drawn for its seat, which counts for no party among its redraws. Its obligations are void, its questions closed,
 * and the mandates of its people end. Its answers and cleared feedback stay. A recorded denunciation returns no fact.
 * Refused for a party that takes part in nothing.
 */
export const recordDenunciation = (
  party: Party,
  reviews: readonly Review[],
  denunciation: Denunciation,
  now: Instant,
): DenunciationChanges | Refused => {
  const { left } = party;
  const isRepeated = left?.leftOn === denunciation.leftOn && left.document === denunciation.document;
  if (party.participation === "not-taking-part" && isRepeated) return { ok: true, party: [], reviews: [] };
  if (party.participation !== "takes-part") return refuse("not-taking-part", { party: party.id });
  const when = resolveRecordedDate(denunciation.leftOn, now);
  if (!when.ok) return when;
  const concerned = reviews.filter((review) => review.seats[party.id] !== undefined && isLive(review));
  return {
    ok: true,
    party: [
      { kind: "party-left", happenedAt: when.at, party: party.id, ...denunciation, notified: notifiedOf(concerned) },
    ],
    reviews: concerned.map((review) => {
      const at = latest(when.at, review.stageSince);
      return {
        id: review.id,
        facts:
          review.party === party.id
            ? discontinue(review, denunciation, at, now)
            : vacateSeat(review, party.id, denunciation, at, now),
      };
    }),
  };
};
