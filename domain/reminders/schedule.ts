import type { LetterContent, ReminderSubject, ObligationRef } from "../../schemas/model/letter.ts";
import { NominationKind, type Obligation, type ObligationKind, type Review } from "../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { fortyDigits } from "../base/hash.ts";
import { type Edition, type ReminderSchedule, reminderSchedules, type Setting } from "../base/policy.ts";
import { addDays, dayAfter, dayOf, daysBetween, latest, morningOf } from "../base/time.ts";

/** start, d-7, d+1: a step of the reminder schedule by its distance in days from the day the obligation is due. */
export type StepName = Extract<LetterContent, { kind: "nomination-reminder" }>["stepName"];

/** A step with the moment at which its letter leaves. */
export interface ReminderStep {
  readonly stepName: StepName;
  readonly at: Instant;
}

/** What reminding asks for now: the one step to send for, if any, and the one to wake up for, if any is left. */
export interface ReminderPlan {
  readonly due?: StepName;
  readonly next?: ReminderStep;
}

/**
 * The reminder subject to remind of an obligation: with the others of its party and group for a nomination, else by itself. As its mission
 * is reminded, or its focal points, which a letter about what opened it may have reached before.
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
    ...(datedAt === undefined ? {} : { datedAt }),
  };
};

/**
 * Since when recipients of a party have the date of its obligation from another letter than its reminders: the party set
 * it, or the letter about what opened the obligation names it. Undefined where its first reminder states it.
 */
const knownSince = ({ datedAt, announced }: Obligation, to: "mission" | "focal-points"): Instant | undefined => {
  if (announced === undefined || (to === "mission" && announced.to === "focal-points")) return datedAt;
  return datedAt === undefined ? announced.at : latest(datedAt, announced.at);
};

const nominationKinds: ReadonlySet<ObligationKind> = new Set(NominationKind.options);

/** Whether an obligation is to name people. */
export const isNomination = (kind: ObligationKind): kind is NominationKind => nominationKinds.has(kind);

/** What makes an reminder subject the same as another one. */
const identityOf = ({ kind, party, group, review, dueAt, generation }: ReminderSubject): string =>
  [kind, party, group, review, dueAt, generation].join(" ");

/** Most differ in kind or party, which is seen at once. */
const isSameSubject = (a: ReminderSubject, b: ReminderSubject): boolean =>
  a.kind === b.kind && a.party === b.party && identityOf(a) === identityOf(b);

const openObligations = (review: Review): Obligation[] =>
  review.stage === "scheduled" || review.remindersHeld === true
    ? []
    : Object.values(review.obligations).filter(({ state }) => state === "open");

/** The open obligations of one review as reminder subjects to remind; none before the review has started, or while its reminders are held. */
export const reminderSubjectsOf = (review: Review): ReminderSubject[] =>
  openObligations(review).map((obligation) => reminderSubjectOf(review, obligation));

/** Reminder subjects of several reviews, each once: a party is reminded of all its nominations of a group by one letter. */
export const mergeReminderSubjects = (reminderSubjects: readonly ReminderSubject[]): ReminderSubject[] =>
  [...Map.groupBy(reminderSubjects, identityOf).values()].flatMap(([first]) => first ?? []);

/** An reminder subject with the reviews that owe what it reminds of, out of several: the others have no part in its letters. */
export interface OpenReminderSubject {
  readonly reminderSubject: ReminderSubject;
  readonly reviews: readonly Review[];
}

/**
 * The reminder subjects of several reviews, each once with the reviews that owe it. Each review is looked at once: a thousand reviews
 * that start together have thousands of reminder subjects.
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

/** The open obligations of a review that an reminder subject speaks of, in this generation and with this due date. */
export const obligationsOf = (review: Review, reminderSubject: ReminderSubject): readonly Obligation[] =>
  openObligations(review).filter((obligation) => isSameSubject(reminderSubjectOf(review, obligation), reminderSubject));

