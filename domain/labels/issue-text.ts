import type french from "./issues.fr.json";

/**
 * The texts about an invalid field in one language, by the English sentence, with variable parts in braces. All
 * languages have identical keys: a file that lacks one does not compile.
 */
export type IssueTexts = Readonly<Record<keyof typeof french, string>>;

/** Names of variable parts that are numbers or days; every other name matches any words. */
const counted: ReadonlySet<string> = new Set(["number", "least", "most", "day", "cluster"]);
const plain = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

/** Matches an English sentence, and finds what varies by its name. */
const patternOf = (sentence: string): RegExp =>
  new RegExp(
    `^${sentence
      .split(/(\{\w+\})/u)
      .map((part) => {
        const name = /^\{(\w+)\}$/u.exec(part)?.[1];
        if (name === undefined) return plain(part);
        return counted.has(name) ? `(?<${name}>-?\\d[\\d.-]*)` : `(?<${name}>.+)`;
      })
      .join("")}$`,
    "su",
  );

/** Returns the length of the fixed part of a sentence: of several that fit, the most specific one applies. */
const fixedLength = (sentence: string): number => sentence.replaceAll(/\{\w+\}/gu, "").length;

/** The sentence for two alternatives; each part has a sentence of its own. */
const either = "{one} or {other}" satisfies keyof IssueTexts;

/** Finds the sentence of English words in a table. */
const translated = (texts: Readonly<Record<string, string>>, english: string): string | undefined => {
  const exact = texts[english];
  if (exact !== undefined) return exact;
  const fitting = Object.keys(texts)
    .filter((sentence) => sentence !== either && sentence.includes("{"))
    .toSorted((one, other) => fixedLength(other) - fixedLength(one));
  for (const sentence of fitting) {
    const found = patternOf(sentence).exec(english);
    const text = texts[sentence];
    if (found !== null && text !== undefined)
      return text.replaceAll(/\{(\w+)\}/gu, (_, name: string) => found.groups?.[name] ?? "");
  }
  return undefined;
};

/** Translates each part of `must be "all" or a list`, where the later parts omit "must be"; undefined if one has no text. */
const translatedParts = (texts: IssueTexts, english: string): string | undefined => {
  const [first = "", ...others] = english.split(" or ");
  if (others.length === 0) return undefined;
  const parts = [first, ...others.map((part) => `must be ${part}`)].map((part) => translated(texts, part));
  return parts.every((part) => part !== undefined)
    ? parts.reduce((one, other) => texts[either].replace("{one}", () => one).replace("{other}", () => other))
    : undefined;
};

/**
 * Returns the text about an invalid field in the given translation; in English without one, or if it lacks the
 * sentence.
 */
export const issueText = (english: string, texts: IssueTexts | undefined): string =>
  texts === undefined ? english : (translated(texts, english) ?? translatedParts(texts, english) ?? english);
