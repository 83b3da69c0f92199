import * as z from "zod";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import { PartyId, ReviewId } from "../../../schemas/base/ids.ts";
import type { AggregateKind } from "../../../schemas/model/aggregate-kind.ts";
import type { ListedObligation } from "../../../schemas/model/listed-obligation.ts";
import type { ListedReview } from "../../../schemas/model/listed-review.ts";
import {
  listedObligationsPartition,
  listedReviewsPartition,
  partyNamesPartition,
  recordsTable,
} from "../../../schemas/model/tables.ts";
import { logUnreadable } from "../log-failure.ts";
import type { IdPageRequest, Page } from "../ports/paging.ts";
import { aggregateReader, inOrderOf, sortedIn } from "./aggregates.ts";
import { fromItem, type WireItem } from "./attributes.ts";
import { readBatches } from "./batches.ts";
import { aggregateRowKey } from "./keys/aggregates.ts";
import { readListedText } from "./listed-text.ts";
import { readObligationsText } from "./obligations-text.ts";
import { all, page } from "./pages.ts";
import { records } from "./questions.ts";
import { parseRow } from "./row.ts";
import { type Access, tableOf } from "./tables.ts";

const NameRow = z.object({ [recordsTable.sortKey]: PartyId, name: z.string() });
const ListedRow = z.object({ listSort: ReviewId, listed: z.string() });
const ObligationsRow = z.object({ obligationsSort: ReviewId, obligations: z.string() });

const readName = (item: WireItem): readonly [PartyId, string] => {
  const { sk, name } = parseRow(NameRow, fromItem(item), "name of a party");
  return [sk, name];
};
const readListed = (item: WireItem): ListedReview => {
  const { listSort: id, listed } = parseRow(ListedRow, fromItem(item), "listed review");
  return readListedText(id, listed);
};
const readObligations = (item: WireItem): readonly ListedObligation[] => {
  const { obligationsSort: id, obligations } = parseRow(ObligationsRow, fromItem(item), "obligations of a review");
  return readObligationsText(id, obligations);
};

/**
 * Small rows for lists, which follow from aggregates and are written with them, by id; and the aggregates of lists that
 * need more. Eventually consistent.
 */
export interface ListRowStore {
  /** Returns every party's name on record. An unreadable row is omitted and logged. */
  partyNames(): Promise<ReadonlyMap<PartyId, string>>;
  listedReviews(paging: IdPageRequest): Promise<Page<ListedReview>>;
  /** Returns the obligations of each review that has any. */
  obligationsOfReviews(paging: IdPageRequest): Promise<Page<readonly ListedObligation[]>>;
  /** Returns aggregates in the order of `ids`; missing ones are omitted. Throws if a row is unreadable. */
  lookUp<K extends AggregateKind>(kind: K, ids: readonly string[]): Promise<readonly Aggregate<K>[]>;
}

/** Small rows for lists on DynamoDB. */
export const dynamoListRows = (access: Access): ListRowStore => ({
  partyNames: async () =>
    new Map(
      await all(
        access.client,
        records(access, { partition: partyNamesPartition, isEventual: true }),
        readName,
        logUnreadable,
      ),
    ),
  listedReviews: ({ ids, ...paging }) =>
    page(
      access.client,
      records(access, { index: "byList", partition: listedReviewsPartition, ...sortedIn(ids) }),
      paging,
      readListed,
    ),
  obligationsOfReviews: ({ ids, ...paging }) =>
    page(
      access.client,
      records(access, { index: "byReview", partition: listedObligationsPartition, ...sortedIn(ids) }),
      paging,
      readObligations,
    ),
  lookUp: async (kind, ids) => {
    const keys = [...new Set(ids)].map((id) => aggregateRowKey(kind, id));
    const { name } = tableOf(access.tables, "records");
    const items = await readBatches(access.client, name, keys, { isConsistent: false });
    return inOrderOf(ids, items.map(await aggregateReader(kind)));
  },
});
