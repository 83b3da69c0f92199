import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { letterWordings } from "../../../lambdas/io/letter-writers.ts";
import { loadWords } from "../../../lambdas/io/words.ts";
import {
  faultInWords,
  type MessageFault,
  messageFaults,
  type WordingToCheck,
} from "../../../domain/letters/messages/check-messages.ts";
import { en } from "../../../domain/letters/messages/en.ts";
import type { LetterWording } from "../../../domain/letters/messages/letter-wording.ts";
import { parsePartyFile } from "../../../domain/parties/parse-party-file.ts";
import { Language } from "../../../schemas/base/values.ts";

const folder = new URL("../../../domain/letters/messages/", import.meta.url);
const wordings = await Promise.all(
  Language.options.map(async (language) => [language, await loadWords(letterWordings, language)] as const),
);
const file = parsePartyFile(readFileSync("data/parties.csv", "utf8"));
const parties = file.ok ? file.parties : [];

describe.each(wordings)("the messages of letters in %s", (language, wording) => {
  test("are complete, and can be filled in as those in English", () => {
    expect(messageFaults(en, wording).map((fault) => faultInWords(language, fault))).toEqual([]);
  });

  test("name every party, in a sentence and in a list", () => {
    expect(parties.length).toBeGreaterThan(190);
    const unnamed = parties.filter(({ id, name }) =>
      ["", "bare"].some((form) => wording.partyForms({ id, name }, form).trim() === ""),
    );
    expect(unnamed).toEqual([]);
  });

  test("come from one file each, so that none hides another", () => {
    const files = readdirSync(folder).filter((name) => name.endsWith(`.${language}.json`));
    const keys = files.flatMap((name) =>
      Object.keys(JSON.parse(readFileSync(new URL(name, folder), "utf8")) as object),
    );
    expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
    expect(keys.toSorted()).toEqual(Object.keys(wording.messages).toSorted());
  });
});

const partyForms: LetterWording["partyForms"] = ({ name }, form) => {
  if (form === "" || form === "of") return name;
  throw new TypeError(`no form ${form}`);
};
const inLanguage = (language: Language, messages: WordingToCheck["messages"]): WordingToCheck => ({
  language,
  messages,
  partyForms,
});

/** Returns the faults of one message of a language compared with its English message. */
const found = (english: string, other: string, language: Language = "fr"): readonly (string | undefined)[][] =>
  messageFaults({ greeting: english }, inLanguage(language, { greeting: other })).map(({ fault, of }) =>
    of === undefined ? [fault] : [fault, of],
  );

