import { Labels, problemKinds, type ProblemText, type WorkWords } from "../schemas/labels.ts";
import { type ProblemKind, problems } from "../schemas/problems.ts";
import type { Language } from "../schemas/values.ts";
import type { WorkKind } from "../schemas/worklist.ts";
import { ar } from "./labels/ar.ts";
import { en } from "./labels/en.ts";
import { es } from "./labels/es.ts";
import { fr } from "./labels/fr.ts";
import { ar as arProblems } from "./labels/problems/ar.ts";
import { es as esProblems } from "./labels/problems/es.ts";
import { fr as frProblems } from "./labels/problems/fr.ts";
import { ru as ruProblems } from "./labels/problems/ru.ts";
import { zh as zhProblems } from "./labels/problems/zh.ts";
import { ru } from "./labels/ru.ts";
import type { ProblemTexts, Words } from "./labels/words.ts";
import { zh } from "./labels/zh.ts";

const words = { ar, en, es, fr, ru, zh } satisfies Record<Language, Words>;

/** English stands in the table of problems itself. */
const translated = {
  ar: arProblems,
  es: esProblems,
  fr: frProblems,
  ru: ruProblems,
  zh: zhProblems,
} satisfies Record<Exclude<Language, "en">, ProblemTexts>;

/** Title and detail of a problem in one of the six working languages. */
export const problemText = (kind: ProblemKind, language: Language): ProblemText =>
  language === "en" ? { title: problems[kind].title, detail: problems[kind].advice } : translated[language][kind];

/** What a kind of work is called, and what to do about it. */
export const workWords = (kind: WorkKind, language: Language): WorkWords => words[language].worklist[kind];

/** Every label of one language, those of problems among them. */
export const labelsIn = (language: Language): Labels =>
  Labels.parse({
    ...words[language],
    problems: Object.fromEntries(problemKinds.map((kind) => [kind, problemText(kind, language)])),
  });

/** The direction in which a language is written: from right to left for Arabic. */
export const directionOf = (language: Language): "ltr" | "rtl" => (language === "ar" ? "rtl" : "ltr");
