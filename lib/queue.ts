import { Duration } from "aws-cdk-lib";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";

const encryptionAtRest = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true } as const;

/** Creates a queue for failed messages: encrypted, TLS only, kept for 14 days, checked by a person. */
export const deadLetterQueue = (scope: Construct, id: string): Queue =>
  new Queue(scope, id, { ...encryptionAtRest, retentionPeriod: Duration.days(14) });

export interface StackQueueProps {
  /**
   * The timeout of the function that reads it. A message is hidden six times as long, plus its time of waiting for a
   * batch.
   */
  readonly readerTimeout: Duration;
  /** The time that a first message waits for others of its batch: a fuller batch needs fewer calls. */
  readonly gathers: Duration;
  /** Deliveries before a message moves to the dead-letter queue. */
  readonly attempts: number;
  readonly deadLetters: Queue;
}

/** A queue of work, whose failed messages move to a dead-letter queue: encrypted, TLS only. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly gathers: Duration;

  constructor(scope: Construct, id: string, props: StackQueueProps) {
    super(scope, id);
    this.gathers = props.gathers;
    this.queue = new Queue(this, "Queue", {
      ...encryptionAtRest,
      retentionPeriod: Duration.days(4),
      visibilityTimeout: Duration.seconds(6 * props.readerTimeout.toSeconds() + props.gathers.toSeconds()),
      deadLetterQueue: { queue: props.deadLetters, maxReceiveCount: props.attempts },
    });
  }
}
