import { defined } from "../../schemas/base/defined.ts";
import type { AbsenceReason, AbsenceWhy, LetterAbsence } from "../../schemas/views/missing-letter.ts";
import type { UnreachableRecipient } from "../../schemas/model/address.ts";
import { cycleAndClusterOf, type ObligationId, type PartyId } from "../../schemas/base/ids.ts";
import { type Letter, SkipReason } from "../../schemas/model/letter.ts";
import type { Obligation, Review } from "../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import type { Words } from "../labels/words.ts";
import { phasesOfLetter } from "../letters/about-clusters.ts";
import { sentAt } from "../letters/sent-at.ts";
import { stepsOfReminder } from "../letters/letter-kinds.ts";
import { outcomeOf } from "../letters/lifecycle.ts";
import { mandatesOf } from "../review/mandates.ts";
import { lettersOn } from "../letters/notifications.ts";
import { isNomination, reminderSubjectOf, openedOnOf, type ReminderStep, stepsOf } from "../reminders/schedule.ts";
import type { ReviewSnapshot } from "../review/snapshots.ts";
import { type Refused, refuse } from "../base/decision.ts";
import { explainedAhead } from "../policy/reminders.ts";
import { dayAfter, dayOf, dueDate, endOfDay, startOfDay } from "../base/time.ts";
import { recipientView } from "./named.ts";

/** Refuses a day that lies further ahead than explanations do; undefined for any other. */
export const refuseDistantDay = (day: CalendarDate, now: Instant): Refused | undefined => {
  const latest = dayAfter(dayOf(now), explainedAhead);
  return day > latest ? refuse("date-too-late", { latest }) : undefined;
};

/** The data that explain why a day brought a party no letter. */
export interface MissingLetterQuestion {
  readonly party: PartyId;
  readonly day: CalendarDate;
  readonly now: Instant;
  /** The party's reviews, also those in which its seat went to another. */
  readonly histories: readonly (readonly ReviewSnapshot[])[];
  /** Every letter to the party. */
  readonly letters: readonly Letter[];
  /** The mission is unreachable now. */
  readonly unreachable?: UnreachableRecipient | undefined;
}

type Reason = Omit<AbsenceReason, "inWords">;

/** Returns the end of a day that has come; now for a future one. */
const momentOn = ({ day, now }: MissingLetterQuestion): Instant => {
  const end = endOfDay(day);
  return end < now ? end : now;
};

const reviewAt = (snapshots: readonly ReviewSnapshot[], moment: Instant): Review | undefined =>
  snapshots.findLast(({ at }) => at <= moment)?.review;

/** Returns whether a letter belongs to a day: it was meant to leave, was written, or left on it. */
const isOf = (letter: Letter, day: CalendarDate): boolean => {
  const left = sentAt(letter);
  return [letter.plannedFor, letter.plannedAt, ...(left === undefined ? [] : [left])].some((at) => dayOf(at) === day);
};

/** The reasons for a skipped letter, as reasons why none was sent. */
export const skipExplanation = {
  done: "met",
  delayed: "date-moved",
  replaced: "replaced",
  suppressed: "suppressed",
  "no-address": "no-address",
  "access-closed": "access-closed",
  duplicate: "duplicate",
  cancelled: "cancelled",
  digest: "in-digest",
} as const satisfies Record<SkipReason, AbsenceWhy>;

const whyOf = (letter: Letter, day: CalendarDate): AbsenceWhy => {
  const left = sentAt(letter);
  if (left !== undefined && dayOf(left) !== day) return "another-day";
  switch (letter.state) {
    case "planned":
    case "claimed":
      return "waiting";
    case "accepted":
    case "delivered":
    case "complained":
      return "sent";
    case "skipped": {
      const skipped = SkipReason.safeParse(letter.reason);
      return skipped.success ? skipExplanation[skipped.data] : "replaced";
    }
    case "settled":
      return outcomeOf(letter) === "sent" ? "sent" : "unknown";
    case "unknown":
    case "bounced":
    case "failed":
      return letter.state;
  }
};

