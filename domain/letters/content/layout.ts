import { escapeHtml, type Markup, markup, oneLine, strong } from "./html.ts";

/** Width of a line of the text part, in characters; addresses are never broken. */
const lineWidth = 76;

const wrapText = (text: string, first = "", rest = first): string => {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(" ")) {
    if (!empty && line.length + 1 + word.length > lineWidth) {
      lines.push(line);
      line = rest + word;
    } else line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join("\n");
};

const body = "margin:0 0 16px 0;font-size:16px;line-height:1.5";

/** A paragraph, wrapped in the text part. */
export const paragraph = ({ text, html }: Markup): Markup => ({
  text: wrapText(text),
  html: `<p style="${body}">${html}</p>`,
});

/** A paragraph whose lines stay lines, each wrapped in the text part. */
export const lines = (all: readonly Markup[]): Markup => ({
  text: all.map(({ text }) => wrapText(text)).join("\n"),
  html: `<p style="${body}">${all.map(({ html }) => html).join("<br>")}</p>`,
});

/** A heading between paragraphs. */
export const heading = (words: string): Markup => ({
  text: oneLine(words).toUpperCase(),
  html: `<h2 style="margin:28px 0 8px 0;font-size:17px;line-height:1.3;color:#12304d">${escapeHtml(oneLine(words))}</h2>`,
});

/** What the reader must not miss, with what it is. */
export const notice = (label: string, { text, html }: Markup): Markup => ({
  text: wrapText(`${oneLine(label)}: ${text}`, "    "),
  html: `<p style="margin:0 0 16px 0;padding:12px 16px;background:#eef4fa;border:1px solid #b9cfe4;border-radius:4px;font-size:16px;line-height:1.5"><span style="display:block;font-size:14px;color:#3d5166">${escapeHtml(oneLine(label))}</span>${html}</p>`,
});

/** What a date is called while it lies ahead, and once it has passed: what it was for, and "was due by the". */
export interface DateLabel {
  readonly ahead: string;
  readonly passed: readonly [what: string, was: string];
}

/** A date that the reader must not miss: told as past once it has passed, for a letter may leave late. */
export const dateNotice = ({ ahead, passed: [what, was] }: DateLabel, date: Markup, hasPassed: boolean): Markup =>
  hasPassed ? notice(what, strong(markup`${was} ${date}`)) : notice(ahead, strong(date));

const listHtml = (tag: "ol" | "ul", items: readonly Markup[]): string =>
  `<${tag} style="margin:0 0 16px 0;padding:0 24px;font-size:16px;line-height:1.5">${items
    .map(({ html }) => `<li style="margin:0 0 6px 0">${html}</li>`)
    .join("")}</${tag}>`;

/** Steps to take one after the other. */
export const steps = (items: readonly Markup[]): Markup => ({
  text: items.map(({ text }, place) => wrapText(text, `${place + 1}. `, "   ")).join("\n"),
  html: listHtml("ol", items),
});

/** Ways to choose from. */
export const choices = (items: readonly Markup[]): Markup => ({
  text: items.map(({ text }) => wrapText(text, "- ", "  ")).join("\n"),
  html: listHtml("ul", items),
});

/** Two columns: what, and what of it. */
export interface Rows {
  readonly caption: string;
  readonly heads: readonly [string, string];
  readonly rows: readonly (readonly [Markup, Markup])[];
}

const cell = "padding:8px 12px;border:1px solid #c5d0db;text-align:start;vertical-align:top";

/** Rows under their heads; in the text part one line for each row. */
export const table = ({ caption, heads, rows }: Rows): Markup => ({
  text: rows.map(([what, of]) => wrapText(`${what.text}: ${of.text}`, "- ", "  ")).join("\n"),
  html: [
    '<table style="width:100%;table-layout:fixed;margin:0 0 16px 0;border-collapse:collapse;font-size:15px;line-height:1.4">',
    `<caption style="padding:0 0 6px 0;text-align:start;font-size:14px;color:#3d5166">${escapeHtml(caption)}</caption>`,
    `<thead><tr>${heads.map((head) => `<th scope="col" style="${cell};background:#eef4fa">${escapeHtml(head)}</th>`).join("")}</tr></thead>`,
    "<tbody>",
    ...rows.map(
      ([what, of]) =>
        `<tr><th scope="row" style="${cell};width:34%;font-weight:normal">${what.html}</th><td style="${cell}">${of.html}</td></tr>`,
    ),
    "</tbody></table>",
  ].join("\n"),
});

/** A letter before it is laid out. */
export interface Page {
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  readonly subject: string;
  /** Who writes, in one line. */
  readonly sender: string;
  /** Reference and date, each with its label. */
  readonly marks: readonly (readonly [label: string, value: Markup])[];
  readonly blocks: readonly Markup[];
  /** Why the recipient gets it, and what became of it: below the letter. */
  readonly foot: readonly Markup[];
}

/** Both parts of a letter. The HTML has its styles in line, no image and nothing loaded from elsewhere. */
export const laidOut = ({ lang, dir, subject, sender, marks, blocks, foot }: Page): Markup => {
  const markLines = marks.map(([label, value]) => markup`${label}: ${value}`);
  const text = [
    wrapText(oneLine(sender)),
    markLines.map((line) => line.text).join("\n"),
    ...blocks.map((block) => block.text),
    "--\n" + foot.map((line) => wrapText(line.text)).join("\n\n"),
  ].join("\n\n");
  const html = [
    "<!doctype html>",
    `<html lang="${escapeHtml(lang)}" dir="${dir}">`,
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light">',
    `<title>${escapeHtml(oneLine(subject))}</title>`,
    "</head>",
    "<body style=\"margin:0;padding:0;background:#f2f4f7;color:#1b2733;font-family:Georgia,'Times New Roman',serif\">",
    '<table role="presentation" style="width:100%;table-layout:fixed;border-collapse:collapse"><tr><td style="padding:16px 8px" align="center">',
    `<div role="article" aria-label="${escapeHtml(oneLine(subject))}" lang="${escapeHtml(lang)}" dir="${dir}" style="max-width:640px;margin:0 auto;padding:24px 20px;background:#ffffff;border:1px solid #d5dce4;border-top:4px solid #12304d;text-align:start;overflow-wrap:anywhere">`,
    `<p style="margin:0 0 12px 0;font-size:15px;line-height:1.4;font-weight:bold;color:#12304d">${escapeHtml(oneLine(sender))}</p>`,
    `<p style="margin:0 0 24px 0;padding:0 0 12px 0;border-bottom:1px solid #d5dce4;font-size:14px;line-height:1.5;color:#3d5166">${markLines.map((line) => line.html).join("<br>")}</p>`,
    ...blocks.map((block) => block.html),
    '<div style="margin:28px 0 0 0;padding:12px 0 0 0;border-top:1px solid #d5dce4">',
    ...foot.map((line) => `<p style="margin:0 0 8px 0;font-size:13px;line-height:1.5;color:#4d5f70">${line.html}</p>`),
    "</div>",
    "</div>",
    "</td></tr></table>",
    "</body>",
    "</html>",
  ].join("\n");
  return { text: `${text}\n`, html: `${html}\n` };
};
