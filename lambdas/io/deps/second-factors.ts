import { UserRole } from "../../../schemas/model/user.ts";
import { poolsSecondFactors } from "../aws/second-factors.ts";
import { requiredVariable } from "../env.ts";
import { keepConfirmations } from "../confirmation-cache.ts";
import type { SecondFactors } from "../ports/accounts.ts";
import { clock } from "./deps.ts";

/** An hour is what an access token that was given out lasts: who lost a factor is known to by then. */
const keptFor = { hours: 1 };

const named = requiredVariable("SECOND_FACTOR_ROLES");

/** The roles that need a second factor in the stage, and the user pool's data about second factors. */
export const secondFactors: SecondFactors = {
  roles: new Set(named === "none" ? [] : named.split(",").map((role) => UserRole.parse(role))),
  has: keepConfirmations(clock, keptFor, poolsSecondFactors(requiredVariable("USER_POOL_ID"))),
};
