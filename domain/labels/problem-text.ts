import { type ProblemKind, problems } from "../../schemas/problems/problems.ts";
import type { ProblemText } from "../../schemas/views/labels.ts";
import type { ProblemTexts } from "./words.ts";

/**
 * Returns title and detail of a problem in the given translation; without one in English, from the table of problems.
 */
export const problemText = (kind: ProblemKind, translated: ProblemTexts | undefined): ProblemText =>
  translated === undefined ? { title: problems[kind].title, detail: problems[kind].advice } : translated[kind];
