import { Duration } from "aws-cdk-lib";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { createAlarm } from "./alarm.ts";
import { runsCanary, watchCanary } from "./canary.ts";
import { queueReaders } from "./executions.ts";
import { reactWatches, receiptsWatches, sendWatches, sweepWatches } from "./log-watches.ts";
import type { StackContext } from "./stack-context.ts";
import {
  countsUse,
  type TimerSchedules,
  armsTimers,
  checksMailAccount,
  checksTables,
  keepsAccounts,
  listsSchedules,
  type Need,
  queries,
  unsuppressesAddresses,
  firesTimers,
  sendsMail,
  sendsTo,
  uses,
} from "./needs.ts";
import { ownMetric, punctualLetters } from "./own-metrics.ts";
import { WorkQueue } from "./queue.ts";
import type { StatefulStack } from "./stateful-stack.ts";
import { Task } from "./task.ts";

const timeouts = {
  react: Duration.seconds(60),
  count: Duration.minutes(5),
  timer: Duration.seconds(30),
  send: Duration.seconds(60),
  receipts: Duration.seconds(30),
  sweep: Duration.minutes(14),
};

/** The queues between what happens and the functions that act on it. */
export interface Queues {
  readonly timers: WorkQueue;
  readonly deadlineLetters: WorkQueue;
  readonly bulletins: WorkQueue;
  readonly receipts: WorkQueue;
  readonly sweep: WorkQueue;
}

/**
 * Makes the queues, each fit for the function that reads it. Nothing in them is urgent to the second. Their failed
 * messages share one queue.
 */
export const createQueues = (scope: Construct, deadLetters: Queue): Queues => {
  const queue = (id: string, readerTimeout: Duration, waits: number, attempts = 5) =>
    new WorkQueue(scope, id, { readerTimeout, gathers: Duration.seconds(waits), attempts, deadLetters });
  return {
    timers: queue("TimersQueue", timeouts.timer, 1),
    deadlineLetters: queue("DeadlineLettersQueue", timeouts.send, 1),
    bulletins: queue("BulletinsQueue", timeouts.send, 1),
    receipts: queue("ReceiptsQueue", timeouts.receipts, 5),
    sweep: queue("SweepQueue", timeouts.sweep, 0, 3),
  };
};

export interface TaskParts {
  readonly kept: StatefulStack;
  readonly queues: Queues;
  readonly clock: TimerSchedules;
  /** The address of the API. */
  readonly apiUrl: string;
}

const sendsDeadlineLetters = ({ deadlineLetters }: Queues): Need =>
  sendsTo(deadlineLetters.queue, "DEADLINE_LETTERS_QUEUE_URL");
const sendsBulletins = ({ bulletins }: Queues): Need => sendsTo(bulletins.queue, "BULLETINS_QUEUE_URL");
const keepsUsers = ({ identity }: StatefulStack): Need =>
  keepsAccounts(
    identity.pool,
    "AdminCreateUser",
    "AdminDeleteUser",
    "AdminDisableUser",
    "AdminEnableUser",
    "AdminGetUser",
    "AdminSetUserPassword",
    "AdminUserGlobalSignOut",
  );

const createReact = (scope: Construct, context: StackContext, { kept, queues, clock }: TaskParts): Task => {
  const { records, journal, letters } = kept.tables;
  return new Task(scope, "React", context, {
    bundle: "react",
    description: "Turns facts of the journal into letters, timers, accounts and started reviews",
    on: [{ stream: journal, batchSize: 25 }],
    needs: [
      // A start, or its undoing, of a group is checked with each of its reviews; pages of an import go once it is
      // applied.
      uses(records, "read", "PutItem", "DeleteItem", "ConditionCheckItem"),
      countsUse(records),
      queries(records, "byKind", "byParty"),
      uses(journal, "PutItem"),
      // A status paper counts the whole journal.
      queries(journal, "own keys", "feed"),
      // The texts of letters about an erased person, and the address that each was sent to.
      uses(letters, "read", "PutItem", "DeleteItem"),
      queries(letters, "byParty", "bySubject"),
      armsTimers(clock, "DeleteSchedule"),
      sendsDeadlineLetters(queues),
      keepsUsers(kept),
      unsuppressesAddresses(),
    ],
    timeout: timeouts.react,
    memory: 1024,
    impact: "Decisions have no effect: no invitations, no letters, no reminders armed, started groups do not proceed.",
    watches: reactWatches,
  });
};

