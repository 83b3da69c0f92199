import type { PartyId } from "../../schemas/base/ids.ts";
import type { LetterContent, Recipient } from "../../schemas/model/letter.ts";
import type { MandateRole, Review } from "../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { dayOf } from "../base/time.ts";
import { lettersAbout } from "../review/obligations.ts";
import { mandatesOf } from "../review/mandates.ts";
import type { notificationRules } from "./notification-rules.ts";

export const missions = (parties: readonly PartyId[]): readonly Recipient[] =>
  parties.map((party) => ({ kind: "mission", party }));

export const people = (
  review: Review,
  parties: readonly PartyId[],
  roles: readonly MandateRole[],
  now: Instant,
): readonly Recipient[] => {
  const users = parties.flatMap((party) =>
    roles.flatMap((role) => mandatesOf(review, party, role, now).map(({ user }) => user)),
  );
  return [...new Set(users)].map((user) => ({ kind: "user", user }));
};

export const partiesOf = (review: Review): readonly PartyId[] => Object.values(review.seats).map(({ party }) => party);

export const missionsAndFocalPoints = (review: Review, now: Instant): readonly Recipient[] => {
  const all = partiesOf(review);
  return [...missions(all), ...people(review, all, ["focal-point"], now)];
};

/** The matter of a letter, its recipient, and the rule that creates it. */
export interface NoticePlan {
  readonly content: LetterContent;
  readonly to: readonly Recipient[];
  readonly rule: keyof typeof notificationRules;
  /** The morning on which it leaves; immediately if left out. */
  readonly leavesAt?: Instant;
}

/**
 * Returns the late record in a letter, and the morning on which the letter leaves, for a fact that was recorded on a
 * later day.
 */
export const lateRecord = (
  happenedAt: Instant,
  now: Instant,
): {
  readonly late?: { readonly happenedOn: CalendarDate; readonly recordedOn: CalendarDate };
  readonly leavesAt?: Instant;
} => {
  const [happenedOn, recordedOn] = [dayOf(happenedAt), dayOf(now)];
  return happenedOn < recordedOn
    ? { late: { happenedOn, recordedOn }, leavesAt: lettersAbout(happenedOn, now).at }
    : {};
};

/**
 * The type of a method, because TypeScript compares only methods bivariantly: the row of a fact's own kind can then
 * take any fact.
 */
export type NoticePlansOf<F> = { of(fact: F, review: Review, now: Instant): readonly NoticePlan[] }["of"];
