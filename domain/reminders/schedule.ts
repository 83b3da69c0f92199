import { defined } from "../../schemas/base/defined.ts";
import type { LetterContent, ReminderSubject, ObligationRef } from "../../schemas/model/letter.ts";
import { NominationKind, type Obligation, type ObligationKind, type Review } from "../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { fortyDigits } from "../base/hash.ts";
import type { Edition, Setting } from "../base/settings.ts";
import { type ReminderSchedule, reminderSchedules } from "../policy/reminders.ts";
import { addDays, dayAfter, dayOf, daysBetween, latest, morningOf } from "../base/time.ts";

/** start, d-7, d+1: a step of the reminder schedule by its distance in days from the day the obligation is due. */
export type StepName = Extract<LetterContent, { kind: "nomination-reminder" }>["stepName"];

/** A step with the moment at which its letter leaves. */
export interface ReminderStep {
  readonly stepName: StepName;
  readonly at: Instant;
}

/** The current plan of reminders: the one step to send for, if any, and the next step with a timer, if any remains. */
export interface ReminderPlan {
  readonly due?: StepName;
  readonly next?: ReminderStep;
}

/**
 * Returns the reminder subject that reminds of an obligation. For a nomination it includes the others of its party and
 * group, else only the obligation. `to` decides since when the recipients know the date: a letter about its opening may
 * have reached only the focal points.
 */
export const reminderSubjectOf = (
  review: Review,
  obligation: Obligation,
  to: "mission" | "focal-points" = "mission",
): ReminderSubject => {
  const { kind, party, dueAt, generation } = obligation;
  const datedAt = knownSince(obligation, to);
  return {
    kind,
    party,
    group: review.group,
    ...(isNomination(kind) ? {} : { review: review.id }),
    dueAt,
    generation,
    ...defined({ datedAt }),
  };
};

/**
 * Returns the time since which recipients have the date of an obligation from a source other than its reminders. The
 * party set it, or the letter about the opening of the obligation names it. Undefined if its first reminder states it.
 */
const knownSince = ({ datedAt, announced }: Obligation, to: "mission" | "focal-points"): Instant | undefined => {
  if (announced === undefined || (to === "mission" && announced.to === "focal-points")) return datedAt;
  return datedAt === undefined ? announced.at : latest(datedAt, announced.at);
};

const nominationKinds: ReadonlySet<ObligationKind> = new Set(NominationKind.options);

/** Returns whether an obligation is a nomination. */
export const isNomination = (kind: ObligationKind): kind is NominationKind => nominationKinds.has(kind);

/** Returns the identity of a reminder subject. */
const identityOf = ({ kind, party, group, review, dueAt, generation }: ReminderSubject): string =>
  [kind, party, group, review, dueAt, generation].join(" ");

/** Returns whether two reminder subjects are equal. Most differ in kind or party, which is the fast check. */
const isSameSubject = (a: ReminderSubject, b: ReminderSubject): boolean =>
  a.kind === b.kind && a.party === b.party && identityOf(a) === identityOf(b);

const openObligations = (review: Review): Obligation[] =>
  review.stage === "scheduled" || review.remindersPaused === true
    ? []
    : Object.values(review.obligations).filter(({ state }) => state === "open");

/**
 * Returns the open obligations of one review as reminder subjects; none before the review has started, or while its
 * reminders are paused.
 */
export const reminderSubjectsOf = (review: Review): ReminderSubject[] =>
  openObligations(review).map((obligation) => reminderSubjectOf(review, obligation));

/**
 * Returns reminder subjects of several reviews, each once: one letter reminds a party of all its nominations of a
 * group.
 */
export const mergeReminderSubjects = (reminderSubjects: readonly ReminderSubject[]): ReminderSubject[] =>
  [...Map.groupBy(reminderSubjects, identityOf).values()].flatMap(([first]) => first ?? []);

/**
 * A reminder subject with its reviews, selected from several, in which the obligation is open: the others are not in
 * its letters.
 */
export interface OpenReminderSubject {
  readonly reminderSubject: ReminderSubject;
  readonly reviews: readonly Review[];
}

/**
 * Returns the reminder subjects of several reviews, each once with the reviews in which it is open. Each review is read
 * once: a thousand reviews that start together have thousands of reminder subjects.
 */
export const openReminderSubjects = (reviews: readonly Review[]): readonly OpenReminderSubject[] => {
  const found = new Map<string, { readonly reminderSubject: ReminderSubject; readonly reviews: Set<Review> }>();
  for (const review of reviews)
    for (const reminderSubject of reminderSubjectsOf(review)) {
      const identity = identityOf(reminderSubject);
      const known = found.get(identity);
      if (known === undefined) found.set(identity, { reminderSubject, reviews: new Set([review]) });
      else known.reviews.add(review);
    }
  return [...found.values()].map(({ reminderSubject, reviews: pending }) => ({
    reminderSubject,
    reviews: [...pending],
  }));
};

