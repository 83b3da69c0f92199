import { letterWriter, type LetterWriter } from "../../domain/letters/content/letter-writer.ts";
import type { LetterWording } from "../../domain/letters/messages/letter-wording.ts";
import { type LetterLanguage, letterLanguage } from "../../domain/letters/content/compose.ts";
import { optionalVariable } from "./env.ts";
import { senderOfStage } from "./letter-sender.ts";
import { letterNumber } from "../../domain/letters/letter-number.ts";
import type { LetterId } from "../../schemas/base/ids.ts";
import type { Language } from "../../schemas/base/values.ts";

/** One file for each language, each a separate chunk of the bundle. */
const wordings: Readonly<Record<LetterLanguage, () => Promise<{ readonly wording: LetterWording }>>> = {
  ar: () => import("../../domain/letters/messages/wording.ar.ts"),
  en: () => import("../../domain/letters/messages/wording.en.ts"),
  es: () => import("../../domain/letters/messages/wording.es.ts"),
  fr: () => import("../../domain/letters/messages/wording.fr.ts"),
  ru: () => import("../../domain/letters/messages/wording.ru.ts"),
  zh: () => import("../../domain/letters/messages/wording.zh.ts"),
};

/** All that letters in a language are written with. */
export const loadWording = async (language: LetterLanguage): Promise<LetterWording> =>
  (await wordings[language]()).wording;

const loadWriter = async (language: LetterLanguage): Promise<LetterWriter> =>
  letterWriter(await loadWording(language), { sender: senderOfStage(), reviewPage: optionalVariable("REVIEW_PAGE") });

const writers = new Map<LetterLanguage, Promise<LetterWriter>>();

const writerIn = (language: LetterLanguage): Promise<LetterWriter> => {
  const known = writers.get(language) ?? loadWriter(language);
  writers.set(language, known);
  return known;
};

/**
 * Returns the writer of letters in a preferred language, loaded for the first letter in it and cached; with a letter
 * id, only the writer of that letter.
 */
export const letterWriterIn = async (preferred: Language, letter?: LetterId): Promise<LetterWriter> => {
  const writer = await writerIn(letterLanguage(preferred));
  return letter === undefined ? writer : { ...writer, number: letterNumber(letter) };
};

/** Writes letters in several languages, each loaded before. Throws for a language that was not named. */
export const letterWritersIn = async (
  languages: readonly Language[],
): Promise<(language: Language) => LetterWriter> => {
  const loaded = new Map<Language, LetterWriter>();
  for (const language of languages) loaded.set(language, await letterWriterIn(language));
  return (language) => {
    const writer = loaded.get(language);
    if (writer === undefined) throw new Error(`No letters are written in ${language} here`);
    return writer;
  };
};
