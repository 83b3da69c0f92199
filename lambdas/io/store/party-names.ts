import * as z from "zod";
import { PartyId } from "../../../schemas/base/ids.ts";
import { partyNamesPartition, recordsTable } from "../../../schemas/model/tables.ts";
import { logUnreadable } from "../log-failure.ts";
import { fromItem, type WireItem } from "./attributes.ts";
import { all } from "./pages.ts";
import { records } from "./questions.ts";
import { parseRow } from "./row.ts";
import type { Access } from "./tables.ts";

const NameRow = z.object({ [recordsTable.sortKey]: PartyId, name: z.string() });

const readName = (item: WireItem): readonly [PartyId, string] => {
  const { sk, name } = parseRow(NameRow, fromItem(item), "name of a party");
  return [sk, name];
};

/** The names of parties, in rows that follow from their aggregates. */
export interface PartyNameStore {
  /**
   * Returns every party's name on record, by id, in the order of ids; eventually consistent. An unreadable row is
   * omitted and logged.
   */
  partyNames(): Promise<ReadonlyMap<PartyId, string>>;
}

/** The names of parties on DynamoDB. */
export const dynamoPartyNames = (access: Access): PartyNameStore => ({
  partyNames: async () =>
    new Map(
      await all(
        access.client,
        records(access, { partition: partyNamesPartition, isEventual: true }),
        readName,
        logUnreadable,
      ),
    ),
});
