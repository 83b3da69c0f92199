import { fr as messages } from "./fr.ts";
import type { LetterWording } from "./letter-wording.ts";
import { partyForms } from "./party-forms.fr.ts";

/** What letters in French are written with. */
export const wording: LetterWording = { language: "fr", messages, partyForms };
