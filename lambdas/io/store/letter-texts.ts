import { lettersTable } from "../../../schemas/model/tables.ts";
import type { Ledger } from "../ports/outbox.ts";
import { toItem } from "./attributes.ts";
import type { ReadItem } from "./item-reader.ts";
import { letterRowKindOf } from "./keys/row-kinds.ts";
import { letterTextKey } from "./keys/letters.ts";
import { readLetterText } from "./rows/letters.ts";
import { deleteUnder } from "./row-deletion.ts";
import { scanItems } from "./table-scan.ts";
import { type Access, tableOf } from "./tables.ts";

/** The texts of letters, next to them in the table of letters, without an index. A claim writes them (ledger.ts). */
export const dynamoLetterTexts = (
  access: Access,
  read: ReadItem,
): Pick<Ledger, "letterText" | "deleteLetterText" | "forgetTexts"> => ({
  letterText: async (id) => (await read(letterTextKey(id), readLetterText))?.said,
  deleteLetterText: async (id) => {
    const { client, tables } = access;
    await client.deleteItem({ TableName: tableOf(tables, "letters").name, Key: toItem(letterTextKey(id)) });
  },
  forgetTexts: async (obligationRefs) => {
    const { partitionKey } = lettersTable;
    for await (const item of scanItems(access, "letters", [partitionKey, "said"])) {
      const id = item[partitionKey]?.S ?? "";
      if (letterRowKindOf(id) !== "letter-text") continue;
      // The plain part has every name as it is written; in the other it may be escaped.
      const text = item["said"]?.M?.["text"]?.S ?? "";
      if (obligationRefs(text)) await deleteUnder(access.client, tableOf(access.tables, "letters"), { id });
    }
  },
});
