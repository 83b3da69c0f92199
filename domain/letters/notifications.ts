import { defined } from "../../schemas/base/defined.ts";
import type { Fact, FactOf } from "../../schemas/model/fact.ts";
import type { JournalEntry } from "../../schemas/model/journal-entry.ts";
import type { PartyId } from "../../schemas/base/ids.ts";
import type { Letter, Recipient } from "../../schemas/model/letter.ts";
import type { MandateRole, Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { ofDelay, ofMistakenDelay } from "./delay-notifications.ts";
import { type ContentOf, daysAgreed } from "./letter-kinds.ts";
import { type LetterPlan, plannedLetter } from "./lifecycle.ts";
import { mandatesOf, outlasts } from "../review/mandates.ts";
import { decisionWithout } from "../review/decisions.ts";
import { obligationIdOf } from "../review/obligations.ts";
import { ofAddedInstruments, ofEntry, ofRedrawnSeat } from "./lots-notifications.ts";
import { ofAdvancedMandate, ofBegunMandate, ofEndedMandate, ofReversedNomination } from "./mandate-notices.ts";
import {
  missions,
  missionsAndFocalPoints,
  type NoticePlan,
  partiesOf,
  people,
  type NoticePlansOf,
} from "./notice-plans.ts";
import { notificationRules } from "./notification-rules.ts";
import { reviewingSeats } from "../lots/seats.ts";
import { type ReviewSnapshot, snapshotsOf } from "../review/snapshots.ts";
import type { CorrectableDate } from "../../schemas/model/correctable-date.ts";

/** Dates that the letter about the agreed arrangements states. */
const agreedDays: ReadonlySet<CorrectableDate> = new Set(["meeting", "consultation", "clock", "answers-due"]);

/**
 * Returns whether a correction is of a date that the letter about the agreed arrangements states; of meetings, only the
 * first.
 */
const isOfAgreed = (fact: FactOf<"date-corrected" | "meeting-mode-corrected" | "languages-corrected">): boolean => {
  switch (fact.kind) {
    case "date-corrected":
      return agreedDays.has(fact.what);
    case "meeting-mode-corrected":
      return fact.round === undefined;
    case "languages-corrected":
      return true;
  }
};

/** The author of facts that an import takes over: they have no effects until their resumption. */
export const importer = "import";

/**
 * Authors of facts from before this system: a load into a new system, and an import of events elsewhere. The parties
 * concerned know these facts, so no letter reports them.
 */
export const takesOver: ReadonlySet<string> = new Set(["load", importer]);

const workers: readonly MandateRole[] = ["focal-point", "expert"];

const ofDivision = ({ number }: FactOf<"work-divided">, review: Review, now: Instant) => {
  const reviewers = reviewingSeats(review).map(({ party }) => party);
  const content = { kind: "work-divided", review: review.id, number } as const;
  const to = [...people(review, reviewers, workers, now), ...people(review, [review.party], ["focal-point"], now)];
  return [{ content, to, rule: "work-divided" }] as const;
};

/**
 * Returns the letters about submitted responses. A reviewing party without a focal point is notified by its mission.
 */
const ofAnswersSubmitted = ({ happenedAt }: FactOf<"answers-submitted">, review: Review, now: Instant) => {
  const parties = reviewingSeats(review).map(({ party }) => party);
  const vacant = parties.filter((party) => mandatesOf(review, party, "focal-point", now).length === 0);
  const content = { kind: "answers-received", review: review.id, receivedAt: happenedAt } as const;
  const to = [...missions(vacant), ...people(review, parties, workers, now)];
  return [{ content, to, rule: "answers-received" }] as const;
};

const ofAnswersReturned = ({ happenedAt }: FactOf<"answers-returned">, review: Review, now: Instant) => {
  const parties = reviewingSeats(review).map(({ party }) => party);
  const to = [...missions(parties), ...people(review, parties, workers, now)];
  const content = { kind: "answers-returned", review: review.id, returnedAt: happenedAt } as const;
  return [{ content, to, rule: "answers-returned" }] as const;
};

const ofClarification = ({ number }: FactOf<"clarification-asked">, review: Review, now: Instant) => {
  const content = { kind: "clarification-asked", review: review.id, number } as const;
  return [{ content, to: people(review, [review.party], workers, now), rule: "clarification-asked" }] as const;
};

const ofAnsweredClarification = ({ number }: FactOf<"clarification-answered">, review: Review, now: Instant) => {
  const askedBy = review.clarifications?.find((one) => one.number === number)?.askedBy;
  const content = { kind: "clarification-answered", review: review.id, number } as const;
  const to = people(review, askedBy === undefined ? [] : [askedBy], workers, now);
  return [{ content, to, rule: "clarification-answered" }] as const;
};

/**
 * Returns the letters about agreed arrangements. Facts recorded or corrected before the outcome are reported with it.
 */
const ofAgreed = (
  review: Review,
  recordedAt: Instant,
  correction: Pick<ContentOf<"consultation-agreed">, "corrects"> = {},
): readonly NoticePlan[] => {
  const { concludedOn, languages = [] } = review.consultation ?? {};
  if (concludedOn === undefined) return [];
  const content = { kind: "consultation-agreed", review: review.id, recordedAt, languages, ...correction } as const;
  return [{ content, to: missionsAndFocalPoints(review, recordedAt), rule: "consultation-agreed" }];
};

const ofOutcome = (_fact: FactOf<"consultation-concluded" | "languages-agreed">, review: Review, recordedAt: Instant) =>
  ofAgreed(review, recordedAt);

const ofCorrection = (
  fact: FactOf<"date-corrected" | "meeting-mode-corrected" | "languages-corrected">,
  review: Review,
  recordedAt: Instant,
) => (isOfAgreed(fact) ? ofAgreed(review, recordedAt, { corrects: daysAgreed(review) }) : []);

const ofDecision = (
  { party, obligationKind }: FactOf<"decision-recorded">,
  review: Review,
  now: Instant,
): readonly NoticePlan[] => {
  const obligation = obligationIdOf(obligationKind, party);
  const content = { kind: "decision-recorded", review: review.id, obligation } as const;
  return [{ content, to: missionsAndFocalPoints(review, now), rule: "decision-recorded" }];
};

const ofConsultation = (review: Review, now: Instant) => {
  const content = { kind: "consultation-opened", review: review.id } as const;
  return [{ content, to: missionsAndFocalPoints(review, now), rule: "consultation-opened" }] as const;
};

const ofStage = ({ to }: FactOf<"stage-changed">, review: Review, now: Instant): readonly NoticePlan[] =>
  to === "consultation" ? ofConsultation(review, now) : ofCompleteFeedback(review, now);

const ofCompleteFeedback = (review: Review, now: Instant) => {
  const content = { kind: "feedback-complete", review: review.id } as const;
  return [{ content, to: people(review, partiesOf(review), workers, now), rule: "feedback-complete" }] as const;
};

const ofDraftedList = ({ version }: FactOf<"observations-drafted">, review: Review, now: Instant) => {
  const content = { kind: "list-to-agree", review: review.id, version } as const;
  const agreeing = partiesOf(review).filter((party) => decisionWithout(review, "agreement", party) === undefined);
  return [{ content, to: people(review, agreeing, ["focal-point"], now), rule: "list-to-agree" }] as const;
};

const ofPublishedList = (_fact: FactOf<"observations-published">, review: Review, now: Instant) => {
  const content = { kind: "list-published", review: review.id } as const;
  return [{ content, to: missionsAndFocalPoints(review, now), rule: "list-published" }] as const;
};

const ofErratum = ({ version }: FactOf<"erratum-published">, review: Review, now: Instant) => {
  const content = { kind: "erratum-published", review: review.id, version } as const;
  return [{ content, to: missionsAndFocalPoints(review, now), rule: "erratum-published" }] as const;
};

/**
 * The letters about each kind of fact, over the review right after it was recorded. Experts and focal points learn that
 * they can proceed; missions learn of their party's dates. A recipient who is reminded of an obligation anyway gets no
 * notification of it. Kinds without a row have no letters.
 */
const notifications: { readonly [K in Fact["kind"]]?: NoticePlansOf<FactOf<K>> } = {
  "consultation-concluded": ofOutcome,
  "languages-agreed": ofOutcome,
  "languages-corrected": ofCorrection,
  "date-corrected": ofCorrection,
  "meeting-mode-corrected": ofCorrection,
  "work-divided": ofDivision,
  "answers-submitted": ofAnswersSubmitted,
  "answers-returned": ofAnswersReturned,
  "delay-notified": ofDelay,
  "delay-reversed": ofMistakenDelay,
  "delay-corrected": ofMistakenDelay,
  "clarification-asked": ofClarification,
  "clarification-answered": ofAnsweredClarification,
  "decision-recorded": ofDecision,
  "stage-changed": ofStage,
  "observations-drafted": ofDraftedList,
  "observations-published": ofPublishedList,
  "erratum-published": ofErratum,
  "mandate-ended": ofEndedMandate,
  "mandate-began": ofBegunMandate,
  "mandate-advanced": ofAdvancedMandate,
  "mandate-reversed": ofReversedNomination,
  "seat-redrawn": ofRedrawnSeat,
  "instruments-added": ofAddedInstruments,
  "review-drawn": ofEntry,
};

/** Returns whether letters may report a fact; for some kinds this depends on the status of the review. */
export const isNotifying = (fact: Fact): boolean => {
  if (fact.kind === "stage-changed") return fact.to === "consultation" || fact.to === "observations";
  if (fact.kind === "review-drawn") return fact.entry !== undefined;
  if (fact.kind === "mandate-began") return fact.role === "focal-point";
  if (fact.kind === "date-corrected" || fact.kind === "meeting-mode-corrected") return isOfAgreed(fact);
  return notifications[fact.kind] !== undefined;
};

const noticePlansFor = (fact: Fact, review: Review, now: Instant): readonly NoticePlan[] => {
  const notification: NoticePlansOf<Fact> | undefined = notifications[fact.kind];
  return isNotifying(fact) && notification !== undefined ? notification(fact, review, now) : [];
};

/**
 * Returns the party for which a recipient is notified: for a person, the party that they serve or last served in the
 * review.
 */
const partyOf = (recipient: Recipient, review: Review, at: Instant): PartyId | undefined => {
  switch (recipient.kind) {
    case "mission":
      return recipient.party;
    case "user": {
      const held = Object.values(review.mandates).filter(({ user }) => user === recipient.user);
      return (held.find((mandate) => outlasts(mandate, at)) ?? held.at(-1))?.party;
    }
    case "office":
      return undefined;
  }
};

/**
 * Returns the letters about a fact that was recorded at an instant, over the review right after it. The ids derive from
 * content and recipient. Planning twice creates one row each, and one changed mandate in many reviews creates one
 * letter.
 */
export const notificationsFor = (fact: Fact, review: Review, recordedAt: Instant): readonly LetterPlan[] =>
  noticePlansFor(fact, review, recordedAt).flatMap(({ content, to, rule, leavesAt }) =>
    to.map((recipient) => ({
      content,
      recipient,
      party: partyOf(recipient, review, recordedAt),
      plannedFor: leavesAt ?? recordedAt,
      ...defined({ notBefore: leavesAt }),
      rule: notificationRules[rule],
    })),
  );

/**
 * Returns whether a fact carries the result of lots over to another review: it was notified with the review for which
 * they were drawn.
 */
const isCarried = (fact: Fact): boolean => "carriedFrom" in fact && fact.carriedFrom !== undefined;

/**
 * Returns the letters that an entry of a review's journal calls for. They are identical for every planner and time: the
 * recipients are those concerned when it was recorded. The sender checks whether they are still concerned.
 */
const noticesOn = ({ by, at, facts, review }: ReviewSnapshot): readonly LetterPlan[] =>
  takesOver.has(by) || facts.some(isCarried) ? [] : facts.flatMap((fact) => notificationsFor(fact, review, at));

/** Returns the letters of an entry as planned now. */
export const lettersOn = (snapshot: ReviewSnapshot, now: Instant): readonly Letter[] =>
  uniqueLetters(noticesOn(snapshot).map((notice) => plannedLetter(notice, now)));

/**
 * Returns letters each once: two facts of one entry may call for one letter, such as the languages agreed on with the
 * outcome.
 */
const uniqueLetters = (letters: readonly Letter[]): readonly Letter[] => [
  ...new Map(letters.map((letter) => [letter.id, letter])).values(),
];

/**
 * Returns the letters that a review's journal calls for by facts recorded since an instant, each once, as planned now.
 * The entries begin with the first.
 */
export const lettersSince = (entries: readonly JournalEntry[], from: Instant, now: Instant): readonly Letter[] =>
  uniqueLetters(
    snapshotsOf(entries)
      .filter(({ at }) => at >= from)
      .flatMap((snapshot) => lettersOn(snapshot, now)),
  );
