import type { LetterWording } from "./letter-wording.ts";
import { partyForms } from "./party-forms.zh.ts";
import { zh as messages } from "./zh.ts";

/** What letters in Chinese are written with. */
export const wording: LetterWording = { language: "zh", messages, partyForms };