/** Returns the reasons that the row of a letter gives for the day: one for each step that it covers. */
const ofLetter = (letter: Letter, day: CalendarDate): readonly Reason[] => {
  const { content } = letter;
  const about = ofRow(letter, day);
  return "reminderSubject" in content
    ? stepsOfReminder(content).map(({ reminderSubject, stepName }) => ({
        ...about,
        duty: reminderSubject.kind,
        generation: reminderSubject.generation,
        ...dueDate(reminderSubject.dueAt),
        rung: stepName,
      }))
    : [about];
};

const ofRow = (letter: Letter, day: CalendarDate): Reason => {
  const { content, obligationRefs = [] } = letter;
  const [firstRef, ...more] = obligationRefs;
  const [phase, ...others] = phasesOfLetter(letter);
  const left = sentAt(letter);
  return {
    why: whyOf(letter, day),
    letter: letter.id,
    kind: content.kind,
    recipient: recipientView(letter.recipient),
    ...(firstRef === undefined || more.length > 0 ? {} : { review: firstRef.review, obligation: firstRef.obligation }),
    ...(phase === undefined || others.length > 0 ? {} : cycleAndClusterOf(phase)),
    at: letter.plannedFor,
    ...defined({ leftAt: left }),
  };
};

/** Returns whether a letter reminds of an obligation in a review; early rows do not name their reviews. */
const remindsOf = ({ content, obligationRefs }: Letter, review: Review, obligation: Obligation): boolean => {
  if (!("reminderSubject" in content)) return false;
  if (obligationRefs !== undefined)
    return obligationRefs.some((ref) => ref.review === review.id && ref.obligation === obligation.id);
  const { kind, party, group } = content.reminderSubject;
  return kind === obligation.kind && party === obligation.party && group === review.group;
};

/** One obligation of the party, with all that its reminders depend on at a moment. */
interface Case {
  readonly question: MissingLetterQuestion;
  readonly snapshots: readonly ReviewSnapshot[];
  readonly review: Review;
  /** The party's reviews of the same group: a nomination is reminded of for all of them. */
  readonly reviews: readonly Review[];
  readonly obligation: Obligation;
}

/** Returns the steps up to the end of the day, and the first after it. */
const stepsAt = ({ question, reviews, review, obligation }: Case): readonly ReminderStep[] => {
  const reminderSubject = reminderSubjectOf(review, obligation);
  return stepsOf(reminderSubject, openedOnOf(reviews, reminderSubject) ?? obligation.openedOn, endOfDay(question.day));
};

const nextOf = (steps: readonly ReminderStep[], { day }: MissingLetterQuestion): Pick<Reason, "next"> => {
  const next = steps.find(({ at }) => at > endOfDay(day));
  return next === undefined ? {} : { next: { rung: next.stepName, leavesAt: next.at } };
};

const stepOn = (steps: readonly ReminderStep[], day: CalendarDate): ReminderStep | undefined =>
  steps.findLast(({ at }) => dayOf(at) === day);

/** Returns whether an earlier date of the obligation had a step on the day. */
const hadStepBefore = ({ question: { day }, snapshots, review, obligation }: Case): boolean =>
  snapshots.some(({ review: before }) => {
    const earlier = before.obligations[obligation.id];
    return (
      earlier?.state === "open" &&
      earlier.generation < obligation.generation &&
      stepOn(stepsOf(reminderSubjectOf(review, earlier), earlier.openedOn, endOfDay(day)), day) !== undefined
    );
  });

/** Returns why an open obligation without a letter on the day had no reminder. */
const whyNoStep = (item: Case): AbsenceWhy => {
  const {
    question: { day },
    review,
    obligation,
  } = item;
  const { datedAt, announced, ...undated } = obligation;
  const steps = stepsOf(reminderSubjectOf(review, undated), obligation.openedOn, endOfDay(day));
  if (stepOn(steps, day) !== undefined)
    return datedAt === undefined && announced !== undefined ? "announced" : "dated-since";
  return hadStepBefore(item) ? "date-moved" : "no-step";
};

