import { setTimeout as wait } from "node:timers/promises";
import { type EngineClient, isServiceError } from "./engine-client.ts";
import { fieldsOf, type Fields, listOf, textOf } from "./json.ts";
import type { TablePlan } from "./plan.ts";
import { Trouble } from "./trouble.ts";

const described = async (engine: EngineClient, name: string): Promise<Fields | undefined> => {
  try {
    return fieldsOf((await engine.call("DescribeTable", { TableName: name }))["Table"]);
  } catch (error) {
    if (isServiceError(error, "ResourceNotFoundException")) return undefined;
    throw error;
  }
};

const isActive = (table: Fields): boolean =>
  table["TableStatus"] === "ACTIVE" &&
  listOf(table["GlobalSecondaryIndexes"]).every((index) => fieldsOf(index)["IndexStatus"] === "ACTIVE");

/** The keys of a table and of each index, in one comparable text. */
const layout = (table: Fields): string => {
  const keys = (value: unknown): string =>
    listOf(value)
      .map((key) => `${textOf(fieldsOf(key)["AttributeName"])} ${textOf(fieldsOf(key)["KeyType"])}`)
      .join(", ");
  const indexes = listOf(table["GlobalSecondaryIndexes"])
    .map((index) => `${textOf(fieldsOf(index)["IndexName"])}: ${keys(fieldsOf(index)["KeySchema"])}`)
    .toSorted();
  const stream = fieldsOf(table["StreamSpecification"])["StreamEnabled"] === true ? "stream" : "no stream";
  return [keys(table["KeySchema"]), ...indexes, stream].join("; ");
};

/**
 * Makes the tables that are missing and waits until all can be used. Throws Trouble where a table exists with other
 * keys, indexes or without its stream: the data was written for another layout.
 */
export const ensureTables = async (engine: EngineClient, tables: readonly TablePlan[]): Promise<void> => {
  for (const table of tables) {
    const existing = await described(engine, table.name);
    if (existing === undefined) await engine.call("CreateTable", table.create);
    else if (layout(existing) !== layout(table.create)) {
      throw new Trouble(`The data was written for another layout of ${table.name}: start with --fresh`);
    }
  }
  for (const table of tables) {
    for (let left = 400; ; left -= 1) {
      const now = await described(engine, table.name);
      if (now !== undefined && isActive(now)) break;
      if (left === 0) throw new Trouble(`The table ${table.name} does not become active`);
      await wait(5);
    }
    if (table.timeToLiveAttribute !== undefined) await expire(engine, table.name, table.timeToLiveAttribute);
  }
};

const expire = async (engine: EngineClient, name: string, attribute: string): Promise<void> => {
  const { TimeToLiveDescription } = await engine.call("DescribeTimeToLive", { TableName: name });
  if (fieldsOf(TimeToLiveDescription)["AttributeName"] === attribute) return;
  const specification = { Enabled: true, AttributeName: attribute };
  await engine.call("UpdateTimeToLive", { TableName: name, TimeToLiveSpecification: specification });
};

/** Whether a table holds nothing. */
export const isEmpty = async (engine: EngineClient, name: string): Promise<boolean> =>
  listOf((await engine.call("Scan", { TableName: name, Limit: 1 }))["Items"]).length === 0;

/** The stream of a table as the engine names it. Throws an Error where it has none. */
export const streamOf = async (engine: EngineClient, name: string): Promise<string> => {
  const arn = textOf((await described(engine, name))?.["LatestStreamArn"]);
  if (arn === undefined) throw new Error(`The table ${name} has no stream`);
  return arn;
};
