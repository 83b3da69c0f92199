import type { Refused } from "../../domain/decision.ts";
import { fold, type Head } from "../../domain/subjects.ts";
import type { Fact, SubjectKind } from "../../schemas/fact.ts";
import type { Instant } from "../../schemas/values.ts";
import {
  type AnyChange,
  type Beside,
  type Change,
  Conflict,
  type IdempotencyRecord,
  type Store,
  type StoredReply,
} from "../io/ports.ts";
import { isRefused, ProblemError } from "./problem.ts";
import type { Repeatable } from "./request.ts";

/** One subject's part in a command: the state that follows from its facts, with what stands beside it. */
export const changeOf = <K extends SubjectKind>(
  kind: K,
  id: string,
  before: Head<K> | undefined,
  facts: readonly Fact[],
  beside: readonly Beside[] = [],
): Change<K> => {
  const after = fold(kind, before?.state, facts);
  if (after === undefined) throw new Error(`No fact begins ${kind} ${id}`);
  return { kind, id, before, after, facts, ...(beside.length === 0 ? {} : { beside }) };
};

/** The head, if it is the one that the caller decided on. Throws a ProblemError when it has changed since. */
export const decidedOnVersion = <K extends SubjectKind>(
  head: Head<K> | undefined,
  version: number,
): Head<K> | undefined => {
  if (head !== undefined && head.version !== version) throw new ProblemError("stale-version");
  return head;
};

/** What a command decided: the changes to commit, and the answer that follows from them. */
export interface Decided<Outcome> {
  readonly ok: true;
  readonly changes: readonly AnyChange[];
  readonly outcome: Outcome;
}

export interface Command<Outcome> {
  readonly by: string;
  readonly now: Instant;
  readonly repeatable?: Repeatable | undefined;
  /** The version that the caller decided on; with it a lost race is told and not ridden out. */
  readonly decidedOn?: number | undefined;
  /** Reads what it needs and decides; called again after a lost race, so it must hold no effect. */
  readonly decide: () => Promise<Refused | Decided<Outcome>>;
  /** How an outcome is answered; stored with the commit, so that a repeat gets the same answer. */
  readonly render: (outcome: Outcome) => StoredReply;
}

/** How often a decision is made on fresh state before the caller is asked to come back. */
const tries = 5;

/**
 * The one door for every change. Decides, commits facts, items and the stored reply in one transaction, and decides
 * again when others were faster. Throws a ProblemError for a reused key, a lost race with If-Match and too many
 * lost races; refusals come back as values.
 */
export const changing =
  (store: Store) =>
  async <Outcome>(command: Command<Outcome>): Promise<Refused | StoredReply> => {
    for (let left = tries; ; left--) {
      const earlier = await replay(store, command);
      if (earlier !== undefined) return earlier;
      const decision = await command.decide();
      if (isRefused(decision)) return decision;
      const reply = command.render(decision.outcome);
      const idempotency = recordOf(command.repeatable, reply);
      try {
        await store.commit({
          changes: decision.changes.filter(({ facts }) => facts.length > 0),
          by: command.by,
          at: command.now,
          ...(idempotency === undefined ? {} : { idempotency }),
        });
        return reply;
      } catch (error) {
        if (!(error instanceof Conflict)) throw error;
        if (command.decidedOn !== undefined && error.why === "stale") throw new ProblemError("stale-version");
        if (left === 1) throw new ProblemError("conflict");
      }
    }
  };

const recordOf = (repeatable: Repeatable | undefined, reply: StoredReply): IdempotencyRecord | undefined =>
  repeatable === undefined ? undefined : { ...repeatable, reply };

/** The answer to the same request before. The caller's right to it was checked already. */
const replay = async <Outcome>(
  store: Store,
  { repeatable, now }: Command<Outcome>,
): Promise<StoredReply | undefined> => {
  if (repeatable === undefined) return undefined;
  const record = await store.repeated(repeatable.key, now);
  if (record === undefined) return undefined;
  if (record.bodyHash !== repeatable.bodyHash) throw new ProblemError("key-reused");
  return record.reply;
};
