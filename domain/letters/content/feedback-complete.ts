import type { Instant } from "../../../schemas/base/values.ts";
import type { ContentOf } from "../letter-kinds.ts";
import { aboutReview, becauseOfPart, dateNoticeOf, type Statement } from "./frame-statement.ts";
import { paragraph } from "./layout.ts";
import { type Gathered, gathered, type KindPage, skip } from "./letter-page.ts";
import type { LetterWriter, Phrase } from "./letter-writer.ts";
import { type NamedDecision, nameDecision } from "./named-decision.ts";
import { byDecision, phrase, withClusters } from "./phrases.ts";
import { type About, isFeedback, obligationSeen, reviewPage, type ReviewSeen } from "./review-letter.ts";

export interface FeedbackComplete extends About {
  readonly kind: "feedback-complete";
  readonly agreementDueAt: Instant;
  /** The decisions that make it complete without the feedback of a party. */
  readonly decisions: readonly NamedDecision[];
}

const gatherFeedbackComplete = (
  _content: ContentOf<"feedback-complete">,
  seen: ReviewSeen,
): Gathered<FeedbackComplete> => {
  const { review, about, named } = seen;
  const pending = obligationSeen(seen, "agreement");
  if (pending === undefined) return skip("replaced");
  if (pending.state !== "open") return skip("done");
  const decisions = (review.decisions ?? [])
    .filter(({ kind }) => kind === "feedback")
    .map((decision) => nameDecision(decision, named));
  return gathered({ ...about, kind: "feedback-complete", agreementDueAt: pending.dueAt, decisions });
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

export const feedbackCompletePage: KindPage<ContentOf<"feedback-complete">, FeedbackComplete> = reviewPage(
  gatherFeedbackComplete,
  feedbackComplete,
  { statesDateOf: isFeedback },
);
