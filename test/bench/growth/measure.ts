import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { DynamoDb } from "../../../lambdas/io/store/tables.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** What one thing took. */
export interface Measurement {
  readonly milliseconds: number;
  /** Requests to the database. */
  readonly calls: number;
  /** How much more memory was in use at the highest than before, in megabytes; measured every few milliseconds. */
  readonly megabytes: number;
}

/** The same client, which counts what it is asked. */
export const countingClient = (client: DynamoDb): { readonly client: DynamoDb; readonly calls: () => number } => {
  let calls = 0;
  const counting = new Proxy(client, {
    get:
      (target, name: keyof DynamoDb) =>
      (input: never): Promise<object> => {
        calls += 1;
        return target[name](input);
      },
  });
  return { client: counting, calls: () => calls };
};

/** Does something, and gives what it took. */
export const measured = async (work: () => Promise<unknown>, calls: () => number): Promise<Measurement> => {
  collect();
  const [memoryBefore, callsBefore] = [process.memoryUsage().heapUsed, calls()];
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
    calls: calls() - callsBefore,
    megabytes: (most - memoryBefore) / 2 ** 20,
  };
};
