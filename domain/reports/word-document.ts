import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  InternalHyperlink,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { ChartRun } from "docx/charts";
import type { Language } from "../../schemas/base/values.ts";
import type { FigureSeries } from "../../schemas/model/paper-figures.ts";
import { directionOf } from "../labels/direction.ts";
import { punctuationOf } from "../labels/punctuation.ts";
import type { Wording } from "../labels/words.ts";
import { solidOf } from "../views/figure-tones.ts";
import { hasSeries } from "../views/figure-words.ts";
import { printable } from "../letters/content/html.ts";
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

const colors = { title: "12304D", shade: "E9F0F6", line: "B8C4D0" } as const;
const font = "Arial";
/** Size in half points, the unit of the format. */
const small = 17;
/** The width of an A4 page between its margins, in twentieths of a point. */
const pageWidth = 9_638;

/** Paragraphs and runs of words in the direction of a language. */
interface Flow {
  readonly isMirrored: boolean;
  readonly paragraph: (options: IParagraphOptions) => Paragraph;
  readonly run: (options: IRunOptions | string) => TextRun;
}

const flowOf = (language: Language): Flow => {
  const isMirrored = directionOf(language) === "rtl";
  return {
    isMirrored,
    paragraph: (options) => new Paragraph({ ...options, ...(isMirrored ? { bidirectional: true } : {}) }),
    run: (options) => {
      const words = typeof options === "string" ? { text: options } : options;
      return new TextRun({ ...words, ...(isMirrored ? { rightToLeft: true } : {}) });
    },
  };
};

type Refer = (names: readonly NoteName[]) => readonly ParagraphChild[];

/** References to notes: the first of each is its footnote, and those that follow lead to that. */
const referrer = (paper: Paper, flow: Flow): Refer => {
  const referencesTo = noteReferences(paper);
  return (names) =>
    referencesTo(names).flatMap(({ number, isFirst }, place): readonly ParagraphChild[] => {
      const space = place === 0 ? [] : [flow.run({ text: " ", superScript: true })];
      if (isFirst)
        return [...space, new Bookmark({ id: `note-${number}`, children: [new FootnoteReferenceRun(number)] })];
      const again = flow.run({ text: String(number), superScript: true });
      return [...space, new InternalHyperlink({ anchor: `note-${number}`, children: [again] })];
    });
};

const caption = (flow: Flow, title: string, references: readonly ParagraphChild[]): Paragraph =>
  flow.paragraph({
    keepNext: true,
    spacing: { before: 240, after: 80 },
    children: [flow.run({ text: printable(title), bold: true, size: 19, color: colors.title, font }), ...references],
  });

