import type { PartyId } from "../../schemas/base/ids.ts";
import type { LetterContent, Recipient } from "../../schemas/model/letter.ts";
import type { MandateRole, Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
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

/** What a letter tells of, to whom, and the rule that makes it. */
export interface NoticePlan {
  readonly content: LetterContent;
  readonly to: readonly Recipient[];
  readonly rule: keyof typeof notificationRules;
}

/** The type of a method, because only methods are compared in a way that lets the row of a fact's own kind take any fact. */
export type TellingOf<F> = { of(fact: F, review: Review, now: Instant): readonly NoticePlan[] }["of"];
