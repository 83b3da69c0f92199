import type { User } from "../../schemas/model/user.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { accept, type Decision, noChange, refuse } from "../base/decision.ts";
import { inForce } from "../base/settings.ts";
import { suspensionTime } from "../policy/officers.ts";
import { dayOf, later } from "../base/time.ts";
import { type Member, refuseUnconfirmed } from "./second-person.ts";
import { isOpen } from "./users.ts";

/** Returns whether the access of a user is suspended at an instant. A suspension ends at its time without a command. */
export const isSuspended = ({ suspendedUntil }: Pick<User, "suspendedUntil">, now: Instant): boolean =>
  suspendedUntil !== undefined && now < suspendedUntil;

/**
 * Suspends the access of a user for the time of the policy, from now on. One confirmed officer is enough, since the
 * suspension ends automatically and no data are lost. Refuses an officer who is not confirmed, or new, and one who
 * names the own account. A user whose access is closed or suspended already gets no fact, so that a suspension is not
 * prolonged before it has ended.
 */
export const suspendUser = (user: User, by: Member, now: Instant): Decision => {
  if (by.id === user.id) return refuse("another-member-needed");
  const refused = refuseUnconfirmed(by, now);
  if (refused !== undefined) return refused;
  if (!isOpen(user) || isSuspended(user, now)) return noChange;
  const until = later(now, inForce(suspensionTime, dayOf(now)));
  return accept([{ kind: "user-suspended", happenedAt: now, user: user.id, until }]);
};
