import type { ObligationId } from "../../../schemas/base/ids.ts";
import type { PublishedPart } from "../../../schemas/model/review.ts";
import type { CalendarDate, DelayReason, Instant, Instrument } from "../../../schemas/base/values.ts";
import { dayOf } from "../../base/time.ts";
import { type NamedDecision, thatOfSilent } from "./decision-wording.ts";
import { dutyWords, type WorkKind } from "./obligation-wording.ts";
import {
  day,
  endOf,
  inSentence,
  instrumentWords,
  mandateWords,
  type NamedParty,
  startingWith,
  withClusters,
} from "./wording.ts";
import {
  type Frame,
  frameLetter,
  reviewOf,
  type ReviewNamed,
  type LetterStatement,
  underCluster,
} from "./salutation.ts";
import { capitalize, enumerate, isolateDirection, markup } from "./html.ts";
import { type DateLabel, dateNotice, paragraph } from "./layout.ts";
import type { LetterPage, LetterPages } from "./letter-page.ts";

export interface About extends Frame {
  readonly review: ReviewNamed;
}

/** To those who review: the answers may be read. To the mission of a reviewing party that has no focal point: they are in. */
export interface AnswersReceived extends About {
  readonly kind: "answers-received";
  readonly receivedOn: CalendarDate;
  /** What the reader's party reviews. */
  readonly instruments: readonly Instrument[];
  /** When the feedback is due or, as long as it cannot begin, the parties that have no focal point now. */
  readonly feedback: { readonly dueAt: Instant } | { readonly withoutFocalPoint: readonly NamedParty[] };
}

/** To those who review: the answers went back, and their feedback is not owed for now. */
export interface AnswersReturned extends About {
  readonly kind: "answers-returned";
  readonly dueAt: Instant;
}

/** To all parties of the review: one of them needs more time (paragraph 33). */
export interface DelayNotified extends About {
  readonly kind: "delay-notified";
  readonly obligation: ObligationId;
  readonly duty: WorkKind;
  readonly by: NamedParty;
  readonly reason: DelayReason;
  /** The same in the words of the party. */
  readonly explanation?: string;
  readonly dueAt: Instant;
  readonly originalDueAt: Instant;
  readonly beyondRules: boolean;
}

/** To the party that told of it: the secretariat refused a delay that waited for its approval. */
export interface DelayRefused extends About {
  readonly kind: "delay-refused";
  readonly obligation: ObligationId;
  readonly duty: WorkKind;
  readonly dueOn: CalendarDate;
  /** In the secretariat's words. */
  readonly reason: string;
  readonly dueAt: Instant;
}

export interface ClarificationAsked extends About {
  readonly kind: "clarification-asked";
  readonly number: number;
  readonly askedBy: NamedParty;
  readonly dueAt: Instant;
}

/** To the reviewing party that asked. */
export interface ClarificationAnswered extends About {
  readonly kind: "clarification-answered";
  readonly number: number;
  readonly answeredOn: CalendarDate;
  /** When the reader's party owes its feedback; left out where it has cleared it. */
  readonly feedbackDueAt?: Instant;
}

export interface FeedbackComplete extends About {
  readonly kind: "feedback-complete";
  readonly agreementDueAt: Instant;
  /** Those by which it is complete without the feedback of a party. */
  readonly decisions: readonly NamedDecision[];
}

export interface ListToAgree extends About {
  readonly kind: "list-to-agree";
  readonly version: number;
  readonly dueAt: Instant;
}

export interface ListPublished extends About {
  readonly kind: "list-published";
  /** Whether the reader's party is the one under review, which may consent to more. */
  readonly isOwn: boolean;
  /** What that party may still consent to publish. */
  readonly confidential: readonly PublishedPart[];
}

export type Notice =
  | AnswersReceived
  | AnswersReturned
  | DelayNotified
  | DelayRefused
  | ClarificationAsked
  | ClarificationAnswered
  | FeedbackComplete
  | ListToAgree
  | ListPublished;

const reasons: { readonly [R in DelayReason]: string } = {
  coordination: "coordination among national authorities",
  "information-gathering": "the gathering of information",
  clearance: "clearance processes",
  "digital-gap": "the digital gap",
  translation: "translation",
  "change-of-focal-point": "a change of focal point",
  other: "other grounds",
};

/** The party of whoever reads it. */
export const partyOf = ({ reader }: Frame): NamedParty => reader.party;
const takesPart = (letter: About) => markup`${inSentence(partyOf(letter))} takes part in ${reviewOf(letter.review)}`;
/** Why the reader gets a notice: the party's part in the review, or the person's. */
export const because = (letter: About) => {
  const { reader, review } = letter;
  return reader.kind === "mission"
    ? takesPart(letter)
    : markup`you serve as ${mandateWords[reader.role]} of ${inSentence(reader.party)} in ${reviewOf(review)}`;
};

/** A date, told as past where the letter leaves after it. */
export const dueNotice = ({ now }: Frame, dueAt: Instant, label: DateLabel) =>
  dateNotice(label, endOf(dueAt), now > dueAt);

