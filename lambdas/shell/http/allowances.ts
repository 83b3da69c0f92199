import { inForce, invitationsPerDay } from "../../../domain/base/policy.ts";
import { dayOf, endOfDay, epochOf, later } from "../../../domain/base/time.ts";
import type { ProblemKind } from "../../../schemas/problems/problems.ts";
import type { PartyId } from "../../../schemas/base/ids.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { type Allowance, Conflict, type Store } from "../../io/ports/store.ts";
import type { NomineeResolution } from "../../use-cases/accounts/resolve-nominee.ts";
import { ProblemError } from "./problem.ts";

/**
 * Counts an amount to what was used of an allowance today; false where that would pass `most`. Throws a ProblemError
 * where too many requests of the same caller count at once.
 */
export const spendAllowance = async (
  store: Pick<Store, "spend">,
  allowance: Allowance,
  amount: number,
  most: number,
): Promise<boolean> => {
  try {
    return await store.spend(allowance, amount, most);
  } catch (error) {
    if (error instanceof Conflict) throw new ProblemError("conflict");
    throw error;
  }
};

/** The problem that what a day allows is used up: how much that is, and when the next day of Vienna's calendar begins. */
export const usedUpToday = (kind: ProblemKind, most: number, now: Instant): ProblemError => {
  const until = later(endOfDay(dayOf(now)), { milliseconds: 1 });
  const seconds = Math.ceil((epochOf(until) - epochOf(now)) / 1000);
  return new ProblemError(kind, [], { most, until }, { "retry-after": String(seconds) });
};

/**
 * Counts whoever is named anew, once however often the command is decided on. Throws a ProblemError where the party has
 * named as many new people today as policy allows: each of them is sent a letter to an address that the party gave.
 */
export const countingInvitation = (
  store: Store,
  party: PartyId,
  now: Instant,
): ((nominee: NomineeResolution) => Promise<void>) => {
  let counted: Promise<void> | undefined;
  const count = async (): Promise<void> => {
    const day = dayOf(now);
    const most = inForce(invitationsPerDay, day);
    if (!(await spendAllowance(store, { what: "invitations", of: party, day }, 1, most)))
      throw usedUpToday("invitations-used-up", most, now);
  };
  return async ({ isNew }) => {
    if (isNew === true) await (counted ??= count());
  };
};
