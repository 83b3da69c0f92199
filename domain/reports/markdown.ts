import { directionOf } from "../labels/direction.ts";
import { punctuationOf } from "../labels/punctuation.ts";
import {
  type Block,
  cellText,
  type NoteName,
  noteReferences,
  notesOfSentence,
  notesOfTable,
  type Paper,
  type PaperTable,
} from "./content.ts";

/** Returns words as Markdown shows them: none of them is read as markup. */
const escapeMarkdown = (words: string): string => words.replaceAll(/[\\`*_[\]<>|#~]/gu, String.raw`\$&`);

/** Returns a paper as Markdown, with tables, and notes as GitHub reads them. */
export const paperAsMarkdown = (paper: Paper): string => {
  const referencesTo = noteReferences(paper);
  const references = (names: readonly NoteName[]): string =>
    referencesTo(names)
      .map(({ number }) => `[^${number}]`)
      .join("");
  const table = ({ title, columns, rows, foot }: PaperTable, notes: readonly NoteName[]): string => {
    const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(" | ")} |`;
    const texts = (cells: (typeof rows)[number]) => cells.map((cell) => cellText(cell, paper.language));
    return [
      `**${escapeMarkdown(title)}**${references(notes)}`,
      "",
      line(columns),
      `| ${columns.map((_, place) => (place === 0 ? "---" : "---:")).join(" | ")} |`,
      ...rows.map((row) => line(texts(row))),
      ...(foot === undefined ? [] : [line(texts(foot))]),
    ].join("\n");
  };
  const write = (block: Block): string => {
    switch (block.kind) {
      case "heading":
        return `${"#".repeat(block.level)} ${escapeMarkdown(block.text)}`;
      case "paragraph": {
        const text = block.sentences
          .map((sentence) => `${escapeMarkdown(sentence.text)}${references(notesOfSentence(sentence))}`)
          .join(punctuationOf(paper.language).betweenSentences);
        // A number with a point would begin a list with automatic numbers.
        return block.number === undefined ? text : `${block.number}\\. ${text}`;
      }
      case "table":
        return table(block, notesOfTable(block));
      case "figure":
        return table({ ...block.table, title: block.title }, block.notes);
    }
  };
  const isMirrored = directionOf(paper.language) === "rtl";
  return [
    // Markdown takes the direction from HTML around it, and is read within HTML after an empty line.
    ...(isMirrored ? [`<div dir="rtl" lang="${paper.language}">`] : []),
    ...paper.front.map(escapeMarkdown),
    `# ${escapeMarkdown(paper.title)}`,
    `**${escapeMarkdown(paper.subtitle)}**`,
    escapeMarkdown(paper.remark),
    ...paper.blocks.map(write),
    ...paper.notes.map(({ text }, place) => `[^${place + 1}]: ${escapeMarkdown(text)}`),
    ...(isMirrored ? ["</div>"] : []),
    "",
  ].join("\n\n");
};
