import type { PaperTexts } from "../../schemas/model/paper-texts.ts";
import type { Block, Note, NoteName, Paper, Sentence } from "./content.ts";

const letters = "abcdefghijklmnopqrstuvwxyz";

/**
 * Returns the number of a paragraph that a person wrote: that of the paragraph before it with a letter, 12a or 12ab.
 */
const freeNumber = (after: number, place: number): string => {
  const [first, second] = [Math.floor(place / letters.length), place % letters.length];
  return `${after}${first === 0 ? "" : (letters[first - 1] ?? "")}${letters[second] ?? ""}`;
};

/** Returns sentences with notes at the end of the last one. */
const withNotes = (sentences: readonly Sentence[], notes: readonly NoteName[]): readonly Sentence[] => {
  const last = sentences.at(-1);
  return last === undefined || notes.length === 0 ? sentences : [...sentences.slice(0, -1), { ...last, notes }];
};

/**
 * Returns the blocks of a paper with a person's texts in its language. Each paragraph follows the one that it names,
 * with its number and a letter; each note is at the end of its paragraph.
 */
export const completeBlocks = (
  blocks: readonly Block[],
  texts: PaperTexts | undefined,
  language: Paper["language"],
): readonly Block[] => {
  const { paragraphs = [], notes = [] } = texts?.[language] ?? {};
  return blocks.flatMap((block): readonly Block[] => {
    if (block.kind !== "paragraph") return [block];
    const own = notes.flatMap(({ paragraph }, place): readonly NoteName[] =>
      paragraph === block.number ? [`text ${place}`] : [],
    );
    const free = paragraphs
      .filter(({ after }) => after === block.number)
      .map(({ after, text }, place): Block => ({
        kind: "paragraph",
        number: freeNumber(after, place),
        sentences: [{ text, numbers: [] }],
      }));
    return [{ ...block, sentences: withNotes(block.sentences, own) }, ...free];
  });
};

/** Returns the words of a person's note; undefined for a note that defines a number. */
export const freeNote = (
  name: NoteName,
  texts: PaperTexts | undefined,
  language: Paper["language"],
): Note | undefined => {
  const [, place] = /^text (?<place>\d+)$/u.exec(name) ?? [];
  const said = place === undefined ? undefined : texts?.[language]?.notes?.[Number(place)];
  return said === undefined ? undefined : { name, text: said.text };
};

/** Returns the lines above the title of a paper: its symbol, the session and the agenda item, if a person gave them. */
export const frontOf = (texts: PaperTexts | undefined, language: Paper["language"]): readonly string[] => {
  const { session, agendaItem } = texts?.[language] ?? {};
  return [texts?.symbol, session, agendaItem].filter((line) => line !== undefined);
};