/** Returns the open obligations of a review in a reminder subject, in this generation and with this due date. */
export const obligationsOf = (review: Review, reminderSubject: ReminderSubject): readonly Obligation[] =>
  openObligations(review).filter((obligation) => isSameSubject(reminderSubjectOf(review, obligation), reminderSubject));

/**
 * Returns the obligation references of a letter on this reminder subject, over all given reviews, in the order of ids.
 */
export const refsOn = (reviews: readonly Review[], reminderSubject: ReminderSubject): ObligationRef[] =>
  reviews
    .flatMap((review) =>
      obligationsOf(review, reminderSubject).map(({ id, generation }) => ({
        review: review.id,
        obligation: id,
        generation,
      })),
    )
    .toSorted((a, b) => a.review.localeCompare(b.review) || a.obligation.localeCompare(b.obligation));

/** Returns the day from which a reminder subject's obligations count; undefined if they are open in no given review. */
export const openedOnOf = (reviews: readonly Review[], reminderSubject: ReminderSubject): CalendarDate | undefined =>
  reviews.flatMap((review) => obligationsOf(review, reminderSubject).map(({ openedOn }) => openedOn)).toSorted()[0];

const nameOfStep = (offset: number): StepName => `d${offset < 0 ? "-" : "+"}${Math.abs(offset)}`;

/**
 * Returns the time when a step's letter leaves, at 09:00 in Vienna. The day is the opening day for `start`, else that
 * number of days from the due day. Throws a RangeError if it is not the name of a step.
 */
export const momentOf = (stepName: StepName, openedOn: CalendarDate, dueAt: Instant): Instant => {
  if (stepName === "start") return morningOf(openedOn);
  const offset = /^d([+-]\d{1,6})$/.exec(stepName)?.[1];
  if (offset === undefined) throw new RangeError(`${stepName} is no step of a reminder schedule`);
  return morningOf(addDays(dayOf(dueAt), Number(offset)));
};

/** Returns the offsets of a reminder schedule: the last is repeated up to the first after a day. */
const offsetsUntil = (
  { offsets, thenEvery }: ReminderSchedule,
  dueDay: CalendarDate,
  lastDay: CalendarDate,
): number[] => {
  const all = [...offsets];
  const last = daysBetween(dueDay, lastDay);
  const year = daysBetween(dueDay, dayAfter(dueDay, { months: 12 }));
  for (let reached = Math.max(...offsets); reached <= last;) {
    reached += reached < year ? thenEvery.days : thenEvery.afterYear;
    all.push(reached);
  }
  return all;
};

/**
 * Returns whether a repeated offset is needed to find the last one before a day; earlier ones cost time and have no
 * effect.
 */
const isNeeded = ({ offsets, thenEvery }: ReminderSchedule, dueDay: CalendarDate, firstDay: CalendarDate) => {
  const first = daysBetween(dueDay, firstDay) - Math.max(thenEvery.days, thenEvery.afterYear);
  return (offset: number): boolean => offset >= first || offsets.includes(offset);
};

/**
 * Returns the steps of one edition of a reminder schedule: those within its days, and the first after a day if the
 * edition has it.
 */
const stepsOfEdition = (
  { effectiveFrom, value }: Edition<ReminderSchedule>,
  replacedFrom: CalendarDate | undefined,
  { reminderSubject: { dueAt }, openedOn, lastDay, firstDay }: StepWindow,
): ReminderStep[] => {
  const dueDay = dayOf(dueAt);
  const until = lastDay < effectiveFrom ? effectiveFrom : lastDay;
  const first = replacedFrom !== undefined && replacedFrom < firstDay ? replacedFrom : firstDay;
  const offsets = offsetsUntil(value, dueDay, until).filter(isNeeded(value, dueDay, first));
  return [...(value.opening ? ["start"] : []), ...offsets.map(nameOfStep)]
    .map((stepName) => ({ stepName, at: momentOf(stepName, openedOn, dueAt) }))
    .filter(({ at }) => dayOf(at) >= effectiveFrom && (replacedFrom === undefined || dayOf(at) < replacedFrom));
};

interface StepWindow {
  readonly reminderSubject: ReminderSubject;
  readonly openedOn: CalendarDate;
  readonly lastDay: CalendarDate;
  /** The day before which only the last of the repeated steps is needed. */
  readonly firstDay: CalendarDate;
}

type ReminderSchedules = { readonly [Kind in ReminderSubject["kind"]]: Setting<ReminderSchedule> };

