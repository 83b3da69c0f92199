import type { ImportRow, RowSheet } from "../../schemas/model/import-rows.ts";
import { say } from "./messages.ts";
import { columnsOf, type ImportContent, type ImportError, type Placed } from "./sheets.ts";

interface RecordedOnce<Row> {
  /** The subjects of a row of which no other row may have any. */
  readonly of: (row: Row) => readonly (string | number)[];
  /** The column that names it, of a row that repeats another in every cell. */
  readonly column: string;
  /** Returns whether two rows about one subject belong together. */
  readonly isTogether?: (row: Row, earlier: Row) => boolean;
}

type RepeatedStep = ImportRow<"steps">;

/**
 * Returns the subject of a step. The first meeting is one, and every further one has its day; a day has one state of
 * the languages.
 */
const ofStep = ({ review, step, day, party, reason }: RepeatedStep): readonly string[] => {
  switch (step) {
    case "languages":
    case "languages-open":
      return [`${review} languages ${day}`];
    case "round":
      return [`${review} ${step} ${day}`];
    case "feedback":
    case "agreement":
      return [`${review} ${step} ${party}`];
    case "consent":
      return (reason ?? "").split(/\s+/u).map((part) => `${review} ${step} ${part}`);
    default:
      return [`${review} ${step}`];
  }
};

/**
 * Returns whether two rows hold the texts of one submission, for two instruments; the location of other texts is in one
 * of them, or equal in both.
 */
const isOneSubmission = (one: RepeatedStep, other: RepeatedStep): boolean =>
  one.instrument !== undefined &&
  other.instrument !== undefined &&
  one.instrument !== other.instrument &&
  one.day === other.day &&
  one.party === other.party &&
  new Set([one.reference, other.reference].filter((reference) => reference !== undefined)).size < 2;

const recordedOnce: { readonly [Sheet in RowSheet]: RecordedOnce<ImportRow<Sheet>> } = {
  missions: { of: ({ party }) => [party], column: "party" },
  phases: { of: ({ cluster }) => [cluster], column: "cluster" },
  pairings: { of: ({ cluster, review_of: reviewed, party }) => [`${cluster} ${reviewed} ${party}`], column: "party" },
  deviations: { of: ({ cluster, party, rule }) => [`${cluster} ${party} ${rule}`], column: "rule" },
  people: {
    of: ({ party, role, email, named_on: namedOn, reviews = [] }) =>
      reviews.map((review) => `${party} ${role} ${email} ${namedOn} ${review}`),
    column: "email",
  },
  steps: { of: ofStep, column: "step", isTogether: isOneSubmission },
  delays: {
    of: ({ review, party, duty: obligation, told_on: reportedOn }) => [
      `${review} ${party} ${obligation} ${reportedOn}`,
    ],
    column: "duty",
  },
  redraws: { of: ({ party }) => [party], column: "party" },
};

const cellsOf = (row: object): ReadonlyMap<string, string> =>
  new Map(Object.entries(row).map(([column, cell]) => [column, String(cell ?? "")]));

/** Returns the first column in which a row differs from an earlier one. */
const contradictionOf = (sheet: RowSheet, row: object, earlier: object): string | undefined => {
  const [cells, before] = [cellsOf(row), cellsOf(earlier)];
  return columnsOf(sheet).find((column) => (cells.get(column) ?? "") !== (before.get(column) ?? ""));
};

const repeatedIn = <Sheet extends RowSheet>(
  sheet: Sheet,
  rows: readonly Placed<ImportRow<Sheet>>[],
): readonly ImportError[] => {
  const { of, column, isTogether = () => false }: RecordedOnce<ImportRow<Sheet>> = recordedOnce[sheet];
  const rowsAbout = new Map<string | number, Placed<ImportRow<Sheet>>[]>();
  return rows.flatMap((row): readonly ImportError[] => {
    const before = of(row).flatMap((each) => rowsAbout.get(each) ?? []);
    for (const each of of(row)) rowsAbout.set(each, [...(rowsAbout.get(each) ?? []), row]);
    const earlier = before.find((one) => !isTogether(row, one));
    if (earlier === undefined) return [];
    const contradicted = contradictionOf(sheet, row, earlier);
    const message =
      contradicted === undefined
        ? say("repeated-row", { row: earlier.row })
        : say("contradicted-row", { row: earlier.row });
    return [{ sheet, row: row.row, column: contradicted ?? column, message }];
  });
};

/**
 * Returns the rows that repeat the subject of an earlier row of their sheet. One that differs is named by its first
 * different column. One with equal cells is refused as well: each record is imported once, so that no reader has to
 * know which repeats count. For people `reviews` holds all reviews of a row; the sheet of parties has its own rule.
 */
export const repeatedRows = (content: Omit<ImportContent, "parties">): readonly ImportError[] => [
  ...repeatedIn("missions", content.missions),
  ...repeatedIn("phases", content.phases),
  ...repeatedIn("pairings", content.pairings),
  ...repeatedIn("deviations", content.deviations),
  ...repeatedIn("people", content.people),
  ...repeatedIn("steps", content.steps),
  ...repeatedIn("delays", content.delays),
  ...repeatedIn("redraws", content.redraws),
];
