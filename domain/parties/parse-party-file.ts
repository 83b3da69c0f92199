import { defined } from "../../schemas/base/defined.ts";
import * as z from "zod";
import { PartyId } from "../../schemas/base/ids.ts";
import { Party, PartyKind } from "../../schemas/model/party.ts";
import { issueWords } from "../base/issue-words.ts";
import { type CsvRecord, readCsv, shown } from "../base/read-csv.ts";
import { CalendarDate, GroupNumber, RegionalGroup, NameText, ShortText } from "../../schemas/base/values.ts";

/** The problem of one cell: its row as an editor numbers lines (the header is row 1), its column, and the reason. */
export interface PartyFileProblem {
  readonly row: number;
  /** Name of the column as the header spells it; empty where a whole row or the file is meant. */
  readonly column: string;
  readonly problem: string;
  /** The cell as it was read, cut to what fits a message, invisible characters spelled out. */
  readonly value?: string;
}

export type PartyFile =
  | {
      readonly ok: true;
      readonly parties: readonly Party[];
      /** The group each party was reported to be reviewed in, where the file knows it. */
      readonly reportedGroups: ReadonlyMap<PartyId, number>;
    }
  | { readonly ok: false; readonly problems: readonly PartyFileProblem[] };

/** The Convention could be joined from the day it was opened for signature in Palermo. */
const openedForSignature = CalendarDate.parse("2000-12-12");
const joinedOn = CalendarDate.refine(
  (day) => day >= openedForSignature,
  `is before the Convention was opened for signature, ${openedForSignature}`,
);
const oneOf = (options: readonly string[]) => `must be one of ${options.join(", ")}`;
const yes = z.enum(["Y"], "must be Y or left empty");

/** One row of the party file; cells left empty are absent. */
const PartyFileRow = z.strictObject({
  name: NameText,
  iso_alpha2: PartyId,
  iso_alpha3: z
    .string()
    .regex(/^[A-Z]{3}$/, "must be three capital letters, like FRA")
    .optional(),
  iso_numeric: z
    .string()
    .regex(/^\d{3}$/, "must be three digits, like 250; leading zeros count")
    .optional(),
  kind: z.enum(PartyKind.options, oneOf(PartyKind.options)),
  un_regional_group: z.enum(RegionalGroup.options, `${oneOf(RegionalGroup.options)}, or empty`).optional(),
  group_confidence: z.enum(["high", "medium", "low"], "must be high, medium or low").optional(),
  untoc_since: joinedOn,
  tip_since: joinedOn.optional(),
  som_since: joinedOn.optional(),
  fp_since: joinedOn.optional(),
  party_at_launch_2020_10_16: z.enum(["Y", "N"], "must be Y or N"),
  participation: z.enum(Party.shape.participation.options, oneOf(Party.shape.participation.options)),
  review_group_if_reported: z.enum(["1", "2", "3"], "must be 1, 2, 3 or empty").optional(),
  focal_point_named_by_2021: yes.optional(),
  date_basis_if_not_2014_scrape: ShortText.optional(),
});
type PartyFileRow = z.infer<typeof PartyFileRow>;

/** The columns of the party file; a file may hold them in any order. */
export const partyFileColumns: readonly string[] = Object.keys(PartyFileRow.shape);
const uniqueColumns = ["name", "iso_alpha2", "iso_alpha3", "iso_numeric"] as const;
const protocolColumns = ["tip_since", "som_since", "fp_since"] as const;

/**
 * Reads a party file (comma-separated, UTF-8, with a header; byte order mark, CRLF, quoted commas and blank lines
 * are fine). Either every row is right and all parties are given, in the order of the file, or all problems are
 * and no party is: nothing is imported from a file with a broken row.
 */
export const parsePartyFile = (text: string): PartyFile => {
  const read = readCsv(text);
  return read.ok ? readPartyRecords(read.records) : { ok: false, problems: [read.problem] };
};

/** Reads a party file from its lines, the header first. */
export const readPartyRecords = ([header, ...records]: readonly CsvRecord[]): PartyFile => {
  if (header === undefined) return refuseFile([{ row: 1, column: "", problem: "the file is empty" }]);
  const broken = headerProblems(header);
  if (broken.length > 0) return refuseFile(broken);
  if (records.length === 0)
    return refuseFile([{ row: header.row, column: "", problem: "no party follows the header" }]);
  const problems: PartyFileProblem[] = duplicates(header.cells, records);
  const rows: PartyFileRow[] = [];
  for (const record of records) {
    const parsed = parseRow(header.cells, record);
    if (parsed.ok) rows.push(parsed.row);
    else problems.push(...parsed.problems);
  }
  if (problems.length > 0) return refuseFile(problems);
  return { ok: true, parties: rows.map(partyOf), reportedGroups: reportedGroupsOf(rows) };
};

const refuseFile = (problems: readonly PartyFileProblem[]): PartyFile => ({
  ok: false,
  problems: problems.toSorted((one, other) => one.row - other.row),
});

