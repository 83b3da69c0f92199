import { expect, test } from "vitest";
import type { RecordedEntry } from "../../bin/verify/course.ts";
import { checkCorrectedDenunciations } from "../../bin/verify/corrected-denunciations.ts";
import { Tally } from "../../bin/verify/finding.ts";
import { schedules, toleranceMinutes } from "../../bin/verify/rules.ts";

const denunciation = { party: "FR", leftOn: "2021-01-10", document: "C.N.55.2021" };
const entry = (version: number, day: string, ...facts: readonly { readonly kind: string }[]) =>
  facts.map((fact) => ({
    version,
    recordedAt: `${day}T10:00:00.000Z`,
    by: "u-2",
    fact: { happenedAt: `${day}T10:00:00.000Z`, party: "FR", ...fact },
  }));
const ordered = (orderedBy: string, more: object = {}) => ({
  kind: "denunciation-ordered",
  ...denunciation,
  orderedBy,
  ...more,
});
const approved = (approvedBy: string) => ({ kind: "denunciation-approved", approvedBy });
const left = { kind: "party-left", ...denunciation, reviews: [] };

/** Returns the findings about a denunciation whose order and approval are recorded so. */
const findings = (entries: readonly object[], judgedFrom?: string): readonly string[] => {
  const tally = new Tally();
  const now = "2021-02-01T10:00:00.000Z";
  const timing = { now, toleranceMinutes, schedules, outages: [], disturbed: false };
  const parties = new Map([["FR", entries as readonly RecordedEntry[]]]);
  checkCorrectedDenunciations([], parties, [], judgedFrom === undefined ? timing : { ...timing, judgedFrom }, tally);
  return tally.findings.map(({ kind, about, why }) => `${kind}: ${about}: ${why}`);
};
const finding = (why: string): string => `denunciation-unapproved: party FR: ${why}`;

test("a denunciation that another officer approved than the one who ordered it is no finding", () => {
  const other = ordered("u-3", { leftOn: "2021-01-09" });
  const history = [...entry(1, "2021-01-11", other), ...entry(2, "2021-01-12", ordered("u-1"))];
  expect(findings([...history, ...entry(3, "2021-01-13", approved("u-2"), left)])).toEqual([]);
});

test("a denunciation that one officer ordered and approved is reported, with the officer", () => {
  const history = [...entry(1, "2021-01-11", ordered("u-1")), ...entry(2, "2021-01-12", approved("u-1"), left)];
  expect(findings(history)).toEqual([finding("ordered by u-1, approved by u-1")]);
});

test("a denunciation without an approval, or with one of an order with another date, is reported", () => {
  const order = entry(1, "2021-01-11", ordered("u-1"));
  expect(findings([...order, ...entry(2, "2021-01-12", left)])).toEqual([
    finding("ordered by u-1, approved by no user"),
  ]);
  const another = entry(1, "2021-01-11", ordered("u-1", { leftOn: "2021-01-09" }));
  expect(findings([...another, ...entry(2, "2021-01-12", approved("u-2"), left)])).toEqual([
    finding("ordered by no user, approved by u-2"),
  ]);
});

test("a denunciation from before the upgrade that brought the approval is no finding, and one since is", () => {
  const alone = entry(1, "2021-01-12", left);
  expect(findings(alone, "2021-01-13T00:00:00.000Z")).toEqual([]);
  expect(findings(alone, "2021-01-12T00:00:00.000Z")).toHaveLength(1);
});
