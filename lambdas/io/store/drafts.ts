import type { Draft } from "../../../schemas/model/draft.ts";
import { recordsTable } from "../../../schemas/model/tables.ts";
import { Conflict, type DayUse } from "../ports/commit.ts";
import { countUse } from "./allowances.ts";
import { toItem, writeIdOf } from "./attributes.ts";
import { carries, isNew } from "./conditions.ts";
import { draftKey } from "./keys/reviews.ts";
import { aggregateRowKey } from "./keys/aggregates.ts";
import { type Step, transact } from "./outcome.ts";
import type { ReadItem } from "./item-reader.ts";
import { type Access, tableOf } from "./tables.ts";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";

/** Writes drafts. */
export interface DraftStore {
  /**
   * Writes the next version of a draft, if the version before is stored (none for version 1) and the review is still
   * the one decided on. Throws Conflict: "stale" if the draft has changed, otherwise "busy".
   */
  saveDraft(draft: Draft, decidedOn: Aggregate<"review">, uses?: readonly DayUse[]): Promise<void>;
}

const meanings = ["stale", "busy", "used-up"] as const;

/** Returns a draft as an item next to its review. */
const draftRow = (draft: Draft) => ({ ...draftKey(draft), schema: 1, ...draft });

/**
 * Writes a draft in one transaction with a check that its review is still the one decided on. This prevents drafts of
 * submitted texts, and for seats that no longer exist. The review's own version does not change.
 */
export const savingDrafts =
  (access: Access, read: ReadItem): DraftStore["saveDraft"] =>
  async (draft, decidedOn, uses = []) => {
    const table = tableOf(access.tables, "records").name;
    const condition = draft.version === 1 ? isNew(recordsTable.partitionKey) : carries("version", draft.version - 1);
    const steps: Step<(typeof meanings)[number]>[] = [
      { means: "stale", item: { Put: { TableName: table, Item: toItem(draftRow(draft)), ...condition } } },
      {
        means: "busy",
        item: {
          ConditionCheck: {
            TableName: table,
            Key: toItem(aggregateRowKey("review", draft.review)),
            ...carries("version", decidedOn.version),
          },
        },
      },
      ...uses.map((use) => ({ means: "used-up" as const, item: { Update: countUse(access, use) } })),
    ];
    const outcome = await transact(access.client, steps, meanings, () => read(draftKey(draft), writeIdOf));
    if (outcome === "stale") throw new Conflict("stale", "The draft has changed since it was read");
    if (outcome === "used-up") throw new Conflict("used-up", "A limit of the day is reached");
    if (outcome === "busy") throw new Conflict("busy", "The review, or its draft, is being changed right now");
  };
