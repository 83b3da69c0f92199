import { ar as messages } from "./ar.ts";
import type { LetterWording } from "./letter-wording.ts";
import { partyForms } from "./party-forms.ar.ts";

/** The wording of letters in Arabic. */
export const wording: LetterWording = { language: "ar", messages, partyForms };