/** Whether a review still owes what an reminder subject reminds of: open, same generation, same date. */
export const isStillDue = (review: Review, reminderSubject: ReminderSubject): boolean =>
  obligationsOf(review, reminderSubject).length > 0;

/** The obligations that a letter on this reminder subject speaks of, over all given reviews, in the order of ids. */
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

/** The day from which an reminder subject's obligations are counted; undefined when no given review owes it any more. */
export const openedOnOf = (reviews: readonly Review[], reminderSubject: ReminderSubject): CalendarDate | undefined =>
  reviews.flatMap((review) => obligationsOf(review, reminderSubject).map(({ openedOn }) => openedOn)).toSorted()[0];

const nameOfStep = (offset: number): StepName => `d${offset < 0 ? "-" : "+"}${Math.abs(offset)}`;

/**
 * When a step's letter leaves: 09:00 in Vienna on the day the obligation opened for `start`, else on the day that
 * is as many days from the due day as its name says. Throws a RangeError on what is no step's name.
 */
export const momentOf = (stepName: StepName, openedOn: CalendarDate, dueAt: Instant): Instant => {
  if (stepName === "start") return morningOf(openedOn);
  const offset = /^d([+-]\d{1,6})$/.exec(stepName)?.[1];
  if (offset === undefined) throw new RangeError(`${stepName} is no step of a reminder schedule`);
  return morningOf(addDays(dayOf(dueAt), Number(offset)));
};

/** The offsets of a reminder schedule: the last is repeated up to the first that lies after a day. */
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

/** Of repeated offsets those that are needed to know the last before a day; the ones before cost time and tell nothing. */
const isNeeded = ({ offsets, thenEvery }: ReminderSchedule, dueDay: CalendarDate, firstDay: CalendarDate) => {
  const first = daysBetween(dueDay, firstDay) - Math.max(thenEvery.days, thenEvery.afterYear);
  return (offset: number): boolean => offset >= first || offsets.includes(offset);
};

/** The steps of one edition of a reminder schedule: those of its days, up to the first after a day where that is one of them. */
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
 * The steps of an reminder subject up to a moment and the first after it, in the order of time: a reminder schedule has no end. A step
 * belongs to the edition of the reminder schedule in force on its day, so a new edition neither repeats nor adds reminders of the
 * past. Nothing leaves before the obligation opened, nor for a moment before the one who owes it set the date.
 */
export const stepsOf = (
  reminderSubject: ReminderSubject,
  openedOn: CalendarDate,
  until: Instant,
  schedules: ReminderSchedules = reminderSchedules,
): ReminderStep[] => stepsBetween(reminderSubject, openedOn, { from: reminderSubject.dueAt, until }, schedules);

/** The same without those repeated steps that only others after them follow until `from`. */
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
 * The reminder to send now and the next to wake up for. Several steps that have passed collapse into the latest.
 * Between the due date and the first morning after it nothing is sent: announcing what has passed would be wrong,
 * and reminders leave at 09:00. Whether the letter of `due` was sent before, its id in the ledger tells.
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
 * The same at the moment an obligation is opened. One that is opened when its date has already passed, because the
 * start was recorded late, is told of at once: the first step after the due date counts as reached. One that another
 * letter named waits for that step.
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
 * Whether a step's letter that has not left yet is overtaken: the step of a later day has come, or the date has
 * passed and the letter of the morning after will say so. A letter sent ahead of its moment never is.
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
  ...(next === undefined ? {} : { next }),
});

/** What an reminder subject is about, without the generation: the subject in the hashes of schedules and letters. */
export const subjectMarks = ({ kind, party, group, review, dueAt }: ReminderSubject): readonly string[] => [
  kind,
  review ?? group,
  party,
  dueAt,
];

/** Name of the one-time schedule of a step: unique in its group, at most 64 characters, letters, digits, hyphens. */
export const scheduleName = (reminderSubject: ReminderSubject, stepName: StepName): string =>
  `${reminderSubject.kind}-${fortyDigits([subjectMarks(reminderSubject), reminderSubject.generation, stepName])}`;
