import { toItem, type WireItem } from "./attributes.ts";
import type { ReadItem } from "./item-reader.ts";
import { awaitedKey } from "./keys/letters.ts";
import { type Access, tableOf } from "./tables.ts";
import type { BulletinId, LetterId } from "../../../schemas/base/ids.ts";
import { AwaitedLetter } from "../../../schemas/model/bulletin.ts";
import { asStored, recordOf } from "./row.ts";

/** The letters that bulletins wait for. */
export interface AwaitedLetters {
  /** Returns the letter that a bulletin waits for, as last found in transit; undefined before the first check. */
  awaitedLetter(bulletin: BulletinId): Promise<LetterId | undefined>;
  writeAwaitedLetter(bulletin: BulletinId, letter: LetterId): Promise<void>;
}

/** Returns the letter that a bulletin waits for from its item. Throws a TypeError on a row of another kind. */
const readAwaitedLetter = (item: WireItem): AwaitedLetter =>
  asStored(AwaitedLetter, recordOf("letters", item), "awaited letter");

/**
 * The letter that each bulletin waits for, stored in the table of letters without an index. Writes have no condition,
 * because each writer reads the letter afterwards: the last writer is correct.
 */
export const dynamoAwaitedLetters = ({ client, tables }: Access, read: ReadItem): AwaitedLetters => ({
  awaitedLetter: async (bulletin) => (await read(awaitedKey(bulletin), readAwaitedLetter))?.letter,
  writeAwaitedLetter: async (bulletin, letter) => {
    await client.putItem({
      TableName: tableOf(tables, "letters").name,
      Item: toItem({ ...awaitedKey(bulletin), schema: 1, bulletin, letter }),
    });
  },
});
