import { resolve } from "node:path";
import { millisecondsOf } from "./base/clock.ts";
import { type Closers, newClosers } from "./base/closers.ts";
import { diskTrouble } from "./base/disk-errors.ts";
import { listen } from "./base/listen.ts";
import { temporaryFolder } from "./base/temporary-folder.ts";
import { UserError } from "./base/user-error.ts";
import { openAuthCodes } from "./gateway/auth-codes.ts";
import { httpFront, type LocalPages } from "./gateway/http.ts";
import { onLoopback } from "./gateway/loopback.ts";
import { openRuntime, type Runtime } from "./open-runtime.ts";
import { openServices, type Services, serveServices } from "./open-services.ts";
import { type Database, openDatabase, openState, type StackState } from "./open-state.ts";
import { clockPages } from "./pages/clock-page.ts";
import { examplePages } from "./pages/example-pages.ts";
import { localPages } from "./pages/local-pages.ts";
import { mailboxPages } from "./pages/mailbox-pages.ts";
import { signInPages, signInPath } from "./pages/sign-in.ts";
import { startPages } from "./pages/start-page.ts";
import { type MoveWatch, type MoveWatchParts, newMoveWatch } from "./runtime/move-progress.ts";
import type { Functions } from "./runtime/functions.ts";
import { startAwsEndpoint } from "./services/aws-endpoint.ts";
import { type Faults, newFaults } from "./services/faults.ts";
import { newMailTrouble } from "./services/mail-trouble.ts";
import { isEmpty } from "./services/tables.ts";
import type { LocalStack, LocalStackOptions } from "./stack-options.ts";
import { withLocalAddresses } from "./template/local-addresses.ts";
import { readStackModel, type StackModel } from "./template/stack-model.ts";

/** The parts of a system that has started. */
interface Started {
  readonly url: string;
  readonly plan: StackModel;
  readonly state: StackState;
  readonly faults: Faults;
  readonly database: Database;
  readonly services: Services;
  readonly runtime: Runtime;
  readonly moves: MoveWatch;
}

/** The work of the queues that functions read, and of the mail service. */
const workOf = ({ queues, mailbox }: Services, { queueSources }: StackModel): MoveWatchParts["work"] => {
  const readByFunctions = queueSources.flatMap(({ sourceArn }) => queues.find(sourceArn) ?? []);
  return () => ({
    finished: queues.messageCounts().removed,
    waiting: readByFunctions.reduce((sum, queue) => sum + queues.counts(queue).visible, 0),
    letters: mailbox.count(),
  });
};

const moveTo =
  ({ timeTravel }: Runtime, moves: MoveWatch, report?: (line: string) => void): LocalStack["moveTo"] =>
  async (instant, moving = {}) => {
    const to = millisecondsOf(instant);
    return moves.watch(to, moving, (options) => timeTravel.moveTo(to, options), report);
  };

/** The pages for people and scripts on this machine. */
const pagesOf = (
  { url, plan, state, faults, services, runtime, moves }: Started,
  { report, startPage }: LocalStackOptions,
): LocalPages => {
  const { stateDb, clock, recorder } = state;
  const { accounts, tokens, mailbox, records, queues, scheduler } = services;
  const { clients = [], issuer = "local" } = plan.pools[0] ?? {};
  const content = startPage?.({ url, token: tokens.issue, rest: runtime.timeTravel.rest, clock });
  const move = moveTo(runtime, moves, report);
  return onLoopback([
    signInPages({ url, issuer, clients, accounts, grants: openAuthCodes(stateDb, clock), tokens }),
    examplePages(url, clients[0]?.id ?? ""),
    startPages({ url, clock, token: tokens.issue, content: content ?? { links: [], views: [], actions: [] } }),
    clockPages({ clock, scheduler, moveTo: move, progress: moves.progress, last: moves.last }),
    mailboxPages({ mailbox, records, faults, clock }),
    localPages({
      clock,
      mailbox,
      queues,
      scheduler,
      faults,
      tokens,
      accounts,
      recorded: recorder.all,
      rest: runtime.timeTravel.rest,
      moveTo: move,
      progress: moves.progress,
    }),
  ]);
};

