import type { Decision, Refused } from "../../domain/base/decision.ts";
import { fold, type Aggregate, type AggregateStates } from "../../domain/audit/aggregates.ts";
import type { Fact, AggregateKind } from "../../schemas/model/fact.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { OutsideAct } from "../../schemas/model/source.ts";
import type { PartyId } from "../../schemas/base/ids.ts";
import type { Instant } from "../../schemas/base/values.ts";
import {
  type AnyChange,
  type SideRecord,
  type Change,
  type Commit,
  Conflict,
  type DayUse,
  type IdempotencyRecord,
  TooManyItems,
} from "../io/ports/commit.ts";
import type { Store } from "../io/ports/store.ts";
import { attemptUpTo } from "../io/attempts.ts";
import { LimitReached, StaleVersion, TooManyConflicts } from "./outcomes.ts";

/**
 * Returns the change of one aggregate in a command: the state that follows from its facts, and the records stored with
 * it.
 */
export const changeOf = <K extends AggregateKind>(
  kind: K,
  id: string,
  before: Aggregate<K> | undefined,
  facts: readonly Fact[],
  sideRecords: readonly SideRecord[] = [],
): Change<K> => {
  const after = fold(kind, before?.state, facts);
  if (after === undefined) throw new Error(`No fact begins ${kind} ${id}`);
  return { kind, id, before, after, facts, ...(sideRecords.length === 0 ? {} : { sideRecords }) };
};

/** Changes of reviews, each with the aggregate that it was decided on. */
export const changesOf = (
  aggregates: readonly Aggregate<"review">[],
  changes: readonly { readonly review: Pick<Review, "id">; readonly facts: readonly Fact[] }[],
): readonly Change<"review">[] => {
  const byId = new Map<string, Aggregate<"review">>(aggregates.map((aggregate) => [aggregate.id, aggregate]));
  return changes.map(({ review, facts }) => changeOf("review", review.id, byId.get(review.id), facts));
};

/** The reviews that a command changed, as a reply names them. */
export const reviewsTouched = (changes: readonly Change<"review">[]) =>
  changes.map(({ after: { id, stage }, before }) => ({ id, stage, version: (before?.version ?? 0) + 1 }));

/** A change of any kind in the form of a commit: the compiler must see each kind separately. */
const anyChange: { readonly [K in AggregateKind]: (change: Change<K>) => AnyChange } = {
  party: (change) => change,
  group: (change) => change,
  review: (change) => change,
  user: (change) => change,
  bulletin: (change) => change,
  text: (change) => change,
  "contact-log": (change) => change,
  phase: (change) => change,
  import: (change) => change,
  "register-entry": (change) => change,
  "status-paper": (change) => change,
};

/** Returns the aggregate if it has the version that the caller decided on. Throws StaleVersion when it has another. */
export const decidedOnVersion = <K extends AggregateKind>(
  aggregate: Aggregate<K> | undefined,
  version: number,
): Aggregate<K> | undefined => {
  if (aggregate !== undefined && aggregate.version !== version) throw new StaleVersion(aggregate.version);
  return aggregate;
};

/** The decision of a command: the changes to commit, and the result for the caller. */
export interface CommandDecision<Outcome> {
  readonly ok: true;
  readonly changes: readonly AnyChange[];
  /** Subjects that do not change, and must still be as they were when this was decided. */
  readonly mustBeUnchanged?: readonly AnyChange[];
  /** Changes that may be committed before the others if one transaction cannot hold all of them. */
  readonly ahead?: readonly AnyChange[];
  /**
   * The party whose daily limit of nominations the command uses once: it names, replaces or removes people, or sets an
   * address.
   */
  readonly namingFor?: PartyId | undefined;
  /** The versions that the command itself wrote of the aggregate that it names: the caller has not read them. */
  readonly ownVersions?: number;
  readonly outcome: Outcome;
}

