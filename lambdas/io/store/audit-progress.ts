import * as z from "zod";
import { defined } from "../../../schemas/base/defined.ts";
import { Instant } from "../../../schemas/base/values.ts";
import { fromItem, toItem } from "./attributes.ts";
import type { ReadItem } from "./item-reader.ts";
import { aggregateSchema } from "./keys/aggregates.ts";
import { auditProgressKey } from "./keys/system.ts";
import { parseRow } from "./row.ts";
import { type Access, tableOf } from "./tables.ts";

const AuditProgress = z.object({
  /** The version of the fold and the restoration of tables with which journals were read. */
  basis: z.string(),
  /** The begin of the last night without a failure: later changes are read by the next one. */
  since: Instant,
  /** The begin of the first night of this round over all journals. */
  roundBegan: Instant,
  /** The position in all journals at which the next night continues; missing at the begin of a round. */
  after: z.string().optional(),
  /** The number of entries that this round has read, and of all entries at its begin and recorded since. */
  read: z.int().min(0),
  entries: z.int().min(0),
  /** Aggregates that the next night reads in any case. */
  again: z.array(z.string()),
});

/** How far the nightly audit of journals has come. */
export type AuditProgress = Readonly<z.infer<typeof AuditProgress>>;

/** The progress of the nightly audit. */
export interface AuditProgressStore {
  /** Returns how far the audit has come; undefined before the first whole audit of rows with the current shape. */
  auditProgress(): Promise<AuditProgress | undefined>;
  saveAuditProgress(progress: AuditProgress): Promise<void>;
}

const Row = AuditProgress.extend({ aggregateSchema: z.int() });

/** Stores the progress of the nightly audit in one row. */
export const auditProgressStore = ({ client, tables }: Access, read: ReadItem): AuditProgressStore => ({
  auditProgress: async () => {
    const row = await read({ ...auditProgressKey }, (item) => parseRow(Row, fromItem(item), "progress of the audit"));
    if (row?.aggregateSchema !== aggregateSchema) return undefined;
    const { aggregateSchema: _shape, after, ...progress } = row;
    return { ...progress, ...defined({ after }) };
  },
  saveAuditProgress: async (progress) => {
    await client.putItem({
      TableName: tableOf(tables, "records").name,
      Item: toItem({ ...auditProgressKey, schema: 1, aggregateSchema, ...progress }),
    });
  },
});
