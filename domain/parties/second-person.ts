import type { UserId } from "../../schemas/base/ids.ts";
import type { User } from "../../schemas/model/user.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { type Decision, accept, noChange, refuse, type Refused } from "../base/decision.ts";
import { approvalWait, inForce } from "../base/policy.ts";
import { dayOf, later } from "../base/time.ts";

/**
 * Two persons are two only where neither has made the other: whoever can register a user of the secretariat, or set the
 * address of one, could else order with one account and approve with another.
 */
export type Member = Pick<User, "id" | "sponsors" | "newSince">;

/** Everybody on whose word somebody acts who is not confirmed, themselves included. */
const actingFor = ({ id, sponsors = [] }: Member): readonly UserId[] => [id, ...sponsors];

/** The sponsors of a user of the secretariat once another has registered, reopened or readdressed them; each once. */
export const sponsorsAfter = (user: Pick<User, "sponsors"> | undefined, by: Member): UserId[] => [
  ...new Set([...(user?.sponsors ?? []), ...actingFor(by)]),
];

/** Whether somebody of the secretariat waits to be confirmed. */
export const awaitsConfirmation = ({ sponsors }: Pick<User, "sponsors">): boolean => sponsors !== undefined;

/** From when on a user of the secretariat may approve what others ordered; undefined where there is no time to wait. */
export const approvesFrom = ({ newSince }: Pick<User, "newSince">): Instant | undefined =>
  newSince === undefined ? undefined : later(newSince, inForce(approvalWait, dayOf(newSince)));

/** `too-new-to-approve` to whoever was let in a short time ago; undefined for all others. */
const refuseNewcomer = (approver: Member, now: Instant): Refused | undefined => {
  const earliest = approvesFrom(approver);
  return earliest === undefined || earliest <= now ? undefined : refuse("too-new-to-approve", { earliest });
};

/** Why an officer may not act alone in the place of two: the access is new or waits to be confirmed. Undefined where one may. */
export const refuseUnconfirmed = (officer: Member, now: Instant): Refused | undefined =>
  awaitsConfirmation(officer) ? refuse("not-confirmed", { users: [officer.id] }) : refuseNewcomer(officer, now);

/**
 * Why somebody is no second person beside whoever ordered something: new, or one of the two has access on the word of
 * the other, or both on the word of a third, and is not confirmed. Undefined where they are two.
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
 * That a user of the secretariat is who it should be. The operator may always say so; another user of the secretariat
 * where the one has no access on the word of the other, and who is no newcomer and waits for no confirmation. Of whom it
 * is known, or not asked, it is no fact.
 */
export const confirmUser = (user: User, by: Member | "operator", now: Instant): Decision => {
  const confirmation = { kind: "user-confirmed", happenedAt: now, user: user.id } as const;
  if (by === "operator") return awaitsConfirmation(user) ? accept([confirmation]) : noChange;
  if (by.id === user.id || user.sponsors?.includes(by.id) === true) return refuse("another-member-needed");
  if (!awaitsConfirmation(user)) return noChange;
  return refuseUnconfirmed(by, now) ?? accept([{ ...confirmation, confirmedBy: by.id }]);
};
