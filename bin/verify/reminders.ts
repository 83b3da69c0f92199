import { addDays, addMinutes, dayOf, morningOf, nextMorning } from "./calendar.ts";
import { type Course, type Mandate, type Span } from "./course.ts";
import { isJudged } from "./judged.ts";
import { isServing } from "./mandate-times.ts";
import type { Tally } from "./finding.ts";
import type { LetterRow } from "./letters.ts";
import { isNomination, type ReminderSchedules, scheduleRule, underWayMinutes } from "./rules.ts";

/** A time in which nothing ran: what should have left in it leaves when it is over, the last step alone. */
export interface Outage {
  readonly from: string;
  readonly to: string;
}

export interface ReminderClock {
  readonly now: string;
  readonly toleranceMinutes: number;
  readonly outages: readonly Outage[];
  readonly schedules: ReminderSchedules;
  /** Since when the system runs the version whose rules are judged by; see Verification. */
  readonly judgedFrom?: string;
  /**
   * Parts failed at unrecorded moments: then letters may be late, and a later letter may have covered a step. The last
   * letter is required all the same.
   */
  readonly disturbed: boolean;
}

interface ScheduleStep {
  /** As the API names it: start, d-7, d+1. */
  readonly name: string;
  readonly at: string;
}

/** A letter that should have left: for which step, from when on, and until when at the latest. */
interface ExpectedReminder extends ScheduleStep {
  readonly from: string;
  readonly by: string;
}

const nameOf = (days: number): string => `d${days < 0 ? "-" : "+"}${Math.abs(days)}`;

/** Every step of an obligation's reminder schedule until now, in the order of time. */
const stepsOf = (
  { kind, openedOn, dueAt, datedAt }: Span,
  { schedules, now }: ReminderClock,
): readonly ScheduleStep[] => {
  const dueDay = dayOf(dueAt);
  const opening = morningOf(openedOn);
  const editions = schedules[kind];
  const steps = editions.flatMap(({ from, days, thenEvery }, place): ScheduleStep[] => {
    const until = editions[place + 1]?.from;
    const offsets = [...days];
    for (let next = Math.max(...days) + thenEvery; addDays(dueDay, next) <= dayOf(now); next += thenEvery)
      offsets.push(next);
    return [
      { name: "start", at: opening },
      ...offsets.map((offset) => ({ name: nameOf(offset), at: morningOf(addDays(dueDay, offset)) })),
    ].filter(({ at }) => dayOf(at) >= from && (until === undefined || dayOf(at) < until));
  });
  return steps
    .filter(({ name, at }) => name === "start" || at > opening)
    .filter(({ name, at }) => datedAt === undefined || (name !== "start" && at > datedAt))
    .toSorted((one, other) => (one.at < other.at ? -1 : 1));
};

type ReminderReader = "mission" | "focal point";

/**
 * Returns a span from the view of a recipient: recipients of the letter about what opened it have its date from that.
 */
const asRead = (span: Span, reader: ReminderReader): Span => {
  const { announced, datedAt = "" } = span;
  if (announced === undefined || (reader === "mission" && announced.to === "focal points")) return span;
  return { ...span, datedAt: announced.at > datedAt ? announced.at : datedAt };
};

/** Returns the end of the outage that contains a moment, or the moment itself without one. */
const afterOutage = (at: string, outages: readonly Outage[]): string =>
  outages.find(({ from, to }) => from <= at && at < to)?.to ?? at;

/**
 * Returns the required letters of a span. Steps that had passed when the obligation was opened, or during an outage,
 * are covered by one immediate letter. An obligation opened after its date gets an immediate letter as overdue. The
 * letters of a start may wait for the next 09:00.
 */
const expectedOf = (span: Span, timing: ReminderClock): readonly ExpectedReminder[] => {
  const steps = stepsOf(span, timing);
  const { toleranceMinutes: minutes, outages, now } = timing;
  const until = span.to ?? now;
  const found: ExpectedReminder[] = [];
  const expect = (step: ScheduleStep, from: string, by: string): void => {
    // Met or moved before it had to leave, or not due to have left by now: nothing can be demanded.
    if (until > by) found.push({ ...step, from, by });
  };
  const reached = steps.findLast(({ at }) => at <= span.from);
  const next = steps.find(({ at }) => at > span.from);
  const isPast = span.dueAt < span.from && span.reportedBy === undefined;
  const immediate = isPast && (reached === undefined || reached.at <= span.dueAt) ? next : reached;
  if (immediate !== undefined && !(immediate === next && span.datedAt !== undefined))
    expect(immediate, span.from, addMinutes(nextMorning(afterOutage(span.from, outages)), minutes));
  const coming = steps.filter((step) => step.at > span.from && step !== immediate);
  for (const [place, step] of coming.entries()) {
    const at = afterOutage(step.at, outages);
    const following = coming[place + 1];
    if (at !== step.at && following !== undefined && following.at <= at) continue;
    if (step.at < until) expect(step, step.at, addMinutes(at, minutes));
  }
  if (!timing.disturbed) return found;
  // Also what was met before anything ran again could not be reminded of.
  if (span.to !== undefined) return [];
  const last = steps.findLast(({ at }) => at <= now);
  return found.filter(({ name, at }) => name === last?.name && (at > span.dueAt || now < span.dueAt));
};

