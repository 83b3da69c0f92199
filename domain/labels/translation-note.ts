import type { Language } from "../../schemas/base/values.ts";

/** The note about a translation for its reader, in its language. English is the original. */
const notes: Readonly<Record<Exclude<Language, "en">, string>> = {
  ar: "تُرجمت هذه النصوص عن الإنكليزية في إطار هذا المشروع، ولم يراجعها أي مترجم محترف.",
  es: "Estos textos se tradujeron del inglés dentro del proyecto y ningún traductor profesional los ha leído.",
  fr: "Ces textes ont été traduits de l’anglais au sein du projet, et aucun traducteur professionnel ne les a lus.",
  ru: "Эти тексты переведены с английского в рамках проекта, и ни один профессиональный переводчик их не читал.",
  zh: "这些文字由本项目自行译自英文，未经专业翻译人员审阅。",
};

/** Returns the note that no professional translator has checked a language; undefined in English. */
export const translationNote = (language: Language): string | undefined =>
  language === "en" ? undefined : notes[language];
