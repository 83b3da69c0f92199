import { describe, expect, test } from "vitest";
import type { components } from "../../client/api-types.ts";
import type { RecordedEntry } from "../../bin/verify/course.ts";
import { readFact } from "../../bin/verify/facts.ts";
import { Tally } from "../../bin/verify/finding.ts";
import { checkRegisters } from "../../bin/verify/registers.ts";
import { registerEntryId } from "../fixtures/changes.ts";
import { entryOf } from "../fixtures/register-entries.ts";

type Shown = components["schemas"]["RegisterEntry"];

type Stored = { readonly kind: string; readonly [member: string]: unknown };

const id = registerEntryId(1);
const content = entryOf["voluntary-contribution"];
const corrected = { ...content, amount: 7 };
const recorded = { kind: "register-entry-recorded", entry: id, happenedAt: "2020-11-05T23:00:00.000Z", content };
const happenedAt = "2020-11-20T10:00:00.000Z";
const correction = { kind: "register-entry-corrected", entry: id, happenedAt, content: corrected, reason: "A slip" };
const withdrawal = { kind: "register-entry-withdrawn", entry: id, happenedAt, reason: "Never came" };
const withdrawn = { withdrawn: { at: happenedAt, reason: "Never came" } };

/** Returns the findings where the journal of an entry has these facts, and the API shows it so, or not at all. */
const findings = (facts: readonly Stored[], shown: object | undefined): readonly string[] => {
  const entries = facts.map((fact, place): RecordedEntry => {
    const known = readFact(fact);
    if (known === undefined) throw new Error(`${fact.kind} is not known`);
    return { fact: known, version: place + 1, recordedAt: "2020-12-01T10:00:00.000Z", by: "u" };
  });
  const listed = shown === undefined ? [] : [{ id, version: facts.length, ...shown } as unknown as Shown];
  const tally = new Tally();
  checkRegisters(facts.length === 0 ? new Map() : new Map([[id, entries]]), listed, tally);
  return tally.findings.map(({ kind, why }) => `${kind}: ${why}`);
};

/** The entry as the API shows it, with the name of the donor. */
const named = (amount: number) => ({ ...content, amount, donor: { party: "FR", partyName: "France" } });

describe("the checker, of the registers,", () => {
  test("finds nothing where each entry reads as its last fact says", () => {
    expect(findings([recorded], { content: named(content.amount) })).toEqual([]);
    expect(findings([recorded, correction], { content: named(7) })).toEqual([]);
    expect(findings([recorded, correction, withdrawal], { content: named(7), ...withdrawn })).toEqual([]);
  });

  test.each<[string, readonly Stored[], object | undefined, string]>([
    [
      "reads as before its correction",
      [recorded, correction],
      { content },
      "it reads otherwise than its last fact says",
    ],
    ["reads as if it counted", [recorded, withdrawal], { content }, "it was withdrawn and reads as if it counted"],
    ["reads as withdrawn", [recorded], { content, ...withdrawn }, "it reads as withdrawn and was not"],
    ["is not listed", [recorded], undefined, "the list of entries does not have it"],
    [
      "continues after its end",
      [recorded, withdrawal, correction],
      { content: corrected, ...withdrawn },
      "it continues after it was withdrawn",
    ],
    ["is recorded twice", [recorded, recorded], { content }, "it is recorded twice"],
    [
      "lay ahead",
      [{ ...recorded, content: { ...content, happenedOn: "2020-12-02" } }],
      { content: { ...content, happenedOn: "2020-12-02" } },
      "version 1 states a day in the future",
    ],
  ])("reports an entry that %s", (_, facts, shown, why) => {
    expect(findings(facts, shown)).toEqual([`register-differs: ${why}`]);
  });

  test("reports an entry that has no journal", () => {
    expect(findings([], { content })).toContain("register-differs: it does not begin with its recording");
  });
});
