import type { PartyId } from "../../schemas/base/ids.ts";
import type { CorrectableDate, DateSubject } from "../../schemas/model/correctable-date.ts";
import type { ConsultationRound, Mandate, Obligation, Review } from "../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { dayOf } from "../base/time.ts";
import { questionnaireLimitDay } from "./due-dates.ts";
import { delayInForce, obligationIdOf } from "./obligations.ts";

/** A date of a review that is on record: its kind, and which one of that kind. */
export type RecordedDate = { readonly [Key in keyof DateSubject]: DateSubject[Key] };

/** Returns a further meeting of the consultation by its number; undefined where there is none. */
export const roundOf = ({ consultation }: Review, round: number | undefined): ConsultationRound | undefined =>
  consultation?.rounds?.find(({ number }) => number === round);

const dayOfAny = (at: Instant | undefined): CalendarDate | undefined => (at === undefined ? undefined : dayOf(at));

/** Returns the obligation by which a party agreed to the version on the table; undefined while it has not. */
export const metAgreement = (review: Review, party: PartyId): Obligation | undefined => {
  const obligation = review.obligations[obligationIdOf("agreement", party)];
  const { observations } = review;
  // Agreements to an erratum met no obligation: they came with it.
  const hasAgreed =
    observations !== undefined &&
    observations.replaced === undefined &&
    observations.agreed[party] === observations.version;
  return hasAgreed && obligation?.state === "met" ? obligation : undefined;
};

/** Returns the last drawing by which a party took a seat; undefined where it held it from the beginning. */
export const drawingTo = ({ drawnAway = [] }: Review, party: PartyId) => drawnAway.findLast(({ by }) => by === party);

/**
 * Returns whether a party came with the last drawing by which another took a seat: as that other, or drawn
 * additionally.
 */
export const cameWith = (review: Review, party: PartyId, newcomer: PartyId): boolean =>
  party === newcomer ||
  review.additionalTurns?.some(
    (turn) =>
      turn.part === "drawn" &&
      turn.party === party &&
      turn.with === newcomer &&
      turn.at === drawingTo(review, newcomer)?.at,
  ) === true;

/** Returns the day on which the answers are due by the outcome: the one agreed on, or the last of the six months. */
const answersDueOn = ({ consultation }: Review): CalendarDate | undefined =>
  consultation?.clockStartsOn === undefined
    ? undefined
    : (consultation.answersDueOn ?? questionnaireLimitDay(consultation.clockStartsOn));

/**
 * Returns the end of a mandate without a successor. For a mandate that was replaced, the nomination of the successor
 * names the day; for a party that lost its seat, the redraw or the denunciation does.
 */
const removedAt = (review: Review, id: RecordedDate["mandate"]): Instant | undefined => {
  const mandate = id === undefined ? undefined : review.mandates[id];
  if (mandate?.until === undefined) return undefined;
  const { seats, vacated = [] } = review;
  if (seats[mandate.party] === undefined || vacated.some(({ party }) => party === mandate.party)) return undefined;
  const isReplaced = Object.values(review.mandates).some(
    ({ party, role, since }) => party === mandate.party && role === mandate.role && since === mandate.until,
  );
  return isReplaced ? undefined : mandate.until;
};

/** Returns the first publication of the list, before any erratum; undefined while none is published. */
export const firstPublishedAt = ({ observations }: Review): Instant | undefined =>
  observations?.replaced?.[0]?.publishedAt ?? observations?.publishedAt;

/** Returns the publication of an erratum, by the version that it published. */
const erratumAt = ({ observations }: Review, version: number | undefined): Instant | undefined =>
  observations?.replaced?.find((replaced) => replaced.version + 1 === version)?.replacedAt;

/** Returns when a version of the list was drafted; an erratum has no day of drafting other than its publication. */
export const draftedAt = (review: Review, version: number | undefined): Instant | undefined => {
  const { observations } = review;
  if (observations === undefined || erratumAt(review, version) !== undefined) return undefined;
  if (observations.version === version) return observations.draftedAt;
  return observations.formerDrafts?.find((draft) => draft.version === version)?.draftedAt;
};

export const clarificationOf = ({ clarifications }: Review, wanted: number | undefined) =>
  clarifications?.find(({ number }) => number === wanted);

/** Returns the decision that took the place of an obligation. */
export const decisionInPlaceOf = ({ decisions }: Review, obligation: RecordedDate["obligation"]) =>
  decisions?.find(({ kind, party }) => obligationIdOf(kind, party) === obligation);

export const redrawRequestOf = ({ redrawsAsked }: Review, { party, seat }: RecordedDate) =>
  redrawsAsked?.find((request) => request.by === party && request.seat === seat);

type DateOf = (review: Review, date: RecordedDate) => CalendarDate | undefined;

/** The place of the recorded day of each kind: the one table of days that can be corrected. */
const recordedDates: { readonly [What in CorrectableDate]: DateOf } = {
  start: ({ startedOn }) => startedOn,
  meeting: ({ consultation }) => consultation?.heldOn,
  round: (review, { round }) => roundOf(review, round)?.heldOn,
  languages: ({ consultation }) => consultation?.languagesOn,
  consultation: ({ consultation }) => consultation?.concludedOn,
  clock: ({ consultation }) => consultation?.clockStartsOn,
  "answers-due": answersDueOn,
  division: ({ division }) => dayOfAny(division?.at),
  submission: ({ answers }) => answers?.receivedOn,
  opening: ({ answersOpenedAt }) => dayOfAny(answersOpenedAt),
  clarification: (review, { clarification }) => dayOfAny(clarificationOf(review, clarification)?.askedAt),
  "clarification-settlement": (review, { clarification }) =>
    dayOfAny(clarificationOf(review, clarification)?.settledAt),
  feedback: ({ feedback }, { party }) => (party === undefined ? undefined : dayOfAny(feedback?.[party]?.at)),
  list: (review, { version }) => dayOfAny(draftedAt(review, version)),
  agreement: (review, { party }) =>
    party === undefined ? undefined : dayOfAny(metAgreement(review, party)?.settledAt),
  publication: (review) => dayOfAny(firstPublishedAt(review)),
  erratum: (review, { version }) => dayOfAny(erratumAt(review, version)),
  consent: ({ consentedAt }, { part }) => (part === undefined ? undefined : dayOfAny(consentedAt?.[part])),
  nomination: ({ mandates }, { mandate }) => (mandate === undefined ? undefined : dayOfAny(mandates[mandate]?.since)),
  removal: (review, { mandate }) => dayOfAny(removedAt(review, mandate)),
  "redraw-request": (review, date) => dayOfAny(redrawRequestOf(review, date)?.at),
  redraw: (review, { party }) => (party === undefined ? undefined : dayOfAny(drawingTo(review, party)?.at)),
  "reviewer-limit-waiver": ({ reviewerLimitWaivedAt }) => dayOfAny(reviewerLimitWaivedAt),
  "delay-notification": ({ obligations }, { obligation }) =>
    obligation === undefined ? undefined : dayOfAny(delayInForce(obligations[obligation] ?? {})?.at),
  decision: (review, { obligation }) => decisionInPlaceOf(review, obligation)?.decidedOn,
};

/** The date as it is on record; undefined where nothing is. */
export const recordedDate: DateOf = (review, date) => recordedDates[date.what](review, date);

/** Returns mandates of one party and role that ended when this one began. */
export const predecessorsOf = (review: Review, { id, party, role, since }: Mandate): readonly Mandate[] =>
  Object.values(review.mandates).filter(
    (other) => other.id !== id && other.party === party && other.role === role && other.until === since,
  );
