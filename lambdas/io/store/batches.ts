import { setTimeout } from "node:timers/promises";
import { log } from "../log.ts";
import { toItem, type WireItem } from "./attributes.ts";
import type { DynamoDb } from "./tables.ts";

/** The most keys that one batch takes. */
export const batchSize = 100;
/** The number of attempts for the rest of a batch; the pause starts at ten milliseconds and doubles. */
const batchTries = 8;

/** The database answered, and left out what it had no capacity for: a matter of trying again. */
class UnreadItems extends Error {
  readonly $retryable = { throttling: true };
  constructor(count: number, table: string) {
    super(`${count} items of ${table} stay unread`);
    this.name = "UnreadItems";
  }
}

/**
 * Reads items by their keys, in any order, consistently unless stated otherwise; missing ones are omitted. With `only`,
 * reads that one attribute of each. Throws if some remain unread.
 */
export const readBatches = async (
  client: DynamoDb,
  table: string,
  wanted: readonly object[],
  { only, isConsistent = true }: { readonly only?: string; readonly isConsistent?: boolean } = {},
): Promise<readonly WireItem[]> => {
  const found: WireItem[] = [];
  const projection =
    only === undefined ? {} : { ProjectionExpression: "#only", ExpressionAttributeNames: { "#only": only } };
  for (let from = 0; from < wanted.length; from += batchSize) {
    let left = wanted.slice(from, from + batchSize).map(toItem);
    for (let tries = 0; left.length > 0; tries++) {
      if (tries === batchTries) throw new UnreadItems(left.length, table);
      if (tries > 0) await setTimeout(5 * 2 ** tries);
      const { Responses: answers = {}, UnprocessedKeys: rest = {} } = await client.batchGetItem({
        RequestItems: { [table]: { Keys: left, ConsistentRead: isConsistent, ...projection } },
      });
      found.push(...(answers[table] ?? []));
      left = rest[table]?.Keys ?? [];
      if (left.length > 0) log("TABLE_THROTTLED", { unread: left.length });
    }
  }
  return found;
};
