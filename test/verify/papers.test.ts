import { beforeAll, describe, expect, test } from "vitest";
import { Tally } from "../../bin/verify/finding.ts";
import { checkPapers } from "../../bin/verify/papers.ts";
import type { Entry } from "../../bin/verify/read.ts";
import { type PaperReading, sha256 } from "../../bin/verify/read-papers.ts";
import en from "../../domain/labels/en.json" with { type: "json" };
import paperWords from "../../domain/labels/status-paper.en.json" with { type: "json" };
import { paperAsMarkdown } from "../../domain/reports/markdown.ts";
import { paperAsPage } from "../../domain/reports/page.ts";
import { paperData } from "../../domain/reports/paper-data.ts";
import { statusPaper } from "../../domain/reports/status-paper.ts";
import { historyOf } from "../../domain/statistics/mechanism-history.ts";
import { RegisterContent } from "../../schemas/model/register.ts";
import type { StatusPaperId } from "../../schemas/base/ids.ts";
import type { PaperData } from "../../schemas/model/paper-data.ts";
import { at, day, registerEntryId, statusPaperId } from "../fixtures/changes.ts";
import { entryOf } from "../fixtures/register-entries.ts";
import { journalOf2023 } from "../fixtures/status-2023.ts";

/** The state of 2023, taken over on the day of its paper; a focal point's end is recorded late, after that was written. */
type Journals = Map<string, readonly Entry[]>;
let journals: Journals;
let papers: readonly PaperReading[];

const recorded = (facts: readonly object[], recordedAt: string, version = 1): Entry =>
  ({ version, recordedAt, by: "u", previous: "", hash: "", facts }) as unknown as Entry;

const contents = Object.values(entryOf).map((content) => RegisterContent.parse(content));
const entries = contents.map((content, place) => ({ id: registerEntryId(place + 1), content }));

const historyAt = (instant: string) =>
  historyOf(
    [...journals].map(([subject, own]) => ({
      subject,
      facts: own.filter(({ recordedAt }) => recordedAt <= instant).flatMap(({ facts }) => facts),
    })) as never,
  );

const write = (data: PaperData): readonly (readonly [PaperReading["texts"][number]["format"], string])[] => {
  const wording = { language: "en", words: en } as const;
  const paper = statusPaper(data, paperWords, wording);
  return [
    ["json", JSON.stringify(data)],
    ["markdown", paperAsMarkdown(paper)],
    ["html", paperAsPage(paper, wording)],
  ];
};

/** Returns a paper as it is read, with its entries in the journal. */
const written = (id: StatusPaperId, data: PaperData, isPublished: boolean): PaperReading => {
  const texts = write(data).map(([format, text]) => {
    const bytes = new TextEncoder().encode(text);
    return { format, bytes, digest: `sha-256=:${Buffer.from(sha256(bytes), "hex").toString("base64")}:` };
  });
  const documents = texts.map(({ format, bytes }) => ({ format, hash: sha256(bytes), bytes: bytes.length, path: "" }));
  const facts = documents.map((one) => ({ kind: "status-paper-written", ...one }));
  const publication = isPublished ? [{ kind: "status-paper-published", documents }] : [];
  journals.set(`status-paper#${id}`, [recorded([...facts, ...publication], data.knownAt)]);
  const about = { id, asAt: data.asAt, documents } as unknown as PaperReading["paper"];
  if (!isPublished) return { paper: about, texts };
  return {
    paper: about,
    texts,
    published: { paper: about as never, texts, figures: structuredClone(data.figures) as never },
  };
};

