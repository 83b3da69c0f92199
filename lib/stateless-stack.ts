import { CfnOutput, Duration, Stack } from "aws-cdk-lib";
import { AlarmRule, AlarmState, CompositeAlarm } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { Code } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { alarmText, houseAlarm } from "./alarm.ts";
import { AlarmTopic } from "./alarm-topic.ts";
import { Api, type ApiFunction, type Route } from "./api.ts";
import { HouseFunction } from "./function.ts";
import type { House } from "./house.ts";
import { armsAlarms, keepsAccounts, listsSchedules, type Need, sendsMail, sendsTo, uses } from "./needs.ts";
import { HouseQueue } from "./queue.ts";
import { Receipts } from "./receipts.ts";
import { Clock, Rounds } from "./schedules.ts";
import type { Stage } from "./stage.ts";
import type { StatefulStack } from "./stateful-stack.ts";
import { Task } from "./task.ts";

export interface StatelessStackProps {
  readonly stage: Stage;
  readonly bundles: Code;
  readonly routes: readonly Route[];
  readonly kept: StatefulStack;
}

const timeouts = {
  api: Duration.seconds(15),
  react: Duration.seconds(60),
  alarm: Duration.seconds(30),
  send: Duration.seconds(60),
  receipts: Duration.seconds(30),
  sweep: Duration.minutes(14),
};

