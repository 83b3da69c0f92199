import { CfnOutput, Stack } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { AlarmStack } from "./alarm-stack.ts";
import { AlarmTopic } from "./alarm-topic.ts";
import { apiFunctions } from "./api-functions.ts";
import { Api } from "./api.ts";
import type { Route } from "./gateway-routes.ts";
import { MonthlyBudget } from "./budget.ts";
import { Capacity } from "./capacity.ts";
import type { StackContext } from "./stack-context.ts";
import { StageDashboard } from "./dashboard.ts";
import { Edge } from "./edge.ts";
import { deadLetterQueue } from "./queue.ts";
import { Receipts } from "./receipts.ts";
import { shiftGradually } from "./gradual-shift.ts";
import { Clock, SweepSchedules } from "./schedules.ts";
import { SharedAlarms } from "./shared-alarms.ts";
import { environmentOf, type Stage } from "./stage.ts";
import type { StatefulStack } from "./stateful-stack.ts";
import { createQueues, createTasks } from "./tasks.ts";

export interface StatelessStackProps {
  readonly stage: Stage;
  readonly bundles: StackContext["bundles"];
  readonly routes: readonly Route[];
  readonly kept: StatefulStack;
  /** The ARN of the web ACL of the public routes; no rule where it is left out. */
  readonly webAcl?: string | undefined;
  readonly alarmStack: AlarmStack;
}

/**
 * Resources that work on the tables: functions, queues, schedules and the API. It also fills the stack of alarms. Both
 * may be deleted and deployed again.
 */
export class StatelessStack extends Stack {
  constructor(scope: Construct, { stage, bundles, routes, kept, alarmStack, webAcl }: StatelessStackProps) {
    super(scope, `review-mechanism-${stage.name}-stateless`, {
      description: "Review mechanism: functions, queues, schedules, HTTP API",
      env: environmentOf(stage),
      crossRegionReferences: webAcl !== undefined,
      terminationProtection: stage.retain,
    });
    const { topic: alarms } = new AlarmTopic(this, "Alarms", { stage, alarmStack });
    const asides = {
      DeadLetters: deadLetterQueue(this, "DeadLetters"),
      PutAside: deadLetterQueue(this, "PutAside"),
    };
    const shared = new SharedAlarms({ stage, alarms, alarmStack, queues: asides });
    const context: StackContext = { stage, bundles, alarms, alarmStack, shared };

    const queues = createQueues(this, asides.DeadLetters);
    const clock = new Clock(this, "Clock", context, queues.timers.queue);
    new SweepSchedules(this, "SweepSchedules", context, queues.sweep.queue);
    new Receipts(this, "MailReceipts", context, kept.mail, queues.receipts.queue);
    const functions = apiFunctions(this, context, kept, queues);
    const api = new Api(this, "Api", context, {
      identity: kept.identity,
      routes,
      functions,
      impact: "Parties and the secretariat cannot work with the system.",
    });
    shiftGradually(this, context, { functions: Object.values(functions), alarms: api.alarms });
    const tasks = createTasks(this, context, { kept, queues, clock, apiUrl: api.url });

    new Capacity(this, "Capacity", context, kept);
    new MonthlyBudget(this, "Budget", stage);

    shared.create();

    new StageDashboard(this, "Dashboard", stage, { api: api.stage, tables: kept.tables, queues, asides, tasks });
    new CfnOutput(this, "ApiUrl", { value: api.url });
    // An emulator has no distribution: there the public routes are those of the API.
    if (!stage.emulator)
      new CfnOutput(this, "PublicUrl", {
        value: new Edge(this, "Edge", stage, { apiUrl: api.url, routes, webAcl }).url,
      });
    new CfnOutput(this, "AlarmTopicArn", { value: alarms.topicArn });
  }
}
