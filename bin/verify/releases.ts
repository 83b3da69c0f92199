import { nextMorning } from "./calendar.ts";
import { type Course, isGivenUpBy, type RecordedEntry, seatsAt, vacatedBy } from "./course.ts";
import { servingAt } from "./mandate-times.ts";
import type { Tally } from "./finding.ts";
import { checkGroupLetters } from "./group-letters.ts";
import type { LetterRow } from "./letters.ts";
import type { ReminderClock } from "./reminders.ts";
import { releasedGroup } from "./rules.ts";

type Groups = ReadonlyMap<string, readonly RecordedEntry[]>;

/** Groups that were released, since when, and when letters tell each party where its reviews stand. */
const releasesOf = (
  groups: Groups,
): readonly { readonly group: string; readonly since: string; readonly at: string }[] =>
  [...groups].flatMap(([group, facts]) =>
    facts
      .filter(({ fact }) => fact.kind === "group-reminders-released")
      .map(({ recordedAt }) => ({ group, since: recordedAt, at: nextMorning(recordedAt) })),
  );

/** Whether somebody's account was made before an instant, and not closed again, so that no invitation names what is released. */
const wasInvited = (facts: readonly RecordedEntry[] = [], before: string): boolean =>
  facts.findLast(
    ({ fact, recordedAt }) => recordedAt < before && (fact.kind === "account-created" || fact.kind === "user-closed"),
  )?.fact.kind === "account-created";

/** Experts and observers who served when a group was released and still do when letters tell of it, and were invited before. */
const othersOf =
  (users: Groups) =>
  (course: Course, party: string, { since = "", at }: { readonly since?: string | undefined; readonly at: string }) =>
    ["expert", "observer"]
      .flatMap((role) => servingAt(course, party, role, at))
      .filter((mandate) => mandate.begins.some(({ recordedAt }) => recordedAt <= since))
      .map(({ user }) => user)
      .filter((user) => wasInvited(users.get(user), since));

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
  { groups, users }: { readonly [Kind in "groups" | "users"]: Groups },
  rows: readonly LetterRow[],
  clock: ReminderClock,
  tally: Tally,
): void => {
  const letters = {
    kind: "state-of-reviews",
    tellings: releasesOf(groups),
    partiesOf: seated,
    othersOf: othersOf(users),
    rule: releasedGroup,
    of: (group: string) => `state of the reviews of ${group}`,
    one: "release",
    counted: "letters of releases recomputed",
  };
  checkGroupLetters(letters, courses, rows, clock, tally);
};
