import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePartyFile, partyFileColumns } from "../../../domain/parties/parse-party-file.ts";
import { codePoint } from "../../generators/values.ts";

const header = partyFileColumns.join(",");

const france: Record<string, string> = {
  name: "France",
  iso_alpha2: "FR",
  iso_alpha3: "FRA",
  iso_numeric: "250",
  kind: "STATE",
  un_regional_group: "WEOG",
  group_confidence: "high",
  untoc_since: "2002-10-29",
  tip_since: "2002-10-29",
  som_since: "2002-10-29",
  fp_since: "2019-02-26",
  party_at_launch_2020_10_16: "Y",
  participation: "takes-part",
};
const ghana = {
  ...france,
  name: "Ghana",
  iso_alpha2: "GH",
  iso_alpha3: "GHA",
  iso_numeric: "288",
  un_regional_group: "AFRICAN",
  untoc_since: "2012-08-21",
  tip_since: "",
  som_since: "2012-08-21",
  fp_since: "",
  review_group_if_reported: "2",
};
const union = { ...france, name: "European Union", iso_alpha2: "EU", iso_alpha3: "", iso_numeric: "", kind: "ORG" };

const line = (cells: Record<string, string>): string => partyFileColumns.map((column) => cells[column] ?? "").join(",");
const fileOf = (...rows: Record<string, string>[]): string => [header, ...rows.map(line)].join("\n");

const problemsOf = (text: string) => {
  const file = parsePartyFile(text);
  if (file.ok) throw new Error("the file was accepted");
  return file.problems;
};
const partiesOf = (text: string) => {
  const file = parsePartyFile(text);
  if (!file.ok) throw new Error(JSON.stringify(file.problems));
  return file.parties;
};

describe("a party file that is right", () => {
  test("gives its parties in its order, with the instruments each has joined", () => {
    expect(partiesOf(fileOf(ghana, union))).toEqual([
      {
        id: "GH",
        name: "Ghana",
        kind: "STATE",
        alpha3: "GHA",
        numeric: "288",
        regionalGroup: "AFRICAN",
        joined: { UNTOC: "2012-08-21", SOM: "2012-08-21" },
        participation: "takes-part",
      },
      {
        id: "EU",
        name: "European Union",
        kind: "ORG",
        regionalGroup: "WEOG",
        joined: { UNTOC: "2002-10-29", TIP: "2002-10-29", SOM: "2002-10-29", FP: "2019-02-26" },
        participation: "takes-part",
      },
    ]);
  });

  test("states which group a party was reported in", () => {
    const file = parsePartyFile(fileOf(france, ghana));
    expect(file.ok && [...file.reportedGroups]).toEqual([["GH", 2]]);
  });

  test("leaves the regional group open where the file names none", () => {
    expect(partiesOf(fileOf({ ...france, un_regional_group: "" }))[0]?.regionalGroup).toBeNull();
  });

  test.each([
    ["a byte order mark", (text: string) => `\uFEFF${text}`],
    ["CRLF line ends", (text: string) => text.replaceAll("\n", "\r\n")],
    ["bare CR line ends", (text: string) => text.replaceAll("\n", "\r")],
    ["blank lines", (text: string) => `${text.replaceAll("\n", "\n\n")}\n\n`],
    ["rows of empty cells at the end", (text: string) => `${text}\n${",".repeat(partyFileColumns.length - 1)}\n`],
    ["spaces around cells", (text: string) => text.replaceAll(",", " , ")],
    ["every cell in quotation marks", (text: string) => text.replaceAll(/[^,\n]+/g, '"$&"')],
  ])("gives equal rows with %s", (_, change) => {
    expect(parsePartyFile(change(fileOf(france, ghana)))).toEqual(parsePartyFile(fileOf(france, ghana)));
  });

  test("may hold its columns in another order", () => {
    const columns = partyFileColumns.toReversed();
    const row = columns.map((column) => france[column] ?? "").join(",");
    expect(partiesOf(`${columns.join(",")}\n${row}`)).toEqual(partiesOf(fileOf(france)));
  });

  test("may hold commas and quotation marks in a quoted name", () => {
    const name = partiesOf(fileOf({ ...france, name: '"Korea, Republic of ""ROK"""' }))[0]?.name;
    expect(name).toBe('Korea, Republic of "ROK"');
  });

  test("gives names in one Unicode form, whichever form the file has", () => {
    expect(partiesOf(fileOf({ ...france, name: "Co\u0302te d'Ivoire" }))[0]?.name).toBe("C\u00F4te d'Ivoire");
  });
});

