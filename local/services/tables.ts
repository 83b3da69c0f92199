import { setTimeout as wait } from "node:timers/promises";
import { type EngineClient, isServiceError } from "./engine-client.ts";
import { fieldsOf, type Fields, listOf, textOf } from "../base/json.ts";
import type { TablePlan } from "../template/resource-plans.ts";
import { UserError } from "../base/user-error.ts";

/** A table as the engine describes it; undefined where there is none. */
const describeTable = async (engine: EngineClient, name: string): Promise<Fields | undefined> => {
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

const keysOf = (value: unknown): string =>
  listOf(value)
    .map((key) => `${textOf(fieldsOf(key)["AttributeName"])} ${textOf(fieldsOf(key)["KeyType"])}`)
    .join(", ");

/** Returns the fixed properties of an existing table: its keys, and whether it has a stream. */
const layoutOf = (table: Fields): string => {
  const stream = fieldsOf(table["StreamSpecification"])["StreamEnabled"] === true ? "stream" : "no stream";
  return [keysOf(table["KeySchema"]), stream].join("; ");
};

/** The indexes of a table by name. */
const indexesOf = (table: Fields): ReadonlyMap<string, Fields> =>
  new Map(
    listOf(table["GlobalSecondaryIndexes"])
      .map(fieldsOf)
      .map((index) => [textOf(index["IndexName"]) ?? "", index]),
  );

const sameIndex = (one: Fields | undefined, other: Fields | undefined): boolean =>
  one !== undefined && other !== undefined && keysOf(one["KeySchema"]) === keysOf(other["KeySchema"]);

/** Waits until a table and its indexes can be used. Throws a UserError where it does not come to that. */
const untilActive = async (engine: EngineClient, name: string): Promise<void> => {
  for (let left = 400; ; left -= 1) {
    const now = await describeTable(engine, name);
    if (now !== undefined && isActive(now)) return;
    if (left === 0) throw new UserError(`The table ${name} does not become active`);
    await wait(5);
  }
};

/**
 * Gives a table that is kept the indexes of the template, one change at a time as DynamoDB wants it. The engine fills a new
 * index with the rows that have its keys; rows that were written before the keys existed get them when they are
 * written again.
 */
const fitIndexes = async (engine: EngineClient, existing: Fields, { name, create }: TablePlan): Promise<void> => {
  const [has, wanted] = [indexesOf(existing), indexesOf(create)];
  const change = async (update: Fields): Promise<void> => {
    await engine.call("UpdateTable", {
      TableName: name,
      AttributeDefinitions: create["AttributeDefinitions"],
      GlobalSecondaryIndexUpdates: [update],
    });
    await untilActive(engine, name);
  };
  for (const [index, kept] of has)
    if (!sameIndex(kept, wanted.get(index))) await change({ Delete: { IndexName: index } });
  for (const [index, planned] of wanted) {
    if (sameIndex(has.get(index), planned)) continue;
    const { IndexName, KeySchema, Projection } = planned;
    await change({ Create: { IndexName, KeySchema, Projection } });
  }
};

/** Lets a table expire its rows by an attribute. */
const setTimeToLive = async (engine: EngineClient, name: string, attribute: string): Promise<void> => {
  const { TimeToLiveDescription } = await engine.call("DescribeTimeToLive", { TableName: name });
  if (fieldsOf(TimeToLiveDescription)["AttributeName"] === attribute) return;
  const specification = { Enabled: true, AttributeName: attribute };
  await engine.call("UpdateTimeToLive", { TableName: name, TimeToLiveSpecification: specification });
};

/**
 * Makes the tables that are missing, gives those that exist the indexes of the template, and waits until all can be
 * used. Throws a UserError where a table exists with other keys or without its stream: the data was written for another
 * layout.
 */
export const ensureTables = async (engine: EngineClient, tables: readonly TablePlan[]): Promise<void> => {
  for (const table of tables) {
    const existing = await describeTable(engine, table.name);
    if (existing === undefined) await engine.call("CreateTable", table.create);
    else if (layoutOf(existing) === layoutOf(table.create)) await fitIndexes(engine, existing, table);
    else throw new UserError(`The data was written for another layout of ${table.name}: start with --fresh`);
  }
  for (const table of tables) {
    await untilActive(engine, table.name);
    if (table.timeToLiveAttribute !== undefined) await setTimeToLive(engine, table.name, table.timeToLiveAttribute);
  }
};

/** Returns whether a table is empty. */
export const isEmpty = async (engine: EngineClient, name: string): Promise<boolean> =>
  listOf((await engine.call("Scan", { TableName: name, Limit: 1 }))["Items"]).length === 0;

/** The stream of a table as the engine names it. Throws an Error where it has none. */
export const streamOf = async (engine: EngineClient, name: string): Promise<string> => {
  const arn = textOf((await describeTable(engine, name))?.["LatestStreamArn"]);
  if (arn === undefined) throw new Error(`The table ${name} has no stream`);
  return arn;
};
