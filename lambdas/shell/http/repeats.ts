import type { Actor } from "../../../domain/base/actor.ts";
import type { Refused } from "../../../domain/base/decision.ts";
import { sha256 } from "../../../domain/base/hash.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { type CommandDecision, executeCommand } from "../../commands/execute-command.ts";
import { Conflict, type IdempotencyRecord, type Store, type StoredReply } from "../../io/ports/store.ts";
import { usesOfCommand, withinLimits } from "./allowances.ts";
import { ProblemError } from "./problem.ts";
import type { Repeatable } from "./request.ts";

/** So many characters of a body are kept of a request that changed nothing: what is longer can be made anew. */
const mostKept = 1_000;

/** A command of somebody who is registered, with what its request may be repeated by. */
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

/** What is kept of a request: its answer, or the hash of a long one that only told how things stood. */
const recordOf = (repeatable: Repeatable, reply: StoredReply, isChanged: boolean): IdempotencyRecord =>
  isChanged || reply.body.length <= mostKept
    ? { ...repeatable, reply }
    : { ...repeatable, reply: { ...reply, body: "" }, replyHash: sha256(reply.body) };

/**
 * The answer that the same request got before; undefined where there was none. One that was not kept is made anew, and
 * nothing is done by that. Throws a ProblemError when the key came with another body, and when the answer would be
 * another one today.
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
 * Makes the change that a command decides, and gives its answer: to the same request with its key the same again, without
 * a second effect. Whether the caller may have it was checked. Throws as `executeCommand` does, and a ProblemError where
 * the key came with another body, or the answer is neither kept nor what it was.
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
