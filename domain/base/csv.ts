/** The beginning of a cell that a spreadsheet reads as a formula, also behind blanks, and the signs of full width. */
const formula = /^(?:[\s\u{FEFF}]*[=+\-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}]|[\t\r\n])/u;

const cell = (text: string): string => `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

const line = (cells: readonly string[]): string => `${cells.map(cell).join(",")}\r\n`;

/** Spreadsheets take a file without it for one in the code page of their machine, and names come out wrong. */
const byteOrderMark = "\u{FEFF}";

/**
 * Returns a table for a spreadsheet: CSV as of RFC 4180 in UTF-8 with a byte order mark, every cell quoted. A cell that
 * would be read as a formula has an apostrophe before it, so that opening the file runs nothing. Missing values are
 * empty.
 */
export const csvOf = <Column extends string>(
  columns: readonly Column[],
  rows: readonly { readonly [C in Column]?: string | number | undefined }[],
): string =>
  byteOrderMark + [columns, ...rows.map((row) => columns.map((column) => `${row[column] ?? ""}`))].map(line).join("");
