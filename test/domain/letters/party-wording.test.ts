import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compose, englishWriter } from "../../harness/compose-letter.ts";
import type { LetterInput } from "../../../domain/letters/content/letter-pages.ts";
import type { NamedParty } from "../../../domain/letters/messages/letter-wording.ts";
import { parsePartyFile } from "../../../domain/parties/parse-party-file.ts";
import { PartyId } from "../../../schemas/base/ids.ts";
import { Instant } from "../../../schemas/base/values.ts";
import { bulletinSamples } from "./bulletin-samples.ts";
import { digestSamples } from "./digest-samples.ts";
import { samples } from "./letter-samples.ts";
import { officeSamples } from "./office-samples.ts";
import { reviewSamples } from "./review-samples.ts";

/** Every letter, of every party, while its dates lie ahead and when they have passed: what holds of each sentence. */
const everySample: Readonly<Record<string, LetterInput>> = {
  ...samples,
  ...reviewSamples,
  ...bulletinSamples,
  ...officeSamples,
  ...digestSamples,
};
const file = parsePartyFile(readFileSync("data/parties.csv", "utf8"));
const parties: readonly NamedParty[] = file.ok ? file.parties.map(({ id, name }) => ({ id, name })) : [];
/** One party of each way to write a name in a sentence; every letter is written of these, a few of all. */
const ways = ["FR", "GB", "SD", "BO", "NL", "EU", "VA"].flatMap((id) => parties.filter((party) => party.id === id));

const before = Instant.parse("2020-11-01T08:00:00.000Z");
const after = Instant.parse("2031-01-01T08:00:00.000Z");

type Json = { readonly [key: string]: unknown };
const isNamedParty = (value: Json): boolean =>
  Object.keys(value).length === 2 && typeof value["name"] === "string" && PartyId.safeParse(value["id"]).success;

/** Returns the letter with every party in it replaced by another one. */
const ofParty = (value: unknown, party: NamedParty): unknown => {
  if (Array.isArray(value)) return value.map((each) => ofParty(each, party));
  if (typeof value !== "object" || value === null || value instanceof Map) return value;
  const object = value as Json;
  return isNamedParty(object)
    ? party
    : Object.fromEntries(Object.entries(object).map(([key, each]) => [key, ofParty(each, party)]));
};
const writtenOf = (input: LetterInput, party: NamedParty, now: Instant) =>
  compose({ ...(ofParty(input, party) as LetterInput), now });

const paragraphs = (text: string): readonly string[] =>
  text.split(/\n\s*\n|\n(?=- |\d+\. )/).map((each) => each.replace(/\s+/g, " ").trim());
const isItem = (paragraph: string): boolean => /^(- |\d+\. )/.test(paragraph);
const sentencesOf = (paragraph: string): readonly string[] =>
  paragraph.split(/(?<=[^.][.!?]|\)\.) (?=\S)/).filter((each) => each !== "");

