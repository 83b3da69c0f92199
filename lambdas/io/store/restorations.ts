import type { Ledger } from "../ports/outbox.ts";
import { toItem } from "./attributes.ts";
import { restorationKey } from "./keys/letters.ts";
import type { ReadItem } from "./item-reader.ts";
import { readRestoration } from "./rows/letters.ts";
import { type Access, tableOf } from "./tables.ts";

/** The record that the tables were restored, in the table of letters, without an index. The last one counts. */
export const dynamoRestorations = (
  { client, tables }: Access,
  read: ReadItem,
): Pick<Ledger, "restoration" | "writeRestoration"> => ({
  restoration: () => read(restorationKey, readRestoration),
  writeRestoration: async (restoration) => {
    await client.putItem({
      TableName: tableOf(tables, "letters").name,
      Item: toItem({ ...restorationKey, ...restoration }),
    });
  },
});