/** The focal points who get a step's letter as well: those who serve when it leaves and when it had to. */
const focalPointsOf = (course: Course, span: Span, { at, from, by }: ExpectedReminder): readonly Mandate[] =>
  isNomination(span.kind)
    ? []
    : [...course.mandates.values()].filter(
        (mandate) =>
          mandate.party === span.party &&
          mandate.role === "focal-point" &&
          isServing(mandate, at, from) &&
          isServing(mandate, by, by) &&
          isServing(mandate, from),
      );

const key = (to: string, review: string, obligation: string, generation: number, step: string): string =>
  [to, review, obligation, generation, step].join(" ");

const kinds: ReadonlySet<string> = new Set(["nomination-reminder", "duty-reminder"]);

/** The step of a letter for one of the obligations that it names; a letter about several nominations has one for each. */
const stepNameIn = ({ explanation }: LetterRow, obligation: string, generation: number): string => {
  const { occasion, rung = "", further = [] } = explanation;
  const steps = [...(occasion === undefined ? [] : [{ occasion, rung }]), ...further];
  const own = steps.filter(
    (step) => obligation.startsWith(step.occasion.kind) && step.occasion.generation === generation,
  );
  return (own.length === 1 ? own : steps)[0]?.rung ?? rung;
};

/** The date that a letter gives for one of the obligations that it names. */
const dueAtIn = ({ explanation }: LetterRow, obligation: string, generation: number): string | undefined => {
  const { occasion: first, further = [] } = explanation;
  const subjects = [...(first === undefined ? [] : [first]), ...further.map((step) => step.occasion)];
  return (
    subjects.find((one) => obligation.startsWith(one.kind) && one.generation === generation)?.dueAt ?? first?.dueAt
  );
};

const indexByParty = (letters: readonly LetterRow[]): ReadonlyMap<string, readonly LetterRow[]> => {
  const index = new Map<string, LetterRow[]>();
  for (const letter of letters)
    for (const { review, obligation, generation } of letter.explanation.obligations) {
      const place = key(letter.to, review, obligation, generation, stepNameIn(letter, obligation, generation));
      index.set(place, [...(index.get(place) ?? []), letter]);
    }
  return index;
};

/** Reasons not to send that are not the letter's fault: no usable address, or listed in the digest. */
const excusingReasons: ReadonlySet<string> = new Set(["no-address", "access-closed", "suppressed", "digest"]);

const judgeFound = (
  letters: readonly LetterRow[],
  wanted: ExpectedReminder,
  about: string,
  disturbed: boolean,
  tally: Tally,
): void => {
  const kept = letters.filter(
    ({ isSent, reason, state }) => isSent || state === "failed" || excusingReasons.has(reason ?? ""),
  );
  const [first] = kept;
  if (first?.decidedAt === undefined) {
    const states = letters.map(({ state, reason }) => `${state}${reason === undefined ? "" : ` (${reason})`}`);
    const why = letters.length === 0 ? "no letter of this step is there" : `its letter is ${states.join(", ")}`;
    tally.report("reminder-missing", about, `${why}; it had to leave by ${wanted.by}`, scheduleRule);
    return;
  }
  const attempts = new Set(kept.map(({ attempt }) => attempt));
  if (attempts.size < kept.length)
    tally.report("reminder-unfounded", about, `${kept.length} letters cover one step`, scheduleRule);
  if (first.decidedAt > wanted.by && !disturbed)
    tally.report("reminder-late", about, `left at ${first.decidedAt}, had to by ${wanted.by}`, scheduleRule);
  if (first.isSent && first.decidedAt < wanted.from)
    tally.report("reminder-early", about, `left at ${first.decidedAt}, before ${wanted.from}`, scheduleRule);
};

