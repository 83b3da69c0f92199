import { randomUUID } from "node:crypto";
import type { Activity } from "../base/activity.ts";
import type { StackClock } from "../base/clock.ts";
import type { EngineClient } from "../services/engine-client.ts";
import type { Functions } from "./functions.ts";
import type { Health } from "../base/health.ts";
import { fieldsOf, type Fields, listOf, numberOf, parseJson, textOf } from "../base/json.ts";
import { region } from "../template/arns.ts";
import type { FunctionPlan, StreamSource } from "../template/resource-plans.ts";
import type { Queues } from "../services/queues.ts";
import type { StateDb } from "../base/state-db.ts";

/** Reads the stream of a table and gives it to a function, in order. */
export interface StreamReader {
  /** Says that the stream may hold something new. */
  readonly wake: () => void;
  /** Resolves once everything that was written before the call has been handled. */
  readonly drained: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface StreamParts {
  readonly source: StreamSource;
  readonly reader: FunctionPlan;
  readonly engine: EngineClient;
  /** The stream as the engine names it. */
  readonly streamArn: string;
  readonly shelf: StateDb;
  readonly queues: Queues;
  readonly functions: Functions;
  readonly activity: Activity;
  readonly clock: StackClock;
  readonly health: Health;
  /** Milliseconds before the first retry; each further one waits twice as long, half a second at most. */
  readonly retryDelay?: number | undefined;
}

/** Where it is kept how far a source has read a stream. */
export const positionSetting = ({ id }: StreamSource, streamArn: string): string => `position ${id} ${streamArn}`;

/** Writes that did not pass through the system are seen after this many milliseconds. */
const lookAgain = 1000;
const longestRetryDelay = 500;

const sequenceOf = (record: Fields): string => textOf(fieldsOf(record["dynamodb"])["SequenceNumber"]) ?? "";
const createdAt = (record: Fields): number =>
  (numberOf(fieldsOf(record["dynamodb"])["ApproximateCreationDateTime"]) ?? 0) * 1000;

/**
 * Reads as Lambda does: from the beginning or where it stopped, in batches; a failed batch is retried, split where the
 * template says so, and put aside after the last retry, so that what follows is not held up.
 */
export const readStream = (parts: StreamParts): StreamReader => {
  const { source, reader, engine, streamArn, shelf, queues, functions, activity, clock, health } = parts;
  const place = positionSetting(source, streamArn);
  const openedAt = Date.now();
  let closed = false;
  let waiting: (() => void)[] = [];
  let awake = false;
  let ring: (() => void) | undefined;

  const pause = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      if (awake || closed) return resolve();
      const timer = setTimeout(resolve, milliseconds);
      ring = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const wake = (): void => {
    awake = true;
    ring?.();
  };

  const asEvent = (record: Fields): Fields => {
    const image = fieldsOf(record["dynamodb"]);
    const created = (createdAt(record) + clock.offset()) / 1000;
    return {
      ...record,
      awsRegion: region,
      eventSourceARN: source.sourceArn,
      dynamodb: { ...image, ApproximateCreationDateTime: Math.round(created) },
    };
  };

  const putAside = (records: readonly Fields[], condition: string, attempts: number): void => {
    const queue = source.onFailureArn === undefined ? undefined : queues.find(source.onFailureArn);
    const [first] = records;
    const last = records.at(-1);
    if (queue === undefined || first === undefined || last === undefined) return;
    const arrival = (record: Fields): string => new Date(createdAt(record) + clock.offset()).toISOString();
    const body = {
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
        streamArn: source.sourceArn,
      },
    };
    queues.send(queue, { body: JSON.stringify(body), sender: "lambda" });
  };