const createCount = (scope: Construct, context: StackContext, { kept }: TaskParts): Task => {
  const { records, journal } = kept.tables;
  return new Task(scope, "Count", context, {
    bundle: "count",
    description: "Counts what changed in reviews and parties, so that a report need not read the journal",
    // What happened together is counted together: a start of a group changes the same sums sixty times.
    on: [{ stream: journal, batchSize: 100, gathers: Duration.seconds(2) }],
    needs: [uses(records, "read", "PutItem"), queries(records, "own keys"), queries(journal, "own keys")],
    timeout: timeouts.count,
    memory: 1024,
    impact:
      "Statistics and figures of the status paper lack what was recorded last, until the nightly sweep counts it.",
  });
};

const createTimer = (scope: Construct, context: StackContext, { kept, queues, clock }: TaskParts): Task => {
  const { records, journal, letters } = kept.tables;
  return new Task(scope, "Timer", context, {
    bundle: "timer",
    description:
      "A deadline fires: if it is still due, plans the letters and arms the next reminder; plans the pages of bulletins",
    on: [
      {
        queue: queues.timers,
        name: "Timers",
        batchSize: 10,
        readers: queueReaders.timers,
        backlog: Duration.minutes(30),
      },
    ],
    needs: [
      uses(records, "read", "PutItem"),
      queries(records, "byParty"),
      uses(journal, "PutItem"),
      uses(letters, "read", "PutItem"),
      queries(letters, "bySubject"),
      armsTimers(clock),
      sendsDeadlineLetters(queues),
      sendsBulletins(queues),
    ],
    timeout: timeouts.timer,
    memory: 512,
    impact: "Permanent missions are not reminded of their deadlines, and bulletins are not sent.",
  });
};

const createSend = (scope: Construct, context: StackContext, { kept, queues, clock }: TaskParts): Task => {
  const { records, letters } = kept.tables;
  const send = new Task(scope, "Send", context, {
    bundle: "send",
    description: "Claims, composes, sends and records letters",
    on: [
      {
        queue: queues.deadlineLetters,
        name: "DeadlineLetters",
        batchSize: 10,
        readers: queueReaders.deadlineLetters,
        backlog: Duration.hours(1),
      },
      {
        queue: queues.bulletins,
        name: "Bulletins",
        batchSize: 10,
        readers: queueReaders.bulletins,
        backlog: Duration.hours(6),
      },
    ],
    needs: [
      uses(records, "read", "ConditionCheckItem"),
      queries(records, "byParty", "byDue"),
      uses(letters, "read", "PutItem"),
      queries(letters, "byParty"),
      sendsMail(kept.mail, context.stage),
      sendsDeadlineLetters(queues),
      sendsBulletins(queues),
      firesTimers(clock),
    ],
    timeout: timeouts.send,
    // Ten letters at a time: with half of it, a sender is so short of processor time that it misses slots.
    memory: 1024,
    impact: "Permanent missions do not learn of their deadlines: letters are planned but do not leave.",
    watches: sendWatches,
  });
  context.shared.report("LettersPostponed", send, "LettersPostponed", {
    sign: "LETTER_POSTPONED",
    impact: "No permanent mission is reminded of anything: the mail service takes no letters, and they wait.",
    runbook: "send",
  });
  watchLateLetters(send, context);
  return send;
};

