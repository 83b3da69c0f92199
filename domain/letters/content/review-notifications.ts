import type { ObligationId } from "../../../schemas/base/ids.ts";
import type { PublishedPart } from "../../../schemas/model/review.ts";
import type { CalendarDate, DelayReason, Instant, Instrument } from "../../../schemas/base/values.ts";
import { dayOf } from "../../base/time.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import type { NamedDecision } from "./named-decision.ts";
import {
  aboutReview,
  becauseOfPart,
  type DateMessages,
  dateNoticeOf,
  frameStatement,
  type Statement,
} from "./frame-statement.ts";
import { isolateDirection, type Markup, sentences } from "./html.ts";
import { paragraph } from "./layout.ts";
import type { LetterPage, LetterPages } from "./letter-page.ts";
import type { LetterWriter, Phrase } from "./letter-writer.ts";
import type { Frame, ReviewNamed, WorkKind } from "./letter-frame.ts";
import { byDecision, day, endOf, instrumentPhrases, phrase, withClusters } from "./phrases.ts";

export interface About extends Frame {
  readonly review: ReviewNamed;
}

/**
 * Received responses, to the reviewing parties, which may read them. A reviewing party without a focal point is
 * notified by its mission.
 */
export interface AnswersReceived extends About {
  readonly kind: "answers-received";
  readonly receivedOn: CalendarDate;
  /** The instruments that the reader's party reviews. */
  readonly instruments: readonly Instrument[];
  /** The due date of the feedback or, as long as it cannot begin, the parties without a focal point. */
  readonly feedback: { readonly dueAt: Instant } | { readonly withoutFocalPoint: readonly NamedParty[] };
}

/** A return of the responses, to the reviewing parties: their feedback is not due for now. */
export interface AnswersReturned extends About {
  readonly kind: "answers-returned";
  readonly dueAt: Instant;
}

/** A delay, to all parties of the review: one of them needs more time (paragraph 33). */
export interface DelayNotified extends About {
  readonly kind: "delay-notified";
  readonly obligation: ObligationId;
  readonly obligationKind: WorkKind;
  readonly by: NamedParty;
  readonly reason: DelayReason;
  /** The explanation in the words of the party. */
  readonly explanation?: string;
  readonly dueAt: Instant;
  readonly originalDueAt: Instant;
  readonly beyondRules: boolean;
}

/** A delay that was recorded by mistake, or with a wrong date, to all parties of the review. */
export interface DelayReversed extends About {
  readonly kind: "delay-reversed";
  readonly obligation: ObligationId;
  readonly obligationKind: WorkKind;
  readonly by: NamedParty;
  /** The date that an earlier letter gave. */
  readonly mistakenDueAt: Instant;
  readonly dueAt: Instant;
  readonly isOpen: boolean;
  /** The delay that is in force: corrected, or notified before the one that was reversed. */
  readonly delay?: { readonly originalDueAt: Instant; readonly beyondRules: boolean };
  readonly isCorrected: boolean;
}

export interface ClarificationAsked extends About {
  readonly kind: "clarification-asked";
  readonly number: number;
  readonly askedBy: NamedParty;
  readonly dueAt: Instant;
}

/** A response to a clarification, to the reviewing party that requested it. */
export interface ClarificationAnswered extends About {
  readonly kind: "clarification-answered";
  readonly number: number;
  readonly answeredOn: CalendarDate;
  /** The due date of the feedback of the reader's party; left out if it has cleared it. */
  readonly feedbackDueAt?: Instant;
}

export interface FeedbackComplete extends About {
  readonly kind: "feedback-complete";
  readonly agreementDueAt: Instant;
  /** The decisions that make it complete without the feedback of a party. */
  readonly decisions: readonly NamedDecision[];
}

export interface ListToAgree extends About {
  readonly kind: "list-to-agree";
  readonly version: number;
  readonly dueAt: Instant;
}

export interface ListPublished extends About {
  readonly kind: "list-published";
  /** True if the reader's party is the one under review, which may consent to more. */
  readonly isOwn: boolean;
  /** The parts that the party may still consent to publish. */
  readonly confidential: readonly PublishedPart[];
}

export type Notice =
  | AnswersReceived
  | AnswersReturned
  | DelayNotified
  | DelayReversed
  | ClarificationAsked
  | ClarificationAnswered
  | FeedbackComplete
  | ListToAgree
  | ListPublished;

/** Returns the reader's party. */
const partyOf = ({ reader }: Frame): NamedParty => reader.party;

const feedbackDue: DateMessages = { ahead: "feedback-due", passed: ["feedback-due-passed", "date.was-due-by"] };

