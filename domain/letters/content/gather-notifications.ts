import { PublishedPart, type Review } from "../../../schemas/model/review.ts";
import type { PartyId } from "../../../schemas/base/ids.ts";
import { instrumentsOwed } from "../../review/division.ts";
import { partiesWithoutFocalPoint } from "../../review/mandates.ts";
import { clarificationIdOf, delayInForce, obligationIdOf } from "../../review/obligations.ts";
import { dayOf } from "../../base/time.ts";
import type { ContentOf } from "../letter-kinds.ts";
import { nameDecision } from "./named-decision.ts";
import { type GatheredContent, isWork, type ReviewSeen, say, skip } from "./gather-content.ts";
import type { ListPublished } from "./review-notifications.ts";

/** Returns an obligation of the reader's party, or of another. */
const obligationOf = (
  { review, about }: ReviewSeen,
  kind: "questionnaire" | "feedback" | "agreement",
  of = about.reader.party.id,
) => review.obligations[obligationIdOf(kind, of)];

/** Returns whether the responses are received, and the feedback on them waits for a missing focal point. */
const waitsForSeats = ({ stage, discontinued }: Review): boolean =>
  stage === "questionnaire" && discontinued === undefined;

export const gatherAnswersReceived = (content: ContentOf<"answers-received">, seen: ReviewSeen): GatheredContent => {
  const { review, about, named } = seen;
  const { party } = about.reader;
  const pending = obligationOf(seen, "feedback");
  const { answers } = review;
  if (answers?.at !== content.receivedAt || answers.receivedOn === undefined) return skip("replaced");
  const { receivedOn } = answers;
  const received = {
    ...about,
    kind: "answers-received",
    receivedOn,
    instruments: instrumentsOwed(review, party.id),
  } as const;
  if (pending === undefined) {
    if (!waitsForSeats(review)) return skip("replaced");
    const withoutFocalPoint = partiesWithoutFocalPoint(review, about.now).map(named);
    return say({ ...received, feedback: { withoutFocalPoint } });
  }
  return pending.state === "open" ? say({ ...received, feedback: { dueAt: pending.dueAt } }) : skip("done");
};

export const gatherAnswersReturned = (_content: ContentOf<"answers-returned">, seen: ReviewSeen): GatheredContent => {
  const { review, about } = seen;
  const pending = obligationOf(seen, "questionnaire", review.party);
  return review.answers !== undefined || pending?.state !== "open"
    ? skip("done")
    : say({ ...about, kind: "answers-returned", dueAt: pending.dueAt });
};

export const gatherDelayNotified = (content: ContentOf<"delay-notified">, seen: ReviewSeen): GatheredContent => {
  const { review, about, named } = seen;
  const delayed = review.obligations[content.obligation];
  if (delayed === undefined || !isWork(delayed) || delayed.generation !== content.generation) return skip("replaced");
  if (delayed.state !== "open") return skip("done");
  const { dueAt, originalDueAt } = delayed;
  const { reason = "other", explanation, beyondRules } = delayInForce(delayed) ?? {};
  return say({
    ...about,
    kind: "delay-notified",
    obligation: delayed.id,
    obligationKind: delayed.kind,
    by: named(delayed.party),
    reason,
    ...(explanation === undefined ? {} : { explanation }),
    dueAt,
    originalDueAt,
    beyondRules: beyondRules === true,
  });
};

