import { defined } from "../../schemas/base/defined.ts";
import type { PartyId, ReviewId } from "../../schemas/base/ids.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import type { NoticeView } from "../../schemas/views/notice.ts";
import type { Review } from "../../schemas/model/review.ts";
import { dueDate } from "../base/time.ts";
import { copiesInDigest } from "../letters/digests.ts";
import { letterKindOf } from "../letters/letter-kinds.ts";
import { leftAt } from "../letters/sent-at.ts";
import { recipientView } from "./named.ts";
import { seatTurns } from "../review/seat-turns.ts";

/** Returns parties that hold a seat in a review, or held one until lots were drawn again. */
export const partiesEver = (review: Review): readonly PartyId[] => [
  ...new Set([
    ...Object.values(review.seats).map(({ party }) => party),
    ...seatTurns(review).flatMap(({ went }) => went ?? []),
  ]),
];

/**
 * Returns whether a letter concerns a review: by its references, or by its planned subject where it was never written.
 */
const concernsReview = ({ content, obligationRefs }: Letter, review: Review): boolean =>
  letterKindOf(content).concernsReview(content, review, obligationRefs);

/** Returns the letters to a party about a review, with the digests that contain its held copies. */
export const lettersAbout = (review: Review, letters: readonly Letter[]): readonly Letter[] => {
  const about = letters.filter((letter) => concernsReview(letter, review));
  const known = new Set(about);
  return letters.filter(
    (letter) =>
      known.has(letter) || (letter.content.kind === "digest" && copiesInDigest(letter.content, about).length > 0),
  );
};

type About = Pick<NoticeView, "obligation" | "duty" | "dueAt" | "dueOn" | "generation" | "rung">;

/** Returns the obligation in a review that a letter concerns. */
const aboutIn = ({ content, obligationRefs = [] }: Letter, review: ReviewId): About => {
  if (content.kind === "delay-notified" || content.kind === "delay-reversed")
    return { obligation: content.obligation, generation: content.generation };
  if (!("reminderSubject" in content)) return {};
  const { reminderSubject, stepName } = content;
  const { kind: duty, dueAt, generation } = reminderSubject;
  const obligation = obligationRefs.find((ref) => ref.review === review)?.obligation;
  return { ...defined({ obligation }), duty, ...dueDate(dueAt), generation, rung: stepName };
};

const lastOf = ({ history }: Letter, ...states: readonly string[]) =>
  history.findLast(({ state }) => states.includes(state));

/**
 * Returns the last reply of the mail service about a letter; for one that failed only where it had been accepted
 * before.
 */
const receiptOf = (letter: Letter): Pick<NoticeView, "receipt" | "receiptAt"> => {
  const { state: receipt } = letter;
  const hasReceipt = receipt === "delivered" || receipt === "bounced" || receipt === "complained";
  if (!hasReceipt && (receipt !== "failed" || letter.messageId === undefined)) return {};
  const at = lastOf(letter, receipt)?.at;
  return { receipt, ...defined({ receiptAt: at }) };
};

const sentAtOf = (letter: Letter): Pick<NoticeView, "sentAt"> => {
  const sentAt = leftAt(letter);
  return sentAt === undefined ? {} : { sentAt };
};

/** Returns a letter to a party as proof of notice in a review, without its text and without any address. */
export const noticeView = (letter: Letter, party: PartyId, review: ReviewId): NoticeView => ({
  letter: letter.id,
  kind: letter.content.kind,
  party,
  recipient: recipientView(letter.recipient),
  ...defined({ contact: letter.contact }),
  ...aboutIn(letter, review),
  plannedFor: letter.plannedFor,
  state: letter.state,
  ...defined({ reason: letter.reason }),
  ...sentAtOf(letter),
  ...receiptOf(letter),
  ...defined({ digest: letter.digest }),
  attempt: letter.attempt,
  ...defined({
    messageId: letter.messageId,
    subject: letter.subjectLine,
    reference: letter.reference,
    language: letter.language,
  }),
});
