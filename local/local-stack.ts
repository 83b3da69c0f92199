import { resolve } from "node:path";
import { accountBook, accountsWire } from "./services/accounts.ts";
import { newActivity } from "./base/activity.ts";
import { newAdmission } from "./base/admission.ts";
import { openEventBus } from "./services/event-bus.ts";
import { type StackClock, openStackClock } from "./base/clock.ts";
import { dataFiles } from "./base/data-folder.ts";
import { watchDisk } from "./base/disk.ts";
import { diskTrouble } from "./base/disk-errors.ts";
import { dynamodbProxy } from "./services/dynamodb-proxy.ts";
import { type Engine, indexStream } from "./services/engine.ts";
import { engineClient } from "./services/engine-client.ts";
import { watchEngine } from "./services/engine-watch.ts";
import { openEventSources } from "./runtime/event-sources.ts";
import { examplePage, examplePages, leadingTo } from "./pages/example-pages.ts";
import { type Faults, newFaults } from "./services/faults.ts";
import { type Functions, openFunctions } from "./runtime/functions.ts";
import { openAuthCodes } from "./gateway/auth-codes.ts";
import { newHealth } from "./base/health.ts";
import { httpFront } from "./gateway/http.ts";
import { checkShelfFile, checkTablesFile, makeFolders, noteTablesMade } from "./base/kept-files.ts";
import { listen } from "./base/listen.ts";
import { localPages } from "./pages/local-pages.ts";
import { onLoopback } from "./gateway/loopback.ts";
import { type MailService, openMail } from "./services/mail.ts";
import { type MailLimits, mailWire } from "./services/mail-wire.ts";
import { mailboxPages } from "./pages/mailbox-pages.ts";
import { openTimeTravel, type MoveOptions } from "./runtime/time-travel.ts";
import { withCopiedCode } from "./runtime/code-copy.ts";
import { type StackModel, readStackModel } from "./template/stack-model.ts";
import { writersOf } from "./template/iam-grants.ts";
import { noLetterRecords, type OpenLetterRecords } from "./services/letter-records.ts";
import { openQueues, type Queues } from "./services/queues.ts";
import { queuesWire } from "./services/queues-wire.ts";
import { newRecorder, type RecordedAction } from "./template/iam-usage.ts";
import { openScheduler, type Scheduler } from "./services/scheduler.ts";
import { schedulerWire } from "./services/scheduler-wire.ts";
import { openStateDb } from "./base/state-db.ts";
import { signInPages } from "./pages/sign-in.ts";
import type { StreamReader } from "./runtime/stream-source.ts";
import { ensureTables, isEmpty } from "./services/tables.ts";
import { openMailedBefore, tablesWerePutBack } from "./runtime/tables-put-back.ts";
import { temporaryFolder } from "./base/temporary-folder.ts";
import { openTokens, type TokenOptions } from "./gateway/tokens.ts";
import { messageOf, UserError } from "./base/user-error.ts";
import { startAwsEndpoint } from "./services/aws-endpoint.ts";

export interface LocalStackOptions {
  /** Port of the HTTP API on 127.0.0.1; a free one where left out or 0. */
  readonly port?: number;
  /** Where everything is kept; nothing outlives the system where left out. */
  readonly dataDir?: string;
  /** The synthesized app; `cdk.out` where left out. */
  readonly templateDir?: string;
  /** A DynamoDB endpoint to use instead of the embedded engine. */
  readonly dynamodb?: string;
  /** What a fresh system's clock shows; the machine's time where left out. */
  readonly startAt?: string;
  readonly mailLimits?: MailLimits;
  /** Threads of one function at a time, of all or by its name; two where left out. */
  readonly threads?: number | ((name: string) => number);
  /**
   * Functions talk to the database themselves, which is quicker: no fault happens to these calls, and what they need of a
   * policy is not recorded.
   */
  readonly direct?: boolean;
  /** Milliseconds before a failed stream batch is given again for the first time. */
  readonly retryDelay?: number;
  /** Where letters lead to; the example page of the system where left out. */
  readonly frontEnd?: string;
  /** How the app's letters are read, for the mailbox and for tables that were put back; none is known where left out. */
  readonly letterRecords?: OpenLetterRecords;
  /** Hears a line of each request that a function failed, and of each trouble with the engine or the disk. */
  readonly tell?: (line: string) => void;
  /** Whoever starts the system fills it: until `loaded` is called, it says that it does not answer yet. */
  readonly loads?: boolean;
}

