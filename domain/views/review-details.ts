import { defined } from "../../schemas/base/defined.ts";
import type * as z from "zod";
import { cycleAndClusterOf, PartyId } from "../../schemas/base/ids.ts";
import type { Clarification, Observations, Review } from "../../schemas/model/review.ts";
import { ConsultationFields, type ConsultationView, type DivisionView } from "../../schemas/views/consultation.ts";
import type { CountryProfile } from "../../schemas/views/country-profile.ts";
import type {
  AnswersState,
  ClarificationSummary,
  DecisionView,
  FeedbackState,
  ObservationsState,
  reviewDetails,
} from "../../schemas/views/review.ts";
import { type Instant, Instrument } from "../../schemas/base/values.ts";
import type { Actor } from "../base/actor.ts";
import { dueDate } from "../base/time.ts";
import { clarificationIdOf } from "../review/obligations.ts";
import { agreementAwaitedFrom } from "../review/missing-acts.ts";
import { undividedInstruments } from "../review/division.ts";
import { type ReviewPart, seesClarification, seesPart } from "../review/visibility.ts";
import { waiverDay } from "./listed-reviews.ts";
import { namedParties } from "./named.ts";

/** Returns the instruments that texts were submitted for, in their usual order. */
const instrumentsOf = (documents: Readonly<Partial<Record<Instrument, unknown>>>): Instrument[] =>
  Instrument.options.filter((instrument) => documents[instrument] !== undefined);

/** Returns the instant of a settlement, where it has come. */
const settlement = (at: Instant | undefined) => (at === undefined ? {} : { settledAt: at });

const answersState = ({ answers, answersOpenedAt }: Review): z.infer<typeof AnswersState> | undefined =>
  answers && {
    submittedAt: answers.at,
    ...defined({ receivedOn: answers.receivedOn, openedAt: answersOpenedAt }),
    instruments: instrumentsOf(answers.documents),
  };

/** Returns the feedback that is in, with its clearing users, in the order of the parties' codes. */
export const clearedFeedback = ({ feedback = {} }: Review) =>
  Object.entries(feedback)
    .flatMap(([party, cleared]) => (cleared === undefined ? [] : [{ party: PartyId.parse(party), cleared }]))
    .toSorted((one, other) => (one.party < other.party ? -1 : 1));

/** Returns the feedback that may be read: the present feedback, then that of former reviewers, marked as theirs. */
export const readableFeedback = (review: Review) => [
  ...clearedFeedback(review).map(({ party, cleared: { at, documents } }) => ({
    cleared: { party, clearedAt: at },
    documents,
  })),
  ...(review.formerFeedback ?? []).map(({ party, at, documents, drawnAwayAt, by }) => ({
    cleared: { party, clearedAt: at, formerReviewer: { until: drawnAwayAt, replacedBy: by } },
    documents,
  })),
];

/**
 * Returns the decisions by which the review continues without an act, in the order of recording; undefined where there
 * are none.
 */
export const decisionViews = ({ decisions }: Review): z.infer<typeof DecisionView>[] | undefined =>
  decisions?.map(({ party, kind, body, document, decidedOn }) => ({ party, kind, body, document, decidedOn }));

/** Returns the progress of a review, for all readers. */
export const publicReviewView = (review: Review): z.infer<typeof CountryProfile>["reviews"][number] => {
  const { id, group, stage, startedOn, discontinued } = review;
  const decisions = decisionViews(review);
  return {
    review: id,
    ...cycleAndClusterOf(id),
    group,
    stage,
    ...defined({ startedOn }),
    ...(discontinued === undefined ? {} : { discontinuedOn: discontinued.leftOn }),
    ...defined({ decisions }),
  };
};

const feedbackState = (review: Review): z.infer<typeof FeedbackState>[] | undefined =>
  review.feedback &&
  readableFeedback(review).map(({ cleared, documents }) => ({ ...cleared, instruments: instrumentsOf(documents) }));

/** Returns a request for clarification without its text. */
export const clarificationState = (
  review: Review,
  clarification: Clarification,
): z.infer<typeof ClarificationSummary> => {
  const { number, askedBy, askedAt, state, settledAt } = clarification;
  const dueAt = review.obligations[clarificationIdOf(number, review.party)]?.dueAt;
  return {
    number,
    askedBy,
    askedAt,
    instruments: clarification.instruments,
    state,
    ...dueDate(dueAt),
    ...settlement(settledAt),
  };
};

/** Returns the state of a version of the list of observations. */
export const observationsState = (
  review: Review,
  { version, agreed, publishedAt }: Pick<Observations, "version" | "agreed" | "publishedAt">,
): z.infer<typeof ObservationsState> => {
  const parties = Object.values(review.seats).map(({ party }) => party);
  const awaitedFrom = publishedAt === undefined ? [...agreementAwaitedFrom(review)] : [];
  return {
    version,
    agreedBy: namedParties(parties.filter((party) => agreed[party] === version)),
    awaitedFrom: namedParties(awaitedFrom),
    awaitingPublication: publishedAt === undefined && awaitedFrom.length === 0,
    ...defined({ publishedAt }),
  };
};

/** Returns the consultation for a reply: a stored row may hold more than this version knows, and no reply may. */
const consultationView = ({ consultation }: Review): ConsultationView | undefined => {
  if (consultation === undefined) return undefined;
  const { concludedAt: _, toConfirmWith, rounds, ...known } = consultation;
  const held = rounds?.map(({ number, heldOn, mode, by, source }) => ({
    number,
    heldOn,
    mode,
    ...defined({ by, source }),
  }));
  const newcomers = toConfirmWith === undefined ? {} : { toConfirmWith: namedParties(toConfirmWith) };
  return { ...ConsultationFields.strip().parse(known), ...defined({ rounds: held }), ...newcomers };
};

/** Returns the division of the work, with its open parts. */
const divisionView = (review: Review): DivisionView | undefined => {
  const { division } = review;
  if (division === undefined) return undefined;
  const { parts, at, by, source, toConfirmWith } = division;
  return {
    parts: parts.map(({ party, instruments }) => ({ party, instruments })),
    undivided: [...undividedInstruments(review, review.party)],
    dividedAt: at,
    by,
    ...defined({ source }),
    ...(toConfirmWith === undefined ? {} : { toConfirmWith: namedParties(toConfirmWith) }),
  };
};

type Details = z.infer<z.ZodObject<typeof reviewDetails>>;

/** Returns the parts of a review that a user sees and that have content. */
export const detailsFor = (review: Review, actor: Actor, now: Instant): Details => {
  const ifSeen = <Value>(part: ReviewPart, value: Value): Value | undefined =>
    seesPart(actor, review, part, now) ? value : undefined;
  return {
    officer: ifSeen("officer", review.officer),
    consultation: ifSeen("consultation", consultationView(review)),
    division: ifSeen("division", divisionView(review)),
    answers: ifSeen("answers", answersState(review)),
    feedback: ifSeen("feedback", feedbackState(review)),
    clarifications: ifSeen(
      "clarifications",
      review.clarifications
        ?.filter((each) => seesClarification(each, review, actor, now))
        .map((each) => clarificationState(review, each)),
    ),
    observations: ifSeen("observations", review.observations && observationsState(review, review.observations)),
    redraws: ifSeen(
      "redraws",
      review.redrawsAsked?.map(({ by, seat, at }) => ({ by, seat, at })),
    ),
    reviewerLimitWaivedOn: ifSeen("reviewer-limit", waiverDay(review)),
    consents: ifSeen("consents", review.consents),
    decisions: ifSeen("decisions", decisionViews(review)),
  };
};
