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
  occasionOf,
  openedOnOf,
  owedOccasions,
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
  const { next } = planner(occasion, openedOn, now);
  return {
    letters: lettersTo(reviews, occasion, now, planner),
    ...(next === undefined
      ? {}
      : {
          timer: { name: scheduleName(occasion, next.rung), at: next.at, message: { occasion, rung: next.rung } },
        }),
  };
};

const groupsOfRecipients = ["mission", "focal-points"] as const;
type RecipientGroup = (typeof groupsOfRecipients)[number];

/**
 * The occasion as a group of recipients is reminded of it: those who got the letter about what opened it have its date
 * from that letter.
 */
const occasionFor = (reviews: readonly Review[], occasion: ReminderSubject, to: RecipientGroup): ReminderSubject => {
  const [review] = reviews.filter(({ id }) => id === occasion.review);
  const [duty] = review === undefined ? [] : obligationsOf(review, occasion);
  return review === undefined || duty === undefined ? occasion : occasionOf(review, duty, to);
};

/** The letters of the step that is due to each group of recipients: none where another letter takes its place for them. */
const lettersTo = (
  reviews: readonly Review[],
  occasion: ReminderSubject,
  now: Instant,
  planner: typeof planFor | typeof planOnOpening,
): readonly Letter[] => {
  const openedOn = openedOnOf(reviews, occasion);
  if (openedOn === undefined) return [];
  return groupsOfRecipients.flatMap((to) => {
    const { due: rung } = planner(occasionFor(reviews, occasion, to), openedOn, now);
    if (rung === undefined) return [];
    return lettersOn(reviews, { occasion, rung, openedOn, onOpening: planner === planOnOpening, to }, now);
  });
};

/** The reminders of the other nominations of the party in the group that are due now: its mission reads them as one letter. */
export const furtherNominationsDue = (
  reviews: readonly Review[],
  occasion: ReminderSubject,
  now: Instant,
): readonly Letter[] => {
  const { kind, party, group } = occasion;
  if (!isNomination(kind)) return [];
  const ofGroup = reviews.filter((review) => review.group === group && review.seats[party] !== undefined);
  return owedOccasions(ofGroup)
    .filter(({ occasion: other }) => other.party === party && isNomination(other.kind))
    .flatMap(({ occasion: other }) => lettersTo(ofGroup, other, now, planFor));
};

/** A rung whose letters are to be written, of an occasion that opened on a day, and perhaps just now. */
interface DueStep {
  readonly occasion: ReminderSubject;
  readonly rung: StepName;
  readonly openedOn: CalendarDate;
  readonly onOpening: boolean;
  readonly to: RecipientGroup;
}

const lettersOn = (
  reviews: readonly Review[],
  { occasion, rung, openedOn, onOpening, to }: DueStep,
  now: Instant,
): readonly Letter[] => {
  const plannedFor = momentOf(rung, openedOn, occasion.dueAt);
  const recipients: readonly Recipient[] =
    to === "mission" ? [{ kind: "mission", party: occasion.party }] : copiesTo(reviews, occasion, plannedFor, now);
  return recipients.map((recipient) =>
    plannedLetter(
      {
        content: { kind: isNomination(occasion.kind) ? "nomination-reminder" : "duty-reminder", occasion, rung },
        recipient,
        party: occasion.party,
        plannedFor,
        rule: `${rules[occasion.kind]}${rung}.`,
        onOpening,
        obligationRefs: refsOn(reviews, occasion),
      },
      now,
    ),
  );
};

/** The recipients of the letters of a step as of an instant: the mission, unless another letter takes its place, and the focal points. */
export const reminderRecipients = (
  review: Review,
  duty: Obligation,
  { rung, at }: ReminderStep,
  now: Instant = at,
): readonly Recipient[] => {
  const hasStep = (to: RecipientGroup): boolean =>
    stepsOf(occasionOf(review, duty, to), duty.openedOn, at).some((step) => step.rung === rung);
  return [
    ...(hasStep("mission") ? [{ kind: "mission", party: duty.party } as const] : []),
    ...(hasStep("focal-points") ? copiesTo([review], occasionOf(review, duty), at, now) : []),
  ];
};

/**
 * The focal points who get the reminder of a duty too: those who serve now and served when it was due to leave, as far as
 * was told by then, so that a successor gets no reminders of before. None for nominations.
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

/** What everything that the given reviews owe asks for now: each party's letters and timers, group by group. */
export const dueReminders = (reviews: readonly Review[], now: Instant): readonly DueReminder[] =>
  owedOccasions(reviews).flatMap(({ occasion, reviews: owing }) => {
    const seated = owing.filter(({ seats }) => seats[occasion.party] !== undefined);
    return dueReminder(seated, occasion, now) ?? [];
  });
