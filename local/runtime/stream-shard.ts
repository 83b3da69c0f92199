import { fieldsOf, type Fields, listOf } from "../base/json.ts";
import type { StateDb } from "../base/state-db.ts";
import type { EngineClient } from "../services/engine-client.ts";
import type { StreamSource } from "../template/resource-plans.ts";
import { sequenceOf } from "./stream-records.ts";

/** Returns the key under which a source's position in a stream is stored. */
export const positionSetting = ({ id }: StreamSource, streamArn: string): string => `position ${id} ${streamArn}`;

/** The shard of a stream to which the engine writes now; undefined where there is none. */
export const lastShardOf = async (engine: EngineClient, streamArn: string): Promise<unknown> => {
  const { StreamDescription } = await engine.stream("DescribeStream", { StreamArn: streamArn });
  return fieldsOf(listOf(fieldsOf(StreamDescription)["Shards"]).at(-1))["ShardId"];
};

export interface ShardParts {
  readonly source: StreamSource;
  readonly engine: EngineClient;
  /** The stream as the engine names it. */
  readonly streamArn: string;
  readonly stateDb: StateDb;
}

/** The shard of a stream, read from its checkpoint, or where the template says while there is none. */
export interface Shard {
  /** The next records, a batch at most; none at the end of what was written. */
  readonly next: () => Promise<readonly Fields[]>;
  /** Keeps that everything up to a record has been handled. */
  readonly checkpoint: (record: Fields) => void;
}

/** Opens the shard at its checkpoint. */
export const openShard = ({ source, engine, streamArn, stateDb }: ShardParts): Shard => {
  const setting = positionSetting(source, streamArn);
  let iterator: unknown;

  const iteratorAtCheckpoint = async (): Promise<unknown> => {
    const position = stateDb.setting(setting);
    const start =
      position === undefined
        ? { ShardIteratorType: source.startsAt }
        : { ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: position };
    const shard = await lastShardOf(engine, streamArn);
    if (shard === undefined) return undefined;
    const answer = await engine.stream("GetShardIterator", { StreamArn: streamArn, ShardId: shard, ...start });
    return answer["ShardIterator"];
  };

  return {
    next: async () => {
      iterator ??= await iteratorAtCheckpoint();
      if (iterator === undefined) return [];
      const answer = await engine.stream("GetRecords", { ShardIterator: iterator, Limit: source.batchSize });
      iterator = answer["NextShardIterator"];
      return listOf(answer["Records"]).map(fieldsOf);
    },
    checkpoint: (record) => stateDb.set(setting, sequenceOf(record)),
  };
};
