import type { ReviewId } from "../../schemas/base/ids.ts";
import type { SuppressedAddress } from "../../schemas/model/address.ts";
import type { Letter, LetterText, Recipient } from "../../schemas/model/letter.ts";
import type { ObligationKind, Review } from "../../schemas/model/review.ts";
import type {
  LetterExplanation,
  LetterTextState,
  LetterTextView,
  LetterView,
  SuppressedAddressView,
} from "../../schemas/views/letter.ts";
import { restsOn } from "../letters/sources.ts";
import { successorLetterId } from "../letters/settlement.ts";
import { needsSettlement } from "../letters/lifecycle.ts";
import { letterIdOf } from "../letters/letter-id.ts";
import { dayOf, dueDate, longDate } from "../base/time.ts";

const formerInWords = ({ beforeChange }: { readonly beforeChange?: number | undefined }): string =>
  beforeChange === undefined ? "" : `, at the address before change ${beforeChange}`;

/** For whom a letter is, in words: of persons only the id. */
export const recipientOf = (recipient: Recipient): string => {
  switch (recipient.kind) {
    case "mission":
      return `permanent mission of ${recipient.party}${formerInWords(recipient)}`;
    case "user":
      return `user ${recipient.user}${formerInWords(recipient)}`;
    case "office":
      return recipient.office;
  }
};

/** A letter without its text and without the address: what it was about and what became of it. */
export const letterView = (letter: Letter): LetterView => ({
  id: letter.id,
  kind: letter.content.kind,
  state: letter.state,
  ...(letter.reason === undefined ? {} : { reason: letter.reason }),
  ...(letter.party === undefined ? {} : { party: letter.party }),
  recipient: recipientOf(letter.recipient),
  ...(letter.subjectLine === undefined ? {} : { subject: letter.subjectLine }),
  ...(letter.reference === undefined ? {} : { reference: letter.reference }),
  ...(letter.language === undefined ? {} : { language: letter.language }),
  plannedAt: letter.plannedAt,
  changedAt: letter.changedAt,
  reviews: reviewsOf(letter),
});

/** Whether a letter's text can be read, and why not. What was put back did not leave, whatever was written for it. */
const textStateOf = (
  { state, claims, textKept, textErasedAt }: Letter,
  said: LetterText | undefined,
): LetterTextState => {
  if (state === "planned" || state === "skipped" || claims === 0) return "not-sent";
  if (said !== undefined) return "kept";
  return textKept === true || textErasedAt !== undefined ? "erased" : "not-kept";
};

/** What a letter says, as it was sent, and where it went; each as long as it is kept. */
export const letterTextView = (letter: Letter, said: LetterText | undefined): LetterTextView => {
  const state = textStateOf(letter, said);
  const subject = state === "kept" ? said?.subject : letter.subjectLine;
  const handedOverAt = letter.history.findLast((step) => step.state === "claimed")?.at;
  const isSent = state !== "not-sent";
  return {
    letter: letter.id,
    ...(letter.party === undefined ? {} : { party: letter.party }),
    state,
    ...(isSent && subject !== undefined ? { subject } : {}),
    ...(state === "kept" && said !== undefined ? { text: said.text, html: said.html } : {}),
    ...(isSent && letter.language !== undefined ? { language: letter.language } : {}),
    ...(isSent && letter.recipientName !== undefined ? { name: letter.recipientName } : {}),
    ...(isSent && letter.address !== undefined ? { address: letter.address } : {}),
    ...(isSent && letter.contact !== undefined ? { contact: letter.contact } : {}),
    ...(isSent && handedOverAt !== undefined ? { handedOverAt } : {}),
    ...(letter.addressErasedAt === undefined ? {} : { addressErasedAt: letter.addressErasedAt }),
    ...(letter.textErasedAt === undefined ? {} : { textErasedAt: letter.textErasedAt }),
  };
};

/** The reviews of whose duties a letter speaks, and the one that a notice is about. */
const reviewsOf = ({ speaksOf = [], content }: Letter): ReviewId[] => [
  ...new Set([
    ...speaksOf.map(({ review }) => review),
    ...("review" in content && content.review !== undefined ? [content.review] : []),
  ]),
];

/** An address to which nothing is sent, with the letter that failed there. */
export const suppressedAddressView = (mark: SuppressedAddress, letter: Letter | undefined): SuppressedAddressView => ({
  letter: mark.letter,
  recipient: recipientOf(mark.recipient),
  ...(letter?.party === undefined ? {} : { party: letter.party }),
  ...(letter?.address === undefined ? {} : { address: letter.address }),
  ...(letter?.contact === undefined ? {} : { contact: letter.contact }),
  why: mark.why,
  since: mark.at,
  ...(mark.released === undefined ? {} : { released: mark.released }),
});

const dutyNames = {
  "focal-point": "name a focal point",
  experts: "name governmental experts",
  questionnaire: "submit its answers",
  feedback: "clear its written feedback",
  clarification: "answer a request for clarification",
  agreement: "agree to the list of observations",
} as const satisfies Record<ObligationKind, string>;

const occasionInWords = ({ content }: Letter): string => {
  if (content.kind === "invitation") return "An invitation, because the person was registered or named.";
  if (content.kind === "daily-list") return `The secretariat's list of ${longDate(content.day, "en")}.`;
  if (content.kind === "digest") return `The weekly digest of ${longDate(content.on, "en")}, as the mission asked.`;
  if (content.kind === "late-start")
    return `The start of group ${content.group}, which was recorded long after its day.`;
  if (content.kind === "start-undone")
    return `The start of group ${content.group}, which was undone after letters about it had left.`;
  if (!("occasion" in content)) return `A notice: ${content.kind}.`;
  const { kind, party, group, review, dueAt, generation } = content.occasion;
  return `Reminder ${content.rung} of the duty of ${party} to ${dutyNames[kind]} in ${review ?? `group ${group}`}, due at the end of ${longDate(dayOf(dueAt), "en")} (generation ${generation}).`;
};

