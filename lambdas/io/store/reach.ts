import { Contact, type PartyRecipient } from "../../../schemas/model/letter.ts";
import { lettersTable } from "../../../schemas/model/tables.ts";
import { Conflict } from "../ports/commit.ts";
import { toItem, writeIdOf, type WireItem } from "./attributes.ts";
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
import { type Access, tableOf } from "./tables.ts";
import type { Hash } from "../../../schemas/base/ids.ts";
import { SuppressedAddress, UnreachableRecipient, BouncingAddress } from "../../../schemas/model/address.ts";
import type { PageRequest, Page } from "../ports/paging.ts";
import { asStored, recordOf } from "./row.ts";

/** Suppressed addresses, unreachable recipients, and addresses from which letters bounce. */
export interface ReachStore {
  /** Returns the mark of an address, by its hash; it remains after the address is unsuppressed. */
  mark(address: Hash): Promise<SuppressedAddress | undefined>;
  /** Writes the first revision of a mark, or the next one; returns false after a conflict. */
  writeMark(next: SuppressedAddress): Promise<boolean>;
  /** Deletes a mark as it was read; false where it has changed. */
  deleteMark(mark: SuppressedAddress): Promise<boolean>;
  /** Marks in force, the oldest first. */
  suppressed(paging: PageRequest): Promise<Page<SuppressedAddress>>;
  /** Records that a recipient is unreachable, or reachable again; does not return the earlier status. */
  writeUnreachable(row: UnreachableRecipient): Promise<void>;
  unreachableOf(recipient: PartyRecipient): Promise<UnreachableRecipient | undefined>;
  /** Returns recipients that no letter can reach, the longest unreachable first. */
  unreachable(paging: PageRequest): Promise<Page<UnreachableRecipient>>;
  /** Records that letters to an address bounce, or no longer do; does not return the earlier status. */
  writeReturned(row: BouncingAddress): Promise<void>;
  returnedFrom(recipient: PartyRecipient, contact: BouncingAddress["contact"]): Promise<BouncingAddress | undefined>;
  /** Deletes the records of a recipient's reachability: that it is unreachable, and that letters bounce. */
  deleteReach(recipient: PartyRecipient): Promise<void>;
  /** Addresses from which letters come back, the longest first. */
  returned(paging: PageRequest): Promise<Page<BouncingAddress>>;
}

/** Returns the mark of an address from its item. Throws a TypeError on a row of another kind. */
export const readMark = (item: WireItem): SuppressedAddress =>
  asStored(SuppressedAddress, recordOf("letters", item), "mark of an address");

/** Returns an unreachable recipient from its item. Throws a TypeError on a row of another kind. */
export const readUnreachable = (item: WireItem): UnreachableRecipient =>
  asStored(UnreachableRecipient, recordOf("letters", item), "unreachable recipient");

/** Returns an address whose letters bounce from its item. Throws a TypeError on a row of another kind. */
export const readReturned = (item: WireItem): BouncingAddress =>
  asStored(BouncingAddress, recordOf("letters", item), "address from which letters come back");

/** Addresses that letters failed at, and unreachable recipients: next to the letters, in their table. */
export const dynamoReach = ({ client, tables }: Access, get: ReadItem): ReachStore => {
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
