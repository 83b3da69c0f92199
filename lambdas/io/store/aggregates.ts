import * as z from "zod";
import type { AggregateKind } from "../../../schemas/model/aggregate-kind.ts";
import type { AggregateStates, Aggregate } from "../../../domain/audit/aggregates.ts";
import { Party } from "../../../schemas/model/party.ts";
import { Group } from "../../../schemas/model/group.ts";
import { Review } from "../../../schemas/model/review.ts";
import { User } from "../../../schemas/model/user.ts";
import { type WireItem, fromItem } from "./attributes.ts";
import { assertRow } from "./row.ts";
import { readNamed } from "../unreadable-row.ts";
import { keyOf, type Access } from "./tables.ts";
import { recordsTable } from "../../../schemas/model/tables.ts";
import type { IdPageRequest, Page, IdRange } from "../ports/paging.ts";
import { type Question, page } from "./pages.ts";
import type { ReadItem } from "./item-reader.ts";
import { aggregateRowKey, aggregateSchema } from "./keys/aggregates.ts";
import { asItem, readMany, records } from "./questions.ts";
import { kindPartition } from "./keys/indexes.ts";

/**
 * The schema of the stored state of each kind. Schemas of kinds that few requests need are loaded with the first row.
 */
export const stateSchemas: { readonly [K in AggregateKind]: () => Promise<z.ZodType<AggregateStates[K]>> } = {
  party: () => Promise.resolve(Party),
  group: () => Promise.resolve(Group),
  review: () => Promise.resolve(Review),
  user: () => Promise.resolve(User),
  bulletin: async () => (await import("../../../schemas/model/bulletin.ts")).Bulletin,
  "contact-log": async () => (await import("../../../schemas/model/follow-up.ts")).ContactLog,
  phase: async () => (await import("../../../schemas/model/phase.ts")).Phase,
  import: async () => (await import("../../../schemas/model/import.ts")).Import,
  "register-entry": async () => (await import("../../../schemas/model/register.ts")).RegisterEntry,
  "status-paper": async () => (await import("../../../schemas/model/status-paper.ts")).StatusPaper,
  text: async () => (await import("../../../schemas/model/stored-text.ts")).StoredText,
};

const AggregateRow = z.object({
  id: z.string(),
  version: z.int().min(1),
  hash: z.string(),
  foldVersion: z.int().min(0),
  state: z.unknown(),
});

type StoredAggregate<K extends AggregateKind> = Omit<Aggregate<K>, "kind">;

/** Returns true if a row has the shape that this version writes, by its number and without parsing its state. */
const hasOwnShape = <K extends AggregateKind>(
  row: Readonly<Record<string, unknown>>,
  kind: K,
): row is Readonly<Record<string, unknown>> & StoredAggregate<K> =>
  row["schema"] === aggregateSchema &&
  row["kind"] === kind &&
  typeof row["id"] === "string" &&
  typeof row["hash"] === "string" &&
  Number.isInteger(row["version"]) &&
  Number.isInteger(row["foldVersion"]) &&
  typeof row["state"] === "object" &&
  row["state"] !== null;

/**
 * Returns the reader of aggregates by their ids, which are read by nearly every request. Only a row of another version
 * is parsed, because parsing takes longer than all else. Lists and the nightly audit parse every row.
 */
const readerById =
  <K extends AggregateKind>(kind: K) =>
  async (item: WireItem): Promise<Aggregate<K>> => {
    const row = fromItem(item);
    if (!hasOwnShape(row, kind)) return (await aggregateReader(kind))(item);
    const { id, version, hash, foldVersion, state } = row;
    return { kind, id, version, hash, foldVersion, state };
  };

/** Returns the reader that parses aggregates of this kind, which throws an UnreadableRow on a row of another kind. */
export const aggregateReader = async <K extends AggregateKind>(kind: K): Promise<(item: WireItem) => Aggregate<K>> => {
  const schema: z.ZodType<AggregateStates[K]> = await stateSchemas[kind]();
  const read = (item: WireItem): Aggregate<K> => {
    const row = fromItem(item);
    assertRow(AggregateRow, row, `aggregate of a ${kind}`);
    const { id, version, hash, foldVersion, state } = row;
    assertRow(schema, state, kind);
    return { kind, id, version, hash, foldVersion, state };
  };
  // Named here, because aggregates are parsed once their schema is loaded, which may be after they were read.
  return (item) => readNamed(keyOf(item, { name: "records", description: recordsTable }), () => read(item));
};

/** Aggregates by kind. Consistent reads, except lists. */
export interface AggregateStore {
  load<K extends AggregateKind>(kind: K, id: string): Promise<Aggregate<K> | undefined>;
  /** Returns the aggregates in the order of `ids`; missing ones are omitted. */
  loadMany<K extends AggregateKind>(kind: K, ids: readonly string[]): Promise<readonly Aggregate<K>[]>;
  /** Eventually consistent, by id; users by role first, of which ids name no range. */
  list<K extends AggregateKind>(kind: K, paging: IdPageRequest): Promise<Page<Aggregate<K>>>;
}

/** The range of an index by id. */
export const sortedIn = (ids: IdRange | undefined): Pick<Question, "sort"> => (ids === undefined ? {} : { sort: ids });

/** Returns the aggregates that were found, in the order of `ids`. */
export const inOrderOf = <K extends AggregateKind>(
  ids: readonly string[],
  aggregates: readonly Aggregate<K>[],
): readonly Aggregate<K>[] => {
  const found = new Map(aggregates.map((aggregate) => [aggregate.id, aggregate]));
  return ids.flatMap((id) => found.get(id) ?? []);
};

/** Aggregates on DynamoDB. */
export const dynamoAggregates = (access: Access, read: ReadItem): AggregateStore => ({
  load: async (kind, id) => {
    const item = await read(aggregateRowKey(kind, id), asItem);
    return item === undefined ? undefined : readerById(kind)(item);
  },
  loadMany: async (kind, ids) => {
    const items = await readMany(
      read,
      [...new Set(ids)].map((id) => aggregateRowKey(kind, id)),
    );
    return inOrderOf(ids, await Promise.all(items.map(readerById(kind))));
  },
  list: async (kind, { ids, ...paging }) => {
    const question = records(access, { index: "byKind", partition: kindPartition(kind), ...sortedIn(ids) });
    return page(access.client, question, paging, await aggregateReader(kind));
  },
});
