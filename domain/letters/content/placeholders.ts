import { type BulletinText, Placeholder, type TextProblem } from "../../../schemas/model/bulletin-text.ts";
import { capitalize, escapeHtml, type Markup, printable, writtenLine } from "./html.ts";

/** The values of the placeholders in one letter; a value is left out if it is not known for the reader. */
export type PlaceholderValues = { readonly [Name in Placeholder]?: Markup | undefined };

/** Placeholders that are short enough for a subject line. */
const forSubject: ReadonlySet<Placeholder> = new Set(["party", "recipientName", "dueDate"]);

const pattern = /\{\{\s*([A-Za-z]+)\s*\}\}/;

/** A piece of a text: words as they were written, or a placeholder. */
type Piece =
  | { readonly kind: "words"; readonly words: string }
  | { readonly kind: "placeholder"; readonly written: string; readonly name: Placeholder | undefined };

const piecesOf = (text: string): readonly Piece[] =>
  text.split(new RegExp(pattern, "g")).map((part, place): Piece => {
    if (place % 2 === 0) return { kind: "words", words: part };
    const { data: name } = Placeholder.safeParse(part);
    return { kind: "placeholder", written: part, name };
  });

type Where = TextProblem["where"];

const placeholderProblems = (where: Where, text: string): readonly TextProblem[] => {
  const pieces = piecesOf(text);
  const isBroken = pieces.some((piece) => piece.kind === "words" && /\{\{|\}\}/.test(piece.words));
  const written = pieces.flatMap((piece): TextProblem[] => {
    if (piece.kind === "words") return [];
    const { name, written: placeholder } = piece;
    if (name === undefined) return [{ where, problem: "unknown-placeholder", placeholder }];
    return where === "subject" && !forSubject.has(name)
      ? [{ where, problem: "placeholder-not-for-subject", placeholder }]
      : [];
  });
  return [...(isBroken ? [{ where, problem: "broken-placeholder" } as const] : []), ...written];
};

// A line break or another control character in a subject begins a header; marks that reorder text hide its content.
const notInSubject = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u{2028}\u{2029}\u{2060}-\u{2064}\u{FEFF}\u{FFF9}-\u{FFFB}]/u;
const notInBody =
  /(?![\n\t])[\p{Cc}\p{Cs}\u{2028}-\u{202E}\u{2060}-\u{2065}\u{206A}-\u{206F}\u{FEFF}\u{FFF9}-\u{FFFB}]/u;

const partProblems = (where: Where, text: string, disturbing: RegExp): readonly TextProblem[] => {
  const visible = text.replace(/[\p{C}\p{Z}]+/gu, "");
  return [
    ...(visible === "" ? [{ where, problem: "empty" } as const] : []),
    ...(disturbing.test(text) ? [{ where, problem: "control-characters" } as const] : []),
    ...placeholderProblems(where, text),
  ];
};

/**
 * Returns the problems of a text, except its size: nothing visible, disturbing characters, placeholders. They do not
 * depend on the recipient.
 */
export const wordingProblems = ({ subject, body }: BulletinText): readonly TextProblem[] => [
  ...partProblems("subject", subject, notInSubject),
  ...partProblems("body", body, notInBody),
];

/** Returns the placeholders of a text, each once, in the order of their list. */
export const placeholdersIn = ({ subject, body }: BulletinText): readonly Placeholder[] => {
  const used = new Set([subject, body].flatMap(piecesOf).map((piece) => "name" in piece && piece.name));
  return Placeholder.options.filter((name) => used.has(name));
};

const filledPiece = (piece: Piece, values: PlaceholderValues): Markup => {
  if (piece.kind === "words") {
    const words = printable(piece.words);
    return { text: words, html: escapeHtml(words) };
  }
  const value = piece.name === undefined ? undefined : values[piece.name];
  if (value === undefined) throw new TypeError(`A letter lacks the value of {{${piece.written}}}`);
  return value;
};

/**
 * Returns whether a value is made of our words with an article: a party, its mission, and reviews. A person's name, set
 * apart, stays as it is written.
 */
const isInSentence = (piece: Piece, filled: Markup): boolean => {
  if (piece.kind === "words") return false;
  const { name } = piece;
  return name === "party" || name === "reviews" || (name === "recipientName" && filled.isApart !== true);
};

/** Words after which another sentence begins. */
const endOfSentence = /[.!?:][”"’')]*\s*$/u;
const isBlank = (piece: Piece): boolean => piece.kind === "words" && piece.words.trim() === "";

/** Returns whether the next piece begins a sentence; a line may continue the sentence of the line before. */
const beginsSentence = (before: readonly Piece[], lineBefore: string | undefined): boolean => {
  if (before.every(isBlank)) return lineBefore === undefined || endOfSentence.test(lineBefore);
  const last = before.at(-1);
  return last?.kind === "words" && /\s$/u.test(last.words) && endOfSentence.test(last.words.replace(/:\s*$/u, ""));
};

/**
 * Returns one line of a text with its placeholders filled in, after the line before if there is one. The text and the
 * values are both escaped in HTML. Throws a TypeError on a placeholder without a value.
 */
export const filledLine = (line: string, values: PlaceholderValues, lineBefore?: string): Markup => {
  const written = piecesOf(line);
  const pieces = written.map((piece, place) => {
    const filled = filledPiece(piece, values);
    return isInSentence(piece, filled) && beginsSentence(written.slice(0, place), lineBefore)
      ? capitalize(filled)
      : filled;
  });
  const text = pieces.map((piece) => piece.text).join("");
  return {
    text: writtenLine(text),
    html: pieces
      .map(({ html }) => html)
      .join("")
      .trim(),
  };
};

/** Returns the paragraphs of a body, each as its lines; blank lines separate paragraphs. */
export const filledParagraphs = (body: string, values: PlaceholderValues): readonly (readonly Markup[])[] =>
  body
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .filter((paragraph) => paragraph.trim() !== "")
    .map((paragraph) =>
      paragraph
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map((line, place, all) => filledLine(line, values, place === 0 ? undefined : all[place - 1])),
    );
