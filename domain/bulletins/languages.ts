import { defined } from "../../schemas/base/defined.ts";
import type { ReadingLanguage } from "../../schemas/model/addressee.ts";
import type { BulletinText, TextProblem, TextsByLanguage, BulletinWords } from "../../schemas/model/bulletin-text.ts";
import type { Hash } from "../../schemas/base/ids.ts";
import { Language, languagesInOrder } from "../../schemas/base/values.ts";
import { hashOf } from "../base/hash.ts";

/** The texts by language, and the fallback languages in order for recipients who read none of these. */
export interface LanguageVersions {
  readonly texts: TextsByLanguage;
  readonly fallback: readonly Language[];
}

/**
 * Returns the texts by language. A single text is English, and goes to all recipients. Texts in several languages
 * without a fallback go to the recipients who read these.
 */
export const versionsOf = ({ text, texts = {}, fallback = [] }: BulletinWords): LanguageVersions =>
  text === undefined ? { texts, fallback } : { texts: { en: text }, fallback: ["en"] };

/** Returns the languages that have a text. */
export const languagesOf = ({ texts }: Pick<LanguageVersions, "texts">): readonly Language[] =>
  Language.options.filter((language) => texts[language] !== undefined);

const firstOf = (order: Iterable<Language>, { texts }: LanguageVersions): ReadingLanguage | undefined => {
  const all = [...new Set(order)];
  const place = all.findIndex((language) => texts[language] !== undefined);
  const language = all[place];
  return language === undefined ? undefined : { language, languagesTried: all.slice(0, place) };
};

/**
 * Returns the language for a reader: the reader's own if it has a text, else the first of the fallback that has one.
 * Undefined if none has a text.
 */
export const languageFor = (reads: Language, versions: LanguageVersions): ReadingLanguage | undefined =>
  firstOf([reads, ...versions.fallback], versions);

/**
 * Returns the language for a letter that was ordered. A recipient whose language changed since the preview to one
 * without a text still gets one. Throws if there is no text at all.
 */
export const languageAtSending = (reads: Language, versions: LanguageVersions): ReadingLanguage => {
  const found = firstOf([reads, ...versions.fallback, ...languagesInOrder], versions);
  if (found === undefined) throw new Error("There is no text in any language");
  return found;
};

/** Returns the text to show for all of them: in the first language of the fallback that has one. */
export const leadingText = (words: BulletinWords): BulletinText => {
  const versions = versionsOf(words);
  const [first = "en"] = versions.fallback;
  const text = versions.texts[languageAtSending(first, versions).language];
  if (text === undefined) throw new Error("There is no text in any language");
  return text;
};

/** Returns a problem for each language of the fallback without a text, which would never be used. */
export const fallbackProblems = ({ texts, fallback }: LanguageVersions): readonly TextProblem[] =>
  fallback
    .filter((language) => texts[language] === undefined)
    .map((language) => ({ where: "fallback", problem: "no-text-in-language", language }));

/** Returns only the words, without other fields of the object. */
export const wordsOf = ({ text, texts, fallback }: BulletinWords): BulletinWords => defined({ text, texts, fallback });

/** Returns the hash of the words; for a single text that of its subject and body. */
export const hashOfWords = (words: BulletinWords): Hash => hashOf(words.text ?? wordsOf(words));
