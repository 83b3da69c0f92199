import { en as messages } from "./en.ts";
import type { LetterWording } from "./letter-wording.ts";
import { partyForms } from "./party-forms.en.ts";

/** What letters in English are written with. */
export const wording: LetterWording = { language: "en", messages, partyForms };
