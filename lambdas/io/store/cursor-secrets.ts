import { defined } from "../../../schemas/base/defined.ts";
import * as z from "zod";
import type { CursorSecrets } from "../cursor-secrets.ts";
import { recordsTable } from "../../../schemas/model/tables.ts";
import { toItem, type WireItem, fromItem } from "./attributes.ts";
import { isNew, says } from "./conditions.ts";
import { cursorSecretKey } from "./keys/system.ts";
import type { ReadItem } from "./item-reader.ts";
import { isConditionalCheckFailed } from "./refusals.ts";
import { type Access, tableOf } from "./tables.ts";
import { Instant } from "../../../schemas/base/values.ts";
import { parseRow } from "./row.ts";

/** The secrets that sign cursors. */
export interface CursorSecretStore {
  /** Returns the secrets that sign cursors, equal for every function; stores the proposed ones at first use. */
  cursorSecrets(propose: () => CursorSecrets): Promise<CursorSecrets>;
  /** Replaces these secrets with others; returns false if they are no longer the stored ones. */
  replaceCursorSecrets(before: CursorSecrets, next: CursorSecrets): Promise<boolean>;
}

const SecretRow = z.object({
  secret: z.string().min(1),
  signsFrom: Instant.optional(),
  previous: z.string().min(1).optional(),
});

/** Returns the secrets of cursors from their item. Throws an UnreadableRow on a row of another kind. */
const readSecrets = (item: WireItem): CursorSecrets => {
  const { secret, signsFrom, previous } = parseRow(SecretRow, fromItem(item), "secret");
  return { newest: secret, signsFrom, previous };
};

/** The newest secret is in the attribute where system versions before rotation expect the only one. */
const rowOf = ({ newest, signsFrom, previous }: CursorSecrets) => ({
  ...cursorSecretKey,
  schema: 1,
  secret: newest,
  ...defined({ signsFrom, previous }),
});

/** Reads the secrets that cursors are signed with. The function that finds none writes its own; of several the first wins. */
export const sharedCursorSecrets = ({ client, tables }: Access, read: ReadItem): CursorSecretStore => {
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
