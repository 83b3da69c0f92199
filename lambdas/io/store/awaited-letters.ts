import type { Ledger } from "../ports/outbox.ts";
import { toItem } from "./attributes.ts";
import type { ReadItem } from "./item-reader.ts";
import { awaitedKey } from "./keys/letters.ts";
import { readAwaitedLetter } from "./rows/bulletins.ts";
import { type Access, tableOf } from "./tables.ts";

/**
 * The letter that each bulletin waits for, stored in the table of letters without an index. Writes have no condition,
 * because each writer reads the letter afterwards: the last writer is correct.
 */
export const dynamoAwaitedLetters = (
  { client, tables }: Access,
  read: ReadItem,
): Pick<Ledger, "awaitedLetter" | "writeAwaitedLetter"> => ({
  awaitedLetter: async (bulletin) => (await read(awaitedKey(bulletin), readAwaitedLetter))?.letter,
  writeAwaitedLetter: async (bulletin, letter) => {
    await client.putItem({
      TableName: tableOf(tables, "letters").name,
      Item: toItem({ ...awaitedKey(bulletin), schema: 1, bulletin, letter }),
    });
  },
});