/** Returns the next actions of the reader's party once the responses are received. */
const feedbackBlocks = (letter: AnswersReceived, writer: LetterWriter): readonly Markup[] => {
  const { say } = writer;
  const party = partyOf(letter);
  const reviews = say("answers-received.reviews", { party, instruments: instrumentPhrases(letter.instruments) });
  if ("dueAt" in letter.feedback)
    return [
      paragraph(sentences([reviews, say("answers-received.draft")])),
      dateNoticeOf(writer, letter, letter.feedback.dueAt, feedbackDue),
    ];
  const vacant = letter.feedback.withoutFocalPoint;
  return [
    paragraph(
      sentences([
        reviews,
        say("answers-received.waits"),
        ...(vacant.length === 0 ? [] : [say("answers-received.vacant", { parties: vacant, count: vacant.length })]),
      ]),
    ),
    paragraph(say("answers-received.time-counts")),
  ];
};

const answersReceived = (letter: AnswersReceived, writer: LetterWriter): Statement => {
  const { review, reader, receivedOn } = letter;
  const values = { ...aboutReview(review), day: day(receivedOn) };
  return {
    subject: withClusters(phrase("answers-received.subject"), [review.id]),
    that: writer.say(reader.kind === "mission" ? "answers-received.mission" : "answers-received.person", values),
    blocks: feedbackBlocks(letter, writer),
    because: becauseOfPart(letter),
  };
};

const answersReturned = (letter: AnswersReturned, writer: LetterWriter): Statement => ({
  subject: withClusters(phrase("answers-returned.subject"), [letter.review.id]),
  that: writer.say("answers-returned.that", aboutReview(letter.review)),
  blocks: [
    paragraph(writer.say("answers-returned.until", { party: partyOf(letter) })),
    dateNoticeOf(writer, letter, letter.dueAt, {
      ahead: "answers-returned.due",
      passed: ["answers-returned.due-passed", "date.were-due-by"],
    }),
  ],
  because: becauseOfPart(letter),
});

/** Returns the original date of a delayed obligation, marked if the new one is beyond the rules. */
const originalDate = (writer: LetterWriter, originalDueAt: Instant, beyondRules: boolean): Markup => {
  const original = writer.say("delay-notified.original", { end: endOf(originalDueAt) });
  return paragraph(beyondRules ? sentences([original, writer.say("delay-notified.beyond-rules")]) : original);
};

const delayNotified = (letter: DelayNotified, writer: LetterWriter): Statement => {
  const { review, by, reason, explanation, dueAt } = letter;
  const { say } = writer;
  return {
    subject: withClusters(phrase("delay-notified.subject", { day: day(dayOf(dueAt)) }), [review.id]),
    that: say("delay-notified.that", {
      ...aboutReview(review),
      by,
      obligation: phrase(`duty.${letter.obligationKind}`, { party: by }),
      reason: phrase(`delay.reason.${reason}`),
    }),
    blocks: [
      ...(explanation === undefined
        ? []
        : [paragraph(say("delay-notified.words", { by, explanation: isolateDirection(explanation) }))]),
      dateNoticeOf(writer, letter, dueAt, {
        ahead: "delay-notified.due",
        passed: ["delay-notified.due", "date.was-the"],
      }),
      originalDate(writer, letter.originalDueAt, letter.beyondRules),
    ],
    because: becauseOfPart(letter),
  };
};

const delayReversed = (letter: DelayReversed, writer: LetterWriter): Statement => {
  const { review, by, dueAt, mistakenDueAt, isOpen, delay, isCorrected } = letter;
  const key = isCorrected ? "delay-corrected" : "delay-reversed";
  const due = isCorrected ? "delay-notified.due" : "delay-reversed.due";
  return {
    subject: withClusters(phrase(`${key}.subject`, { day: day(dayOf(dueAt)) }), [review.id]),
    that: writer.say(`${key}.that`, {
      ...aboutReview(review),
      day: day(dayOf(mistakenDueAt)),
      obligation: phrase(`duty.${letter.obligationKind}`, { party: by }),
    }),
    blocks: [
      ...(isOpen ? [dateNoticeOf(writer, letter, dueAt, { ahead: due, passed: [due, "date.was-the"] })] : []),
      ...(delay === undefined ? [] : [originalDate(writer, delay.originalDueAt, delay.beyondRules)]),
    ],
    because: becauseOfPart(letter),
  };
};

const clarificationAsked = (letter: ClarificationAsked, writer: LetterWriter): Statement => {
  const { review, number, askedBy: by } = letter;
  return {
    subject: withClusters(phrase("clarification-asked.subject", { number }), [review.id]),
    that: writer.say("clarification-asked.that", { ...aboutReview(review), by, number }),
    blocks: [
      dateNoticeOf(writer, letter, letter.dueAt, {
        ahead: "clarification-asked.due",
        passed: ["clarification-asked.due-passed", "date.was-suggested-by"],
      }),
      paragraph(writer.say("clarification-asked.read")),
    ],
    because: becauseOfPart(letter),
  };
};

