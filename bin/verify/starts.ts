import { addDays, addMinutes, dayOf, nextMorning } from "./calendar.ts";
import type { Course, RecordedEntry, Span } from "./course.ts";
import type { Tally } from "./finding.ts";
import type { LetterRow } from "./letters.ts";
import type { ReminderClock } from "./reminders.ts";
import { isNomination, lateStart } from "./rules.ts";

type Groups = ReadonlyMap<string, readonly RecordedEntry[]>;

/** When the one letter about a start is due that was recorded long after its day; undefined where reminders tell of it. */
const lateLetterAt = (groups: Groups, group: string, by: string): string | undefined => {
  const start = groups
    .get(group)
    ?.findLast(({ fact, recordedAt }) => fact.kind === "group-started" && recordedAt <= by);
  if (start?.fact.kind !== "group-started") return undefined;
  const at = nextMorning(start.recordedAt);
  return addDays(start.fact.startedOn, lateStart.days) <= dayOf(at) ? at : undefined;
};

/** Says of the nominations which a late start opened that one letter tells of them, and reminders only of what comes later. */
export const markLateStarts = (courses: readonly Course[], groups: Groups): void => {
  for (const course of courses)
    for (const { fact, version, recordedAt } of course.facts) {
      if (fact.kind !== "review-started") continue;
      const datedAt = lateLetterAt(groups, course.group, recordedAt);
      if (datedAt === undefined) continue;
      for (const [place, span] of course.spans.entries())
        if (span.version === version && isNomination(span.kind))
          course.spans[place] = { ...span, datedAt, isOfLateStart: true };
    }
};

const excusingReasons: ReadonlySet<string> = new Set(["no-address", "access-closed", "suppressed"]);

const isKept = ({ isSent, state, reason = "" }: LetterRow): boolean =>
  isSent || state === "failed" || excusingReasons.has(reason);

/** The letter to one party about one late start: there, alone, in time, and about what was still owed. */
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
  const about = `${to}, start of ${spans[0]?.group ?? ""} told at ${at}`;
  const kept = letters.filter(isKept);
  const isOwed = spans.some(({ to: end }) => end === undefined || end > by);
  if (kept.length === 0 && isOwed && by < now)
    tally.report("reminder-missing", about, `no letter tells of it by ${by}`, lateStart.rule);
  if (new Set(kept.map(({ attempt }) => attempt)).size < kept.length)
    tally.report("reminder-unfounded", about, `${kept.length} letters tell of one start`, lateStart.rule);
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

/** Each party that owes a nomination since a late start is told of it by one letter, and nobody else is. */
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
  const spans = courses.flatMap((course) => course.spans).filter(({ isOfLateStart }) => isOfLateStart === true);
  const byParty = Map.groupBy(spans, ({ party, group, datedAt = "" }) => place(`mission:${party}`, group, datedAt));
  for (const [key, those] of byParty) {
    const [first] = those;
    if (first?.datedAt === undefined) continue;
    judgeStart(`mission:${first.party}`, first.datedAt, those, letters.get(key) ?? [], timing, tally);
    letters.delete(key);
  }
  for (const row of [...letters.values()].flat())
    if (row.isSent)
      tally.report("reminder-unfounded", `letter ${row.id} to ${row.to}`, "no late start calls for it", lateStart.rule);
};
