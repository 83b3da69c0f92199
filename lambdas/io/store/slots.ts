import * as z from "zod";
import { lettersTable } from "../../../schemas/model/tables.ts";
import { Conflict } from "../ports/commit.ts";
import type { SlotStore } from "../ports/mail.ts";
import { toItem, writeIdOf, type WireItem } from "./attributes.ts";
import { carries, isNew } from "./conditions.ts";
import { slotsKey } from "./keys/letters.ts";
import { putUnder } from "./outcome.ts";
import { readingItems } from "./item-reader.ts";
import { type Access, tableOf } from "./tables.ts";
import type { SlotLine } from "../../../domain/letters/send-rate.ts";
import { asStored, withoutSchema, recordOf } from "./row.ts";

const SlotRow = z.object({
  revision: z.int().min(1),
  next: z.number(),
  awaitedUntil: z.number(),
  bulletinsFrom: z.number(),
  perSecond: z.number().positive().optional(),
});

/** Returns the line of slots from its item. Throws a TypeError on a row of another kind. */
const readSlotLine = (item: WireItem): SlotLine =>
  asStored(SlotRow, withoutSchema(recordOf("letters", item)), "line of slots");

/**
 * The line of slots of one mail service, in the table of letters without an index. A reservation whose reply was lost
 * is recognized by its id, unless a later one followed; then its slots are abandoned.
 */
export const dynamoSlots = (access: Access, service: string): SlotStore => {
  const { client, tables } = access;
  const key = slotsKey(service);
  const read = readingItems(access, "letters");
  return {
    read: () => read(key, readSlotLine),
    replace: async (before, next) => {
      const outcome = await putUnder(
        client,
        {
          TableName: tableOf(tables, "letters").name,
          Item: toItem({ ...key, schema: 1, ...next }),
          ...(before === undefined ? isNew(lettersTable.partitionKey) : carries("revision", before.revision)),
        },
        () => read(key, writeIdOf),
      );
      if (outcome.kind === "busy") throw new Conflict("busy", "The line of slots is being changed right now");
      if (outcome.kind === "done") return { written: true };
      return {
        written: false,
        current: outcome.current === undefined ? undefined : readSlotLine(outcome.current),
      };
    },
  };
};