export interface Command<Outcome> {
  readonly by: string;
  /** The act of a party outside the system that the command records. */
  readonly onBehalfOf?: OutsideAct | undefined;
  readonly now: Instant;
  /** The version that the caller decided on; if set, a lost race is reported to the caller and not retried. */
  readonly decidedOn?: number | undefined;
  /** Reads what it needs and decides; called again after a lost race, so it must hold no effect. */
  readonly decide: () => Promise<Refused | CommandDecision<Outcome>>;
  /** Returns the command's use of the daily limits. */
  readonly uses?: ((decision: CommandDecision<Outcome>) => readonly DayUse[]) | undefined;
  /** Returns the record that is stored with the commit, so that a repeat gets an equal reply. */
  readonly record?: ((decision: CommandDecision<Outcome>) => IdempotencyRecord) | undefined;
}

/**
 * Returns the latest version of the aggregate that a command names, whose change comes first. Returns undefined if it
 * is still the version decided on, so that another aggregate caused the conflict.
 */
const versionSince = async (
  store: Store,
  { changes: [named] }: Pick<CommandDecision<unknown>, "changes">,
  decidedOn: number,
): Promise<number | undefined> => {
  if (named?.before?.version !== decidedOn) return undefined;
  const aggregate = await store.load(named.kind, named.id);
  return aggregate?.version === decidedOn ? undefined : aggregate?.version;
};

/** The number of decisions on fresh state before the caller must repeat the command. */
export const tries = 5;

/**
 * Returns the changes that may be committed ahead, if the rest then fits into one transaction; otherwise none. Each of
 * them saves at least one item of the rest, because it is then checked and not written. A command that is refused as
 * too large thus changes nothing. The rest is decided again afterwards; its refusal does not undo the changes made
 * ahead.
 */
const aheadOf = ({ ahead = [] }: Pick<CommandDecision<unknown>, "ahead">, error: unknown): readonly AnyChange[] =>
  error instanceof TooManyItems && error.beyond <= ahead.length ? ahead : [];

/** Returns true if a commit fits into one transaction when its use of daily limits is counted before it. */
const fitsWithout = (
  uses: readonly DayUse[],
  { ahead = [] }: Pick<CommandDecision<unknown>, "ahead">,
  error: unknown,
): boolean => uses.length > 0 && error instanceof TooManyItems && error.beyond <= uses.length + ahead.length;

/** The records that a large command wrote before its own transaction. */
interface WrittenAhead {
  /** The uses of daily limits that it counted. */
  readonly uses: DayUse[];
  /** True if some of its changes were committed. */
  changes: boolean;
}

/** Counts what a large command uses before it is made. Throws LimitReached where a limit of the day would be passed. */
const countAhead = async (store: Store, uses: readonly DayUse[], written: WrittenAhead): Promise<void> => {
  for (const use of uses) {
    if (!(await store.spend(use))) throw new LimitReached(uses);
    written.uses.push(use);
  }
};

/**
 * Returns the counted use of a command that changed nothing. A use that cannot be returned remains counted until the
 * next day, and the caller gets the refusal in any case.
 */
const giveBack = async (store: Store, { uses, changes }: WrittenAhead): Promise<void> => {
  if (!changes) await Promise.allSettled(uses.map((use) => store.giveBack(use)));
};

/**
 * Returns true if an error proves that the transaction of a command wrote nothing. After any other error it may have.
 */
const wroteNothing = (error: unknown): boolean =>
  [StaleVersion, TooManyConflicts, LimitReached, TooManyItems, Conflict].some((kind) => error instanceof kind);

/**
 * Commits changes ahead of the rest, and returns true if it did. After a conflict, the next decision sees the other
 * changes.
 */
const commitAhead = async (store: Store, commit: Commit): Promise<boolean> => {
  try {
    await store.commit(commit);
    return true;
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return false;
  }
};

/** Throws StaleVersion if the aggregate that a command names, whose change comes first, is not as the caller read it. */
const refuseStale = ({ changes: [named] }: Pick<CommandDecision<unknown>, "changes">, decidedOn?: number): void => {
  const version = named?.before?.version;
  if (decidedOn !== undefined && version !== undefined && version !== decidedOn) throw new StaleVersion(version);
};

