import { toItem, type WireItem } from "./attributes.ts";
import { restorationKey } from "./keys/letters.ts";
import type { ReadItem } from "./item-reader.ts";
import { type Access, tableOf } from "./tables.ts";
import { Restoration } from "../../../schemas/model/restoration.ts";
import { asStored, recordOf } from "./row.ts";

/** The record that the tables were restored. */
export interface RestorationStore {
  /** Returns the last restoration of these tables to an earlier second; undefined if there was none. */
  restoration(): Promise<Restoration | undefined>;
  writeRestoration(restoration: Restoration): Promise<void>;
}

/** Returns the last restoration of the tables from its item. Throws a TypeError on a row of another kind. */
const readRestoration = (item: WireItem): Restoration =>
  asStored(Restoration, recordOf("letters", item), "restoration of the tables");

/** The record that the tables were restored, in the table of letters, without an index. The last one counts. */
export const dynamoRestorations = ({ client, tables }: Access, read: ReadItem): RestorationStore => ({
  restoration: () => read(restorationKey, readRestoration),
  writeRestoration: async (restoration) => {
    await client.putItem({
      TableName: tableOf(tables, "letters").name,
      Item: toItem({ ...restorationKey, ...restoration }),
    });
  },
});
