import type { Group } from "../../schemas/model/group.ts";
import type { PartyId } from "../../schemas/base/ids.ts";
import type { Letter, ObligationRef } from "../../schemas/model/letter.ts";
import type { Obligation, Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { fortyDigits } from "../base/hash.ts";
import { isNomination } from "../reminders/schedule.ts";
import { plannedLetter } from "./lifecycle.ts";
import type { DueTimer } from "./reminder-letters.ts";

/** Whether the missions of a group are reminded: it has started, and the time of the first letters has come. */
export const isOpened = ({ state, lettersAt }: Group, now: Instant): boolean =>
  state === "started" && (lettersAt === undefined || lettersAt <= now);

/** The timer for the first letters of a group that has started; undefined where their time has come, or none is set. */
export const openingTimer = ({ id, state, lettersAt }: Group, now: Instant): DueTimer | undefined =>
  state !== "started" || lettersAt === undefined || lettersAt <= now
    ? undefined
    : { name: `opening-${fortyDigits([id, lettersAt])}`, at: lettersAt, message: { opening: id } };

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
  { id: group, lettersAt: at }: Group,
  reviews: readonly Review[],
  now: Instant,
): readonly Letter[] => {
  if (at === undefined || at > now) return [];
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
