import type { MandateId, PartyId } from "../../schemas/base/ids.ts";
import type { CorrectableDate } from "../../schemas/model/review-facts.ts";
import type { ConsultationRound, Mandate, Obligation, Review } from "../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { dayOf } from "../base/time.ts";
import { questionnaireLimitDay } from "./due-dates.ts";
import { obligationIdOf } from "./obligations.ts";

/** A date of a review that is on record: what it is of, and whose. */
export interface RecordedDate {
  readonly what: CorrectableDate;
  /** Whose feedback or agreement, or the party to which a seat was drawn. */
  readonly party?: PartyId | undefined;
  /** Of a nomination. */
  readonly mandate?: MandateId | undefined;
  /** Of a further meeting. */
  readonly round?: number | undefined;
}

/** A further meeting of the consultation by its number; undefined where there is none. */
export const roundOf = ({ consultation }: Review, round: number | undefined): ConsultationRound | undefined =>
  consultation?.rounds?.find(({ number }) => number === round);

const dayOfAny = (at: Instant | undefined): CalendarDate | undefined => (at === undefined ? undefined : dayOf(at));

/** The duty by which a party agreed to the version on the table; undefined while it has not. */
export const metAgreement = (review: Review, party: PartyId): Obligation | undefined => {
  const duty = review.obligations[obligationIdOf("agreement", party)];
  const { observations } = review;
  // Agreements to an erratum met no duty: they came with it.
  const hasAgreed =
    observations !== undefined &&
    observations.replaced === undefined &&
    observations.agreed[party] === observations.version;
  return hasAgreed && duty?.state === "met" ? duty : undefined;
};

/** The last drawing by which a party took a seat; undefined where it held it from the beginning. */
export const drawingTo = ({ drawnAway = [] }: Review, party: PartyId) => drawnAway.findLast(({ by }) => by === party);

/** Whether a party came with the last drawing by which another took a seat: as that other, or drawn additionally. */
export const cameWith = (review: Review, party: PartyId, newcomer: PartyId): boolean =>
  party === newcomer ||
  review.additionalTurns?.some(
    (turn) =>
      turn.part === "drawn" &&
      turn.party === party &&
      turn.with === newcomer &&
      turn.at === drawingTo(review, newcomer)?.at,
  ) === true;

/** The day on which the answers are due by the outcome: the one agreed on, or the last of the six months. */
const answersDueOn = ({ consultation }: Review): CalendarDate | undefined =>
  consultation?.clockStartsOn === undefined
    ? undefined
    : (consultation.answersDueOn ?? questionnaireLimitDay(consultation.clockStartsOn));

const partyDates = {
  feedback: (review: Review, party: PartyId) => dayOfAny(review.feedback?.[party]?.at),
  agreement: (review: Review, party: PartyId) => dayOfAny(metAgreement(review, party)?.settledAt),
  redraw: (review: Review, party: PartyId) => dayOfAny(drawingTo(review, party)?.at),
};

/** The date as it is on record; undefined where nothing is. */
export const recordedDate = (
  review: Review,
  { what, party, mandate, round }: RecordedDate,
): CalendarDate | undefined => {
  switch (what) {
    case "start":
      return review.startedOn;
    case "meeting":
      return review.consultation?.heldOn;
    case "round":
      return roundOf(review, round)?.heldOn;
    case "consultation":
      return review.consultation?.concludedOn;
    case "clock":
      return review.consultation?.clockStartsOn;
    case "answers-due":
      return answersDueOn(review);
    case "submission":
      return review.answers?.receivedOn;
    case "nomination":
      return mandate === undefined ? undefined : dayOfAny(review.mandates[mandate]?.since);
    case "feedback":
    case "agreement":
    case "redraw":
      return party === undefined ? undefined : partyDates[what](review, party);
  }
};

/** Mandates of the same party and role that ended when this one began. */
export const predecessorsOf = (review: Review, { id, party, role, since }: Mandate): readonly Mandate[] =>
  Object.values(review.mandates).filter(
    (other) => other.id !== id && other.party === party && other.role === role && other.until === since,
  );