/** Returns the first reminder of this obligation that was written after a moment. */
const spokeInStead = ({ question: { letters }, review, obligation }: Case, moment: Instant): Pick<Reason, "letter"> => {
  const [after] = letters
    .filter((letter) => remindsOf(letter, review, obligation) && letter.plannedAt > moment)
    .toSorted((one, other) => one.plannedAt.localeCompare(other.plannedAt));
  return after === undefined ? {} : { letter: after.id };
};

/** Returns the reason that a letter to the focal points about the opening replaced the opening reminder. */
const ofAnnounced = ({ question, review, obligation }: Case, about: Omit<Reason, "why">): readonly Reason[] => {
  if (obligation.announced?.to !== "focal-points" || about.rung !== "start") return [];
  return mandatesOf(review, question.party, "focal-point", obligation.announced.at).map(({ user }) => ({
    why: "announced" as const,
    ...about,
    recipient: recipientView({ kind: "user", user }),
    since: obligation.announced?.at,
  }));
};

const ofOpen = (item: Case, about: Omit<Reason, "why">, isCovered: boolean): readonly Reason[] => {
  const { question, review, obligation } = item;
  const steps = stepsAt(item);
  const step = stepOn(steps, question.day);
  const more = { ...about, ...nextOf(steps, question) };
  if (step === undefined) return isCovered ? [] : [{ why: whyNoStep(item), ...more }];
  const named = { ...more, rung: step.stepName, at: step.at };
  const serving =
    isNomination(obligation.kind) || mandatesOf(review, question.party, "focal-point", step.at).length > 0;
  const unnamed: readonly Reason[] = serving ? [] : [{ why: "nobody-named", ...named }];
  if (isCovered) return [...unnamed, ...ofAnnounced(item, named)];
  return step.at > question.now
    ? [{ why: "ahead", ...named }, ...unnamed]
    : [{ why: "not-planned", ...named, ...spokeInStead(item, step.at) }];
};

/** Returns the reasons of a day for one obligation; none where a letter of the day covers it. */
const ofObligation = (item: Omit<Case, "obligation">, id: ObligationId, isCovered: boolean): readonly Reason[] => {
  const { question, review, snapshots } = item;
  const obligation = review.obligations[id];
  const kind = obligation ?? snapshots.at(-1)?.review.obligations[id];
  if (kind === undefined || (isCovered && obligation?.state !== "open")) return [];
  const about = { review: review.id, obligation: id, duty: kind.kind, openedOn: kind.openedOn };
  if (obligation === undefined || startOfDay(obligation.openedOn) > endOfDay(question.day))
    return [{ why: "not-open-yet", ...about }];
  const { dueAt, generation, settledAt } = obligation;
  const dated = { ...about, ...dueDate(dueAt), generation };
  if (review.remindersPaused === true) return [{ why: "paused", ...dated }];
  if (obligation.state === "open") return ofOpen({ ...item, obligation }, dated, isCovered);
  const settled = settledAt === undefined ? {} : { settledOn: dayOf(settledAt) };
  return [{ why: obligation.state === "met" ? "met" : "fell-away", ...dated, ...settled }];
};

const ofReview = (
  question: MissingLetterQuestion,
  snapshots: readonly ReviewSnapshot[],
  ofDay: readonly Letter[],
): readonly Reason[] => {
  const { party, day } = question;
  const moment = momentOn(question);
  const latest = snapshots.at(-1)?.review;
  if (latest === undefined) return [];
  const review = reviewAt(snapshots, moment);
  if (review === undefined && ranElsewhere(latest, day))
    return [{ why: "paused", review: latest.id, ...startOf(latest) }];
  if (review === undefined || review.stage === "scheduled")
    return [{ why: "not-started", review: latest.id, ...startOf(latest) }];
  const reviews = question.histories.flatMap((other) => reviewAt(other, moment) ?? []);
  const item = { question, snapshots, review, reviews: reviews.filter(({ group }) => group === review.group) };
  return Object.values(latest.obligations)
    .filter((obligation) => obligation.party === party)
    .flatMap((obligation) =>
      ofObligation(
        item,
        obligation.id,
        ofDay.some((letter) => remindsOf(letter, review, obligation)),
      ),
    )
    .concat(ofMissing(question, snapshots, day));
};

