import { epochOf } from "../../../domain/base/time.ts";
import { isUnderWay } from "../../../domain/letters/erased-letter.ts";
import { LetterState } from "../../../schemas/model/letter.ts";
import { recordsTable } from "../../../schemas/model/tables.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { logUnreadable } from "../log-failure.ts";
import { all } from "../pages.ts";
import { UnreadableRow } from "../unreadable-row.ts";
import type { Ledger } from "../ports/outbox.ts";
import type { Store } from "../ports/store.ts";
import type { WireItem } from "./attributes.ts";
import { belongsTo, carries, lacks } from "./conditions.ts";
import { deleteUnder } from "./row-deletion.ts";
import { emptyNote } from "./erasures.ts";
import * as keys from "./keys.ts";
import { letterRowKindOf, overPartition, statePartitions } from "./letter-keys.ts";
import { mergedPage } from "./pages.ts";
import { recordKindOf } from "./record-kinds.ts";
import { readContact } from "./rows/follow-ups.ts";
import { readLetter } from "./rows/letters.ts";
import { scanItems } from "./table-scan.ts";
import { type Access, keyOf, type NamedTable, tableOf } from "./tables.ts";

/**
 * Returns the content of an item; undefined if it is unreadable, which is logged: such a row does not prevent the
 * erasure of others.
 */
const readableOf = <T>(item: WireItem, table: NamedTable, read: (item: WireItem) => T): T | undefined => {
  try {
    return read(item);
  } catch (error) {
    if (!(error instanceof UnreadableRow)) throw error;
    logUnreadable(keyOf(item, table));
    return undefined;
  }
};

/** Deletes an item of records that is past, or an address that a version before gave up without an expiry. */
const deletePast = async (access: Access, item: WireItem, now: Instant): Promise<boolean> => {
  const key = { pk: item["pk"]?.S ?? "", sk: item["sk"]?.S ?? "" };
  const table = tableOf(access.tables, "records");
  const expiresAt = item[recordsTable.timeToLive]?.N;
  if (expiresAt !== undefined && Number(expiresAt) * 1000 <= epochOf(now))
    return deleteUnder(access.client, table, key, carries(recordsTable.timeToLive, Number(expiresAt)));
  const isGivenUp = recordKindOf(key) === "address" && item["user"] === undefined;
  return isGivenUp && deleteUnder(access.client, table, key, lacks("user"));
};

/** Erases rows of the table of records that are past their retention. */
export const pastRecords = (access: Access): Pick<Store, "erasePast"> => ({
  erasePast: async ({ now, notesBefore }) => {
    let erased = 0;
    const { partitionKey, sortKey, timeToLive } = recordsTable;
    for await (const item of scanItems(access, "records", [partitionKey, sortKey, timeToLive, "user", "contact"])) {
      if (await deletePast(access, item, now)) {
        erased += 1;
        continue;
      }
      if (item[sortKey]?.S?.startsWith(keys.contactsPrefix) !== true) continue;
      const contact = readableOf(item, tableOf(access.tables, "records"), readContact);
      if (contact?.note === undefined || contact.recordedAt >= notesBefore) continue;
      await emptyNote(access)(contact);
      erased += 1;
    }
    return erased;
  },
});

const itself = (item: WireItem): WireItem => item;

/** The attributes in which rows next to the letters store their end. */
const endNames: Partial<Readonly<Record<ReturnType<typeof letterRowKindOf>, string>>> = {
  mark: "unsuppressedAt",
  unreachable: "until",
  returned: "until",
};

/** Returns when a row next to the letters ended; undefined if it has not. */
const overAt = (item: WireItem): readonly [name: string, at: string] | undefined => {
  const name = endNames[letterRowKindOf(item["id"]?.S ?? "")];
  const at = name === undefined ? undefined : item[name]?.S;
  return name === undefined || at === undefined ? undefined : [name, at];
};

/** The states in which a letter no longer changes automatically. */
const finalStates = LetterState.options.filter((state) => !isUnderWay({ state }));

/** Past rows of the table of letters, found by the lists of their states: a night reads what is past, and not the whole table. */
export const pastLetters = (access: Access): Pick<Ledger, "detailed" | "deletePast"> => {
  const { client } = access;
  const table = tableOf(access.tables, "letters");
  /** Items of lists by state that sort below an end. */
  const listed = async (partitions: readonly string[], below: string): Promise<readonly WireItem[]> =>
    all((paging) => mergedPage(client, { table, index: "byState", sort: { below } }, partitions, paging, itself));
  return {
    detailed: async (before) => {
      // Its last change is the attention of a letter in a final state, and that is what its list is sorted by.
      const lists = finalStates.map((state) => listed(statePartitions(state), before));
      return (await Promise.all(lists)).flat().flatMap((item) => {
        const letter = readableOf(item, table, readLetter);
        return letter !== undefined && letter.changedAt < before ? [letter] : [];
      });
    },
    deletePast: async (before) => {
      let deleted = 0;
      for (const item of await listed([overPartition], before)) {
        const over = overAt(item);
        if (over === undefined) continue;
        if (await deleteUnder(client, table, { id: item["id"]?.S ?? "" }, belongsTo(...over))) deleted += 1;
      }
      return deleted;
    },
  };
};
