import type { LetterWording } from "./letter-wording.ts";
import { partyForms } from "./party-forms.zh.ts";
import { zh as messages } from "./zh.ts";

/** The wording of letters in Chinese. */
export const wording: LetterWording = { language: "zh", messages, partyForms };
