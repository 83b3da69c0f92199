import { directionOf } from "../labels/direction.ts";
import { punctuationOf } from "../labels/punctuation.ts";
import type { Wording } from "../labels/words.ts";
import { drawFigure } from "../views/draw-figure.ts";
import { text } from "../views/page-words.ts";
import {
  type Block,
  type Cell,
  cellText,
  type NoteName,
  noteReferences,
  notesOfSentence,
  notesOfTable,
  type Paper,
  type PaperTable,
} from "./content.ts";
import { pageContents } from "./page-policy.ts";
import { paperStyle } from "./page-style.ts";

type Refer = (names: readonly NoteName[]) => string;

/** Makes references to notes; the note links back to the first of each. */
const referrer = (paper: Paper): Refer => {
  const referencesTo = noteReferences(paper);
  return (names) => {
    const links = referencesTo(names).map(({ number, isFirst }) => {
      const id = isFirst ? ` id="ref-${number}"` : "";
      const label = paper.words.noteRef.replace("{number}", String(number));
      return `<a${id} href="#note-${number}" role="doc-noteref" aria-label="${text(label)}">${number}</a>`;
    });
    return links.length === 0 ? "" : `<sup>${links.join(" ")}</sup>`;
  };
};

/** Returns a table that scrolls separately if it is wider than the page, also by keys. */
const tableOf = ({ language }: Paper, { title, columns, rows, foot }: PaperTable, references: string): string => {
  const cells = (row: readonly Cell[]): string => {
    const [first = "", ...others] = row.map((cell) => text(cellText(cell, language)));
    return `<tr><th scope="row">${first}</th>${others.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  };
  const names = columns.map((column) => `<th scope="col">${text(column)}</th>`).join("");
  return [
    `<div class="wide" tabindex="0" role="region" aria-label="${text(title)}"><table><caption>${text(title)}${references}</caption>`,
    `<thead><tr>${names}</tr></thead><tbody>${rows.map(cells).join("")}</tbody>`,
    `${foot === undefined ? "" : `<tfoot>${cells(foot)}</tfoot>`}</table></div>`,
  ].join("\n");
};

const headingId = (place: number): string => `section-${place}`;

const writeBlock = (paper: Paper, wording: Wording, refer: Refer, block: Block, place: number): string => {
  switch (block.kind) {
    case "heading":
      return `<h${block.level} id="${headingId(place)}">${text(block.text)}</h${block.level}>`;
    case "paragraph": {
      const number =
        block.number === undefined ? "" : `<span class="number" id="paragraph-${block.number}">${block.number}.</span>`;
      const said = block.sentences.map((sentence) => `${text(sentence.text)}${refer(notesOfSentence(sentence))}`);
      return `<p>${number}${said.join(punctuationOf(paper.language).betweenSentences)}</p>`;
    }
    case "table":
      return tableOf(paper, block, refer(notesOfTable(block)));
    case "figure": {
      const { data, title, notes, table } = block;
      return [
        `<figure><figcaption>${text(title)}${refer(notes)}</figcaption>`,
        `<div class="wide" tabindex="0" role="region" aria-label="${text(title)}">${drawFigure(data, wording)}</div>`,
        `<details><summary>${text(paper.words.figureNumbers)}</summary>${tableOf(paper, table, "")}</details></figure>`,
      ].join("\n");
    }
  }
};

const contentsOf = ({ blocks, words }: Paper): string => {
  const items = blocks.flatMap((block, place) =>
    block.kind === "heading"
      ? [`<li${block.level === 3 ? ' class="sub"' : ""}><a href="#${headingId(place)}">${text(block.text)}</a></li>`]
      : [],
  );
  return `<nav aria-labelledby="contents"><h2 id="contents">${text(words.contents)}</h2><ol>${items.join("")}</ol></nav>`;
};

const notesOf = ({ notes, words }: Paper): string => {
  const items = notes.map(
    (note, place) =>
      `<li id="note-${place + 1}">${text(note.text)} <a href="#ref-${place + 1}" role="doc-backlink" aria-label="${text(words.noteBack)} (${place + 1})">↩</a></li>`,
  );
  return `<section class="notes" role="doc-endnotes" aria-labelledby="notes"><h2 id="notes">${text(words.notes)}</h2><ol>${items.join("")}</ol></section>`;
};

/** Returns a paper as one page that loads nothing: its figures are drawn in it. */
export const paperAsPage = (paper: Paper, wording: Wording): string => {
  const refer = referrer(paper);
  const { language, front, title, subtitle, remark, words } = paper;
  return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${pageContents}">
<title>${text(subtitle)}</title>
<style>${paperStyle}</style>
</head>
<body>
<a class="skip" href="#paper">${text(words.skip)}</a>
<header>
${front.map((line) => `<p class="front">${text(line)}</p>`).join("\n")}
<p class="subtitle">${text(subtitle)}</p>
<h1>${text(title)}</h1>
<p class="remark">${text(remark)}</p>
</header>
${contentsOf(paper)}
<main id="paper">
${paper.blocks.map((block, place) => writeBlock(paper, wording, refer, block, place)).join("\n")}
${notesOf(paper)}
</main>
</body>
</html>
`;
};