describe("a party file with one broken cell names its row and column and imports nothing", () => {
  test.each<[string, Record<string, string>, string, RegExp]>([
    ["a name is missing", { name: "" }, "name", /must not be empty/],
    ["a name is over-long", { name: "x".repeat(201) }, "name", /at most 200/],
    ["a name holds a bidirectional override", { name: "Fra\u202Ence" }, "name", /bidirectional/],
    ["a name holds a control character", { name: "Fra\u0007nce" }, "name", /control/],
    ["a name spans two lines", { name: '"Fra\nnce"' }, "name", /control/],
    ["a name came in another encoding", { name: "C\uFFFDte d'Ivoire" }, "name", /UTF-8/],
    ["a code is in small letters", { iso_alpha2: "fr" }, "iso_alpha2", /two-letter/],
    ["a code is missing", { iso_alpha2: "" }, "iso_alpha2", /must not be empty/],
    ["a three-letter code has two", { iso_alpha3: "FR" }, "iso_alpha3", /three capital letters/],
    ["a State has no three-letter code", { iso_alpha3: "" }, "iso_alpha3", /not be empty for a State/],
    ["a spreadsheet ate the zeros of a number", { iso_numeric: "50" }, "iso_numeric", /leading zeros/],
    ["a State has no number", { iso_numeric: "" }, "iso_numeric", /not be empty for a State/],
    ["an organization has a three-letter code", { ...union, iso_alpha3: "EUR" }, "iso_alpha3", /must be empty/],
    ["an organization has a number", { ...union, iso_numeric: "999" }, "iso_numeric", /must be empty/],
    ["the Union is called a State", { iso_alpha2: "EU" }, "kind", /code of no State/],
    ["a kind is unknown", { kind: "COUNTRY" }, "kind", /STATE, ORG/],
    ["a regional group is unknown", { un_regional_group: "NORDIC" }, "un_regional_group", /WEOG, or empty/],
    ["a date does not exist", { tip_since: "2003-02-29" }, "tip_since", /a date that exists/],
    ["a date is written in another order", { untoc_since: "29.10.2002" }, "untoc_since", /a date that exists/],
    ["a date is a century early", { untoc_since: "1902-10-29" }, "untoc_since", /opened for signature/],
    ["the Convention has no date", { untoc_since: "" }, "untoc_since", /must not be empty/],
    ["a protocol was joined before the Convention", { fp_since: "2002-10-28" }, "fp_since", /before the party joined/],
    ["participation is unknown", { participation: "maybe" }, "participation", /takes-part, unassigned/],
    ["a group of reviews is unknown", { review_group_if_reported: "4" }, "review_group_if_reported", /1, 2, 3/],
    [
      "party at launch is neither Y nor N",
      { party_at_launch_2020_10_16: "yes" },
      "party_at_launch_2020_10_16",
      /Y or N/,
    ],
  ])("%s", (_, broken, column, problem) => {
    const problems = problemsOf(fileOf(ghana, { ...france, ...broken }));
    expect(problems).toEqual([expect.objectContaining({ row: 3, column, problem: expect.stringMatching(problem) })]);
  });

  test.each(["name", "iso_alpha2", "iso_alpha3", "iso_numeric"])("%s repeats that of an earlier row", (column) => {
    const problems = problemsOf(fileOf(france, { ...ghana, [column]: france[column] ?? "" }));
    const problem = "stands in row 2 already";
    expect(problems).toEqual([{ row: 3, column, problem, value: france[column] }]);
  });
});