const clarificationAnswered = (letter: ClarificationAnswered, writer: LetterWriter): Statement => {
  const { review, number, feedbackDueAt } = letter;
  return {
    subject: withClusters(phrase("clarification-answered.subject", { number }), [review.id]),
    that: writer.say("clarification-answered.that", {
      ...aboutReview(review),
      number,
      party: partyOf(letter),
      day: day(letter.answeredOn),
    }),
    blocks: [
      paragraph(writer.say("clarification-answered.read")),
      ...(feedbackDueAt === undefined ? [] : [dateNoticeOf(writer, letter, feedbackDueAt, feedbackDue)]),
    ],
    because: becauseOfPart(letter),
  };
};

/** Returns "that of Chad, by decision of the Conference of the Parties of 17 October 2022 (CTOC/COP/2022/9)". */
const thatOfSilent = ({ party, ...decision }: NamedDecision): Phrase =>
  phrase("that-of-party", { party, decision: byDecision(decision) });

const feedbackComplete = (letter: FeedbackComplete, writer: LetterWriter): Statement => {
  const { review, decisions } = letter;
  const about = aboutReview(review);
  return {
    subject: withClusters(phrase("feedback-complete.subject"), [review.id]),
    that:
      decisions.length === 0
        ? writer.say("feedback-complete.all", about)
        : writer.say("feedback-complete.without", { ...about, silent: decisions.map(thatOfSilent) }),
    blocks: [
      paragraph(writer.say("feedback-complete.next", about)),
      dateNoticeOf(writer, letter, letter.agreementDueAt, {
        ahead: "feedback-complete.due",
        passed: ["feedback-complete.due-passed", "date.was-due-by"],
      }),
    ],
    because: becauseOfPart(letter),
  };
};

const listToAgree = (letter: ListToAgree, writer: LetterWriter): Statement => {
  const version = { version: letter.version };
  return {
    subject: withClusters(phrase("list-to-agree.subject", version), [letter.review.id]),
    that: writer.say("list-to-agree.that", { ...aboutReview(letter.review), ...version }),
    blocks: [
      paragraph(writer.say("list-to-agree.awaited", { party: partyOf(letter) })),
      dateNoticeOf(writer, letter, letter.dueAt, {
        ahead: "list-to-agree.due",
        passed: ["list-to-agree.due-passed", "date.was-due-by"],
      }),
    ],
    because: becauseOfPart(letter),
  };
};

const listPublished = (letter: ListPublished, writer: LetterWriter): Statement => {
  const { review, isOwn, confidential } = letter;
  const about = aboutReview(review);
  return {
    subject: withClusters(phrase("list-published.subject"), [review.id]),
    that: writer.say("list-published.that", about),
    blocks: [
      paragraph(
        isOwn && confidential.length > 0
          ? writer.say("list-published.confidential", {
              ...about,
              count: confidential.length,
              parts: confidential.map((part) => phrase(`list-published.part.${part}`)),
            })
          : writer.say("list-published.thanks", { party: partyOf(letter) }),
      ),
    ],
    because: becauseOfPart(letter),
  };
};

/**
 * Returns a notification in the form for its reader: RM/c1-FR/answers-received, with its matter if a review has
 * several.
 */
export const statementPage = <Input extends About & { readonly kind: string }>(
  said: (letter: Input, writer: LetterWriter) => Statement,
  detail?: (letter: Input) => string,
): LetterPage<Input> => ({
  reference: (letter) => {
    const base = `RM/${letter.review.id}/${letter.kind}`;
    return detail === undefined ? base : `${base}/${detail(letter)}`;
  },
  page: (letter, reference, writer) => frameStatement(writer, letter, said(letter, writer), reference),
});

export const noticePages: LetterPages<Notice> = {
  "answers-received": statementPage(answersReceived),
  "answers-returned": statementPage(answersReturned),
  "delay-notified": statementPage(delayNotified, ({ obligation }) => obligation),
  "delay-reversed": statementPage(delayReversed, ({ obligation }) => obligation),
  "clarification-asked": statementPage(clarificationAsked, ({ number }) => String(number)),
  "clarification-answered": statementPage(clarificationAnswered, ({ number }) => String(number)),
  "feedback-complete": statementPage(feedbackComplete),
  "list-to-agree": statementPage(listToAgree, ({ version }) => String(version)),
  "list-published": statementPage(listPublished),
};
