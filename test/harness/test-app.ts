import type { SQSEvent } from "aws-lambda";
import { endOfTime, latest } from "../../domain/base/time.ts";
import { all } from "../../lambdas/io/pages.ts";
import type { LogCode } from "../../lambdas/io/log.ts";
import type { Clock, Sleeper } from "../../lambdas/io/ports/time.ts";
import type { Ledger } from "../../lambdas/io/ports/outbox.ts";
import type { Timers } from "../../lambdas/io/ports/schedules.ts";
import type { Store } from "../../lambdas/io/ports/store.ts";
import { onMessagesAbout } from "../../lambdas/shell/batch.ts";
import { newPartyCache } from "../../lambdas/use-cases/base/party-cache.ts";
import { newRateLimiter } from "../../lambdas/use-cases/sending/rate-limiter.ts";
import { type EffectIo, onJournalEntry } from "../../lambdas/use-cases/on-journal-entry.ts";
import { onMailEvents, letterOf } from "../../lambdas/use-cases/reachability/on-mail-events.ts";
import { timerAbout, handleTimer } from "../../lambdas/use-cases/on-timer.ts";
import { sweep } from "../../lambdas/use-cases/sweep.ts";
import type { SweepReport } from "../../lambdas/use-cases/sweep-report.ts";
import { letterToSend, onSendMessages } from "../../lambdas/use-cases/sending/on-send-messages.ts";
import { maxConcurrentSends } from "../../lambdas/use-cases/sending/send-letter.ts";
import { TimerMessage, MailEvent, SendMessage, type SweepDepth } from "../../schemas/model/messages.ts";
import type { Fact } from "../../schemas/model/fact.ts";
import { type Letter, LetterState } from "../../schemas/model/letter.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { address, at } from "../fixtures/changes.ts";
import { fakeAccounts, type FakeAccounts } from "../fakes/accounts.ts";
import { Crash, lifeUntil, type Watch, watchPort } from "./function-deaths.ts";
import { fakeMail, type FakeMail, fakeSuppression, type FakeSuppression } from "../fakes/mail-service.ts";
import { hearLog, linesOf } from "./log-lines.ts";
import { memoryLedger } from "../fakes/memory/ledger.ts";
import { memorySlots } from "../fakes/memory/slots.ts";
import { memoryStore } from "../fakes/memory/store.ts";
import { type FakeMetrics, fakeMetrics } from "../fakes/metrics.ts";
import { observeClaims, type Stream, streamCommits } from "./store-observers.ts";
import {
  fakeLetterQueues,
  fakeSchedules,
  type FakeSchedules,
  makeQueue,
  type Message,
  type Queue,
} from "../fakes/queues.ts";

export type FunctionName = "react" | "timer" | "send" | "receipts" | "sweep";
type QueueName = "timers" | "letters" | "bulletins" | "receipts";

/** The retries of an entry by the stream before it is put aside, as in the stack. */
const streamRetries = 8;

export interface TestApp {
  readonly store: Store;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly schedules: FakeSchedules;
  readonly mail: FakeMail;
  readonly queues: Readonly<Record<QueueName, Queue>>;
  readonly accounts: FakeAccounts;
  readonly suppression: FakeSuppression;
  /** Dependencies without kills, as `react` and `sweep` have them. */
  readonly io: EffectIo & { readonly metrics: FakeMetrics; readonly timers: Timers };
  readonly stream: Stream;
  /** Kills the next run of a function at its n-th call; says afterwards whether it came to that. */
  kill(name: FunctionName, call: number): { readonly happened: boolean };
  forgetKills(): void;
  /** Runs `what` once, right before a function's next call of this name, like `ledger.claim`. */
  before(call: string, what: () => Promise<unknown>): void;
  after(call: string, what: () => Promise<unknown>): void;
  /** Runs all work that is due now. */
  settle(): Promise<void>;
  /** Runs the stream only, up to the first entry with a fact of this kind where one is named. */
  settleStream(until?: Fact["kind"]): Promise<void>;
  /** Runs one queue only. */
  settleQueue(name: QueueName): Promise<void>;
  /** Moves the clock to an instant, and runs everything in its time. */
  moveTo(instant: string): Promise<void>;
  /** Sets the clock while no function runs: an outage. Due work waits. */
  sleepUntil(instant: string): void;
  /** Runs until no message is left anywhere; schedules remain, unless their time comes. */
  rest(): Promise<void>;
  sweep(depth?: SweepDepth): Promise<SweepReport>;
  letters(): Promise<readonly Letter[]>;
  /** Log lines of a code since the system was made. */
  logged(code: LogCode): readonly Readonly<Record<string, unknown>>[];
  /** The measurements of functions since the system was made. */
  readonly metrics: FakeMetrics;
  /** Calls that the last finished or killed run of a function made. */
  callsOf(name: FunctionName): readonly string[];
  /** Claims that were made although an obligation they speak of was met (guarantee 5). */
  readonly lateClaims: readonly string[];
}

