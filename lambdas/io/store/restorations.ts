import type { Ledger } from "../ports/outbox.ts";
import { toItem } from "./attributes.ts";
import { restorationKey } from "./letter-keys.ts";
import type { ReadItem } from "./item-reader.ts";
import { readRestoration } from "./rows/letters.ts";
import { type Access, tableOf } from "./tables.ts";

/** That the tables were restored, an item of the table of letters: no index lists it. The last time counts. */
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
