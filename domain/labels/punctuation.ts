import type { Language } from "../../schemas/base/values.ts";

/** The punctuation of a language between words that code joins. */
interface Punctuation {
  /** Between two sentences: the full stop of Chinese brings its own space. */
  readonly betweenSentences: string;
  /** Between the parts of an enumeration that have commas of their own. */
  readonly semicolon: string;
  readonly fullStop: string;
}

const western: Punctuation = { betweenSentences: " ", semicolon: "; ", fullStop: "." };

const own: Readonly<Partial<Record<Language, Punctuation>>> = {
  ar: { ...western, semicolon: "؛ " },
  fr: { ...western, semicolon: "\u202F; " },
  zh: { betweenSentences: "", semicolon: "；", fullStop: "。" },
};

export const punctuationOf = (language: Language): Punctuation => own[language] ?? western;
