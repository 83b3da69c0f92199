import pMap from "p-map";
import * as z from "zod";
import { epochOf } from "../../../domain/base/time.ts";
import { packBlock } from "../../../domain/statistics/packed-blocks.ts";
import {
  packChanges,
  type PackedChanges,
  packRow,
  type PackedRow,
  unpackChanges,
  unpackRow,
} from "../../../domain/statistics/packed-rows.ts";
import { recordsTable } from "../../../schemas/model/tables.ts";
import { packPages, unpackPages } from "../packed-pages.ts";
import type { ProjectionStore, ProjectionBatch, StoredBlock } from "../ports/projection.ts";
import { fromItem, toItem, type WireItem } from "./attributes.ts";
import { carries, type Condition, isNew } from "./conditions.ts";
import type { ReadItem } from "./item-reader.ts";
import { pack, unpack } from "./packed.ts";
import { PackedItem, readBlock, readState } from "./statistics-projection.ts";
import { countsBatchKey, countsPartition, countsBlockKey, projectionStateKey, countedKey } from "./keys/projection.ts";
import { isConditionalCheckFailed } from "./refusals.ts";
import { parseRow } from "./row.ts";
import { type Access, tableOf } from "./tables.ts";

const maxConcurrency = 8;

/** A row is packed and read only by this version of the counts, so its details are not checked. */
const Row = z.custom<PackedRow>();
const Batch = z.custom<{
  readonly rows: readonly (readonly [string, PackedRow])[];
  readonly changes: PackedChanges;
}>();

const PageItem = z.object({ rows: z.string() });

/** Puts an item under a condition; false where it does not hold. */
const putUnless = async ({ client, tables }: Access, row: object, condition: Condition): Promise<boolean> => {
  try {
    await client.putItem({ TableName: tableOf(tables, "records").name, Item: toItem(row), ...condition });
    return true;
  } catch (error) {
    if (isConditionalCheckFailed(error)) return false;
    throw error;
  }
};

const isOfEarlierBatch = (batch: number): Condition => ({
  ConditionExpression: "attribute_not_exists(pk) OR #batch < :batch",
  ExpressionAttributeNames: { "#batch": "batch" },
  ExpressionAttributeValues: { ":batch": { N: String(batch) } },
});

const batches = (access: Access, read: ReadItem): Pick<ProjectionStore, "saveBatch" | "batch"> => ({
  saveBatch: async (id, { rows, changes }, until) => {
    const expires = { [recordsTable.timeToLive]: Math.ceil(epochOf(until) / 1000) };
    const packedRows = [...rows].map(([name, row]) => [name, packRow(row)]);
    const pages = packPages(JSON.stringify({ rows: packedRows, changes: packChanges(changes) }));
    await pMap(
      pages.entries(),
      ([place, page]) =>
        access.client.putItem({
          TableName: tableOf(access.tables, "records").name,
          Item: toItem({ ...countsBatchKey(id, place + 1), schema: 1, rows: page, ...expires }),
        }),
      { concurrency: maxConcurrency },
    );
    return pages.length;
  },
  batch: async ({ id, pages }) => {
    const found = await pMap(
      Array.from({ length: pages }, (_, place) => countsBatchKey(id, place + 1)),
      (key) => read(key, (item) => parseRow(PageItem, fromItem(item), "batch of counts").rows),
    );
    if (found.includes(undefined)) throw new Error(`The batch ${id} of counts is gone`);
    const text = unpackPages(found.flatMap((page) => page ?? []));
    const packed = Batch.parse(JSON.parse(text));
    return {
      rows: new Map(packed.rows.map(([name, row]) => [name, unpackRow(row)])),
      changes: unpackChanges(packed.changes),
    } satisfies ProjectionBatch;
  },
});

/**
 * The number of blocks read at a time if the last of a phase is not enough: most changes are recent, except late facts.
 */
const blocksPerPage = 20;

const blocks = (access: Access): Pick<ProjectionStore, "blocks" | "writeBlock"> => ({
  blocks: async (phase, day, before) => {
    const { client, tables } = access;
    const found: StoredBlock[] = [];
    let after: WireItem | undefined;
    do {
      const answer = await client.query({
        TableName: tableOf(tables, "records").name,
        ConsistentRead: true,
        KeyConditionExpression: "pk = :phase",
        ExpressionAttributeValues: { ":phase": { S: countsPartition(phase) } },
        ScanIndexForward: false,
        Limit: after === undefined ? 1 : blocksPerPage,
        ...(after === undefined ? {} : { ExclusiveStartKey: toItem(fromItem(after)) }),
      });
      found.push(...(answer.Items ?? []).map(readBlock).filter(({ madeBy }) => madeBy < before));
      after = answer.LastEvaluatedKey;
    } while (after !== undefined && found.every(({ block }) => block.from > day));
    const first = found.findIndex(({ block }) => block.from <= day);
    return found.slice(0, first === -1 ? undefined : first + 1).toReversed();
  },
  writeBlock: async (phase, { block, batch, madeBy }) => {
    await putUnless(
      access,
      { ...countsBlockKey(phase, block.from), schema: 1, batch, madeBy, packed: pack(packBlock(block)) },
      isOfEarlierBatch(batch),
    );
  },
});

/** Counts next to the journal, of this version of the counts. Rows of another version are ignored. */
export const dynamoProjection = (access: Access, read: ReadItem): ProjectionStore => ({
  state: () => read(projectionStateKey, readState),
  writeState: (next, before) =>
    putUnless(
      access,
      { ...projectionStateKey, schema: 1, ...next, revision: (before?.revision ?? 0) + 1 },
      before === undefined ? isNew(recordsTable.partitionKey) : carries("revision", before.revision),
    ),
  rows: async (ids) => {
    const found = await Promise.all(
      [...new Set(ids)].map(async (id) => {
        const row = await read(countedKey(id), (item) => {
          const { packed } = parseRow(PackedItem, fromItem(item), "counted row");
          return unpackRow(Row.parse(unpack(packed)));
        });
        return row === undefined ? [] : [[id, row] as const];
      }),
    );
    return new Map(found.flat());
  },
  writeRow: async (id, row, batch) => {
    await putUnless(
      access,
      { ...countedKey(id), schema: 1, batch, packed: pack(packRow(row)) },
      isOfEarlierBatch(batch),
    );
  },
  ...batches(access, read),
  ...blocks(access),
});