beforeAll(async () => {
  journals = new Map(
    (await journalOf2023()).map(({ subject, facts }) => [subject, [recorded(facts, "2023-06-09T10:00:00.000Z")]]),
  );
  for (const { id, content } of entries)
    journals.set(`register-entry#${id}`, [
      recorded(
        [{ kind: "register-entry-recorded", happenedAt: "2023-06-01T10:00:00.000Z", content }],
        "2023-06-09T10:00:00.000Z",
      ),
    ]);
  const knownAt = at("2023-06-10T10:00:00.000Z");
  const first = paperData({ asAt: day("2023-06-09"), knownAt, mechanism: historyAt(knownAt), entries });
  const one = written(statusPaperId(1), first, true);
  const [subject, [entry]] = [...journals].find(
    ([, [own]]) => own?.facts.some((fact) => fact.kind === "mandate-began" && fact["role"] === "focal-point") === true,
  ) as [string, [Entry]];
  const began: any = entry.facts.find((fact) => fact.kind === "mandate-began" && fact["role"] === "focal-point");
  const ended = { kind: "mandate-ended", happenedAt: "2023-06-05T10:00:00.000Z", until: "2023-06-04T22:00:00.000Z" };
  journals.set(subject, [
    entry,
    recorded([{ ...ended, review: began.review, mandate: began.mandate }], "2023-06-15T10:00:00.000Z", 2),
  ]);
  const later = at("2023-06-20T10:00:00.000Z");
  const second = paperData({
    asAt: day("2023-06-20"),
    knownAt: later,
    mechanism: historyAt(later),
    entries,
    previous: { id: statusPaperId(1), data: first },
  });
  papers = [one, written(statusPaperId(2), second, false)];
});

const findingsIn = (read: readonly PaperReading[]) => {
  const tally = new Tally();
  checkPapers(read, journals, tally);
  return { found: tally.findings.map(({ kind, about, why }) => `${kind}: ${about}: ${why}`), counts: tally.counts };
};

/** The first paper with another text in a format, which its journal has the hash of. */
const withText = (format: string, change: (text: string) => string): readonly PaperReading[] =>
  papers.slice(0, 1).map((reading) => ({
    ...reading,
    texts: reading.texts.map((text) =>
      text.format === format
        ? { ...text, bytes: new TextEncoder().encode(change(new TextDecoder().decode(text.bytes))) }
        : text,
    ),
  }));
const inNumbers = (change: (data: any) => void): readonly PaperReading[] =>
  withText("json", (text) => {
    const data = JSON.parse(text);
    change(data);
    return JSON.stringify(data);
  });
const measureOf = (data: any, name: string) => data.measures.find(({ measure }: any) => measure === name);

