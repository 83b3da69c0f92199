import shell from "./letter-shell.json" with { type: "json" };
import type { Language } from "../../../schemas/base/values.ts";
import { capitalize, colonIn, escapeHtml, type Markup, markup, writtenLine } from "./html.ts";
import { wrapLines } from "./wrap-lines.ts";

const wrapText = (text: string, first = "", rest = first): string => wrapLines(text, { first, rest });

const body = "margin:0 0 16px 0;font-size:16px;line-height:1.5";

/** Returns a paragraph, wrapped in the text part. */
export const paragraph = ({ text, html }: Markup): Markup => ({
  text: wrapText(text),
  html: `<p style="${body}">${html}</p>`,
});

/** Returns a paragraph with fixed line breaks; each line is wrapped in the text part. */
export const lines = (all: readonly Markup[]): Markup => ({
  text: all.map(({ text }) => wrapText(text)).join("\n"),
  html: `<p style="${body}">${all.map(({ html }) => html).join("<br>")}</p>`,
});

/** Returns a heading between paragraphs. */
export const heading = (words: string): Markup => ({
  text: writtenLine(words).toUpperCase(),
  html: `<h2 style="margin:28px 0 8px 0;font-size:17px;line-height:1.3;color:#12304d">${escapeHtml(writtenLine(words))}</h2>`,
});

/** The language of a label and its value. */
interface InLanguage {
  readonly language: Language;
}

/** Returns a line that the reader must not miss, with its label. */
export const notice = ({ language }: InLanguage, label: string, value: Markup): Markup => {
  const { text, html } = capitalize(value);
  return {
    text: wrapText(`${writtenLine(label)}${colonIn(language)}${text}`, "    "),
    html: `<p style="margin:0 0 16px 0;padding:12px 16px;background:#eef4fa;border:1px solid #b9cfe4;border-radius:4px;font-size:16px;line-height:1.5"><span style="display:block;font-size:14px;color:#3d5166">${escapeHtml(writtenLine(label))}</span>${html}</p>`,
  };
};

const listHtml = (tag: "ol" | "ul", items: readonly Markup[]): string =>
  `<${tag} style="margin:0 0 16px 0;padding:0 24px;font-size:16px;line-height:1.5">${items
    .map(({ html }) => `<li style="margin:0 0 6px 0">${html}</li>`)
    .join("")}</${tag}>`;

/** Returns a numbered list of steps. */
export const steps = (items: readonly Markup[]): Markup => ({
  text: items.map(({ text }, place) => wrapText(text, `${place + 1}. `, "   ")).join("\n"),
  html: listHtml("ol", items),
});

/** Returns an item of a list in text, with its address on a separate line. */
const itemText = (text: string, { below }: Markup): string =>
  [wrapText(text, "- ", "  "), ...(below === undefined ? [] : [`  ${below}`])].join("\n");

/** Ways to choose from. */
export const choices = (items: readonly Markup[]): Markup => ({
  text: items.map((item) => itemText(item.text, item)).join("\n"),
  html: listHtml("ul", items),
});

/** Two columns: what, and what of it. */
export interface Rows {
  readonly caption: string;
  readonly columns: readonly [string, string];
  readonly rows: readonly (readonly [Markup, Markup])[];
}

const cell = "padding:8px 12px;border:1px solid #c5d0db;text-align:start;vertical-align:top";

/** Returns rows under their columns; in the text part one line for each row. */
export const table = ({ language }: InLanguage, { caption, columns, rows }: Rows): Markup => {
  const cells = rows.map(([what, of]) => [capitalize(what), capitalize(of)] as const);
  return {
    text: cells.map(([what, of]) => itemText(`${what.text}${colonIn(language)}${of.text}`, what)).join("\n"),
    html: [
      '<table style="width:100%;table-layout:fixed;margin:0 0 16px 0;border-collapse:collapse;font-size:15px;line-height:1.4">',
      `<caption style="padding:0 0 6px 0;text-align:start;font-size:14px;color:#3d5166">${escapeHtml(caption)}</caption>`,
      `<thead><tr>${columns.map((column) => `<th scope="col" style="${cell};background:#eef4fa">${escapeHtml(column)}</th>`).join("")}</tr></thead>`,
      "<tbody>",
      ...cells.map(
        ([what, of]) =>
          `<tr><th scope="row" style="${cell};width:34%;font-weight:normal">${what.html}</th><td style="${cell}">${of.html}</td></tr>`,
      ),
      "</tbody></table>",
    ].join("\n"),
  };
};

/** A letter before it is laid out. */
export interface Page {
  readonly lang: Language;
  readonly dir: "ltr" | "rtl";
  readonly subject: string;
  /** The text that a list of mails shows after the subject; the subject itself if left out. */
  readonly preheader?: string;
  /** The sender, in one line. */
  readonly sender: string;
  /** Reference and date, each with its label. */
  readonly marks: readonly (readonly [label: string, value: Markup])[];
  readonly blocks: readonly Markup[];
  /** The text below the letter: the reason why the recipient gets it, and its delivery. */
  readonly foot: readonly Markup[];
  /** Name, address and telephone of the sender, one line each. */
  readonly office?: readonly Markup[];
}

const footParagraph = (html: string): string => `<p style="margin:0 0 8px 0">${html}</p>`;

/** Returns both parts of a letter. The HTML has its styles in line, no image and no external resource. */
export const laidOut = (page: Page): Markup => {
  const { lang, dir, subject, preheader = subject, sender, marks, blocks, foot, office = [] } = page;
  const colon = { text: colonIn(lang), html: colonIn(lang) };
  const markLines = marks.map(([label, value]) => markup`${label}${colon}${value}`);
  const text = [
    wrapText(writtenLine(sender)),
    markLines.map((line) => line.text).join("\n"),
    ...blocks.map((block) => block.text),
    "--\n" + foot.map((line) => wrapText(line.text)).join("\n\n"),
    ...(office.length === 0 ? [] : [office.map((line) => wrapText(line.text)).join("\n")]),
  ].join("\n\n");
  const parts: Readonly<Record<string, string>> = {
    lang: escapeHtml(lang),
    subject: escapeHtml(writtenLine(subject)),
    preheader: escapeHtml(writtenLine(preheader)),
    sender: escapeHtml(writtenLine(sender)),
    marks: markLines.map((line) => line.html).join("<br>"),
    blocks: blocks.map((block) => block.html).join("\n"),
    foot: [
      ...foot.map((line) => footParagraph(line.html)),
      ...(office.length === 0 ? [] : [footParagraph(office.map((line) => line.html).join("<br>"))]),
    ].join("\n"),
  };
  // Filled in one pass, so that what is put in is never filled in itself.
  const html = shell[dir].replace(/\[\[(\w+)\]\]/gu, (_, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`The shell of letters names ${name}`);
    return part;
  });
  return { text: `${text}\n`, html: `${html}\n` };
};
