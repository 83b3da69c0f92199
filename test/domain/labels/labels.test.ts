import { describe, expect, test } from "vitest";
import french from "../../../domain/labels/fr.json" with { type: "json" };
import { directionOf } from "../../../domain/labels/direction.ts";
import type { Words } from "../../../domain/labels/words.ts";
import arabicProblems from "../../../domain/labels/problems.ar.json" with { type: "json" };
import spanishProblems from "../../../domain/labels/problems.es.json" with { type: "json" };
import frenchProblems from "../../../domain/labels/problems.fr.json" with { type: "json" };
import russianProblems from "../../../domain/labels/problems.ru.json" with { type: "json" };
import chineseProblems from "../../../domain/labels/problems.zh.json" with { type: "json" };
import { spokenMembers } from "../../../domain/labels/problem-values.ts";
import type { ProblemKind } from "../../../schemas/problems/problems.ts";
import { labelsIn, problemText } from "../../harness/labels.ts";
import { Action } from "../../../schemas/base/actions.ts";
import { type Labels, problemKinds } from "../../../schemas/views/labels.ts";
import { problems } from "../../../schemas/problems/problems.ts";
import { Stage } from "../../../schemas/model/review.ts";
import { Language } from "../../../schemas/base/values.ts";

const languages = Language.options;
const translations = {
  ar: arabicProblems,
  es: spanishProblems,
  fr: frenchProblems,
  ru: russianProblems,
  zh: chineseProblems,
};
type Tree = string | { readonly [key: string]: Tree };

/** Returns every text of a tree with its path, like `stages.feedback`. */
const leaves = (tree: Tree, at: readonly string[] = []): readonly (readonly [path: string, text: string])[] =>
  typeof tree === "string"
    ? [[at.join("."), tree]]
    : Object.entries(tree).flatMap(([key, inner]) => leaves(inner, [...at, key]));
const textsIn = (language: Language) => leaves(labelsIn(language));
const textAt = Object.fromEntries(languages.map((language) => [language, Object.fromEntries(textsIn(language))]));
const paths = textsIn("en").map(([path]) => path);

const scripts: Readonly<Record<Language, RegExp>> = {
  ar: /\p{Script=Arabic}/u,
  en: /\p{Script=Latin}/u,
  es: /\p{Script=Latin}/u,
  fr: /\p{Script=Latin}/u,
  ru: /\p{Script=Cyrillic}/u,
  zh: /\p{Script=Han}/u,
};

describe("labels", () => {
  test("exist for every code in all six working languages", () => {
    expect(languages).toHaveLength(6);
    expect(paths).toEqual(expect.arrayContaining(Stage.options.map((stage) => `stages.${stage}`)));
    expect(paths).toEqual(expect.arrayContaining(Action.options.map((action) => `actions.${action}`)));
    expect(paths).toEqual(expect.arrayContaining(problemKinds.map((kind) => `problems.${kind}.detail`)));
    for (const language of languages)
      expect(
        textsIn(language)
          .map(([path]) => path)
          .toSorted(),
      ).toEqual(paths.toSorted());
  });

  test("of one code alone do not compile", () => {
    // @ts-expect-error A set of labels names every code.
    const stages: Labels["stages"] = { scheduled: "Scheduled" };
    // @ts-expect-error So does the set of refusals.
    const refusals: Labels["problems"] = { busy: { title: "Too much at once", detail: "Wait." } };
    expect([Object.keys(stages), Object.keys(refusals)]).toEqual([["scheduled"], ["busy"]]);
  });

  test("of a file that lacks one code do not compile", () => {
    const { scheduled, ...stages } = french.stages;
    // @ts-expect-error A file is passed as the words of its language, and those name every code.
    const words: Words = { ...french, stages };
    expect([scheduled, "scheduled" in words.stages]).toEqual([french.stages.scheduled, false]);
  });

  test.each(languages)("in %s are written in its script and in that of no other", (language) => {
    const others = Object.values(scripts).filter(
      (script) => script.source !== scripts[language].source && !script.test("Latin"),
    );
    for (const [path, text] of textsIn(language)) {
      expect(text, path).toMatch(scripts[language]);
      for (const other of others) expect(text, path).not.toMatch(other);
    }
  });

  test.each(languages)("in %s are clean text: no control, no direction marks, no stray spaces", (language) => {
    for (const [path, text] of textsIn(language)) {
      expect(text, path).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u200B\u2028\u2029\u2060-\u206F\uFEFF\uFFFD]/u);
      expect(text, path).toBe(text.trim());
      expect(text, path).not.toMatch(/ {2}|<|&/u);
    }
  });

  test("of one code differ from language to language: none was copied and left", () => {
    const same = paths.filter((path) => new Set(languages.map((language) => textAt[language]?.[path])).size < 6);
    expect(same).toEqual([]);
  });

  test.each(languages)("in %s distinguish the codes of a set", (language) => {
    for (const [set, labels] of Object.entries(labelsIn(language))) {
      const texts = Object.values(labels as Record<string, unknown>).map((label) => JSON.stringify(label));
      expect(new Set(texts).size, set).toBe(texts.length);
    }
  });

  test.each(languages)("of actions in %s say what one does, in a phrase and not in a sentence", (language) => {
    for (const [action, text] of Object.entries(labelsIn(language).actions))
      expect(text, action).not.toMatch(/[.。]$/u);
  });
});

