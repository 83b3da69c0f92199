import type { PresidentsPageMessages } from "../../../domain/pages/presidents-page-writer.ts";
import type { Language } from "../../../schemas/base/values.ts";

/** One file per language, each a separate chunk of the bundle. A file that lacks a message does not compile. */
const messageFiles: Readonly<Record<Language, () => Promise<{ readonly default: PresidentsPageMessages }>>> = {
  ar: () => import("../../../domain/labels/presidents-page.ar.json", { with: { type: "json" } }),
  en: () => import("../../../domain/labels/presidents-page.en.json", { with: { type: "json" } }),
  es: () => import("../../../domain/labels/presidents-page.es.json", { with: { type: "json" } }),
  fr: () => import("../../../domain/labels/presidents-page.fr.json", { with: { type: "json" } }),
  ru: () => import("../../../domain/labels/presidents-page.ru.json", { with: { type: "json" } }),
  zh: () => import("../../../domain/labels/presidents-page.zh.json", { with: { type: "json" } }),
};

/** The messages of the President's list as a page in a language. */
export const loadPresidentsPageMessages = async (language: Language): Promise<PresidentsPageMessages> =>
  (await messageFiles[language]()).default;
