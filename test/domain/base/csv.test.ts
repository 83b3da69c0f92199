import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvOf } from "../../../domain/base/csv.ts";

/** Reads a file as a program does that knows CSV, byte order mark and all. */
const read = (text: string): string[][] => parse(text, { bom: true, relax_column_count: false });
/** Matches a cell that a spreadsheet reads as a formula, or that hides a formula behind space. */
const startsFormula = /^[\s\u{FEFF}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

const nasty = fc.string({
  unit: fc.constantFrom(...Array.from("=+-@\t\r\n \"',;|a1é中＝＋－＠\u{FEFF}\u{1F600}"), "cmd"),
  maxLength: 12,
});

test("whatever a cell says comes back as it was, or with an apostrophe before it, and is no formula", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ one: nasty, other: nasty }), { maxLength: 5 }), (rows) => {
      const [aggregate, ...lines] = read(csvOf(["one", "other"], rows));
      expect(aggregate).toEqual(["one", "other"]);
      expect(lines).toHaveLength(rows.length);
      for (const [at, { one, other }] of rows.entries())
        for (const [column, said] of [one, other].entries()) {
          const cell = lines[at]?.[column] ?? "";
          expect(cell).not.toMatch(startsFormula);
          expect(cell).toBe(startsFormula.test(said) ? `'${said}` : said);
        }
    }),
    { numRuns: 500 },
  );
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\u{FEFF}=1", "＝1", '=HYPERLINK("x")'])(
  "%j is defused",
  (said) => {
    expect(read(csvOf(["a"], [{ a: said }]))[1]).toEqual([`'${said}`]);
  },
);

test("a harmless cell stays as it is, a number is written out, and what is not said is empty", () => {
  const text = csvOf(["a", "b", "c"], [{ a: "Côte d’Ivoire, 5-6", b: 7 }]);
  expect(text).toBe('\u{FEFF}"a","b","c"\r\n"Côte d’Ivoire, 5-6","7",""\r\n');
});