const partWords: { readonly [P in PublishedPart]: string } = {
  answers: "the answers to the questionnaire",
  dialogue: "the dialogue of written feedback, requests for clarification and their answers",
};
const confidentialWords = ({ confidential }: ListPublished) =>
  enumerate(confidential.map((part) => markup`${partWords[part]}`));

const feedbackDue: DateLabel = { ahead: "Written feedback due", passed: ["Written feedback", "was due by the"] };

/** What the reader's party may do now that the answers are in. */
const feedbackBlocks = (letter: AnswersReceived): LetterStatement["blocks"] => {
  const reviews = markup`${startingWith(partyOf(letter))} reviews the implementation of ${instrumentWords(letter.instruments)}.`;
  if ("dueAt" in letter.feedback)
    return [
      paragraph(
        markup`${reviews} Its experts may begin to draft the written feedback, in cooperation with the other reviewing parties; the focal point clears it.`,
      ),
      dueNotice(letter, letter.feedback.dueAt, feedbackDue),
    ];
  const waits = markup`The written feedback can begin once every party of the review has a focal point.`;
  const vacant = letter.feedback.withoutFocalPoint.map(inSentence);
  return [
    paragraph(
      vacant.length === 0
        ? markup`${reviews} ${waits}`
        : markup`${reviews} ${waits} At present none serves for ${enumerate(vacant)}.`,
    ),
    paragraph(
      markup`Its time counts from the day on which the answers were received all the same. Once it can begin, its date is shown with the review, and the permanent mission is told of it by letter.`,
    ),
  ];
};

const answersReceived = (letter: AnswersReceived): LetterStatement => {
  const { review, reader, receivedOn } = letter;
  const received = markup`that the answers of ${inSentence(review.underReview)} to the self-assessment questionnaire in ${reviewOf(review)} ${underCluster(review)} were received on ${day(receivedOn)}`;
  return {
    subject: withClusters("Answers received from the party under review", [review.id]),
    that: reader.kind === "mission" ? markup`${received}.` : markup`${received} and may now be read.`,
    blocks: feedbackBlocks(letter),
    because: because(letter),
  };
};

const answersReturned = (letter: AnswersReturned): LetterStatement => ({
  subject: withClusters("Answers returned: no feedback is owed for now", [letter.review.id]),
  that: markup`that the answers of ${inSentence(letter.review.underReview)} to the self-assessment questionnaire in ${reviewOf(letter.review)} ${underCluster(letter.review)} were returned at its request, to be submitted again.`,
  blocks: [
    paragraph(
      markup`No written feedback is owed by ${inSentence(partyOf(letter))} until they are, and the date given before no longer stands: the time for the feedback will count anew from the day on which the answers are received again.`,
    ),
    dueNotice(letter, letter.dueAt, { ahead: "Answers due", passed: ["Answers", "were due by the"] }),
  ],
  because: because(letter),
});

const delayNotified = (letter: DelayNotified): LetterStatement => {
  const { what } = dutyWords[letter.duty];
  return {
    subject: withClusters(`Delay notified: new date ${day(dayOf(letter.dueAt)).text}`, [letter.review.id]),
    that: markup`that ${inSentence(letter.by)} has notified a delay of ${what(inSentence(letter.by))} in ${reviewOf(letter.review)} ${underCluster(letter.review)}. The reason given is ${reasons[letter.reason]}.`,
    blocks: [
      ...(letter.explanation === undefined
        ? []
        : [paragraph(markup`In the words of ${inSentence(letter.by)}: ${isolateDirection(letter.explanation)}`)]),
      dueNotice(letter, letter.dueAt, { ahead: "New date", passed: ["New date", "was the"] }),
      paragraph(
        markup`The original date was the ${endOf(letter.originalDueAt)}.${letter.beyondRules ? markup` The new date lies beyond the six months that the procedures and rules foresee.` : markup``}`,
      ),
    ],
    because: because(letter),
  };
};

const delayRefused = (letter: DelayRefused): LetterStatement => {
  const { what } = dutyWords[letter.duty];
  const party = inSentence(partyOf(letter));
  return {
    subject: withClusters("Delay not approved: the date stays", [letter.review.id]),
    that: markup`that it has not approved the delay, until ${day(letter.dueOn)}, of ${what(party)} in ${reviewOf(letter.review)} ${underCluster(letter.review)}.`,
    blocks: [
      dueNotice(letter, letter.dueAt, { ahead: "Date, unchanged", passed: ["Date, unchanged", "was the"] }),
      paragraph(markup`The reason given by the secretariat: ${letter.reason}`),
      paragraph(
        markup`Another delay may be notified with its reason and a new date; the secretariat stands ready to assist should there be any difficulty.`,
      ),
    ],
    because: because(letter),
  };
};

