import type { Instant } from "../../schemas/base/values.ts";
import type { SecondFactorState, User } from "../../schemas/model/user.ts";
import { accept, type Decision, noChange } from "../base/decision.ts";

/** That the account of a user has a second factor, or has it no more: a fact where that is news. */
export const noteSecondFactor = (user: User, hasSecondFactor: boolean, at: Instant): Decision => {
  if (hasSecondFactor === (user.secondFactorSince !== undefined)) return noChange;
  const kind = hasSecondFactor ? "second-factor-found" : "second-factor-missed";
  return accept([{ kind, happenedAt: at, user: user.id }]);
};

/**
 * How it stands with the second factor of an account that is known to have one since an instant, or to have none, in a
 * session that began at another. A sign-in asks for the factor as soon as the account has it, and a token does not say
 * whether it did: so a session counts that began after the factor was seen, and one of unknown beginning does not.
 */
export const secondFactorIn = (
  session: Instant | undefined,
  { secondFactorSince: since }: Pick<User, "secondFactorSince">,
): SecondFactorState => {
  if (since === undefined) return "missing";
  return session !== undefined && session >= since ? "used" : "unused";
};
