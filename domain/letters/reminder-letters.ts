import type { Letter, ReminderSubject, Recipient } from "../../schemas/model/letter.ts";
import type { TimerMessage } from "../../schemas/model/messages.ts";
import type { Obligation, Review } from "../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { plannedLetter } from "./lifecycle.ts";
import { latest } from "../base/time.ts";
import { mandatesOf } from "../review/mandates.ts";
import {
  isNomination,
  momentOf,
  obligationsOf,
  reminderSubjectOf,
  openedOnOf,
  openReminderSubjects,
  planFor,
  planOnOpening,
  type ReminderStep,
  type StepName,
  scheduleName,
  stepsOf,
  refsOn,
} from "../reminders/schedule.ts";

/** The paragraphs behind each reminder, kept on its letter for the explanation. */
const rules = {
  "focal-point":
    "Focal point within two weeks of the start: procedures and rules 18, guidelines 5. Reminder schedule: ",
  experts: "Governmental experts within four weeks of the start: guidelines 6. Reminder schedule: ",
  questionnaire: "Answers within six months: background paper, paragraph 30. Reminder schedule: ",
  feedback: "Written feedback within six months from receipt: procedures and rules 35. Reminder schedule: ",
  clarification: "Answer to a request for clarification within four weeks: a target. Reminder schedule: ",
  agreement: "Agreement to the list of observations within the phase of two years. Reminder schedule: ",
} as const satisfies Record<ReminderSubject["kind"], string>;

/** The next moment to check a reminder subject, as a schedule of that name. */
export interface DueTimer {
  readonly name: string;
  readonly at: Instant;
  readonly message: TimerMessage;
}

/**
 * The effects of a reminder subject at a moment: letters that must be in the ledger, and the timer that must be armed.
 */
export interface DueReminder {
  /** Letters to the permanent mission and, for obligations other than nominations, to the focal points in charge. */
  readonly letters: readonly Letter[];
  readonly timer?: DueTimer;
}

/**
 * Returns the letters and timer that a reminder subject needs now, over the given reviews. Undefined if none of them
 * has the obligation open: met, or with another date or generation.
 */
export const dueReminder = (
  reviews: readonly Review[],
  reminderSubject: ReminderSubject,
  now: Instant,
  planner: typeof planFor | typeof planOnOpening = planFor,
): DueReminder | undefined => {
  const openedOn = openedOnOf(reviews, reminderSubject);
  if (openedOn === undefined) return undefined;
  const { next } = planner(reminderSubject, openedOn, now);
  return {
    letters: lettersTo(reviews, reminderSubject, now, planner),
    ...(next === undefined
      ? {}
      : {
          timer: {
            name: scheduleName(reminderSubject, next.stepName),
            at: next.at,
            message: { reminderSubject, stepName: next.stepName },
          },
        }),
  };
};

const groupsOfRecipients = ["mission", "focal-points"] as const;
type RecipientGroup = (typeof groupsOfRecipients)[number];

/**
 * Returns the reminder subject for a group of recipients: those who had the letter about its opening have the date from
 * that letter.
 */
const openingFor = (
  reviews: readonly Review[],
  reminderSubject: ReminderSubject,
  to: RecipientGroup,
): ReminderSubject => {
  const [review] = reviews.filter(({ id }) => id === reminderSubject.review);
  const [obligation] = review === undefined ? [] : obligationsOf(review, reminderSubject);
  return review === undefined || obligation === undefined ? reminderSubject : reminderSubjectOf(review, obligation, to);
};

/** Returns the letters of the due step to each group of recipients; none if another letter replaces it for them. */
const lettersTo = (
  reviews: readonly Review[],
  reminderSubject: ReminderSubject,
  now: Instant,
  planner: typeof planFor | typeof planOnOpening,
): readonly Letter[] => {
  const openedOn = openedOnOf(reviews, reminderSubject);
  if (openedOn === undefined) return [];
  return groupsOfRecipients.flatMap((to) => {
    const { due: stepName } = planner(openingFor(reviews, reminderSubject, to), openedOn, now);
    if (stepName === undefined) return [];
    return lettersOn(reviews, { reminderSubject, stepName, openedOn, onOpening: planner === planOnOpening, to }, now);
  });
};

