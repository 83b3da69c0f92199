import type { Refused } from "../../../domain/base/decision.ts";
import { importRetention } from "../../../domain/policy/retention.ts";
import { later } from "../../../domain/base/time.ts";
import { importOrdered, type NewImport } from "../../../domain/imports/import.ts";
import { importIdOf, type KeptImport } from "../../../domain/imports/kept-import.ts";
import { groupIdsOf, type ImportOrder, type ImportPlan, planImport } from "../../../domain/imports/plan.ts";
import {
  type GivenSheets,
  type ImportContent,
  type ImportError,
  placeSheets,
  readContent,
} from "../../../domain/imports/sheets.ts";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import { foldVersion } from "../../../domain/audit/fold-version.ts";
import type { UserId } from "../../../schemas/base/ids.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { packPages } from "../../io/packed-pages.ts";
import type { Store } from "../../io/ports/store.ts";
import { changeOf, type CommandDecision } from "../../commands/execute-command.ts";
import { loadImportContext } from "./import-context.ts";

/** A submitted import: its content, its id, and the errors found while reading it. */
export interface ReadImport {
  readonly kept: KeptImport;
  readonly order: ImportOrder;
  readonly content: ImportContent;
  readonly unread: readonly ImportError[];
}

/** Reads an import. */
export const readImport = (
  { source, sheets: given }: { readonly source: string; readonly sheets: GivenSheets },
  orderedBy: UserId,
  now: Instant,
): ReadImport => {
  const { sheets, errors: ofForm } = placeSheets(given);
  const kept = { source, sheets };
  const { content, errors: ofRows } = readContent(sheets);
  return {
    kept,
    order: { id: importIdOf(kept), orderedBy, orderedAt: now, source },
    content,
    unread: [...ofForm, ...ofRows],
  };
};

/** Checks an import whole, by all that is there now. Nothing is written. */
export const checkImport = async (store: Store, { content, order, unread }: ReadImport): Promise<ImportPlan> =>
  planImport(content, await loadImportContext(store, content, order.id), order, unread);

const keepPages = async (store: Pick<Store, "saveImport">, { kept, order: { id } }: ReadImport, now: Instant) => {
  const pages = packPages(JSON.stringify(kept));
  await store.saveImport(id, pages, later(now, importRetention));
  return pages.length;
};

/**
 * Stores the content of an import again while it is being applied: if its pages expire meanwhile, a repeated upload of
 * the file continues it. Stores nothing for an applied import.
 */
export const keepWhileApplying = async (
  store: Pick<Store, "saveImport">,
  read: ReadImport,
  { state: { state } }: Aggregate<"import">,
): Promise<void> => {
  if (state === "applying") await keepPages(store, read, read.order.orderedAt);
};

/**
 * Orders an import that was checked and found valid. Its pages are written first, so that an ordered import is
 * complete. An import that another request has ordered meanwhile is unchanged.
 */
export const decideImport = async (
  store: Store,
  read: ReadImport,
  plan: ImportPlan,
): Promise<Refused | CommandDecision<Aggregate<"import">>> => {
  const { id, orderedBy, orderedAt: now } = read.order;
  const before = await store.load("import", id);
  if (before !== undefined) return { ok: true, changes: [], outcome: before };
  const ordered: NewImport = {
    id,
    orderedBy,
    pages: await keepPages(store, read, now),
    reviews: plan.reviews.map(({ review }) => review.id),
    groups: groupIdsOf(plan.groups),
    people: plan.people.length,
  };
  const change = changeOf("import", id, undefined, [importOrdered(ordered, now)]);
  const outcome = { kind: "import", id, version: 1, hash: "", foldVersion, state: change.after } as const;
  return { ok: true, changes: [change], outcome };
};
