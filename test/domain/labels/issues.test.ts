import { problemText } from "../../harness/labels.ts";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { issueWords } from "../../../domain/base/issue-words.ts";
import { parsePartyFile, partyFileColumns, readPartyRecords } from "../../../domain/parties/parse-party-file.ts";
import { type IssueTexts, issueText } from "../../../domain/labels/issue-text.ts";
import french from "../../../domain/labels/issues.fr.json" with { type: "json" };
import { problemBody, ProblemError } from "../../../lambdas/shell/http/problem.ts";
import { loadWords } from "../../../lambdas/io/words.ts";
import { issueTexts, refusalIn } from "../../../lambdas/shell/http/refusal-words.ts";
import { importRows } from "../../../schemas/model/import-rows.ts";
import { endpoints } from "../../../schemas/api/index.ts";
import { TextsByLanguage } from "../../../schemas/model/bulletin-text.ts";
import { Language } from "../../../schemas/base/values.ts";

/** Messages about invalid places: every English sentence of the schemas has its translation in each language. */

const translations = Language.options.filter((language) => language !== "en");
const scripts: Readonly<Record<(typeof translations)[number], RegExp>> = {
  ar: /\p{Script=Arabic}/u,
  es: /\p{Script=Latin}/u,
  fr: /\p{Script=Latin}/u,
  ru: /\p{Script=Cyrillic}/u,
  zh: /\p{Script=Han}/u,
};
const textsIn = async (language: Language): Promise<IssueTexts> => {
  const texts = await loadWords(issueTexts, language);
  if (texts === undefined) throw new Error(`${language} has no texts`);
  return texts;
};

/** Returns every sentence in a schema or below it: each of its rules is called for its message. */
const sentencesOf = (schemas: readonly unknown[]): ReadonlySet<string> => {
  const sentences = new Set<string>();
  const seen = new Set<unknown>();
  const request = (rule: unknown): void => {
    if (typeof rule !== "function") return;
    for (const code of ["custom", "invalid_type", "unrecognized_keys", "too_small", "too_big"]) {
      const said: unknown = rule({ code, input: "x", path: [], keys: ["x"], issues: [] });
      if (typeof said === "string") sentences.add(said);
    }
  };
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if (value instanceof Map || value instanceof Set || value instanceof RegExp) return;
    const { _zod: inner } = value as { readonly _zod?: { readonly def: Readonly<Record<string, unknown>> } };
    if (inner === undefined) return Object.values(value).forEach(walk);
    request(inner.def["error"]);
    if (inner.def["type"] === "lazy" && typeof inner.def["getter"] === "function") walk(inner.def["getter"]());
    Object.values(inner.def).forEach(walk);
  };
  schemas.forEach(walk);
  return sentences;
};

/** Returns the messages about a value from the words for schemas that have no message of their own. */
const wordsFor = (schema: z.ZodType, value: unknown): readonly string[] =>
  schema.safeParse(value, { error: issueWords }).error?.issues.map(({ message }) => message) ?? [];

const generic = [
  ...[z.string(), z.number(), z.int(), z.boolean(), z.array(z.string()), z.strictObject({}), z.null()].flatMap((type) =>
    wordsFor(type, Symbol("nothing")),
  ),
  ...wordsFor(z.record(z.string(), z.string()), 1),
  ...wordsFor(z.date(), 1),
  ...wordsFor(z.enum(["ar", "en"]), "x"),
  ...[z.literal("csv"), z.literal(7), z.literal(true), z.literal(false)].flatMap((type) => wordsFor(type, "x")),
  ...[z.string().min(2), z.string().min(1)].flatMap((type) => wordsFor(type, "")),
  ...wordsFor(z.string().max(2), "too long"),
  ...wordsFor(z.array(z.string()).min(2), []),
  ...wordsFor(z.array(z.string()).max(0), [""]),
  ...[z.number().min(1), z.number().gt(1)].flatMap((type) => wordsFor(type, 0)),
  ...[z.number().max(-1), z.number().lt(0)].flatMap((type) => wordsFor(type, 0)),
  ...wordsFor(z.strictObject({}), { more: 1 }),
];

/** Messages that no schema contains, built as their sources build them. */
const elsewhere = [
  "is missing",
  "may be given once",
  "is not UTF-8",
  'must be one ETag, like "v3"',
  "must have 8 to 128 letters, digits, - or _",
  'must be "all" or a list',
  "must be a day from 2020-12-01 to 2021-05-07",
  "must be an article of cluster 4: 6, 7, 8",
  "must be an article of cluster 4: none",
  "names a group, and there is none",
  "counts parties, whatever reviews they are in: leave out cycle, cluster and group",
  "stands in row 12 already",
  "has 3 cells, the header has 14",
];

/** Messages about broken rules of the lots, as domain/lots builds them. */
const ofLots = [
  "is no known party",
  "carries no regional group to draw from",
  "must hold the one seat under review",
  "must be reviewed for what it had joined: UNTOC, TIP",
  "has a seat for AR, which does not take part",
  "has two seats for FR",
  "has a seat without instruments for FR",
  "reviews itself",
  "is reviewed by FR and reviews it",
  "is reviewed by FR and reviews it in c1-FR",
  "has FR review TIP, which FR had not joined",
  "has FR review TIP, which it had not joined itself",
  ...["its own group", "other groups"].flatMap((where) => [
    `has 2 reviewers from ${where} for TIP, must have 1`,
    `has 0 reviewing parties from ${where}, must have 1`,
  ]),
  "must have FR review all of UNTOC, TIP",
  "has IE as additional reviewer of what FR can review",
  "has 5 reviewers, at most 4",
  "would have 5 reviewers, at most 4",
  "reviews 4 parties, must review 1 to 3",
  "has drawn FR away from this seat",
  ...["its own group", "another group"].map((where) => `nobody in ${where} may review it for UNTOC, TIP`),
];

