import type { PaperWords } from "../../../domain/reports/wording.ts";
import type { Words } from "../../../domain/labels/words.ts";
import { wordFiles } from "../../io/label-words.ts";
import { Language } from "../../../schemas/base/values.ts";

type LoadPaperWords<T> = () => Promise<{ readonly default: T }>;

/** The words of a paper in a language: its sentences, and the labels of codes. */
interface PaperWordFiles {
  readonly sentences: LoadPaperWords<PaperWords>;
  readonly labels: LoadPaperWords<Words>;
}
export type PaperWordTable = Readonly<Partial<Record<Language, PaperWordFiles>>>;

/** The languages in which there are words for papers. A file that lacks a sentence does not compile. */
export const paperWords: PaperWordTable = {
  ar: {
    sentences: () => import("../../../domain/labels/status-paper.ar.json", { with: { type: "json" } }),
    labels: wordFiles.ar,
  },
  en: {
    sentences: () => import("../../../domain/labels/status-paper.en.json", { with: { type: "json" } }),
    labels: wordFiles.en,
  },
  es: {
    sentences: () => import("../../../domain/labels/status-paper.es.json", { with: { type: "json" } }),
    labels: wordFiles.es,
  },
  fr: {
    sentences: () => import("../../../domain/labels/status-paper.fr.json", { with: { type: "json" } }),
    labels: wordFiles.fr,
  },
  ru: {
    sentences: () => import("../../../domain/labels/status-paper.ru.json", { with: { type: "json" } }),
    labels: wordFiles.ru,
  },
  zh: {
    sentences: () => import("../../../domain/labels/status-paper.zh.json", { with: { type: "json" } }),
    labels: wordFiles.zh,
  },
};

/** In which languages a paper that is ordered now is written. */
export const paperLanguages = (table: PaperWordTable = paperWords): readonly Language[] =>
  Language.options.filter((language) => table[language] !== undefined);
