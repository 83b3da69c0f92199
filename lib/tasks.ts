import { Duration } from "aws-cdk-lib";
import { Metric, Unit } from "aws-cdk-lib/aws-cloudwatch";
import type { Construct } from "constructs";
import { metricNamespace, metrics } from "../schemas/model/metrics.ts";
import { createAlarm } from "./alarm.ts";
import type { LogWatch } from "./function.ts";
import type { StackContext } from "./stack-context.ts";
import {
  type TimerSchedules,
  armsTimers,
  checksMailAccount,
  keepsAccounts,
  listsSchedules,
  type Need,
  queries,
  releasesAddresses,
  firesTimers,
  sendsMail,
  sendsTo,
  uses,
} from "./needs.ts";
import { WorkQueue } from "./queue.ts";
import type { StatefulStack } from "./stateful-stack.ts";
import { Task } from "./task.ts";

const timeouts = {
  react: Duration.seconds(60),
  timer: Duration.seconds(30),
  send: Duration.seconds(60),
  receipts: Duration.seconds(30),
  sweep: Duration.minutes(14),
};

/** What both who sends and who learns of failures may find. */
const nobodyReachable = {
  id: "NobodyReachable",
  terms: ["NOBODY_REACHABLE"],
  threshold: 1,
  impact: "A permanent mission or a person gets no letters at all: no address is left at which they arrive.",
} as const satisfies LogWatch;

/** The queues between what happens and the functions that act on it. */
export interface Queues {
  readonly timers: WorkQueue;
  readonly deadlineLetters: WorkQueue;
  readonly bulletins: WorkQueue;
  readonly receipts: WorkQueue;
  readonly sweep: WorkQueue;
}

/** Makes the queues, each fit for the function that reads it. Nothing in them is urgent to the second. */
export const createQueues = (scope: Construct): Queues => {
  const queue = (id: string, readerTimeout: Duration, waits: number, attempts = 5) =>
    new WorkQueue(scope, id, { readerTimeout, gathers: Duration.seconds(waits), attempts });
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
}

