import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Counts discouraged words and long sentences, so that texts stay in plain English. */
const made = ["node_modules", "dist", "cdk.out", ".data", ".ministack", ".git", "golden", "releases", "__snapshots__"];
const files = globSync("**/*", { exclude: (entry) => made.includes(entry.name), withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath}/${entry.name}`.replace(`${process.cwd()}/`, ""))
  .filter((file) => /\.(?:ts|mjs|md)$|\.en\.json$|\/en\.json$|\/texts\.json$/u.test(file))
  .filter((file) => !/api-types\.ts$|CHANGELOG\.md$|plain-words\.test\.ts$/u.test(file));
const texts = new Map(files.map((file) => [file, readFileSync(file, "utf8")]));
const lines = [...texts.values()].reduce((sum, text) => sum + text.split("\n").length, 0);

test.each<[words: string, pattern: RegExp, perThousandLines: number]>([
  ["told, tell", /\b(?:told|tells?|telling)\b/giu, 0.2],
  ["whoever, nobody, whom", /\b(?:whoever|whom(?:ever)?|(?:no|some|any|every)body)\b/giu, 0.7],
  ["stand, stood", /\b(?:stands?|stood|standing)\b/giu, 0.2],
  // Codes and fields of the API keep the rest of these three: clarification-asked, not-owed, occasion.
  ["ask", /\b(?:asks?|asked)\b/giu, 0.8],
  ["owe", /\b(?:owes?|owed|owing)\b/giu, 0.26],
  ["head, occasion, rung", /\b(?:[Hh]eads?|[Oo]ccasions?|[Rr]ungs?)\b/gu, 0.5],
  ["anew, beside, out of", /\b(?:anew|beside|out of)\b/giu, 0.2],
  // One letter says that a number of experts may be the same for all reviews.
  ["the same of, for, with", /\bthe same (?:of|for(?! all of its reviews)|with|as|again)\b/giu, 0],
  ["go on", /\bgo(?:es|ing)? on\b/giu, 0.05],
  [
    "a comment that opens with a noun clause",
    /\/\*\*\s*(?:What|Whose|Who|That|How|Whether|When|Why|The same)\b/gu,
    0.2,
  ],
])("%s: at most so many in 1,000 lines", (_words, pattern, limit) => {
  const count = [...texts.values()].reduce((sum, text) => sum + [...text.matchAll(pattern)].length, 0);
  expect((count * 1000) / lines).toBeLessThanOrEqual(limit);
});

test("no sentence in a page has more than 45 words", () => {
  const long = [...texts]
    .filter(([file]) => file.endsWith(".md"))
    .flatMap(([file, text]) => {
      const blocks = text.replaceAll(/```[\s\S]*?```/gu, "").split("\n\n");
      const prose = blocks.filter((block) => !/^\s*[|#]/u.test(block)).join("\n\n");
      const sentences = prose.split(/(?<=[.!?])\s+(?=[A-Z`*[])/u);
      return sentences
        .filter((one) => one.trim().split(/\s+/u).length > 45)
        .map((one) => `${file}: ${one.slice(0, 60)}`);
    });
  expect(long).toEqual([]);
});

test("a type name has at most three meanings", () => {
  const meanings = new Map<string, string[]>();
  for (const [file, text] of texts) {
    if (!/^(?:domain|lambdas|schemas|lib|bin|local|demo)\/.+\.ts$/u.test(file)) continue;
    for (const { groups } of text.matchAll(/^(?:export )?(?:type|interface) (?<name>[A-Z]\w*)/gmu)) {
      const name = groups?.["name"] ?? "";
      meanings.set(name, [...(meanings.get(name) ?? []), file]);
    }
  }
  expect([...meanings].filter(([, places]) => places.length > 3)).toEqual([]);
});
