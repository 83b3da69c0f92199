import { Labels, problemKinds, type ProblemText, type WorkWords } from "../../schemas/views/labels.ts";
import { type ProblemKind, problems } from "../../schemas/problems/problems.ts";
import type { Language } from "../../schemas/base/values.ts";
import type { WorkKind } from "../../schemas/model/work-item.ts";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { ar as arProblems } from "./problems.ar.ts";
import { es as esProblems } from "./problems.es.ts";
import { fr as frProblems } from "./problems.fr.ts";
import { ru as ruProblems } from "./problems.ru.ts";
import { zh as zhProblems } from "./problems.zh.ts";
import { ru } from "./ru.ts";
import type { ProblemTexts, Words } from "./words.ts";
import { zh } from "./zh.ts";

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
