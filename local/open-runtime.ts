import type { Closers } from "./base/closers.ts";
import { dataFiles } from "./base/data-folder.ts";
import type { Database, StackState } from "./open-state.ts";
import type { Services } from "./open-services.ts";
import { examplePage } from "./pages/example-pages.ts";
import { type EventSources, openEventSources } from "./runtime/event-sources.ts";
import { type Functions, openFunctions } from "./runtime/functions.ts";
import { openTimeTravel, type TimeTravel } from "./runtime/time-travel.ts";
import type { AwsEndpoint } from "./services/aws-endpoint.ts";
import { dynamodbProxy } from "./services/dynamodb-proxy.ts";
import { expiryOf } from "./services/expired-rows.ts";
import type { LocalStackOptions } from "./stack-options.ts";
import { writersOf } from "./template/iam-grants.ts";
import type { StackModel } from "./template/stack-model.ts";
import { cpSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import type { FunctionPlan } from "./template/resource-plans.ts";

/** Settings of functions by variable; those that are undefined stay as the template says. */
type FunctionSettings = Readonly<Record<string, string | undefined>>;

/**
 * Functions with settings other than the template's, each with those that it has: the front end of a stage need not run
 * where a system does, and what a stage is strict about may be tried on one machine.
 */
export const withSettings = (functions: readonly FunctionPlan[], settings: FunctionSettings): readonly FunctionPlan[] =>
  functions.map((plan) => ({
    ...plan,
    environment: Object.fromEntries(
      Object.entries(plan.environment).map(([name, value]) => [name, settings[name] ?? value]),
    ),
  }));

/**
 * Returns functions with their code copied into the system's folder, so that a build by a test or by another system
 * does not change the code of a running system.
 */
const copyCode = (functions: readonly FunctionPlan[], folder: string): readonly FunctionPlan[] => {
  const code = join(folder, "code");
  rmSync(code, { recursive: true, force: true });
  const copyOf = (directory: string): string => join(code, basename(directory));
  for (const directory of new Set(functions.map((one) => one.directory)))
    cpSync(directory, copyOf(directory), { recursive: true });
  return functions.map((one) => ({ ...one, directory: copyOf(one.directory) }));
};

/** Threads of one function, and batches of one queue, at a time, where nothing is said. A stream is read by one. */
const usualThreads = 2;

export interface Runtime {
  readonly functions: Functions;
  readonly timeTravel: TimeTravel;
}

export interface RuntimeParts {
  readonly options: LocalStackOptions;
  readonly plan: StackModel;
  readonly state: StackState;
  readonly database: Database;
  readonly services: Services;
  readonly wire: AwsEndpoint;
  /** Of the HTTP API. */
  readonly url: string;
}

/** Wakes readers of streams when a table was written; they are known only after the functions that write. */
const streamWakers = ({ options, plan, state }: RuntimeParts) => {
  let readers: EventSources["streamReaders"] | undefined;
  // If the system does not see the writes, a function with write permission may have written.
  const rights = options.direct === true ? plan.grants() : [];
  const writers = new Map(plan.tables.map(({ name, arn }) => [name, writersOf(rights, arn)]));
  const written = (table: string): void => {
    state.activity.note();
    for (const reader of readers?.get(table) ?? []) reader.wake();
  };
  return {
    wakes: (streams: EventSources["streamReaders"]): void => {
      readers = streams;
    },
    written,
    onEnded: (name: string): void => {
      for (const table of readers?.keys() ?? []) if (writers.get(table)?.has(name) === true) written(table);
    },
  };
};

/** Returns the variables of functions that replace those of the template, for a system at `url`. */
export const settingsOf = (
  { frontEnd, publicUrl, secondFactorOf }: Pick<LocalStackOptions, "frontEnd" | "publicUrl" | "secondFactorOf">,
  url: string,
) => ({
  FRONT_END_URL: frontEnd ?? examplePage(publicUrl ?? url),
  // Public data of a review are on the page of the party under review, which needs no front end.
  REVIEW_PAGE: `${publicUrl ?? url}/v1/pages/{language}/parties/{party}`,
  SECOND_FACTOR_ROLES: secondFactorOf,
  // Requests wait while the clock is moved, and a sweep comes with each hour of it.
  CANARY_CLIENT_ID: "",
});

/** Starts the functions, what gives them streams and queues to read, and the clock's moves. */
export const openRuntime = async (
  parts: RuntimeParts,
  closers: Closers,
  started: (functions: Functions) => void,
): Promise<Runtime> => {
  const { options, plan, state, database, services, wire, url } = parts;
  const { threads = usualThreads, direct = false, retryDelay } = options;
  const { folder, activity, clock, health, disk } = state;
  const threadsOf = typeof threads === "number" ? () => threads : threads;
  const wakers = streamWakers(parts);
  const settings = settingsOf(options, url);
  const functions = openFunctions({
    plans: copyCode(withSettings(plan.functions, settings), folder),
    clock,
    activity,
    endpoint: wire.url,
    database: direct ? database.engine.endpoint : wire.url,
    onEnded: ({ name }) => wakers.onEnded(name),
    logs: dataFiles(folder).logs,
    threadsOf,
  });
  started(functions);
  closers.add(functions.close);

  const { queues, scheduler } = services;
  const common = { ...state, plan, engine: database.client, queues, functions };
  const { streamReaders, queueReaders } = await openEventSources({ ...common, threadsOf, retryDelay });
  wakers.wakes(streamReaders);
  wire.add(dynamodbProxy(database.client, wakers.written, { health, disk }));

  const streams = [...streamReaders.values()].flat();
  const expire = expiryOf(database.client, plan.tables);
  const timeTravel = openTimeTravel({ ...common, scheduler, queueReaders, streamReaders: streams, expire });
  closers.add(async () => {
    // Functions are ended first: what they were doing counts as not done and is given again at the next start.
    timeTravel.close();
    for (const reader of queueReaders) reader.close();
    const ended = streams.map((reader) => reader.close());
    await functions.close();
    await Promise.all(ended);
  });
  return { functions, timeTravel };
};
