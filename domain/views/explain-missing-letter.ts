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
import { explainedAhead } from "../base/policy.ts";
import { dayAfter, dayOf, dueDate, endOfDay, startOfDay } from "../base/time.ts";
import { recipientView } from "./named.ts";

/** The refusal of a day that lies further ahead than what will happen is explained; undefined for any other. */
export const refuseDistantDay = (day: CalendarDate, now: Instant): Refused | undefined => {
  const latest = dayAfter(dayOf(now), explainedAhead);
  return day > latest ? refuse("date-too-late", { latest }) : undefined;
};

/** What is looked at to say why a day brought a party no letter. */
export interface MissingLetterQuestion {
  readonly party: PartyId;
  readonly day: CalendarDate;
  readonly now: Instant;
  /** The party's reviews, also those in which its seat went to another. */
  readonly histories: readonly (readonly ReviewSnapshot[])[];
  /** Every letter to the party. */
  readonly letters: readonly Letter[];
  /** That nothing reaches its mission now. */
  readonly unreachable?: UnreachableRecipient | undefined;
}

type Reason = Omit<AbsenceReason, "inWords">;

/** The last moment of the day that has come; now for a day that lies ahead. */
const momentOn = ({ day, now }: MissingLetterQuestion): Instant => {
  const end = endOfDay(day);
  return end < now ? end : now;
};

const reviewAt = (snapshots: readonly ReviewSnapshot[], moment: Instant): Review | undefined =>
  snapshots.findLast(({ at }) => at <= moment)?.review;

/** Whether a letter belongs to a day: it was meant to leave, was written down, or left on it. */
const isOf = (letter: Letter, day: CalendarDate): boolean => {
  const left = sentAt(letter);
  return [letter.plannedFor, letter.plannedAt, ...(left === undefined ? [] : [left])].some((at) => dayOf(at) === day);
};

/** What a skipped letter is called among reasons why none was sent. */
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

/** What the row of a letter says of the day: of each step that it covers. */
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
    ...(left === undefined ? {} : { leftAt: left }),
  };
};

/** Whether a letter reminds of an obligation in a review; rows of old do not say of which reviews they speak. */
const remindsOf = ({ content, obligationRefs }: Letter, review: Review, obligation: Obligation): boolean => {
  if (!("reminderSubject" in content)) return false;
  if (obligationRefs !== undefined)
    return obligationRefs.some((ref) => ref.review === review.id && ref.obligation === obligation.id);
  const { kind, party, group } = content.reminderSubject;
  return kind === obligation.kind && party === obligation.party && group === review.group;
};

/** One obligation of the party, with all that its reminders depend on at a moment. */
interface Look {
  readonly question: MissingLetterQuestion;
  readonly snapshots: readonly ReviewSnapshot[];
  readonly review: Review;
  /** The party's reviews of the same group: a nomination is reminded of for all of them. */
  readonly reviews: readonly Review[];
  readonly obligation: Obligation;
}

/** The steps up to the end of the day, and the first after it. */
const stepsAt = ({ question, reviews, review, obligation }: Look): readonly ReminderStep[] => {
  const reminderSubject = reminderSubjectOf(review, obligation);
  return stepsOf(reminderSubject, openedOnOf(reviews, reminderSubject) ?? obligation.openedOn, endOfDay(question.day));
};

const nextOf = (steps: readonly ReminderStep[], { day }: MissingLetterQuestion): Pick<Reason, "next"> => {
  const next = steps.find(({ at }) => at > endOfDay(day));
  return next === undefined ? {} : { next: { rung: next.stepName, leavesAt: next.at } };
};

const stepOn = (steps: readonly ReminderStep[], day: CalendarDate): ReminderStep | undefined =>
  steps.findLast(({ at }) => dayOf(at) === day);

/** Whether an earlier date of the obligation had a step on the day. */
const hadStepBefore = ({ question: { day }, snapshots, review, obligation }: Look): boolean =>
  snapshots.some(({ review: before }) => {
    const earlier = before.obligations[obligation.id];
    return (
      earlier?.state === "open" &&
      earlier.generation < obligation.generation &&
      stepOn(stepsOf(reminderSubjectOf(review, earlier), earlier.openedOn, endOfDay(day)), day) !== undefined
    );
  });

/** Why an open obligation of which no letter of the day speaks was not reminded of. */
const whyNoStep = (look: Look): AbsenceWhy => {
  const {
    question: { day },
    review,
    obligation,
  } = look;
  const { datedAt, announced, ...undated } = obligation;
  const steps = stepsOf(reminderSubjectOf(review, undated), obligation.openedOn, endOfDay(day));
  if (stepOn(steps, day) !== undefined)
    return datedAt === undefined && announced !== undefined ? "announced" : "dated-since";
  return hadStepBefore(look) ? "date-moved" : "no-step";
};

