import type * as z from "zod";
import type { Hash, PartyId } from "../../schemas/base/ids.ts";
import type { Review } from "../../schemas/model/review.ts";
import type {
  AnswersView,
  ClarificationView,
  DraftView,
  FeedbackView,
  ObservationsView,
  PublicationSummary,
  PublicationView,
  TextView,
} from "../../schemas/views/review.ts";
import type { DocumentText, Draft, DraftPlace } from "../../schemas/model/draft.ts";
import type { Instant, Instrument } from "../../schemas/base/values.ts";
import type { Actor } from "../base/actor.ts";
import { isInStage } from "../review/permissions.ts";
import type { Documents } from "../review/commands/questionnaire.ts";
import { publishedParts, visibleInstruments } from "../review/visibility.ts";
import { clarificationState, clearedFeedback, observationsState, readableFeedback } from "./review-details.ts";

/** Texts that were handed over, by hash. */
export type Texts = ReadonlyMap<Hash, DocumentText>;

const textViews = (documents: Documents, instruments: readonly Instrument[], texts: Texts): TextView[] =>
  instruments.flatMap((instrument) => {
    const hash = documents[instrument];
    const document = hash === undefined ? undefined : texts.get(hash);
    return hash === undefined || document === undefined ? [] : [{ instrument, hash, text: document.text }];
  });

/** The hashes of every text that was handed over in a review and may be read. */
export const handedOver = (review: Review): readonly Hash[] => {
  const { answers, clarifications = [], observations } = review;
  return [
    ...Object.values(answers?.documents ?? {}),
    ...readableFeedback(review).flatMap(({ documents }) => Object.values(documents)),
    ...clarifications.flatMap(({ question, answer }) => [question, ...(answer === undefined ? [] : [answer])]),
    ...(observations === undefined ? [] : [observations.document]),
  ];
};

/** The answers as one caller may read them. */
export const answersView = (review: Review, actor: Actor, texts: Texts, now: Instant): z.infer<typeof AnswersView> => {
  const { answers, answersOpenedAt } = review;
  if (answers === undefined) return { review: review.id, texts: [] };
  return {
    review: review.id,
    submittedAt: answers.at,
    ...(answers.receivedOn === undefined ? {} : { receivedOn: answers.receivedOn }),
    ...(answersOpenedAt === undefined ? {} : { openedAt: answersOpenedAt }),
    texts: textViews(answers.documents, visibleInstruments("answers", review, actor, now), texts),
  };
};

/** The feedback that is in, and that of former reviewers, as one caller may read it. */
export const feedbackView = (
  review: Review,
  actor: Actor,
  texts: Texts,
  now: Instant,
): z.infer<typeof FeedbackView> => {
  const instruments = visibleInstruments("feedback", review, actor, now);
  return {
    review: review.id,
    items: readableFeedback(review).map(({ cleared, documents }) => ({
      ...cleared,
      texts: textViews(documents, instruments, texts),
    })),
  };
};

/** A draft, or that nothing was written yet. */
export const draftView = (place: DraftPlace, draft: Draft | undefined): DraftView => {
  const { review, party, kind, instrument } = place;
  return draft === undefined
    ? { review, party, kind, instrument, version: 0, text: null }
    : {
        review,
        party,
        kind,
        instrument,
        version: draft.version,
        text: draft.text,
        changedAt: draft.changedAt,
        changedBy: draft.changedBy,
      };
};

/** What was asked and answered, in the order of asking. */
export const clarificationViews = (review: Review, texts: Texts): ClarificationView[] =>
  (review.clarifications ?? []).map((each) => {
    const frozen = (hash: Hash) => ({ hash, text: texts.get(hash)?.text ?? "" });
    return {
      ...clarificationState(review, each),
      question: frozen(each.question),
      ...(each.answer === undefined ? {} : { answer: frozen(each.answer) }),
    };
  });

/** The list on the table with its summary, or that there is none yet. */
export const observationsView = (review: Review, texts: Texts): z.infer<typeof ObservationsView> => {
  const { id, observations } = review;
  const document = observations === undefined ? undefined : texts.get(observations.document);
  if (observations === undefined || document === undefined)
    return {
      review: id,
      version: 0,
      agreedBy: [],
      awaitedFrom: [],
      awaitingPublication: false,
      list: null,
      summary: null,
    };
  return {
    review: id,
    ...observationsState(review, observations),
    hash: observations.document,
    list: document.text,
    summary: document.summary ?? "",
  };
};

/** That a list of observations was published; undefined where none was. */
export const publicationSummary = (review: Review): z.infer<typeof PublicationSummary> | undefined => {
  const { id, party, cluster, observations } = review;
  if (observations?.publishedAt === undefined || !isInStage("published.read", review)) return undefined;
  return { review: id, party, cluster, publishedAt: observations.publishedAt };
};

const dialogueOf = (review: Review, texts: Texts): NonNullable<z.infer<typeof PublicationView>["dialogue"]> => ({
  feedback: clearedFeedback(review).map(({ party, cleared }) => ({
    party,
    clearedAt: cleared.at,
    texts: textViews(cleared.documents, instrumentsOf(review, party), texts),
  })),
  clarifications: clarificationViews(review, texts).map(({ number, askedBy, question, answer }) => ({
    number,
    askedBy,
    question: question.text,
    ...(answer === undefined ? {} : { answer: answer.text }),
  })),
});

const instrumentsOf = (review: Review, party: PartyId): readonly Instrument[] => review.seats[party]?.instruments ?? [];

/**
 * What everybody may read of a concluded review: list and summary, and the parts that its party consented to
 * (paragraph 32). Undefined where nothing is published.
 */
export const publicationView = (review: Review, texts: Texts): z.infer<typeof PublicationView> | undefined => {
  const summary = publicationSummary(review);
  const { observations, answers } = review;
  const document = observations === undefined ? undefined : texts.get(observations.document);
  const parts = publishedParts(review);
  if (summary === undefined || observations === undefined || document === undefined || parts.length === 0)
    return undefined;
  return {
    ...summary,
    observations: { hash: observations.document, list: document.text, summary: document.summary ?? "" },
    ...(parts.includes("answers") && answers !== undefined
      ? { answers: textViews(answers.documents, instrumentsOf(review, review.party), texts) }
      : {}),
    ...(parts.includes("dialogue") ? { dialogue: dialogueOf(review, texts) } : {}),
  };
};
