import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import { dayOf } from "../../base/time.ts";
import { clarificationIdOf, numberOfClarification } from "../../review/obligations.ts";
import type { ContentOf } from "../letter-kinds.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import { aboutReview, becauseOfPart, dateNoticeOf, type Statement } from "./frame-statement.ts";
import { paragraph } from "./layout.ts";
import { type Gathered, gathered, type KindPage, skip } from "./letter-page.ts";
import type { LetterWriter } from "./letter-writer.ts";
import { day, phrase, withClusters } from "./phrases.ts";
import { type About, feedbackDue, obligationSeen, reviewPage, type ReviewSeen } from "./review-letter.ts";

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

const gatherClarificationAsked = (
  content: ContentOf<"clarification-asked">,
  seen: ReviewSeen,
): Gathered<ClarificationAsked> => {
  const { review, about, named } = seen;
  const clarification = review.clarifications?.find(({ number }) => number === content.number);
  const pending = review.obligations[clarificationIdOf(content.number, review.party)];
  if (clarification?.state !== "open" || pending === undefined) return skip("done");
  return gathered({
    ...about,
    kind: "clarification-asked",
    number: clarification.number,
    askedBy: named(clarification.askedBy),
    dueAt: pending.dueAt,
  });
};

const gatherClarificationAnswered = (
  content: ContentOf<"clarification-answered">,
  seen: ReviewSeen,
): Gathered<ClarificationAnswered> => {
  const { review, about } = seen;
  const clarification = review.clarifications?.find(({ number }) => number === content.number);
  const pending = obligationSeen(seen, "feedback");
  if (clarification?.state !== "answered" || clarification.settledAt === undefined) return skip("replaced");
  return gathered({
    ...about,
    kind: "clarification-answered",
    number: clarification.number,
    answeredOn: dayOf(clarification.settledAt),
    ...(pending?.state === "open" ? { feedbackDueAt: pending.dueAt } : {}),
  });
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
      party: letter.reader.party,
      day: day(letter.answeredOn),
    }),
    blocks: [
      paragraph(writer.say("clarification-answered.read")),
      ...(feedbackDueAt === undefined ? [] : [dateNoticeOf(writer, letter, feedbackDueAt, feedbackDue)]),
    ],
    because: becauseOfPart(letter),
  };
};

const detail = ({ number }: ClarificationAsked | ClarificationAnswered): string => String(number);

export const clarificationAskedPage: KindPage<ContentOf<"clarification-asked">, ClarificationAsked> = reviewPage(
  gatherClarificationAsked,
  clarificationAsked,
  { detail, statesDateOf: ({ number }, { id }) => numberOfClarification(id) === number },
);

export const clarificationAnsweredPage: KindPage<
  ContentOf<"clarification-answered">,
  ClarificationAnswered
> = reviewPage(gatherClarificationAnswered, clarificationAnswered, { detail });
