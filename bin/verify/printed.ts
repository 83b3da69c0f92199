import type { Prints } from "./paper-prints.ts";

/** The printed content of a paper: its numbered paragraphs, and the cells of its tables except column titles. */
interface Printed {
  readonly paragraphs: ReadonlyMap<number, string>;
  readonly tables: readonly (readonly (readonly string[])[])[];
}

/** A paper as Markdown: lines that begin with a bar are rows, and the second of a table is its rule. */
const printedInMarkdown = (text: string): Printed => {
  const paragraphs = new Map<number, string>();
  const tables: string[][][] = [];
  let isInTable = false;
  for (const line of text.split("\n")) {
    const isRow = line.startsWith("|");
    if (isRow && !isInTable) tables.push([]);
    if (isRow) tables.at(-1)?.push(line.slice(1, -1).split(/(?<!\\)\|/u));
    isInTable = isRow;
    const number = /^(?<number>\d+)\\\. /u.exec(line)?.groups?.["number"];
    if (number !== undefined)
      paragraphs.set(Number(number), line.slice(number.length + 3).replaceAll(/\[\^\d+\]/gu, ""));
  }
  return { paragraphs, tables: tables.map(([, , ...rows]) => rows) };
};

const withoutMarks = (html: string): string =>
  html
    .replaceAll(/<sup>.*?<\/sup>/gu, "")
    .replaceAll(/<[^>]+>/gu, "")
    .replaceAll(/&#?\w+;/gu, " ");

const inside = (html: string, pattern: RegExp): readonly string[] =>
  [...html.matchAll(pattern)].map(([, content = ""]) => content);

/** Returns the printed content of a page. */
const printedOnPage = (html: string): Printed => ({
  paragraphs: new Map(
    [...html.matchAll(/<p><span class="number" id="paragraph-(\d+)">\d+\.<\/span>(.*?)<\/p>/gsu)].map(
      ([, number = "", said = ""]) => [Number(number), withoutMarks(said)] as const,
    ),
  ),
  tables: inside(html, /<tbody>(.*?)<\/table>/gsu).map((rows) =>
    inside(rows, /<tr>(.*?)<\/tr>/gsu).map((row) => inside(row, /<t[hd][^>]*>(.*?)<\/t[hd]>/gsu).map(withoutMarks)),
  ),
});

const months = "January|February|March|April|May|June|July|August|September|October|November|December";
const days = new RegExp(`\\b\\d{1,2} (?:${months}) \\d{4}\\b`, "gu");
/** Numbers by which something is named. */
const names = /\b(?:table|group|cluster|cycle|paragraph|resolution) \d+(?:\/\d+)?/giu;

const numbersIn = (text: string): readonly number[] =>
  [
    ...text
      .replaceAll(days, "")
      .replaceAll(names, "")
      .matchAll(/\d[\d,]*(?:\.\d+)?/gu),
  ]
    .map(([number]) => Number(number.replaceAll(",", "")))
    // None is written as a word in one sentence and as a digit in another.
    .filter((number) => number > 0);

/** The numbers of a row; its first cell is its aggregate, and a day is none. */
const numbersOf = ([, ...cells]: readonly string[]): readonly number[] =>
  cells.flatMap((cell) => (/^\s*[\d,]+\s*$/u.test(cell) ? [Number(cell.replaceAll(",", ""))] : []));

/** Rows in an order that both sides have; sums stay last. */
const inOrder = (rows: readonly (readonly number[])[]): string => {
  const words = rows.map((row) => row.join(" "));
  return [...words.slice(0, -1).toSorted(), ...words.slice(-1)].join(" | ");
};

/** Returns, in words, the differences between the printed content and the required one. */
const differences = (prints: Prints, { paragraphs, tables }: Printed): readonly string[] => {
  const inParagraphs = [...prints.paragraphs].flatMap(([number, expected]) => {
    const wanted = expected.filter((one) => one > 0).join(" ");
    const printed = paragraphs.get(number);
    const found = printed === undefined ? "nothing" : numbersIn(printed).join(" ");
    return found === wanted ? [] : [`paragraph ${number} prints ${found}, and counts ${wanted}`];
  });
  const inTables = prints.tables.flatMap((rows, place) => {
    const found = inOrder((tables[place] ?? []).map(numbersOf));
    return found === inOrder(rows) ? [] : [`table ${place + 1} of all prints ${found}, and counts ${inOrder(rows)}`];
  });
  const more = tables.length - prints.tables.length;
  return [...inParagraphs, ...inTables, ...(more > 0 ? [`it has ${more} tables more than it counts for`] : [])];
};

/** The formats of a paper of which the checker reads every number. */
const formats = { markdown: printedInMarkdown, html: printedOnPage };
export const readableFormats = ["markdown", "html"] as const;

/** Returns the differences between the numbers that a paper prints and those that it counts. */
export const misprints = (format: (typeof readableFormats)[number], text: string, prints: Prints): readonly string[] =>
  differences(prints, formats[format](text));
