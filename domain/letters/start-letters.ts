import type { Group } from "../../schemas/model/group.ts";
import type { GroupId, PartyId } from "../../schemas/base/ids.ts";
import type { Letter, LetterKind, ObligationRef, Recipient } from "../../schemas/model/letter.ts";
import type { Obligation, Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { fortyDigits } from "../base/hash.ts";
import { newsAge } from "../base/policy.ts";
import { earlier, startOfDay } from "../base/time.ts";
import { mandatesOf } from "../review/mandates.ts";
import { isNomination } from "../reminders/schedule.ts";
import { plannedLetter } from "./lifecycle.ts";
import type { DueTimer } from "./reminder-letters.ts";
import { byRecipient, isConcerned } from "./stated-version.ts";

/**
 * When the next letters about a group are due, or the last were: those of its start, that correct its day, or that tell where
 * its reviews stand, once they were taken over and released.
 */
const startLettersAt = ({ lettersAt, corrected, released }: Group): Instant | undefined =>
  corrected?.lettersAt ?? released?.lettersAt ?? lettersAt;

/**
 * Whether the missions of a group are reminded: it has started, nothing of it is held, and the time of the first letters has
 * come.
 */
export const isOpened = ({ state, lettersAt, reminders, released }: Group, now: Instant): boolean =>
  state === "started" &&
  reminders === undefined &&
  [lettersAt, released?.lettersAt].every((at) => at === undefined || at <= now);

/** What the timer for the first letters about a group's start is called. */
export const openingName = (group: GroupId, lettersAt: Instant): string => `opening-${fortyDigits([group, lettersAt])}`;

/**
 * The timer for the letters about the start of a group that has started, or about its corrected day; undefined where their
 * time has come, or none is set.
 */
export const openingTimer = (group: Group, now: Instant): DueTimer | undefined => {
  const { id, state, reminders } = group;
  const at = startLettersAt(group);
  return state !== "started" || reminders !== undefined || at === undefined || at <= now
    ? undefined
    : { name: openingName(id, at), at, message: { opening: id } };
};

/** The rule behind the letter, kept on it for the explanation. */
const rule =
  "A start that is recorded long after its day is told of by one letter to each party; its reminders go on from there.";

/** Nominations of a review that a party still owes since a start of which letters tell at an instant. */
export const owedSinceStart = (review: Review, party: PartyId, at: Instant): readonly Obligation[] =>
  review.stage === "scheduled"
    ? []
    : Object.values(review.obligations).filter(
        (obligation) =>
          obligation.party === party &&
          obligation.state === "open" &&
          isNomination(obligation.kind) &&
          obligation.datedAt === at,
      );

/** The obligations that the letter to a party about a late start speaks of, in the order of reviews and ids. */
export const refsSinceStart = (reviews: readonly Review[], party: PartyId, at: Instant): readonly ObligationRef[] =>
  reviews
    .flatMap((review) =>
      owedSinceStart(review, party, at).map(({ id, generation }) => ({
        review: review.id,
        obligation: id,
        generation,
      })),
    )
    .toSorted((a, b) => a.review.localeCompare(b.review) || a.obligation.localeCompare(b.obligation));

/**
 * The letters about the start of a group that was recorded long after its day, once their time has come: one to the
 * mission of each party that still owes a nomination since. None of a start that its reminders tell of.
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
  "A start whose day is corrected after its letters left is told of anew, by one letter to each concerned.";

/** Obligations of a party in a review whose dates a corrected start moved, of which letters tell at an instant. */
export const redatedSinceStart = (review: Review, party: PartyId, at: Instant): readonly Obligation[] =>
  Object.values(review.obligations).filter(
    ({ party: pending, datedAt, state }) => pending === party && datedAt === at && state !== "void",
  );

/** The mission of a party, and its focal points in reviews of which letters tell at an instant as they serve then. */
export const missionAndFocalPoints = (
  reviews: readonly Review[],
  party: PartyId,
  at: Instant,
): readonly Recipient[] => {
  const users = reviews.flatMap((review) => mandatesOf(review, party, "focal-point", at).map(({ user }) => user));
  return [{ kind: "mission", party }, ...[...new Set(users)].map((user) => ({ kind: "user", user }) as const)];
};

/**
 * The letters about the corrected day of a group's start, over all its reviews, once their time has come: one to the mission
 * and one to each focal point of every party whose dates it moves, whatever the number of reviews. None where the letters
 * of the start itself tell it, where the day that was told is right after all, and of one that is too old to be news.
 */
export const startCorrectedLetters = (
  { id: group, state, startedOn, corrected }: Group,
  reviews: readonly Review[],
  now: Instant,
): readonly Letter[] => {
  const { lettersAt: at, toldDay } = corrected ?? {};
  if (state !== "started" || at === undefined || at > now || toldDay === startedOn) return [];
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

/** Letters that tell of a start. */
const kindsOfStart: ReadonlySet<LetterKind> = new Set(["nomination-reminder", "late-start", "start-corrected"]);

const undoneRule =
  "A start that is undone after its letters left is corrected by a letter to exactly those who had one.";

/**
 * Returns the letters about the last start of a group that was undone, over all letters about the group: one for each
 * recipient of a letter about that start. None while the start is being undone.
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
