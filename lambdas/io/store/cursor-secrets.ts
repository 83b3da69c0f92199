import type { CursorSecrets } from "../cursor-secrets.ts";
import { recordsTable } from "../../../schemas/model/tables.ts";
import type { Store } from "../ports/store.ts";
import { toItem } from "./attributes.ts";
import { isNew, says } from "./conditions.ts";
import { cursorSecretKey } from "./keys/system.ts";
import type { ReadItem } from "./item-reader.ts";
import { isConditionalCheckFailed } from "./refusals.ts";
import { readSecrets } from "./rows/requests.ts";
import { type Access, tableOf } from "./tables.ts";

/** The newest secret is in the attribute where system versions before rotation expect the only one. */
const rowOf = ({ newest, signsFrom, previous }: CursorSecrets) => ({
  ...cursorSecretKey,
  schema: 1,
  secret: newest,
  ...(signsFrom === undefined ? {} : { signsFrom }),
  ...(previous === undefined ? {} : { previous }),
});

/** Reads the secrets that cursors are signed with. The function that finds none writes its own; of several the first wins. */
export const sharedCursorSecrets = (
  { client, tables }: Access,
  read: ReadItem,
): Pick<Store, "cursorSecrets" | "replaceCursorSecrets"> => {
  const stored = () => read(cursorSecretKey, readSecrets);
  const put = async (secrets: CursorSecrets, condition: ReturnType<typeof isNew>): Promise<boolean> => {
    try {
      await client.putItem({ TableName: tableOf(tables, "records").name, Item: toItem(rowOf(secrets)), ...condition });
      return true;
    } catch (error) {
      if (!isConditionalCheckFailed(error)) throw error;
      return false;
    }
  };
  return {
    cursorSecrets: async (propose) => {
      const found = await stored();
      if (found !== undefined) return found;
      const proposed = propose();
      if (await put(proposed, isNew(recordsTable.partitionKey))) return proposed;
      const winner = await stored();
      if (winner === undefined) throw new Error("The secrets of cursors were written and cannot be found");
      return winner;
    },
    replaceCursorSecrets: (before, next) => put(next, says("secret", before.newest)),
  };
};
