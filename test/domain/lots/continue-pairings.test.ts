import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { continuePairings } from "../../../domain/lots/continue-pairings.ts";
import type { LivePairings } from "../../../domain/lots/redraw-rules.ts";
import { violations } from "../../../domain/lots/rules.ts";
import { lotsLimits } from "../../../domain/policy/lots.ts";
import { parsePartyFile } from "../../../domain/parties/parse-party-file.ts";
import { inForce } from "../../../domain/base/settings.ts";
import { PairingFile } from "../../../schemas/model/data-files.ts";
import type { PartyId } from "../../../schemas/base/ids.ts";
import { CalendarDate } from "../../../schemas/base/values.ts";
import { day, id, limits, pairing, parties } from "./few-parties.ts";

const file = parsePartyFile(readFileSync("data/parties.csv", "utf8"));
const prepared = PairingFile.parse(JSON.parse(readFileSync("data/pairing.json", "utf8")));
const allPairings: LivePairings = {
  groups: prepared.groups,
  parties: file.ok ? file.parties : [],
  limits: inForce(lotsLimits, day),
};
/** The groups of the next cluster start two years after those of the first. */
const nextDays = ["2022-12-01", "2023-11-01", "2024-11-01"].map((text) => CalendarDate.parse(text));
const nextDay = (group: number): CalendarDate => nextDays[group - 1] ?? day;

/** Returns the pairings with those of the next cluster. */
const continued = (live: LivePairings, plannedFor: (group: number) => CalendarDate, seed: number) => {
  const { drawings, unfilled } = continuePairings(live, plannedFor, (party) => seed + party.charCodeAt(1));
  const seats = new Map(drawings.map((one) => [one.party, one.seats]));
  const groups = live.groups.map((group) => ({
    ...group,
    plannedFor: plannedFor(group.number),
    reviews: group.reviews.map((review) => ({ ...review, seats: [...(seats.get(review.party) ?? review.seats)] })),
  }));
  return { drawings, unfilled, groups };
};

test("pairings remain where no party has joined an instrument since", () => {
  const live = { groups: pairing(), parties, limits };
  expect(
    continuePairings(
      live,
      () => day,
      () => 1,
    ),
  ).toEqual({ changes: [], drawings: [], unfilled: [] });
});

test("instruments that parties have joined since enter with the cluster, and every rule holds, whatever the seed", () => {
  const joinedSince: readonly PartyId[] = ["AD", "DE", "TD", "LU", "PK"].map(id);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0x7fffff00 }), (seed) => {
      const { drawings, unfilled, groups } = continued(allPairings, nextDay, seed);
      expect(unfilled).toEqual([]);
      expect(drawings.map(({ party }) => party)).toEqual(expect.arrayContaining([...joinedSince]));
      expect(violations(groups, allPairings.parties, allPairings.limits)).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

test("the pairings to change do not depend on the seed", () => {
  const changesBy = (seed: number) =>
    continuePairings(allPairings, nextDay, (party) => seed + party.charCodeAt(0)).changes;
  const changes = changesBy(1);
  expect(changes.length).toBeGreaterThan(4);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0x7fffff00 }), (seed) => {
      expect(changesBy(seed)).toEqual(changes);
    }),
    { numRuns: 20 },
  );
});

test("a pairing under a deviation stays, with a note that what its party joined has no reviewers", () => {
  const later = CalendarDate.parse("2022-12-01");
  const [first] = pairing().flatMap(({ reviews }) => reviews);
  const reviewer = first?.seats.find(({ role }) => role === "reviewing");
  if (first === undefined || reviewer === undefined) throw new Error("No pairing");
  const groups = pairing({ [first.party]: [reviewer] });
  const joined = parties.map((party) =>
    party.id === first.party ? { ...party, joined: { ...party.joined, TIP: later } } : party,
  );
  const going = continuePairings(
    { groups, parties: joined, limits },
    () => later,
    () => 1,
  );
  expect(going.drawings.map(({ party }) => party)).not.toContain(first.party);
  expect(going.unfilled.map(({ party, violations: broken }) => [party, broken.map(({ rule }) => rule)])).toContainEqual(
    [first.party, ["one-from-each-side"]],
  );
});

test("the same seeds draw the same parties", () => {
  expect(continued(allPairings, nextDay, 7).drawings).toEqual(continued(allPairings, nextDay, 7).drawings);
});

test("reviewing parties stay, so that only additional reviewers come and leave", () => {
  const { drawings } = continued(allPairings, nextDay, 3);
  const before = new Map(allPairings.groups.flatMap(({ reviews }) => reviews.map((one) => [one.party, one.seats])));
  for (const { party, seats } of drawings) {
    const regular = (some: typeof seats) => some.filter(({ role }) => role === "reviewing").map((one) => one.party);
    expect(regular(seats)).toEqual(regular(before.get(party) ?? []));
  }
});

test("where no party can be drawn, the pairing stays and the rule is named", () => {
  // WA joins the Firearms Protocol, for which no other party of its side that has joined it may serve once more.
  const later = CalendarDate.parse("2022-12-01");
  const joined = parties.map((party) =>
    party.id === "AB" || party.id === "AC"
      ? { ...party, joined: { UNTOC: day } }
      : party.id === "WA"
        ? { ...party, joined: { ...party.joined, FP: later } }
        : party,
  );
  const live = { groups: pairing(), parties: joined, limits: { ...limits, load: { min: 1, max: 1 } } };
  const { unfilled } = continuePairings(
    live,
    () => later,
    () => 1,
  );
  const found = unfilled.find(({ party }) => party === "WA");
  expect(found?.violations.map(({ rule }) => rule)).toEqual(["one-from-each-side"]);
});