/** A running system: what the template says, on this machine. */
export interface LocalStack {
  /** Of the HTTP API. */
  readonly url: string;
  /** Where an SDK client reaches the services of the system: DynamoDB, SQS, Scheduler, SES, Cognito. */
  readonly services: string;
  readonly plan: StackModel;
  readonly clock: StackClock;
  readonly mailbox: MailService;
  readonly queues: Queues;
  readonly scheduler: Scheduler;
  readonly functions: Functions;
  readonly faults: Faults;
  /** Names of the tables by the variable that functions know them by: RECORDS_TABLE and so on. */
  readonly environment: Readonly<Record<string, string>>;
  readonly recordedActions: () => readonly RecordedAction[];
  /** Makes an account that may sign in, unless there is one; gives its subject. */
  readonly register: (address: string) => string;
  /** An access token for the account with this address. */
  readonly token: (address: string, options?: TokenOptions) => Promise<string>;
  readonly rest: () => Promise<void>;
  /** Moves the clock to an instant (ISO 8601 or milliseconds since 1970) and lets everything due happen. */
  readonly moveTo: (instant: string | number, moving?: MoveOptions) => Promise<void>;
  /** What whoever runs the system wants to remember with its data. */
  readonly notes: {
    readonly get: (name: string) => string | undefined;
    readonly set: (name: string, value: string) => void;
  };
  /** Says that the data with which it begins are there. */
  readonly loaded: () => void;
  /** Whether the table holds nothing. */
  readonly isEmpty: (table: string) => Promise<boolean>;
  /** Ends everything that was started. */
  readonly close: () => Promise<void>;
}

/** An instant as milliseconds since 1970. Throws RangeError where it is none. */
const millisecondsOf = (instant: string | number): number => {
  const value = typeof instant === "number" ? instant : Date.parse(instant);
  if (Number.isFinite(value)) return value;
  throw new RangeError(`${instant} is no instant: write it as 2020-12-15T09:00:00Z`);
};

/** What was opened so far, closed in the opposite order, each once. */
const closing = () => {
  const steps: (() => unknown)[] = [];
  let closed: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    for (const step of steps.toReversed()) await step();
  };
  return {
    add: (step: () => unknown) => {
      steps.push(step);
    },
    close: (): Promise<void> => {
      closed ??= run();
      return closed;
    },
  };
};

/** Threads of one function, and batches of one queue, at a time, where nothing is said. A stream is read by one. */
const usualThreads = 2;
const clockSetting = "clock offset";

/**
 * Starts the synthesized app on this machine. Throws a UserError, with one line that says what to do, when the port is
 * taken, the data is in use, the engine is missing or the app is not synthesized.
 */
