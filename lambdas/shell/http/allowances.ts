import type { Actor } from "../../../domain/base/actor.ts";
import { contactsPerDay, inForce, invitationsPerDay } from "../../../domain/base/policy.ts";
import { dayOf, endOfDay, epochOf, later } from "../../../domain/base/time.ts";
import type { ProblemKind } from "../../../schemas/problems/problems.ts";
import type { PartyId } from "../../../schemas/base/ids.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { type Allowance, Conflict, type Store } from "../../io/ports/store.ts";
import type { Metrics } from "../../io/ports/metrics.ts";
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

/** What counts whose contact details are read. The metrics are loaded when there is something to measure. */
export interface ContactsIo {
  readonly store: Pick<Store, "spend">;
  readonly metrics: () => Promise<Metrics>;
}

/**
 * Counts people of others whose e-mail address and telephone a caller is about to be told. Throws a ProblemError where
 * that are more than policy allows them in a day.
 */
export const countContacts = async (io: ContactsIo, actor: Actor, people: number, now: Instant): Promise<void> => {
  if (people === 0) return;
  const day = dayOf(now);
  const { party, office } = inForce(contactsPerDay, day);
  const most = actor.party === undefined ? office : party;
  const isAllowed = await spendAllowance(io.store, { what: "contacts", of: actor.id, day }, people, most);
  const metrics = await io.metrics();
  if (isAllowed) return metrics.record("contactsRead", people);
  metrics.record("contactsRefused", 1);
  throw usedUpToday("contacts-used-up", most, now);
};

/**
 * Counts whoever is invited anew, once however often the command is decided on. Throws a ProblemError where the party has
 * given as many new addresses today as policy allows: each of them is sent a letter to an address that the party gave.
 */
export const countingInvitation = (
  store: Store,
  party: PartyId,
  now: Instant,
): ((nominee: Pick<NomineeResolution, "isNew">) => Promise<void>) => {
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
