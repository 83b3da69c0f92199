import { nextMorning } from "./calendar.ts";
import { type Course, isGivenUpBy, type RecordedEntry, seatsAt, vacatedBy } from "./course.ts";
import type { Tally } from "./finding.ts";
import { checkGroupLetters } from "./group-letters.ts";
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

/** Every party with a seat at that time, in a review that was not given up, that has not left. */
const seated = (course: Course, at: string): ReadonlySet<string> => {
  if (isGivenUpBy(course.facts, at)) return new Set();
  const left = vacatedBy(course.facts, at);
  return new Set(
    seatsAt(course, at)
      .map(({ party }) => party)
      .filter((party) => !left.has(party)),
  );
};

/** Whoever a released group concerns is told once where its reviews stand, and nobody is of a group that is held. */
export const checkReleases = (
  courses: readonly Course[],
  groups: Groups,
  rows: readonly LetterRow[],
  clock: ReminderClock,
  tally: Tally,
): void => {
  const letters = {
    kind: "state-of-reviews",
    tellings: releasesOf(groups),
    partiesOf: seated,
    rule: releasedGroup,
    of: (group: string) => `state of the reviews of ${group}`,
    one: "release",
    counted: "letters of releases recomputed",
  };
  checkGroupLetters(letters, courses, rows, clock, tally);
};