const clarificationAsked = (letter: ClarificationAsked): LetterStatement => ({
  subject: withClusters(`Request for clarification no. ${letter.number}`, [letter.review.id]),
  that: markup`that ${inSentence(letter.askedBy)}, a reviewing party in ${reviewOf(letter.review)} ${underCluster(letter.review)}, requests a clarification of the answers of ${inSentence(letter.review.underReview)}: request no. ${String(letter.number)}.`,
  blocks: [
    dueNotice(letter, letter.dueAt, { ahead: "Answer suggested by", passed: ["Answer", "was suggested by the"] }),
    paragraph(
      markup`The request may be read online, where the focal point answers it. The written feedback is completed when no request is open any more.`,
    ),
  ],
  because: because(letter),
});

const clarificationAnswered = (letter: ClarificationAnswered): LetterStatement => ({
  subject: withClusters(`Request for clarification no. ${letter.number}: answered`, [letter.review.id]),
  that: markup`that ${inSentence(letter.review.underReview)} answered request for clarification no. ${String(letter.number)} of ${inSentence(partyOf(letter))}, in ${reviewOf(letter.review)} ${underCluster(letter.review)}, on ${day(letter.answeredOn)}.`,
  blocks: [
    paragraph(markup`The answer may be read online, beside the request.`),
    ...(letter.feedbackDueAt === undefined ? [] : [dueNotice(letter, letter.feedbackDueAt, feedbackDue)]),
  ],
  because: because(letter),
});

const feedbackComplete = (letter: FeedbackComplete): LetterStatement => ({
  subject: withClusters("Written feedback complete", [letter.review.id]),
  that:
    letter.decisions.length === 0
      ? markup`that every reviewing party has submitted its written feedback in ${reviewOf(letter.review)} ${underCluster(letter.review)}, and that no request for clarification is open.`
      : markup`that the written feedback in ${reviewOf(letter.review)} ${underCluster(letter.review)} is complete without ${thatOfSilent(letter.decisions)}, and that no request for clarification is open.`,
  blocks: [
    paragraph(
      markup`The reviewing parties now prepare the list of observations and its summary, in close cooperation and coordination with ${inSentence(letter.review.underReview)} and with the assistance of the secretariat.`,
    ),
    dueNotice(letter, letter.agreementDueAt, {
      ahead: "Agreement of all parties due",
      passed: ["Agreement of all parties", "was due by the"],
    }),
  ],
  because: because(letter),
});

const listToAgree = (letter: ListToAgree): LetterStatement => ({
  subject: withClusters(`List of observations, version ${letter.version}, for agreement`, [letter.review.id]),
  that: markup`that version ${String(letter.version)} of the list of observations and its summary in ${reviewOf(letter.review)} ${underCluster(letter.review)} is open for agreement.`,
  blocks: [
    paragraph(
      markup`The agreement of ${inSentence(partyOf(letter))} to this version is awaited. Agreement to an earlier version does not count for this one.`,
    ),
    dueNotice(letter, letter.dueAt, { ahead: "Agreement due", passed: ["Agreement", "was due by the"] }),
  ],
  because: because(letter),
});

const listPublished = (letter: ListPublished): LetterStatement => ({
  subject: withClusters("Country review concluded: list of observations published", [letter.review.id]),
  that: markup`that the list of observations and its summary in ${reviewOf(letter.review)} ${underCluster(letter.review)} have been published, and that the review has thereby been concluded.`,
  blocks: [
    paragraph(
      letter.isOwn && letter.confidential.length > 0
        ? markup`${capitalize(confidentialWords(letter))} remain confidential. ${startingWith(letter.review.underReview)} may consent to the publication of ${letter.confidential.length > 1 ? "both or of either" : "what remains"}, in accordance with paragraph 41 of the procedures and rules; this is entirely voluntary.`
        : markup`The secretariat thanks ${inSentence(partyOf(letter))} for its part in the review.`,
    ),
  ],
  because: because(letter),
});

/** A notice in English, in the form for its reader: RM/c1-FR/answers-received, with what it is about where a review has several. */
export const noticePage = <Input extends About & { readonly kind: string }>(
  said: (letter: Input) => LetterStatement,
  detail?: (letter: Input) => string,
): LetterPage<Input> => ({
  reference: (letter) => {
    const base = `RM/${letter.review.id}/${letter.kind}`;
    return detail === undefined ? base : `${base}/${detail(letter)}`;
  },
  page: (letter, reference) => frameLetter(letter, said(letter), reference),
});

export const noticePages: LetterPages<Notice> = {
  "answers-received": noticePage(answersReceived),
  "answers-returned": noticePage(answersReturned),
  "delay-notified": noticePage(delayNotified, ({ obligation }) => obligation),
  "delay-refused": noticePage(delayRefused, ({ obligation }) => obligation),
  "clarification-asked": noticePage(clarificationAsked, ({ number }) => String(number)),
  "clarification-answered": noticePage(clarificationAnswered, ({ number }) => String(number)),
  "feedback-complete": noticePage(feedbackComplete),
  "list-to-agree": noticePage(listToAgree, ({ version }) => String(version)),
  "list-published": noticePage(listPublished),
};
