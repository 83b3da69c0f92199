import type { Language } from "../../../schemas/base/values.ts";
import { oneLine } from "./html.ts";
import { laidOut } from "./layout.ts";
import { type LetterInput, letterPageOf } from "./letter-pages.ts";

/** Languages in which every letter is written. */
export const letterLanguages = ["en"] as const satisfies readonly Language[];
export type LetterLanguage = (typeof letterLanguages)[number];

/** The language of a letter to somebody who prefers one: that one where letters are written in it, else English. */
export const letterLanguage = (preferred: Language): LetterLanguage =>
  letterLanguages.find((language) => language === preferred) ?? "en";

export type ComposeInput = { readonly language: LetterLanguage } & LetterInput;

/** A letter as it leaves: one line of subject, both parts, and headers of its own. */
export interface ComposedLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Quoted by whoever answers. */
  readonly reference: string;
  readonly language: LetterLanguage;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Writes a letter. Strict: a missing or blank value, or an address that is none of the web, throws a TypeError, so
 * that no letter leaves with a hole. Values can bring in neither markup nor line breaks nor headers.
 */
export const compose = (input: ComposeInput): ComposedLetter => {
  const written = letterPageOf(input);
  const reference = written.reference(input);
  const page = written.page(input, reference);
  const { text, html } = laidOut(page);
  return {
    subject: oneLine(page.subject),
    text,
    html,
    reference,
    language: input.language,
    headers: { "Auto-Submitted": "auto-generated", "X-Case-Reference": oneLine(reference) },
  };
};
