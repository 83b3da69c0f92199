import { CsvError, parse } from "csv-parse/sync";
import * as z from "zod";

/** A line of a CSV file: its number as an editor shows it, and its cells, trimmed. */
export interface CsvRecord {
  readonly row: number;
  readonly cells: readonly string[];
}

const newlinesIn = (text: string): number => text.split("\n").length - 1;

// What csv-parse gives and throws with the options below: `lines` is the line that the record (or the file) ends on.
const ParsedRecords = z.array(
  z.object({ record: z.array(z.string()), raw: z.string(), info: z.object({ lines: z.int() }) }),
);
const QuotingError = z.object({ lines: z.int(), raw: z.string() });
const firstLine = (lines: number, raw: string): number => lines - newlinesIn(raw.trim());

/**
 * Returns the lines of a CSV file (comma-separated, UTF-8; byte order mark, CRLF, quoted commas and blank lines are
 * fine), the header among them, or the error in its quotation marks.
 */
export const readCsv = (
  text: string,
):
  | { ok: true; records: readonly CsvRecord[] }
  | { ok: false; problem: { readonly row: number; readonly column: string; readonly problem: string } } => {
  try {
    const parsed = parse(text.replaceAll(/\r\n?/g, "\n"), {
      bom: true,
      info: true,
      raw: true,
      record_delimiter: "\n",
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    });
    return {
      ok: true,
      records: ParsedRecords.parse(parsed).map(({ record, raw, info }) => ({
        row: firstLine(info.lines, raw),
        cells: record.map((cell) => cell.normalize("NFC")),
      })),
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const where = QuotingError.safeParse(error);
    const row = where.success ? firstLine(where.data.lines, where.data.raw) : 1;
    return { ok: false, problem: { row, column: "", problem: quotingProblem(error.code) } };
  }
};

const quotingProblem = (code: string): string =>
  code === "CSV_QUOTE_NOT_CLOSED"
    ? "a quotation mark opens and is never closed"
    : "a quotation mark stands inside a cell; put the whole cell in quotation marks and double the inner ones";

/** Returns a value for display on a line: at most sixty characters, invisible ones spelled as code points. */
export const shown = (value: string): string => {
  const visible = value.replaceAll(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`,
  );
  return visible.length > 60 ? `${visible.slice(0, 59)}…` : visible;
};
