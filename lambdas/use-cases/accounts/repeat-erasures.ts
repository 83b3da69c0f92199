import { erasuresLookback } from "../../../domain/base/policy.ts";
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

/** Who was erased since tables were as they were restored, as a journal says; and the entries of it that cannot be read. */
export interface ErasuresSince {
  readonly erasures: readonly ErasureToRepeat[];
  readonly unreadable: readonly string[];
}

/**
 * Reads a journal for whom somebody erased since the second to which tables are restored. It begins before that second by
 * the lookback: what was recorded then may have been committed after it, and whom the tables know as erased nobody erases
 * again. The journal may be damaged: what cannot be read is named and passed over.
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

/** The erasure of somebody of whom the operator knows that they were erased, and not why. */
export const namedErasure = (user: UserId): ErasureToRepeat => ({ user, reason: "other", source: "own-motion" });

/** What became of an erasure that was to be repeated. */
export type RepeatedErasure =
  | { readonly kind: "erased" }
  /** The tables do not know the person, or know nothing of who it was. */
  | { readonly kind: "nothing" }
  /** Access is closed, so that nothing is mailed and no account is made; what is in the way has to be recorded again first. */
  | { readonly kind: "waits"; readonly obstacles: ErasureObstacles };

export interface RepeatIo extends ErasureDecisionIo {
  readonly clock: Clock;
}

/** Who repeats what restored tables do not know any more. */
const by = "restore";

/**
 * Erases somebody again whom restored tables bring back. Access is closed first: that it had been, they may not know. What is
 * left of the person goes as with every erasure, with the stream and the sweep. Repeated it changes nothing.
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
    // They were erased with the secretariat as it was then; whoever is left is not looked at.
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

/** Those among the erasures that a restoration lists of whom the tables still know who it was. */
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