/** Returns the interface of a started system for its starter. */
const stackOf = (
  { url, plan, state, faults, database, services, runtime, moves }: Started,
  rest: Pick<LocalStack, "services" | "loaded" | "close">,
): LocalStack => {
  const { stateDb, clock, recorder } = state;
  const { mailbox, queues, scheduler, environment, accounts, tokens } = services;
  return {
    url,
    plan,
    clock,
    mailbox,
    queues,
    scheduler,
    functions: runtime.functions,
    faults,
    environment,
    recordedActions: recorder.all,
    register: accounts.register,
    token: tokens.issue,
    rest: runtime.timeTravel.rest,
    moveTo: moveTo(runtime, moves),
    notes: {
      get: (name) => stateDb.setting(`note ${name}`),
      set: (name, value) => stateDb.set(`note ${name}`, value),
    },
    database: database.engine.endpoint,
    isEmpty: (table) => isEmpty(database.client, table),
    ...rest,
  };
};

/** Starts everything in a folder. Whatever was opened is added to `closers`, also where something fails. */
const startIn = async (folder: string, options: LocalStackOptions, closers: Closers): Promise<LocalStack> => {
  const { port = 0, templateDir = "cdk.out", report = () => undefined } = options;
  // Listens first: a taken port is reported before any other part starts.
  const { server, open, loaded } = httpFront();
  const front = await listen(server, port);
  closers.add(front.close);
  const url = front.url.replace("127.0.0.1", "localhost");

  const state = openState(options, folder, closers);
  const { clock, activity, admission, health, recorder } = state;
  const faults = newFaults();
  // The endpoint may kill a function at its call; functions start after the endpoint that they call.
  let callers: Functions | undefined;
  const kill = (caller: string): void => callers?.kill(caller);
  const mailTrouble = newMailTrouble(report);
  const wire = await startAwsEndpoint({ clock, activity, recorder, faults, kill, onAnswer: mailTrouble.observe });
  closers.add(wire.close);

  const model = readStackModel(resolve(templateDir), { aws: wire.url, api: url });
  const plan = withLocalAddresses(model, { signIn: `${url}${signInPath}`, frontEnd: options.frontEnd });
  if (plan.api === undefined) throw new UserError(`The app in ${templateDir} has no HTTP API`);

  const database = await openDatabase(options, plan, state, closers);
  const services = await openServices({ options, plan, state, client: database.client, faults });
  const runtime = await openRuntime({ options, plan, state, database, services, wire, url }, closers, (functions) => {
    callers = functions;
  });
  serveServices(wire, { options, plan, state, faults }, services);

  const moves = newMoveWatch({ clock, work: workOf(services, plan) });
  const started = { url, plan, state, faults, database, services, runtime, moves };
  const { functions } = runtime;
  const { tokens } = services;
  const local = pagesOf(started, options);
  const mailProblem = mailTrouble.problem;
  open({ api: plan.api, functions, tokens, clock, local, admission, health, mailProblem, report });
  if (options.loads !== true) loaded();
  return stackOf(started, { services: wire.url, loaded, close: closers.close });
};

/**
 * Starts the synthesized app on this machine. Throws a UserError, with one line that says what to do, when the port is
 * taken, the data is in use, the engine is missing or the app is not synthesized.
 */
export const startLocalStack = async (options: LocalStackOptions = {}): Promise<LocalStack> => {
  const closers = newClosers();
  const temporary = options.dataDir === undefined ? temporaryFolder() : undefined;
  if (temporary !== undefined) closers.add(temporary.remove);
  const folder = resolve(options.dataDir ?? temporary?.path ?? "");
  try {
    return await startIn(folder, options, closers);
  } catch (error) {
    await closers.close();
    throw diskTrouble(error, folder) ?? error;
  }
};
