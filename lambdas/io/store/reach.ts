import { Contact } from "../../../schemas/model/letter.ts";
import { lettersTable } from "../../../schemas/model/tables.ts";
import { Conflict } from "../ports/store.ts";
import type { Ledger } from "../ports/outbox.ts";
import { toItem, writeIdOf } from "./attributes.ts";
import { carries, type Condition, isNew } from "./conditions.ts";
import { deleteUnder } from "./row-deletion.ts";
import {
  markKey,
  markRow,
  suppressedPartition,
  unreachableRow,
  unreachableKey,
  unreachablePartition,
  returnedRow,
  returnedKey,
  returnedPartition,
} from "./keys/reach.ts";
import { putUnder } from "./outcome.ts";
import { page, type Question } from "./pages.ts";
import type { ItemKey, ReadItem } from "./item-reader.ts";
import { readMark, readReturned, readUnreachable } from "./rows/letters.ts";
import { type Access, tableOf } from "./tables.ts";

type Reach = Pick<
  Ledger,
  | "mark"
  | "writeMark"
  | "deleteMark"
  | "suppressed"
  | "writeUnreachable"
  | "unreachableOf"
  | "unreachable"
  | "writeReturned"
  | "returnedFrom"
  | "deleteReach"
  | "returned"
>;

/** Addresses that letters failed at, and unreachable recipients: next to the letters, in their table. */
export const dynamoReach = ({ client, tables }: Access, get: ReadItem): Reach => {
  const table = () => tableOf(tables, "letters");
  const put = async (row: Readonly<Record<string, unknown>>): Promise<void> => {
    await client.putItem({ TableName: table().name, Item: toItem(row) });
  };
  const remove = (key: ItemKey, condition?: Condition) => deleteUnder(client, table(), key, condition);
  const listed = (partition: string): Question => ({ table: table(), index: "byState", partition });

  return {
    mark: (address) => get(markKey(address), readMark),
    writeMark: async (next) => {
      const condition = next.revision === 1 ? isNew(lettersTable.partitionKey) : carries("revision", next.revision - 1);
      const outcome = await putUnder(
        client,
        { TableName: table().name, Item: toItem(markRow(next)), ...condition },
        () => get(markKey(next.hash), writeIdOf),
      );
      if (outcome.kind === "busy")
        throw new Conflict("busy", `The mark of address ${next.hash} is being changed right now`);
      return outcome.kind === "done";
    },
    deleteMark: ({ hash, revision }) => remove(markKey(hash), carries("revision", revision)),
    suppressed: (paging) => page(client, listed(suppressedPartition), paging, readMark),
    writeUnreachable: (row) => put(unreachableRow(row)),
    unreachableOf: (recipient) => get(unreachableKey(recipient), readUnreachable),
    unreachable: (paging) => page(client, listed(unreachablePartition), paging, readUnreachable),
    writeReturned: (row) => put(returnedRow(row)),
    returnedFrom: (recipient, contact) => get(returnedKey({ recipient, contact }), readReturned),
    deleteReach: async (recipient) => {
      await remove(unreachableKey(recipient));
      for (const contact of Contact.options) await remove(returnedKey({ recipient, contact }));
    },
    returned: (paging) => page(client, listed(returnedPartition), paging, readReturned),
  };
};
