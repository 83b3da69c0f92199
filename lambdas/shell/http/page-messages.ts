import type { PageMessages } from "../../../domain/pages/page-writer.ts";
import type { Language } from "../../../schemas/base/values.ts";

/** One file per language, each a separate chunk of the bundle. A file that lacks a message does not compile. */
const messageFiles: Readonly<Record<Language, () => Promise<{ readonly default: PageMessages }>>> = {
  ar: () => import("../../../domain/labels/pages.ar.json", { with: { type: "json" } }),
  en: () => import("../../../domain/labels/pages.en.json", { with: { type: "json" } }),
  es: () => import("../../../domain/labels/pages.es.json", { with: { type: "json" } }),
  fr: () => import("../../../domain/labels/pages.fr.json", { with: { type: "json" } }),
  ru: () => import("../../../domain/labels/pages.ru.json", { with: { type: "json" } }),
  zh: () => import("../../../domain/labels/pages.zh.json", { with: { type: "json" } }),
};

/** The messages of the public pages in a language. */
export const loadPageMessages = async (language: Language): Promise<PageMessages> =>
  (await messageFiles[language]()).default;
