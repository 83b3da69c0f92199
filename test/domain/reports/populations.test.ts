import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { contradictionsIn } from "../../../bin/verify/paper-agreements.ts";
import en from "../../../domain/labels/en.json" with { type: "json" };
import paperWords from "../../../domain/labels/status-paper.en.json" with { type: "json" };
import type { Words } from "../../../domain/labels/words.ts";
import { endOfDay } from "../../../domain/base/time.ts";
import type { Cell, Paper, PaperNumber, Sentence } from "../../../domain/reports/content.ts";
import { paperData } from "../../../domain/reports/paper-data.ts";
import { statusPaper } from "../../../domain/reports/status-paper.ts";
import { type Count, countedBy } from "../../../domain/statistics/count.ts";
import { historyOf } from "../../../domain/statistics/mechanism-history.ts";
import { type RandomMechanism, randomMechanisms } from "../../fixtures/random-mechanism.ts";
import { runsOf } from "../../harness/search-runs.ts";

/** Numbers of one sentence are of one population, in whatever state the reviews are. */

const wording = { language: "en", words: en as Words } as const;

/** Of which number of its sentence each is a part, by their places in it; `sum` where together they are the whole. */
interface Population {
  readonly whole: number;
  readonly parts: readonly number[];
  readonly sum?: true;
}

/** Of every sentence with several numbers: which are parts of which, and why where none are. */
const populations: Readonly<Record<string, readonly Population[] | string>> = {
  "p5.parties": [{ whole: 0, parts: [1, 2], sum: true }],
  "p7.group": "the parties in some reviews, and these reviews",
  "p7.redraws": "days, and what was drawn on them",
  "p7.recorded": "days, and what was drawn on them",
  "p7.takenOver": "reviews, and requests that were taken over",
  "p9.protocols": "parties, and what they joined",
  p12: [{ whole: 0, parts: [3] }],
  p13: "a number, also as a share of paragraph 12",
  "p14.parties": [{ whole: 2, parts: [1] }],
  "p14.halfYear": "two half-years",
  "p14.reasons": "the reasons of changes, whose sums are tested below",
  "p9.instruments": "the parties to each instrument",
  "p9.beforeLaunch": "the parties to each instrument on another day",
  "p15.parties": [{ whole: 1, parts: [2] }],
  "p15.before": [
    { whole: 1, parts: [0] },
    { whole: 3, parts: [1] },
  ],
  "p31.due": [{ whole: 1, parts: [0] }],
  "p31.together": [{ whole: 1, parts: [0] }],
  "p17.seats": "seats without people of two roles",
  p18: [{ whole: 0, parts: [1] }],
  p22: [{ whole: 1, parts: [0] }],
  "p23.advancing": [{ whole: 1, parts: [0] }],
  "p23.stages": "the stages of those that advance: sums of paragraph 23 are tested below",
  "p23.others": "the stages of those that do not: sums of paragraph 23 are tested below",
  p24: [{ whole: 1, parts: [0] }],
  "p25.gate": "the gate and how far it is: the checker's agreements hold it against the reviews of its groups",
  p26: "a number, also as a share of all reviews",
  p28: [{ whole: 0, parts: [1, 3, 4], sum: true }],
  "p28.list": "the same by languages",
  p29: [{ whole: 0, parts: [1, 2], sum: true }],
  "p29.needs": "entries of a register",
  "p31.delays": [],
  p34: [
    { whole: 0, parts: [1] },
    { whole: 1, parts: [2] },
  ],
  p36: "lists, and reviews at the stage of drafting them",
  "p44.attendance": "entries of a register",
  p47: "entries of a register",
};

const countedKeys = ({ of }: PaperNumber, count: Count): ReadonlySet<string> | undefined => {
  if (!("measure" in of)) return undefined;
  if (of.what === "total") return new Set(countedBy(of.measure, count).keys());
  if (of.what === "groups")
    return new Set(
      [...countedBy(of.measure, count)].flatMap(([key, all]) =>
        all.some(({ group }) => group !== undefined && of.groups.includes(group)) ? [key] : [],
      ),
    );
  if (of.what !== "part") return undefined;
  const { group, stage, gender, languagesOpen } = of.values;
  return new Set(
    [...countedBy(of.measure, count)].flatMap(([key, all]) =>
      all.some(
        (one) =>
          (group === undefined || one.group === group) &&
          (stage === undefined || one.stage === stage) &&
          (languagesOpen === undefined || one.languagesOpen === languagesOpen) &&
          (gender === undefined || (count.mechanism.people.get(one.user!)?.gender ?? "not-stated") === gender),
      )
        ? [key]
        : [],
    ),
  );
};

