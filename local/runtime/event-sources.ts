import type { Activity } from "../base/activity.ts";
import type { StackClock } from "../base/clock.ts";
import type { Disk } from "../base/disk.ts";
import type { EngineClient } from "../services/engine-client.ts";
import type { Functions } from "./functions.ts";
import type { Health } from "../base/health.ts";
import type { FunctionPlan, QueueSource, StreamSource } from "../template/resource-plans.ts";
import type { StackModel } from "../template/stack-model.ts";
import { type QueueReader, readQueue } from "./queue-source.ts";
import type { Queues } from "../services/queues.ts";
import { queueUses, type Recorder, streamUses } from "../template/iam-usage.ts";
import type { StateDb } from "../base/state-db.ts";
import { readStream, type StreamReader } from "./stream-source.ts";
import { streamOf } from "../services/tables.ts";

export interface EventSourceParts {
  readonly plan: StackModel;
  readonly engine: EngineClient;
  readonly stateDb: StateDb;
  readonly queues: Queues;
  readonly functions: Functions;
  readonly activity: Activity;
  readonly clock: StackClock;
  readonly health: Health;
  readonly disk: Disk;
  readonly recorder: Recorder;
  /** Batches of one queue at a time, at most, by the name of the function that reads it. */
  readonly threadsOf: (name: string) => number;
  /** Milliseconds before a failed stream batch is given again for the first time. */
  readonly retryDelay: number | undefined;
}

/** Delivers streams and queues of the template to its functions. */
export interface EventSources {
  /** By the name of the table, whose stream several functions may read. */
  readonly streamReaders: ReadonlyMap<string, readonly StreamReader[]>;
  readonly queueReaders: readonly QueueReader[];
}

const readerOf = ({ functions }: EventSourceParts, name: string): FunctionPlan => {
  const reader = functions.find(name);
  if (reader === undefined) throw new Error(`An event source leads to ${name}, which is no function of this app`);
  return reader;
};

/** Begins to read a stream, with the name of its table. */
const openStream = async (parts: EventSourceParts, source: StreamSource): Promise<[table: string, StreamReader]> => {
  const { plan, engine, recorder } = parts;
  const table = plan.tables.find(({ streamArn }) => streamArn === source.sourceArn);
  if (table === undefined) throw new Error(`${source.id} reads ${source.sourceArn}, which is no stream of this app`);
  const streamArn = await streamOf(engine, table.name);
  const reader = readerOf(parts, source.functionName);
  recorder.add(reader.name, streamUses(source));
  return [table.name, readStream({ ...parts, source, reader, streamArn })];
};

const openQueue = (parts: EventSourceParts, source: QueueSource): QueueReader => {
  const { queues, recorder, threadsOf } = parts;
  const queue = queues.find(source.sourceArn);
  if (queue === undefined) throw new Error(`${source.id} reads ${source.sourceArn}, which is no queue of this app`);
  const reader = readerOf(parts, source.functionName);
  recorder.add(reader.name, queueUses(source));
  const concurrency = Math.min(source.concurrency, threadsOf(reader.name));
  return readQueue({ ...parts, source, reader, queue, concurrency });
};

/** Begins to read what the template says. Throws where a source leads to nothing of this app. */
export const openEventSources = async (parts: EventSourceParts): Promise<EventSources> => {
  const streamReaders = new Map<string, readonly StreamReader[]>();
  for (const source of parts.plan.streamSources) {
    const [table, reader] = await openStream(parts, source);
    streamReaders.set(table, [...(streamReaders.get(table) ?? []), reader]);
  }
  return { streamReaders, queueReaders: parts.plan.queueSources.map((source) => openQueue(parts, source)) };
};