/** Gathers the letter also for an obligation that was met meanwhile: its recipients had a letter with a wrong date. */
export const gatherDelayReversed = (content: ContentOf<"delay-reversed">, seen: ReviewSeen): GatheredContent => {
  const { review, about, named } = seen;
  const obligation = review.obligations[content.obligation];
  const isCurrent = obligation !== undefined && isWork(obligation) && obligation.generation === content.generation;
  if (!isCurrent || obligation.mistakenDueAt === undefined) return skip("replaced");
  const { dueAt, originalDueAt, mistakenDueAt, state } = obligation;
  const delay = delayInForce(obligation);
  return say({
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

export const gatherClarificationAsked = (
  content: ContentOf<"clarification-asked">,
  seen: ReviewSeen,
): GatheredContent => {
  const { review, about, named } = seen;
  const clarification = review.clarifications?.find(({ number }) => number === content.number);
  const pending = review.obligations[clarificationIdOf(content.number, review.party)];
  if (clarification?.state !== "open" || pending === undefined) return skip("done");
  return say({
    ...about,
    kind: "clarification-asked",
    number: clarification.number,
    askedBy: named(clarification.askedBy),
    dueAt: pending.dueAt,
  });
};

export const gatherClarificationAnswered = (
  content: ContentOf<"clarification-answered">,
  seen: ReviewSeen,
): GatheredContent => {
  const { review, about } = seen;
  const clarification = review.clarifications?.find(({ number }) => number === content.number);
  const pending = obligationOf(seen, "feedback");
  if (clarification?.state !== "answered" || clarification.settledAt === undefined) return skip("replaced");
  return say({
    ...about,
    kind: "clarification-answered",
    number: clarification.number,
    answeredOn: dayOf(clarification.settledAt),
    ...(pending?.state === "open" ? { feedbackDueAt: pending.dueAt } : {}),
  });
};

export const gatherDecision = (
  { obligation }: ContentOf<"decision-recorded">,
  { review, about, named }: ReviewSeen,
): GatheredContent => {
  const decision = review.decisions?.find(({ party, kind }) => obligationIdOf(kind, party) === obligation);
  if (decision === undefined) return skip("replaced");
  return say({ ...about, kind: "decision-recorded", decision: nameDecision(decision, named) });
};

export const gatherFeedbackComplete = (_content: ContentOf<"feedback-complete">, seen: ReviewSeen): GatheredContent => {
  const { review, about, named } = seen;
  const pending = obligationOf(seen, "agreement");
  if (pending === undefined) return skip("replaced");
  if (pending.state !== "open") return skip("done");
  const decisions = (review.decisions ?? [])
    .filter(({ kind }) => kind === "feedback")
    .map((decision) => nameDecision(decision, named));
  return say({ ...about, kind: "feedback-complete", agreementDueAt: pending.dueAt, decisions });
};

export const gatherListToAgree = (content: ContentOf<"list-to-agree">, seen: ReviewSeen): GatheredContent => {
  const { review, about } = seen;
  const pending = obligationOf(seen, "agreement");
  if (pending === undefined || review.observations?.version !== content.version) return skip("replaced");
  if (pending.state !== "open") return skip("done");
  return say({ ...about, kind: "list-to-agree", version: content.version, dueAt: pending.dueAt });
};

export const gatherListPublished = (_content: ContentOf<"list-published">, seen: ReviewSeen): GatheredContent => {
  const { review, about } = seen;
  const { party } = about.reader;
  return say({ ...about, kind: "list-published", ...openTo(review, party.id) });
};

/**
 * Gathers the letter also for an erratum that another has replaced since: a separate letter reports the replacement.
 */
export const gatherErratum = (
  { version }: ContentOf<"erratum-published">,
  { review, about }: ReviewSeen,
): GatheredContent => {
  const erratum = review.observations?.replaced?.find((one) => one.version === version - 1);
  if (erratum === undefined) return skip("replaced");
  const { version: replaces, replacedAt, reason } = erratum;
  return say({ ...about, kind: "erratum-published", version, replaces, publishedOn: dayOf(replacedAt), reason });
};

/** Returns the parts that the party under review may still consent to publish; none for the other parties. */
const openTo = ({ party, consents = [] }: Review, reader: PartyId): Pick<ListPublished, "isOwn" | "confidential"> => ({
  isOwn: reader === party,
  confidential: reader === party ? PublishedPart.options.filter((part) => !consents.includes(part)) : [],
});