describe("a party file that is broken otherwise says where", () => {
  test.each<[string, string, number, string, RegExp]>([
    ["it is empty", "", 1, "", /empty/],
    ["it is a blank line", "\n\n", 1, "", /empty/],
    ["it has only a header", `${header}\n`, 1, "", /no party/],
    ["it has no header", line(france), 1, "France", /no column/],
    ["it is separated by semicolons", fileOf(france).replaceAll(",", ";"), 1, "", /separated by commas/],
    ["it lacks a column", fileOf(france).replace("untoc_since,", ""), 1, "untoc_since", /missing in the header/],
    ["it has a column that is unknown", `${header},capital\n${line(france)},Paris`, 1, "capital", /no column/],
    ["it has a column twice", `${header},name\n${line(france)},France`, 1, "name", /twice/],
    ["a row has too many cells", `${fileOf(ghana)}\n${line(france)},,extra`, 3, "", /has 18 cells, the header has 16/],
    ["a row has too few cells", `${fileOf(ghana)}\nFrance,FR`, 3, "iso_alpha3", /has 2 cells/],
    ["a quotation mark is never closed", `${fileOf(ghana)}\n"France,FR\n${line(france)}\n`, 3, "", /never closed/],
    ["a quotation mark within a cell", `${fileOf(ghana)}\nThe "West",FR\n`, 3, "", /inside a cell/],
  ])("%s", (_, text, row, column, problem) => {
    expect(problemsOf(text)[0]).toMatchObject({ row, column, problem: expect.stringMatching(problem) });
  });

  test("rows are counted as an editor counts lines, over blank lines and cells of two lines", () => {
    const text = [header, "", line(ghana).replace("Ghana", '"Gha\r\nna"'), "", line({ ...france, kind: "?" })].join(
      "\r\n",
    );
    expect(problemsOf(text).map(({ row, column }) => [row, column])).toEqual([
      [3, "name"],
      [6, "kind"],
    ]);
  });

  test("all broken cells are reported at once, in the order of the rows", () => {
    const broken = { ...ghana, kind: "?", untoc_since: "soon", iso_alpha2: "FR" };
    expect(problemsOf(fileOf(france, broken, { ...union, name: "" })).map(({ row, column }) => [row, column])).toEqual([
      [3, "iso_alpha2"],
      [3, "kind"],
      [3, "untoc_since"],
      [4, "name"],
    ]);
  });

  test("a cell's content is shown cut short and with its invisible characters spelled out", () => {
    const [problem] = problemsOf(fileOf({ ...france, name: `Fra\u202E${"x".repeat(300)}` }));
    expect(problem?.value).toMatch(/^Fra<U\+202E>x{48}…$/);
  });
});

test("whatever text is given is either read or refused with a row, never thrown at", () => {
  const cell = fc.oneof(
    fc.string({ unit: codePoint }),
    fc.constantFrom('"', ",", "\n", "\r\n", "\uFEFF", "FR", "2020-02-30"),
  );
  const text = fc.oneof(
    fc.string({ unit: codePoint }),
    fc.array(cell, { maxLength: 60 }).map((cells) => `${header}\n${cells.join(",")}`),
  );
  fc.assert(
    fc.property(text, (given) => {
      const file = parsePartyFile(given);
      if (file.ok) return file.parties.length > 0;
      return (
        file.problems.length > 0 && file.problems.every(({ row }) => row >= 1 && row <= given.split(/\r\n?|\n/).length)
      );
    }),
  );
});

test("the party file of this system is right", () => {
  expect(partiesOf(readFileSync(new URL("../../../data/parties.csv", import.meta.url), "utf8"))).toHaveLength(191);
});