describe("the checker, over status papers,", () => {
  test("counts every number again, as known when each was ordered, and finds nothing", () => {
    const { found, counts } = findingsIn(papers);
    expect(found).toEqual([]);
    expect(counts.get("status papers")).toBe(2);
    expect(counts.get("measures counted again")).toBe(2 * 55);
    expect(counts.get("shares counted again")).toBeGreaterThan(40);
    // Sentences of 27 paragraphs and ten tables, twice each, and the changes of the second paper.
    expect(counts.get("paragraphs and tables of papers")).toBe(2 * (27 + 10) + 2 * (27 + 11));
    expect(counts.get("comparisons of papers counted again")).toBe(55);
  });

  const defects: readonly (readonly [string, (data: any) => void, RegExp])[] = [
    [
      "a total",
      (data) => void (measureOf(data, "focal-points").total += 1),
      /: focal-points: it says 160, and the journal gives 159/u,
    ],
    [
      "a part by gender",
      (data) => void (measureOf(data, "experts").parts.find((one: any) => one.gender === "female").count += 1),
      /: experts by gender female: /u,
    ],
    [
      "a part by group and step",
      (data) =>
        void (measureOf(data, "reviews-behind-timeline").parts.find((one: any) => one.group && one.step).count -= 1),
      /: reviews-behind-timeline by group c1-g1 by step /u,
    ],
    [
      "a share",
      (data) => void (measureOf(data, "consultations-held").share.percent += 0.1),
      /: consultations-held as a share: /u,
    ],
    ["a half-year", (data) => void (data.halfYears[4].changes += 1), /: half-years: /u],
    ["a group's start", (data) => void (data.groups[0].startedOn = "2020-12-02"), /: groups: /u],
    ["a new party", (data) => void (data.newParties = []), /: new parties: /u],
    ["an accession", (data) => void data.accessions.pop(), /: accessions: /u],
    ["a figure's part", (data) => void (data.figures[1].rows[0].parts[2].count += 1), /: figure status c1-g1 /u],
    ["a figure", (data) => void data.figures.pop(), /: figure feedback /u],
    ["the gate", (data) => void (data.gate.concluded += 1), /: the gate: /u],
    ["what was taken over", (data) => void (data.takenOver.redrawsAsked = 0), /: what was taken over: /u],
    ["a register", (data) => void (data.registers.training.officials += 1), /: registers: /u],
    ["a measure", (data) => void data.measures.shift(), /: parties-taking-part: it says undefined/u],
  ];
  test.each(defects)("finds %s that is another", (_, change, line) => {
    expect(findingsIn(inNumbers(change)).found.filter((one) => one.startsWith("paper-miscounted"))).toContainEqual(
      expect.stringMatching(line),
    );
  });

  test.each([
    ["markdown", "a number of a sentence", /159 focal points/u, "158 focal points", /paragraph 12 prints 158 /u],
    ["markdown", "a cell of a table", /\| 62 \|/u, "| 61 |", /table 1 of all prints .*61/u],
    [
      "markdown",
      "that earlier draws are not known",
      /They name 6 requests/u,
      "They name 5 requests",
      /paragraph 7 prints /u,
    ],
    ["html", "a number of a sentence", /53 reviews/u, "54 reviews", /paragraph 28 prints 54 /u],
    ["html", "a cell of a table", /<td>62<\/td>/u, "<td>61</td>", /table 1 of all prints .*61/u],
    ["html", "a table", /<table>/u, "<div>", /table \d+ of all prints|tables more/u],
  ] as const)("finds in %s %s that is another than was counted", (format, _, from, to, line) => {
    const { found } = findingsIn(
      withText(format, (text) => {
        expect(from.test(text)).toBe(true);
        return to === "<div>" ? text.replace(/<tbody>.*?<\/table>/su, "") : text.replace(from, to);
      }),
    );
    expect(found.filter((one) => one.startsWith("paper-misprinted"))).toContainEqual(expect.stringMatching(line));
  });

  const contradictions: readonly (readonly [string, (data: any) => void, RegExp])[] = [
    [
      "a stage that figure II does not have",
      (data: any) => void (data.figures[1].rows[0].parts[1].count += 1),
      /figure II/u,
    ],
    [
      "a part that exceeds its whole",
      (data: any) => void (measureOf(data, "feedback-concluded").total = 190),
      /: feedback-concluded, and feedback-reached: 190 and 27$/u,
    ],
    [
      "fewer days of redraws than it counts",
      (data: any) => void data.redrawDays.push("2023-06-01"),
      /days of redraws/u,
    ],
  ];
  test.each(contradictions)("finds that a paper contradicts itself: %s", (_, change, line) => {
    const { found } = findingsIn(inNumbers(change));
    expect(found.filter((one) => one.startsWith("paper-contradicts-itself"))).toContainEqual(
      expect.stringMatching(line),
    );
  });

  test("finds a changed published paper, or changed figures", () => {
    const [first] = papers;
    const published = first?.published;
    if (first === undefined || published === undefined) throw new Error("No paper is published");
    const texts = published.texts.map((one) => ({ ...one, bytes: new TextEncoder().encode("another text") }));
    expect(findingsIn([{ ...first, published: { ...published, texts } }]).found).toContainEqual(
      expect.stringMatching(/^paper-changed: .* as html, published: what is read has the hash/u),
    );
    const figures: any = structuredClone(published.figures);
    figures[0].rows[0].total += 1;
    expect(findingsIn([{ ...first, published: { ...published, figures } }]).found).toEqual([
      expect.stringMatching(/^paper-changed: .* figure missing-focal-points: it is drawn of other numbers/u),
    ]);
  });

  test("finds a comparison with the paper before that is another", () => {
    const second = papers.slice(1).map((reading) => ({
      ...reading,
      texts: reading.texts.map((text) => {
        if (text.format !== "json") return text;
        const data = JSON.parse(new TextDecoder().decode(text.bytes));
        data.previous.measures[0].published += 1;
        data.previous.measures[1].counted += 1;
        return { ...text, bytes: new TextEncoder().encode(JSON.stringify(data)) };
      }),
    }));
    const { found } = findingsIn([...papers.slice(0, 1), ...second]);
    expect(found.filter((one) => one.startsWith("paper-miscounted"))).toEqual([
      expect.stringMatching(/: parties-taking-part as published: it says 190, and that paper says 189$/u),
      expect.stringMatching(/: states-taking-part as counted for the day before: /u),
    ]);
  });
});
