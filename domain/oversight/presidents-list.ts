import type { FigureMember, FigureName } from "../../schemas/model/figures.ts";
import type { PartyId } from "../../schemas/base/ids.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { concernsNominations } from "../letters/about-nominations.ts";
import { listedAfterResumption, listedFrom } from "../letters/escalation.ts";
import { membersOf } from "./figures.ts";
import { listedAfter } from "../policy/reminders.ts";

/** The figures that count nominations that are missing: the President's list is a part of what these two count. */
export const nominationFigures = ["focal-points-missing", "experts-missing"] as const satisfies readonly FigureName[];
type NominationFigure = (typeof nominationFigures)[number];

/** A seat without a nomination, on the President's list. */
export interface MissingNomination {
  readonly member: FigureMember;
  readonly party: PartyId;
  readonly kind: "focal-point" | "experts";
  /** The instant from which it is on the list. */
  readonly listedSince: Instant;
}

const kindOf = (figure: NominationFigure): MissingNomination["kind"] =>
  figure === "experts-missing" ? "experts" : "focal-point";

/** Returns what one of the indicators counts at an instant. */
export const missingAt = (
  figure: NominationFigure,
  reviews: readonly Review[],
  now: Instant,
): readonly FigureMember[] => membersOf(figure, reviews, {}, now).map(({ member }) => member);

/**
 * Returns every seat without a nomination, with the morning from which it is on the President's list; none of a paused
 * review, whose parties have got no letter about it yet.
 */
const missingNominations = (reviews: readonly Review[], now: Instant): readonly MissingNomination[] => {
  const reviewsToList = new Map(
    reviews.flatMap((one) => (one.remindersPaused === true ? [] : [[one.id, one] as const])),
  );
  return nominationFigures.flatMap((figure) =>
    missingAt(figure, [...reviewsToList.values()], now).flatMap((member): MissingNomination[] => {
      const { party, dueAt, since } = member;
      const from = listedFrom(dueAt ?? since, listedAfter.president);
      const review = reviewsToList.get(member.review);
      if (party === undefined || from === undefined || review === undefined) return [];
      return [{ member, party, kind: kindOf(figure), listedSince: listedAfterResumption(review, from) }];
    }),
  );
};

/**
 * Returns the President's list (paragraph 17): of the seats that the indicators count, those that stayed vacant until
 * the President's turn. The time runs from the date, or from the vacancy where no obligation with a date is open.
 */
export const presidentsList = (reviews: readonly Review[], now: Instant): readonly MissingNomination[] =>
  missingNominations(reviews, now).filter(({ listedSince }) => listedSince <= now);

/** Returns when the next of the seats that are vacant now comes on the list; undefined where all of them are on it. */
export const nextListed = (reviews: readonly Review[], now: Instant): Instant | undefined =>
  missingNominations(reviews, now)
    .map(({ listedSince }) => listedSince)
    .filter((listedSince) => listedSince > now)
    .toSorted()[0];

/**
 * Returns since when the first of a party's seats on the list is without the nomination; undefined for a party without
 * one.
 */
export const missingSince = (listed: readonly MissingNomination[], party: PartyId): Instant | undefined =>
  listed.flatMap((one) => (one.party === party ? [one.member.since] : [])).toSorted()[0];

/** Returns since when the first of all seats on the list is without the nomination; undefined where none is on it. */
export const firstMissing = (listed: readonly MissingNomination[]): Instant | undefined =>
  listed.map(({ member }) => member.since).toSorted()[0];

/**
 * Returns whether a letter notified a mission of the nominations that are missing since then. A letter planned before
 * concerned a vacancy that was filled.
 */
export const wasNotifiedOfVacancy = (letter: Letter, since: Instant): boolean =>
  letter.plannedAt >= since && concernsNominations(letter);
