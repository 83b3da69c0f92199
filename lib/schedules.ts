import { Aws, Duration, RemovalPolicy, TimeZone } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Schedule, ScheduleExpression, ScheduleGroup, ScheduleTargetInput } from "aws-cdk-lib/aws-scheduler";
import { SqsSendMessage } from "aws-cdk-lib/aws-scheduler-targets";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { createAlarm } from "./alarm.ts";
import type { StackContext } from "./stack-context.ts";
import type { TimerSchedules } from "./needs.ts";

const schedulerRole = (scope: Construct, id: string, group: ScheduleGroup, description: string): Role =>
  new Role(scope, id, {
    description,
    assumedBy: new ServicePrincipal("scheduler.amazonaws.com", {
      conditions: {
        StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID },
        ArnEquals: { "aws:SourceArn": group.scheduleGroupArn },
      },
    }),
  });

/** The name of the group that holds one schedule per armed reminder. */
export const reminderGroup = (stage: string): string => `review-mechanism-${stage}-reminders`;

/**
 * The timers of the deadlines: a group that holds one schedule per armed reminder, and the role that lets them
 * put a message on the timers queue and nothing else. Schedules are derived from the tables; the group may be lost.
 */
export class Clock extends Construct implements TimerSchedules {
  readonly group: ScheduleGroup;
  readonly queue: Queue;
  readonly role: Role;

  constructor(scope: Construct, id: string, context: StackContext, queue: Queue) {
    super(scope, id);
    this.queue = queue;
    this.group = new ScheduleGroup(this, "Reminders", {
      scheduleGroupName: reminderGroup(context.stage.name),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = schedulerRole(this, "Role", this.group, "Lets armed reminders put a message on the timers queue");
    this.role.addToPolicy(new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [queue.queueArn] }));

    const alarm = {
      threshold: 1,
      impact:
        "Reminders that were due did not go off; permanent missions hear of their deadlines late, after the sweep.",
      runbook: "schedules",
    };
    const every5 = { period: Duration.minutes(5) };
    createAlarm(this, "RemindersNotDelivered", context, { ...alarm, metric: this.group.metricTargetErrors(every5) });
    createAlarm(this, "RemindersDropped", context, { ...alarm, metric: this.group.metricDropped(every5) });
    createAlarm(this, "RemindersThrottled", context, { ...alarm, metric: this.group.metricThrottled(every5) });
  }
}

/**
 * The schedules of the sweep: hourly, at nine in Vienna, and at night at three there; in a group separate from
 * reminders.
 */
export class SweepSchedules extends Construct {
  constructor(scope: Construct, id: string, context: StackContext, queue: Queue) {
    super(scope, id);
    const group = new ScheduleGroup(this, "Group", { removalPolicy: RemovalPolicy.DESTROY });
    const role = schedulerRole(this, "Role", group, "Lets the sweeps put a message on the sweep queue");
    const scheduleSweep = (
      name: string,
      schedule: ScheduleExpression,
      depth: "morning" | "hourly" | "nightly",
      description: string,
    ) =>
      new Schedule(this, name, {
        schedule,
        description,
        scheduleGroup: group,
        target: new SqsSendMessage(queue, {
          role,
          deadLetterQueue: context.shared.queues.PutAside,
          input: ScheduleTargetInput.fromObject({ depth }),
          maxEventAge: Duration.hours(1),
          retryAttempts: 10,
        }),
      });
    scheduleSweep(
      "Hourly",
      ScheduleExpression.cron({ minute: "17", timeZone: TimeZone.ETC_UTC }),
      "hourly",
      "Makes schedules, queues and ledger equal what the tables say",
    );
    scheduleSweep(
      "Morning",
      ScheduleExpression.cron({ minute: "0", hour: "9", timeZone: TimeZone.EUROPE_VIENNA }),
      "morning",
      "Sends the secretariat its daily list",
    );
    scheduleSweep(
      "Nightly",
      ScheduleExpression.cron({ minute: "5", hour: "3", timeZone: TimeZone.EUROPE_VIENNA }),
      "nightly",
      "Checks what changed, and within four weeks everything that can be checked",
    );

    context.shared.report("PutAside", this, "SweepsMissed", {
      sign: "sweeps",
      impact: "A scheduled sweep did not run; failures since the last one are not repaired.",
      runbook: "schedules",
    });
  }
}
