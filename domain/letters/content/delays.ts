import { defined } from "../../../schemas/base/defined.ts";
import type { ObligationId } from "../../../schemas/base/ids.ts";
import type { DelayReason, Instant } from "../../../schemas/base/values.ts";
import { dayOf } from "../../base/time.ts";
import { delayInForce } from "../../review/obligations.ts";
import type { ContentOf } from "../letter-kinds.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import { aboutReview, becauseOfPart, dateNoticeOf, type Statement } from "./frame-statement.ts";
import { isolateDirection, type Markup, sentences } from "./html.ts";
import { paragraph } from "./layout.ts";
import type { WorkKind } from "./letter-frame.ts";
import { type Gathered, gathered, type KindPage, skip } from "./letter-page.ts";
import type { LetterWriter } from "./letter-writer.ts";
import { day, endOf, phrase, withClusters } from "./phrases.ts";
import { type About, isWork, namesObligation, reviewPage, type ReviewSeen } from "./review-letter.ts";

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

const gatherDelayNotified = (content: ContentOf<"delay-notified">, seen: ReviewSeen): Gathered<DelayNotified> => {
  const { review, about, named } = seen;
  const delayed = review.obligations[content.obligation];
  if (delayed === undefined || !isWork(delayed) || delayed.generation !== content.generation) return skip("replaced");
  if (delayed.state !== "open") return skip("done");
  const { dueAt, originalDueAt } = delayed;
  const { reason = "other", explanation, beyondRules } = delayInForce(delayed) ?? {};
  return gathered({
    ...about,
    kind: "delay-notified",
    obligation: delayed.id,
    obligationKind: delayed.kind,
    by: named(delayed.party),
    reason,
    ...defined({ explanation }),
    dueAt,
    originalDueAt,
    beyondRules: beyondRules === true,
  });
};

/** Gathers the letter also for an obligation that was met meanwhile: its recipients had a letter with a wrong date. */
const gatherDelayReversed = (content: ContentOf<"delay-reversed">, seen: ReviewSeen): Gathered<DelayReversed> => {
  const { review, about, named } = seen;
  const obligation = review.obligations[content.obligation];
  const isCurrent = obligation !== undefined && isWork(obligation) && obligation.generation === content.generation;
  if (!isCurrent || obligation.mistakenDueAt === undefined) return skip("replaced");
  const { dueAt, originalDueAt, mistakenDueAt, state } = obligation;
  const delay = delayInForce(obligation);
  return gathered({
    ...about,
    kind: "delay-reversed",
    obligation: obligation.id,
    obligationKind: obligation.kind,
    by: named(obligation.party),
    mistakenDueAt,
    dueAt,
    isOpen: state === "open",
    ...(delay === undefined ? {} : { delay: { originalDueAt, beyondRules: delay.beyondRules === true } }),
    isCorrected: content.corrected === true,
  });
};

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
      obligation: phrase(`obligation.${letter.obligationKind}`, { party: by }),
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
      obligation: phrase(`obligation.${letter.obligationKind}`, { party: by }),
    }),
    blocks: [
      ...(isOpen ? [dateNoticeOf(writer, letter, dueAt, { ahead: due, passed: [due, "date.was-the"] })] : []),
      ...(delay === undefined ? [] : [originalDate(writer, delay.originalDueAt, delay.beyondRules)]),
    ],
    because: becauseOfPart(letter),
  };
};

export const delayNotifiedPage: KindPage<ContentOf<"delay-notified">, DelayNotified> = reviewPage(
  gatherDelayNotified,
  delayNotified,
  { detail: ({ obligation }) => obligation, statesDateOf: namesObligation },
);

export const delayReversedPage: KindPage<ContentOf<"delay-reversed">, DelayReversed> = reviewPage(
  gatherDelayReversed,
  delayReversed,
  { detail: ({ obligation }) => obligation, toThoseWhoLeft: true, statesDateOf: namesObligation },
);
