import { defined } from "../schemas/base/defined.ts";
import { Duration } from "aws-cdk-lib";
import { SqsDlq, SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import { StartingPosition } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { createAlarm } from "./alarm.ts";
import { AppFunction, type AppFunctionProps } from "./function.ts";
import type { StackContext } from "./stack-context.ts";
import type { WorkQueue } from "./queue.ts";
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
}

/**
 * A function without a caller: a queue, a stream or (through a queue) a schedule triggers it. Every trigger has partial
 * failures, a dead-letter queue, and alarms on both.
 */
export class Task extends AppFunction {
  constructor(scope: Construct, id: string, context: StackContext, props: TaskProps) {
    super(scope, id, context, props);
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
    createAlarm(this, `${trigger.name}Backlog`, context, {
      metric: trigger.queue.queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(5) }),
      threshold: trigger.backlog.toSeconds(),
      impact: props.impact,
      runbook: this.runbook,
    });
    context.shared.report("DeadLetters", this, `${trigger.name}DeadLetters`, {
      sign: trigger.queue.node.id,
      impact: props.impact,
      runbook: this.runbook,
    });
  }

  private readStream(context: StackContext, props: TaskProps, trigger: StreamTrigger): void {
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
      onFailure: new SqsDlq(context.shared.queues.PutAside),
    });
    const reported = { sign: this.node.id, impact: props.impact, runbook: this.runbook };
    context.shared.report("StreamAge", this, "StreamAge", reported);
    context.shared.report("PutAside", this, "PutAsideEntries", reported);
  }
}
