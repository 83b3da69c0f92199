import type { ImportTexts, ImportWording } from "../../../domain/imports/messages.ts";
import type { Language } from "../../../schemas/base/values.ts";
import { loadProblemTexts } from "../../io/label-words.ts";

type LoadImportWords<T> = () => Promise<{ readonly default: T }>;

/** Messages about rows of an import. */
const importFiles: Readonly<Record<Language, LoadImportWords<ImportTexts>>> = {
  ar: () => import("../../../domain/labels/imports.ar.json", { with: { type: "json" } }),
  en: () => import("../../../domain/labels/imports.en.json", { with: { type: "json" } }),
  es: () => import("../../../domain/labels/imports.es.json", { with: { type: "json" } }),
  fr: () => import("../../../domain/labels/imports.fr.json", { with: { type: "json" } }),
  ru: () => import("../../../domain/labels/imports.ru.json", { with: { type: "json" } }),
  zh: () => import("../../../domain/labels/imports.zh.json", { with: { type: "json" } }),
};

/** Returns the messages about an import in a language, including refusals, loaded like its labels. */
export const loadImportWording = async (language: Language): Promise<ImportWording> => {
  const [texts, problems, issues] = await Promise.all([
    importFiles[language](),
    loadProblemTexts(language),
    import("./refusal-words.ts").then(({ loadIssueTexts }) => loadIssueTexts(language)),
  ]);
  return { texts: texts.default, problems, issues };
};
