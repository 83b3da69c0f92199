import type { Refused } from "../../../domain/base/decision.ts";
import { importRetention } from "../../../domain/base/policy.ts";
import { later } from "../../../domain/base/time.ts";
import { orderImport } from "../../../domain/imports/import.ts";
import { importIdOf, type KeptImport } from "../../../domain/imports/kept-import.ts";
import { groupIdsOf, type ImportOrder, type ImportPlan, planImport } from "../../../domain/imports/plan.ts";
import { type GivenSheets, type ImportError, placeSheets, readContent } from "../../../domain/imports/sheets.ts";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import type { UserId } from "../../../schemas/base/ids.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { packPages } from "../../io/packed-pages.ts";
import type { Store } from "../../io/ports/store.ts";
import { changeOf, type CommandDecision } from "../../commands/execute-command.ts";
import { importWorld } from "./import-world.ts";

/** An import as it was checked: what it says, what it would bring about, and what is wrong with it. */
export interface CheckedImport {
  readonly kept: KeptImport;
  readonly order: ImportOrder;
  readonly plan: ImportPlan;
  readonly errors: readonly ImportError[];
}

/** Reads and checks an import whole, by all that is there now. Nothing is written. */
export const checkImport = async (
  store: Store,
  { source, sheets: given }: { readonly source: string; readonly sheets: GivenSheets },
  orderedBy: UserId,
  now: Instant,
): Promise<CheckedImport> => {
  const { sheets, errors: ofForm } = placeSheets(given);
  const kept = { source, sheets };
  const { content, errors: ofRows } = readContent(sheets);
  const order = { id: importIdOf(kept), orderedBy, orderedAt: now, source };
  const plan = planImport(content, await importWorld(store, content, order.id), order);
  // What rows say is judged only where all of them could be read: a row that is missing would be missed elsewhere.
  const ofReading = [...ofForm, ...ofRows];
  return { kept, order, plan, errors: ofReading.length > 0 ? ofReading : plan.errors };
};

/**
 * Keeps what an import says once more while it is being applied: where that took longer than pages are kept, the same file
 * sent again is what it goes on from. Of one that was applied nothing is kept.
 */
export const keepWhileApplying = async (
  store: Pick<Store, "saveImport">,
  { kept, order: { id } }: CheckedImport,
  { state: { state } }: Aggregate<"import">,
  now: Instant,
): Promise<void> => {
  if (state === "applying") await store.saveImport(id, packPages(JSON.stringify(kept)), later(now, importRetention));
};

/** Orders an import that was checked and found sound; its pages come first, so that one that is ordered is whole. */
export const decideImport = async (
  store: Store,
  checked: CheckedImport,
): Promise<Refused | CommandDecision<Aggregate<"import">>> => {
  const { kept, order, plan } = checked;
  const { id, orderedBy, orderedAt: now } = order;
  const before = await store.load("import", id);
  if (before !== undefined) {
    await keepWhileApplying(store, checked, before, now);
    return { ok: true, changes: [], outcome: before };
  }
  const pages = packPages(JSON.stringify(kept));
  await store.saveImport(id, pages, later(now, importRetention));
  const decision = orderImport(
    undefined,
    {
      id,
      orderedBy,
      pages: pages.length,
      reviews: plan.reviews.map(({ review }) => review.id),
      groups: groupIdsOf(plan.groups),
      people: plan.people.length,
    },
    now,
  );
  if (!decision.ok) return decision;
  const change = changeOf("import", id, undefined, decision.facts);
  const outcome = { kind: "import", id, version: 1, hash: "", state: change.after } as const;
  return { ok: true, changes: [change], outcome };
};
