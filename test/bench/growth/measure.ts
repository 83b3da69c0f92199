import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { ConsumedCapacity } from "@aws-sdk/client-dynamodb";
import type { DynamoDb } from "../../../lambdas/io/store/tables.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** The cost of one measured run. */
export interface Measurement {
  readonly milliseconds: number;
  /** Requests to the database. */
  readonly calls: number;
  /** Read units that these took, by the engine's own accounting. */
  readonly units: number;
  /** Rows that were written. */
  readonly rows: number;
  /** The peak growth of the memory in use, in megabytes, sampled every few milliseconds. */
  readonly megabytes: number;
}

/** The requests to the database so far. */
export interface DatabaseUse {
  readonly calls: number;
  readonly units: number;
  readonly rows: number;
}

/** The consumed capacity in the reply to a read: of one table, or of several. */
interface ReadingReply {
  readonly ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[] | undefined;
}

const readings: ReadonlySet<keyof DynamoDb> = new Set<keyof DynamoDb>(["getItem", "batchGetItem", "query", "scan"]);

/** Returns a client that counts its requests, and the capacity units that reads consume. */
export const countingClient = (client: DynamoDb): { readonly client: DynamoDb; readonly usage: () => DatabaseUse } => {
  let [calls, units, rows] = [0, 0, 0];
  const counting = new Proxy(client, {
    get:
      (target, name: keyof DynamoDb) =>
      async (input: object): Promise<object> => {
        calls += 1;
        if (!readings.has(name)) {
          rows += "TransactItems" in input && Array.isArray(input.TransactItems) ? input.TransactItems.length : 1;
          return target[name](input as never);
        }
        const reply: ReadingReply = await target[name]({ ...input, ReturnConsumedCapacity: "TOTAL" } as never);
        for (const { CapacityUnits = 0 } of [reply.ConsumedCapacity ?? []].flat()) units += CapacityUnits;
        return reply;
      },
  });
  return { client: counting, usage: () => ({ calls, units, rows }) };
};

/** Runs work, and returns its cost. */
export const measured = async (work: () => Promise<unknown>, usage: () => DatabaseUse): Promise<Measurement> => {
  collect();
  const [memoryBefore, before] = [process.memoryUsage().heapUsed, usage()];
  let most = memoryBefore;
  const look = (): void => {
    most = Math.max(most, process.memoryUsage().heapUsed);
  };
  const looking = setInterval(look, 5);
  const beginning = performance.now();
  try {
    await work();
  } finally {
    clearInterval(looking);
  }
  look();
  return {
    milliseconds: performance.now() - beginning,
    calls: usage().calls - before.calls,
    units: usage().units - before.units,
    rows: usage().rows - before.rows,
    megabytes: (most - memoryBefore) / 2 ** 20,
  };
};
