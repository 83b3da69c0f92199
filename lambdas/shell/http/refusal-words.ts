import { type IssueTexts, issueText } from "../../../domain/labels/issue-text.ts";
import type { Language } from "../../../schemas/base/values.ts";
import type { Problem } from "../../../schemas/views/problem.ts";
import { PartyId } from "../../../schemas/base/ids.ts";
import { type NamesIo, partyNamesIn } from "./names.ts";
import type { ProblemError } from "./problem.ts";
import { spokenValues } from "../../../domain/labels/problem-values.ts";
import type { SpokenValues } from "../../../domain/labels/problem-text.ts";
import { labelWords, loadWords, type TranslationFiles } from "../../io/words.ts";

/** Messages about invalid members. The schemas have them in English. */
export const issueTexts: TranslationFiles<IssueTexts> = {
  ar: () => import("../../../domain/labels/issues.ar.json", { with: { type: "json" } }),
  es: () => import("../../../domain/labels/issues.es.json", { with: { type: "json" } }),
  fr: () => import("../../../domain/labels/issues.fr.json", { with: { type: "json" } }),
  ru: () => import("../../../domain/labels/issues.ru.json", { with: { type: "json" } }),
  zh: () => import("../../../domain/labels/issues.zh.json", { with: { type: "json" } }),
};

/** Returns the names of parties by their codes; what is no code of a party has none. */
export const namesIn = (
  language: Language,
  io: NamesIo,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> =>
  partyNamesIn(
    language,
    io,
    codes.flatMap((code) => PartyId.safeParse(code).data ?? []),
  );

/** Returns the values of a problem in the words of a language, for its detail. */
export const valuesIn = async (
  language: Language,
  { details, partyNames: parties }: Pick<ProblemError, "details" | "partyNames">,
): Promise<SpokenValues> => spokenValues(details, { language, words: await loadWords(labelWords, language), parties });

/** A rule of the lots that is broken, of which the detail is a sentence. */
const isBrokenRule = (one: unknown): one is { readonly detail: string } =>
  typeof one === "object" && one !== null && "detail" in one && typeof one.detail === "string";

/**
 * Returns a refusal with its messages on invalid members and broken rules in a language. The messages are loaded only
 * for such a refusal.
 */
export const refusalIn = async (language: Language, problem: Problem): Promise<Problem> => {
  const texts = await loadWords(issueTexts, language);
  const { errors, violations } = problem;
  return {
    ...problem,
    ...(errors === undefined
      ? {}
      : { errors: errors.map((error) => ({ ...error, message: issueText(error.message, texts) })) }),
    ...(Array.isArray(violations)
      ? {
          violations: violations.map((one: unknown) =>
            isBrokenRule(one) ? { ...one, detail: issueText(one.detail, texts) } : one,
          ),
        }
      : {}),
  };
};
