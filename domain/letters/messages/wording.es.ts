import { es as messages } from "./es.ts";
import type { LetterWording } from "./letter-wording.ts";
import { partyForms } from "./party-forms.es.ts";

/** What letters in Spanish are written with. */
export const wording: LetterWording = { language: "es", messages, partyForms };