describe("a translation", () => {
  test("that says the same in another order has no fault", () => {
    expect(found("{party} submits {duty}.", "{duty_start} est attendu de {party}.")).toEqual([]);
    expect(found("{party} submits {duty}.", "{duty} {party_of_start}")).toEqual([]);
  });

  test.each<[what: string, english: string, other: string, expected: readonly string[][]]>([
    ["leaves out a value", "{party} on {day}", "{party}", [["missing-variable", "day"]]],
    [
      "leaves out a value of one of its wordings",
      "{n, plural, one {a {day}} other {# {day}}}",
      "{n, plural, one {un} other {#}}",
      [["missing-variable", "day"]],
    ],
    [
      "counts without the number",
      "{n, plural, one {# day} other {# days}}",
      "{n, plural, one {jour} other {jours}}",
      [["missing-variable", "n"]],
    ],
    ["does not distinguish kinds", "{kind, select, delegation {D} other {M}}", "M", [["missing-variable", "kind"]]],
    [
      "uses a value of another name",
      "{party}",
      "{parti}",
      [
        ["missing-variable", "party"],
        ["unknown-variable", "parti"],
      ],
    ],
    [
      "chooses by a missing value",
      "{party}",
      "{gender, select, f {la {party}} other {le {party}}}",
      [["unknown-variable", "gender"]],
    ],
    [
      "chooses by a form",
      "{n} {party}",
      "{n_of, plural, one {{n} {party}} other {{n} {party}}}",
      [["unknown-variable", "n_of"]],
    ],
    ["requires a form that no value has", "{party}", "{party_dative}", [["unknown-form", "party_dative"]]],
    ["marks words as nothing does", "{party}", "<em>{party}</em>", [["unknown-tag", "em"]]],
    ["has a brace too few", "{party}", "{party", [["not-parsed"]]],
    ["has a straight apostrophe", "of {party}", "l'{party}", [["straight-quote"]]],
    ["has straight quotes", "of {party}", '"{party}"', [["straight-quote"]]],
    ["says nothing", "Yes", " ", [["empty"]]],
    ["begins with a space", "Yes", " Oui", [["spaces"]]],
    ["has two spaces in a row", "Yes", "Oui  oui", [["spaces"]]],
  ])("that %s is refused", (_, english, other, expected) => {
    expect(found(english, other)).toEqual(expected);
  });

  test("may count without a plural, and count by what English counts by where it says no number", () => {
    expect(found("{n, plural, one {# day} other {# days}}", "{n}天", "zh")).toEqual([]);
    expect(found("{n, plural, one {review} other {reviews}} of {items}", "{items}的审议", "zh")).toEqual([]);
    expect(found("{n} {party}", "{n, plural, one {un} other {#}} {party}")).toEqual([]);
  });

  const days = "{n, plural, one {# day} other {# days}}";
  test.each<[language: Language, other: string, missing: readonly string[]]>([
    ["ru", "{n, plural, one {# день} other {# дня}}", ["few", "many"]],
    ["ru", "{n, plural, one {# день} few {# дня} many {# дней} other {# дня}}", []],
    ["ar", "{n, plural, one {يوم واحد} two {يومان} other {# يوم}}", ["few", "many"]],
    ["fr", "{n, plural, one {# jour} other {# jours}}", []],
    ["fr", "{n, plural, =1 {un jour} other {# jours}}", []],
    ["ru", "{n, plural, =1 {один день} few {# дня} many {# дней} other {# дня}}", ["one"]],
    ["zh", "{n, plural, other {#天}}", []],
  ])("in %s that counts %s lacks the plurals %s", (language, other, missing) => {
    expect(found(days, other, language)).toEqual(missing.map((category) => ["missing-plural", category]));
  });

  test("puts numbers in order by rules of their own", () => {
    const first = "{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} cycle";
    expect(found(first, "{n, selectordinal, one {#er} other {#e}} cycle")).toEqual([]);
    expect(found(first, "{n, selectordinal, other {#e}} cycle")).toEqual([["missing-plural", "one"]]);
  });
});

describe("the messages of a language", () => {
  const english = { mechanism: "the Mechanism", closing: "Thanks of {mechanism}", duty: "the answers of {party}" };
  const faultsOf = (messages: WordingToCheck["messages"]): readonly MessageFault[] =>
    messageFaults(english, inLanguage("fr", messages));
  const sound = { mechanism: "le Mécanisme", closing: "Merci, {mechanism}", duty: "les réponses : {party}" };

  test("may have forms of words that others require", () => {
    expect(faultsOf(sound)).toEqual([]);
    expect(
      faultsOf({
        ...sound,
        closing: "Merci {mechanism_of}",
        mechanism_of: "du Mécanisme",
        duty_of: "des réponses : {party}",
      }),
    ).toEqual([]);
  });

  test("are listed where one is missing, unknown, or a form that was required", () => {
    const { closing: _, ...rest } = sound;
    expect(faultsOf(rest)).toEqual([{ key: "closing", fault: "missing-message" }]);
    expect(faultsOf({ ...sound, close: "Merci" })).toEqual([{ key: "close", fault: "unknown-message" }]);
    expect(faultsOf({ ...sound, close_of: "Merci" })).toEqual([{ key: "close_of", fault: "unknown-message" }]);
    expect(faultsOf({ ...sound, closing: "Merci {mechanism_of}" })).toEqual([
      { key: "closing", fault: "unknown-form", of: "mechanism_of" },
    ]);
    expect(faultsOf({ ...sound, duty_of: "des réponses" })).toEqual([
      { key: "duty_of", fault: "missing-variable", of: "party" },
    ]);
  });

  test("are reported in a line that names the message", () => {
    expect(faultInWords("fr", { key: "closing", fault: "missing-message" })).toBe("fr: closing is missing");
    expect(faultInWords("fr", { key: "duty", fault: "missing-variable", of: "party" })).toBe(
      "fr: duty does not say party",
    );
  });
});
