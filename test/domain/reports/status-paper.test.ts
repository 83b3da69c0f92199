import { beforeAll, describe, expect, test } from "vitest";
import arabicLabels from "../../../domain/labels/ar.json" with { type: "json" };
import en from "../../../domain/labels/en.json" with { type: "json" };
import paperWords from "../../../domain/labels/status-paper.en.json" with { type: "json" };
import type { Words } from "../../../domain/labels/words.ts";
import { addDays, endOfDay } from "../../../domain/base/time.ts";
import { type Block, notesOfBlock, type Paper, type PaperNumber } from "../../../domain/reports/content.ts";
import { paperAsMarkdown } from "../../../domain/reports/markdown.ts";
import { paperAsPage } from "../../../domain/reports/page.ts";
import { paperData } from "../../../domain/reports/paper-data.ts";
import { statusPaper } from "../../../domain/reports/status-paper.ts";
import { paperAsWordDocument } from "../../../domain/reports/word-document.ts";
import { figureData } from "../../../domain/statistics/paper-figures.ts";
import type { RecordedContact } from "../../../domain/registers/contact-counts.ts";
import { type MechanismHistory, historyOf } from "../../../domain/statistics/mechanism-history.ts";
import { statisticsView } from "../../../domain/views/statistics.ts";
import { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import { PartyId, StatusPaperId, UserId } from "../../../schemas/base/ids.ts";
import { PaperData } from "../../../schemas/model/paper-data.ts";
import { Measure, type MeasureView } from "../../../schemas/model/statistics.ts";
import { RegisterContent, type RegisterEntry } from "../../../schemas/model/register.ts";
import { registerEntryId } from "../../fixtures/changes.ts";
import { entryOf } from "../../fixtures/register-entries.ts";
import { journalOf2023 } from "../../fixtures/status-2023.ts";
import { numbersOfBlock } from "../../harness/status-paper.ts";
import { unzip } from "../../fixtures/unzip.ts";

const words: Words = en;
const wording = { language: "en", words } as const;
const asAt = CalendarDate.parse("2023-06-09");
const knownAt = Instant.parse("2023-06-20T10:00:00.000Z");
const entries: readonly RegisterEntry[] = Object.values(entryOf).map((content, place) => ({
  id: registerEntryId(place + 1),
  content: RegisterContent.parse(content),
}));

const contacts = (["briefing", "call", "briefing"] as const).map((way, place): RecordedContact => ({
  kind: "contact-recorded",
  happenedAt: Instant.parse("2023-06-01T10:00:00.000Z"),
  party: PartyId.parse("FR"),
  number: place + 1,
  way,
  contactedOn: CalendarDate.parse("2023-06-01"),
  officer: UserId.parse("u-00000000000000000000000001"),
  outcome: "informed",
}));

let mechanism: MechanismHistory;
let data: PaperData;
let paper: Paper;
beforeAll(async () => {
  mechanism = historyOf(await journalOf2023());
  data = paperData({ asAt, knownAt, mechanism, entries, contacts });
  paper = statusPaper(data, paperWords, wording);
});

const statisticsOn = (day: CalendarDate): ReadonlyMap<string, MeasureView> =>
  new Map(
    statisticsView(
      Measure.options,
      { mechanism, at: endOfDay(day), scope: {} },
      {
        definitionOf: () => "",
        namesParties: false,
        mayReadReasons: true,
      },
    ).map((one) => [one.measure, one]),
  );

/** Returns a number from the statistics and figures of the day. */
const counted = ({ of }: PaperNumber, statistics: ReadonlyMap<string, MeasureView>): number | undefined => {
  if ("register" in of || "paper" in of) return undefined;
  if ("figure" in of) {
    const { rows } = figureData(of.figure, { mechanism, at: endOfDay(asAt), scope: {} });
    const here = rows.filter(
      ({ group, languages }) =>
        (of.group === undefined || group === of.group) && (of.languages === undefined || languages === of.languages),
    );
    return here
      .flatMap(({ total, parts }) =>
        of.series === undefined
          ? [total]
          : parts.filter(({ series }) => series === of.series).map(({ count }) => count),
      )
      .reduce((sum, each) => sum + each, 0);
  }
  const { total, share, parts } = statistics.get(of.measure)!;
  if (of.what === "total") return total;
  if (of.what === "percent") return share?.percent;
  if (of.what === "groups")
    return parts.reduce(
      (sum, { count, ...values }) =>
        Object.keys(values).length === 1 && values.group !== undefined && of.groups.includes(values.group)
          ? sum + count
          : sum,
      0,
    );
  if (of.what === "half-year") {
    const until = (day: CalendarDate) => statisticsOn(day).get(of.measure)!.total;
    const before = addDays(CalendarDate.parse(of.from), -1);
    return until(CalendarDate.parse(of.to)) - (before < "2020-10-16" ? 0 : until(before));
  }
  if (of.what !== "part" && of.what !== "part-percent") throw new Error(`${of.what} is of no first paper`);
  const sorted = (values: object) => JSON.stringify(Object.entries(values).toSorted());
  const count = parts.find(({ count: _, ...values }) => sorted(values) === sorted(of.values))?.count ?? 0;
  return of.what === "part" ? count : Math.round((count / total) * 1_000) / 10;
};

const paragraphsOf = ({ blocks }: Paper) => blocks.flatMap((block) => (block.kind === "paragraph" ? [block] : []));
const textOf = (number: number, of: Paper = paper): string =>
  paragraphsOf(of)
    .find((block) => block.number === number)!
    .sentences.map(({ text }) => text)
    .join(" ");

describe("the status paper of a made-up state of 9 June 2023", () => {
  test("has every paragraph of the background paper in its order, its tables, and Figures I to VI", () => {
    const numbered = paragraphsOf(paper).flatMap(({ number }) => number ?? []);
    expect(numbered).toEqual(Array.from({ length: 47 }, (_, place) => place + 1));
    const titles = (kind: Block["kind"]) =>
      paper.blocks.flatMap((block) => (block.kind === kind && "title" in block ? [block.title.split(". ")[0]] : []));
    expect(titles("figure")).toEqual(["I", "II", "III", "IV", "V", "VI"].map((number) => `Figure ${number}`));
    expect(titles("table")).toEqual(["Table 1", "Table 2", "Table 3", "Table 4"]);
  });

  test("says every number as the statistics of its day count it", () => {
    const statistics = statisticsOn(asAt);
    const numbers = paper.blocks.flatMap(numbersOfBlock);
    const wrong = numbers.filter(
      (one) => !("register" in one.of) && !("paper" in one.of) && counted(one, statistics) !== one.value,
    );
    expect(wrong).toEqual([]);
    expect(numbers.length).toBeGreaterThan(200);
  });

  test("says what the background paper says, wherever the state is made up by it", () => {
    expect(textOf(12)).toMatch(/159 focal points from 149 parties; 30.2 per cent of focal points are female \(48/u);
    expect(textOf(15)).toMatch(
      /21\.2 per cent of the 189 parties in reviews \(40 parties\) had no focal point.*93 country reviews/u,
    );
    expect(textOf(15)).toContain(
      "Including 41 at the stage of the preliminary consultation, 134 reviews that had started had not reached the questionnaire (70.9 per cent of 189 reviews).",
    );
    expect(textOf(9)).toMatch(
      /As at 9 June 2023, the numbers of parties to the instruments were: Organized Crime Convention \(\d+\), .* On 15 October 2020, the day before the launch, they were: Organized Crime Convention \(\d+\), /u,
    );
    expect(textOf(18)).toContain("990 governmental experts, 324 of whom are female (32.7 per cent)");
    expect(textOf(23)).toMatch(
      /55 out of 189 reviews.*28 reviews were.*25 at the stage.*and 2 at.*none was still to start, 93 awaited.*41 were at the stage of the preliminary/u,
    );
    expect(textOf(26)).toMatch(/28.6 per cent of all country reviews \(54 in total\).*1 review proceeded without/u);
    expect(textOf(28)).toContain("53 reviews: 35 in one language (66.0 per cent), 17 in two languages and 1 in three");
    expect(textOf(31)).toContain(
      "all questionnaires of group 1, group 2 and group 3 should have been completed by 9 June 2023; those of 27 of the 189 reviews had been submitted. In group 1 and group 2 together, 27 of the 125 questionnaires had been submitted.",
    );
    expect(textOf(31)).toContain("the questionnaires of 27 reviews had been completed");
    expect(textOf(36)).toMatch(/no list of observations had been published.*2 country reviews/u);
  });

  test("says after a take-over that earlier draws are not known, and never that lots were not drawn again", () => {
    expect(textOf(7)).toMatch(
      /No later drawing of lots is on record here\. 189 reviews were taken over .* these days are not known\. They name 6 requests for a repetition\./u,
    );
    expect(textOf(7)).not.toContain("have not been drawn again");
    expect(textOf(29)).toContain("Parties had requested 6 repetitions of the drawing of lots.");
  });

  test("says where the gate before the next phase is, and not its rule alone", () => {
    expect(textOf(25)).toContain(
      "70 per cent of the reviews in the first group must be completed, unless the Conference decides otherwise. As at 9 June 2023, none of the 62 reviews of that group that are counted had been completed (0.0 per cent). 44 are needed: 44 more were to be completed.",
    );
  });

  test("has sums where parts are given: every column of a table with sums, but where one counts several times", () => {
    const tables = paper.blocks.flatMap((block) =>
      block.kind === "table" ? [block] : block.kind === "figure" ? [block.table] : [],
    );
    const wrong = tables.flatMap(({ title, columns, rows, foot }) =>
      /behind the indicative|by gender/u.test(title) || foot === undefined
        ? []
        : columns.slice(1).flatMap((column, at) => {
            const cells = rows.map((row) => row[at + 1]!);
            const sum = foot[at + 1]!;
            // Days are not added up, nor parties that are in several reviews.
            if (typeof sum === "string" || sum.note === "parties-in-reviews") return [];
            const added = cells.reduce((before, cell) => before + (typeof cell === "string" ? 0 : cell.value), 0);
            return added === sum.value ? [] : [`${title}, ${column}: ${added} and not ${sum.value}`];
          }),
    );
    expect(wrong).toEqual([]);
    expect(tables.filter(({ foot }) => foot !== undefined)).toHaveLength(10);
  });

  test("has a note for every number, and no note that nothing leads to", () => {
    const needed = new Set(paper.blocks.flatMap(notesOfBlock));
    expect(paper.notes.map(({ name }) => name)).toEqual([...needed]);
    for (const { text } of paper.notes) expect(text).toMatch(/^[^`{}]+: [^`{}]+\.$/u);
    // Digits that no number of the paper brought: days, paragraphs of the rules and what they say.
    const ruled =
      /\b(?:\d{1,2} [A-Z][a-z]+ \d{4}|October 2018|9\/1|10\/1|paragraphs? \d+(?: and \d+)?|subparagraph \S+|group \d|70 per cent|[Tt]able \d|2020)\b/gu;
    const unnoted = paragraphsOf(paper)
      .flatMap(({ sentences }) => sentences)
      .filter(({ text, numbers }) => numbers.length === 0 && /\d/u.test(text.replaceAll(ruled, "")));
    expect(unnoted.map(({ text }) => text)).toEqual([]);
  });

  test("states what the registers contain, by their notes", () => {
    expect(textOf(40)).toContain(
      "1 training session for government officials had been recorded, in Portuguese. 24 government officials were trained. They came from 2 States parties.",
    );
    expect(textOf(44)).toMatch(
      /^In 2020, 1 constructive dialogue was held\. Those attending were 98 non-governmental organizations, .* no other stakeholder, 82 Member States and 1 /u,
    );
    expect(textOf(46)).toMatch(
      /60 stakeholders were trained\. They came from 2 countries\. On 10 November 2020, the .* hub had 452 members\. .* from 133 countries\.$/u,
    );
    expect(textOf(47)).toContain(
      "1 pilot initiative with the participation of non-governmental stakeholders had been launched, in 1 country",
    );
    expect(textOf(38)).toContain("1 voluntary contribution had been recorded. The amounts are 250,000 USD.");
  });
});

describe("the paper after a published one", () => {
  const later = () => {
    // The published paper had one focal point more, and late facts change the counts of a day.
    const said: PaperData = {
      ...data,
      measures: data.measures.map((one) => (one.measure === "focal-points" ? { ...one, total: one.total + 1 } : one)),
    };
    const previous = { id: StatusPaperId.parse(`p-${"0".repeat(26)}`), data: said };
    return statusPaper(
      paperData({ asAt: CalendarDate.parse("2023-06-10"), knownAt, mechanism, entries, previous }),
      paperWords,
      wording,
    );
  };

  test("states what changed since: as published, as counted for that day now, and as at its own day", () => {
    const table = later().blocks.find((block) => block.kind === "table" && block.title.startsWith("Table 5"));
    expect(table).toMatchObject({
      columns: ["What is counted", "As published for 9 June 2023", "Counted now for 9 June 2023", "As at 10 June 2023"],
    });
    const rows = table?.kind === "table" ? table.rows : [];
    const row = rows.find(([name]) => name === "Focal points")!;
    expect(row.slice(1).map((cell) => (typeof cell === "string" ? cell : cell.value))).toEqual([160, 159, 159]);
  });
});

describe("a paper of the day of the launch", () => {
  test("says that nothing was there yet", () => {
    const first = CalendarDate.parse("2020-10-16");
    const early = statusPaper(
      paperData({ asAt: first, knownAt, mechanism: historyOf([]), entries: [] }),
      paperWords,
      wording,
    );
    expect(textOf(7, early)).toBe("No lots had been drawn.");
    expect(textOf(22, early)).toBe("No group of participating parties had started its country reviews.");
    expect(textOf(44, early)).toBe("No constructive dialogue with relevant stakeholders had been recorded.");
    expect(early.notes.length).toBeGreaterThan(30);
  });
});

describe("the stored parts of a paper", () => {
  test("is read again as it was written", () => {
    expect(PaperData.parse(JSON.parse(JSON.stringify(data)))).toEqual(data);
  });
});

describe("the paper as it is written", () => {
  const sentences = () => paragraphsOf(paper).flatMap((block) => block.sentences.map(({ text }) => text));
  const plainOf = (html: string) =>
    html
      .replaceAll(/<sup>.*?<\/sup>|<[^>]+>/gsu, "")
      .replaceAll("&#39;", "'")
      .replaceAll("&quot;", '"')
      .replaceAll("&amp;", "&");

  test("as a page holds every sentence, draws every figure, and leads from each note back", () => {
    const page = paperAsPage(paper, wording);
    const plain = plainOf(page);
    expect(sentences().filter((text) => !plain.includes(text))).toEqual([]);
    expect(page.match(/<svg /gu)).toHaveLength(6);
    expect(page).not.toMatch(/<script|src=|url\(http/u);
    const ids = [...page.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const missing = [...page.matchAll(/href="#([^"]+)"/gu)].flatMap(([, id]) => (ids.includes(id) ? [] : [id]));
    expect(missing).toEqual([]);
  });

  test("as Markdown holds every sentence, a table for each table and figure, and every note", () => {
    const markdown = paperAsMarkdown(paper);
    const plain = markdown.replaceAll(/\[\^\d+\]/gu, "").replaceAll(/\\(.)/gu, "$1");
    expect(sentences().filter((text) => !plain.includes(text))).toEqual([]);
    expect(markdown.match(/^\| --- /gmu)).toHaveLength(10);
    expect(markdown.match(/^\[\^\d+\]: /gmu)).toHaveLength(paper.notes.length);
  });

  test("as a document for a word processor holds every sentence, a chart for each figure, and the notes at the foot", async () => {
    const files = unzip(Buffer.from(await paperAsWordDocument(paper, wording)));
    const body = plainOf(files.get("word/document.xml") ?? "");
    expect(sentences().filter((text) => !body.includes(text))).toEqual([]);
    expect([...files.keys()].filter((name) => /charts\/chart\d+\.xml$/u.test(name))).toHaveLength(6);
    const footnotes = plainOf(files.get("word/footnotes.xml") ?? "");
    expect(paper.notes.filter(({ text }) => !footnotes.includes(text))).toEqual([]);
  });

  test("in Arabic runs from right to left as a page, as Markdown and for a word processor, with numbers and days of the language", async () => {
    const arabic = { language: "ar", words: arabicLabels as Words } as const;
    // The sentences are English as long as no translation exists: all other text is tested.
    const mirrored = statusPaper(data, paperWords, arabic);
    const page = paperAsPage(mirrored, arabic);
    expect(page).toContain('<html lang="ar" dir="rtl">');
    expect(mirrored.subtitle).toContain("9 يونيو 2023");
    expect(paperAsMarkdown(mirrored)).toMatch(/^<div dir="rtl" lang="ar">\n\n# [^]*\n\n<\/div>\n/u);
    const files = unzip(Buffer.from(await paperAsWordDocument(mirrored, arabic)));
    const body = files.get("word/document.xml") ?? "";
    const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;
    // LibreOffice turns the numbers of a chart round where its paragraph runs from right to left.
    const charts = [...body.matchAll(/<w:p>(?:(?!<\/w:p>).)*<c:chart .*?<\/w:p>/gsu)].map(([one]) => one);
    expect(charts.map((one) => one.includes("<w:bidi/>"))).toEqual(Array.from({ length: 6 }, () => false));
    expect(count(body, /<w:bidi\/>/gu)).toBe(count(body, /<w:p>|<w:p /gu) - charts.length);
    const axes = files.get("word/charts/chart1.xml")?.match(/<c:valAx>.*?<\/c:valAx>/su)?.[0];
    expect(axes).toContain('<c:orientation val="maxMin"/>');
    expect(count(body, /<w:bidiVisual\/>/gu)).toBe(count(body, /<w:tbl>/gu));
    const english = unzip(Buffer.from(await paperAsWordDocument(paper, wording))).get("word/document.xml") ?? "";
    expect(english).not.toMatch(/<w:bidi|<w:rtl/u);
    expect(paperAsMarkdown(paper)).toMatch(/^# /u);
  });
});

test("the paper states contacts by way, and further meetings", () => {
  const text = paper.blocks
    .flatMap((block) => (block.kind === "paragraph" ? block.sentences.map((sentence) => sentence.text) : []))
    .join(" ");
  expect(text).toContain(
    "3 contacts of the secretariat with parties had been recorded: briefing (2) and telephone call (1).",
  );
  expect(text).toContain("No further meeting of the parties to a review was recorded.");
});
