import { describe, expect, test } from "vitest";
import en from "../../../domain/labels/en.json" with { type: "json" };
import paperWords from "../../../domain/labels/status-paper.en.json" with { type: "json" };
import type { Words } from "../../../domain/labels/words.ts";
import type { Paper } from "../../../domain/reports/content.ts";
import { paperData } from "../../../domain/reports/paper-data.ts";
import { statusPaper } from "../../../domain/reports/status-paper.ts";
import { historyOf } from "../../../domain/statistics/mechanism-history.ts";
import { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import { RegisterContent } from "../../../schemas/model/register.ts";
import { registerEntryId } from "../../fixtures/changes.ts";
import { entryOf } from "../../fixtures/register-entries.ts";

const wording = { language: "en", words: en as Words } as const;
const asAt = CalendarDate.parse("2023-06-09");
const knownAt = Instant.parse("2023-06-20T10:00:00.000Z");
const mechanism = historyOf([]);

const textOf = (number: number, { blocks }: Paper): string =>
  blocks
    .flatMap((block) => (block.kind === "paragraph" && block.number === number ? block.sentences : []))
    .map(({ text }) => text)
    .join(" ");

describe("a number that the registers do not know", () => {
  const of = (contents: readonly object[]) =>
    statusPaper(
      paperData({
        asAt,
        knownAt,
        mechanism,
        entries: contents.map((content, place) => ({
          id: registerEntryId(place + 1),
          content: RegisterContent.parse(content),
        })),
      }),
      paperWords,
      wording,
    );

  test("is left out of sentences, and is never zero or a range", () => {
    const { states: _states, officials: _officials, ...session } = entryOf["training-session"];
    const { people: _people, countries: _countries, ...training } = entryOf["stakeholder-training"];
    const { amount: _amount, ...contribution } = entryOf["voluntary-contribution"];
    const unknown = of([
      session,
      training,
      contribution,
      { ...entryOf["constructive-dialogue"], attendance: {} },
      { ...entryOf["knowledge-hub"], members: undefined },
    ]);
    expect(textOf(38, unknown)).toMatch(/1 voluntary contribution had been recorded\.$/u);
    expect(textOf(40, unknown)).toMatch(
      /1 training session for government officials had been recorded, in Portuguese\.$/u,
    );
    expect(textOf(44, unknown)).toBe("In 2020, 1 constructive dialogue was held.");
    expect(textOf(46, unknown)).toBe(
      "By 9 June 2023, 1 training of non-governmental stakeholders had been recorded. The members of the hub on 10 November 2020 came from 133 countries.",
    );
  });

  test("is given where other entries know it", () => {
    const training = entryOf["stakeholder-training"];
    const some = of([
      { ...training, countries: { number: 121 } },
      { ...training, people: undefined, countries: { number: 1 } },
      { ...entryOf["constructive-dialogue"], attendance: { academia: 7 } },
    ]);
    expect(textOf(44, some)).toContain(
      "As far as their numbers are known, those attending were 7 stakeholders from academia.",
    );
    expect(textOf(46, some)).toContain(
      "60 stakeholders were trained, as far as their number is known. They came from at least 121 countries.",
    );
  });
});
