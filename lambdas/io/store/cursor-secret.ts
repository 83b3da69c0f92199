import { recordsTable } from "../../../schemas/model/tables.ts";
import type { Store } from "../ports/store.ts";
import { toItem } from "./attributes.ts";
import { isNew } from "./conditions.ts";
import * as keys from "./keys.ts";
import type { ReadItem } from "./reading.ts";
import { isConditionalCheckFailed } from "./refusals.ts";
import { readSecret } from "./rows/requests.ts";
import { type Access, tableOf } from "./tables.ts";

/** Reads the secret that cursors are signed with. The function that finds none writes its own; of several the first wins. */
export const shareCursorSecret =
  ({ client, tables }: Access, read: ReadItem): Store["cursorSecret"] =>
  async (propose) => {
    const stored = await read(keys.cursorSecretKey, readSecret);
    if (stored !== undefined) return stored;
    const secret = propose();
    try {
      await client.putItem({
        TableName: tableOf(tables, "records").name,
        Item: toItem({ ...keys.cursorSecretKey, schema: 1, secret }),
        ...isNew(recordsTable.partitionKey),
      });
      return secret;
    } catch (error) {
      if (!isConditionalCheckFailed(error)) throw error;
      const winner = await read(keys.cursorSecretKey, readSecret);
      if (winner === undefined) throw error;
      return winner;
    }
  };