  /** The index of the first record that failed; undefined where none did. */
  const failedAt = async (records: readonly Fields[]): Promise<number | undefined> => {
    const outcome = await functions.invoke(reader, { Records: records.map(asEvent) });
    if (!outcome.ok) return 0;
    if (!source.reportsItemFailures || outcome.payload === undefined) return undefined;
    const failures = listOf(fieldsOf(parseJson(outcome.payload))["batchItemFailures"]);
    if (failures.length === 0) return undefined;
    const indexes = failures.map((failure) => {
      const id = fieldsOf(failure)["itemIdentifier"];
      return records.findIndex((record) => sequenceOf(record) === id);
    });
    // An identifier of no record makes the whole batch fail.
    return Math.max(0, Math.min(...indexes));
  };

  /** Time that the system did not run does not count towards a record's age. */
  const isTooOld = (record: Fields): boolean =>
    Date.now() - Math.max(createdAt(record), openedAt) > source.maximumAgeSeconds * 1000;

  const delayed = (attempts: number): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(resolve, Math.min((parts.retryDelay ?? 10) * 2 ** attempts, longestRetryDelay));
    });

  const handle = async (records: readonly Fields[], attempts: number): Promise<void> => {
    if (records.length === 0 || closed) return;
    if (records.every(isTooOld)) return putAside(records, "RecordAgeExceeded", attempts);
    await health.recovered();
    const problems = health.problems();
    const failed = await failedAt(records);
    if (failed === undefined || closed) return;
    const rest = records.slice(failed);
    health.check();
    // What failed while the engine was away or the disk full is no fault of the records: they are not put aside for it.
    if (health.problem() !== undefined || health.problems() !== problems) {
      await delayed(0);
      return handle(rest, attempts);
    }
    if (source.bisects && rest.length > 1) {
      // Splitting is no retry; where some were handled, the place of the failure is the split.
      if (failed > 0) return handle(rest, attempts);
      const half = Math.ceil(rest.length / 2);
      await handle(rest.slice(0, half), attempts);
      return handle(rest.slice(half), attempts);
    }
    if (attempts >= source.retries) return putAside(rest, "RetryAttemptsExhausted", attempts + 1);
    await delayed(attempts);
    return handle(rest, attempts + 1);
  };

  const shardOf = async (): Promise<unknown> => {
    const { StreamDescription } = await engine.stream("DescribeStream", { StreamArn: streamArn });
    return fieldsOf(listOf(fieldsOf(StreamDescription)["Shards"]).at(-1))["ShardId"];
  };
  const iteratorAt = async (): Promise<unknown> => {
    const position = shelf.setting(place);
    const where =
      position === undefined
        ? { ShardIteratorType: source.startsAt }
        : { ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: position };
    const shard = await shardOf();
    if (shard === undefined) return undefined;
    return (await engine.stream("GetShardIterator", { StreamArn: streamArn, ShardId: shard, ...where }))[
      "ShardIterator"
    ];
  };

  const read = async (): Promise<void> => {
    let iterator: unknown;
    while (!closed) {
      const asked = waiting;
      waiting = [];
      awake = false;
      iterator ??= await iteratorAt();
      const answer =
        iterator === undefined
          ? {}
          : await engine.stream("GetRecords", { ShardIterator: iterator, Limit: source.batchSize });
      const records = listOf(answer["Records"]).map(fieldsOf);
      const last = records.at(-1);
      if (last === undefined) {
        for (const release of asked) release();
        iterator = answer["NextShardIterator"];
        if (waiting.length === 0) await pause(lookAgain);
        continue;
      }
      waiting = [...asked, ...waiting];
      const done = activity.begin();
      try {
        await handle(records, 0);
        if (closed) return;
        shelf.set(place, sequenceOf(last));
        iterator = answer["NextShardIterator"];
      } finally {
        done();
      }
    }
  };

  const reading = async (): Promise<void> => {
    while (!closed) {
      try {
        await read();
      } catch (error) {
        // The engine is being started or ended; asked again from the kept position.
        if (!closed) await pause(lookAgain);
        if (error instanceof TypeError) throw error;
      }
    }
  };
  const finished = reading();

  return {
    wake,
    drained: () =>
      closed
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.push(resolve);
            wake();
          }),
    close: async () => {
      closed = true;
      wake();
      for (const release of waiting) release();
      await finished;
    },
  };
};
