import { addDays, addMinutes, dayOf, nextMorning } from "./calendar.ts";
import type { Course, RecordedEntry, Span } from "./course.ts";
import type { Tally } from "./finding.ts";
import { checkGroupLetters, isKept } from "./group-letters.ts";
import { isJudged } from "./judged.ts";
import type { LetterRow } from "./letters.ts";
import type { ReminderClock } from "./reminders.ts";
import { correctedStart, isNomination, lateStart } from "./rules.ts";

type Groups = ReadonlyMap<string, readonly RecordedEntry[]>;

/** The letters about a start, or about its corrected day, that was recorded at an instant. */
interface Notification {
  readonly recordedAt: string;
  /** The time at which the letters of the start, or those that correct it, are due. */
  readonly at: string;
  /** The letter that replaces reminders; undefined if reminders state it. */
  readonly letter: Span["reportedBy"];
}

/** Returns the notifications of a group's starts and their corrections, in the order of recording. */
const notificationsOf = (facts: readonly RecordedEntry[]): readonly Notification[] => {
  const notifications: Notification[] = [];
  let startAt = "";
  let lastDay = { day: "", before: "", at: "" };
  const addStart = (day: string, recordedAt: string): void => {
    const letter = addDays(day, lateStart.days) <= dayOf(startAt) ? "late-start" : undefined;
    lastDay = { day, before: day, at: startAt };
    notifications.push({ recordedAt, at: startAt, letter });
  };
  for (const { fact, recordedAt } of facts) {
    if (fact.kind === "group-started" && fact.held === true) {
      // The resumption of an imported group covers it.
      startAt = recordedAt;
      lastDay = { day: fact.startedOn, before: fact.startedOn, at: recordedAt };
    } else if (fact.kind === "group-started") {
      startAt = nextMorning(recordedAt);
      addStart(fact.startedOn, recordedAt);
    }
    if (fact.kind !== "group-start-corrected") continue;
    if (recordedAt < startAt) {
      addStart(fact.to, recordedAt);
      continue;
    }
    const at = nextMorning(recordedAt);
    // No recipient has read an earlier correction that was to leave by then.
    const before = lastDay.at > recordedAt ? lastDay.before : lastDay.day;
    lastDay = { day: fact.to, before, at };
    // There is no letter if the day stated before is right after all, and no earlier step is repeated.
    notifications.push(
      before === fact.to
        ? { recordedAt, at: recordedAt, letter: undefined }
        : { recordedAt, at, letter: "start-corrected" },
    );
  }
  return notifications;
};

/**
 * Returns whether functions applied a corrected day of the group, and not a user a correction of this review alone.
 */
const followsGroup = ({ fact, by }: RecordedEntry): boolean =>
  fact.kind === "review-started" || (fact.kind === "date-corrected" && fact.what === "start" && !by.startsWith("u-"));

/**
 * Marks obligations that a late start opened, or a corrected one dated again: one letter states them, and reminders
 * cover only later steps.
 */
export const markStarts = (courses: readonly Course[], groups: Groups): void => {
  for (const course of courses) {
    const notifications = notificationsOf(groups.get(course.group) ?? []);
    const isLater = course.facts.some(({ fact }) => fact.kind === "review-drawn" && fact.entry !== undefined);
    for (const recorded of course.facts) {
      // A review that was created after the lots of its group starts separately, and its reminders state that.
      if (!followsGroup(recorded) || (isLater && recorded.by.startsWith("u-"))) continue;
      const notification = notifications.findLast(({ recordedAt }) => recordedAt <= recorded.recordedAt);
      const isRepeated = recorded.fact.kind === "date-corrected" && notification?.at === notification?.recordedAt;
      if (notification === undefined || (notification.letter === undefined && !isRepeated)) continue;
      const { at: datedAt, letter: reportedBy } = notification;
      for (const [place, span] of course.spans.entries()) {
        const isDated = span.version === recorded.version && (span.origin === "redated" || isNomination(span.kind));
        // A date that did not change was stated before.
        if (isDated && span.datedAt === undefined)
          course.spans[place] = { ...span, datedAt, ...(reportedBy === undefined ? {} : { reportedBy }) };
      }
    }
  }
};

/**
 * Checks the letter to one party about one late start: it exists, is the only one, is in time, and covers the open
 * obligations.
 */
