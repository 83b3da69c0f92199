import * as z from "zod";
import { totalsAt } from "../../../domain/statistics/counts-blocks.ts";
import { phaseOfScope, totalsOfScope } from "../../../domain/statistics/joint-cells.ts";
import { type PackedBlock, unpackBlock } from "../../../domain/statistics/packed-blocks.ts";
import { GroupId } from "../../../schemas/base/ids.ts";
import { CalendarDate } from "../../../schemas/base/values.ts";
import type { ProjectionState, StoredBlock, StatisticsProjection } from "../ports/projection.ts";
import { fromItem, toItem, type WireItem } from "./attributes.ts";
import { projectionStateKey, countsPartition } from "./keys/projection.ts";
import { Packed, unpack } from "./packed.ts";
import { parseRow } from "./row.ts";
import { type Access, tableOf } from "./tables.ts";

const StateRow = z.object({
  revision: z.int(),
  batch: z.int(),
  pending: z.object({ id: z.string(), pages: z.int(), openedTo: CalendarDate, most: z.int() }).optional(),
  isComplete: z.boolean(),
  isRecountWhole: z.boolean(),
  groups: z.array(GroupId),
});
export const PackedItem = z.object({ batch: z.int(), packed: Packed });
const BlockItem = PackedItem.extend({ madeBy: z.int() });
export const readState = (item: WireItem): ProjectionState =>
  parseRow(StateRow, fromItem(item), "state of the projection");

/** A block is packed and read only by this version of the counts, so its details are not checked. */
const Block = z.custom<PackedBlock>();

export const readBlock = (item: WireItem): StoredBlock => {
  const row = parseRow(BlockItem, fromItem(item), "block of the projection");
  return { block: unpackBlock(Block.parse(unpack(row.packed))), batch: row.batch, madeBy: row.madeBy };
};

/** Reads counts for requests, eventually consistent. */
export const statisticsProjection = (access: Access): StatisticsProjection => ({
  projectionState: async () => {
    const { Item: item } = await access.client.getItem({
      TableName: tableOf(access.tables, "records").name,
      Key: toItem(projectionStateKey),
    });
    return item === undefined ? undefined : readState(item);
  },
  totalsOn: async (scope, day) => {
    const { Items: [item] = [] } = await access.client.query({
      TableName: tableOf(access.tables, "records").name,
      KeyConditionExpression: "pk = :phase AND sk <= :day",
      ExpressionAttributeValues: { ":phase": { S: countsPartition(phaseOfScope(scope)) }, ":day": { S: day } },
      ScanIndexForward: false,
      Limit: 1,
    });
    return totalsOfScope(totalsAt(item === undefined ? undefined : readBlock(item).block, day), scope);
  },
});
