import type { CalendarMessages, CalendarWording } from "../../domain/calendar/calendar-writer.ts";
import type { Language } from "../../schemas/base/values.ts";
import { loadWords } from "./label-words.ts";

type LoadCalendarWords<T> = () => Promise<{ readonly default: T }>;

/** One file per language, each a separate chunk of the bundle. A file that lacks a message does not compile. */
const messageFiles: Readonly<Record<Language, LoadCalendarWords<CalendarMessages>>> = {
  ar: () => import("../../domain/labels/calendar.ar.json", { with: { type: "json" } }),
  en: () => import("../../domain/labels/calendar.en.json", { with: { type: "json" } }),
  es: () => import("../../domain/labels/calendar.es.json", { with: { type: "json" } }),
  fr: () => import("../../domain/labels/calendar.fr.json", { with: { type: "json" } }),
  ru: () => import("../../domain/labels/calendar.ru.json", { with: { type: "json" } }),
  zh: () => import("../../domain/labels/calendar.zh.json", { with: { type: "json" } }),
};

/** The words of calendars in a language. */
export const loadCalendarWording = async (language: Language): Promise<CalendarWording> => {
  const [messages, words] = await Promise.all([messageFiles[language](), loadWords(language)]);
  return { language, messages: messages.default, words };
};
