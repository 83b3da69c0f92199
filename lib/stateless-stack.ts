import { CfnOutput, Stack } from "aws-cdk-lib";
import { AlarmRule, AlarmState, CompositeAlarm } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { Code } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { AlarmTopic } from "./alarm-topic.ts";
import { alarmText } from "./alarm.ts";
import { apiFunctions } from "./api-functions.ts";
import { Api, type Route } from "./api.ts";
import type { House } from "./stack-context.ts";
import { Receipts } from "./receipts.ts";
import { Clock, Rounds } from "./schedules.ts";
import type { Stage } from "./stage.ts";
import type { StatefulStack } from "./stateful-stack.ts";
import { houseQueues, houseTasks } from "./tasks.ts";

export interface StatelessStackProps {
  readonly stage: Stage;
  readonly bundles: Code;
  readonly routes: readonly Route[];
  readonly kept: StatefulStack;
}

/** What works on the tables: functions, queues, schedules, the API and the alarms. May be deleted and made again. */
export class StatelessStack extends Stack {
  constructor(scope: Construct, { stage, bundles, routes, kept }: StatelessStackProps) {
    super(scope, `review-mechanism-${stage.name}-stateless`, {
      description: "Review mechanism: functions, queues, schedules, HTTP API, alarms",
      terminationProtection: stage.retain,
    });
    const { topic } = new AlarmTopic(this, "Alarms", { stage, bundles });
    const house: House = { stage, bundles, alarms: topic };

    const queues = houseQueues(this);
    const clock = new Clock(this, "Clock", house, queues.alarms.queue);
    const rounds = new Rounds(this, "Rounds", house, queues.sweep.queue);
    new Receipts(this, "MailReceipts", house, kept.mail, queues.receipts.queue);
    const api = new Api(this, "Api", house, {
      identity: kept.identity,
      routes,
      functions: apiFunctions(this, house, kept, queues),
      impact: "Parties and the secretariat cannot work with the system.",
    });
    const tasks = houseTasks(this, house, { kept, queues, clock });

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