/** Returns the faults of a letter by the rules that apply to all letters. */
const wrongIn = (text: string, subject: string, { id, name }: NamedParty, hasPassed: boolean): readonly string[] => {
  const named = englishWriter.write({ id, name }).text;
  const article = named.startsWith("the ");
  return paragraphs(text).flatMap((paragraph) => {
    const wrong: string[] = [];
    if (!isItem(paragraph))
      for (const sentence of sentencesOf(paragraph))
        if (/^["“(]?\p{Ll}/u.test(sentence)) wrong.push(`begins in lower case: ${sentence.slice(0, 60)}`);
    if (article) {
      // In a list or a table a name may come first, as in a dictionary.
      const running = paragraph.replace(/^- \S.*?(?=: | \()/, "- ");
      for (const match of running.matchAll(new RegExp(RegExp.escape(named.slice(4)), "g")))
        if (!/[Tt]he $/.test(running.slice(0, match.index))) wrong.push(`no article: ${running.slice(0, 90)}`);
      if (/ of(?: the)?\)/.test(name) && running.includes(name)) wrong.push(`inverted: ${running.slice(0, 90)}`);
    }
    // A digest quotes the subject of a letter as it was on its day.
    if (paragraph.startsWith("- Letter of ")) return wrong;
    const all = `${paragraph}\n${subject}`;
    for (const match of all.matchAll(/\bdue\b/gi)) {
      const isPast = /(was|were) $/i.test(all.slice(0, match.index));
      if (isPast !== hasPassed) wrong.push(`${hasPassed ? "due" : "was due"}: ${all.slice(0, 90)}`);
    }
    if (/\b1 (letters|duties|days|reviews|requests|copies)\b|\b1 (letter|duty|copy)[^.;]* (were|are)\b/.test(paragraph))
      wrong.push(`counts: ${paragraph.slice(0, 90)}`);
    if (/additional documents|all or part|started on (?!1 December 2020)/.test(paragraph))
      wrong.push(`offers or states what is not: ${paragraph.slice(0, 90)}`);
    return wrong;
  });
};

// A date of these letters is no date of an obligation: what ends, what begins, what was received.
const isTimeless = (name: string): boolean => /^(invitation|bulletin)/.test(name);

describe.each(Object.entries(everySample))("the letter %s", (name, input) => {
  test.each([
    ["while its dates lie ahead", before, false],
    ["when its dates have passed", after, true],
  ] as const)("says nothing wrong of any party %s", (_, now, hasPassed) => {
    if (isTimeless(name) && hasPassed) return;
    if (input.kind === "daily-list" && !hasPassed) return;
    const of =
      input.kind === "invitation" || input.kind === "digest" || name.startsWith("focal-point") ? parties : ways;
    const wrong = of.flatMap((party) => {
      const { text, subject } = writtenOf(input, party, now);
      return wrongIn(text, subject, party, hasPassed).map((each) => `${party.id}: ${each}`);
    });
    expect(wrong).toEqual([]);
  });
});

describe("letters that count", () => {
  const weekly = Object.values(digestSamples).find((each) => each.kind === "digest");
  const daily = Object.values(officeSamples).find((each) => each.kind === "daily-list");
  if (weekly?.kind !== "digest" || daily?.kind !== "daily-list") throw new Error("no sample");
  const [withCopies] = weekly.reviews.filter(({ copies }) => copies.length > 1);
  const [listed] = daily.obligations;
  if (withCopies === undefined || listed === undefined) throw new Error("nothing to count");
  const france = weekly.party;
  const [copy] = withCopies.copies;
  const [open] = withCopies.open;
  if (copy === undefined || open === undefined) throw new Error("nothing to count");
  const running = (text: string) => text.replace(/\s+/g, " ");

  test.each([1, 2, 3, 50, 51, 52, 53])(
    "a digest of %s letters, with that many obligations past their date",
    (count) => {
      const reviews = [{ ...withCopies, copies: Array.from({ length: count }, () => copy) }];
      const { text, subject } = compose({ ...weekly, reviews, now: after });
      expect(wrongIn(text, subject, france, true)).toEqual([]);
      expect(running(text)).toContain(count === 1 ? "1 letter about" : `${count} letters about`);
      expect(running(text)).toMatch(count === 1 ? /takes part was addressed/ : /takes part were addressed/);
    },
  );

  test.each([1, 2, 201, 202])("a daily list of %s obligations, whether any of them is new", (count) => {
    for (const since of [listed.since, before]) {
      const obligations = Array.from({ length: count }, () => ({ ...listed, since }));
      const { text, subject } = compose({ ...daily, obligations });
      expect(wrongIn(text, subject, listed.party, true)).toEqual([]);
      if (count > 200)
        expect(text).toContain(count === 201 ? "1 obligation more is listed" : "2 obligations more are listed");
    }
  });
});

describe("a bulletin", () => {
  const [sample] = Object.values(bulletinSamples);
  test.each(ways)("that begins a line or a sentence with a party begins it with a capital letter: $name", (party) => {
    if (sample?.kind !== "bulletin") throw new Error("no sample");
    const text = {
      subject: "{{party}}: a call",
      body: "{{party}} is invited to call. {{party}} may write, too; {{party}} decides.\n\n{{ party }} is thanked.",
    };
    const letter = writtenOf({ ...sample, text }, party, before);
    expect(wrongIn(letter.text, letter.subject, party, false)).toEqual([]);
    expect(letter.subject).toMatch(/^\p{Lu}/u);
    expect(letter.html).not.toMatch(/<p[^>]*>(?:<[^>]*>)*\p{Ll}/u);
    const going = {
      subject: "To {{party}}",
      body: "This is written to\n{{party}} and to: {{party}}.\n{{party}} may answer.",
    };
    const lines = writtenOf({ ...sample, text: going }, party, before).text.split("\n");
    const { text: name } = englishWriter.write(party);
    const from = lines.indexOf("This is written to");
    expect(lines.slice(from, from + 5).join(" ")).toContain(
      `to ${name} and to: ${name}. ${name.slice(0, 1).toUpperCase()}${name.slice(1)} may`,
    );
  });
});
