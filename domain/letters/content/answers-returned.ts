import type { Instant } from "../../../schemas/base/values.ts";
import type { ContentOf } from "../letter-kinds.ts";
import { aboutReview, becauseOfPart, dateNoticeOf, type Statement } from "./frame-statement.ts";
import { paragraph } from "./layout.ts";
import { type Gathered, gathered, type KindPage, skip } from "./letter-page.ts";
import type { LetterWriter } from "./letter-writer.ts";
import { phrase, withClusters } from "./phrases.ts";
import { type About, isFeedback, obligationSeen, reviewPage, type ReviewSeen } from "./review-letter.ts";

/** A return of the responses, to the reviewing parties: their feedback is not due for now. */
export interface AnswersReturned extends About {
  readonly kind: "answers-returned";
  readonly dueAt: Instant;
}

const gatherAnswersReturned = (
  _content: ContentOf<"answers-returned">,
  seen: ReviewSeen,
): Gathered<AnswersReturned> => {
  const { review, about } = seen;
  const pending = obligationSeen(seen, "questionnaire", review.party);
  return review.answers !== undefined || pending?.state !== "open"
    ? skip("done")
    : gathered({ ...about, kind: "answers-returned", dueAt: pending.dueAt });
};

const answersReturned = (letter: AnswersReturned, writer: LetterWriter): Statement => ({
  subject: withClusters(phrase("answers-returned.subject"), [letter.review.id]),
  that: writer.say("answers-returned.that", aboutReview(letter.review)),
  blocks: [
    paragraph(writer.say("answers-returned.until", { party: letter.reader.party })),
    dateNoticeOf(writer, letter, letter.dueAt, {
      ahead: "answers-returned.due",
      passed: ["answers-returned.due-passed", "date.were-due-by"],
    }),
  ],
  because: becauseOfPart(letter),
});

export const answersReturnedPage: KindPage<ContentOf<"answers-returned">, AnswersReturned> = reviewPage(
  gatherAnswersReturned,
  answersReturned,
  { statesDateOf: isFeedback },
);