/** A value of each member that a detail may say. */
const everyValue = {
  ...Object.fromEntries(spokenMembers.map((name) => [name, 3])),
  ...Object.fromEntries(
    ["clearedAt", "dueOn", "earliest", "heldOn", "latest", "now", "openedOn", "startedOn", "until", "withdrawnOn"].map(
      (name) => [name, "2021-06-01"],
    ),
  ),
  instruments: ["UNTOC", "FP"],
  missing: ["TIP"],
  party: "FR",
  parties: ["FR", "DE"],
  stage: "feedback",
};

/** The detail as its file has it. */
const rawDetail = (kind: ProblemKind, language: Language): string =>
  language === "en" ? problems[kind].detail : translations[language][kind].detail;
const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{(?<name>\w+)\}/gu)].flatMap(({ groups }) => groups?.["name"] ?? []).toSorted();

describe("the words of a refusal", () => {
  /** Parts that are equal in every language: members and headers of the API, paths, numbers. */
  const kept = (text: string): readonly string[] =>
    [...text.matchAll(/`[^`]+`|\/v1\/\w+|\b(?:Idempotency-Key|If-Match|ETag|Content-Type|Retry-After|JSON)\b|\d+/gu)]
      .map(([found]) => found)
      .toSorted();

  test.each(languages.filter((language) => language !== "en"))(
    "in %s name the members that the English name",
    (language) => {
      for (const kind of problemKinds) {
        const [english, translation] = [problemText(kind, "en"), problemText(kind, language)];
        expect([kind, ...kept(`${translation.title} ${translation.detail}`)]).toEqual([
          kind,
          ...kept(`${english.title} ${english.detail}`),
        ]);
      }
    },
  );

  test.each(languages)("in %s end the detail as a sentence, and the title as none", (language) => {
    for (const kind of problemKinds) {
      const { title, detail } = problemText(kind, language);
      expect(detail, kind).toMatch(/[.。]$/u);
      expect(title, kind).not.toMatch(/[.。]$/u);
    }
  });

  test.each(languages)("in %s name no member, path or operation of the API, with values or without", (language) => {
    for (const kind of problemKinds)
      for (const values of [{}, everyValue]) {
        const { title, detail } = problemText(kind, language, values);
        expect([kind, `${title} ${detail}`]).toEqual([kind, expect.not.stringMatching(/[`{}[\]]|\/v1|undefined/u)]);
        expect([kind, detail]).toEqual([kind, expect.not.stringMatching(/ {2}|^\s|\s$/u)]);
      }
  });

  test.each(languages)(
    "in %s say the same values in brackets as in English, each of a member that is known",
    (language) => {
      for (const kind of problemKinds) {
        const [english, detail] = [rawDetail(kind, "en"), rawDetail(kind, language)];
        expect([kind, ...namesIn(detail)]).toEqual([kind, ...namesIn(english)]);
        expect(namesIn(detail).filter((name) => !spokenMembers.includes(name))).toEqual([]);
        expect(namesIn(detail.replaceAll(/\[[^\]]*\]/gu, ""))).toEqual([]);
      }
    },
  );

  test("say dates, parties, instruments and stages in the language of the reader", () => {
    const said = (kind: ProblemKind, values: object) =>
      (["en", "fr"] as const).map((language) => problemText(kind, language, { ...values }).detail);
    expect(said("incomplete", { missing: ["TIP", "SOM", "FP"] })).toEqual([
      "Complete the texts, and send them again. Missing: Trafficking in Persons Protocol, Smuggling of Migrants Protocol and Firearms Protocol.",
      "Complétez les textes et renvoyez-les. Manquent : Protocole relatif à la traite des personnes, Protocole relatif au trafic illicite de migrants et Protocole relatif aux armes à feu.",
    ]);
    expect(said("focal-point-missing", { parties: ["FR", "DE"] })[0]).toContain("Awaited: FR and DE.");
    expect(said("not-yet-due", { dueOn: "2021-06-01" })[0]).toContain("only after the date, 1 June 2021: until");
    expect(said("access-suspended", { until: "2021-06-01T10:00:00.000Z" })[0]).toContain("on 1 June 2021, 12:00. ");
    expect(said("wrong-stage", { stage: "feedback" })[0]).toContain("It is at this stage: ");
    expect(said("not-agreed", {})[0]).toBe("The list is published when all have agreed.");
  });
});

test("the names of the instruments are the official ones", () => {
  expect(languages.map((language) => labelsIn(language).instruments.UNTOC.name)).toEqual([
    "اتفاقية الأمم المتحدة لمكافحة الجريمة المنظمة عبر الوطنية",
    "United Nations Convention against Transnational Organized Crime",
    "Convención de las Naciones Unidas contra la Delincuencia Organizada Transnacional",
    "Convention des Nations Unies contre la criminalité transnationale organisée",
    "Конвенция Организации Объединенных Наций против транснациональной организованной преступности",
    "《联合国打击跨国有组织犯罪公约》",
  ]);
});

test("Arabic alone is written from right to left", () => {
  expect(languages.filter((language) => directionOf(language) === "rtl")).toEqual(["ar"]);
});
