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

/** Whether the access of a user was closed at an instant. */
const isClosed = (facts: readonly RecordedEntry[], at: string): boolean =>
  facts.findLast(
    ({ fact, recordedAt }) => recordedAt < at && (fact.kind === "user-closed" || fact.kind === "user-reopened"),
  )?.fact.kind === "user-closed";

/** Whether the invitation of a user waited for a release at an instant, as an import registered them. */
const isInvitationHeld = (facts: readonly RecordedEntry[], at: string): boolean =>
  facts.some(({ fact }) => fact.kind === "user-registered" && fact["import"] !== undefined) &&
  !facts.some(({ fact, recordedAt }) => recordedAt < at && fact.kind === "user-invitation-released");

/**
 * Experts and observers who served when a group was released and still do when letters tell of it, and whose invitation
 * does not name its reviews: it did not wait for this release, or the earlier release of another group sends it.
 */
const othersOf = (users: Groups, courses: readonly Course[], groups: Groups) => {
  const releases = releasesOf(groups);
  const servesInReleased = (user: string, before: string): boolean =>
    courses.some(
      ({ group, mandates }) =>
        releases.some((one) => one.group === group && one.since < before) &&
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
        const isInvitedElsewhere = !isInvitationHeld(facts, since) || servesInReleased(user, since);
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
    othersOf: othersOf(users, courses, groups),
    rule: releasedGroup,
    of: (group: string) => `state of the reviews of ${group}`,
    one: "release",
    counted: "letters of releases recomputed",
  };
  checkGroupLetters(letters, courses, rows, clock, tally);
};