/** Decides a command and commits it. Undefined where it has to be decided again. */
const attemptCommand = async <Outcome>(
  store: Store,
  command: Command<Outcome>,
  written: WrittenAhead,
): Promise<Refused | CommandDecision<Outcome> | undefined> => {
  const decision = await command.decide();
  if (!decision.ok) return decision;
  const decidedOn = command.decidedOn === undefined ? undefined : command.decidedOn + (decision.ownVersions ?? 0);
  refuseStale(decision, decidedOn);
  const { by, now: at, onBehalfOf } = command;
  const idempotency = command.record?.(decision);
  const uses = written.uses.length > 0 ? [] : (command.uses?.(decision) ?? []);
  try {
    await store.commit({
      changes: [...decision.changes.filter(({ facts }) => facts.length > 0), ...(decision.mustBeUnchanged ?? [])],
      by,
      at,
      onBehalfOf,
      uses,
      ...(idempotency === undefined ? {} : { idempotency }),
    });
    return decision;
  } catch (error) {
    if (fitsWithout(uses, decision, error)) {
      await countAhead(store, uses, written);
      return undefined;
    }
    const ahead = aheadOf(decision, error);
    if (ahead.length > 0) {
      written.changes = (await commitAhead(store, { changes: ahead, by, at, onBehalfOf })) || written.changes;
      return undefined;
    }
    if (!(error instanceof Conflict) || error.why === "repeated") throw error;
    if (error.why === "used-up") throw new LimitReached(uses);
    if (decidedOn !== undefined && error.why === "stale") {
      const current = await versionSince(store, decision, decidedOn);
      if (current !== undefined) throw new StaleVersion(current);
    }
    return undefined;
  }
};

/**
 * Makes every change. Decides, commits facts and items in one transaction, and decides again when others were faster.
 * Returns refusals as values. Throws StaleVersion for a lost race where the caller named a version, TooManyConflicts
 * for too many lost races, the Conflict "repeated" when the same request was answered meanwhile, and LimitReached
 * when a limit of the day would be passed. A command that changes nothing uses nothing of the limits.
 */
export const executeCommand =
  (store: Store) =>
  async <Outcome>(command: Command<Outcome>): Promise<Refused | CommandDecision<Outcome>> => {
    const written: WrittenAhead = { uses: [], changes: false };
    try {
      const made = await attemptUpTo(tries, () => attemptCommand(store, command, written));
      if (made === undefined) throw new TooManyConflicts();
      if (!made.ok) await giveBack(store, written);
      return made;
    } catch (error) {
      if (wroteNothing(error)) await giveBack(store, written);
      throw error;
    }
  };

export interface AggregateCommand<K extends AggregateKind> {
  readonly kind: K;
  readonly id: string;
  readonly by: string;
  readonly now: Instant;
  readonly decide: (state: AggregateStates[K], version: number) => Decision;
}

/**
 * Returns a decision about one aggregate as a command. `outcomeOf` makes its outcome from the aggregate after the
 * decision. A decision without facts changes nothing, so it needs nothing to be unchanged.
 */
export const commandOn = <K extends AggregateKind, Outcome>(
  aggregate: Aggregate<K>,
  decision: Decision,
  outcomeOf: (after: Aggregate<K>) => Outcome,
  {
    sideRecords,
    mustBeUnchanged = [],
  }: {
    readonly sideRecords?: readonly SideRecord[] | undefined;
    readonly mustBeUnchanged?: readonly AnyChange[] | undefined;
  } = {},
): Refused | CommandDecision<Outcome> => {
  if (!decision.ok) return decision;
  if (decision.facts.length === 0) return { ok: true, changes: [], outcome: outcomeOf(aggregate) };
  const { kind, id, version } = aggregate;
  const change = changeOf(kind, id, aggregate, decision.facts, sideRecords);
  const outcome = outcomeOf({ ...aggregate, state: change.after, version: version + 1 });
  return { ok: true, changes: [anyChange[kind](change)], mustBeUnchanged, outcome };
};

/** Changes one existing aggregate on behalf of the system. Throws if it does not exist. */
export const executeOnAggregate =
  (store: Store) =>
  <K extends AggregateKind>({
    kind,
    id,
    by,
    now,
    decide,
  }: AggregateCommand<K>): Promise<Refused | CommandDecision<AggregateStates[K]>> =>
    executeCommand(store)<AggregateStates[K]>({
      by,
      now,
      decide: async () => {
        const aggregate = await store.load(kind, id);
        if (aggregate === undefined) throw new Error(`There is no ${kind} ${id}`);
        return commandOn(aggregate, decide(aggregate.state, aggregate.version), ({ state }) => state);
      },
    });
