import type { UserId } from "../../schemas/base/ids.ts";
import type { User } from "../../schemas/model/user.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { type Decision, accept, noChange, refuse, type Refused } from "../base/decision.ts";
import { inForce } from "../base/settings.ts";
import { approvalWait } from "../policy/officers.ts";
import { dayOf, later } from "../base/time.ts";

/**
 * A member of the secretariat for the rule of two persons: they are two only where neither has made the other. A user
 * who can register a user of the secretariat, or set the address of one, could otherwise order with one account and
 * approve with another.
 */
export type Member = Pick<User, "id" | "sponsors" | "newSince">;

/** Returns all sponsors of an unconfirmed user, and the user. */
const actingFor = ({ id, sponsors = [] }: Member): readonly UserId[] => [id, ...sponsors];

/**
 * Returns the sponsors of a user of the secretariat once another has registered, reopened or readdressed them; each
 * once.
 */
export const sponsorsAfter = (user: Pick<User, "sponsors"> | undefined, by: Member): UserId[] => [
  ...new Set([...(user?.sponsors ?? []), ...actingFor(by)]),
];

/** Returns whether a user of the secretariat waits to be confirmed. */
export const awaitsConfirmation = ({ sponsors }: Pick<User, "sponsors">): boolean => sponsors !== undefined;

/**
 * Returns since when a user of the secretariat may approve orders of others; undefined where there is no time to wait.
 */
export const approvesFrom = ({ newSince }: Pick<User, "newSince">): Instant | undefined =>
  newSince === undefined ? undefined : later(newSince, inForce(approvalWait, dayOf(newSince)));

/** Returns `too-new-to-approve` for a user who was let in a short time ago; undefined for all others. */
const refuseNewcomer = (approver: Member, now: Instant): Refused | undefined => {
  const earliest = approvesFrom(approver);
  return earliest === undefined || earliest <= now ? undefined : refuse("too-new-to-approve", { earliest });
};

/**
 * Returns why an officer may not act alone in the place of two: the access is new or waits to be confirmed. Undefined
 * where one may.
 */
export const refuseUnconfirmed = (officer: Member, now: Instant): Refused | undefined =>
  awaitsConfirmation(officer) ? refuse("not-confirmed", { users: [officer.id] }) : refuseNewcomer(officer, now);

/**
 * Returns why a user is no second person for an order; undefined where they are two. The user is new; or one of the
 * two, not confirmed, has access through the other; or both have it through a third.
 */
export const refuseSecondPerson = (approver: Member, orderer: Member, now: Instant): Refused | undefined => {
  const newcomer = refuseNewcomer(approver, now);
  if (newcomer !== undefined) return newcomer;
  const behindOrder = new Set(actingFor(orderer));
  if (!actingFor(approver).some((id) => behindOrder.has(id))) return undefined;
  const users = [approver, orderer].filter(awaitsConfirmation).map(({ id }) => id);
  return refuse("not-confirmed", { users });
};

/**
 * Confirms the identity of a user of the secretariat. The operator may always do so. Another user of the secretariat
 * may where neither has access through the other, and where the user is no newcomer and waits for no confirmation. No
 * fact where it is already confirmed, or not needed.
 */
export const confirmUser = (user: User, by: Member | "operator", now: Instant): Decision => {
  const confirmation = { kind: "user-confirmed", happenedAt: now, user: user.id } as const;
  if (by === "operator") return awaitsConfirmation(user) ? accept([confirmation]) : noChange;
  if (by.id === user.id || user.sponsors?.includes(by.id) === true) return refuse("another-member-needed");
  if (!awaitsConfirmation(user)) return noChange;
  return refuseUnconfirmed(by, now) ?? accept([{ ...confirmation, confirmedBy: by.id }]);
};
