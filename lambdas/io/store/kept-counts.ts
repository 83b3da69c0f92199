import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import * as z from "zod";
import { monthOfDay } from "../../../domain/base/time.ts";
import { type CountsBlock, totalsAt } from "../../../domain/statistics/counts-blocks.ts";
import { type PackedBlock, unpackBlock } from "../../../domain/statistics/packed-blocks.ts";
import { GroupId } from "../../../schemas/base/ids.ts";
import { recordsTable } from "../../../schemas/model/tables.ts";
import type { CountsState, KeptBlock, KeptCounts } from "../ports/counts.ts";
import { fromItem, toItem, type WireItem } from "./attributes.ts";
import * as keys from "./counts-keys.ts";
import { parseRow } from "./rows/row.ts";
import { type Access, tableOf } from "./tables.ts";

/** Counts of cells whose names repeat each other: a tenth of their length, at little effort. */
export const pack = (value: unknown): string =>
  brotliCompressSync(JSON.stringify(value), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).toString("base64");
export const unpack = (text: string): unknown =>
  JSON.parse(brotliDecompressSync(Buffer.from(text, "base64")).toString("utf8"));

const StateRow = z.object({
  revision: z.int(),
  batch: z.int(),
  pending: z.object({ id: z.string(), pages: z.int(), openedTo: z.string() }).optional(),
  isComplete: z.boolean(),
  isRoundWhole: z.boolean(),
  groups: z.array(GroupId),
});
export const PackedItem = z.object({ batch: z.int(), packed: z.string() });
const BlockItem = PackedItem.extend({ [recordsTable.sortKey]: z.string() });
export const readState = (item: WireItem): CountsState => parseRow(StateRow, fromItem(item), "state of counts");

/** What was packed by this version of the counts, which alone reads it again, is not looked at in detail. */
const Packed = z.custom<PackedBlock>();

export const readBlock = (item: WireItem): KeptBlock => {
  const row = parseRow(BlockItem, fromItem(item), "block of counts");
  return { block: unpackBlock(row.sk, Packed.parse(unpack(row.packed))), batch: row.batch };
};

/** Blocks of a scope up to a month, the newest first, up to one that has an opening. */
export const newestBlocks = async (
  { client, tables }: Access,
  scope: string,
  bound: { readonly upTo?: string; readonly before?: string },
  isConsistent: boolean,
): Promise<readonly CountsBlock[]> => {
  const found: CountsBlock[] = [];
  const month = bound.upTo ?? bound.before ?? "";
  let after: WireItem | undefined;
  do {
    const answer = await client.query({
      TableName: tableOf(tables, "records").name,
      ConsistentRead: isConsistent,
      KeyConditionExpression: `pk = :scope AND sk ${bound.upTo === undefined ? "<" : "<="} :month`,
      ExpressionAttributeValues: { ":scope": { S: keys.countsPartition(scope) }, ":month": { S: month } },
      ScanIndexForward: false,
      // Nearly every block has an opening: none has one that began after the last change of its part.
      Limit: found.length === 0 ? 1 : 6,
      ...(after === undefined ? {} : { ExclusiveStartKey: toItem(fromItem(after)) }),
    });
    found.push(...(answer.Items ?? []).map((item) => readBlock(item).block));
    after = answer.LastEvaluatedKey;
  } while (after !== undefined && found.every(({ opening }) => opening === undefined));
  const opened = found.findIndex(({ opening }) => opening !== undefined);
  return opened === -1 ? found : found.slice(0, opened + 1);
};

/** What requests read of counts, eventually consistent. */
export const keptCounts = (access: Access): KeptCounts => ({
  countsState: async () => {
    const { Item: item } = await access.client.getItem({
      TableName: tableOf(access.tables, "records").name,
      Key: toItem(keys.countsStateKey),
    });
    return item === undefined ? undefined : readState(item);
  },
  countsAt: async (scope, day) => totalsAt(await newestBlocks(access, scope, { upTo: monthOfDay(day) }, false), day),
});
