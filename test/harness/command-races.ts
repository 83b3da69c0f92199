import { defined } from "../../schemas/base/defined.ts";
import { expect } from "vitest";
import { later } from "../../domain/base/time.ts";
import { all } from "../../lambdas/io/pages.ts";
import { endpoints } from "../../schemas/api/index.ts";
import type { AggregateKind } from "../../schemas/model/fact.ts";
import type { JournalEntry } from "../../schemas/model/journal-entry.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import type { InProcess } from "../permissions/in-process.ts";
import type { Answer } from "./contract.ts";
import { brokenAtRest, brokenNow } from "./invariants.ts";
import { freshKey, secretariat } from "./test-api.ts";
import { triesOf } from "./search-runs.ts";

/** One request of an operation of the API, by a user. */
export interface Command {
  readonly operation: string;
  readonly of?: Readonly<Record<string, string>>;
  readonly as?: string;
  readonly body?: object;
  /** The operation of the preview that the command requests first, to quote its hash. */
  readonly previewedBy?: string;
  /** True if the effects of the command run before its reply counts as complete. */
  readonly applied?: true;
}

/** A prepared system and two commands that race on copies of it. */
export interface Race {
  readonly api: InProcess;
  readonly first: Command;
  readonly second: Command;
  /** Returns the result that the API shows. */
  readonly read: (api: InProcess) => Promise<unknown>;
  /** True if a command draws lots: then facts are compared by their kinds, because each drawing has another result. */
  readonly drawsLots?: true;
  /** A kind of letter that depends on the letters sent before: then the API's view shows whether each was needed. */
  readonly besides?: Letter["content"]["kind"];
}

const endpointOf = ({ operation }: Command) => {
  const found = endpoints.find(({ id }) => id === operation);
  if (found === undefined) throw new Error(`No operation ${operation}`);
  return found;
};

const send = async (api: InProcess, command: Command): Promise<Answer> => {
  const { method, path, idempotencyKey } = endpointOf(command);
  const { of = {}, as = secretariat, previewedBy } = command;
  const preview = previewedBy === undefined ? undefined : await send(api, { operation: previewedBy, of, as });
  if (preview !== undefined && preview.status >= 300) return preview;
  const body = preview === undefined ? command.body : { ...command.body, preview: preview.body.hash };
  const target = path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => of[name] ?? "");
  const key = idempotencyKey === undefined ? {} : { key: freshKey() };
  const answer = await api.request(method, target, { as, ...key, ...defined({ body }) });
  if (command.applied) await api.app.rest();
  return answer;
};

/** Sends a command and returns the body of its reply. Throws for a refusal. */
export const must = async (api: InProcess, command: Command): Promise<any> => {
  const answer = await send(api, command);
  if (answer.status >= 300) throw new Error(`${command.operation}: ${answer.text}`);
  return answer.body;
};

/** Fails unless the reply is a success or a refusal that the API document states for the operation. */
const expectDocumented = (command: Command, { status, problem, text }: Answer): void => {
  if (status < 300) return;
  // 404 is the reply to a user whose mandate in the review has ended.
  expect([404, 409, 412, 422], text).toContain(status);
  expect(endpointOf(command).refusals, text).toContain(problem);
};

/** A text without ids and instants, which differ from copy to copy. */
const withoutChance = (text: string): string =>
  text.replaceAll(/\b[a-z]-[0-9a-z]{26}\b/gu, "an id").replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, "an instant");

/** A copy of the prepared system, with the timers that are armed in it. */
const copyOf = ({ api }: Race): InProcess => {
  const copy = api.copied();
  for (const [name, timer] of api.behind.schedules.pending) copy.behind.schedules.pending.set(name, timer);
  return copy;
};

const journalSince = (api: InProcess, race: Race): Promise<JournalEntry[]> => {
  const from = later(race.api.behind.clock.now(), { milliseconds: 1 });
  return all((paging) => api.behind.store.feed(from.slice(0, 7), { ...paging, from }));
};

/** Fails unless the versions in the journal of each subject among the entries are consecutive. */
const expectConsecutive = async ({ behind }: InProcess, entries: readonly JournalEntry[]): Promise<void> => {
  for (const subject of new Set(entries.map((entry) => entry.subject))) {
    const [kind, id] = subject.split("#") as [AggregateKind, string];
    const versions = (await all((paging) => behind.store.journalOf(kind, id, paging))).map(({ version }) => version);
    expect([subject, versions]).toEqual([subject, versions.map((_, place) => place + 1)]);
  }
};