const headerProblems = ({ row, cells }: CsvRecord): PartyFileProblem[] => {
  const [only] = cells;
  if (cells.length === 1 && only !== undefined && /[;\t]/.test(only))
    return [{ row, column: "", problem: "cells must be separated by commas" }];
  const at = (column: string, problem: string): PartyFileProblem => ({ row, column: shown(column), problem });
  return [
    ...cells.filter((name) => !partyFileColumns.includes(name)).map((name) => at(name, "is no column of a party file")),
    ...cells
      .filter((name, index) => cells.indexOf(name) !== index)
      .map((name) => at(name, "stands in the header twice")),
    ...partyFileColumns.filter((name) => !cells.includes(name)).map((name) => at(name, "is missing in the header")),
  ];
};

const cellOf = (columns: readonly string[], { cells }: CsvRecord, column: string): string =>
  cells[columns.indexOf(column)] ?? "";

const problemAt = (row: number, column: string, problem: string, value: string): PartyFileProblem =>
  value === "" ? { row, column, problem } : { row, column, problem, value: shown(value) };

/** Returns errors for every later row that repeats a code or a name, naming the row it repeats. */
const duplicates = (columns: readonly string[], records: readonly CsvRecord[]): PartyFileProblem[] =>
  uniqueColumns.flatMap((column) => {
    const first = new Map<string, number>();
    return records.flatMap((record) => {
      const value = cellOf(columns, record, column);
      const key = value.toLowerCase();
      const earlier = first.get(key);
      if (value === "") return [];
      if (earlier === undefined) {
        first.set(key, record.row);
        return [];
      }
      return [problemAt(record.row, column, `stands in row ${earlier} already`, value)];
    });
  });

const parseRow = (
  columns: readonly string[],
  record: CsvRecord,
): { ok: true; row: PartyFileRow } | { ok: false; problems: PartyFileProblem[] } => {
  const { row, cells } = record;
  if (cells.length !== columns.length) {
    const problem = `has ${cells.length} cells, the header has ${columns.length}`;
    return { ok: false, problems: [{ row, column: columns[cells.length] ?? "", problem }] };
  }
  const wrongly = cells.findIndex((cell) => cell.includes("\uFFFD"));
  if (wrongly !== -1) {
    const problem = "holds characters that could not be read; save the file as UTF-8";
    return { ok: false, problems: [problemAt(row, columns[wrongly] ?? "", problem, cells[wrongly] ?? "")] };
  }
  const given = columns.map((column, index) => [column, cells[index] ?? ""] as const).filter(([, cell]) => cell !== "");
  const parsed = PartyFileRow.safeParse(Object.fromEntries(given), { error: issueWords });
  const problems = parsed.success ? contradictions(row, parsed.data) : cellProblems(columns, record, parsed.error);
  return parsed.success && problems.length === 0 ? { ok: true, row: parsed.data } : { ok: false, problems };
};

const cellProblems = (columns: readonly string[], record: CsvRecord, error: z.ZodError): PartyFileProblem[] => {
  const found = new Map<string, PartyFileProblem>();
  for (const issue of error.issues) {
    const column = String(issue.path[0] ?? "");
    const value = cellOf(columns, record, column);
    const problem = value === "" ? "must not be empty" : issue.message;
    if (!found.has(column)) found.set(column, problemAt(record.row, column, problem, value));
  }
  return [...found.values()];
};

/**
 * Returns contradictions that no single cell shows: codes that do not fit the kind of party, a protocol joined before
 * the Convention.
 */
const contradictions = (row: number, cells: PartyFileRow): PartyFileProblem[] => {
  const problems: PartyFileProblem[] = [];
  const add = (column: keyof PartyFileRow, problem: string) =>
    problems.push(problemAt(row, column, problem, cells[column] ?? ""));
  for (const column of ["iso_alpha3", "iso_numeric"] as const) {
    if (cells.kind === "STATE" && cells[column] === undefined) add(column, "must not be empty for a State");
    if (cells.kind === "ORG" && cells[column] !== undefined) add(column, "must be empty: an organization has none");
  }
  if (cells.iso_alpha2 === "EU" && cells.kind !== "ORG") add("kind", "must be ORG: EU is the code of no State");
  // A party to a protocol must also be a party to the Convention (article 37 of the Convention).
  for (const column of protocolColumns) {
    const since = cells[column];
    if (since !== undefined && since < cells.untoc_since)
      add(column, `is before the party joined the Convention, ${cells.untoc_since}`);
  }
  return problems;
};

const partyOf = (row: PartyFileRow): Party => ({
  id: row.iso_alpha2,
  name: row.name,
  kind: row.kind,
  ...defined({ alpha3: row.iso_alpha3, numeric: row.iso_numeric }),
  regionalGroup: row.un_regional_group ?? null,
  joined: {
    UNTOC: row.untoc_since,
    ...defined({ TIP: row.tip_since, SOM: row.som_since, FP: row.fp_since }),
  },
  participation: row.participation,
});

const reportedGroupsOf = (rows: readonly PartyFileRow[]): ReadonlyMap<PartyId, number> =>
  new Map(
    rows.flatMap(({ iso_alpha2, review_group_if_reported }) =>
      review_group_if_reported === undefined ? [] : [[iso_alpha2, GroupNumber.parse(Number(review_group_if_reported))]],
    ),
  );
