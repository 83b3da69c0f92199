import { defined } from "../../schemas/base/defined.ts";
import { cycleAndClusterOf } from "../../schemas/base/ids.ts";
import type { SuppressedAddress } from "../../schemas/model/address.ts";
import type { Letter, LetterText } from "../../schemas/model/letter.ts";
import type { Review } from "../../schemas/model/review.ts";
import type {
  LetterExplanation,
  LetterTextState,
  LetterTextView,
  LetterView,
  SuppressedAddressView,
} from "../../schemas/views/letter.ts";
import { clustersOfLetter, reviewsOfLetter } from "../letters/about-clusters.ts";
import { restsOn } from "../letters/sources.ts";
import { successorLetterId } from "../letters/settlement.ts";
import { letterIdOf } from "../letters/letter-id.ts";
import { dueDate } from "../base/time.ts";
import type { Wording } from "../labels/words.ts";
import { explanationInWords } from "./letter-wording.ts";
import { recipientView } from "./named.ts";

/** Returns a letter without its text and without the address: its subject and its result. */
export const letterView = (letter: Letter): LetterView => ({
  id: letter.id,
  kind: letter.content.kind,
  state: letter.state,
  ...defined({ reason: letter.reason, party: letter.party }),
  recipient: recipientView(letter.recipient),
  ...defined({
    subject: letter.subjectLine,
    reference: letter.reference,
    language: letter.language,
    languagesTried: letter.languagesTried,
  }),
  plannedAt: letter.plannedAt,
  changedAt: letter.changedAt,
  reviews: reviewsOfLetter(letter),
  clusters: clustersOfLetter(letter),
});

/**
 * Returns whether a letter's text can be read, and why not. A letter that was put back did not leave, also if it has a
 * text.
 */
const textStateOf = (
  { state, claims, textKept, textErasedAt }: Letter,
  said: LetterText | undefined,
): LetterTextState => {
  if (state === "planned" || state === "skipped" || claims === 0) return "not-sent";
  if (said !== undefined) return "kept";
  return textKept === true || textErasedAt !== undefined ? "erased" : "not-kept";
};

/** Returns the text of a letter, as it was sent, and its address; each as long as it is kept. */
export const letterTextView = (letter: Letter, said: LetterText | undefined): LetterTextView => {
  const state = textStateOf(letter, said);
  const subject = state === "kept" ? said?.subject : letter.subjectLine;
  const handedOverAt = letter.history.findLast((step) => step.state === "claimed")?.at;
  const isSent = state !== "not-sent";
  return {
    state,
    ...(isSent && subject !== undefined ? { subject } : {}),
    ...(state === "kept" && said !== undefined ? { text: said.text, html: said.html } : {}),
    ...(state === "kept" && said?.calendar !== undefined ? { calendar: said.calendar } : {}),
    ...(isSent && letter.language !== undefined ? { language: letter.language } : {}),
    ...(isSent && letter.recipientName !== undefined ? { name: letter.recipientName } : {}),
    ...(isSent && letter.address !== undefined ? { address: letter.address } : {}),
    ...(isSent && letter.contact !== undefined ? { contact: letter.contact } : {}),
    ...(isSent && handedOverAt !== undefined ? { handedOverAt } : {}),
    ...defined({ addressErasedAt: letter.addressErasedAt, textErasedAt: letter.textErasedAt }),
  };
};

/** Returns a suppressed address, with the letter that failed there. */
export const suppressedAddressView = (mark: SuppressedAddress, letter: Letter | undefined): SuppressedAddressView => ({
  letter: mark.letter,
  recipient: recipientView(mark.recipient),
  ...defined({ party: letter?.party, address: letter?.address, contact: letter?.contact }),
  why: mark.why,
  since: mark.at,
  ...defined({ released: mark.unsuppressedAt }),
});

/** Returns the settlement as the secretariat, or the recipient's party, reads it. */
const settlementView = (letter: Letter, reader: LetterReader): Pick<LetterExplanation, "settlement"> => {
  if (letter.settlement === undefined) return {};
  const { outcome, at, by, reason } = letter.settlement;
  return {
    settlement: {
      outcome,
      at,
      ...(reader === "secretariat" ? { by, ...defined({ reason }) } : {}),
      ...(outcome === "send-again" ? { newAttempt: successorLetterId(letter) } : {}),
    },
  };
};

/** The reader of an explanation: the secretariat also reads which of its users settled a letter, and why. */
export type LetterReader = "secretariat" | "party";

const openedOnFor = ({ obligationRefs = [] }: Letter, reviews: readonly Review[]) =>
  obligationRefs.map(
    ({ review, obligation }) => reviews.find(({ id }) => id === review)?.obligations[obligation]?.openedOn,
  )[0];

/**
 * Explains why a letter came about, or why it was not sent: rule, date, generation, recipient, and the present state of
 * its subject; in the words of the given language.
 */
export const explainLetter = (
  letter: Letter,
  reviews: readonly Review[],
  wording: Wording,
  reader: LetterReader = "party",
): LetterExplanation => {
  const { content } = letter;
  return {
    rule: wording.words.letterRules[content.kind],
    ...restsOn(letter, openedOnFor(letter, reviews), wording.words.sourceDocuments),
    ...("reminderSubject" in content
      ? { occasion: { ...content.reminderSubject, ...dueDate(content.reminderSubject.dueAt) }, rung: content.stepName }
      : {}),
    ...("further" in content && content.further !== undefined
      ? {
          further: content.further.map(({ reminderSubject, stepName }) => ({
            occasion: { ...reminderSubject, ...dueDate(reminderSubject.dueAt) },
            rung: stepName,
          })),
        }
      : {}),
    plannedFor: letter.plannedFor,
    attempt: letter.attempt,
    ...(letter.attempt === 1 ? {} : { before: letterIdOf(content, letter.recipient, letter.attempt - 1) }),
    ...defined({ messageId: letter.messageId }),
    ...settlementView(letter, reader),
    ...defined({ contact: letter.contact, digest: letter.digest, coveredBy: letter.coveredBy }),
    obligations: (letter.obligationRefs ?? []).map((ref) => {
      const obligation = reviews.find(({ id }) => id === ref.review)?.obligations[ref.obligation];
      const superseded = obligation === undefined || obligation.generation !== ref.generation;
      const current = obligation === undefined ? {} : { kind: obligation.kind, ...dueDate(obligation.dueAt) };
      return {
        ...ref,
        ...cycleAndClusterOf(ref.review),
        ...current,
        now: superseded ? "superseded" : obligation.state,
      };
    }),
    history: letter.history.map((step) => ({
      at: step.at,
      state: step.state,
      ...defined({ why: step.why }),
    })),
    inWords: explanationInWords(letter, wording),
  };
};