/** The functions that work on their own, from a fact in the journal to a letter and what became of it. */
export const createTasks = (
  scope: Construct,
  context: StackContext,
  { kept, queues, clock }: TaskParts,
): readonly Task[] => {
  const { records, journal, letters } = kept.tables;
  const deadlineQueue = (): Need => sendsTo(queues.deadlineLetters.queue, "DEADLINE_LETTERS_QUEUE_URL");
  const bulletinsQueue = (): Need => sendsTo(queues.bulletins.queue, "BULLETINS_QUEUE_URL");
  const accounts = (): Need =>
    keepsAccounts(kept.identity.pool, "AdminCreateUser", "AdminGetUser", "AdminSetUserPassword");

  const react = new Task(scope, "React", context, {
    bundle: "react",
    description: "Turns facts of the journal into letters, timers, accounts and started reviews",
    on: [{ stream: journal, batchSize: 25 }],
    needs: [
      uses(records, "read", "PutItem"),
      queries(records, "byParty"),
      uses(journal, "PutItem"),
      queries(journal, "own keys"),
      uses(letters, "read", "PutItem"),
      armsTimers(clock, "DeleteSchedule"),
      deadlineQueue(),
      accounts(),
      releasesAddresses(),
    ],
    timeout: timeouts.react,
    memory: 1024,
    impact: "Decisions have no effect: no invitations, no letters, no reminders armed, started groups stand still.",
    watches: [
      {
        id: "BulletinStopped",
        terms: ["BULLETIN_STOPPED"],
        threshold: 1,
        impact: "A bulletin stands still, and part of its recipients will not get it: too many of its letters bounced.",
      },
    ],
  });
  const timer = new Task(scope, "Timer", context, {
    bundle: "timer",
    description:
      "A deadline fires: if it is still due, plans the letters and arms the next reminder; plans the pages of bulletins",
    on: [{ queue: queues.timers, name: "Timers", batchSize: 10, backlog: Duration.minutes(30) }],
    needs: [
      uses(records, "read", "PutItem"),
      queries(records, "byParty"),
      uses(journal, "PutItem"),
      uses(letters, "read", "PutItem"),
      queries(letters, "bySubject"),
      armsTimers(clock),
      deadlineQueue(),
      bulletinsQueue(),
    ],
    timeout: timeouts.timer,
    memory: 512,
    impact: "Permanent missions are not reminded of their deadlines, and bulletins are not sent.",
  });
  const send = new Task(scope, "Send", context, {
    bundle: "send",
    description: "Claims, composes, sends and records letters",
    on: [
      { queue: queues.deadlineLetters, name: "DeadlineLetters", batchSize: 10, readers: 5, backlog: Duration.hours(1) },
      { queue: queues.bulletins, name: "Bulletins", batchSize: 10, readers: 2, backlog: Duration.hours(6) },
    ],
    needs: [
      uses(records, "read", "ConditionCheckItem"),
      queries(records, "byParty", "byDue"),
      uses(letters, "read", "PutItem"),
      queries(letters, "byParty"),
      sendsMail(kept.mail, context.stage),
      deadlineQueue(),
      bulletinsQueue(),
    ],
    timeout: timeouts.send,
    memory: 512,
    impact: "Permanent missions do not learn of their deadlines: letters are planned but do not leave.",
    watches: [
      {
        id: "QuotaUsedUp",
        terms: ["MAIL_QUOTA_USED_UP"],
        threshold: 1,
        impact: "The mail service takes no more letters today: they wait, and leave when it does.",
      },
      {
        id: "LettersPostponed",
        terms: ["LETTER_POSTPONED"],
        // Waiting mends these; a quota has an alarm of its own, and so have letters that wait for long.
        without: ["throttled", "quota", "no-slot"],
        threshold: 1,
        // A letter that is put back is tried again within a quarter of an hour.
        within: Duration.minutes(30),
        impact: "No permanent mission is reminded of anything: the mail service takes no letters, and they wait.",
      },
      {
        id: "LettersFailed",
        terms: ["LETTER_MOVED", "failed"],
        threshold: 1,
        impact: "A letter will never leave: the mail service refused it, or it could not be written.",
      },
      {
        id: "LettersUnknown",
        terms: ["LETTER_FOR_A_PERSON"],
        threshold: 1,
        impact: "Nobody knows whether a permanent mission was reminded, and nothing more is sent to it by itself.",
      },
      nobodyReachable,
    ],
  });
  const receipts = new Task(scope, "Receipts", context, {
    bundle: "receipts",
    description: "Moves letters forward by what the mail service reports",
    on: [{ queue: queues.receipts, name: "Receipts", batchSize: 10, backlog: Duration.hours(1) }],
    needs: [uses(records, "read"), uses(letters, "read", "PutItem"), deadlineQueue(), firesTimers(clock)],
    timeout: timeouts.receipts,
    memory: 512,
    impact: "Bounced letters look as if they had arrived; a party that was never reached stays unnoticed.",
    watches: [nobodyReachable],
  });
  const sweep = new Task(scope, "Sweep", context, {
    bundle: "sweep",
    description: "Makes schedules, queues and ledger equal what the tables say",
    on: [{ queue: queues.sweep, name: "Sweep", batchSize: 1, readers: 2, backlog: Duration.hours(2) }],
    needs: [
      uses(records, "read", "PutItem"),
      queries(records, "byKind", "byDue"),
      uses(journal, "PutItem"),
      queries(journal, "own keys", "feed"),
      uses(letters, "read", "PutItem"),
      queries(letters, "byState", "bySubject"),
      armsTimers(clock, "DeleteSchedule"),
      listsSchedules(clock),
      deadlineQueue(),
      bulletinsQueue(),
      accounts(),
      checksMailAccount(kept.mail),
      releasesAddresses(),
    ],
    timeout: timeouts.sweep,
    memory: 1024,
    impact: "What was lost stays lost: reminders that were never armed, letters that were never sent.",
    watches: [
      {
        id: "JournalBroken",
        terms: ["JOURNAL_BROKEN"],
        threshold: 1,
        impact: "The record of a review can no longer be proved: its journal is broken or does not match its state.",
      },
      {
        id: "BulletinBroken",
        terms: ["BULLETIN_BROKEN"],
        threshold: 1,
        impact: "Somebody whom a bulletin was for has no letter of it, or somebody else has one.",
      },
      {
        id: "RowUnreadable",
        terms: ["ROW_UNREADABLE"],
        threshold: 1,
        // Read every hour, by a round that may begin late.
        within: Duration.hours(2),
        impact: "Whom a damaged row is about may not be reminded, told or invited, until it is mended.",
      },
      {
        id: "MailAccountClosed",
        terms: ["MAIL_ACCOUNT_CLOSED"],
        // Other stages may stay in it: an alarm that is always on would hide that the account was paused.
        without: context.stage.name === "prod" ? [] : ["sandbox"],
        threshold: 1,
        // Looked at every hour, by a round that may begin late.
        within: Duration.hours(2),
        impact: "Permanent missions will not be reminded: the mail service sends nothing for this account.",
        runbook: "send",
      },
    ],
  });
  const silent = createAlarm(sweep, "Silent", context, {
    metric: sweep.lambda.metricInvocations({ period: Duration.hours(1) }),
    threshold: 1,
    periods: 3,
    silence: true,
    impact: "The hourly round has not run for three hours: what was lost meanwhile is not repaired.",
    runbook: "sweep",
  });
  const { name } = metrics.oldestWaitingLetter;
  const waiting = createAlarm(sweep, "LettersWaiting", context, {
    metric: new Metric({
      namespace: metricNamespace(context.stage.name),
      metricName: name,
      unit: Unit.SECONDS,
      statistic: "Maximum",
      period: Duration.hours(1),
    }),
    threshold: Duration.hours(1).toSeconds(),
    // Where nothing is measured, no round runs (Silent), or it fails (Sweep dead letters).
    keepsState: true,
    impact: "A permanent mission has not got a letter about a deadline more than an hour after its time.",
    runbook: "send",
  });
  sweep.alarms.push(silent, waiting);
  return [react, timer, send, receipts, sweep];
};