const ofEndpoints = sentencesOf(endpoints.map(({ params, query, body }) => [params, query, body]));
const ofSheets = sentencesOf([importRows]);

describe.each(translations)("in %s", (language) => {
  test("every sentence of a schema, and every one that is built, is said in its words", async () => {
    const texts = await textsIn(language);
    expect(ofEndpoints.size).toBeGreaterThan(60);
    const all = [...ofEndpoints, ...ofSheets, ...generic, ...elsewhere, ...ofLots];
    expect(all.filter((english) => issueText(english, texts) === english)).toEqual([]);
    expect(all.filter((english) => issueText(english, texts).includes("undefined"))).toEqual([]);
  });

  test("the table has the same sentences in its script, with what varies in the same places", async () => {
    const texts = await textsIn(language);
    expect(Object.keys(texts)).toEqual(Object.keys(french));
    const namesOf = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/gu))].toSorted();
    for (const [english, text] of Object.entries(texts)) {
      if (english !== "{one} or {other}") expect(text, english).toMatch(scripts[language]);
      expect(text, english).not.toMatch(/[.。]$/u);
      // The reference names the kinds of things that have a journal.
      expect([english, ...namesOf(text)]).toEqual([english, ...namesOf(english).filter((name) => name !== "{kinds}")]);
    }
  });
});

test("numbers, values and either of two things are translated where the language has them", async () => {
  const inFrench = await textsIn("fr");
  expect(issueText("must have at most 200 characters", inFrench)).toBe("doit compter au plus 200 caractères");
  expect(issueText('must be "all" or a list', inFrench)).toBe('doit être "all" ou doit être une liste');
  expect(issueText("must be one of ar, en", await textsIn("ar"))).toBe("يجب أن يكون أحد ما يلي: ar, en");
  expect(issueText("must be an article of cluster 4: none", inFrench)).toContain("aucun article");
});

test("a text in a language other than the six is refused with the list of the six", async () => {
  const [english = ""] = wordsFor(TextsByLanguage, { de: { subject: "Sitzung", body: "Am Montag." } });
  expect(english).toBe("is unknown here; a text may be in ar, en, es, fr, ru, zh");
  expect(issueText(english, await textsIn("fr"))).toBe(
    "est inconnu ici ; un texte peut être en ar, en, es, fr, ru, zh",
  );
});

test("a broken rule of the lots is named in the language of the request", async () => {
  const refusal = new ProblemError("breaks-lots-rules", [], {
    violations: [{ rule: "most-reviewers", party: "FR", detail: "has 5 reviewers, at most 4" }],
  });
  const inFrench = await refusalIn("fr", problemBody(refusal, "r", problemText("breaks-lots-rules", "fr")));
  expect(inFrench["violations"]).toEqual([
    { rule: "most-reviewers", party: "FR", detail: "a 5 examinateurs, au plus 4" },
  ]);
});

test("a sentence that no table has, and every sentence in English, stays as it is", async () => {
  expect(issueText("is odd", await textsIn("zh"))).toBe("is odd");
  expect(issueText("is missing", await loadWords(issueTexts, "en"))).toBe("is missing");
});

test("every error of a party file has its words", async () => {
  const header = { row: 1, cells: [...partyFileColumns] };
  const rowOf = (row: number, cell: (column: string) => string) => ({ row, cells: partyFileColumns.map(cell) });
  const spain = { name: "Spain", iso_alpha2: "EU", kind: "STATE", untoc_since: "2003-09-29", tip_since: "2002-03-01" };
  const rest = { party_at_launch_2020_10_16: "Y", participation: "takes-part" };
  const early = { ...spain, ...rest, name: "Early", untoc_since: "1999-01-01" };
  const organization = { ...spain, ...rest, name: "Organization", kind: "ORG", iso_alpha3: "EUU" };
  const of = (row: object) => (column: string) => new Map<string, string>(Object.entries(row)).get(column) ?? "";
  const files = [
    [],
    [header],
    [{ row: 1, cells: ["name;kind"] }],
    [{ row: 1, cells: ["name", "name", "odd"] }],
    [header, rowOf(2, () => "?"), rowOf(3, () => "?"), { row: 4, cells: ["x"] }, rowOf(5, () => "\uFFFD")],
    [header, rowOf(2, of({ ...spain, ...rest })), rowOf(3, of(early)), rowOf(4, of(organization))],
  ];
  const problems = files.flatMap((file) => {
    const read = readPartyRecords(file);
    return read.ok ? [] : read.problems.map(({ problem }) => problem);
  });
  for (const text of ['"', 'a"b'].map((cell) => parsePartyFile(`${partyFileColumns.join(",")}\n${cell}`)))
    problems.push(...(text.ok ? [] : text.problems.map(({ problem }) => problem)));
  expect(new Set(problems).size).toBeGreaterThan(20);
  const inRussian = await textsIn("ru");
  expect(problems.filter((problem) => issueText(problem, inRussian) === problem)).toEqual([]);
});
