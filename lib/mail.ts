import { RemovalPolicy } from "aws-cdk-lib";
import { EventBus } from "aws-cdk-lib/aws-events";
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity as MailIdentity,
  SuppressionReasons,
} from "aws-cdk-lib/aws-ses";
import { Construct } from "constructs";
import type { Stage } from "./stage.ts";

/** One verified domain, one configuration set whose events go to the default event bus. */
export class Mail extends Construct {
  readonly configurationSet: ConfigurationSet;
  readonly identity: EmailIdentity;
  readonly fromName = "Review Mechanism";
  readonly fromAddress: string;
  readonly replyTo: string;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    this.fromAddress = `reviews@${stage.mailDomain}`;
    this.replyTo = `secretariat@${stage.mailDomain}`;
    this.configurationSet = new ConfigurationSet(this, "Letters", {
      reputationMetrics: true,
      // Letters carry names of persons: a mail server that takes them in the clear only gets none, and the letter bounces.
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    this.configurationSet.addEventDestination("Receipts", {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, "DefaultBus", "default")),
      events: [
        EmailSendingEvent.SEND,
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.DELIVERY_DELAY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
      ],
    });
    this.identity = new EmailIdentity(this, "Domain", {
      identity: MailIdentity.domain(stage.mailDomain),
      configurationSet: this.configurationSet,
      mailFromDomain: `bounces.${stage.mailDomain}`,
      feedbackForwarding: false,
    });
    // The verified domain and its signing keys, the names that letters in flight report under: lost with the stack, they
    // take days to have back.
    const kept = stage.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    for (const each of [this.configurationSet, this.identity]) each.applyRemovalPolicy(kept);
  }
}
