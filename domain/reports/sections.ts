import type { PaperFigure } from "../../schemas/model/paper-figures.ts";
import { measuresOfFigure } from "../statistics/paper-figures.ts";
import { figureWords } from "../views/figure-words.ts";
import type { Block, PaperTable, Sentence } from "./content.ts";
import { figureTable } from "./tables.ts";
import type { PaperNumbers, PaperWords, Writer } from "./wording.ts";

/** A section of the paper: its blocks in their order. */
export type Section = (writer: Writer, numbers: PaperNumbers) => readonly Block[];

/** The tables in the order of the paper. */
const tables = ["groups", "people", "halfYears", "behind", "change"] as const;

/** Returns the number of a table, by which sentences refer to it. */
export const tableNumber = (table: (typeof tables)[number]): string => String(tables.indexOf(table) + 1);

export const heading = (text: string, level: 2 | 3 = 2): Block => ({ kind: "heading", level, text });

export const paragraph = (number: number, ...sentences: readonly (Sentence | readonly Sentence[])[]): Block => ({
  kind: "paragraph",
  number,
  sentences: sentences.flat().filter(({ text }) => text !== ""),
});

export const tableBlock = ({ words, fill }: Writer, name: (typeof tables)[number], table: PaperTable): Block => ({
  kind: "table",
  ...table,
  title: fill(words.tables.title, { number: tableNumber(name), title: table.title }),
});

/** Returns a figure of the paper, with its numbers also as a table. */
export const figureBlock = (writer: Writer, figure: PaperFigure): Block => {
  const { data, language, labels } = writer;
  const found = data.figures.find((one) => one.figure === figure);
  if (found === undefined) throw new Error(`A paper has no figure ${figure}`);
  const { title, description } = figureWords(found, { language, words: labels });
  return {
    kind: "figure",
    data: found,
    title,
    description,
    notes: measuresOfFigure(figure),
    table: figureTable(writer, found),
  };
};

/** Returns a paragraph of one sentence without a number. */
export const plain = ({ say }: Writer, number: number, name: keyof PaperWords["sentences"]): Block =>
  paragraph(number, say(name));
