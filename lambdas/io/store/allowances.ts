import * as z from "zod";
import { allowanceRetention } from "../../../domain/base/policy.ts";
import { epochOf, later, startOfDay } from "../../../domain/base/time.ts";
import { recordsTable } from "../../../schemas/model/tables.ts";
import { attemptUpTo } from "../attempts.ts";
import { Conflict, type Store } from "../ports/store.ts";
import { fromItem, toItem, type WireItem, writeIdOf } from "./attributes.ts";
import { carries, isNew } from "./conditions.ts";
import * as keys from "./keys.ts";
import { putUnder } from "./outcome.ts";
import type { ReadItem } from "./item-reader.ts";
import { parseRow } from "./rows/row.ts";
import { type Access, tableOf } from "./tables.ts";

const AllowanceRow = z.object({ used: z.int().min(0) });
const readUsed = (item: WireItem): number => parseRow(AllowanceRow, fromItem(item), "allowance").used;

/** How often it is counted anew where others counted meanwhile: one caller has hardly more requests under way at once. */
const tries = 20;

/** Counts what is used in a day, one item for each day and whoever uses it; it vanishes once policy keeps it no longer. */
export const spendingAllowances =
  ({ client, tables }: Access, read: ReadItem): Store["spend"] =>
  async (allowance, amount, most) => {
    const key = keys.allowanceKey(allowance);
    const expiresAt = epochOf(later(startOfDay(allowance.day), allowanceRetention)) / 1000;
    const spent = await attemptUpTo(tries, async () => {
      const before = await read(key, readUsed);
      const used = (before ?? 0) + amount;
      if (used > most) return false;
      const outcome = await putUnder(
        client,
        {
          TableName: tableOf(tables, "records").name,
          Item: toItem({ ...key, schema: 1, used, [recordsTable.timeToLive]: expiresAt }),
          ...(before === undefined ? isNew(recordsTable.partitionKey) : carries("used", before)),
        },
        () => read(key, writeIdOf),
      );
      return outcome.kind === "done" ? true : undefined;
    });
    if (spent === undefined) throw new Conflict("busy", `${key.pk} is being counted right now`);
    return spent;
  };