/** What works on the tables: functions, queues, schedules, the API and the alarms. May be deleted and made again. */
export class StatelessStack extends Stack {
  constructor(scope: Construct, props: StatelessStackProps) {
    const { stage, bundles, routes, kept } = props;
    super(scope, `review-mechanism-${stage.name}-stateless`, {
      description: "Review mechanism: functions, queues, schedules, HTTP API, alarms",
      terminationProtection: stage.retain,
    });
    const { topic } = new AlarmTopic(this, "Alarms", { stage, bundles });
    const house: House = { stage, bundles, alarms: topic };
    const { records, journal, letters } = kept.tables;
    const { pool } = kept.identity;

    const queue = (name: string, readerTimeout: Duration, attempts = 5) =>
      new HouseQueue(this, name, { readerTimeout, attempts });
    const alarms = queue("AlarmsQueue", timeouts.alarm);
    const deadlineLetters = queue("DeadlineLettersQueue", timeouts.send);
    const bulletins = queue("BulletinsQueue", timeouts.send);
    const receipts = queue("ReceiptsQueue", timeouts.receipts);
    const sweep = queue("SweepQueue", timeouts.sweep, 3);

    const clock = new Clock(this, "Clock", house, alarms.queue);
    const rounds = new Rounds(this, "Rounds", house, sweep.queue);
    new Receipts(this, "MailReceipts", house, kept.mail, receipts.queue);
    const deadlineQueue = () => sendsTo(deadlineLetters.queue, "DEADLINE_LETTERS_QUEUE_URL");

    const answers = (id: string, bundle: ApiFunction, impact: string, needs: readonly Need[]) =>
      new HouseFunction(this, id, house, {
        bundle,
        description: `Answers HTTP: ${bundle}`,
        impact,
        needs,
        timeout: timeouts.api,
        memory: 1024,
        runbook: "api",
      });
    const commands = (...onJournal: readonly "Query"[]): readonly Need[] => [
      uses(records, "GetItem", "BatchGetItem", "Query", "PutItem", "ConditionCheckItem"),
      uses(journal, "PutItem", ...onJournal),
      uses(letters, "GetItem", "Query"),
    ];
    const functions = {
      "public-api": answers(
        "PublicApi",
        "public-api",
        "The public sees neither pairings nor country profiles, and nobody the API reference.",
        [uses(records, "GetItem", "BatchGetItem", "Query")],
      ),
      "review-api": answers(
        "ReviewApi",
        "review-api",
        "Permanent missions, focal points and experts cannot read or act in their reviews.",
        commands(),
      ),
      "secretariat-api": answers(
        "SecretariatApi",
        "secretariat-api",
        "The secretariat cannot start groups, record what happened, or see who is overdue.",
        commands("Query"),
      ),
    };
    const api = new Api(this, "Api", house, {
      identity: kept.identity,
      routes,
      functions,
      impact: "Parties and the secretariat cannot work with the system.",
    });

    const tasks = [
      new Task(this, "React", house, {
        bundle: "react",
        description: "Turns facts of the journal into letters, alarms, accounts and started reviews",
        on: [{ stream: journal, batchSize: 25 }],
        needs: [
          uses(records, "GetItem", "BatchGetItem", "Query", "PutItem", "ConditionCheckItem"),
          uses(journal, "PutItem"),
          uses(letters, "GetItem", "PutItem"),
          armsAlarms(clock, "DeleteSchedule"),
          deadlineQueue(),
          keepsAccounts(pool, "AdminCreateUser", "AdminGetUser", "AdminSetUserPassword"),
        ],
        timeout: timeouts.react,
        memory: 1024,
        impact: "Decisions have no effect: no invitations, no letters, no reminders armed, started groups stand still.",
      }),
      new Task(this, "Alarm", house, {
        bundle: "alarm",
        description: "A deadline fires: if it is still due, plans the letters and arms the next reminder",
        on: [{ queue: alarms, name: "Alarms", batchSize: 10, backlog: Duration.minutes(30) }],
        needs: [
          uses(records, "GetItem", "BatchGetItem", "Query"),
          uses(letters, "GetItem", "PutItem"),
          armsAlarms(clock),
          deadlineQueue(),
        ],
        timeout: timeouts.alarm,
        memory: 512,
        impact: "Permanent missions are not reminded of their deadlines.",
      }),
      new Task(this, "Send", house, {
        bundle: "send",
        description: "Claims, composes, sends and records letters",
        on: [
          { queue: deadlineLetters, name: "DeadlineLetters", batchSize: 10, readers: 5, backlog: Duration.hours(1) },
          { queue: bulletins, name: "Bulletins", batchSize: 10, readers: 2, backlog: Duration.hours(6) },
        ],
        needs: [
          uses(records, "GetItem", "BatchGetItem", "Query", "ConditionCheckItem"),
          uses(letters, "GetItem", "PutItem"),
          sendsMail(kept.mail, stage),
          deadlineQueue(),
        ],
        timeout: timeouts.send,
        memory: 512,
        impact: "Permanent missions do not learn of their deadlines: letters are planned but do not leave.",
        watches: [
          {
            id: "LettersFailed",
            terms: ["LETTER_MOVED", "failed"],
            threshold: 1,
            impact: "A letter will never leave: the mail service refused it, or it could not be written.",
          },
        ],
      }),
      new Task(this, "Receipts", house, {
        bundle: "receipts",
        description: "Moves letters forward by what the mail service reports",
        on: [{ queue: receipts, name: "Receipts", batchSize: 10, backlog: Duration.hours(1) }],
        needs: [uses(letters, "GetItem", "PutItem")],
        timeout: timeouts.receipts,
        memory: 512,
        impact: "Bounced letters look as if they had arrived; a party that was never reached stays unnoticed.",
      }),
      new Task(this, "Sweep", house, {
        bundle: "sweep",
        description: "Makes schedules, queues and ledger equal what the tables say",
        on: [{ queue: sweep, name: "Sweep", batchSize: 1, readers: 2, backlog: Duration.hours(2) }],
        needs: [
          uses(records, "GetItem", "BatchGetItem", "Query", "PutItem", "ConditionCheckItem"),
          uses(journal, "PutItem", "Query"),
          uses(letters, "GetItem", "BatchGetItem", "Query", "PutItem"),
          armsAlarms(clock, "DeleteSchedule"),
          listsSchedules(clock),
          deadlineQueue(),
          keepsAccounts(pool, "AdminCreateUser", "AdminGetUser", "AdminSetUserPassword"),
          keepsAccounts(pool, "AdminCreateUser", "AdminGetUser", "AdminSetUserPassword"),
        ],
        timeout: timeouts.sweep,
        memory: 1024,
        impact: "What was lost stays lost: reminders that were never armed, letters that were never sent.",
        watches: [
          {
            id: "JournalBroken",
            terms: ["JOURNAL_BROKEN"],
            threshold: 1,
            impact:
              "The record of a review can no longer be proved: its journal is broken or does not match its state.",
          },
        ],
      }),
    ];
    const sweeping = tasks.find((task) => task.runbook === "sweep");
    if (sweeping !== undefined) {
      houseAlarm(sweeping, "Silent", house, {
        metric: sweeping.lambda.metricInvocations({ period: Duration.hours(1) }),
        threshold: 1,
        periods: 3,
        silence: true,
        impact: "The hourly round has not run for three hours: what was lost meanwhile is not repaired.",
        runbook: "sweep",
      });
    }

    const remindersAtRisk = tasks.flatMap((task) => task.alarms).concat(clock.alarms, rounds.alarms);
    const composite = new CompositeAlarm(this, "RemindersAtRisk", {
      alarmRule: AlarmRule.anyOf(...remindersAtRisk.map((alarm) => AlarmRule.fromAlarm(alarm, AlarmState.ALARM))),
      alarmDescription: alarmText(
        "At least one part of the way from a deadline to a letter is broken.",
        "reminders",
        "RemindersAtRisk",
      ),
    });
    composite.addAlarmAction(new SnsAction(topic));

    new CfnOutput(this, "ApiUrl", { value: api.url });
    new CfnOutput(this, "AlarmTopicArn", { value: topic.topicArn });
  }
}
