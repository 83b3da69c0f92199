import type { Group } from "../../schemas/model/group.ts";
import type { GroupId, PartyId } from "../../schemas/base/ids.ts";
import type { Letter, LetterState, ObligationRef } from "../../schemas/model/letter.ts";
import type { Obligation, Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { fortyDigits } from "../base/hash.ts";
import { startOfDay } from "../base/time.ts";
import { isNomination } from "../reminders/schedule.ts";
import { logicalRecipient } from "./letter-id.ts";
import { plannedLetter } from "./lifecycle.ts";
import type { DueTimer } from "./reminder-letters.ts";

/** Whether the missions of a group are reminded: it has started, and the time of the first letters has come. */
export const isOpened = ({ state, lettersAt }: Group, now: Instant): boolean =>
  state === "started" && (lettersAt === undefined || lettersAt <= now);

/** What the timer for the first letters about a group's start is called. */
export const openingName = (group: GroupId, lettersAt: Instant): string => `opening-${fortyDigits([group, lettersAt])}`;

/** The timer for the first letters of a group that has started; undefined where their time has come, or none is set. */
export const openingTimer = ({ id, state, lettersAt }: Group, now: Instant): DueTimer | undefined =>
  state !== "started" || lettersAt === undefined || lettersAt <= now
    ? undefined
    : { name: openingName(id, lettersAt), at: lettersAt, message: { opening: id } };

/** The rule behind the letter, kept on it for the explanation. */
const rule =
  "A start that is recorded long after its day is told of by one letter to each party; its reminders go on from there.";

/** Nominations of a review that a party still owes since a start of which letters tell at an instant. */
export const owedSinceStart = (review: Review, party: PartyId, at: Instant): readonly Obligation[] =>
  review.stage === "scheduled"
    ? []
    : Object.values(review.obligations).filter(
        (duty) => duty.party === party && duty.state === "open" && isNomination(duty.kind) && duty.datedAt === at,
      );

/** The duties that the letter to a party about a late start speaks of, in the order of reviews and ids. */
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
    const speaksOf = refsSinceStart(reviews, party, at);
    return speaksOf.length === 0
      ? []
      : plannedLetter(
          {
            content: { kind: "late-start", group, party, at },
            recipient: { kind: "mission", party },
            party,
            plannedFor: at,
            rule,
            speaksOf,
          },
          now,
        );
  });
};

/** States of a letter that left, or of which nobody knows whether it did. */
const mayHaveLeft: ReadonlySet<LetterState> = new Set(["unknown", "accepted", "delivered", "complained", "settled"]);

const undoneRule =
  "A start that is undone after its letters left is corrected by a letter to exactly those who had one.";

/**
 * The letters of correction about the last start of a group that was undone, over all letters about the group: one to each
 * recipient of a letter about that start which left, or may have. None while the start is being taken back.
 */
export const startUndoneLetters = (
  { id: group, state, undone, lettersAt: nextLettersAt }: Group,
  letters: readonly Letter[],
  now: Instant,
): readonly Letter[] => {
  if (undone === undefined || state === "undoing") return [];
  const { at, startedOn } = undone;
  const from = undone.lettersAt ?? startOfDay(startedOn);
  const lettersOfStart = letters
    .filter(({ content: { kind } }) => kind === "nomination-reminder" || kind === "late-start")
    .filter(({ plannedAt }) => plannedAt >= from && (nextLettersAt === undefined || plannedAt < nextLettersAt))
    .filter((letter) => mayHaveLeft.has(letter.state));
  const byRecipient = new Map(lettersOfStart.map((letter) => [logicalRecipient(letter.recipient), letter]));
  return [...byRecipient.values()].flatMap(({ recipient, party }) =>
    party === undefined
      ? []
      : plannedLetter(
          {
            content: { kind: "start-undone", group, party, at },
            recipient,
            party,
            plannedFor: at,
            rule: undoneRule,
          },
          now,
        ),
  );
};
