import { defined } from "../../schemas/base/defined.ts";
import type * as z from "zod";
import { cycleAndClusterOf, type Hash, type PartyId } from "../../schemas/base/ids.ts";
import type { Clarification, Review } from "../../schemas/model/review.ts";
import type {
  AnswersView,
  ClarificationView,
  DraftView,
  FeedbackView,
  ObservationsView,
  PublicationSummary,
  PublicationView,
  PublishedTextView,
  TextView,
} from "../../schemas/views/review.ts";
import type { DocumentText, Draft, DraftPlace } from "../../schemas/model/draft.ts";
import type { Instant, Instrument } from "../../schemas/base/values.ts";
import type { Actor } from "../base/actor.ts";
import { isInStage } from "../review/permissions.ts";
import type { Documents } from "../review/commands/questionnaire.ts";
import { publishedParts, visibleInstruments } from "../review/visibility.ts";
import {
  clarificationState,
  clearedFeedback,
  decisionViews,
  observationsState,
  readableFeedback,
} from "./review-details.ts";

/** Texts that were submitted, by hash. */
export type Texts = ReadonlyMap<Hash, DocumentText>;

const textViews = (documents: Documents, instruments: readonly Instrument[], texts: Texts): TextView[] =>
  instruments.flatMap((instrument) => {
    const hash = documents[instrument];
    const document = hash === undefined ? undefined : texts.get(hash);
    if (hash === undefined || document === undefined) return [];
    const { text, reference } = document;
    return [{ instrument, hash, text, ...defined({ reference }) }];
  });

/** Returns published texts, and the instruments of which none is available: a text is never published as empty. */
const availableTexts = (documents: Documents, instruments: readonly Instrument[], texts: Texts) => {
  const all = textViews(documents, instruments, texts);
  const withoutText = all.filter(({ text }) => text === "").map(({ instrument }) => instrument);
  return {
    texts: all
      .filter(({ text }) => text !== "")
      .map(({ instrument, hash, text }): PublishedTextView => ({ instrument, hash, text })),
    ...(withoutText.length === 0 ? {} : { withoutText }),
  };
};

/** Returns the hashes of the question and the answer. */
export const textsOfClarification = ({ question, answer }: Clarification): readonly Hash[] =>
  answer === undefined ? [question] : [question, answer];

/** Returns the answers for one caller. */
export const answersView = (review: Review, actor: Actor, texts: Texts, now: Instant): z.infer<typeof AnswersView> => {
  const { answers, answersOpenedAt } = review;
  if (answers === undefined) return { review: review.id, texts: [] };
  return {
    review: review.id,
    submittedAt: answers.at,
    ...defined({ receivedOn: answers.receivedOn, openedAt: answersOpenedAt }),
    texts: textViews(answers.documents, visibleInstruments("answers", review, actor, now), texts),
  };
};

/** Returns one party's present feedback, or that of a former reviewer, for one caller. */
export const feedbackOf = (
  review: Review,
  { cleared, documents }: ReturnType<typeof readableFeedback>[number],
  actor: Actor,
  texts: Texts,
  now: Instant,
): z.infer<typeof FeedbackView>["items"][number] => ({
  ...cleared,
  texts: textViews(documents, visibleInstruments("feedback", review, actor, now), texts),
});

/** Returns a draft, or that nothing was written yet. */
export const draftView = (place: DraftPlace, draft: Draft | undefined): DraftView => {
  const { review, party, kind, instrument } = place;
  const where = { review, ...cycleAndClusterOf(review), party, kind, instrument };
  return draft === undefined
    ? { ...where, version: 0 }
    : {
        ...where,
        version: draft.version,
        text: draft.text,
        changedAt: draft.changedAt,
        changedBy: draft.changedBy,
      };
};

/** Returns the question, and the answer where there is one. */
export const clarificationView = (review: Review, one: Clarification, texts: Texts): ClarificationView => {
  const frozen = (hash: Hash) => ({ hash, text: texts.get(hash)?.text ?? "" });
  return {
    ...clarificationState(review, one),
    question: frozen(one.question),
    ...(one.answer === undefined ? {} : { answer: frozen(one.answer) }),
  };
};

/** Returns questions and answers, in the order of the questions. */
export const clarificationViews = (review: Review, texts: Texts): ClarificationView[] =>
  (review.clarifications ?? []).map((one) => clarificationView(review, one, texts));

/** Returns list and summary as they were submitted, or their location, and the subjects of the observations. */
const listView = ({ text: list, summary = "", reference, items }: DocumentText) => ({
  list,
  summary,
  ...defined({ reference, items }),
});

/** Returns a list for all readers: list and summary are left out where no text is available. */
const publishedList = (document: DocumentText) => {
  const { list, summary, ...others } = listView(document);
  return { ...(list === "" ? {} : { list }), ...(summary === "" ? {} : { summary }), ...others };
};

/** Returns the current list with its summary, or that there is none yet. */
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
    };
  return {
    review: id,
    ...observationsState(review, observations),
    hash: observations.document,
    ...listView(document),
  };
};

/** Returns the summary of a publication of a list of observations; undefined where none was published. */
export const publicationSummary = (review: Review): z.infer<typeof PublicationSummary> | undefined => {
  const { id, party, observations } = review;
  if (observations?.publishedAt === undefined || !isInStage("published.read", review)) return undefined;
  return { review: id, party, ...cycleAndClusterOf(id), publishedAt: observations.publishedAt };
};

