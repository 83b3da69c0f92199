import type { Letter, ReminderSubject, Recipient } from "../../schemas/model/letter.ts";
import type { TimerMessage } from "../../schemas/model/messages.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { plannedLetter } from "./lifecycle.ts";
import { latest } from "../base/time.ts";
import { mandatesOf } from "../review/mandates.ts";
import {
  isNomination,
  momentOf,
  openedOnOf,
  owedOccasions,
  planFor,
  planOnOpening,
  type StepName,
  scheduleName,
  refsOn,
} from "../reminders/schedule.ts";

/** The paragraphs behind each reminder, kept on its letter for the explanation. */
const rules = {
  "focal-point": "Focal point within two weeks of the start: procedures and rules 18, guidelines 5. Reminder ladder: ",
  experts: "Governmental experts within four weeks of the start: guidelines 6. Reminder ladder: ",
  questionnaire: "Answers within six months: background paper, paragraph 30. Reminder ladder: ",
  feedback: "Written feedback within six months from receipt: procedures and rules 35. Reminder ladder: ",
  clarification: "Answer to a request for clarification within four weeks: a target. Reminder ladder: ",
  agreement: "Agreement to the list of observations within the phase of two years. Reminder ladder: ",
} as const satisfies Record<ReminderSubject["kind"], string>;

/** The next moment to look at an occasion again, as a schedule of that name. */
export interface DueTimer {
  readonly name: string;
  readonly at: Instant;
  readonly message: TimerMessage;
}

/** What an occasion asks for at a moment: letters that should be in the ledger, and the timer that should be armed. */
export interface DueReminder {
  /** To the permanent mission, and for other duties than nominations to the focal points who see to them. */
  readonly letters: readonly Letter[];
  readonly timer?: DueTimer;
}

/**
 * What an occasion asks for now, over the given reviews. Undefined when none of them owes anything of it any more:
 * met, or of another date or generation.
 */
export const dueReminder = (
  reviews: readonly Review[],
  occasion: ReminderSubject,
  now: Instant,
  planner: typeof planFor | typeof planOnOpening = planFor,
): DueReminder | undefined => {
  const openedOn = openedOnOf(reviews, occasion);
  if (openedOn === undefined) return undefined;
  const { due, next } = planner(occasion, openedOn, now);
  return {
    letters:
      due === undefined
        ? []
        : lettersOn(reviews, { occasion, rung: due, openedOn, onOpening: planner === planOnOpening }, now),
    ...(next === undefined
      ? {}
      : {
          timer: { name: scheduleName(occasion, next.rung), at: next.at, message: { occasion, rung: next.rung } },
        }),
  };
};

/** A rung whose letters are to be written, of an occasion that opened on a day, and perhaps just now. */
interface DueStep {
  readonly occasion: ReminderSubject;
  readonly rung: StepName;
  readonly openedOn: CalendarDate;
  readonly onOpening: boolean;
}

const lettersOn = (
  reviews: readonly Review[],
  { occasion, rung, openedOn, onOpening }: DueStep,
  now: Instant,
): readonly Letter[] => {
  const plannedFor = momentOf(rung, openedOn, occasion.dueAt);
  return reminderRecipients(reviews, occasion, rung, plannedFor, now).map((recipient) =>
    plannedLetter(
      {
        content: { kind: isNomination(occasion.kind) ? "nomination-reminder" : "duty-reminder", occasion, rung },
        recipient,
        party: occasion.party,
        plannedFor,
        rule: `${rules[occasion.kind]}${rung}.`,
        onOpening,
        speaksOf: refsOn(reviews, occasion),
      },
      now,
    ),
  );
};

/** Whom a rung's letter is for: the mission of the party that owes it, and the focal points who see to it. */
export const reminderRecipients = (
  reviews: readonly Review[],
  occasion: ReminderSubject,
  rung: StepName,
  leftAt: Instant,
  now: Instant,
): readonly Recipient[] => [
  { kind: "mission", party: occasion.party },
  ...copiesTo(reviews, occasion, rung, leftAt, now),
];

/** Duties whose beginning the focal point learns from a notice of its own. */
const announcedKinds: ReadonlySet<ReminderSubject["kind"]> = new Set(["feedback", "clarification"]);

/**
 * The focal points who get the reminder of a duty too: those who serve now and served when it was due to leave, as far as
 * was told by then, so that a successor gets no reminders of before. None for nominations.
 */
const copiesTo = (
  reviews: readonly Review[],
  { kind, party, review: id }: ReminderSubject,
  rung: StepName,
  leftAt: Instant,
  now: Instant,
): readonly Recipient[] => {
  const review = reviews.find((one) => one.id === id);
  if (review === undefined || isNomination(kind) || (rung === "start" && announcedKinds.has(kind))) return [];
  return mandatesOf(review, party, "focal-point", now)
    .filter(({ since, namedAt = since }) => latest(since, namedAt) <= leftAt)
    .map(({ user }) => ({ kind: "user", user }));
};

/** What everything that the given reviews owe asks for now: each party's letters and timers, group by group. */
export const dueReminders = (reviews: readonly Review[], now: Instant): readonly DueReminder[] =>
  owedOccasions(reviews).flatMap(({ occasion, reviews: owing }) => {
    const seated = owing.filter(({ seats }) => seats[occasion.party] !== undefined);
    return dueReminder(seated, occasion, now) ?? [];
  });
