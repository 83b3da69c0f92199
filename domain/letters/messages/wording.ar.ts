import { ar as messages } from "./ar.ts";
import type { LetterWording } from "./letter-wording.ts";
import { partyForms } from "./party-forms.ar.ts";

/** What letters in Arabic are written with. */
export const wording: LetterWording = { language: "ar", messages, partyForms };
