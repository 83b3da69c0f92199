import { type ProblemKind, problems } from "../../schemas/problems/problems.ts";
import type { ProblemText } from "../../schemas/views/labels.ts";
import type { ProblemTexts } from "./words.ts";

/** The values of a problem as its detail says them, by the name of the member. */
export type SpokenValues = Readonly<Record<string, string>>;

/**
 * Returns a detail with its values. A part in brackets is said where every value that it names in braces is there, so
 * that a value that is absent leaves no hole.
 */
const withValues = (detail: string, values: SpokenValues): string =>
  detail
    .replaceAll(/\[([^\]]*)\]/gu, (_, part: string) => {
      const names = [...part.matchAll(/\{(\w+)\}/gu)].flatMap(([, name]) => name ?? []);
      if (names.some((name) => values[name] === undefined)) return "";
      return part.replaceAll(/\{(\w+)\}/gu, (__, name: string) => values[name] ?? "");
    })
    .trim();

/**
 * Returns title and detail of a problem, for the person who reads it, in the given translation; without one in English,
 * from the table of problems. The detail says the given values.
 */
export const problemText = (
  kind: ProblemKind,
  translated: ProblemTexts | undefined,
  values: SpokenValues = {},
): ProblemText => {
  const { title, detail } = translated === undefined ? problems[kind] : translated[kind];
  return { title, detail: withValues(detail, values) };
};

/** Returns the codes of the parties that a problem names. */
export const partiesIn = (details: Readonly<Record<string, unknown>>): readonly string[] =>
  ["party", "parties"].flatMap((name) => details[name] ?? []).filter((one) => typeof one === "string");

/** Returns true if the detail of a problem says values of its own. */
export const saysValues = (kind: ProblemKind): boolean => problems[kind].detail.includes("{");
