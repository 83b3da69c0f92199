import { Duration } from "aws-cdk-lib";
import { SqsDlq, SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import { StartingPosition } from "aws-cdk-lib/aws-lambda";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { houseAlarm } from "./alarm.ts";
import { HouseFunction, type HouseFunctionProps } from "./function.ts";
import type { House } from "./stack-context.ts";
import { deadLetterQueue, type HouseQueue } from "./queue.ts";
import type { HouseTable } from "./tables.ts";

export interface QueueTrigger {
  readonly queue: HouseQueue;
  /** Begins the ids of the alarms of this queue, where a task reads several: `Bulletins` -> `BulletinsBacklog`. */
  readonly name: string;
  readonly batchSize: number;
  /** At most so many functions at a time read this queue. */
  readonly readers?: number;
  /** A message older than this means that the task does not keep up. */
  readonly backlog: Duration;
}

export interface StreamTrigger {
  readonly stream: HouseTable;
  readonly batchSize: number;
}

export interface TaskProps extends HouseFunctionProps {
  readonly on: readonly (QueueTrigger | StreamTrigger)[];
}

/**
 * A function that works on its own: what a queue, a stream or (through a queue) a schedule gives it.
 * Every trigger comes with partial failures, a place for what cannot be handled, and alarms on both.
 */
export class Task extends HouseFunction {
  constructor(scope: Construct, id: string, house: House, props: TaskProps) {
    super(scope, id, house, props);
    for (const trigger of props.on) {
      if ("queue" in trigger) this.readQueue(house, props, trigger);
      else this.readStream(house, props, trigger);
    }
  }

  private readQueue(house: House, props: TaskProps, trigger: QueueTrigger): void {
    this.lambda.addEventSource(
      new SqsEventSource(trigger.queue.queue, {
        batchSize: trigger.batchSize,
        maxBatchingWindow: trigger.queue.gathers,
        reportBatchItemFailures: true,
        ...(trigger.readers === undefined ? {} : { maxConcurrency: trigger.readers }),
      }),
    );
    this.alarms.push(
      houseAlarm(this, `${trigger.name}Backlog`, house, {
        metric: trigger.queue.queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(5) }),
        threshold: trigger.backlog.toSeconds(),
        impact: props.impact,
        runbook: this.runbook,
      }),
    );
    this.watchDeadLetters(house, props, `${trigger.name}DeadLetters`, trigger.queue.deadLetters);
  }

  private readStream(house: House, props: TaskProps, trigger: StreamTrigger): void {
    const putAside = deadLetterQueue(this, "PutAside");
    const { table } = trigger.stream;
    if (table.tableStreamArn === undefined) throw new Error(`${table.node.path} has no stream to read`);
    table.grantStreamRead(this.role);
    this.lambda.addEventSourceMapping("Stream", {
      eventSourceArn: table.tableStreamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: trigger.batchSize,
      bisectBatchOnError: true,
      retryAttempts: 8,
      maxRecordAge: Duration.hours(6),
      reportBatchItemFailures: true,
      onFailure: new SqsDlq(putAside),
    });
    this.alarms.push(
      houseAlarm(this, "StreamAge", house, {
        metric: this.lambda.metric("IteratorAge", { statistic: "Maximum", period: Duration.minutes(5) }),
        threshold: Duration.minutes(10).toMilliseconds(),
        impact: props.impact,
        runbook: this.runbook,
      }),
    );
    this.watchDeadLetters(house, props, "PutAsideEntries", putAside);
  }

  private watchDeadLetters(house: House, props: TaskProps, id: string, queue: Queue): void {
    this.alarms.push(
      houseAlarm(this, id, house, {
        metric: queue.metricApproximateNumberOfMessagesVisible({ statistic: "Maximum", period: Duration.minutes(5) }),
        threshold: 1,
        impact: props.impact,
        runbook: this.runbook,
      }),
    );
  }
}
