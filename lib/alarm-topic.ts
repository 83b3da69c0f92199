import { Aws, Duration } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Subscription, SubscriptionProtocol, Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";
import { createAlarm } from "./alarm.ts";
import type { StackContext } from "./stack-context.ts";
import { deadLetterQueue } from "./queue.ts";

/** The destination of all alarms: a topic, and the mailbox, web address or telephone that the stage names. */
export class AlarmTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, context: Pick<StackContext, "stage" | "alarmStack">) {
    super(scope, id);
    this.topic = new Topic(this, "Topic", {
      displayName: "Review mechanism: something needs a person",
      enforceSSL: true,
    });
    // A topic with a policy of its own has lost the default one, by which alarms of the account may publish.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["sns:Publish"],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
      }),
    );
    const { alarmEmail, alarmWebhook, alarmPhone } = context.stage;
    if (alarmEmail === undefined && alarmWebhook === undefined && alarmPhone === undefined) return;
    const undelivered = deadLetterQueue(this, "Undelivered");
    if (alarmEmail !== undefined)
      this.topic.addSubscription(new EmailSubscription(alarmEmail, { deadLetterQueue: undelivered }));
    // Created directly: CDK's class for telephones omits the queue, and its class for addresses puts the address into
    // its path.
    const ways = {
      Webhook: [SubscriptionProtocol.HTTPS, alarmWebhook],
      Phone: [SubscriptionProtocol.SMS, alarmPhone],
    } as const;
    for (const [name, [protocol, endpoint]] of Object.entries(ways))
      if (endpoint !== undefined)
        new Subscription(this, name, { topic: this.topic, protocol, endpoint, deadLetterQueue: undelivered });
    createAlarm(
      this,
      "AlarmsNotDelivered",
      { ...context, alarms: this.topic },
      {
        metric: undelivered.metricApproximateNumberOfMessagesVisible({
          statistic: "Maximum",
          period: Duration.minutes(5),
        }),
        threshold: 1,
        impact: "Alarms are not delivered: any other failure stays unnoticed.",
        runbook: "alarms",
      },
    );
  }
}
