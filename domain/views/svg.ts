import { text } from "./page-words.ts";

type Attributes = Readonly<Record<string, string | number>>;

/** Returns a number with two digits, which are finer than any printer, so that equal drawings are equal texts. */
const written = (value: string | number): string =>
  typeof value === "number" ? String(Math.round(value * 100) / 100) : text(value);

/** Returns an element of SVG. Its attributes are escaped here; its content is SVG already. */
export const element = (name: string, attributes: Attributes, ...content: readonly string[]): string => {
  const own = Object.entries(attributes).map(([key, value]) => ` ${key}="${written(value)}"`);
  const start = `<${name}${own.join("")}`;
  return content.length === 0 ? `${start}/>` : `${start}>${content.join("")}</${name}>`;
};

const wide = /[\p{Script=Han}\p{Script=Hiragana}\u3000-\u303F\uFF00-\uFFEF]/u;

/**
 * Returns the approximate width of words, in the unit of their size: no letters are measured, since fonts differ from
 * reader to reader. A letter takes the width of a wide font, so that words end early rather than exceed their place.
 */
export const widthOf = (words: string, size: number): number =>
  Array.from(words, (letter) => (wide.test(letter) ? 1 : 0.58) * size).reduce((sum, one) => sum + one, 0);

/** Returns the pieces between which a line may end: after a space that may break, and after every letter of Chinese. */
const pieces = (words: string): readonly string[] =>
  words.match(/[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]|[^ \p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]+ *| +/gu) ?? [];

/** Words in lines that are no wider than they may be, but for a single word that is. */
export const linesOf = (words: string, size: number, width: number): readonly string[] =>
  pieces(words)
    .reduce<readonly string[]>((lines, piece) => {
      const last = lines.at(-1);
      return last === undefined || widthOf(`${last}${piece}`.trimEnd(), size) > width
        ? [...lines, piece]
        : [...lines.slice(0, -1), `${last}${piece}`];
    }, [])
    .map((line) => line.trim());