interface Outcome {
  readonly replies: readonly unknown[];
  readonly facts: readonly string[];
  readonly letters: readonly string[];
  readonly timers: readonly string[];
  readonly shown: unknown;
}

/** Returns replies, facts by subject, letters and the API's view, once the system is at rest. */
const outcomeOf = async (api: InProcess, race: Race, answers: readonly [Answer, Answer]): Promise<Outcome> => {
  expectDocumented(race.first, answers[0]);
  expectDocumented(race.second, answers[1]);
  await api.app.rest();
  expect(api.behind.stream.putAside).toEqual([]);
  const entries = await journalSince(api, race);
  await expectConsecutive(api, entries);
  const factsOf = (of: readonly JournalEntry[]) =>
    of.flatMap(({ facts }) => facts).map((fact) => (race.drawsLots ? fact.kind : JSON.stringify(fact)));
  const facts = [...Map.groupBy(entries, ({ subject }) => subject)].map(
    ([subject, of]) => `${subject}: ${factsOf(of).join(", ")}`,
  );
  const planned = (await api.behind.letters()).filter(({ content }) => content.kind !== race.besides);
  const letters = race.drawsLots
    ? [...new Set(planned.map(({ content }) => content.kind))]
    : planned.map(({ content, party, state }) => `${content.kind} ${party} ${state}`);
  return {
    replies: answers.map(({ status, problem }) => problem ?? status),
    facts: facts.map(withoutChance).toSorted(),
    letters: letters.toSorted(),
    timers: [...api.behind.schedules.pending.keys()].toSorted(),
    shown: JSON.parse(withoutChance(JSON.stringify(await race.read(api)))),
  };
};

/** Sends one command after the other, each on the same copy. Fails if the result breaks a guarantee. */
const inSequence = async (race: Race, order: "first" | "second"): Promise<Outcome> => {
  const api = copyOf(race);
  const answer = await send(api, race[order]);
  const next = await send(api, race[order === "first" ? "second" : "first"]);
  const outcome = await outcomeOf(api, race, order === "first" ? [answer, next] : [next, answer]);
  expect([...(await brokenNow(api.behind)), ...(await brokenAtRest(api.behind))]).toEqual([]);
  return outcome;
};

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
};

/** The limit of turns for a command: one that waits for other work never ends, because turns leave no time for it. */
const maxTurns = 100_000;

/** Returns the number of turns of the microtask queue from a command to its reply. Throws for a command that needs more. */
const turnsOf = async (race: Race, command: Command): Promise<number> => {
  let isDone = false;
  const sent = send(copyOf(race), command).finally(() => (isDone = true));
  let count = 0;
  for (; !isDone; count += 1) {
    if (count > maxTurns) throw new Error(`${command.operation} waits for more than microtasks`);
    await Promise.resolve();
  }
  await sent;
  return count;
};

/** Pairs that begin with one of the two commands; the other follows in as many different moments of its course. */
const pairsEach = (): number => triesOf(40, 5);

const maxConcurrency = async (race: Race, firstLate: number, secondLate: number): Promise<Outcome> => {
  const api = copyOf(race);
  const late = async (count: number, command: Command) => {
    await turns(count);
    return send(api, command);
  };
  return outcomeOf(api, race, await Promise.all([late(firstLate, race.first), late(secondLate, race.second)]));
};

type Replies = readonly [first: number | string, second: number | string];

/**
 * Runs every pair. Fails unless both sequences end with the expected replies, each pair has the outcome of one of them, and
 * each sequence is the outcome of a pair.
 */
export const runRace = async (race: Race, firstThenSecond: Replies, secondThenFirst: Replies): Promise<void> => {
  const sequences = [await inSequence(race, "first"), await inSequence(race, "second")];
  expect(sequences.map(({ replies }) => replies)).toEqual([firstThenSecond, secondThenFirst]);
  const spread = async (command: Command) => {
    const most = await turnsOf(race, command);
    const count = pairsEach();
    return Array.from({ length: count }, (_, place) => Math.round((place * most) / (count - 1)));
  };
  const pairs = [
    ...(await spread(race.first)).map((late) => [0, late] as const),
    ...(await spread(race.second)).map((late) => [late, 0] as const),
  ];
  const seen = new Set<string>();
  for (const [firstLate, secondLate] of pairs) {
    const outcome = await maxConcurrency(race, firstLate, secondLate);
    expect(sequences, `after ${firstLate} and ${secondLate} turns`).toContainEqual(outcome);
    seen.add(JSON.stringify(outcome));
  }
  expect(seen).toEqual(new Set(sequences.map((sequence) => JSON.stringify(sequence))));
};
