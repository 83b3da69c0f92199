import type { ProblemTexts, Words } from "../../domain/labels/words.ts";
import type { Language } from "../../schemas/base/values.ts";

type WordFile<T> = () => Promise<{ readonly default: T }>;

/** The translations of texts whose English is in the code, each a separate chunk of the bundle. */
export type TranslationFiles<T> = Readonly<Record<Exclude<Language, "en">, WordFile<T>>>;

/** One file per language, each a separate chunk of the bundle. A file that lacks a text does not compile. */
export type WordFiles<T> = Readonly<Record<Language, WordFile<T>>>;

/**
 * Returns the texts of a set in a language, loaded on first use and cached by the module system; undefined in English
 * if its texts are in the code.
 */
export function loadWords<T>(set: WordFiles<T>, language: Language): Promise<T>;
export function loadWords<T>(set: TranslationFiles<T>, language: Language): Promise<T | undefined>;
export async function loadWords<T>(
  set: Readonly<Partial<Record<Language, WordFile<T>>>>,
  language: Language,
): Promise<T | undefined> {
  return (await set[language]?.())?.default;
}

/** The labels of codes. */
export const labelWords: WordFiles<Words> = {
  ar: () => import("../../domain/labels/ar.json", { with: { type: "json" } }),
  en: () => import("../../domain/labels/en.json", { with: { type: "json" } }),
  es: () => import("../../domain/labels/es.json", { with: { type: "json" } }),
  fr: () => import("../../domain/labels/fr.json", { with: { type: "json" } }),
  ru: () => import("../../domain/labels/ru.json", { with: { type: "json" } }),
  zh: () => import("../../domain/labels/zh.json", { with: { type: "json" } }),
};

/** The refusals. The table of problems has their English texts. */
export const problemTexts: TranslationFiles<ProblemTexts> = {
  ar: () => import("../../domain/labels/problems.ar.json", { with: { type: "json" } }),
  es: () => import("../../domain/labels/problems.es.json", { with: { type: "json" } }),
  fr: () => import("../../domain/labels/problems.fr.json", { with: { type: "json" } }),
  ru: () => import("../../domain/labels/problems.ru.json", { with: { type: "json" } }),
  zh: () => import("../../domain/labels/problems.zh.json", { with: { type: "json" } }),
};
