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
  /** Write units that these took, indexes included. */
  readonly writeUnits: number;
  /** The peak growth of the memory in use, in megabytes, sampled every few milliseconds. */
  readonly megabytes: number;
}

/** The requests to the database so far. */
export interface DatabaseUse {
  readonly calls: number;
  readonly units: number;
  readonly rows: number;
  readonly writeUnits: number;
}

/** The consumed capacity in a reply: of one table, or of several. */
interface DatabaseReply {
  readonly ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[] | undefined;
}

const readings: ReadonlySet<keyof DynamoDb> = new Set<keyof DynamoDb>(["getItem", "batchGetItem", "query", "scan"]);

/** Returns a client that counts its requests, and the capacity units that these consume. */
export const countingClient = (client: DynamoDb): { readonly client: DynamoDb; readonly usage: () => DatabaseUse } => {
  let [calls, units, rows, writeUnits] = [0, 0, 0, 0];
  const counting = new Proxy(client, {
    get:
      (target, name: keyof DynamoDb) =>
      async (input: object): Promise<object> => {
        calls += 1;
        const reply: DatabaseReply = await target[name]({ ...input, ReturnConsumedCapacity: "TOTAL" } as never);
        const taken = [reply.ConsumedCapacity ?? []]
          .flat()
          .reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
        if (readings.has(name)) units += taken;
        else {
          rows += "TransactItems" in input && Array.isArray(input.TransactItems) ? input.TransactItems.length : 1;
          writeUnits += taken;
        }
        return reply;
      },
  });
  return { client: counting, usage: () => ({ calls, units, rows, writeUnits }) };
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
    writeUnits: usage().writeUnits - before.writeUnits,
    megabytes: (most - memoryBefore) / 2 ** 20,
  };
};
