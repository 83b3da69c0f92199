import { es as messages } from "./es.ts";
import type { LetterWording } from "./letter-wording.ts";
import { partyForms } from "./party-forms.es.ts";

/** The wording of letters in Spanish. */
export const wording: LetterWording = { language: "es", messages, partyForms };