const createReceipts = (scope: Construct, context: StackContext, { kept, queues, clock }: TaskParts): Task => {
  const { records, letters } = kept.tables;
  return new Task(scope, "Receipts", context, {
    bundle: "receipts",
    description: "Moves letters forward by what the mail service reports",
    on: [
      {
        queue: queues.receipts,
        name: "Receipts",
        batchSize: 10,
        readers: queueReaders.receipts,
        backlog: Duration.hours(1),
      },
    ],
    needs: [uses(records, "read"), uses(letters, "read", "PutItem"), sendsDeadlineLetters(queues), firesTimers(clock)],
    timeout: timeouts.receipts,
    memory: 512,
    impact: "Bounced letters appear as delivered; a party that was never reached stays unnoticed.",
    watches: receiptsWatches,
  });
};

const watchSilence = (sweep: Task, context: StackContext): void => {
  createAlarm(sweep, "Silent", context, {
    // An hour without a sweep has no data; CloudWatch gives up after some such hours.
    metric: sweep.lambda.metricInvocations({ period: Duration.hours(1) }),
    threshold: 1,
    silence: true,
    impact: "The hourly sweep has not run for some hours: what was lost meanwhile is not repaired.",
    runbook: "sweep",
  });
};

const watchWaitingLetters = (sweep: Task, context: StackContext): void => {
  createAlarm(sweep, "LettersWaiting", context, {
    metric: ownMetric(context.stage, "oldestWaitingLetter", { statistic: "Maximum", period: Duration.hours(1) }),
    threshold: Duration.hours(1).toSeconds(),
    // Without data, no sweep runs (Silent), or it fails (Sweep dead letters).
    keepsState: true,
    impact: "A permanent mission has not got a letter about a deadline more than an hour after its time.",
    runbook: "send",
  });
};

/** The objective is 99.9 per cent (domain/policy/letters.ts), which may be reached. */
const punctualShare = 0.999;

const watchLateLetters = (send: Task, context: StackContext): void => {
  createAlarm(send, "LettersLate", context, {
    metric: punctualLetters(context.stage, Duration.days(1)),
    threshold: punctualShare,
    belowThreshold: true,
    impact: "Permanent missions got letters that were due at nine more than an hour later, or not at all.",
    runbook: "send",
  });
};

const createSweep = (scope: Construct, context: StackContext, { kept, queues, clock, apiUrl }: TaskParts): Task => {
  const { records, journal, letters } = kept.tables;
  const sweep = new Task(scope, "Sweep", context, {
    bundle: "sweep",
    description: "Makes schedules, queues and ledger equal what the tables say",
    on: [{ queue: queues.sweep, name: "Sweep", batchSize: 1, readers: queueReaders.sweep, backlog: Duration.hours(2) }],
    needs: [
      // Data that is past its retention, and data about an erased person, may be anywhere in the tables.
      uses(records, "read", "PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem", "Scan"),
      // Own keys: sums of what is counted.
      queries(records, "own keys", "byKind", "byStage", "byDue", "byList", "byReview"),
      uses(journal, "PutItem", "Scan"),
      queries(journal, "own keys", "feed"),
      uses(letters, "read", "PutItem", "DeleteItem", "Scan"),
      queries(letters, "byState", "byParty", "bySubject"),
      armsTimers(clock, "DeleteSchedule"),
      listsSchedules(clock),
      sendsDeadlineLetters(queues),
      sendsBulletins(queues),
      // A full sweep that exceeds one run continues in another.
      sendsTo(queues.sweep.queue, "SWEEP_QUEUE_URL"),
      keepsUsers(kept),
      checksMailAccount(kept.mail),
      ...checksTables([records, journal, letters], context.stage),
      unsuppressesAddresses(),
      ...runsCanary(kept.identity, context, apiUrl),
    ],
    timeout: timeouts.sweep,
    memory: 1024,
    impact: "What was lost stays lost: reminders that were never armed, letters that were never sent.",
    watches: sweepWatches(context.stage),
  });
  watchSilence(sweep, context);
  watchCanary(sweep, kept.identity, context);
  watchWaitingLetters(sweep, context);
  return sweep;
};

/** Creates the functions without a caller, from a fact in the journal to a letter and its result. */
export const createTasks = (scope: Construct, context: StackContext, parts: TaskParts): readonly Task[] =>
  [createReact, createCount, createTimer, createSend, createReceipts, createSweep].map((create) =>
    create(scope, context, parts),
  );
