import type { Ledger } from "../ports/outbox.ts";
import { toItem } from "./attributes.ts";
import type { ReadItem } from "./item-reader.ts";
import { awaitedKey } from "./letter-keys.ts";
import { readAwaitedLetter } from "./rows/bulletins.ts";
import { type Access, tableOf } from "./tables.ts";

/**
 * Which letter each bulletin awaits, items of the table of letters: no index lists them. Written without a condition:
 * whoever writes reads the letter after, so that the last to write is right.
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
