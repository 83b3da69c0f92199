import type { ReadingLanguage } from "../../schemas/model/addressee.ts";
import type { BulletinText, TextProblem, TextsByLanguage, BulletinWords } from "../../schemas/model/bulletin-text.ts";
import type { Hash } from "../../schemas/base/ids.ts";
import { Language } from "../../schemas/base/values.ts";
import { hashOf } from "../base/hash.ts";

/** What is said in each language, and which languages are tried, in their order, for whoever reads none of these. */
export interface LanguageVersions {
  readonly texts: TextsByLanguage;
  readonly fallback: readonly Language[];
}

/** A single text is English, and goes to everybody. Texts in several languages without an order go to whoever reads these. */
export const versionsOf = ({ text, texts = {}, fallback = [] }: BulletinWords): LanguageVersions =>
  text === undefined ? { texts, fallback } : { texts: { en: text }, fallback: ["en"] };

/** The languages in which there is a text. */
export const languagesOf = ({ texts }: Pick<LanguageVersions, "texts">): readonly Language[] =>
  Language.options.filter((language) => texts[language] !== undefined);

/** In which order the last resort is looked for: the working languages of the Secretariat first. */
const everyLanguage: readonly Language[] = ["en", "fr", "es", "ar", "ru", "zh"];

const firstOf = (order: Iterable<Language>, { texts }: LanguageVersions): ReadingLanguage | undefined => {
  const all = [...new Set(order)];
  const place = all.findIndex((language) => texts[language] !== undefined);
  const language = all[place];
  return language === undefined ? undefined : { language, languagesTried: all.slice(0, place) };
};

/** In which language a reader of one is written to: in that one, else in the first of the fallback; undefined where none has a text. */
export const languageFor = (reads: Language, versions: LanguageVersions): ReadingLanguage | undefined =>
  firstOf([reads, ...versions.fallback], versions);

/**
 * The same for a letter that was ordered: whoever has come to read another language since the preview, in which there is
 * no text, gets one all the same. Throws where there is no text at all.
 */
export const languageAtSending = (reads: Language, versions: LanguageVersions): ReadingLanguage => {
  const found = firstOf([reads, ...versions.fallback, ...everyLanguage], versions);
  if (found === undefined) throw new Error("There is no text in any language");
  return found;
};

/** The text that stands for all of them where one is shown: in the first language of the fallback that has one. */
export const leadingText = (words: BulletinWords): BulletinText => {
  const versions = versionsOf(words);
  const [first = "en"] = versions.fallback;
  const text = versions.texts[languageAtSending(first, versions).language];
  if (text === undefined) throw new Error("There is no text in any language");
  return text;
};

/** Languages of the fallback in which there is no text: trying them is of no use to anybody. */
export const fallbackProblems = ({ texts, fallback }: LanguageVersions): readonly TextProblem[] =>
  fallback
    .filter((language) => texts[language] === undefined)
    .map((language) => ({ where: "fallback", problem: "no-text-in-language", language }));

/** What is said, without whatever else stands beside it. */
export const wordsOf = ({ text, texts, fallback }: BulletinWords): BulletinWords => ({
  ...(text === undefined ? {} : { text }),
  ...(texts === undefined ? {} : { texts }),
  ...(fallback === undefined ? {} : { fallback }),
});

/** The hash of what is said: of a single text that of its subject and body. */
export const hashOfWords = (words: BulletinWords): Hash => hashOf(words.text ?? wordsOf(words));
