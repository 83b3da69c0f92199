import { nextMorning } from "./calendar.ts";
import { type Course, isGivenUpBy, type RecordedEntry, seatsAt, vacatedBy } from "./course.ts";
import { servingAt } from "./mandate-times.ts";
import type { Tally } from "./finding.ts";
import { checkGroupLetters } from "./group-letters.ts";
import type { LetterRow } from "./letters.ts";
import type { ReminderClock } from "./reminders.ts";
import { resumedGroup } from "./rules.ts";

type Groups = ReadonlyMap<string, readonly RecordedEntry[]>;

/** Returns the resumed groups, since when, and the time of the letters with the status of their reviews. */
const resumptionsOf = (
  groups: Groups,
): readonly { readonly group: string; readonly since: string; readonly at: string }[] =>
  [...groups].flatMap(([group, facts]) =>
    facts
      .filter(({ fact }) => fact.kind === "group-reminders-released")
      .map(({ recordedAt }) => ({ group, since: recordedAt, at: nextMorning(recordedAt) })),
  );

/** Returns true if the access of a user was closed at an instant. */
const isClosed = (facts: readonly RecordedEntry[], at: string): boolean =>
  facts.findLast(
    ({ fact, recordedAt }) => recordedAt < at && (fact.kind === "user-closed" || fact.kind === "user-reopened"),
  )?.fact.kind === "user-closed";

/** Returns true if an import registered a user whose invitation was still paused at an instant. */
const isInvitationPaused = (facts: readonly RecordedEntry[], at: string): boolean =>
  facts.some(({ fact }) => fact.kind === "user-registered" && fact["import"] !== undefined) &&
  !facts.some(({ fact, recordedAt }) => recordedAt < at && fact.kind === "user-invitation-released");

/**
 * Returns the experts and observers who served when a group was resumed and still do at the time of its letters, and
 * whose invitation does not name its reviews: it was not paused, or the earlier resumption of another group sends it.
 */
const othersOf = (users: Groups, courses: readonly Course[], groups: Groups) => {
  const resumptions = resumptionsOf(groups);
  const servesInResumed = (user: string, before: string): boolean =>
    courses.some(
      ({ group, mandates }) =>
        resumptions.some((one) => one.group === group && one.since < before) &&
        [...mandates.values()].some((mandate) => mandate.user === user),
    );
  return (course: Course, party: string, notification: { readonly since: string; readonly at: string }) => {
    const { since, at } = notification;
    return ["expert", "observer"]
      .flatMap((role) => servingAt(course, party, role, at))
      .filter((mandate) => mandate.begins.some(({ recordedAt }) => recordedAt <= since))
      .map(({ user }) => user)
      .filter((user) => {
        const facts = users.get(user) ?? [];
        const isInvitedElsewhere = !isInvitationPaused(facts, since) || servesInResumed(user, since);
        return isInvitedElsewhere && !isClosed(facts, since);
      });
  };
};

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

/** Checks that every recipient of a resumed group has one letter with the status of its reviews; paused groups have none. */
export const checkResumptions = (
  courses: readonly Course[],
  { groups, users }: { readonly [Kind in "groups" | "users"]: Groups },
  rows: readonly LetterRow[],
  clock: ReminderClock,
  tally: Tally,
): void => {
  const letters = {
    kind: "state-of-reviews",
    notifications: resumptionsOf(groups),
    partiesOf: seated,
    othersOf: othersOf(users, courses, groups),
    rule: resumedGroup,
    of: (group: string) => `state of the reviews of ${group}`,
    one: "release",
    counted: "letters of releases recomputed",
  };
  checkGroupLetters(letters, courses, rows, clock, tally);
};
