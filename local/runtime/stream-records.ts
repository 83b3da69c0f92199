import { randomUUID } from "node:crypto";
import type { StackClock } from "../base/clock.ts";
import { fieldsOf, type Fields, numberOf, textOf } from "../base/json.ts";
import { region } from "../template/arns.ts";
import type { FunctionPlan, StreamSource } from "../template/resource-plans.ts";

/** The number of a record in its stream. */
export const sequenceOf = (record: Fields): string => textOf(fieldsOf(record["dynamodb"])["SequenceNumber"]) ?? "";

/** Returns when a record was written by the machine's clock, in milliseconds since 1970. */
export const createdAt = (record: Fields): number =>
  (numberOf(fieldsOf(record["dynamodb"])["ApproximateCreationDateTime"]) ?? 0) * 1000;

/** A record of the engine as a function gets it, with the time of the system. */
export const asStreamRecord = (record: Fields, { sourceArn }: StreamSource, clock: StackClock): Fields => ({
  ...record,
  awsRegion: region,
  eventSourceARN: sourceArn,
  dynamodb: {
    ...fieldsOf(record["dynamodb"]),
    ApproximateCreationDateTime: Math.round((createdAt(record) + clock.offset()) / 1000),
  },
});

/** Records with which Lambda gives up, and why. */
export interface AbandonedBatch {
  readonly records: readonly [first: Fields, ...more: Fields[]];
  readonly condition: "RecordAgeExceeded" | "RetryAttemptsExhausted";
  readonly attempts: number;
}

/** Returns Lambda's message for the failure destination: the place of the records in the stream, not the records. */
export const failureMessage = (
  { records, condition, attempts }: AbandonedBatch,
  { sourceArn }: StreamSource,
  reader: FunctionPlan,
  clock: StackClock,
): Fields => {
  const [first] = records;
  const last = records.at(-1) ?? first;
  const arrival = (record: Fields): string => new Date(createdAt(record) + clock.offset()).toISOString();
  return {
    requestContext: { requestId: randomUUID(), functionArn: reader.arn, condition, approximateInvokeCount: attempts },
    responseContext: { statusCode: 200, executedVersion: "$LATEST", functionError: "Unhandled" },
    version: "1.0",
    timestamp: clock.instant(),
    DDBStreamBatchInfo: {
      shardId: "shardId-local",
      startSequenceNumber: sequenceOf(first),
      endSequenceNumber: sequenceOf(last),
      approximateArrivalOfFirstRecord: arrival(first),
      approximateArrivalOfLastRecord: arrival(last),
      batchSize: records.length,
      streamArn: sourceArn,
    },
  };
};
