import type { PaperData } from "../../schemas/model/paper-data.ts";
import { Measure } from "../../schemas/model/statistics.ts";
import type { PaperTexts } from "../../schemas/model/paper-texts.ts";
import { completeBlocks, freeNote, frontOf } from "./complete-paper.ts";
import type { RegisterNote } from "./content.ts";
import type { Wording } from "../labels/words.ts";
import { dayOf } from "../base/time.ts";
import { type Note, type NoteName, notesOfBlock, type Paper } from "./content.ts";
import { introduction, nominations, pairing } from "./pairing-section.ts";
import { initialSteps, laterSteps, progress } from "./progress-section.ts";
import type { Section } from "./sections.ts";
import { change, engagement, support } from "./support-section.ts";
import { numbersOf, type PaperWords, paperWriter, type Writer } from "./wording.ts";

const sections: readonly Section[] = [
  introduction,
  pairing,
  nominations,
  progress,
  initialSteps,
  laterSteps,
  support,
  engagement,
  change,
];

const registerNotes = [
  "training",
  "dialogues",
  "stakeholders",
  "pilots",
  "contributions",
  "translations",
  "hub",
  "contacts",
] as const satisfies readonly RegisterNote[];

/** Returns a definition with the names of stages instead of their codes. */
const withStageNames = (definition: string, { labels, words, fill }: Writer): string => {
  const names = new Map<string, string>(Object.entries(labels.stages));
  return definition.replaceAll(/`(?<code>[a-z-]+)`/gu, (_, code: string) =>
    fill(words.noteTexts.stage, { stage: names.get(code) ?? code }),
  );
};

/** Returns the definition of a note, in words. */
const noteText = (writer: Writer, name: NoteName): string => {
  const { data, words, labels, fill, number } = writer;
  const register = registerNotes.find((one) => name === `register ${one}`);
  if (register !== undefined) return words.registerNotes[register];
  const measure = Measure.parse(name);
  const share = data.measures.find((one) => one.measure === measure)?.share;
  const { name: title, definition } = labels.measures[measure];
  const own = { name: title, definition: withStageNames(definition, writer) };
  return share === undefined
    ? fill(words.noteTexts.measure, { name: own.name, definition: own.definition })
    : fill(words.noteTexts.share, {
        name: own.name,
        definition: own.definition,
        base: labels.measures[share.of].name,
        total: number(share.total),
      });
};

/**
 * Returns the status paper: its paragraphs, tables and figures worded from the counts, with a note for every measure,
 * and with a person's additions.
 */
export const statusPaper = (data: PaperData, words: PaperWords, wording: Wording, texts?: PaperTexts): Paper => {
  const { language } = wording;
  const writer = paperWriter(data, words, wording);
  const numbers = numbersOf(data);
  const written = sections.flatMap((section) => section(writer, numbers));
  const blocks = completeBlocks(written, texts, language);
  const names = [...new Set(blocks.flatMap(notesOfBlock))];
  const notes: readonly Note[] = names.map(
    (name) => freeNote(name, texts, language) ?? { name, text: noteText(writer, name) },
  );
  const { title, subtitle, remark, notes: notesTitle, contents, noteBack, skip, figureNumbers, noteRef } = words;
  return {
    language,
    front: frontOf(texts, language),
    title,
    subtitle: writer.fill(subtitle, { day: writer.day(data.asAt) }),
    remark: writer.fill(remark, { day: writer.day(dayOf(data.knownAt)) }),
    blocks,
    notes,
    words: { notes: notesTitle, contents, noteBack, skip, figureNumbers, noteRef },
  };
};