/**
 * Returns the steps of a reminder subject up to a moment and the first after it, in the order of time: a reminder
 * schedule has no end. A step belongs to the edition in force on its day, so a new edition neither repeats nor adds
 * past reminders. No step precedes the opening of the obligation, or the moment at which its party set the date.
 */
export const stepsOf = (
  reminderSubject: ReminderSubject,
  openedOn: CalendarDate,
  until: Instant,
  schedules: ReminderSchedules = reminderSchedules,
): ReminderStep[] => stepsBetween(reminderSubject, openedOn, { from: reminderSubject.dueAt, until }, schedules);

/** Returns the steps, without each repeated step that another repeated step follows before `from`. */
const stepsBetween = (
  reminderSubject: ReminderSubject,
  openedOn: CalendarDate,
  { from, until }: { readonly from: Instant; readonly until: Instant },
  schedules: ReminderSchedules,
): ReminderStep[] => {
  const opening = morningOf(openedOn);
  const floor = [opening, until, reminderSubject.datedAt ?? opening].toSorted().at(-1) ?? until;
  const editions = schedules[reminderSubject.kind];
  const steps = editions
    .flatMap((edition, place) =>
      stepsOfEdition(edition, editions[place + 1]?.effectiveFrom, {
        reminderSubject,
        openedOn,
        lastDay: dayOf(floor),
        firstDay: dayOf(from),
      }),
    )
    .filter(({ stepName, at }) => stepName === "start" || at > opening)
    .filter(
      ({ stepName, at }) =>
        reminderSubject.datedAt === undefined || (stepName !== "start" && at > reminderSubject.datedAt),
    )
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const ahead = steps.findIndex(({ at }) => at > until);
  return ahead === -1 ? steps : steps.slice(0, ahead + 1);
};

/**
 * Returns the reminder to send now and the next one with a timer. Several passed steps collapse into the latest.
 * Between the due date and the first morning after it no reminder is sent: it would announce a past date. The id of the
 * letter of `due` in the ledger shows whether it was sent before.
 */
export const planFor = (
  reminderSubject: ReminderSubject,
  openedOn: CalendarDate,
  now: Instant,
  schedules: ReminderSchedules = reminderSchedules,
): ReminderPlan => {
  const steps = stepsBetween(reminderSubject, openedOn, { from: now, until: now }, schedules);
  const reached = steps.findLast(({ at }) => at <= now);
  const next = steps.find(({ at }) => at > now);
  const outdated = reached !== undefined && now > reminderSubject.dueAt && reached.at <= reminderSubject.dueAt;
  return plan(outdated ? undefined : reached, next);
};

/**
 * Returns the plan at the moment an obligation is opened. If its date has passed because the start was recorded late,
 * the first step after the due date counts as reached. Its letter leaves immediately. An obligation that another letter
 * named waits for that step.
 */
export const planOnOpening = (
  reminderSubject: ReminderSubject,
  openedOn: CalendarDate,
  now: Instant,
  schedules: ReminderSchedules = reminderSchedules,
): ReminderPlan => {
  const usual = planFor(reminderSubject, openedOn, now, schedules);
  if (usual.due !== undefined || usual.next === undefined || now <= reminderSubject.dueAt) return usual;
  if (reminderSubject.datedAt !== undefined) return usual;
  const { stepName, at } = usual.next;
  return plan(
    { stepName, at },
    stepsOf(reminderSubject, openedOn, at, schedules).find((other) => other.at > at),
  );
};

/**
 * Returns whether a step's unsent letter is overtaken. The step of a later day has come, or the date has passed and the
 * letter of the morning after it reports that. A letter sent ahead of its moment is never overtaken.
 */
export const isOvertaken = (
  reminderSubject: ReminderSubject,
  stepName: StepName,
  openedOn: CalendarDate,
  now: Instant,
  schedules: ReminderSchedules = reminderSchedules,
): boolean =>
  momentOf(stepName, openedOn, reminderSubject.dueAt) <= now &&
  planFor(reminderSubject, openedOn, now, schedules).due !== stepName;

const plan = (due: ReminderStep | undefined, next: ReminderStep | undefined): ReminderPlan => ({
  ...(due === undefined ? {} : { due: due.stepName }),
  ...defined({ next }),
});

/** Returns a reminder subject without the generation: its identity in the hashes of schedules and letters. */
export const subjectMarks = ({ kind, party, group, review, dueAt }: ReminderSubject): readonly string[] => [
  kind,
  review ?? group,
  party,
  dueAt,
];

/**
 * Returns the name of the one-time schedule of a step: unique in its group, at most 64 characters, letters, digits,
 * hyphens.
 */
export const scheduleName = (reminderSubject: ReminderSubject, stepName: StepName): string =>
  `${reminderSubject.kind}-${fortyDigits([subjectMarks(reminderSubject), reminderSubject.generation, stepName])}`;
