import { en as messages } from "./en.ts";
import type { LetterWording } from "./letter-wording.ts";
import { partyForms } from "./party-forms.en.ts";

/** The wording of letters in English. */
export const wording: LetterWording = { language: "en", messages, partyForms };