/** Why it goes where it goes, where that is not the one usual address. */
const addressInWords = ({ attempt, contact, content, requested }: Letter): string => {
  if (requested === true) return " Sent again, because nobody knew whether the letter before had left.";
  if (content.kind === "invitation") return attempt > 1 ? ` Invitation ${attempt} of this person.` : "";
  if (contact === "former") return " To the address before, of which another has taken the place.";
  const anew = attempt > 1 ? " Written anew, because it failed at another address." : "";
  return contact === "second" ? `${anew} To the second address, because letters failed at the first.` : anew;
};

const digestInWords = ({ digest }: Letter): string =>
  digest === undefined
    ? ""
    : ` A copy of what a focal point has, while nothing was overdue: told in the weekly digest, letter ${digest}.`;

/** What a letter says of itself of which nobody knows, or knew, whether it left: what is known, and what can be done. */
const settlementInWords = (letter: Letter): string => {
  const { id, state, reason, attentionAt, settlement } = letter;
  const last = letter.history.findLast((step) => step.state === "unknown")?.why;
  const unknown = `It is not known whether it left${last === undefined ? "" : ` (${last})`}.`;
  if (needsSettlement(letter))
    return ` ${unknown} It is not sent again by itself. The secretariat finds out, and settles it by POST /v1/letters/${id}/settlement: it went out, or it is sent again. A report of the mail service settles it, too.`;
  if (state === "unknown")
    return ` ${unknown} A report of the mail service is awaited until ${attentionAt}; then it is sent once more, or left to a person.`;
  if (state === "settled" && reason === "superseded")
    return ` ${unknown} Nobody needs to know: what it speaks of is over, and it would not be sent now.`;
  if (settlement === undefined) return "";
  const found = settlement.outcome === "went-out" ? "that it went out" : "that it is sent again";
  return ` A person of the secretariat said on ${longDate(dayOf(settlement.at), "en")} ${found}.`;
};

/** Why a letter that waits has not left, as far as the mail service or the sender said it. */
const postponementInWords = ({ state, history }: Letter): string => {
  const why = history.at(-1)?.why;
  return state === "planned" && why !== undefined
    ? ` It could not leave so far (${why}) and is tried again by itself.`
    : "";
};

/** The settlement as it is told to the secretariat, or to the recipient's party. */
const settlementView = (letter: Letter, reader: LetterReader): Pick<LetterExplanation, "settlement"> => {
  if (letter.settlement === undefined) return {};
  const { outcome, at, by, reason } = letter.settlement;
  return {
    settlement: {
      outcome,
      at,
      ...(reader === "secretariat" ? { by, ...(reason === undefined ? {} : { reason }) } : {}),
      ...(outcome === "send-again" ? { newAttempt: successorLetterId(letter) } : {}),
    },
  };
};

/** For whom a letter is explained: the secretariat is told also who of it settled a letter, and why. */
export type LetterReader = "secretariat" | "party";

const openedOnFor = ({ speaksOf = [] }: Letter, reviews: readonly Review[]) =>
  speaksOf.map(
    ({ review, obligation }) => reviews.find(({ id }) => id === review)?.obligations[obligation]?.openedOn,
  )[0];

/**
 * Why a letter came about, or why it was not sent: rule, date, generation, recipient, and how what it speaks of
 * stands now.
 */
export const explainLetter = (
  letter: Letter,
  reviews: readonly Review[],
  reader: LetterReader = "party",
): LetterExplanation => {
  const { content } = letter;
  const outcome = letter.reason === undefined ? letter.state : `${letter.state} (${letter.reason})`;
  return {
    letter: letterView(letter),
    rule: letter.rule,
    ...restsOn(letter, openedOnFor(letter, reviews)),
    ...("occasion" in content
      ? { occasion: { ...content.occasion, ...dueDate(content.occasion.dueAt) }, rung: content.rung }
      : {}),
    plannedFor: letter.plannedFor,
    attempt: letter.attempt,
    ...(letter.attempt === 1 ? {} : { before: letterIdOf(content, letter.recipient, letter.attempt - 1) }),
    ...(letter.messageId === undefined ? {} : { messageId: letter.messageId }),
    recipient: recipientOf(letter.recipient),
    ...settlementView(letter, reader),
    ...(letter.contact === undefined ? {} : { contact: letter.contact }),
    ...(letter.digest === undefined ? {} : { digest: letter.digest }),
    obligations: (letter.speaksOf ?? []).map((ref) => {
      const obligation = reviews.find(({ id }) => id === ref.review)?.obligations[ref.obligation];
      const superseded = obligation === undefined || obligation.generation !== ref.generation;
      const stands = obligation === undefined ? {} : { kind: obligation.kind, ...dueDate(obligation.dueAt) };
      return { ...ref, ...stands, now: superseded ? "superseded" : obligation.state };
    }),
    history: letter.history.map((step) => ({
      at: step.at,
      state: step.state,
      ...(step.why === undefined ? {} : { why: step.why }),
    })),
    inWords: `${occasionInWords(letter)} Planned for ${letter.plannedFor} to the ${recipientOf(letter.recipient)}.${addressInWords(letter)}${digestInWords(letter)} Now: ${outcome}.${postponementInWords(letter)}${settlementInWords(letter)}`,
  };
};
