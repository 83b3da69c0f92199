import { ar } from "./words-ar.js";
import { en } from "./words-en.js";
import { es } from "./words-es.js";
import { fr } from "./words-fr.js";
import { ru } from "./words-ru.js";
import { zh } from "./words-zh.js";

/** The page's own words by language. What the API calls things comes from GET /v1/labels, in the same language. */
export const words = { ar, en, es, fr, ru, zh };
