import { lettersTable } from "../../../schemas/model/tables.ts";
import { Conflict } from "../ports/store.ts";
import type { Ledger } from "../ports/outbox.ts";
import { toItem, writeIdOf } from "./attributes.ts";
import { carries, isNew } from "./conditions.ts";
import { tallyKey } from "./keys/letters.ts";
import { putUnder } from "./outcome.ts";
import type { ReadItem } from "./item-reader.ts";
import { readTally } from "./rows/bulletins.ts";
import { type Access, tableOf } from "./tables.ts";

/** The breaker's tally of each bulletin, in the table of letters without an index. */
export const dynamoTallies = ({ client, tables }: Access, read: ReadItem): Pick<Ledger, "tally" | "writeTally"> => ({
  tally: (bulletin) => read(tallyKey(bulletin), readTally),
  writeTally: async (next) => {
    const key = tallyKey(next.bulletin);
    const { kind } = await putUnder(
      client,
      {
        TableName: tableOf(tables, "letters").name,
        Item: toItem({ ...key, ...next }),
        ...(next.revision === 1 ? isNew(lettersTable.partitionKey) : carries("revision", next.revision - 1)),
      },
      () => read(key, writeIdOf),
    );
    if (kind === "busy") throw new Conflict("busy", `The tally of ${next.bulletin} is being changed right now`);
    return kind === "done";
  },
});