const judgeStart = (
  to: string,
  at: string,
  spans: readonly Span[],
  letters: readonly LetterRow[],
  { now, toleranceMinutes, outages, disturbed }: ReminderClock,
  tally: Tally,
): void => {
  tally.count("late starts recomputed");
  const due = outages.find(({ from, to: end }) => from <= at && at < end)?.to ?? at;
  const by = addMinutes(due, toleranceMinutes);
  const about = `${to}, start of ${spans[0]?.group ?? ""} notified at ${at}`;
  const kept = letters.filter(isKept);
  const hasOpenObligation = spans.some(({ to: end }) => end === undefined || end > by);
  if (kept.length === 0 && hasOpenObligation && by < now)
    tally.report("reminder-missing", about, `no letter states it by ${by}`, lateStart.rule);
  if (new Set(kept.map(({ attempt }) => attempt)).size < kept.length)
    tally.report("reminder-unfounded", about, `${kept.length} letters state one start`, lateStart.rule);
  for (const { isSent, claimedAt, explanation } of kept) {
    if (!isSent || claimedAt === undefined) continue;
    if (claimedAt < at) tally.report("reminder-early", about, `it left at ${claimedAt}`, lateStart.rule);
    if (claimedAt > by && !disturbed) tally.report("reminder-late", about, `it left at ${claimedAt}`, lateStart.rule);
    for (const { review, obligation, generation } of explanation.obligations) {
      const span = spans.find(
        (one) => one.review === review && one.obligation === obligation && one.generation === generation,
      );
      const which = `${review} ${obligation} (generation ${generation})`;
      if (span === undefined)
        tally.report(
          "reminder-unfounded",
          about,
          `it speaks of ${which}, which the start did not open`,
          lateStart.rule,
        );
      else if (span.to !== undefined && claimedAt > span.to)
        tally.report("reminder-after-end", about, `it left at ${claimedAt}; ${which} was over by then`, lateStart.rule);
    }
  }
};

/** Checks that each party with an open nomination since a late start gets one letter, and no other party does. */
export const checkLateStarts = (
  courses: readonly Course[],
  rows: readonly LetterRow[],
  timing: ReminderClock,
  tally: Tally,
): void => {
  const groupOf = new Map(courses.map(({ id, group }) => [id, group]));
  const place = (to: string, group: string, at: string): string => `${to} ${group} ${at}`;
  const letters = new Map<string, LetterRow[]>();
  for (const row of rows.filter(({ kind }) => kind === "late-start")) {
    const key = place(row.to, groupOf.get(row.reviews[0] ?? "") ?? "", row.plannedFor);
    letters.set(key, [...(letters.get(key) ?? []), row]);
  }
  const spans = courses.flatMap((course) => course.spans).filter(({ reportedBy }) => reportedBy === "late-start");
  const byParty = Map.groupBy(spans, ({ party, group, datedAt = "" }) => place(`mission:${party}`, group, datedAt));
  for (const [key, those] of byParty) {
    const [first] = those;
    if (first?.datedAt === undefined) continue;
    if (those.every(({ from }) => isJudged(from, timing)))
      judgeStart(`mission:${first.party}`, first.datedAt, those, letters.get(key) ?? [], timing, tally);
    letters.delete(key);
  }
  for (const row of [...letters.values()].flat())
    if (row.isSent && isJudged(row.plannedAt, timing))
      tally.report("reminder-unfounded", `letter ${row.id} to ${row.to}`, "no late start calls for it", lateStart.rule);
};

/** Returns corrections with letters: no later fact undid or corrected them before these left. */
const effectiveCorrections = (
  groups: Groups,
): readonly { readonly group: string; readonly at: string; readonly since: string }[] =>
  [...groups].flatMap(([group, facts]) => {
    const changes = facts.filter(
      ({ fact }) => fact.kind === "group-start-corrected" || fact.kind === "group-start-undone",
    );
    return notificationsOf(facts).flatMap(({ recordedAt, at, letter }) =>
      letter !== "start-corrected" || changes.some((other) => other.recordedAt > recordedAt && other.recordedAt < at)
        ? []
        : [{ group, at, since: recordedAt }],
    );
  });

/** The parties of which a correction moved a date. */
const moved = ({ spans }: Course, at: string): ReadonlySet<string> =>
  new Set(
    spans
      .filter(({ reportedBy, datedAt }) => reportedBy === "start-corrected" && datedAt === at)
      .map(({ party }) => party),
  );

/**
 * Checks that each recipient concerned by a corrected start after letters about it gets one letter, and no other
 * recipient does.
 */
export const checkCorrectedStarts = (
  courses: readonly Course[],
  groups: Groups,
  rows: readonly LetterRow[],
  clock: ReminderClock,
  tally: Tally,
): void => {
  const letters = {
    kind: "start-corrected",
    notifications: effectiveCorrections(groups),
    partiesOf: moved,
    rule: correctedStart,
    of: (group: string) => `corrected start of ${group}`,
    one: "correction",
    counted: "corrected starts recomputed",
  };
  checkGroupLetters(letters, courses, rows, clock, tally);
};
