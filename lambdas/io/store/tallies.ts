import { lettersTable } from "../../../schemas/model/tables.ts";
import { Conflict } from "../ports/commit.ts";
import { toItem, writeIdOf, type WireItem } from "./attributes.ts";
import { carries, isNew } from "./conditions.ts";
import { tallyKey } from "./keys/letters.ts";
import { putUnder } from "./outcome.ts";
import type { ReadItem } from "./item-reader.ts";
import { type Access, tableOf } from "./tables.ts";
import type { BulletinId } from "../../../schemas/base/ids.ts";
import { BounceTally } from "../../../schemas/model/bulletin.ts";
import { asStored, recordOf } from "./row.ts";

/** The tallies of bounces of bulletins. */
export interface TallyStore {
  /** Returns the breaker's tally of a bulletin's bounces; undefined before the first count. */
  tally(bulletin: BulletinId): Promise<BounceTally | undefined>;
  /** Writes its first revision, or the next one; returns false after a conflict. */
  writeTally(next: BounceTally): Promise<boolean>;
}

/** Returns the breaker's tally of a bulletin from its item. Throws a TypeError on a row of another kind. */
const readTally = (item: WireItem): BounceTally => asStored(BounceTally, recordOf("letters", item), "tally of bounces");

/** The breaker's tally of each bulletin, in the table of letters without an index. */
export const dynamoTallies = ({ client, tables }: Access, read: ReadItem): TallyStore => ({
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
