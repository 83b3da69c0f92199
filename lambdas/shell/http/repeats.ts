import type { Actor } from "../../../domain/base/actor.ts";
import type { Refused } from "../../../domain/base/decision.ts";
import { sha256 } from "../../../domain/base/hash.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { type CommandDecision, executeCommand } from "../../commands/execute-command.ts";
import { Conflict, type IdempotencyRecord, type StoredReply } from "../../io/ports/commit.ts";
import type { Store } from "../../io/ports/store.ts";
import { usesOfCommand, withinLimits } from "./allowances.ts";
import { ProblemError } from "./problem.ts";
import type { Repeatable } from "./request.ts";

/** The characters of a body that are stored for a request that changed nothing: a longer one can be computed again. */
const mostKept = 1_000;

/** A command of a registered user, with the data that recognizes a repeat of its request. */
export interface RepeatableCommand<Outcome> {
  readonly store: Store;
  readonly actor: Actor;
  readonly now: Instant;
  readonly repeatable: Repeatable | undefined;
  readonly decidedOn: number | undefined;
  readonly decide: () => Promise<Refused | CommandDecision<Outcome>>;
  readonly render: (outcome: Outcome) => StoredReply;
}

const changesAnything = ({ changes }: CommandDecision<unknown>): boolean =>
  changes.some(({ facts }) => facts.length > 0);

/** Returns the stored record of a request: its reply, or the hash of a long reply that only reported a status. */
const recordOf = (repeatable: Repeatable, reply: StoredReply, isChanged: boolean): IdempotencyRecord =>
  isChanged || reply.body.length <= mostKept
    ? { ...repeatable, reply }
    : { ...repeatable, reply: { ...reply, body: "" }, replyHash: sha256(reply.body) };

/**
 * Returns the earlier reply to a repeated request; undefined if there was none. A reply that was not stored is computed
 * again, without any effect. Throws a ProblemError if the key came with another body, or if the reply would be
 * different today.
 */
const answerBefore = async <Outcome>(
  { store, now, decide, render }: RepeatableCommand<Outcome>,
  { key, bodyHash }: Repeatable,
): Promise<Refused | StoredReply | undefined> => {
  const record = await store.repeated(key, now);
  if (record === undefined) return undefined;
  if (record.bodyHash !== bodyHash) throw new ProblemError("key-reused");
  if (record.replyHash === undefined) return record.reply;
  const decision = await decide();
  if (!decision.ok) return decision;
  const { body } = render(decision.outcome);
  if (changesAnything(decision) || sha256(body) !== record.replyHash) throw new ProblemError("answer-outdated");
  return { ...record.reply, body };
};

const execute = async <Outcome>({
  store,
  actor,
  now,
  repeatable,
  decidedOn,
  decide,
  render,
}: RepeatableCommand<Outcome>): Promise<Refused | StoredReply> => {
  const done = await withinLimits(store, now, () =>
    executeCommand(store)<Outcome>({
      by: actor.id,
      onBehalfOf: actor.recordsFor,
      now,
      decidedOn,
      decide,
      uses: (decision) => usesOfCommand(actor, changesAnything(decision) ? decision.namingFor : undefined, now),
      record:
        repeatable === undefined
          ? undefined
          : (decision) => recordOf(repeatable, render(decision.outcome), changesAnything(decision)),
    }),
  );
  return done.ok ? render(done.outcome) : done;
};

/**
 * Commits the change that a command decides, and returns its reply. A repeated request with its key gets the first
 * reply, without a second effect. The caller's permission was checked before. Throws as `executeCommand` does, and a
 * ProblemError if the key came with another body, or if the reply is neither stored nor reproducible.
 */
export const answerOnce = async <Outcome>(command: RepeatableCommand<Outcome>): Promise<Refused | StoredReply> => {
  const { repeatable } = command;
  if (repeatable === undefined) return execute(command);
  const earlier = await answerBefore(command, repeatable);
  if (earlier !== undefined) return earlier;
  try {
    return await execute(command);
  } catch (error) {
    if (!(error instanceof Conflict) || error.why !== "repeated") throw error;
    const meanwhile = await answerBefore(command, repeatable);
    if (meanwhile === undefined) throw error;
    return meanwhile;
  }
};