/** A version of the list for all readers. */
export interface PublishedVersion {
  readonly version: number;
  readonly document: Hash;
  readonly publishedAt: Instant;
  readonly replaces?: { readonly version: number; readonly reason: string };
  readonly replacedBy?: { readonly version: number; readonly at: Instant };
}

/** Returns the published version of this number, the latest where none is given; undefined where it does not exist. */
export const publishedVersion = ({ observations }: Review, wanted?: number): PublishedVersion | undefined => {
  if (observations?.publishedAt === undefined) return undefined;
  const { version, document, publishedAt, replaced = [] } = observations;
  const all = [...replaced, { version, document, publishedAt }];
  const place = all.findIndex((one) => one.version === (wanted ?? version));
  const [found, before, next] = [all[place], replaced[place - 1], all[place + 1]];
  if (found === undefined) return undefined;
  return {
    version: found.version,
    document: found.document,
    publishedAt: found.publishedAt,
    ...(before === undefined ? {} : { replaces: { version: before.version, reason: before.reason } }),
    ...(next === undefined ? {} : { replacedBy: { version: next.version, at: next.publishedAt } }),
  };
};

const instrumentsOf = (review: Review, party: PartyId): readonly Instrument[] => review.seats[party]?.instruments ?? [];

type Publication = z.infer<typeof PublicationView>;
type Dialogue = NonNullable<Publication["dialogue"]>;

/** One of the public texts other than the list: its hashes, and its presentation. */
export interface PublishedText {
  readonly hashes: readonly Hash[];
  readonly show: (texts: Texts) => ShownText;
}
interface ShownText {
  readonly answers?: readonly PublishedTextView[];
  readonly answersWithoutText?: readonly Instrument[];
  readonly feedback?: Dialogue["feedback"][number];
  readonly clarification?: Dialogue["clarifications"][number];
}

/**
 * Returns the texts that the party of a concluded review consented to publish: its answers, the feedback, the
 * clarifications.
 */
export const publishedTexts = (review: Review): readonly PublishedText[] => {
  const { answers, clarifications = [] } = review;
  const parts = publishedParts(review);
  const answered = instrumentsOf(review, review.party).flatMap((instrument): PublishedText[] => {
    const hash = answers?.documents[instrument];
    if (answers === undefined || hash === undefined) return [];
    return [
      {
        hashes: [hash],
        show: (texts) => {
          const available = availableTexts(answers.documents, [instrument], texts);
          return { answers: available.texts, answersWithoutText: available.withoutText ?? [] };
        },
      },
    ];
  });
  const cleared = clearedFeedback(review).map(({ party, cleared: { at, documents } }): PublishedText => ({
    hashes: Object.values(documents),
    show: (texts) => ({
      feedback: { party, clearedAt: at, ...availableTexts(documents, instrumentsOf(review, party), texts) },
    }),
  }));
  const clarified = clarifications.map((one): PublishedText => ({
    hashes: textsOfClarification(one),
    show: (texts) => {
      const { number, askedBy, question, answer } = clarificationView(review, one, texts);
      const answeredBy = answer === undefined ? {} : { answer: answer.text };
      return { clarification: { number, askedBy, question: question.text, ...answeredBy } };
    },
  }));
  return [
    ...(parts.includes("answers") ? answered : []),
    ...(parts.includes("dialogue") ? [...cleared, ...clarified] : []),
  ];
};

/**
 * Returns the hashes of all public texts of a review: each published version of the list, and the texts that its party
 * consented to publish.
 */
export const publishedHashes = (review: Review): readonly Hash[] => {
  const { observations } = review;
  if (observations === undefined || publicationSummary(review) === undefined) return [];
  const lists = [...(observations.replaced ?? []), observations].map(({ document }) => document);
  return [...lists, ...publishedTexts(review).flatMap(({ hashes }) => hashes)];
};

/**
 * Returns the public texts of a concluded review: list and summary, and the submitted texts of the parts that its party
 * consented to (paragraph 32). Undefined where nothing is published.
 */
export const publicationView = (
  review: Review,
  published: PublishedVersion | undefined,
  list: DocumentText | undefined,
  shown: readonly ShownText[],
): Publication | undefined => {
  const summary = publicationSummary(review);
  const { answers } = review;
  const parts = publishedParts(review);
  const decisions = decisionViews(review);
  if (summary === undefined || published === undefined || list === undefined || parts.length === 0) return undefined;
  const { document, ...version } = published;
  const missing = shown.flatMap(({ answersWithoutText = [] }) => answersWithoutText);
  const dialogue = {
    feedback: shown.flatMap(({ feedback }) => feedback ?? []),
    clarifications: shown.flatMap(({ clarification }) => clarification ?? []),
  };
  return {
    ...summary,
    ...version,
    observations: { hash: document, ...publishedList(list) },
    ...defined({ decisions }),
    ...(parts.includes("answers") && answers !== undefined
      ? {
          answers: shown.flatMap((one) => one.answers ?? []),
          ...(missing.length === 0 ? {} : { answersWithoutText: missing }),
        }
      : {}),
    ...(parts.includes("dialogue") ? { dialogue } : {}),
  };
};
