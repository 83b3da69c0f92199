import { erasuresLookback } from "../../../domain/policy/retention.ts";
import { earlier, monthsFrom } from "../../../domain/base/time.ts";
import { erasePerson, type ErasureObstacles } from "../../../domain/oversight/erase-person.ts";
import { closeUser, isErased } from "../../../domain/parties/users.ts";
import type { UserId } from "../../../schemas/base/ids.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { ErasureToRepeat } from "../../../schemas/model/restoration.ts";
import { executeCommand, executeOnAggregate } from "../../commands/execute-command.ts";
import { all } from "../../io/pages.ts";
import type { Ledger } from "../../io/ports/outbox.ts";
import type { Store } from "../../io/ports/store.ts";
import type { Clock } from "../../io/ports/time.ts";
import { decideErasure, type ErasureDecisionIo } from "./decide-erasure.ts";

/** The persons erased after the restored second, from a journal, and its unreadable entries. */
export interface ErasuresSince {
  readonly erasures: readonly ErasureToRepeat[];
  readonly unreadable: readonly string[];
}

/**
 * Reads a journal for erasures after the second to which tables are restored. It starts earlier by the lookback: a fact
 * recorded before that second may have been committed after it. An erasure that the tables already have is not
 * repeated. The journal may be damaged: unreadable entries are named and skipped.
 */
export const erasuresSince = async (
  store: Pick<Store, "feed">,
  restoredTo: Instant,
  now: Instant,
): Promise<ErasuresSince> => {
  const from = earlier(restoredTo, erasuresLookback);
  const erasures = new Map<UserId, ErasureToRepeat>();
  const unreadable: string[] = [];
  const onUnreadable = (row: string) => unreadable.push(row);
  for (const month of monthsFrom(from, now))
    for (const { facts } of await all((paging) => store.feed(month, { ...paging, from, onUnreadable }), 1_000))
      for (const fact of facts)
        if (fact.kind === "user-erased")
          erasures.set(fact.user, { user: fact.user, reason: fact.reason, source: fact.source });
  return { erasures: [...erasures.values()], unreadable };
};

/** Returns an erasure that the operator knows of without its reason. */
export const namedErasure = (user: UserId): ErasureToRepeat => ({ user, reason: "other", source: "own-motion" });

/** The result of a repeated erasure. */
export type RepeatedErasure =
  | { readonly kind: "erased" }
  /** The tables do not know the person, or know nothing of who it was. */
  | { readonly kind: "nothing" }
  /** Access is closed, so that nothing is mailed and no account is made; what is in the way has to be recorded again first. */
  | { readonly kind: "waits"; readonly obstacles: ErasureObstacles };

export interface RepeatIo extends ErasureDecisionIo {
  readonly clock: Clock;
}

/** The actor that repeats erasures which restored tables lack. */
const by = "restore";

/**
 * Erases a person again who is present in restored tables. Their access is closed first, because the tables may have it
 * open. The stream and the sweep do the rest, as for every erasure. A repetition changes nothing.
 */
export const repeatErasure = async (
  { store, ledger, clock }: RepeatIo,
  { user: id, reason, source }: ErasureToRepeat,
): Promise<RepeatedErasure> => {
  const before = await store.load("user", id);
  if (before === undefined || isErased(before.state)) return { kind: "nothing" };
  const now = clock.now();
  const closed = await executeOnAggregate(store)({
    kind: "user",
    id,
    by,
    now,
    // They were erased under the earlier composition of the secretariat, so its remaining members are not checked.
    decide: (state) => closeUser(state, "left-service", { confirmedOfficers: Infinity }, now),
  });
  if (!closed.ok) throw new Error(`The access of user ${id} could not be closed: ${closed.refusal}`);
  const decide = async () => {
    const [aggregate, person] = await Promise.all([store.load("user", id), store.person(id)]);
    if (aggregate === undefined) throw new Error(`There is no user ${id} any more`);
    return decideErasure({ store, ledger }, aggregate, person, (user, grounds) =>
      erasePerson(user, grounds, { reason, source }, now),
    );
  };
  const erased = await executeCommand(store)({ by, now, decide });
  return erased.ok ? { kind: "erased" } : { kind: "waits", obstacles: erased.details ?? {} };
};

/** Returns the erasures in a restoration's list for which the tables still have the person's identity. */
export const erasuresLeft = async (
  store: Pick<Store, "loadMany">,
  ledger: Pick<Ledger, "restoration">,
): Promise<readonly ErasureToRepeat[]> => {
  const { erased = [] } = (await ledger.restoration()) ?? {};
  const aggregates = await store.loadMany(
    "user",
    erased.map(({ user }) => user),
  );
  const known = new Set(aggregates.filter(({ state }) => !isErased(state)).map(({ state }) => state.id));
  return erased.filter(({ user }) => known.has(user));
};