export interface LocalStackOptions {
  /** The stores of subjects and letters; in memory if absent. */
  readonly kept?: { readonly store: Store; readonly ledger: Ledger };
  readonly now?: string;
}

const inMemory = () => {
  const store = memoryStore();
  return { store, ledger: memoryLedger(store) };
};

export const settings = {
  frontEndUrl: "https://front.example.org",
  replyTo: "secretariat@example.org",
  secretariatAddress: address("daily.list@example.org"),
};
const mostSteps = 100_000;

/**
 * Runs the functions as the cloud does, on one machine and in one process: queues that deliver at least once, a
 * stream with retries, schedules, a mail service that reports, and a clock that the test moves. Dependencies that reach
 * outside throw unless the test replaces them.
 */
export const makeApp = ({
  kept = inMemory(),
  now: beginning = "2020-11-30T12:00:00.000Z",
}: LocalStackOptions = {}): TestApp => {
  hearLog();
  let now = at(beginning);
  const clock: Clock = { now: () => now };
  const sleeper: Sleeper = { until: async (instant) => void (now = latest(now, instant)) };
  const slots = memorySlots();
  const queue = (name: string, visibility: number) => makeQueue(name, { now: () => now, visibility, attempts: 5 });
  const queues = {
    timers: queue("timers", 180),
    letters: queue("letters", 360),
    bulletins: queue("bulletins", 360),
    receipts: queue("receipts", 180),
  };
  const stream: Stream = { pending: [], putAside: [], retries: streamRetries };
  const lateClaims: string[] = [];
  let secretsMade = 0;
  const measured = fakeMetrics();
  const store = streamCommits(kept.store, stream);
  const schedules = fakeSchedules(queues.timers);
  const mail = fakeMail(queues.receipts, () => now);
  const accounts = fakeAccounts();
  const suppression = fakeSuppression();
  const dependencies = {
    store,
    ledger: observeClaims(kept.ledger, kept.store, lateClaims),
    schedules,
    timers: { fire: async (message: TimerMessage) => queues.timers.put(message) },
    letterQueues: fakeLetterQueues({ "deadline-letters": queues.letters, bulletins: queues.bulletins }),
    mail,
    accounts,
    suppression,
    mailAccount: mail.account,
    newSecret: () => `secret-${(secretsMade += 1)}`,
    metrics: measured,
  };

  const kills = new Map<FunctionName, { call: number; happened: boolean }>();
  const calls = new Map<FunctionName, readonly string[]>();
  const hooks: { before: Map<string, () => Promise<unknown>>; after: Map<string, () => Promise<unknown>> } = {
    before: new Map(),
    after: new Map(),
  };
  const take = (when: keyof typeof hooks, call: string) => {
    const hook = hooks[when].get(call);
    hooks[when].delete(call);
    return hook?.();
  };
  const hooked = async (call: string, go: () => Promise<unknown>): Promise<unknown> => {
    await take("before", call);
    const answer = await go();
    await take("after", call);
    return answer;
  };

  /** Runs a function once with dependencies of its own. Throws a Crash when it is killed. */
  const run = async <T>(
    name: FunctionName,
    work: (io: typeof dependencies & { clock: Clock; sleeper: Sleeper } & typeof settings, watch: Watch) => Promise<T>,
  ) => {
    const kill = kills.get(name);
    kills.delete(name);
    const life = lifeUntil(kill?.call, hooked);
    const io = {
      store: watchPort("store", dependencies.store, life.watch),
      ledger: watchPort("ledger", dependencies.ledger, life.watch),
      schedules: watchPort("schedules", dependencies.schedules, life.watch),
      timers: watchPort("timers", dependencies.timers, life.watch),
      letterQueues: watchPort("letterQueues", dependencies.letterQueues, life.watch),
      mail: watchPort("mail", dependencies.mail, life.watch),
      accounts: watchPort("accounts", dependencies.accounts, life.watch),
      suppression: watchPort("suppression", dependencies.suppression, life.watch),
      mailAccount: watchPort("mailAccount", dependencies.mailAccount, life.watch),
      metrics: dependencies.metrics,
      newSecret: dependencies.newSecret,
      clock,
      sleeper,
      ...settings,
    };
    try {
      return await life.live(() => work(io, life.watch));
    } catch (error) {
      if (error instanceof Crash && kill !== undefined) kill.happened = true;
      throw error;
    } finally {
      calls.set(name, life.calls);
    }
  };

  const sender = (event: SQSEvent) =>
    run("send", (io, watch) => {
      const paced = { slots: watchPort("slots", slots, watch), permits: watchPort("permits", mail, watch), clock };
      const rateLimiter = newRateLimiter({ ...paced, sleeper: watchPort("timer", sleeper, watch) }, 0);
      const sendIo = { ...io, parties: newPartyCache(io), rateLimiter };
      return onMessagesAbout("send", SendMessage, letterToSend, (messages) => onSendMessages(sendIo, messages), {
        maxConcurrency: maxConcurrentSends,
      })(event);
    });
  const handlers = {
    timers: (event: SQSEvent) =>
      run("timer", (io) =>
        onMessagesAbout("timer", TimerMessage, timerAbout, (messages) => handleTimer(io, messages))(event),
      ),
    letters: sender,
    bulletins: sender,
    receipts: (event: SQSEvent) =>
      run("receipts", (io) =>
        onMessagesAbout("receipts", MailEvent, letterOf, (events) => onMailEvents(io, events))(event),
      ),
  };

  const work = async (name: QueueName, message: Message) => {
    const event = { Records: [{ messageId: message.id, body: message.body }] } as unknown as SQSEvent;
    try {
      const { batchItemFailures } = await handlers[name](event);
      if (batchItemFailures.length === 0) queues[name].delete(message);
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    }
  };
  const workOn = async (name: QueueName): Promise<boolean> => {
    const message = queues[name].receive();
    if (message === undefined) return false;
    await work(name, message);
    return true;
  };

  let triedSoFar = 0;
  const workOnStream = async (): Promise<boolean> => {
    const entry = stream.pending[0];
    if (entry === undefined) return false;
    try {
      await run("react", (io) => onJournalEntry(io, entry));
      triedSoFar = 0;
    } catch {
      triedSoFar += 1;
      if (triedSoFar <= stream.retries) return true;
      triedSoFar = 0;
      stream.putAside.push(entry);
    }
    stream.pending.splice(stream.pending.indexOf(entry), 1);
    return true;
  };

  const until = async (isDone: () => Promise<boolean>) => {
    for (let steps = 0; steps < mostSteps; steps++) if (await isDone()) return;
    throw new Error("the system does not become idle");
  };
  const settle = () =>
    until(
      async () =>
        !(
          (await workOnStream()) ||
          (await workOn("timers")) ||
          (await workOn("letters")) ||
          (await workOn("bulletins")) ||
          (await workOn("receipts"))
        ),
    );

  const soonestOf = (instants: readonly (Instant | undefined)[]): Instant | undefined =>
    instants.filter((instant) => instant !== undefined).toSorted()[0];
  const nextMessage = () => soonestOf(Object.values(queues).map((one) => one.nextAt()));
  const goTo = (instant: Instant) => {
    if (instant > now) now = instant;
    schedules.fire(now);
  };

  const allLetters = async (): Promise<readonly Letter[]> => {
    const pages = await Promise.all(
      LetterState.options.map((state) => all((paging) => kept.ledger.needingAttention(state, endOfTime, paging))),
    );
    return pages
      .flat()
      .toSorted((one, other) => one.plannedFor.localeCompare(other.plannedFor) || one.id.localeCompare(other.id));
  };

  return {
    store,
    ledger: kept.ledger,
    clock,
    schedules,
    mail,
    queues,
    accounts,
    suppression,
    io: { ...dependencies, clock },
    stream,
    lateClaims,
    kill: (name, call) => {
      const kill = { call, happened: false };
      kills.set(name, kill);
      return kill;
    },
    forgetKills: () => kills.clear(),
    before: (call, what) => void hooks.before.set(call, what),
    after: (call, what) => void hooks.after.set(call, what),
    settle,
    settleStream: (stopAt) =>
      until(
        async () => stream.pending[0]?.facts.some(({ kind }) => kind === stopAt) === true || !(await workOnStream()),
      ),
    settleQueue: (name) => until(async () => !(await workOn(name))),
    moveTo: async (instant) => {
      const target = at(instant);
      if (target < now) throw new RangeError(`It is ${now} already`);
      await until(async () => {
        schedules.fire(now);
        await settle();
        const next = soonestOf([nextMessage(), schedules.nextAt()]);
        const last = next === undefined || next > target;
        goTo(last ? target : next);
        return last;
      });
      await settle();
    },
    sleepUntil: (instant) => void (now = at(instant)),
    rest: () =>
      until(async () => {
        await settle();
        const next = nextMessage();
        if (next === undefined) return stream.pending.length === 0;
        goTo(next);
        return false;
      }),
    sweep: (depth = "full") => run("sweep", (io) => sweep(io, depth)),
    letters: allLetters,
    logged: linesOf,
    metrics: measured,
    callsOf: (name) => calls.get(name) ?? [],
  };
};
