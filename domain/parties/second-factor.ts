import type { Instant } from "../../schemas/base/values.ts";
import type { SecondFactorState, User } from "../../schemas/model/user.ts";
import { accept, type Decision, noChange } from "../base/decision.ts";

/** Returns the fact that the account of a user has a second factor, or has it no more, where that is news. */
export const noteSecondFactor = (user: User, hasSecondFactor: boolean, at: Instant): Decision => {
  if (hasSecondFactor === (user.secondFactorSince !== undefined)) return noChange;
  const kind = hasSecondFactor ? "second-factor-found" : "second-factor-missed";
  return accept([{ kind, happenedAt: at, user: user.id }]);
};

/**
 * Returns the state of the second factor in a session. The account is known to have one since an instant, or to have
 * none; the session began at another. A sign-in requires the factor as soon as the account has it, and a token does not
 * show whether it did. So a session counts that began after the factor was seen, and one of unknown beginning does not.
 */
export const secondFactorIn = (
  session: Instant | undefined,
  { secondFactorSince: since }: Pick<User, "secondFactorSince">,
): SecondFactorState => {
  if (since === undefined) return "missing";
  return session !== undefined && session >= since ? "used" : "unused";
};
