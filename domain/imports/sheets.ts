import type * as z from "zod";
import {
  type ImportRow,
  importRows,
  type PlacedCells,
  type RowSheet,
  SheetName,
} from "../../schemas/model/import-rows.ts";
import type { Party } from "../../schemas/model/party.ts";
import { type ImportMessage, say } from "./messages.ts";
import { issueWords } from "../base/issue-words.ts";
import { readCsv, shown } from "../base/read-csv.ts";
import { partyFileColumns, readPartyRecords } from "../parties/parse-party-file.ts";

/** An error of an import, by sheet, row and column; the column is empty where a whole row or sheet is meant. */
export interface ImportError {
  readonly sheet: SheetName;
  readonly row: number;
  readonly column: string;
  readonly message: ImportMessage;
}

/** The error of a party code that is not registered. */
export const unregistered = say("unregistered-party");

/** A sheet as it is submitted: CSV with a header, or rows with the columns of that header. */
export type GivenSheet =
  { readonly csv: string } | { readonly rows: readonly Readonly<Record<string, string | number>>[] };
export type GivenSheets = { readonly [Sheet in SheetName]?: GivenSheet | undefined };

/** The rows of sheets with their places, as an import keeps them until it is applied. */
export type PlacedSheets = { readonly [Sheet in SheetName]?: readonly PlacedCells[] | undefined };

/** A row that was read, with its place. */
export type Placed<Row> = Row & { readonly row: number };

/** The schemas of rows, so that the schema of a sheet reads rows of that sheet. */
const rowSchemas: { readonly [Sheet in RowSheet]: z.ZodType<ImportRow<Sheet>> } = importRows;

