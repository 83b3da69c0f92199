import type { LetterContent, ReminderSubject, ObligationRef } from "../../schemas/model/letter.ts";
import { NominationKind, type Obligation, type ObligationKind, type Review } from "../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { fortyDigits } from "../base/hash.ts";
import { type Edition, type ReminderSchedule, reminderSchedules, type Setting } from "../base/policy.ts";
import { addDays, dayAfter, dayOf, daysBetween, latest, morningOf } from "../base/time.ts";

/** start, d-7, d+1: a rung of the ladder by its distance in days from the day the obligation is due. */
export type StepName = Extract<LetterContent, { kind: "nomination-reminder" }>["rung"];

/** A rung with the moment at which its letter leaves. */
export interface ReminderStep {
  readonly rung: StepName;
  readonly at: Instant;
}

/** What reminding asks for now: the one rung to send for, if any, and the one to wake up for, if any is left. */
export interface ReminderPlan {
  readonly due?: StepName;
  readonly next?: ReminderStep;
}

/**
 * The occasion to remind of a duty: with the others of its party and group for a nomination, else by itself. As its mission
 * is reminded, or its focal points, which a letter about what opened it may have reached before.
 */
export const occasionOf = (
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

/** Whether a duty is to name people. */
export const isNomination = (kind: ObligationKind): kind is NominationKind => nominationKinds.has(kind);

/** What makes an occasion the same as another one. */
const identityOf = ({ kind, party, group, review, dueAt, generation }: ReminderSubject): string =>
  [kind, party, group, review, dueAt, generation].join(" ");

/** Most differ in kind or party, which is seen at once. */
const sameOccasion = (a: ReminderSubject, b: ReminderSubject): boolean =>
  a.kind === b.kind && a.party === b.party && identityOf(a) === identityOf(b);

const openObligations = (review: Review): Obligation[] =>
  review.stage === "scheduled" || review.remindersHeld === true
    ? []
    : Object.values(review.obligations).filter(({ state }) => state === "open");

/** The open obligations of one review as occasions to remind; none before the review has started, or while its reminders are held. */
export const occasionsOf = (review: Review): ReminderSubject[] =>
  openObligations(review).map((obligation) => occasionOf(review, obligation));

/** Occasions of several reviews, each once: a party is reminded of all its nominations of a group by one letter. */
export const mergeOccasions = (occasions: readonly ReminderSubject[]): ReminderSubject[] =>
  [...Map.groupBy(occasions, identityOf).values()].flatMap(([first]) => first ?? []);

/** An occasion with the reviews that owe what it reminds of, out of several: the others have no part in its letters. */
export interface OwedOccasion {
  readonly occasion: ReminderSubject;
  readonly reviews: readonly Review[];
}

/**
 * The occasions of several reviews, each once with the reviews that owe it. Each review is looked at once: a thousand reviews
 * that start together have thousands of occasions.
 */
export const owedOccasions = (reviews: readonly Review[]): readonly OwedOccasion[] => {
  const found = new Map<string, { readonly occasion: ReminderSubject; readonly reviews: Set<Review> }>();
  for (const review of reviews)
    for (const occasion of occasionsOf(review)) {
      const identity = identityOf(occasion);
      const known = found.get(identity);
      if (known === undefined) found.set(identity, { occasion, reviews: new Set([review]) });
      else known.reviews.add(review);
    }
  return [...found.values()].map(({ occasion, reviews: owing }) => ({ occasion, reviews: [...owing] }));
};

/** The open obligations of a review that an occasion speaks of, in this generation and with this due date. */
export const obligationsOf = (review: Review, occasion: ReminderSubject): readonly Obligation[] =>
  openObligations(review).filter((obligation) => sameOccasion(occasionOf(review, obligation), occasion));

/** Whether a review still owes what an occasion reminds of: open, same generation, same date. */
export const isStillDue = (review: Review, occasion: ReminderSubject): boolean =>
  obligationsOf(review, occasion).length > 0;

/** The obligations that a letter on this occasion speaks of, over all given reviews, in the order of ids. */
export const refsOn = (reviews: readonly Review[], occasion: ReminderSubject): ObligationRef[] =>
  reviews
    .flatMap((review) =>
      obligationsOf(review, occasion).map(({ id, generation }) => ({ review: review.id, obligation: id, generation })),
    )
    .toSorted((a, b) => a.review.localeCompare(b.review) || a.obligation.localeCompare(b.obligation));

/** The day from which an occasion's obligations are counted; undefined when no given review owes it any more. */
export const openedOnOf = (reviews: readonly Review[], occasion: ReminderSubject): CalendarDate | undefined =>
  reviews.flatMap((review) => obligationsOf(review, occasion).map(({ openedOn }) => openedOn)).toSorted()[0];

const stepName = (offset: number): StepName => `d${offset < 0 ? "-" : "+"}${Math.abs(offset)}`;

/**
 * When a rung's letter leaves: 09:00 in Vienna on the day the obligation opened for `start`, else on the day that
 * is as many days from the due day as its name says. Throws a RangeError on what is no rung's name.
 */
export const momentOf = (rung: StepName, openedOn: CalendarDate, dueAt: Instant): Instant => {
  if (rung === "start") return morningOf(openedOn);
  const offset = /^d([+-]\d{1,6})$/.exec(rung)?.[1];
  if (offset === undefined) throw new RangeError(`${rung} is no rung of a reminder ladder`);
  return morningOf(addDays(dayOf(dueAt), Number(offset)));
};

/** The offsets of a ladder: the last is repeated up to the first that lies after a day. */
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

/** The rungs of one edition of a ladder: those of its days, up to the first after a day where that is one of them. */
const rungsOfEdition = (
  { effectiveFrom, value }: Edition<ReminderSchedule>,
  replacedFrom: CalendarDate | undefined,
  { occasion: { dueAt }, openedOn, lastDay, firstDay }: Climb,
): ReminderStep[] => {
  const dueDay = dayOf(dueAt);
  const until = lastDay < effectiveFrom ? effectiveFrom : lastDay;
  const first = replacedFrom !== undefined && replacedFrom < firstDay ? replacedFrom : firstDay;
  const offsets = offsetsUntil(value, dueDay, until).filter(isNeeded(value, dueDay, first));
  return [...(value.opening ? ["start"] : []), ...offsets.map(stepName)]
    .map((rung) => ({ rung, at: momentOf(rung, openedOn, dueAt) }))
    .filter(({ at }) => dayOf(at) >= effectiveFrom && (replacedFrom === undefined || dayOf(at) < replacedFrom));
};

interface Climb {
  readonly occasion: ReminderSubject;
  readonly openedOn: CalendarDate;
  readonly lastDay: CalendarDate;
  /** The day before which only the last of the repeated rungs is needed. */
  readonly firstDay: CalendarDate;
}

type Ladders = { readonly [Kind in ReminderSubject["kind"]]: Setting<ReminderSchedule> };

/**
 * The rungs of an occasion up to a moment and the first after it, in the order of time: a ladder has no end. A rung
 * belongs to the edition of the ladder in force on its day, so a new edition neither repeats nor adds reminders of the
 * past. Nothing leaves before the obligation opened, nor for a moment before the one who owes it set the date.
 */
export const stepsOf = (
  occasion: ReminderSubject,
  openedOn: CalendarDate,
  until: Instant,
  ladders: Ladders = reminderSchedules,
): ReminderStep[] => rungsBetween(occasion, openedOn, { from: occasion.dueAt, until }, ladders);

/** The same without those repeated rungs that only others after them follow until `from`. */
const rungsBetween = (
  occasion: ReminderSubject,
  openedOn: CalendarDate,
  { from, until }: { readonly from: Instant; readonly until: Instant },
  ladders: Ladders,
): ReminderStep[] => {
  const opening = morningOf(openedOn);
  const floor = [opening, until, occasion.datedAt ?? opening].toSorted().at(-1) ?? until;
  const editions = ladders[occasion.kind];
  const rungs = editions
    .flatMap((edition, place) =>
      rungsOfEdition(edition, editions[place + 1]?.effectiveFrom, {
        occasion,
        openedOn,
        lastDay: dayOf(floor),
        firstDay: dayOf(from),
      }),
    )
    .filter(({ rung, at }) => rung === "start" || at > opening)
    .filter(({ rung, at }) => occasion.datedAt === undefined || (rung !== "start" && at > occasion.datedAt))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const ahead = rungs.findIndex(({ at }) => at > until);
  return ahead === -1 ? rungs : rungs.slice(0, ahead + 1);
};

/**
 * The reminder to send now and the next to wake up for. Several rungs that have passed collapse into the latest.
 * Between the due date and the first morning after it nothing is sent: announcing what has passed would be wrong,
 * and reminders leave at 09:00. Whether the letter of `due` was sent before, its id in the ledger tells.
 */
export const planFor = (
  occasion: ReminderSubject,
  openedOn: CalendarDate,
  now: Instant,
  ladders: Ladders = reminderSchedules,
): ReminderPlan => {
  const rungs = rungsBetween(occasion, openedOn, { from: now, until: now }, ladders);
  const reached = rungs.findLast(({ at }) => at <= now);
  const next = rungs.find(({ at }) => at > now);
  const outdated = reached !== undefined && now > occasion.dueAt && reached.at <= occasion.dueAt;
  return plan(outdated ? undefined : reached, next);
};

/**
 * The same at the moment an obligation is opened. One that is opened when its date has already passed, because the
 * start was recorded late, is told of at once: the first rung after the due date counts as reached. One that another
 * letter named waits for that rung.
 */
export const planOnOpening = (
  occasion: ReminderSubject,
  openedOn: CalendarDate,
  now: Instant,
  ladders: Ladders = reminderSchedules,
): ReminderPlan => {
  const usual = planFor(occasion, openedOn, now, ladders);
  if (usual.due !== undefined || usual.next === undefined || now <= occasion.dueAt) return usual;
  if (occasion.datedAt !== undefined) return usual;
  const { rung, at } = usual.next;
  return plan(
    { rung, at },
    stepsOf(occasion, openedOn, at, ladders).find((other) => other.at > at),
  );
};

/**
 * Whether a rung's letter that has not left yet is overtaken: the rung of a later day has come, or the date has
 * passed and the letter of the morning after will say so. A letter sent ahead of its moment never is.
 */
export const isOvertaken = (
  occasion: ReminderSubject,
  rung: StepName,
  openedOn: CalendarDate,
  now: Instant,
  ladders: Ladders = reminderSchedules,
): boolean => momentOf(rung, openedOn, occasion.dueAt) <= now && planFor(occasion, openedOn, now, ladders).due !== rung;

const plan = (due: ReminderStep | undefined, next: ReminderStep | undefined): ReminderPlan => ({
  ...(due === undefined ? {} : { due: due.rung }),
  ...(next === undefined ? {} : { next }),
});

/** What an occasion is about, without the generation: the subject in the hashes of schedules and letters. */
export const occasionMarks = ({ kind, party, group, review, dueAt }: ReminderSubject): readonly string[] => [
  kind,
  review ?? group,
  party,
  dueAt,
];

/** Name of the one-time schedule of a rung: unique in its group, at most 64 characters, letters, digits, hyphens. */
export const scheduleName = (occasion: ReminderSubject, rung: StepName): string =>
  `${occasion.kind}-${fortyDigits([occasionMarks(occasion), occasion.generation, rung])}`;
