import { letterWriter, type LetterWriter } from "../../domain/letters/content/letter-writer.ts";
import type { LetterWording } from "../../domain/letters/messages/letter-wording.ts";
import { optionalVariable } from "./env.ts";
import { senderOfStage } from "./letter-sender.ts";
import { letterNumber } from "../../domain/letters/letter-number.ts";
import type { LetterId } from "../../schemas/base/ids.ts";
import { loadWords, type WordFiles } from "./words.ts";
import type { Language } from "../../schemas/base/values.ts";

const asDefault = ({ wording }: { readonly wording: LetterWording }) => ({ default: wording });

/** The wording of letters. */
export const letterWordings: WordFiles<LetterWording> = {
  ar: () => import("../../domain/letters/messages/wording.ar.ts").then(asDefault),
  en: () => import("../../domain/letters/messages/wording.en.ts").then(asDefault),
  es: () => import("../../domain/letters/messages/wording.es.ts").then(asDefault),
  fr: () => import("../../domain/letters/messages/wording.fr.ts").then(asDefault),
  ru: () => import("../../domain/letters/messages/wording.ru.ts").then(asDefault),
  zh: () => import("../../domain/letters/messages/wording.zh.ts").then(asDefault),
};

const loadWriter = async (language: Language): Promise<LetterWriter> =>
  letterWriter(await loadWords(letterWordings, language), {
    sender: senderOfStage(),
    reviewPage: optionalVariable("REVIEW_PAGE"),
  });

const writers = new Map<Language, Promise<LetterWriter>>();

/**
 * Returns the writer of letters in a language, loaded for the first letter in it and cached; with a letter id, only the
 * writer of that letter.
 */
export const letterWriterIn = async (language: Language, letter?: LetterId): Promise<LetterWriter> => {
  const loading = writers.get(language) ?? loadWriter(language);
  writers.set(language, loading);
  const writer = await loading;
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
