import { addMinutes, nextMorning } from "./calendar.ts";
import { type Course, isServing, type RecordedEntry } from "./course.ts";
import type { Tally } from "./finding.ts";
import type { LetterRow } from "./letters.ts";
import type { ReminderClock } from "./reminders.ts";
import { releasedGroup } from "./rules.ts";

type Groups = ReadonlyMap<string, readonly RecordedEntry[]>;

/** Groups that were released, and when letters tell each party where its reviews stand. */
const releasesOf = (groups: Groups): readonly { readonly group: string; readonly at: string }[] =>
  [...groups].flatMap(([group, facts]) =>
    facts
      .filter(({ fact }) => fact.kind === "group-reminders-released")
      .map(({ recordedAt }) => ({ group, at: nextMorning(recordedAt) })),
  );

/** Whom a release concerns: the mission and the focal points of every party with a seat in the group. */
const concernedBy = (courses: readonly Course[], at: string): ReadonlySet<string> =>
  new Set(
    courses.flatMap(({ seats, mandates }) => {
      const parties = new Set(
        seats.filter(({ from, to }) => from <= at && (to === undefined || to > at)).map(({ party }) => party),
      );
      const focalPoints = [...mandates.values()].filter(
        (one) => parties.has(one.party) && one.role === "focal-point" && isServing(one, at),
      );
      return [...[...parties].map((party) => `mission:${party}`), ...focalPoints.map(({ user }) => `user:${user}`)];
    }),
  );

const excusingReasons: ReadonlySet<string> = new Set(["no-address", "access-closed", "suppressed"]);

const isKept = ({ isSent, state, reason = "" }: LetterRow): boolean =>
  isSent || state === "failed" || excusingReasons.has(reason);

/** Whoever a released group concerns is told once where its reviews stand, and nobody is of a group that is held. */
export const checkReleases = (
  courses: readonly Course[],
  groups: Groups,
  rows: readonly LetterRow[],
  { now, toleranceMinutes, outages, disturbed }: ReminderClock,
  tally: Tally,
): void => {
  const left = new Set(rows.filter(({ kind }) => kind === "state-of-reviews"));
  for (const { group, at } of releasesOf(groups)) {
    const due = outages.find(({ from, to }) => from <= at && at < to)?.to ?? at;
    const by = addMinutes(due, toleranceMinutes);
    const own = courses.filter((course) => course.group === group);
    for (const to of concernedBy(own, at)) {
      tally.count("released groups recomputed");
      const about = `${to}, state of the reviews of ${group} told at ${at}`;
      const found = [...left].filter(
        (row) => row.to === to && row.plannedFor === at && row.subject?.includes(`/${group}/`) !== false,
      );
      for (const row of found) left.delete(row);
      const kept = found.filter(isKept);
      if (kept.length === 0 && by < now)
        tally.report("notice-missing", about, `no letter tells of it by ${by}`, releasedGroup);
      if (new Set(kept.map(({ attempt, party }) => `${attempt} ${party}`)).size < kept.length)
        tally.report("notice-unfounded", about, `${kept.length} letters tell of one release`, releasedGroup);
      for (const { isSent, claimedAt } of kept) {
        if (!isSent || claimedAt === undefined) continue;
        if (claimedAt < at) tally.report("notice-unfounded", about, `it left at ${claimedAt}`, releasedGroup);
        if (claimedAt > by && !disturbed) tally.report("notice-late", about, `it left at ${claimedAt}`, releasedGroup);
      }
    }
  }
  for (const row of left)
    if (row.isSent)
      tally.report(
        "notice-unfounded",
        `letter ${row.id} to ${row.to}`,
        "no released group calls for it",
        releasedGroup,
      );
};
