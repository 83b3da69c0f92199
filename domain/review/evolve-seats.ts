import type { FactOf } from "../../schemas/model/fact.ts";
import type { PartyId } from "../../schemas/base/ids.ts";
import type { Consultation, Observations, Review } from "../../schemas/model/review.ts";
import type { EvolveByKind } from "./review-facts.ts";

const withoutAgreementOf = (observations: Observations, party: PartyId): Observations => {
  const { [party]: _agreed, ...agreed } = observations.agreed;
  const { agreedAt: _at, ...kept } = observations;
  return { ...kept, agreed };
};

const toConfirm = (consultation: Consultation, from: PartyId, newcomer: PartyId): Consultation =>
  consultation.languages === undefined && consultation.concludedOn === undefined
    ? consultation
    : {
        ...consultation,
        toConfirmWith: [...(consultation.toConfirmWith ?? []).filter((party) => party !== from), newcomer],
      };

/** The feedback that counts without what a party had cleared, which stays readable as that of a former reviewer. */
const feedbackWithout = (
  review: Review,
  { from, seat, happenedAt }: FactOf<"seat-redrawn">,
): Pick<Review, "feedback" | "formerFeedback"> => {
  if (review.feedback === undefined) return {};
  const { [from]: cleared, ...feedback } = review.feedback;
  if (cleared === undefined) return { feedback };
  const former = { party: from, at: cleared.at, documents: cleared.documents, drawnAwayAt: happenedAt, by: seat.party };
  return { feedback, formerFeedback: [...(review.formerFeedback ?? []), former] };
};

/**
 * The seat goes to another party. What the old one had cleared stays readable, as of a former reviewer, what it had
 * agreed to stays in the journal, and neither counts any more; what was agreed in the consultation is to be confirmed
 * with the new one.
 */
const redrawSeat = (review: Review, fact: FactOf<"seat-redrawn">): Review => {
  const { from, seat, happenedAt } = fact;
  const { [from]: old, ...others } = review.seats;
  if (old === undefined || others[seat.party] !== undefined)
    throw new Error(`${review.id}: no seat of ${from} to give`);
  const { redrawsAsked = [], ...kept } = review;
  const redrawsOfOthers = redrawsAsked.filter((one) => one.seat !== from);
  return {
    ...kept,
    seats: { ...others, [seat.party]: seat },
    drawnAway: [...(review.drawnAway ?? []), { party: from, by: seat.party, at: happenedAt }],
    ...(redrawsOfOthers.length === 0 ? {} : { redrawsAsked: redrawsOfOthers }),
    ...feedbackWithout(review, fact),
    ...(review.observations === undefined ? {} : { observations: withoutAgreementOf(review.observations, from) }),
    ...(review.consultation === undefined ? {} : { consultation: toConfirm(review.consultation, from, seat.party) }),
  };
};

/** What facts about lots do to a review: a redraw asked for, a seat redrawn. */
export const evolveSeats: EvolveByKind<"redraw-asked" | "redraw-withdrawn" | "seat-redrawn"> = {
  "redraw-asked": (review, { party, seat, happenedAt }) => ({
    ...review,
    redrawsAsked: [...(review.redrawsAsked ?? []), { by: party, seat, at: happenedAt }],
  }),
  "redraw-withdrawn": (review, { party, seat }) => {
    const { redrawsAsked = [], ...kept } = review;
    const others = redrawsAsked.filter((one) => one.by !== party || one.seat !== seat);
    return others.length === 0 ? kept : { ...kept, redrawsAsked: others };
  },
  "seat-redrawn": redrawSeat,
};
