import type { MandateId, ObligationId, PartyId } from "../../../schemas/base/ids.ts";
import type { CalendarDate, Instant, Language } from "../../../schemas/base/values.ts";
import type { Review } from "../../../schemas/model/review.ts";
import { dayOf } from "../../base/time.ts";
import type { Words } from "../../labels/words.ts";
import type { ThingInPart } from "../visibility.ts";

/** Sentences of kinds of facts that have two. */
export type SentenceVariant =
  "consultation-without-meeting" | "date-corrected-of-party" | "text-attached-to-feedback" | "text-attached-to-list";

/** The additional sentences about additional reviewers. */
export type Sequel = "came" | "left";

/** The words for names, days and codes in the language of the reader. */
export interface Speech {
  readonly labels: Words;
  readonly party: (party: PartyId) => string;
  readonly day: (day: CalendarDate) => string;
  readonly list: (items: readonly string[]) => string;
}

type SentenceValues = Readonly<Record<string, string | number>>;

/** The sentence of a fact, and its readers: those who see the part of the review, and further limits. */
export interface TimelineSentence extends ThingInPart {
  /** The sentence, where it is not the one of the kind. */
  readonly sentence?: SentenceVariant;
  /** The day on which it happened, where the fact says it. */
  readonly on?: CalendarDate;
  /** Additional reviewers that came, or were no longer needed. */
  readonly reviewers?: Readonly<Partial<Record<Sequel, readonly PartyId[]>>>;
  /** The values of the sentence in addition to the party. */
  readonly values?: (speech: Speech) => SentenceValues;
}

export const languagesIn =
  (languages: readonly Language[]) =>
  ({ labels, list }: Speech): SentenceValues => ({
    languages: list(languages.map((language) => labels.languages[language])),
  });

/** Returns the sentence about an obligation, for readers who see the obligations of its party. */
export const aboutObligation = (
  { obligations }: Review,
  id: ObligationId,
  values: (speech: Speech) => SentenceValues = () => ({}),
): TimelineSentence | undefined => {
  const obligation = obligations[id];
  return (
    obligation && {
      part: "own-obligations",
      party: obligation.party,
      values: (speech) => ({ obligation: speech.labels.obligations[obligation.kind], ...values(speech) }),
    }
  );
};

/** Returns the sentence about a new date of an obligation. */
export const aboutDueDate = (
  { obligation, dueAt }: { readonly obligation: ObligationId; readonly dueAt: Instant },
  review: Review,
): TimelineSentence | undefined => aboutObligation(review, obligation, ({ day }) => ({ day: day(dayOf(dueAt)) }));

/** Returns the sentence about a person's service, without the name. */
export const aboutMandate = ({ mandates }: Review, id: MandateId, at: Instant): TimelineSentence | undefined => {
  const mandate = mandates[id];
  return (
    mandate && {
      part: "own-mandates",
      party: mandate.party,
      role: mandate.role,
      values: ({ labels, day }) => ({ role: labels.mandateRoles[mandate.role], day: day(dayOf(at)) }),
    }
  );
};

/** Returns the sentence about a request for clarification, for readers who see the request. */
export const aboutClarification = (
  { number }: { readonly number: number },
  review: Review,
): TimelineSentence | undefined => {
  const clarification = review.clarifications?.find((one) => one.number === number);
  return (
    clarification && {
      part: "clarifications",
      party: clarification.askedBy,
      clarification,
      values: () => ({ number }),
    }
  );
};
