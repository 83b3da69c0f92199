import type { Language } from "../../../schemas/base/values.ts";
import type { PartyId } from "../../../schemas/base/ids.ts";
import type { en } from "./en.ts";

/** The name of a message: each language has all of them, and beside them other forms of some, `review_gen` beside `review`. */
export type MessageKey = keyof typeof en;

/** A party as a letter names it. */
export interface NamedParty {
  readonly id: PartyId;
  /** The name on record, in English and without article. */
  readonly name: string;
}

/**
 * A party's name in a form that sentences of a language need: "" in the middle of one ("the Sudan"), "bare" in a list, and
 * what else the language tells apart. Throws a TypeError for a form that it does not have.
 */
export type PartyForms = (party: NamedParty, form: string) => string;

/** A day that is written out, in a form that sentences of a language need: "со 2 августа". Throws a TypeError for one that it does not have. */
export type DayForms = (written: string, form: string) => string;

/** What letters are written with in one language. */
export interface LetterWording {
  readonly language: Language;
  readonly messages: Readonly<Record<MessageKey, string>>;
  readonly partyForms: PartyForms;
  /** Left out where a day stands in every sentence as it is written. */
  readonly dayForms?: DayForms;
}
