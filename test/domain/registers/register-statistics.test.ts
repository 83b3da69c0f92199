import { expect, test } from "vitest";
import { countedIn, registerStatistics } from "../../../domain/registers/register-statistics.ts";
import { Register, RegisterContent, RegisterCount, type RegisterEntry } from "../../../schemas/model/register.ts";
import { at, day, registerEntryId } from "../../fixtures/changes.ts";
import { entryOf } from "../../fixtures/register-entries.ts";

const entry = (number: number, content: object, more: Partial<RegisterEntry> = {}): RegisterEntry => ({
  id: registerEntryId(number),
  content: RegisterContent.parse(content),
  ...more,
});
const entries = [
  ...Object.values(entryOf).map((content, place) => entry(place + 1, content)),
  entry(11, { ...entryOf["training-session"], happenedOn: "2022-03-01", language: "en", states: { number: 5 } }),
  entry(12, { ...entryOf["constructive-dialogue"], happenedOn: "2022-06-01" }),
  entry(
    13,
    { ...entryOf["training-session"], happenedOn: "2022-04-01", officials: 1_000 },
    {
      withdrawn: { at: at("2022-05-01T10:00:00.000Z"), reason: "Recorded twice" },
    },
  ),
];
const countsOn = (asAt: string) => registerStatistics(entries, day(asAt), (name) => `What ${name} is`);
const countOn = (asAt: string, name: RegisterCount) => countsOn(asAt).find((one) => one.name === name);

test("every count is given with its definition, its paragraph and its register", () => {
  const counts = countsOn("2023-06-09");
  expect(counts.map(({ name }) => name)).toEqual(RegisterCount.options);
  for (const { name, definition, sources } of counts) {
    expect(definition).toBe(`What ${name} is`);
    expect(sources.length).toBeGreaterThan(0);
  }
});

test("an entry counts from its day on, one that was withdrawn on none, and each year separately", () => {
  expect(countOn("2020-11-01", "officials-trained")).toMatchObject({ total: 0, years: [] });
  expect(countOn("2022-02-28", "officials-trained")).toMatchObject({ total: 24, years: [{ year: 2020, total: 24 }] });
  expect(countOn("2023-06-09", "officials-trained")).toMatchObject({
    total: 48,
    years: [
      { year: 2020, total: 24 },
      { year: 2022, total: 24 },
    ],
  });
});

test("the least and the most are given where a number has no names, and an empty count is left out", () => {
  expect(countOn("2023-06-09", "states-trained")).toMatchObject({ total: 5, atMost: 7 });
  expect(countOn("2020-12-31", "states-trained")).toMatchObject({ total: 2 });
  expect(countOn("2020-12-31", "states-trained")).not.toHaveProperty("atMost");
  const attended = countOn("2023-06-09", "dialogue-participants");
  expect(attended?.parts.map(({ attendance }) => attendance)).not.toContain("otherStakeholders");
  expect(attended?.parts.reduce((sum, { count = 0 }) => sum + count, 0)).toBe(attended?.total);
  expect(countOn("2023-06-09", "voluntary-contributions")?.parts).toEqual([{ currency: "USD", amount: 250_000 }]);
});

test("a count of entries is the length of their list, in the order of their days", () => {
  const ofEntries = new Map<Register, RegisterCount>([
    ["training-session", "training-sessions"],
    ["constructive-dialogue", "constructive-dialogues"],
    ["stakeholder-training", "stakeholder-trainings"],
    ["pilot-initiative", "pilot-initiatives"],
    ["voluntary-contribution", "voluntary-contributions"],
    ["translation-need", "translation-needs"],
  ]);
  for (const register of Register.options) {
    const members = countedIn(register, entries, day("2023-06-09"));
    // Of the knowledge hub the last entry counts, and not how many there are.
    if (ofEntries.has(register))
      expect([register, members.length]).toEqual([register, countOn("2023-06-09", ofEntries.get(register)!)?.total]);
    const days = members.map(({ content }) => content.happenedOn);
    expect(days).toEqual(days.toSorted());
  }
});
