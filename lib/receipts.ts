import { Duration } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { EventBus, Rule } from "aws-cdk-lib/aws-events";
import { SqsQueue } from "aws-cdk-lib/aws-events-targets";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { createAlarm } from "./alarm.ts";
import type { StackContext } from "./stack-context.ts";
import type { Mail } from "./mail.ts";

/** Delivery reports of the mail service for this stage, from the default event bus to the receipts queue. */
export class Receipts extends Construct {
  constructor(scope: Construct, id: string, context: StackContext, mail: Mail, queue: Queue) {
    super(scope, id);
    const rule = new Rule(this, "MailEvents", {
      description: "What became of letters: sent, delivered, bounced, complained about",
      eventBus: EventBus.fromEventBusName(this, "DefaultBus", "default"),
      eventPattern: {
        source: ["aws.ses"],
        detail: { mail: { tags: { "ses:configuration-set": [mail.configurationSet.configurationSetName] } } },
      },
      targets: [
        new SqsQueue(queue, {
          deadLetterQueue: context.shared.queues.PutAside,
          maxEventAge: Duration.hours(24),
          retryAttempts: 185,
        }),
      ],
    });

    const alarm = {
      impact: "It stays unknown whether letters arrived; bounced letters appear as delivered.",
      runbook: "receipts",
    };
    const reputation = (name: string) =>
      new Metric({
        namespace: "AWS/SES",
        metricName: `Reputation.${name}`,
        statistic: "Maximum",
        period: Duration.minutes(15),
      });
    const harm =
      "The mail service may stop sending for this account; then no permanent mission is reminded of anything.";
    context.shared.report("PutAside", this, "ReceiptsLost", { ...alarm, sign: "mail events" });
    createAlarm(this, "ReceiptsNotDelivered", context, {
      ...alarm,
      metric: new Metric({
        namespace: "AWS/Events",
        metricName: "FailedInvocations",
        dimensionsMap: { RuleName: rule.ruleName },
        statistic: "Sum",
        period: Duration.minutes(5),
      }),
      threshold: 1,
    });
    createAlarm(this, "BounceRate", context, {
      metric: reputation("BounceRate"),
      threshold: 0.05,
      impact: harm,
      runbook: "mail-reputation",
    });
    createAlarm(this, "ComplaintRate", context, {
      metric: reputation("ComplaintRate"),
      threshold: 0.001,
      impact: harm,
      runbook: "mail-reputation",
    });
  }
}
