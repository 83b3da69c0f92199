import type { Refused } from "../base/decision.ts";
import { fill } from "../labels/fill.ts";
import english from "../labels/imports.en.json" with { type: "json" };
import { type IssueTexts, issueText } from "../labels/issue-text.ts";
import { problemText } from "../labels/problem-text.ts";
import type { ProblemTexts } from "../labels/words.ts";

/** The messages about rows of an import in one language, by code, with variables in braces. */
export type ImportTexts = Readonly<Record<keyof typeof english, string>>;

type MessageValues = Readonly<Record<string, string | number>>;

/**
 * The message why a cell of an import is invalid. It is a code with the values that are needed to correct it, the
 * refusal of a command, or the English words of a schema for the possible values, which `issues` translate.
 */
export type ImportMessage =
  | { readonly code: keyof ImportTexts; readonly values: MessageValues }
  | { readonly refused: Refused }
  | { readonly text: string };

export const say = (code: keyof ImportTexts, values: MessageValues = {}): ImportMessage => ({ code, values });
export const refused = (refusal: Refused): ImportMessage => ({ refused: refusal });

/** A language with what is said in it of rows, and of refusals and of what cells hold where that is not English. */
export interface ImportWording {
  readonly texts: ImportTexts;
  readonly problems?: ProblemTexts | undefined;
  readonly issues?: IssueTexts | undefined;
}

const isPlain = (value: unknown): value is string | number | readonly (string | number)[] =>
  typeof value === "string" ||
  typeof value === "number" ||
  (Array.isArray(value) &&
    value.length > 0 &&
    value.every((one) => typeof one === "string" || typeof one === "number"));

/** Returns the reason for a refusal, in the words of the problem, with the values that are needed to correct it. */
const refusalWords = ({ refusal, details = {} }: Refused, problems: ProblemTexts | undefined): string => {
  const known = Object.entries(details).flatMap(([name, value]) =>
    isPlain(value) ? [`${name}: ${[value].flat().join(" ")}`] : [],
  );
  const { title } = problemText(refusal, problems);
  return known.length === 0 ? title : `${title} (${known.join("; ")})`;
};

/** Returns a message in the words of a language. */
export const messageIn = ({ texts, problems, issues }: ImportWording, message: ImportMessage): string => {
  if ("text" in message) return issueText(message.text, issues);
  if ("refused" in message) return refusalWords(message.refused, problems);
  const { code, values } = message;
  // Of a rule of the lots that is broken.
  const { detail } = values;
  return fill(texts[code], typeof detail === "string" ? { ...values, detail: issueText(detail, issues) } : values);
};

/** Returns a message in English, which facts keep. */
export const englishOf = (message: ImportMessage): string => messageIn({ texts: english }, message);
