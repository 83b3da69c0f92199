import type { PresidentsParty } from "../../schemas/views/presidents-list.ts";
import type { CalendarDate, Instant, Language } from "../../schemas/base/values.ts";
import { dayOf, longDate } from "../base/time.ts";
import type en from "../labels/presidents-page.en.json";
import type { CodeWords } from "../labels/words.ts";
import type { LetterWriter } from "../letters/content/letter-writer.ts";
import { clusterNumberOf } from "../letters/content/phrases.ts";
import { apart, type Html, type MessageWriter, messageWriter } from "./message-writer.ts";

/** The words of the President's list as a page: every message that the English ones have. */
export type PresidentsPageMessages = Readonly<Record<keyof typeof en, string>>;

/** The writer of the page of the President's list, in a language; names, dates and codes are HTML that is set apart. */
export interface PresidentsPageWriter extends MessageWriter<keyof typeof en> {
  readonly language: Language;
  readonly words: CodeWords;
  /** Writes clusters and cycles as letters do. */
  readonly letters: LetterWriter;
  readonly day: (day: CalendarDate) => Html;
  /** The day of an instant in Vienna. */
  readonly dayAt: (at: Instant) => Html;
  /** Returns the name of a party from the given names; its id if there is none. */
  readonly party: (party: PresidentsParty) => Html;
  /** The cluster in which something is missing. */
  readonly cluster: (missing: Pick<PresidentsParty["missing"][number], "group">) => Html;
}

/**
 * Returns the writer of the page: messages and labels of a language, names of parties in it, and the writer of its
 * letters.
 */
export const presidentsPageWriter = (
  messages: PresidentsPageMessages,
  words: CodeWords,
  names: ReadonlyMap<string, string>,
  letters: LetterWriter,
): PresidentsPageWriter => {
  const { language } = letters;
  const day: PresidentsPageWriter["day"] = (date) => apart(longDate(date, language));
  return {
    ...messageWriter(messages, language),
    language,
    words,
    letters,
    day,
    dayAt: (at) => day(dayOf(at)),
    party: ({ party }) => apart(names.get(party) ?? party),
    cluster: ({ group }) => letters.write(clusterNumberOf(group)),
  };
};
