import { fieldsOf, type Fields, listOf } from "../base/json.ts";
import type { TablePlan } from "../template/resource-plans.ts";
import { type EngineClient, isServiceError } from "./engine-client.ts";

type Engine = Pick<EngineClient, "call">;

/** The time between two deletions of expired rows, in milliseconds. DynamoDB needs up to some days for each row. */
const interval = 7 * 24 * 3_600_000;

/** Deletes a row under a condition; a row that was written again meanwhile stays. */
const deleteUnless = async (engine: Engine, input: Fields): Promise<void> => {
  try {
    await engine.call("DeleteItem", input);
  } catch (error) {
    if (!isServiceError(error, "ConditionalCheckFailedException")) throw error;
  }
};

/** Deletes the rows of a table that have expired at `now` (milliseconds since 1970). */
const deleteExpired = async (
  engine: Engine,
  { name, create }: TablePlan,
  attribute: string,
  now: number,
): Promise<void> => {
  const keys = listOf(create["KeySchema"]).map((key) => String(fieldsOf(key)["AttributeName"]));
  const names = { "#expires": attribute };
  const values = { ":now": { N: String(Math.floor(now / 1000)) } };
  const isExpired = "#expires <= :now";
  let from: unknown;
  do {
    const found = await engine.call("Scan", {
      TableName: name,
      FilterExpression: isExpired,
      ProjectionExpression: keys.map((_, at) => `#key${at}`).join(", "),
      ExpressionAttributeNames: { ...names, ...Object.fromEntries(keys.map((key, at) => [`#key${at}`, key])) },
      ExpressionAttributeValues: values,
      ...(from === undefined ? {} : { ExclusiveStartKey: from }),
    });
    for (const item of listOf(found["Items"]))
      await deleteUnless(engine, {
        TableName: name,
        Key: fieldsOf(item),
        ConditionExpression: isExpired,
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: values,
      });
    from = found["LastEvaluatedKey"];
  } while (from !== undefined);
};

/**
 * Returns a function that deletes the expired rows of all tables, at most once a week of the clock. The engine stores the
 * setting of a table and does not delete.
 */
export const expiryOf = (engine: Engine, tables: readonly TablePlan[]): ((now: number) => Promise<void>) => {
  let last = -Infinity;
  return async (now) => {
    if (now - last < interval) return;
    last = now;
    for (const table of tables)
      if (table.timeToLiveAttribute !== undefined) await deleteExpired(engine, table, table.timeToLiveAttribute, now);
  };
};