const paperOf = ({ journal, asAt, knownAt }: RandomMechanism) => {
  const mechanism = historyOf(journal);
  const data = paperData({ asAt, knownAt, mechanism, entries: [] });
  return { data, paper: statusPaper(data, paperWords, wording), count: { mechanism, at: endOfDay(asAt), scope: {} } };
};

const sentencesOf = ({ blocks }: Paper): readonly (Sentence & { readonly paragraph: number | string })[] =>
  blocks.flatMap((block) =>
    block.kind === "paragraph" ? block.sentences.map((one) => ({ ...one, paragraph: block.number ?? 0 })) : [],
  );
const valueOf = (cell: Cell): number => (typeof cell === "string" ? 0 : cell.value);
const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

let mechanisms: fc.Arbitrary<RandomMechanism>;
beforeAll(async () => {
  mechanisms = await randomMechanisms();
});

describe("in every random Mechanism", () => {
  test("no part of a sentence exceeds its whole, or counts anything that the whole does not count", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(mechanisms, (mechanism) => {
        const { paper, count } = paperOf(mechanism);
        for (const { name = "", numbers, text } of sentencesOf(paper)) {
          if (numbers.length < 2) continue;
          const known = populations[name];
          expect([name, known === undefined]).toEqual([name, false]);
          if (known === undefined || typeof known === "string") continue;
          for (const { whole, parts, sum } of known) {
            const all = numbers[whole]!;
            if (all.value > 0) seen.add(name);
            for (const part of parts) {
              const own = numbers[part]!;
              expect([text, own.value <= all.value]).toEqual([text, true]);
              const [keys, wholeKeys] = [countedKeys(own, count), countedKeys(all, count)];
              expect([text, [...keys!].filter((key) => !wholeKeys!.has(key))]).toEqual([text, []]);
            }
            if (sum === true)
              expect([text, sumOf(parts.map((part) => numbers[part]!.value))]).toEqual([text, all.value]);
          }
        }
      }),
      runsOf(60, 15),
    );
    for (const name of ["p15.parties", "p15.before", "p22", "p23.advancing", "p28", "p31.due", "p34"])
      expect(seen).toContain(name);
  });

  test("paragraph 23 and the table of groups account for every review, and every figure does", () => {
    const stages = new Set<string>();
    fc.assert(
      fc.property(mechanisms, (mechanism) => {
        const { paper } = paperOf(mechanism);
        const said = sentencesOf(paper).filter(({ paragraph }) => paragraph === 23);
        const [advancing, reviews] = said
          .find(({ name }) => name === "p23.advancing")!
          .numbers.map(({ value }) => value);
        const inStages = said.find(({ name }) => name === "p23.stages")!.numbers;
        const inOthers = said.find(({ name }) => name === "p23.others")!.numbers;
        expect(sumOf(inStages.map(({ value }) => value))).toBe(advancing);
        expect(sumOf(inOthers.map(({ value }) => value))).toBe(reviews! - advancing!);
        for (const { of, value } of [...inStages, ...inOthers])
          if (value > 0 && "measure" in of && of.what === "part") stages.add(of.values.stage!);
        const tables = paper.blocks.flatMap((block) => (block.kind === "table" ? [block] : []));
        const [groups] = tables;
        for (const row of [...groups!.rows, groups!.foot!])
          expect([groups!.title, sumOf(row.slice(4).map(valueOf))]).toEqual([groups!.title, valueOf(row[2]!)]);
        const figures = paper.blocks.flatMap((block) => (block.kind === "figure" ? [block] : []));
        for (const { title, data } of figures)
          for (const { total, parts } of data.rows)
            expect([title, sumOf(parts.map(({ count }) => count))]).toEqual([title, total]);
      }),
      runsOf(60, 15),
    );
    expect([...stages].toSorted()).toEqual([
      "concluded",
      "consultation",
      "discontinued",
      "feedback",
      "nomination",
      "observations",
      "questionnaire",
      "scheduled",
    ]);
  });

  test("a paper states one quantity alike in every place, and its shares are of what they name", () => {
    fc.assert(
      fc.property(mechanisms, (mechanism) => {
        const { data } = paperOf(mechanism);
        expect(contradictionsIn(data as never)).toEqual([]);
        for (const { measure, total, share } of data.measures)
          expect([measure, share === undefined || (total <= share.total && share.percent <= 100)]).toEqual([
            measure,
            true,
          ]);
      }),
      runsOf(60, 15),
    );
  });
});