/**
 * Returns the reminders of the other nominations of the party in the group that are due now: its mission gets them as
 * one letter.
 */
export const furtherNominationsDue = (
  reviews: readonly Review[],
  reminderSubject: ReminderSubject,
  now: Instant,
): readonly Letter[] => {
  const { kind, party, group } = reminderSubject;
  if (!isNomination(kind)) return [];
  const ofGroup = reviews.filter((review) => review.group === group && review.seats[party] !== undefined);
  return openReminderSubjects(ofGroup)
    .filter(({ reminderSubject: other }) => other.party === party && isNomination(other.kind))
    .flatMap(({ reminderSubject: other }) => lettersTo(ofGroup, other, now, planFor));
};

/** A step whose letters must be written, of a reminder subject that opened on a day, perhaps just now. */
interface DueStep {
  readonly reminderSubject: ReminderSubject;
  readonly stepName: StepName;
  readonly openedOn: CalendarDate;
  readonly onOpening: boolean;
  readonly to: RecipientGroup;
}

const lettersOn = (
  reviews: readonly Review[],
  { reminderSubject, stepName, openedOn, onOpening, to }: DueStep,
  now: Instant,
): readonly Letter[] => {
  const plannedFor = momentOf(stepName, openedOn, reminderSubject.dueAt);
  const recipients: readonly Recipient[] =
    to === "mission"
      ? [{ kind: "mission", party: reminderSubject.party }]
      : copiesTo(reviews, reminderSubject, plannedFor, now);
  return recipients.map((recipient) =>
    plannedLetter(
      {
        content: {
          kind: isNomination(reminderSubject.kind) ? "nomination-reminder" : "duty-reminder",
          reminderSubject,
          stepName,
        },
        recipient,
        party: reminderSubject.party,
        plannedFor,
        rule: `${rules[reminderSubject.kind]}${stepName}.`,
        onOpening,
        obligationRefs: refsOn(reviews, reminderSubject),
      },
      now,
    ),
  );
};

/**
 * Returns the recipients of the letters of a step at an instant: the mission, unless another letter replaces it, and
 * the focal points.
 */
export const reminderRecipients = (
  review: Review,
  obligation: Obligation,
  { stepName, at }: ReminderStep,
  now: Instant = at,
): readonly Recipient[] => {
  const hasStep = (to: RecipientGroup): boolean =>
    stepsOf(reminderSubjectOf(review, obligation, to), obligation.openedOn, at).some(
      (step) => step.stepName === stepName,
    );
  return [
    ...(hasStep("mission") ? [{ kind: "mission", party: obligation.party } as const] : []),
    ...(hasStep("focal-points") ? copiesTo([review], reminderSubjectOf(review, obligation), at, now) : []),
  ];
};

/**
 * Returns the focal points who also get the reminder of an obligation. They serve now and served when it was due to
 * leave, as recorded by then, so that a successor gets no earlier reminders. None for nominations.
 */
const copiesTo = (
  reviews: readonly Review[],
  { kind, party, review: id }: ReminderSubject,
  leftAt: Instant,
  now: Instant,
): readonly Recipient[] => {
  const review = reviews.find((one) => one.id === id);
  if (review === undefined || isNomination(kind)) return [];
  return mandatesOf(review, party, "focal-point", now)
    .filter(({ since, namedAt = since }) => latest(since, namedAt) <= leftAt)
    .map(({ user }) => ({ kind: "user", user }));
};

/** Returns the letters and timers of each party for all open obligations of the given reviews, group by group. */
export const dueReminders = (reviews: readonly Review[], now: Instant): readonly DueReminder[] =>
  openReminderSubjects(reviews).flatMap(({ reminderSubject, reviews: pending }) => {
    const seated = pending.filter(({ seats }) => seats[reminderSubject.party] !== undefined);
    return dueReminder(seated, reminderSubject, now) ?? [];
  });
