import { setTimeout } from "node:timers/promises";
import type { StackClock } from "../base/clock.ts";
import type { Health } from "../base/health.ts";
import type { Fields } from "../base/json.ts";
import type { Queues } from "../services/queues.ts";
import type { FunctionPlan, StreamSource } from "../template/resource-plans.ts";
import type { Functions } from "./functions.ts";
import { itemFailures } from "./item-failures.ts";
import { type AbandonedBatch, asStreamRecord, createdAt, failureMessage, sequenceOf } from "./stream-records.ts";

export interface BatchParts {
  readonly source: StreamSource;
  readonly reader: FunctionPlan;
  readonly queues: Queues;
  readonly functions: Functions;
  readonly clock: StackClock;
  readonly health: Health;
  /** Milliseconds before the first retry; each further one waits twice as long, half a second at most. */
  readonly retryDelay?: number | undefined;
}

/** Gives a batch to the function until all of it is handled or put aside, or the system ends. */
export type HandleBatch = (records: readonly Fields[]) => Promise<void>;

const longestRetryDelay = 500;

/** The index of the first record that the function reports as failed; undefined where it reports none. */
const firstReported = (payload: string, records: readonly Fields[]): number | undefined => {
  const failures = itemFailures(payload);
  if (failures.length === 0) return undefined;
  const indexes = failures.map((id) => records.findIndex((record) => sequenceOf(record) === id));
  // An identifier of no record makes the whole batch fail.
  return Math.max(0, Math.min(...indexes));
};

/**
 * Handles batches as Lambda does: a failed batch is retried, split where the template says so, and put aside after the
 * last retry, so that what follows is not held up. Nothing is begun after `ending`.
 */
export const batchHandler = (parts: BatchParts, ending: AbortSignal): HandleBatch => {
  const { source, reader, queues, functions, clock, health, retryDelay = 10 } = parts;
  const openedAt = Date.now();

  const putAside = (records: readonly Fields[], condition: AbandonedBatch["condition"], attempts: number): void => {
    const queue = source.onFailureArn === undefined ? undefined : queues.find(source.onFailureArn);
    const [first, ...more] = records;
    if (queue === undefined || first === undefined) return;
    const message = failureMessage({ records: [first, ...more], condition, attempts }, source, reader, clock);
    queues.send(queue, { body: JSON.stringify(message), sender: "lambda" });
  };

  /** The index of the first record that failed; undefined where none did. */
  const firstFailure = async (records: readonly Fields[]): Promise<number | undefined> => {
    const Records = records.map((record) => asStreamRecord(record, source, clock));
    const outcome = await functions.invoke(reader, { Records });
    if (!outcome.ok) return 0;
    if (!source.reportsItemFailures || outcome.payload === undefined) return undefined;
    return firstReported(outcome.payload, records);
  };

  /** Time that the system did not run does not count towards a record's age. */
  const isTooOld = (record: Fields): boolean =>
    Date.now() - Math.max(createdAt(record), openedAt) > source.maximumAgeSeconds * 1000;

  const delay = (attempts: number): Promise<void> =>
    setTimeout(Math.min(retryDelay * 2 ** attempts, longestRetryDelay));

  const handle = async (records: readonly Fields[], attempts: number): Promise<void> => {
    if (records.length === 0 || ending.aborted) return;
    if (records.every(isTooOld)) return putAside(records, "RecordAgeExceeded", attempts);
    await health.recovered();
    const problems = health.problems();
    const failed = await firstFailure(records);
    if (failed === undefined || ending.aborted) return;
    const rest = records.slice(failed);
    health.check();
    // A failure while the engine was unavailable or the disk full is no fault of the records: they are not set aside
    // for it.
    if (health.problem() !== undefined || health.problems() !== problems) {
      await delay(0);
      return handle(rest, attempts);
    }
    if (source.bisects && rest.length > 1) {
      // Splitting is no retry; where some were handled, the place of the failure is the split.
      return failed > 0 ? handle(rest, attempts) : handleHalves(rest, attempts);
    }
    if (attempts >= source.retries) return putAside(rest, "RetryAttemptsExhausted", attempts + 1);
    await delay(attempts);
    return handle(rest, attempts + 1);
  };
  const handleHalves = async (records: readonly Fields[], attempts: number): Promise<void> => {
    const half = Math.ceil(records.length / 2);
    await handle(records.slice(0, half), attempts);
    return handle(records.slice(half), attempts);
  };

  return (records) => handle(records, 0);
};