/** The first reminder of the same obligation that was written down after a moment. */
const spokeInStead = ({ question: { letters }, review, obligation }: Look, moment: Instant): Pick<Reason, "letter"> => {
  const [after] = letters
    .filter((letter) => remindsOf(letter, review, obligation) && letter.plannedAt > moment)
    .toSorted((one, other) => one.plannedAt.localeCompare(other.plannedAt));
  return after === undefined ? {} : { letter: after.id };
};

/** That the focal points got the letter about what opened the obligation in the place of its opening reminder. */
const ofAnnounced = ({ question, review, obligation }: Look, about: Omit<Reason, "why">): readonly Reason[] => {
  if (obligation.announced?.to !== "focal-points" || about.rung !== "start") return [];
  return mandatesOf(review, question.party, "focal-point", obligation.announced.at).map(({ user }) => ({
    why: "announced" as const,
    ...about,
    recipient: recipientView({ kind: "user", user }),
    since: obligation.announced?.at,
  }));
};

const ofOpen = (look: Look, about: Omit<Reason, "why">, isCovered: boolean): readonly Reason[] => {
  const { question, review, obligation } = look;
  const steps = stepsAt(look);
  const step = stepOn(steps, question.day);
  const more = { ...about, ...nextOf(steps, question) };
  if (step === undefined) return isCovered ? [] : [{ why: whyNoStep(look), ...more }];
  const named = { ...more, rung: step.stepName, at: step.at };
  const serving =
    isNomination(obligation.kind) || mandatesOf(review, question.party, "focal-point", step.at).length > 0;
  const unnamed: readonly Reason[] = serving ? [] : [{ why: "nobody-named", ...named }];
  if (isCovered) return [...unnamed, ...ofAnnounced(look, named)];
  return step.at > question.now
    ? [{ why: "ahead", ...named }, ...unnamed]
    : [{ why: "not-planned", ...named, ...spokeInStead(look, step.at) }];
};

/** What a day means for one obligation; nothing where a letter of the day speaks of it. */
const ofObligation = (look: Omit<Look, "obligation">, id: ObligationId, isCovered: boolean): readonly Reason[] => {
  const { question, review, snapshots } = look;
  const obligation = review.obligations[id];
  const kind = obligation ?? snapshots.at(-1)?.review.obligations[id];
  if (kind === undefined || (isCovered && obligation?.state !== "open")) return [];
  const about = { review: review.id, obligation: id, duty: kind.kind, openedOn: kind.openedOn };
  if (obligation === undefined || startOfDay(obligation.openedOn) > endOfDay(question.day))
    return [{ why: "not-open-yet", ...about }];
  const { dueAt, generation, settledAt } = obligation;
  const dated = { ...about, ...dueDate(dueAt), generation };
  if (review.remindersHeld === true) return [{ why: "held", ...dated }];
  if (obligation.state === "open") return ofOpen({ ...look, obligation }, dated, isCovered);
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
    return [{ why: "held", review: latest.id, ...startOf(latest) }];
  if (review === undefined || review.stage === "scheduled")
    return [{ why: "not-started", review: latest.id, ...startOf(latest) }];
  const reviews = question.histories.flatMap((other) => reviewAt(other, moment) ?? []);
  const look = { question, snapshots, review, reviews: reviews.filter(({ group }) => group === review.group) };
  return Object.values(latest.obligations)
    .filter((obligation) => obligation.party === party)
    .flatMap((obligation) =>
      ofObligation(
        look,
        obligation.id,
        ofDay.some((letter) => remindsOf(letter, review, obligation)),
      ),
    )
    .concat(ofUntold(question, snapshots, day));
};

/** Whether a review had started by a day and was taken over after it. */
const ranElsewhere = ({ import: by, startedOn }: Review, day: CalendarDate): boolean =>
  by !== undefined && startedOn !== undefined && startedOn <= day;

const startOf = ({ startedOn }: Review): Pick<Reason, "openedOn"> =>
  startedOn === undefined ? {} : { openedOn: startedOn };

/** Letters that what happened on the day asked for, and that were never written down. */
const ofUntold = (
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

/** That what lies ahead would reach nobody, as things stand. */
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
 * Why a day brought a party no letter, or which it brought: what its letters of the day came to, and for every obligation of
 * which none of them speaks what its reminder schedule, its date and its state were, by the same rules that plan the letters. Past
 * days are judged by what was recorded by their end, days ahead by what is recorded now.
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
