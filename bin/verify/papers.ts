import { isDeepStrictEqual } from "node:util";
import { dayOf, endOfDay } from "./calendar.ts";
import { isOf } from "./facts.ts";
import type { Tally } from "./finding.ts";
import { coursesOf, factsOf } from "./journals.ts";
import { contradictionsIn } from "./paper-agreements.ts";
import { checkComparison, checkPaperNumbers, type KnownThen } from "./paper-numbers.ts";
import { printsOf } from "./paper-prints.ts";
import { misprints, readableFormats } from "./printed.ts";
import type { Entry } from "./read.ts";
import { type PaperNumbers, type PaperReading, type PaperText, nameOfText, sha256 } from "./read-papers.ts";
import { countedOf } from "./statistics.ts";

type PaperJournals = ReadonlyMap<string, readonly Entry[]>;

const printRule = "Status paper: what it prints are the numbers that it counts";
const agreementRule =
  "Status paper: what it says of one quantity in several places is the same, and no part exceeds its whole";
const frozenRule = "Status paper: a published paper is frozen with its hash";

const decoder = new TextDecoder();
const digestOf = (hash: string): string => `sha-256=:${Buffer.from(hash, "hex").toString("base64")}:`;

/** The document of the API says what it holds. */
const isNumbers = (said: unknown): said is PaperNumbers =>
  typeof said === "object" && said !== null && "measures" in said && "registers" in said;

/** The numbers of a paper; undefined until they are written. Throws where what is read has none. */
const numbersOf = ({ paper, texts }: PaperReading): PaperNumbers | undefined => {
  const json = texts.find(({ format }) => format === "json");
  if (json === undefined) return undefined;
  const said: unknown = JSON.parse(decoder.decode(json.bytes));
  if (!isNumbers(said)) throw new Error(`${paper.id} has no numbers in its JSON`);
  return said;
};

/** Returns the content of the journal at an instant, without later records. */
const knownAt = (journals: PaperJournals, instant: string): KnownThen => {
  const known = new Map(
    [...journals].flatMap(([subject, entries]) => {
      const own = entries.filter(({ recordedAt }) => recordedAt <= instant);
      return own.length === 0 ? [] : [[subject, own] as const];
    }),
  );
  const [parties, groups, users] = [factsOf("party", known), factsOf("group", known), factsOf("user", known)];
  return {
    counted: countedOf(coursesOf(known), { parties, groups, users }),
    registers: factsOf("register-entry", known),
    contacts: factsOf("contact-log", known),
  };
};

/**
 * Checks that each text has the hash in the journal for every reader, and that no published text differs from the
 * stored hash.
 */
const checkHashes = ({ paper, texts, published }: PaperReading, kept: ReadonlyMap<string, string>, tally: Tally) => {
  const check = (who: string, text: PaperText): void => {
    const { bytes, digest } = text;
    const name = nameOfText(text);
    const said = text.language === undefined ? text.format : name;
    tally.count("texts of papers");
    const [hash, wanted] = [sha256(bytes), kept.get(name)];
    const wrong = (why: string) => tally.report("paper-changed", `${paper.id} as ${said}, ${who}`, why, frozenRule);
    if (hash !== wanted) wrong(`what is read has the hash ${hash}, and the journal ${wanted ?? "none"}`);
    if (digest !== digestOf(hash)) wrong(`its digest is ${digest ?? "missing"}`);
    const documents = who === "published" ? published?.paper.documents : paper.documents;
    if (documents?.find((one) => nameOfText(one) === name)?.hash !== hash) wrong("the paper names another hash");
  };
  for (const text of texts) check("kept", text);
  for (const text of published?.texts ?? []) check("published", text);
};

/** The hashes that the journal of a paper has: those with which it was published, or else with which it was written. */
const hashesIn = (entries: readonly Entry[]): ReadonlyMap<string, string> => {
  const facts = factsOf("status-paper", new Map([["status-paper#", entries]])).get("") ?? [];
  const written = facts.flatMap(({ fact }) => (isOf("status-paper-written", fact) ? [fact] : []));
  const published = facts.flatMap(({ fact }) => (isOf("status-paper-published", fact) ? fact.documents : []));
  return new Map([...written, ...published].map((one) => [nameOfText(one), one.hash]));
};

/** Returns whether the day of a paper was over when it was ordered, or no record followed on that day. */
const isWholeDay = (before: PaperNumbers, journals: PaperJournals): boolean =>
  before.asAt !== dayOf(before.knownAt) ||
  [...journals.values()].every((entries) =>
    entries.every(({ recordedAt }) => recordedAt <= before.knownAt || recordedAt > endOfDay(before.asAt)),
  );

/** Checks that the public figures of a published paper are those kept with it. */
const checkFigures = ({ paper, published }: PaperReading, data: PaperNumbers, tally: Tally): void => {
  for (const figure of published?.figures ?? []) {
    tally.count("figures of published papers");
    const kept = data.figures.find((one) => one.figure === figure.figure);
    if (!isDeepStrictEqual(kept, figure))
      tally.report("paper-changed", `${paper.id} figure ${figure.figure}`, "it is drawn of other numbers", frozenRule);
  }
};

/**
 * Every status paper says what the journal gave on its day, as far as it was recorded when the paper was ordered: each number
 * that it counts, each that it prints as a page or as Markdown, and the hash of each format.
 */
export const checkPapers = (papers: readonly PaperReading[], journals: PaperJournals, tally: Tally): void => {
  const numbers = new Map<string, PaperNumbers | undefined>(papers.map((one) => [one.paper.id, numbersOf(one)]));
  for (const reading of papers) {
    const { paper, texts } = reading;
    tally.count("status papers");
    const about = (part: string): string => `${paper.id} as at ${paper.asAt}: ${part}`;
    checkHashes(reading, hashesIn(journals.get(`status-paper#${paper.id}`) ?? []), tally);
    const data = numbers.get(paper.id);
    if (data === undefined) continue;
    const then = knownAt(journals, data.knownAt);
    checkPaperNumbers(data, then, about, tally);
    tally.count("papers held against themselves");
    for (const why of contradictionsIn(data))
      tally.report("paper-contradicts-itself", about("numbers"), why, agreementRule);
    const before = data.previous === undefined ? undefined : numbers.get(data.previous.id);
    const isCountable = before !== undefined && isWholeDay(before, journals);
    checkComparison(data, before, { ...then, isCountable }, about, tally);
    checkFigures(reading, data, tally);
    const prints = printsOf(data);
    for (const format of readableFormats) {
      const text = texts.find((one) => nameOfText(one) === nameOfText({ format }));
      if (text === undefined) continue;
      tally.count("paragraphs and tables of papers", prints.paragraphs.size + prints.tables.length);
      for (const why of misprints(format, decoder.decode(text.bytes), prints))
        tally.report("paper-misprinted", about(format), why, printRule);
    }
  }
};