/** Returns whether a review had started by a day and was imported after it. */
const ranElsewhere = ({ import: by, startedOn }: Review, day: CalendarDate): boolean =>
  by !== undefined && startedOn !== undefined && startedOn <= day;

const startOf = ({ startedOn }: Review): Pick<Reason, "openedOn"> =>
  startedOn === undefined ? {} : { openedOn: startedOn };

/** Returns the letters that events of the day required, and that were never written. */
const ofMissing = (
  { party, letters }: MissingLetterQuestion,
  snapshots: readonly ReviewSnapshot[],
  day: CalendarDate,
): readonly Reason[] => {
  const known = new Set(letters.map(({ id }) => id));
  return snapshots
    .filter(({ at }) => dayOf(at) === day)
    .flatMap((snapshot) =>
      lettersOn(snapshot, snapshot.at)
        .filter((letter) => letter.party === party && !known.has(letter.id))
        .map(({ content: { kind }, recipient }) => ({
          why: "not-planned" as const,
          review: snapshot.review.id,
          kind,
          recipient: recipientView(recipient),
          at: snapshot.at,
        })),
    );
};

const earliest = (reasons: readonly Reason[]): Pick<LetterAbsence, "next"> => {
  const [next] = reasons
    .flatMap((reason) => reason.next ?? [])
    .toSorted((one, other) => one.leavesAt.localeCompare(other.leavesAt));
  return next === undefined ? {} : { next };
};

/** Returns the reason that future letters would reach no recipient, in the present state. */
const ofReach = ({ unreachable, party }: MissingLetterQuestion, reasons: readonly Reason[]): readonly Reason[] =>
  unreachable === undefined || unreachable.until !== undefined || !reasons.some(({ why }) => why === "ahead")
    ? []
    : [
        {
          why: unreachable.why,
          recipient: recipientView({ kind: "mission", party }),
          letter: unreachable.letter,
          since: unreachable.since,
        },
      ];

const inOrder = (one: Reason, other: Reason): number =>
  (one.review ?? "").localeCompare(other.review ?? "") || (one.obligation ?? "").localeCompare(other.obligation ?? "");

/**
 * Explains why a day brought a party no letter, or which letters it brought. It gives the results of the letters of the
 * day, and for every other obligation its reminder schedule, its date and its state, by the rules that plan the
 * letters. Past days are judged by the records up to their end, days ahead by the present records.
 */
export const explainMissingLetter = (
  question: MissingLetterQuestion,
  words: Pick<Words, "absences">,
): LetterAbsence => {
  const { party, day, now, histories, letters } = question;
  // A row that a letter about several obligations covers says nothing that the letter does not say.
  const ofDay = letters.filter((letter) => letter.coveredBy === undefined && isOf(letter, day));
  const found = [
    ...ofDay.flatMap((letter) => ofLetter(letter, day)),
    ...histories.flatMap((snapshots) => ofReview(question, snapshots, ofDay)),
  ];
  const all = found.concat(ofReach(question, found)).toSorted(inOrder);
  const reasons = all.length === 0 ? [{ why: "no-review" as const }] : all;
  return {
    party,
    date: day,
    asOf: now,
    absent: reasons.every(({ why }) => why !== "sent" && why !== "bounced"),
    reasons: reasons.map((reason) => ({
      ...reason,
      ...(reason.review === undefined ? {} : cycleAndClusterOf(reason.review)),
      inWords: words.absences[reason.why],
    })),
    ...earliest(all),
  };
};
