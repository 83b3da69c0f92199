import type { ProblemTexts, Words } from "../../domain/labels/words.ts";
import type { TimelineWords } from "../../domain/review/facts/timeline-words.ts";
import type { Language } from "../../schemas/base/values.ts";

type LoadLabelWords<T> = () => Promise<{ readonly default: T }>;

/** One file per language, each a separate chunk of the bundle. A file that lacks a code does not compile. */
export const wordFiles: Readonly<Record<Language, LoadLabelWords<Words>>> = {
  ar: () => import("../../domain/labels/ar.json", { with: { type: "json" } }),
  en: () => import("../../domain/labels/en.json", { with: { type: "json" } }),
  es: () => import("../../domain/labels/es.json", { with: { type: "json" } }),
  fr: () => import("../../domain/labels/fr.json", { with: { type: "json" } }),
  ru: () => import("../../domain/labels/ru.json", { with: { type: "json" } }),
  zh: () => import("../../domain/labels/zh.json", { with: { type: "json" } }),
};

/** The refusals of each language except English, whose texts are in the table of problems itself. */
const problemFiles: Readonly<Record<Exclude<Language, "en">, LoadLabelWords<ProblemTexts>>> = {
  ar: () => import("../../domain/labels/problems.ar.json", { with: { type: "json" } }),
  es: () => import("../../domain/labels/problems.es.json", { with: { type: "json" } }),
  fr: () => import("../../domain/labels/problems.fr.json", { with: { type: "json" } }),
  ru: () => import("../../domain/labels/problems.ru.json", { with: { type: "json" } }),
  zh: () => import("../../domain/labels/problems.zh.json", { with: { type: "json" } }),
};

/** Returns the labels of a language, loaded on first use and cached by the module system. */
export const loadWords = async (language: Language): Promise<Words> => (await wordFiles[language]()).default;

/** Returns the refusals of a language, loaded like its labels; undefined for English, which is always loaded. */
export const loadProblemTexts = async (language: Language): Promise<ProblemTexts | undefined> =>
  language === "en" ? undefined : (await problemFiles[language]()).default;

/** The sentences of timelines, of all languages in one file, so that a kind of fact has its words in one place. */
const loadTimelines: LoadLabelWords<Readonly<Record<Language, TimelineWords>>> = () =>
  import("../../domain/labels/timeline.json", { with: { type: "json" } });

/** Returns the sentences of timelines in a language, loaded on first use. */
export const loadTimelineWords = async (language: Language): Promise<TimelineWords> =>
  (await loadTimelines()).default[language];
