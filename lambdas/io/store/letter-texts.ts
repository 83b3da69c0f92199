import * as z from "zod";
import { lettersTable } from "../../../schemas/model/tables.ts";
import { toItem, type WireItem, fromItem } from "./attributes.ts";
import { logUnreadable } from "../log-failure.ts";
import type { ReadItem } from "./item-reader.ts";
import { readItems } from "./pages.ts";
import { letterRowKindOf } from "./keys/row-kinds.ts";
import { letterTextKey } from "./keys/letters.ts";
import { deleteUnder } from "./row-deletion.ts";
import { scanItems } from "./table-scan.ts";
import { type Access, tableOf } from "./tables.ts";
import { LetterId } from "../../../schemas/base/ids.ts";
import { LetterText } from "../../../schemas/model/letter.ts";
import { Packed, unpack } from "./packed.ts";
import { parseRow } from "./row.ts";

/** The texts of letters. */
export interface LetterTexts {
  /** Returns the text of a letter as last passed to the mail service; undefined if it is not stored, or was deleted. */
  letterText(id: LetterId): Promise<LetterText | undefined>;
  deleteLetterText(id: LetterId): Promise<void>;
  /** Deletes the texts of letters that mention a person, for all recipients. It reads the whole table. */
  forgetTexts(obligationRefs: (text: string) => boolean): Promise<void>;
}

const LetterTextRow = z.object({ letter: LetterId, packed: Packed });

/** Returns the text of a letter from its item. Throws a TypeError on a row of another kind. */
const readLetterText = (item: WireItem): LetterText =>
  parseRow(LetterText, unpack(parseRow(LetterTextRow, fromItem(item), "text of a letter").packed), "text of a letter");

/** The texts of letters, next to them in the table of letters, without an index. A claim writes them (ledger.ts). */
export const dynamoLetterTexts = (access: Access, read: ReadItem): LetterTexts => ({
  letterText: (id) => read(letterTextKey(id), readLetterText),
  deleteLetterText: async (id) => {
    const { client, tables } = access;
    await client.deleteItem({ TableName: tableOf(tables, "letters").name, Key: toItem(letterTextKey(id)) });
  },
  forgetTexts: async (obligationRefs) => {
    const { partitionKey } = lettersTable;
    const table = tableOf(access.tables, "letters");
    for await (const item of scanItems(access, "letters", [partitionKey, "letter", "packed"])) {
      const id = item[partitionKey]?.S ?? "";
      if (letterRowKindOf(id) !== "letter-text") continue;
      // The plain part has every name as it is written; in the other it may be escaped. An unreadable text delays no other.
      const [said] = readItems([item], table, readLetterText, logUnreadable);
      if (said !== undefined && obligationRefs(said.text)) await deleteUnder(access.client, table, { id });
    }
  },
});