/** Cells of a row that say otherwise than what is known here, which stays as it is; what a row leaves out says nothing. */
export const differing = <Details extends object>(
  sheet: SheetName,
  { row }: { readonly row: number },
  given: Details,
  known: Details,
): readonly ImportError[] => {
  const before = new Map(Object.entries(known));
  return Object.entries(given)
    .filter(([name, value]) => before.get(name) !== value)
    .map(([name]) => ({
      sheet,
      row,
      column: name.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`),
      message: say("differs-from-known"),
    }));
};

/** The content of an import. */
export type ImportContent = {
  readonly [Sheet in RowSheet]: readonly Placed<ImportRow<Sheet>>[];
} & { readonly parties: readonly Party[] };

/** Returns the columns of a sheet, in the order in which they are described. */
export const columnsOf = (sheet: SheetName): readonly string[] =>
  sheet === "parties" ? partyFileColumns : Object.keys(importRows[sheet].shape);

const isGiven = (cell: string | number): boolean => String(cell).trim() !== "";

const cellsOf = (entries: readonly (readonly [string, string | number])[]): Readonly<Record<string, string>> =>
  Object.fromEntries(entries.filter(([, cell]) => isGiven(cell)).map(([name, cell]) => [name, String(cell).trim()]));

/**
 * Returns the rows of one sheet, or the errors in its form: its quotation marks, its columns, the number of its cells.
 */
const placeRows = (
  sheet: SheetName,
  given: GivenSheet,
): { readonly rows: readonly PlacedCells[]; readonly errors: readonly ImportError[] } => {
  const known = columnsOf(sheet);
  const unknown = (names: readonly string[], row: number): readonly ImportError[] =>
    names
      .filter((name) => !known.includes(name))
      .map((name) => ({ sheet, row, column: shown(name), message: say("unknown-column", { sheet }) }));
  if ("rows" in given) {
    const rows = given.rows.map((cells, place) => ({ row: place + 1, cells: cellsOf(Object.entries(cells)) }));
    return { rows, errors: given.rows.flatMap((cells, place) => unknown(Object.keys(cells), place + 1)) };
  }
  const read = readCsv(given.csv);
  if (!read.ok) {
    const { row, column, problem: text } = read.problem;
    return { rows: [], errors: [{ sheet, row, column, message: { text } }] };
  }
  const [header, ...records] = read.records;
  if (header === undefined) return { rows: [], errors: [] };
  const { cells: columns } = header;
  const twice = columns.filter((name, place) => columns.indexOf(name) !== place);
  const uneven = records.filter(({ cells }) => cells.length !== columns.length);
  const errors = [
    ...unknown(columns, header.row),
    ...twice.map((name) => ({
      sheet,
      row: header.row,
      column: shown(name),
      message: say("column-twice"),
    })),
    ...uneven.map(({ row, cells }) => ({
      sheet,
      row,
      column: "",
      message: say("uneven-row", { cells: cells.length, columns: columns.length }),
    })),
  ];
  const rows = records.map(({ row, cells }) => ({
    row,
    cells: cellsOf(columns.map((name, place) => [name, cells[place] ?? ""])),
  }));
  return { rows, errors };
};

/** Returns the rows of all sheets with their places, and the errors in the form of any. */
export const placeSheets = (
  given: GivenSheets,
): { readonly sheets: PlacedSheets; readonly errors: readonly ImportError[] } => {
  const placed = SheetName.options.flatMap((sheet) => {
    const one = given[sheet];
    return one === undefined ? [] : [{ sheet, ...placeRows(sheet, one) }];
  });
  return {
    sheets: Object.fromEntries(placed.map(({ sheet, rows }) => [sheet, rows])),
    errors: placed.flatMap(({ errors }) => errors),
  };
};

const errorsOf = (
  sheet: SheetName,
  { row, cells }: PlacedCells,
  issues: readonly z.core.$ZodIssue[],
): readonly ImportError[] => {
  const found = new Map<string, ImportError>();
  for (const issue of issues) {
    const column = shown(String(issue.path[0] ?? ""));
    const isMissing = column !== "" && cells[column] === undefined;
    const message = isMissing ? say("empty-cell") : { text: issue.message };
    if (!found.has(column) && issue.code !== "unrecognized_keys") found.set(column, { sheet, row, column, message });
  }
  return [...found.values()];
};

const readParties = (rows: readonly PlacedCells[]) => {
  const records = rows.map(({ row, cells }) => ({ row, cells: partyFileColumns.map((name) => cells[name] ?? "") }));
  return readPartyRecords([{ row: 1, cells: partyFileColumns }, ...records]);
};

/**
 * Reads every row of an import, or says what is wrong with which. Nothing is said here of how rows fit each other, or what
 * there is already.
 */
export const readContent = (
  sheets: PlacedSheets,
): { readonly content: ImportContent; readonly errors: readonly ImportError[] } => {
  const errors: ImportError[] = [];
  const rowsOf = <Sheet extends RowSheet>(sheet: Sheet): readonly Placed<ImportRow<Sheet>>[] =>
    (sheets[sheet] ?? []).flatMap((placed) => {
      const schema: z.ZodType<ImportRow<Sheet>> = rowSchemas[sheet];
      const parsed = schema.safeParse(placed.cells, { error: issueWords });
      if (parsed.success) return [{ ...parsed.data, row: placed.row }];
      errors.push(...errorsOf(sheet, placed, parsed.error.issues));
      return [];
    });
  const parties = sheets.parties === undefined ? undefined : readParties(sheets.parties);
  if (parties?.ok === false)
    errors.push(
      ...parties.problems.map(({ row, column, problem }) => ({
        sheet: "parties" as const,
        row,
        column,
        message: { text: problem },
      })),
    );
  const content: ImportContent = {
    parties: parties?.ok === true ? parties.parties : [],
    missions: rowsOf("missions"),
    phases: rowsOf("phases"),
    pairings: rowsOf("pairings"),
    deviations: rowsOf("deviations"),
    people: rowsOf("people"),
    steps: rowsOf("steps"),
    delays: rowsOf("delays"),
    redraws: rowsOf("redraws"),
  };
  return { content, errors };
};

/** Returns the number of rows of each sheet that is present. */
export const countRows = (sheets: PlacedSheets): readonly { readonly sheet: SheetName; readonly rows: number }[] =>
  SheetName.options.flatMap((sheet) => {
    const rows = sheets[sheet];
    return rows === undefined ? [] : [{ sheet, rows: rows.length }];
  });
