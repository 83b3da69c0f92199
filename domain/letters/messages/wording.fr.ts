import { fr as messages } from "./fr.ts";
import type { LetterWording } from "./letter-wording.ts";
import { partyForms } from "./party-forms.fr.ts";

/** The wording of letters in French. */
export const wording: LetterWording = { language: "fr", messages, partyForms };
