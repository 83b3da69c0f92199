/** A letter as it was sent. */
export interface SentLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A line of a letter as its reader sees it. */
export interface Piece {
  readonly part: "subject" | "text" | "HTML";
  readonly words: string;
}

const marks = /[\u2066-\u2069\u200E\u200F]/gu;
const block = /<\/?(?:p|h[1-6]|li|ol|ul|table|caption|thead|tbody|tr|th|td|div|br|body)\b[^>]*>/giu;
/** The label of a notice is on its own line. */
const labelLine = /<span[^>]*display:block[^>]*>([^<]*)<\/span>/giu;

/** Returns the text with letters and signs instead of HTML entities. */
const unescaped = (html: string): string =>
  !html.includes("&")
    ? html
    : html
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&quot;", '"')
        .replaceAll("&#39;", "'")
        .replaceAll("&nbsp;", "\u00A0")
        .replaceAll("&#160;", "\u00A0")
        .replaceAll("&amp;", "&");

/** A text without the marks that keep directions apart. */
export const withoutMarks = (text: string): string => text.replaceAll(marks, "");

/** Returns the body without the parts that no reader sees. */
const bodyOf = (html: string): string => {
  const body = html.slice(Math.max(html.indexOf("<body"), 0));
  return body.includes("<!--") ? body.replaceAll(/<!--[\s\S]*?-->/gu, "") : body;
};

/** Returns the lines of an HTML part: one for each element with its own line. */
const linesOfHtml = (html: string): readonly string[] =>
  bodyOf(html)
    .replaceAll(/[\r\n]+/gu, " ")
    .replaceAll(labelLine, "<br>$1<br>")
    .replaceAll(block, "\n")
    .replaceAll(/<[^>]*>/gu, "")
    .split("\n")
    .map((line) => unescaped(line).replaceAll(/^ +| +$/gu, ""));

/** Chinese breaks lines without a space. */
const joined = (lines: readonly string[]): string =>
  lines.reduce((text, line) =>
    /[\p{sc=Han}\u3000-\u303F\uFF00-\uFF60]$/u.test(withoutMarks(text)) ||
    /^[\p{sc=Han}\u3000-\u303F\uFF00-\uFF60]/u.test(withoutMarks(line))
      ? text + line
      : `${text} ${line}`,
  );

/** Beginning of an item, or of a line that must remain separate. */
const begins = /^(?:- |\d+\. |[^\s:：]{2,20} ?[:：] ?\S)/u;

/** The lines of a plain part, put together again where they were broken. */
const linesOfText = (text: string): readonly string[] =>
  text.split(/\n\n+/u).flatMap((paragraph) => {
    const lines = paragraph.split("\n").filter((line) => line !== "--" && line !== "");
    const items = lines.some((line) => /^(?:- |\d+\. )/u.test(line));
    const pieces: string[][] = [];
    for (const line of lines) {
      const last = pieces.at(-1);
      if (last === undefined || (items && begins.test(line) && !line.startsWith("  "))) pieces.push([line]);
      else last.push(line.trim());
    }
    return pieces.map((piece) => joined(piece).trim());
  });

/** Returns the visible text of a letter, line by line: of its subject, its plain part and its HTML part. */
export const piecesOf = ({ subject, text, html }: SentLetter): readonly Piece[] => [
  { part: "subject", words: subject },
  ...linesOfText(text).map((words): Piece => ({ part: "text", words })),
  ...linesOfHtml(html)
    .filter((words) => withoutMarks(words).trim() !== "")
    .map((words): Piece => ({ part: "HTML", words })),
];

/** Cells and captions with nothing in them. */
export const emptyElementsIn = (html: string): readonly string[] =>
  [...bodyOf(html).matchAll(/<(td|th|p|li|h2|caption|bdi|strong)\b[^>]*>\s*<\/\1>/giu)]
    .map(([found]) => found)
    // The line between the letter and its foot, and what holds it.
    .filter((found) => !/font-size:[01]px/u.test(found));

/** Returns the texts that the HTML part sets apart: names, days, codes, or users' own lines. */
export const setApartIn = (html: string): readonly string[] =>
  [...bodyOf(html).matchAll(/<(bdi|span dir="auto")[^>]*>([^<]*)<\/(?:bdi|span)>/giu)].map(([, , text = ""]) =>
    unescaped(text),
  );

/** Returns the targets of the links of the HTML part. */
export const linksIn = (html: string): readonly string[] =>
  [...bodyOf(html).matchAll(/<a\b[^>]*?href="([^"]*)"/giu)].map(([, href = ""]) => unescaped(href));
