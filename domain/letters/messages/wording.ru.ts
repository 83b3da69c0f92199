import { dayForms } from "./day-forms.ru.ts";
import { ru as messages } from "./ru.ts";
import type { LetterWording } from "./letter-wording.ts";
import { partyForms } from "./party-forms.ru.ts";

/** The wording of letters in Russian. */
export const wording: LetterWording = { language: "ru", messages, partyForms, dayForms };
