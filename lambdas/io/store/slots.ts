import { lettersTable } from "../../../schemas/model/tables.ts";
import { Conflict } from "../ports/store.ts";
import type { SlotStore } from "../ports/mail.ts";
import { toItem, writeIdOf } from "./attributes.ts";
import { carries, isNew } from "./conditions.ts";
import { slotsKey } from "./keys/letters.ts";
import { putUnder } from "./outcome.ts";
import { readingItems } from "./item-reader.ts";
import { readSlotLine } from "./rows/requests.ts";
import { type Access, tableOf } from "./tables.ts";

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
