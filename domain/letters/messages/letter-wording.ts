import type { Language } from "../../../schemas/base/values.ts";
import type { PartyId } from "../../../schemas/base/ids.ts";
import type { en } from "./en.ts";

/**
 * The name of a message. Each language has all of them, and further forms of some: `review_gen` in addition to
 * `review`.
 */
export type MessageKey = keyof typeof en;

/** A party that a letter names. */
export interface NamedParty {
  readonly id: PartyId;
  /** The stored English name, without article. */
  readonly name: string;
}

/**
 * Returns a party's name in a grammatical form: "" within a sentence ("the Sudan"), "bare" in a list, and further forms
 * of the language. Throws a TypeError for a form that the language does not have.
 */
export type PartyForms = (party: NamedParty, form: string) => string;

/**
 * Returns a written-out day in a grammatical form: "со 2 августа". Throws a TypeError for a form that the language does
 * not have.
 */
export type DayForms = (written: string, form: string) => string;

/** The wording of letters in one language. */
export interface LetterWording {
  readonly language: Language;
  readonly messages: Readonly<Record<MessageKey, string>>;
  readonly partyForms: PartyForms;
  /** Undefined in a language where a day has one form. */
  readonly dayForms?: DayForms;
}
