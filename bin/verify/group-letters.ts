import { addMinutes } from "./calendar.ts";
import { type Course } from "./course.ts";
import { servingAt } from "./mandate-times.ts";
import type { Tally } from "./finding.ts";
import { isJudged } from "./judged.ts";
import type { LetterRow } from "./letters.ts";
import type { ReminderClock } from "./reminders.ts";

const excusingReasons: ReadonlySet<string> = new Set(["no-address", "access-closed", "suppressed"]);

/** Returns whether a letter left, or could not for a reason that no user here can correct. */
export const isKept = ({ isSent, state, reason = "" }: LetterRow): boolean =>
  isSent || state === "failed" || excusingReasons.has(reason);

/** The time at which letters about a group leave, and the time at which their fact was recorded. */
interface Notification {
  readonly group: string;
  readonly at: string;
  readonly since: string;
}

/** One kind of letters about a whole group, one to each recipient concerned, at one time. */
export interface GroupLetters {
  readonly kind: LetterRow["kind"];
  /** The groups with such letters, and the times. */
  readonly notifications: readonly Notification[];
  /** Returns the parties of a review that it concerns: their missions and focal points are notified. */
  readonly partiesOf: (course: Course, at: string) => ReadonlySet<string>;
  /** Returns further recipients who serve for such a party; none if left out. */
  readonly othersOf?: (course: Course, party: string, notification: Omit<Notification, "group">) => readonly string[];
  readonly rule: string;
  /** Names of the subject in reports: of one group, of one alone, and of several counted. */
  readonly of: (group: string) => string;
  readonly one: string;
  readonly counted: string;
}

const concernedBy = (
  courses: readonly Course[],
  notification: Notification,
  { partiesOf, othersOf = () => [] }: Pick<GroupLetters, "partiesOf" | "othersOf">,
) =>
  new Set(
    courses.flatMap((course) => {
      const parties = [...partiesOf(course, notification.at)];
      const people = parties.flatMap((party) => [
        ...servingAt(course, party, "focal-point", notification.at).map(({ user }) => user),
        ...othersOf(course, party, notification),
      ]);
      return [...parties.map((party) => `mission:${party}`), ...people.map((user) => `user:${user}`)];
    }),
  );

/** Checks that each recipient concerned gets one letter, in time, and no recipient gets one without its fact. */
export const checkGroupLetters = (
  { kind, notifications, rule, of, one, counted, ...concerned }: GroupLetters,
  courses: readonly Course[],
  rows: readonly LetterRow[],
  clock: ReminderClock,
  tally: Tally,
): void => {
  const { now, toleranceMinutes, outages, disturbed } = clock;
  const left = new Set(rows.filter((row) => row.kind === kind));
  for (const notification of notifications) {
    const { group, at } = notification;
    const due = outages.find(({ from, to }) => from <= at && at < to)?.to ?? at;
    const by = addMinutes(due, toleranceMinutes);
    const own = courses.filter((course) => course.group === group);
    for (const to of concernedBy(own, notification, concerned)) {
      const about = `${to}, ${of(group)} notified at ${at}`;
      const found = [...left].filter(
        (row) => row.to === to && row.plannedFor === at && row.subject?.includes(`/${group}/`) !== false,
      );
      for (const row of found) left.delete(row);
      if (!isJudged(notification.since, clock)) continue;
      tally.count(counted);
      const kept = found.filter(isKept);
      if (kept.length === 0 && by < now) tally.report("notice-missing", about, `no letter states it by ${by}`, rule);
      if (new Set(kept.map(({ attempt, party }) => `${attempt} ${party}`)).size < kept.length)
        tally.report("notice-unfounded", about, `${kept.length} letters state one ${one}`, rule);
      for (const { isSent, claimedAt } of kept) {
        if (!isSent || claimedAt === undefined) continue;
        if (claimedAt < at) tally.report("notice-unfounded", about, `it left at ${claimedAt}`, rule);
        if (claimedAt > by && !disturbed) tally.report("notice-late", about, `it left at ${claimedAt}`, rule);
      }
    }
  }
  for (const row of left)
    if (row.isSent && isJudged(row.plannedAt, clock))
      tally.report("notice-unfounded", `letter ${row.id} to ${row.to}`, `no ${one} calls for it`, rule);
};
