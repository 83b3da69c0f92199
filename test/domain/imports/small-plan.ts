import { englishOf } from "../../../domain/imports/messages.ts";
import { type ImportContext, planImport } from "../../../domain/imports/plan.ts";
import { placeSheets, readContent } from "../../../domain/imports/sheets.ts";
import type { GivenSheets, ImportError } from "../../../domain/imports/sheets.ts";
import { ImportId } from "../../../schemas/base/ids.ts";
import { at, userId } from "../../fixtures/changes.ts";
import { smallGroups, smallSource } from "../../fixtures/small-take-over.ts";
import { type Row, type Sheets, takeOver } from "../../fixtures/take-over.ts";
import { parties } from "../lots/few-parties.ts";

export const order = {
  id: ImportId.parse(`i-${"a".repeat(40)}`),
  orderedBy: userId(1),
  orderedAt: at("2023-06-09T10:00:00.000Z"),
  source: smallSource,
};
const mechanism: ImportContext = {
  parties,
  reviews: [],
  groups: [],
  phases: [],
  users: new Map(),
  persons: new Map(),
  missions: new Map(),
};
export const all = takeOver(smallGroups);

/** Returns an error of an import with its English message. */
const inEnglish = ({ message, ...place }: ImportError) => ({ ...place, message: englishOf(message) });

/** Returns the plan of the given sheets, with the errors of reading them, in English. */
export const planOf = (sheets: GivenSheets, there: Partial<ImportContext> = {}) => {
  const placed = placeSheets(sheets);
  const { content, errors } = readContent(placed.sheets);
  const plan = planImport(content, { ...mechanism, ...there }, order, [...placed.errors, ...errors]);
  return { ...plan, errors: plan.errors.map(inEnglish), kept: plan.kept.map(inEnglish) };
};
export type PlanInEnglish = ReturnType<typeof planOf>;

/** Returns the sheets with changed cells in the rows that a condition selects. */
export const changed = (sheet: string, picks: (row: Row) => boolean, cells: Row): Sheets => ({
  ...all,
  [sheet]: { rows: (all[sheet]?.rows ?? []).map((row) => (picks(row) ? { ...row, ...cells } : row)) },
});
/** Returns the number of the first row that a condition selects. */
export const rowOf = (sheet: string, picks: (row: Row) => boolean): number =>
  (all[sheet]?.rows ?? []).findIndex(picks) + 1;

/** Returns the sheets with more rows in one of them. */
export const withRows = (sheets: Sheets, sheet: string, ...more: readonly Row[]): Sheets => ({
  ...sheets,
  [sheet]: { rows: [...(sheets[sheet]?.rows ?? []), ...more] },
});
