import type { ProblemTexts, Words } from "../../domain/labels/words.ts";
import type { TimelineWords } from "../../domain/views/timeline-rows.ts";
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

/** The sentences of timelines. */
const timelineFiles: Readonly<Record<Language, LoadLabelWords<TimelineWords>>> = {
  ar: () => import("../../domain/labels/timeline.ar.json", { with: { type: "json" } }),
  en: () => import("../../domain/labels/timeline.en.json", { with: { type: "json" } }),
  es: () => import("../../domain/labels/timeline.es.json", { with: { type: "json" } }),
  fr: () => import("../../domain/labels/timeline.fr.json", { with: { type: "json" } }),
  ru: () => import("../../domain/labels/timeline.ru.json", { with: { type: "json" } }),
  zh: () => import("../../domain/labels/timeline.zh.json", { with: { type: "json" } }),
};

/** Returns the labels of a language, loaded on first use and cached by the module system. */
export const loadWords = async (language: Language): Promise<Words> => (await wordFiles[language]()).default;

/** Returns the refusals of a language, loaded like its labels; undefined for English, which is always loaded. */
export const loadProblemTexts = async (language: Language): Promise<ProblemTexts | undefined> =>
  language === "en" ? undefined : (await problemFiles[language]()).default;

/** The sentences of timelines in a language, loaded like its labels. */
export const loadTimelineWords = async (language: Language): Promise<TimelineWords> =>
  (await timelineFiles[language]()).default;
