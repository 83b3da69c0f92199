import type { Group } from "../../schemas/model/group.ts";
import type { GroupId, PartyId } from "../../schemas/base/ids.ts";
import type { Letter, LetterKind, ObligationRef, Recipient } from "../../schemas/model/letter.ts";
import type { Obligation, Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { fortyDigits } from "../base/hash.ts";
import { newsAge } from "../policy/letters.ts";
import { earlier, startOfDay } from "../base/time.ts";
import { mandatesOf } from "../review/mandates.ts";
import { isNomination } from "../reminders/schedule.ts";
import { plannedLetter } from "./lifecycle.ts";
import type { DueTimer } from "./reminder-letters.ts";
import { byRecipient, isConcerned } from "./stated-version.ts";

/**
 * Returns the time of the next or last letters about a group. They are about its start, its corrected day, or the
 * status of its reviews that were taken over and resumed.
 */
const startLettersAt = ({ lettersAt, corrected, resumed }: Group): Instant | undefined =>
  corrected?.lettersAt ?? resumed?.lettersAt ?? lettersAt;

/**
 * Returns whether the missions of a group are reminded. It has then started, no review of it is on hold, and the time
 * of the first letters has come.
 */
export const isOpened = ({ state, lettersAt, reminders, resumed }: Group, now: Instant): boolean =>
  state === "started" &&
  reminders === undefined &&
  [lettersAt, resumed?.lettersAt].every((at) => at === undefined || at <= now);

/** Returns the name of the timer for the first letters about a group's start. */
export const openingName = (group: GroupId, lettersAt: Instant): string => `opening-${fortyDigits([group, lettersAt])}`;

/**
 * Returns the timer for the letters about the start of a group that has started, or about its corrected day. Undefined
 * if their time has come, or none is set.
 */
export const openingTimer = (group: Group, now: Instant): DueTimer | undefined => {
  const { id, state, reminders } = group;
  const at = startLettersAt(group);
  return state !== "started" || reminders !== undefined || at === undefined || at <= now
    ? undefined
    : { name: openingName(id, at), at, message: { opening: id } };
};

/** The rule behind the letter, stored with it for the explanation. */
const rule =
  "A start that is recorded long after its day is reported by one letter to each party; its reminders continue from there.";

/**
 * Returns nominations of a review that have been pending from a party since a start that letters report at an instant.
 */
export const openSinceStart = (review: Review, party: PartyId, at: Instant): readonly Obligation[] =>
  review.stage === "scheduled"
    ? []
    : Object.values(review.obligations).filter(
        (obligation) =>
          obligation.party === party &&
          obligation.state === "open" &&
          isNomination(obligation.kind) &&
          obligation.datedAt === at,
      );

/** Returns the obligations in the letter to a party about a late start, in the order of reviews and ids. */
export const refsSinceStart = (reviews: readonly Review[], party: PartyId, at: Instant): readonly ObligationRef[] =>
  reviews
    .flatMap((review) =>
      openSinceStart(review, party, at).map(({ id, generation }) => ({
        review: review.id,
        obligation: id,
        generation,
      })),
    )
    .toSorted((a, b) => a.review.localeCompare(b.review) || a.obligation.localeCompare(b.obligation));

/**
 * Returns the letters about a start that was recorded long after its day, once their time has come. One goes to the
 * mission of each party with a nomination pending since. None for a start that its reminders report.
 */
export const lateStartLetters = (
  { id: group, late, lettersAt: at }: Group,
  reviews: readonly Review[],
  now: Instant,
): readonly Letter[] => {
  if (late !== true || at === undefined || at > now) return [];
  const parties = new Set(reviews.flatMap(({ seats }) => Object.values(seats).map(({ party }) => party)));
  return [...parties].flatMap((party) => {
    const obligationRefs = refsSinceStart(reviews, party, at);
    return obligationRefs.length === 0
      ? []
      : plannedLetter(
          {
            content: { kind: "late-start", group, party, at },
            recipient: { kind: "mission", party },
            party,
            plannedFor: at,
            rule,
            obligationRefs,
          },
          now,
        );
  });
};

const correctedRule =
  "A start whose day is corrected after its letters left is reported again, by one letter to each recipient concerned.";

/**
 * Returns obligations of a party in a review whose dates a corrected start moved, and that letters report at an
 * instant.
 */
export const redatedSinceStart = (review: Review, party: PartyId, at: Instant): readonly Obligation[] =>
  Object.values(review.obligations).filter(
    ({ party: pending, datedAt, state }) => pending === party && datedAt === at && state !== "void",
  );

/** Returns the mission of a party, and its focal points at an instant in the reviews that letters then report. */
export const missionAndFocalPoints = (
  reviews: readonly Review[],
  party: PartyId,
  at: Instant,
): readonly Recipient[] => {
  const users = reviews.flatMap((review) => mandatesOf(review, party, "focal-point", at).map(({ user }) => user));
  return [{ kind: "mission", party }, ...[...new Set(users)].map((user) => ({ kind: "user", user }) as const)];
};

/**
 * Returns the letters about the corrected day of a group's start, over all its reviews, once their time has come. One
 * goes to the mission and to each focal point of every party with a moved date. None if the letters of the start state
 * the day, if the stated day is correct after all, or if it is old.
 */
export const startCorrectedLetters = (
  { id: group, state, startedOn, corrected }: Group,
  reviews: readonly Review[],
  now: Instant,
): readonly Letter[] => {
  const { lettersAt: at, reportedDay } = corrected ?? {};
  if (state !== "started" || at === undefined || at > now || reportedDay === startedOn) return [];
  if (at < earlier(now, newsAge)) return [];
  const parties = new Set(reviews.flatMap(({ seats }) => Object.values(seats).map(({ party }) => party)));
  return [...parties].flatMap((party) => {
    const concerned = reviews.filter((review) => redatedSinceStart(review, party, at).length > 0);
    if (concerned.length === 0) return [];
    const content = { kind: "start-corrected", group, party, at } as const;
    return missionAndFocalPoints(concerned, party, at).map((recipient) =>
      plannedLetter({ content, recipient, party, plannedFor: at, rule: correctedRule }, now),
    );
  });
};

/** Kinds of letters that report a start. */
const kindsOfStart: ReadonlySet<LetterKind> = new Set(["nomination-reminder", "late-start", "start-corrected"]);

const undoneRule =
  "The reversal of a start after its letters left goes by letter to exactly the recipients of those letters.";

/**
 * Returns the letters about the last reversed start of a group, over all letters about the group. Each recipient of a
 * letter about that start gets one. None while the start is being reversed.
 */
export const startUndoneLetters = (
  { id: group, state, undone, lettersAt: nextLettersAt }: Group,
  letters: readonly Letter[],
  now: Instant,
): readonly Letter[] => {
  if (undone === undefined || state === "undoing") return [];
  const { at, startedOn } = undone;
  const from = undone.lettersAt ?? startOfDay(startedOn);
  const concerned = letters
    .filter(({ content: { kind } }) => kindsOfStart.has(kind))
    .filter(({ plannedAt }) => plannedAt >= from && (nextLettersAt === undefined || plannedAt < nextLettersAt))
    .filter((letter) => isConcerned(letter));
  return byRecipient(concerned).map(({ recipient, party, letters: left }) => {
    const content = { kind: "start-undone", group, party, at } as const;
    return plannedLetter(
      { content, recipient, party, plannedFor: at, rule: undoneRule, corrects: { letters: left } },
      now,
    );
  });
};
