import { defined } from "../schemas/base/defined.ts";
import { Duration } from "aws-cdk-lib";
import { SqsDlq, SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import { StartingPosition } from "aws-cdk-lib/aws-lambda";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { createAlarm } from "./alarm.ts";
import { AppFunction, type AppFunctionProps } from "./function.ts";
import type { StackContext } from "./stack-context.ts";
import { deadLetterQueue, type WorkQueue } from "./queue.ts";
import type { AppTable } from "./tables.ts";

export interface QueueTrigger {
  readonly queue: WorkQueue;
  /** Begins the ids of the alarms of this queue, where a task reads several: `Bulletins` -> `BulletinsBacklog`. */
  readonly name: string;
  readonly batchSize: number;
  /**
   * The maximum number of concurrent readers of this queue: a full queue must not take all executions of the account.
   */
  readonly readers: number;
  /** A message older than this means that the task does not keep up. */
  readonly backlog: Duration;
}

export interface StreamTrigger {
  readonly stream: AppTable;
  readonly batchSize: number;
  /** The time that entries wait for others of their batch; no wait if omitted. */
  readonly gathers?: Duration;
}

export interface TaskProps extends AppFunctionProps {
  readonly on: readonly (QueueTrigger | StreamTrigger)[];
  /** No letter depends on it: its alarms notify separately, and not as reminders at risk. */
  readonly sendsNothing?: true;
}

/**
 * A function without a caller: a queue, a stream or (through a queue) a schedule triggers it. Every trigger has partial
 * failures, a dead-letter queue, and alarms on both.
 */
export class Task extends AppFunction {
  readonly isComposed: boolean;

  constructor(scope: Construct, id: string, context: StackContext, props: TaskProps) {
    super(scope, id, context, { ...props, composed: props.sendsNothing !== true });
    this.isComposed = props.sendsNothing !== true;
    for (const trigger of props.on) {
      if ("queue" in trigger) this.readQueue(context, props, trigger);
      else this.readStream(context, props, trigger);
    }
  }

  private readQueue(context: StackContext, props: TaskProps, trigger: QueueTrigger): void {
    this.alias.addEventSource(
      new SqsEventSource(trigger.queue.queue, {
        batchSize: trigger.batchSize,
        maxBatchingWindow: trigger.queue.gathers,
        reportBatchItemFailures: true,
        maxConcurrency: trigger.readers,
      }),
    );
    this.passing.push(
      createAlarm(this, `${trigger.name}Backlog`, context, {
        composed: this.isComposed,
        metric: trigger.queue.queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(5) }),
        threshold: trigger.backlog.toSeconds(),
        impact: props.impact,
        runbook: this.runbook,
      }),
    );
    this.watchDeadLetters(context, props, `${trigger.name}DeadLetters`, trigger.queue.deadLetters);
  }

  private readStream(context: StackContext, props: TaskProps, trigger: StreamTrigger): void {
    const putAside = deadLetterQueue(this, "PutAside");
    const { table } = trigger.stream;
    if (table.tableStreamArn === undefined) throw new Error(`${table.node.path} has no stream to read`);
    table.grantStreamRead(this.role);
    this.alias.addEventSourceMapping("Stream", {
      eventSourceArn: table.tableStreamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: trigger.batchSize,
      ...defined({ maxBatchingWindow: trigger.gathers }),
      bisectBatchOnError: true,
      retryAttempts: 8,
      maxRecordAge: Duration.hours(6),
      reportBatchItemFailures: true,
      onFailure: new SqsDlq(putAside),
    });
    this.passing.push(
      createAlarm(this, "StreamAge", context, {
        composed: this.isComposed,
        metric: this.lambda.metric("IteratorAge", { statistic: "Maximum", period: Duration.minutes(5) }),
        threshold: Duration.minutes(10).toMilliseconds(),
        impact: props.impact,
        runbook: this.runbook,
      }),
    );
    this.watchDeadLetters(context, props, "PutAsideEntries", putAside);
  }

  private watchDeadLetters(context: StackContext, props: TaskProps, id: string, queue: Queue): void {
    createAlarm(this, id, context, {
      metric: queue.metricApproximateNumberOfMessagesVisible({ statistic: "Maximum", period: Duration.minutes(5) }),
      threshold: 1,
      impact: props.impact,
      runbook: this.runbook,
    });
  }
}
