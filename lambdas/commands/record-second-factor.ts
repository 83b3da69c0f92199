import { noteSecondFactor, secondFactorIn } from "../../domain/parties/second-factor.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { SecondFactorState, User } from "../../schemas/model/user.ts";
import type { SecondFactors } from "../io/ports/accounts.ts";
import type { Store } from "../io/ports/store.ts";

/** The caller and the time of their sign-in; undefined if their token has no time. */
export interface Session {
  readonly user: User;
  readonly signedInAt: Instant | undefined;
}

/**
 * Returns the status of the caller's second factor, and records when an account gained or lost it. The system records
 * it, so it is no act of the caller.
 */
export const recordSecondFactor = async (
  store: Store,
  secondFactors: SecondFactors,
  { user, signedInAt }: Session,
  now: Instant,
): Promise<SecondFactorState> => {
  if (!secondFactors.roles.has(user.role) || user.sub === undefined) return "not-required";
  // Without a recorded factor, only a fresh result may confirm one: a cached result may be from before it was lost.
  const session = user.secondFactorSince === undefined ? undefined : signedInAt;
  const hasSecondFactor = await secondFactors.has(user.sub, session);
  const news = noteSecondFactor(user, hasSecondFactor, now);
  if (!news.ok || news.facts.length === 0) return secondFactorIn(signedInAt, user);
  const { executeOnAggregate } = await import("./execute-command.ts");
  const noted = await executeOnAggregate(store)({
    kind: "user",
    id: user.id,
    by: "api",
    now,
    decide: (state) => noteSecondFactor(state, hasSecondFactor, now),
  });
  return secondFactorIn(signedInAt, noted.ok ? noted.outcome : {});
};