export const startLocalStack = async (options: LocalStackOptions = {}): Promise<LocalStack> => {
  const { port = 0, dataDir, templateDir = "cdk.out", threads = usualThreads, direct = false } = options;
  const { tell = () => undefined } = options;
  const threadsOf = typeof threads === "number" ? () => threads : threads;
  const parts = closing();
  const temporary = dataDir === undefined ? temporaryFolder() : undefined;
  const folder = resolve(dataDir ?? temporary?.path ?? "");
  if (temporary !== undefined) parts.add(temporary.remove);
  try {
    // Listens first: a taken port is told before anything else is started.
    const { server, open, loaded } = httpFront();
    const front = await listen(server, port);
    parts.add(front.close);
    const url = front.url.replace("127.0.0.1", "localhost");

    const { logs, ...files } = dataFiles(folder);
    makeFolders(folder);
    if (options.dynamodb === undefined) checkShelfFile(folder);
    const shelf = openStateDb(dataDir === undefined ? undefined : files.shelf);
    parts.add(shelf.close);

    const kept = shelf.setting(clockSetting);
    const startAt = options.startAt === undefined ? Date.now() : millisecondsOf(options.startAt);
    const keepOffset = (offset: number): void => shelf.set(clockSetting, String(offset));
    const clock = openStackClock(kept === undefined ? startAt - Date.now() : Number(kept), keepOffset);
    if (kept === undefined) keepOffset(clock.offset());

    const activity = newActivity();
    const admission = newAdmission();
    const health = newHealth();
    const disk = watchDisk(folder, health, tell);
    parts.add(disk.close);
    const recorder = newRecorder();
    const faults = newFaults();
    const late: { functions?: Functions; streams?: ReadonlyMap<string, StreamReader> } = {};
    const kill = (caller: string): void => late.functions?.kill(caller);
    const wire = await startAwsEndpoint({ clock, activity, recorder, faults, kill });
    parts.add(wire.close);

    const plan = readStackModel(resolve(templateDir), { aws: wire.url, api: url });
    if (plan.api === undefined) throw new UserError(`The app in ${templateDir} has no HTTP API`);

    if (options.dynamodb === undefined) checkTablesFile(folder, shelf);
    const engine = await (options.dynamodb === undefined
      ? watchEngine({ file: files.tables, health, tell })
      : answeringAt(options.dynamodb));
    parts.add(engine.close);
    const client = engineClient(engine.endpoint);
    parts.add(client.close);
    await ensureTables(client, plan.tables);
    if (engine.file !== undefined) {
      indexStream(engine.file);
      noteTablesMade(shelf);
    }

    const queues = openQueues({ shelf, clock, activity, queues: plan.queues });
    const bus = openEventBus(plan.rules, queues, clock);
    const mailbox = openMail({ shelf, clock, activity, bus, faults, plan: plan.mail });
    const environment = Object.fromEntries(plan.functions.flatMap((each) => Object.entries(each.environment)));
    const records = options.letterRecords?.(client, environment) ?? noLetterRecords;
    const mailedBefore = openMailedBefore(shelf);
    if (await tablesWerePutBack({ plan, engine: client, shelf })) {
      const letters = await mailedBefore.learn(records, mailbox);
      tell(
        `The tables are older than the mailbox: the stream is read again, and ${letters} letters that the mailbox has are not mailed again`,
      );
    }
    const { scheduleGroups: groups, schedules, pools } = plan;
    const scheduler = openScheduler({ shelf, clock, activity, queues, groups, schedules });
    const tokens = await openTokens({ shelf, clock, pools, keeps: dataDir !== undefined });
    const [pool] = pools;
    const accounts = accountBook(pool, shelf, clock);

    const written = (table: string): void => {
      activity.note();
      late.streams?.get(table)?.wake();
    };
    // Where the system does not see the writes, whoever may write has perhaps written.
    const rights = direct ? plan.grants() : [];
    const writers = new Map(plan.tables.map(({ name, arn }) => [name, writersOf(rights, arn)]));
    const functions = openFunctions({
      plans: withCopiedCode(leadingTo(options.frontEnd ?? examplePage(url), plan.functions), folder),
      clock,
      activity,
      endpoint: wire.url,
      database: direct ? engine.endpoint : wire.url,
      ended: ({ name }) => {
        for (const table of late.streams?.keys() ?? []) if (writers.get(table)?.has(name) === true) written(table);
      },
      logs,
      threadsOf,
    });
    late.functions = functions;
    parts.add(functions.close);

    const common = { plan, engine: client, shelf, queues, functions, activity, clock, health, disk, recorder };
    const { retryDelay } = options;
    const { streamReaders, queueReaders } = await openEventSources({ ...common, threadsOf, retryDelay });
    late.streams = streamReaders;
    wire.add(dynamodbProxy(client, written, { health, disk }));
    wire.add(queuesWire(queues));
    wire.add(schedulerWire(scheduler));
    const limits = limitsOf(options);
    wire.add(mailWire({ mail: mailbox, plan: plan.mail, clock, faults, mailedBefore: mailedBefore.find, ...limits }));
    wire.add(accountsWire(pools, shelf, clock));

    const streams = [...streamReaders.values()];
    const motion = openTimeTravel({ ...common, scheduler, queueReaders, streamReaders: streams, admission });
    parts.add(async () => {
      // Functions are ended first: what they were doing counts as not done and is given again at the next start.
      motion.close();
      for (const reader of queueReaders) reader.close();
      const ended = streams.map((reader) => reader.close());
      await functions.close();
      await Promise.all(ended);
    });

    const moveTo: LocalStack["moveTo"] = async (instant, moving) => motion.moveTo(millisecondsOf(instant), moving);
    const { clients = [], issuer = "local" } = pool ?? {};
    const grants = openAuthCodes(shelf, clock);
    const local = onLoopback([
      signInPages({ url, issuer, clients, accounts, grants, tokens }),
      examplePages(url, clients[0]?.id ?? ""),
      mailboxPages({ mailbox, records, faults, clock }),
      localPages({
        clock,
        mailbox,
        queues,
        scheduler,
        faults,
        tokens,
        recorded: recorder.all,
        rest: motion.rest,
        moveTo,
      }),
    ]);
    open({ api: plan.api, functions, tokens, clock, local, admission, health, tell });
    if (options.loads !== true) loaded();

    return {
      url,
      services: wire.url,
      plan,
      clock,
      mailbox,
      queues,
      scheduler,
      functions,
      faults,
      environment,
      recordedActions: recorder.all,
      register: accounts.register,
      token: tokens.issue,
      rest: motion.rest,
      moveTo,
      notes: {
        get: (name) => shelf.setting(`note ${name}`),
        set: (name, value) => shelf.set(`note ${name}`, value),
      },
      loaded,
      isEmpty: (table) => isEmpty(client, table),
      close: parts.close,
    };
  } catch (error) {
    await parts.close();
    throw diskTrouble(error, folder) ?? error;
  }
};

const limitsOf = ({ mailLimits }: LocalStackOptions) => (mailLimits === undefined ? {} : { limits: mailLimits });

/** The engine at an address that was named. Throws a UserError where nothing answers there. */
const answeringAt = async (given: string): Promise<Engine> => {
  if (!URL.canParse(given)) throw new UserError(`${given} is no address: write it as http://localhost:8000`);
  const endpoint = given.replace(/\/$/u, "");
  try {
    await fetch(endpoint, { signal: AbortSignal.timeout(3000) });
  } catch (error) {
    throw new UserError(
      `Nothing answers at ${endpoint} (${messageOf(error)}): start DynamoDB there, or leave out --dynamodb`,
    );
  }
  return { endpoint, close: async () => undefined };
};