const cellOf = (
  flow: Flow,
  words: string,
  place: number,
  look: { readonly bold?: boolean; readonly isHead?: boolean; readonly width: number },
): TableCell =>
  new TableCell({
    width: { size: look.width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    ...(look.isHead === true ? { shading: { type: ShadingType.CLEAR, fill: colors.shade, color: "auto" } } : {}),
    children: [
      flow.paragraph({
        alignment: place === 0 ? AlignmentType.START : AlignmentType.END,
        children: [flow.run({ text: printable(words), size: small, font, bold: look.bold === true })],
      }),
    ],
  });

/** Returns a table as wide as the page; its first column takes two shares, and its column names repeat on each page. */
const tableOf = ({ language }: Paper, flow: Flow, { columns, rows, foot }: PaperTable): Table => {
  const share = Math.floor(pageWidth / (columns.length + 1));
  const widths = columns.map((_, place) => (place === 0 ? pageWidth - share * (columns.length - 1) : share));
  const line = (cells: readonly Cell[], look: { readonly bold?: boolean; readonly isHead?: boolean }) =>
    new TableRow({
      cantSplit: true,
      tableHeader: look.isHead === true && look.bold === true && cells === columns,
      children: cells.map((cell, place) =>
        cellOf(flow, cellText(cell, language), place, { ...look, width: widths[place] ?? share }),
      ),
    });
  const border = { style: "single", size: 4, color: colors.line } as const;
  return new Table({
    ...(flow.isMirrored ? { visuallyRightToLeft: true } : {}),
    width: { size: pageWidth, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
    rows: [
      line(columns, { bold: true, isHead: true }),
      ...rows.map((row) => line(row, {})),
      ...(foot === undefined ? [] : [line(foot, { bold: true, isHead: true })]),
    ],
  });
};

type Figure = Extract<Block, { readonly kind: "figure" }>;

/** Returns the bars of a figure: those of a series are one above the other in each row; a zero has no bar. */
const chartOf = ({ data, title, description, table }: Figure, { language, words }: Wording): ChartRun => {
  const isStacked = hasSeries(data);
  const all: readonly FigureSeries[] = (data.rows[0]?.parts ?? []).map(({ series }) => series);
  const valuesOf = (series: FigureSeries) =>
    data.rows.map(({ parts }) => {
      const count = parts.find((one) => one.series === series)?.count ?? 0;
      return count === 0 ? null : count;
    });
  const shown = all.filter((series) => valuesOf(series).some((count) => count !== null));
  return new ChartRun({
    type: "bar",
    categories: isStacked ? table.columns.slice(1, -1) : table.rows.map(([name = ""]) => cellText(name, language)),
    series: shown.map((series) => {
      const { color, isDark } = solidOf(series);
      return {
        name: words.figureSeries[series],
        values: valuesOf(series),
        color: color.slice(1),
        dataLabels: { value: true, font: { color: isStacked && isDark ? "FFFFFF" : "1A1A1A", size: 9 } },
      };
    }),
    stacking: isStacked ? "stacked" : "none",
    gapWidth: 60,
    categoryAxis: { reverseOrder: true },
    // In Arabic bars begin at the right, next to the names of their rows.
    valueAxis: { crossesAt: "maximum", reverseOrder: directionOf(language) === "rtl" },
    ...(isStacked ? {} : { legend: false as const }),
    transformation: { width: 600, height: Math.max(220, 120 + data.rows.length * 34) },
    font: { name: font },
    altText: { name: data.figure, title, description },
  });
};

/**
 * Returns a chart in a paragraph from left to right in every language: LibreOffice reverses its numbers in one from
 * right to left.
 */
const chartParagraph = (chart: ChartRun): Paragraph =>
  new Paragraph({ keepNext: true, alignment: AlignmentType.CENTER, children: [chart] });

/** The context for writing blocks. */
interface Writing {
  readonly paper: Paper;
  readonly wording: Wording;
  readonly flow: Flow;
  readonly refer: Refer;
}

const writeBlock = ({ paper, wording, flow, refer }: Writing, block: Block): readonly (Paragraph | Table)[] => {
  switch (block.kind) {
    case "heading":
      return [
        flow.paragraph({
          heading: block.level === 2 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          children: [flow.run(printable(block.text))],
        }),
      ];
    case "paragraph":
      return [
        flow.paragraph({
          spacing: { after: 160 },
          children: [
            ...(block.number === undefined ? [] : [flow.run(`${block.number}.\t`)]),
            ...block.sentences.flatMap((sentence, place) => [
              flow.run(
                `${place === 0 ? "" : punctuationOf(paper.language).betweenSentences}${printable(sentence.text)}`,
              ),
              ...refer(notesOfSentence(sentence)),
            ]),
          ],
        }),
      ];
    case "table":
      return [caption(flow, block.title, refer(notesOfTable(block))), tableOf(paper, flow, block), flow.paragraph({})];
    case "figure": {
      const references = refer(block.notes);
      const drawn = block.data.rows.length === 0 ? [] : [chartParagraph(chartOf(block, wording))];
      return [caption(flow, block.title, references), ...drawn, tableOf(paper, flow, block.table), flow.paragraph({})];
    }
  }
};

const heading = (size: number, before: number) => ({
  run: { font, size, bold: true, color: colors.title },
  paragraph: { spacing: { before, after: 120 }, keepNext: true },
});

const styles = (language: Language) => ({
  default: {
    document: {
      run: { font: "Times New Roman", size: 22, language: { value: language, bidirectional: "ar" } },
      paragraph: { spacing: { line: 276, lineRule: LineRuleType.AUTO } },
    },
    title: { run: { font, size: 30, bold: true, color: colors.title }, paragraph: { spacing: { after: 200 } } },
    heading1: heading(26, 360),
    heading2: heading(22, 280),
    footnoteText: { run: { size: 18, font: "Times New Roman" } },
  },
});

/** Returns a paper for a word processor: its notes are footnotes, and its figures charts with their numbers below. */
export const paperAsWordDocument = async (paper: Paper, wording: Wording): Promise<Uint8Array> => {
  const flow = flowOf(paper.language);
  const refer = referrer(paper, flow);
  const { front, title, subtitle, remark, notes } = paper;
  const opening = [
    ...front.map((line) => flow.paragraph({ children: [flow.run(printable(line))], spacing: { after: 60 } })),
    flow.paragraph({ children: [flow.run({ text: subtitle, bold: true, size: 24, font })], spacing: { after: 120 } }),
    flow.paragraph({ heading: HeadingLevel.TITLE, children: [flow.run(title)] }),
    flow.paragraph({ children: [flow.run({ text: remark, italics: true })], spacing: { after: 240 } }),
  ];
  const footer = new Footer({
    children: [
      flow.paragraph({
        alignment: AlignmentType.CENTER,
        children: [flow.run({ children: [PageNumber.CURRENT], size: small, font })],
      }),
    ],
  });
  const document = new Document({
    title: subtitle,
    description: remark,
    creator: "Secretariat",
    styles: styles(paper.language),
    footnotes: Object.fromEntries(
      notes.map(({ text }, place) => [
        String(place + 1),
        { children: [flow.paragraph({ children: [flow.run(` ${printable(text)}`)] })] },
      ]),
    ),
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: 1_134, bottom: 1_134, left: 1_134, right: 1_134 },
          },
        },
        footers: { default: footer },
        children: [...opening, ...paper.blocks.flatMap((block) => writeBlock({ paper, wording, flow, refer }, block))],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
};
