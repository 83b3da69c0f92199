import { expect, test } from "vitest";
import { Tally } from "../../bin/verify/finding.ts";
import type { Entry } from "../../bin/verify/read.ts";
import { checkTwoPersons } from "../../bin/verify/two-persons.ts";

interface Recorded {
  readonly kind: string;
  readonly orderedBy?: string;
  readonly approvedBy?: string;
}

/** Returns the findings about a subject whose entries hold these facts, each recorded by the named officer. */
const findings = (subject: string, ...entries: readonly (readonly Recorded[])[]): readonly string[] => {
  const tally = new Tally();
  const journal = entries.map((facts, place) => ({
    version: place + 1,
    recordedAt: `2021-02-0${place + 1}T10:00:00.000Z`,
    by: facts.map(({ orderedBy, approvedBy }) => orderedBy ?? approvedBy).find(Boolean) ?? "u-9",
    facts,
  }));
  checkTwoPersons(new Map([[subject, journal as unknown as readonly Entry[]]]), {}, tally);
  return tally.findings.map(({ kind, about, why }) => `${kind}: ${about}: ${why}`);
};
const ordered = (kind: string, orderedBy: string): Recorded => ({ kind, orderedBy });
const approved = (kind: string, approvedBy: string): Recorded => ({ kind, approvedBy });

test.each([
  ["group#c1-g1", "group-start-ordered", "group-start-approved"],
  ["group#c1-g1", "group-start-correction-ordered", "group-start-approved"],
  ["bulletin#b-1", "bulletin-ordered", "bulletin-approved"],
  ["user#u-7", "user-erasure-ordered", "user-erasure-approved"],
  ["status-paper#p-1", "status-paper-publication-ordered", "status-paper-published"],
])("an act that one officer ordered and approved is reported, and that of two is not: %s, %s", (about, order, done) => {
  expect(findings(about, [ordered(order, "u-1")], [approved(done, "u-2")])).toEqual([]);
  expect(findings(about, [ordered(order, "u-1")], [approved(done, "u-1")])).toEqual([
    `second-person-missing: ${about}: ${done} ordered by u-1, approved by u-1`,
  ]);
  expect(findings(about, [approved(done, "u-2")])).toEqual([
    `second-person-missing: ${about}: ${done} ordered by no user, approved by u-2`,
  ]);
});

test("an erasure without an approval, or after its order was withdrawn, is reported", () => {
  const order = [ordered("user-erasure-ordered", "u-1")];
  const erased = { kind: "user-erased" };
  const approval = [approved("user-erasure-approved", "u-2"), erased];
  expect(findings("user#u-7", order, approval)).toEqual([]);
  expect(findings("user#u-7", order, [erased])).toEqual([
    "second-person-missing: user#u-7: user-erased ordered by u-1, approved by no user",
  ]);
  expect(findings("user#u-7", order, [{ kind: "user-erasure-withdrawn" }], approval)).toEqual([
    "second-person-missing: user#u-7: user-erasure-approved ordered by no user, approved by u-2",
  ]);
});