/** The reminders of a span, each with its recipient: the mission, and the focal points who see to it. */
const remindersOf = (
  course: Course,
  span: Span,
  timing: ReminderClock,
): readonly (readonly [recipient: string, wanted: ExpectedReminder])[] => [
  ...expectedOf(asRead(span, "mission"), timing).map((wanted) => [`mission:${span.party}`, wanted] as const),
  ...expectedOf(asRead(span, "focal point"), timing).flatMap((wanted) =>
    [...new Set(focalPointsOf(course, span, wanted).map(({ user }) => user))].map(
      (user) => [`user:${user}`, wanted] as const,
    ),
  ),
];

/** Every letter that should have left by now is there, in time. */
export const checkExpectedReminders = (
  courses: readonly Course[],
  rows: readonly LetterRow[],
  timing: ReminderClock,
  tally: Tally,
): void => {
  const index = indexByParty(rows.filter(({ kind }) => kinds.has(kind)));
  for (const course of courses)
    for (const span of course.spans)
      for (const [recipient, wanted] of remindersOf(course, span, timing)) {
        if (!isJudged(wanted.by, timing)) continue;
        tally.count("reminders recomputed");
        const found = index.get(key(recipient, span.review, span.obligation, span.generation, wanted.name)) ?? [];
        const about = `${recipient}, ${span.review} ${span.obligation} (generation ${span.generation}), step ${wanted.name} of ${wanted.at}`;
        judgeFound(found, wanted, about, timing.disturbed, tally);
      }
};

/** Checks that every sent reminder covers obligations that were open then, at its step, to the right recipient. */
export const checkSentReminders = (
  courses: ReadonlyMap<string, Course>,
  rows: readonly LetterRow[],
  timing: ReminderClock,
  tally: Tally,
): void => {
  for (const row of rows) {
    if (!kinds.has(row.kind) || !row.isSent || row.claimedAt === undefined) continue;
    if (!isJudged(row.plannedAt, timing)) continue;
    tally.count("reminders that left");
    judgeSent(courses, row, row.claimedAt, timing, tally);
  }
};

const judgeSent = (
  courses: ReadonlyMap<string, Course>,
  row: LetterRow,
  at: string,
  timing: ReminderClock,
  tally: Tally,
): void => {
  const { occasion, obligations } = row.explanation;
  const about = `letter ${row.id} to ${row.to}, step ${row.explanation.rung ?? "unknown"}`;
  if (occasion === undefined || obligations.length === 0) {
    tally.report("reminder-unfounded", about, "it covers no obligation", scheduleRule);
    return;
  }
  for (const { review, obligation, generation } of obligations) {
    const course = courses.get(review);
    const span = course?.spans.find((one) => one.obligation === obligation && one.generation === generation);
    const which = `${review} ${obligation} (generation ${generation})`;
    if (course === undefined || span === undefined) {
      tally.report("reminder-unfounded", about, `the journal contains no ${which}`, scheduleRule);
      continue;
    }
    const dueAt = dueAtIn(row, obligation, generation) ?? "";
    if (span.dueAt !== dueAt)
      tally.report("reminder-unfounded", about, `it says due at ${dueAt}, ${which} is at ${span.dueAt}`, scheduleRule);
    if (at < span.from || (span.to !== undefined && at > addMinutes(span.to, underWayMinutes)))
      tally.report(
        "reminder-after-end",
        about,
        `it left at ${at}; ${which} was open from ${span.from} to ${span.to ?? "now"}`,
        scheduleRule,
      );
    judgeRecipient(course, span, row, at, about, tally);
    const stepName = stepNameIn(row, obligation, generation);
    const read = asRead(span, row.to.startsWith("mission:") ? "mission" : "focal point");
    const step = stepsOf(read, timing).find(({ name }) => name === stepName);
    if (step === undefined) {
      tally.report("reminder-unfounded", about, `${stepName} is no step of ${which}`, scheduleRule);
      continue;
    }
    // It leaves immediately if the obligation was opened after its date.
    const isImmediate = span.dueAt < span.from && span.reportedBy === undefined && read.datedAt === undefined;
    const mayLeave = isImmediate ? span.from : step.at;
    if (at < mayLeave) tally.report("reminder-early", about, `it left at ${at}, before ${mayLeave}`, scheduleRule);
  }
};

const judgeRecipient = (course: Course, span: Span, row: LetterRow, at: string, about: string, tally: Tally): void => {
  if (row.to === `mission:${span.party}`) return;
  const serves = [...course.mandates.values()].some(
    (one) =>
      `user:${one.user}` === row.to && one.party === span.party && one.role === "focal-point" && isServing(one, at),
  );
  if (!serves || isNomination(span.kind))
    tally.report(
      "reminder-unfounded",
      about,
      `${span.obligation} of ${span.party} is not theirs to hear of`,
      scheduleRule,
    );
};
