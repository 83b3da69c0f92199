import { defined } from "../../../schemas/base/defined.ts";
import type { Language } from "../../../schemas/base/values.ts";

/** A piece of a letter in both of its parts: the words, and the same words as HTML. */
export interface Markup {
  readonly text: string;
  readonly html: string;
  /** True for a name, a date or a code, which keeps a direction of its own. */
  readonly isApart?: boolean;
  /** An address that the HTML links to. The text part has no links and shows it on a separate line below the words. */
  readonly below?: string;
}

// Control characters, line breaks, and the invisible marks that reorder text: no value may contain one.
const unprintable = /[\p{Cc}\p{Cs}\u{2028}-\u{202E}\u{2066}-\u{2069}\u{200E}\u{200F}\u{FEFF}]+/gu;

/** White space but the spaces at which no line is broken: French has one before a colon. */
const breakable = /[^\S\u{A0}\u{202F}]+/gu;

/** Returns words in printable form: invisible characters, and every run of white space, become one space. */
export const printable = (words: string): string => words.replace(unprintable, " ").replace(breakable, " ");

/** Returns a value as one line of visible text. Throws if it is missing or blank: a letter with a gap is not sent. */
export const oneLine = (value: string): string => {
  const line = typeof value === "string" ? printable(value).trim() : "";
  if (line === "") throw new TypeError("A letter lacks a value");
  return line;
};

/**
 * Returns one line of words that messages made. Their marks of direction and no-break spaces stay, because values were
 * cleaned as lines of their own.
 */
export const writtenLine = (words: string): string => {
  const line = words
    .replace(/\p{Cc}+/gu, " ")
    .replace(breakable, " ")
    .trim();
  if (line === "") throw new TypeError("A letter lacks a value");
  return line;
};

/** Returns text as HTML, in an element or in an attribute. */
export const escapeHtml = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");

const words = (value: string | Markup): Markup => {
  if (typeof value === "object") return value;
  const line = oneLine(value);
  return { text: line, html: escapeHtml(line) };
};

/**
 * Returns running text with values in it. The text is ours, the values are escaped; a missing value throws. Line breaks
 * in the source are spaces.
 */
export const markup = (literals: TemplateStringsArray, ...values: readonly (string | Markup)[]): Markup =>
  joinMarkup(
    literals.flatMap((literal, place) => {
      const running = literal.replace(breakable, " ");
      const own = { text: running, html: escapeHtml(running) };
      return place < values.length ? [own, words(values[place] ?? "")] : [own];
    }),
  );

/** Pieces one after the other. */
export const joinMarkup = (pieces: readonly Markup[]): Markup => ({
  text: pieces.map(({ text }) => text).join(""),
  html: pieces.map(({ html }) => html).join(""),
});

const between = (items: readonly Markup[], separator: (place: number) => string): Markup =>
  joinMarkup(
    items.flatMap((item, place) => {
      const own = separator(place);
      return place === 0 ? [item] : [{ text: own, html: own }, item];
    }),
  );

/** Returns the space after a sentence. The Chinese full stop includes its own space. */
const spaceAfter = (text: string | undefined): string => (text?.endsWith("。") === true ? "" : " ");

/** Returns sentences joined in order, without the empty ones. */
export const sentences = (all: readonly Markup[]): Markup => {
  const said = all.filter(({ text }) => text !== "");
  return between(said, (place) => spaceAfter(said[place - 1]?.text));
};

const colons: Readonly<Partial<Record<Language, string>>> = { fr: "\u00A0: ", zh: "：" };

/**
 * Returns the separator between a label and its value in a language: with a space before it, or as wide as the
 * characters.
 */
export const colonIn = (language: Language): string => colons[language] ?? ": ";

/** Returns words with a capital letter, for the beginning of a sentence or of an item. */
export const capitalize = ({ text, html, below }: Markup): Markup => ({
  ...defined({ below }),
  text: text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()),
  html: html.replace(/^((?:<[^>]*>)*)(\p{Ll})/u, (_, tags: string, letter: string) => `${tags}${letter.toUpperCase()}`),
});

/** Returns words with a small letter, for use inside a sentence. */
export const decapitalize = ({ text, html }: Markup): Markup => ({
  text: text.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()),
  html: html.replace(/^((?:<[^>]*>)*)(\p{Lu})/u, (_, tags: string, letter: string) => `${tags}${letter.toLowerCase()}`),
});

/** Returns a name or a date, isolated from the direction of the text around it. */
export const isolateDirection = (value: string): Markup => {
  const { text, html } = words(value);
  return { text, html: `<bdi>${html}</bdi>`, isApart: true };
};

/** Returns a whole line that messages made, such as the subject of another letter. */
export const isolateLine = (line: string): Markup => {
  const text = writtenLine(line);
  return { text, html: `<bdi>${escapeHtml(text)}</bdi>`, isApart: true };
};

/** Returns words that the stage configured: a line with a direction of its own, and without a personal name. */
export const ownDirection = (value: string): Markup => {
  const { text, html } = words(value);
  return { text, html: `<span dir="auto">${html}</span>`, isApart: true };
};

/** Returns a short code that stays on one line. A longer value would exceed the screen of a telephone. */
export const keepOnOneLine = (value: string): Markup => {
  const { text, html } = words(value);
  return { text, html: `<bdi style="white-space:nowrap">${html}</bdi>`, isApart: true };
};

/** Returns emphasized words, such as a due date. */
export const strong = (value: string | Markup): Markup => {
  const { text, html } = words(value);
  return { text, html: `<strong>${html}</strong>` };
};

/** Returns an address in the form of a browser. Throws a TypeError if it is not a web address. */
const webAddress = (address: string): string => {
  const { protocol, href } = new URL(oneLine(address));
  if (protocol !== "https:" && protocol !== "http:") throw new TypeError(`${protocol} is no address of the web`);
  return href;
};

/**
 * Returns words with a link. The text part shows the words unchanged and the address below them. Throws as `link` does.
 */
export const leadingTo = (address: string, { text, html }: Markup): Markup => {
  const href = webAddress(address);
  return { text, html: `<a href="${escapeHtml(href)}" style="color:#0b4f8a">${html}</a>`, below: href };
};

/** Returns a link that shows its target. Throws a TypeError if the address is not a web address. */
export const link = (address: string): Markup => {
  const href = webAddress(address);
  return {
    text: href,
    html: `<a href="${escapeHtml(href)}" style="color:#0b4f8a" dir="ltr">${escapeHtml(href)}</a>`,
    isApart: true,
  };
};

/** Returns an e-mail address with a link that opens a new message to it. */
export const mailTo = (address: string): Markup => {
  const { text, html } = words(address);
  const href = `mailto:${encodeURIComponent(text).replaceAll("%40", "@")}`;
  return { text, html: `<a href="${escapeHtml(href)}" style="color:#0b4f8a" dir="ltr">${html}</a>`, isApart: true };
};
