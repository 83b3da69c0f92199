import * as z from "zod";
import type { Update } from "@aws-sdk/client-dynamodb";
import type { Counted } from "../../../domain/policy/day-limits.ts";
import { allowanceRetention } from "../../../domain/policy/retention.ts";
import { epochOf, later, startOfDay } from "../../../domain/base/time.ts";
import { recordsTable } from "../../../schemas/model/tables.ts";
import type { DayUse } from "../ports/commit.ts";
import { fromItem, toItem, type WireItem } from "./attributes.ts";
import { allowanceKey } from "./keys/requests.ts";
import type { ReadItem } from "./item-reader.ts";
import { isConditionalCheckFailed } from "./refusals.ts";
import { parseRow } from "./row.ts";
import { type Access, tableOf } from "./tables.ts";

/** The use of daily limits. */
export interface AllowanceStore {
  /**
   * Counts what is used of a day's limits, all of it or nothing where one limit would be passed; returns whether it did.
   * An unanswered write may be counted twice.
   */
  spend(use: DayUse): Promise<boolean>;
  /**
   * Takes back what was counted of a day's limits for a command that changed nothing. An unanswered write may be taken back
   * twice, but never more than was counted.
   */
  giveBack(use: DayUse): Promise<void>;
  /** Returns the use of a user or a party on a day. */
  usedOn(use: Pick<DayUse, "of" | "day">): Promise<{ readonly [C in Counted]?: number }>;
}

const count = z.int().min(0).optional();
const AllowanceRow = z.object({ commands: count, letters: count, namings: count, contacts: count, recipients: count });
const readCounts = (item: WireItem): { readonly [C in Counted]?: number } =>
  Object.fromEntries(
    Object.entries(parseRow(AllowanceRow, fromItem(item), "allowance")).filter(([, used]) => used !== undefined),
  );

/**
 * The update that counts what is used of a day: one item for each user or party and day, which expires when policy keeps
 * it no longer. Its condition fails where a limit would be passed. An amount of 0 needs that one more is possible.
 */
export const countUse = (
  { tables }: Pick<Access, "tables">,
  { of, day, counts }: DayUse,
): Required<Pick<Update, "TableName" | "Key" | "UpdateExpression">> & Update => {
  const counted = Object.entries(counts);
  const added = counted.filter(([, { amount }]) => amount > 0);
  const conditions = counted.map(([what, { amount, most }]) => {
    const isWithin = `#${what} <= :${what}Before`;
    // An amount above the limit is refused, also where the day has counted nothing yet.
    return Math.max(amount, 1) > most ? isWithin : `(attribute_not_exists(#${what}) OR ${isWithin})`;
  });
  const expiresAt = epochOf(later(startOfDay(day), allowanceRetention)) / 1000;
  return {
    TableName: tableOf(tables, "records").name,
    Key: toItem(allowanceKey({ of, day })),
    UpdateExpression: [
      "SET #schema = :schema, #expires = :expires",
      ...(added.length === 0 ? [] : [`ADD ${added.map(([what]) => `#${what} :${what}`).join(", ")}`]),
    ].join(" "),
    ConditionExpression: conditions.join(" AND "),
    ExpressionAttributeNames: {
      "#schema": "schema",
      "#expires": recordsTable.timeToLive,
      ...Object.fromEntries(counted.map(([what]) => [`#${what}`, what])),
    },
    ExpressionAttributeValues: toItem({
      ":schema": 1,
      ":expires": expiresAt,
      ...Object.fromEntries(added.map(([what, { amount }]) => [`:${what}`, amount])),
      ...Object.fromEntries(counted.map(([what, { amount, most }]) => [`:${what}Before`, most - Math.max(amount, 1)])),
    }),
  };
};

/** The update that takes back what was counted. Its condition fails where less is counted. */
const uncountUse = ({ tables }: Pick<Access, "tables">, { of, day, counts }: DayUse) => {
  const counted = Object.entries(counts).filter(([, { amount }]) => amount > 0);
  return {
    TableName: tableOf(tables, "records").name,
    Key: toItem(allowanceKey({ of, day })),
    UpdateExpression: `SET ${counted.map(([what]) => `#${what} = #${what} - :${what}`).join(", ")}`,
    ConditionExpression: counted.map(([what]) => `#${what} >= :${what}`).join(" AND "),
    ExpressionAttributeNames: Object.fromEntries(counted.map(([what]) => [`#${what}`, what])),
    ExpressionAttributeValues: toItem(Object.fromEntries(counted.map(([what, { amount }]) => [`:${what}`, amount]))),
  };
};

/** Returns true if an update was written because its condition was met. */
const isUpdated = async (
  { client }: Access,
  update: Parameters<Access["client"]["updateItem"]>[0],
): Promise<boolean> => {
  try {
    await client.updateItem(update);
    return true;
  } catch (error) {
    if (isConditionalCheckFailed(error)) return false;
    throw error;
  }
};

/** Counting what is used of a day's limits, and reading what was used. */
export const allowances = (access: Access, read: ReadItem): AllowanceStore => ({
  spend: (use) => isUpdated(access, countUse(access, use)),
  giveBack: async (use) => {
    if (Object.values(use.counts).some(({ amount }) => amount > 0)) await isUpdated(access, uncountUse(access, use));
  },
  usedOn: async (use) => (await read(allowanceKey(use), readCounts)) ?? {},
});
