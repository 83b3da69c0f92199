import { expect, test } from "vitest";
import type { RecordedEntry } from "../../bin/verify/course.ts";
import { readFact } from "../../bin/verify/facts.ts";
import { Tally } from "../../bin/verify/finding.ts";
import { checkRegisterCounts, type RegisterReading } from "../../bin/verify/register-counts.ts";
import { registerStatistics } from "../../domain/registers/register-statistics.ts";
import { RegisterContent } from "../../schemas/model/register.ts";
import { day, registerEntryId } from "../fixtures/changes.ts";
import { entryOf } from "../fixtures/register-entries.ts";

const contents = [
  ...Object.values(entryOf),
  { ...entryOf["training-session"], happenedOn: "2021-03-01", language: "en", states: { number: 5 }, officials: 7 },
  { ...entryOf["stakeholder-training"], happenedOn: "2021-04-01", countries: { named: ["DE", "FR"] } },
];
const entries = contents.map((content, place) => ({
  id: registerEntryId(place + 1),
  content: RegisterContent.parse(content),
}));
const withdrawn = entryOf["pilot-initiative"];

const recorded = (id: string, facts: readonly object[]): readonly RecordedEntry[] =>
  facts.map((fact, place) => {
    const known = readFact({ entry: id, happenedAt: "2020-12-01T10:00:00.000Z", ...fact } as never);
    if (known === undefined) throw new Error("The fact is not known");
    return { fact: known, version: place + 1, recordedAt: "2021-05-01T10:00:00.000Z", by: "u" };
  });
const journals = new Map([
  ...entries.map(({ id, content }) => [id, recorded(id, [{ kind: "register-entry-recorded", content }])] as const),
  [
    registerEntryId(99),
    recorded(registerEntryId(99), [
      { kind: "register-entry-recorded", content: withdrawn },
      { kind: "register-entry-withdrawn", reason: "Recorded twice" },
    ]),
  ] as const,
]);

/** Returns the reply of the API about these entries, changed. */
const contact = (contactedOn: string): RecordedEntry => ({
  fact: {
    kind: "contact-recorded",
    happenedAt: `${contactedOn}T10:00:00.000Z`,
    party: "FR",
    number: 1,
    way: "briefing",
    contactedOn,
  },
  version: 1,
  recordedAt: "2021-12-31T10:00:00.000Z",
  by: "u-1",
});
const contactLogs = new Map([["FR", [contact("2020-12-31"), contact("2021-01-01")]]]);

const reading = (change: (total: number, name: string) => number, listed = 1): RegisterReading => ({
  days: ["2020-12-31", "2021-12-31"].map((asAt, index) => ({
    day: asAt,
    contacts: { number: index + 1, ways: [{ way: "briefing", count: index + 1 }] },
    // As a client reads it.
    counts: JSON.parse(
      JSON.stringify(
        registerStatistics(entries, day(asAt), () => "").map((one) => ({
          ...one,
          total: change(one.total, one.name),
        })),
      ),
    ),
  })),
  members: new Map([["pilot-initiative", listed]]),
});
const findings = (read: RegisterReading): readonly string[] => {
  const tally = new Tally();
  checkRegisterCounts(read, journals, contactLogs, tally);
  return tally.findings.map(({ about, why }) => `${about}: ${why}`);
};

test("the checker finds nothing where each count agrees with the entries", () => {
  expect(findings(reading((total) => total))).toEqual([]);
});

test("the checker finds a count that is another, and a list that is longer than its entries", () => {
  const more = findings(reading((total, name) => (name === "states-trained" ? total + 1 : total)));
  expect(more).toEqual([
    "states-trained as at 2020-12-31: it says 3, and the journal gives 2",
    "states-trained as at 2021-12-31: it says 6, and the journal gives 5",
  ]);
  expect(findings(reading((total) => total, 2))).toEqual(["pilot-initiative: it lists 2, and has 1"]);
});

test("the checker finds a number of contacts that is another", () => {
  const read = reading((total) => total);
  const [first, ...rest] = read.days;
  if (first === undefined) throw new Error("No day was read");
  const wrong = { ...first, contacts: { number: 2, ways: [{ way: "briefing" as const, count: 2 }] } };
  expect(findings({ ...read, days: [wrong, ...rest] })).toEqual([
    expect.stringMatching(/^contacts as at 2020-12-31: /u),
  ]);
});
