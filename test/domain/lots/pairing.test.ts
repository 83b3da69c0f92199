import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { draw } from "../../../domain/lots/draw.ts";
import { violations } from "../../../domain/lots/rules.ts";
import { lotsLimits, plannedGroups } from "../../../domain/policy/lots.ts";
import { parsePartyFile } from "../../../domain/parties/parse-party-file.ts";
import { inForce } from "../../../domain/base/settings.ts";
import { PairingFile } from "../../../schemas/model/data-files.ts";
import type { LotsRule } from "../../../schemas/model/lots.ts";
import { CalendarDate } from "../../../schemas/base/values.ts";

const read = (name: string) => readFileSync(new URL(`../../../data/${name}`, import.meta.url), "utf8");
const file = parsePartyFile(read("parties.csv"));
if (!file.ok) throw new Error(JSON.stringify(file.problems));
const { parties, reportedGroups } = file;
const pairing = PairingFile.parse(JSON.parse(read("pairing.json")));
const drawnOn = CalendarDate.parse("2020-11-16");
const limits = inForce(lotsLimits, drawnOn);
const reviews = pairing.groups.flatMap((group) => group.reviews);
const broken = violations(pairing.groups, parties, limits);

describe("in the prepared pairing", () => {
  test.each<[string, LotsRule]>([
    ["no party reviews itself", "not-itself"],
    ["no two parties review each other, over all three groups", "no-mutual-review"],
    ["every party reviews only instruments that it had joined when the group starts", "joined-instruments"],
    ["each instrument has one reviewer from the own regional group and one from another", "one-from-each-side"],
    ["an additional reviewer fills in only for what a drawn one had not joined", "additional-where-lacking"],
    ["no party has more than four reviewers", "most-reviewers"],
    ["every party reviews one to three others, additional reviews counted", "load"],
    ["every review has its party's seat for all it had joined, and seats only for parties that take part", "seats"],
  ])("%s", (_, rule) => {
    expect(broken.filter((violation) => violation.rule === rule)).toEqual([]);
  });

  test("no deviation had to be accepted", () => {
    expect(pairing.deviations).toEqual([]);
    expect(broken).toEqual([]);
  });

  test("three groups of 62, 63 and 64 reviews start on the days planned", () => {
    expect(pairing.groups.map(({ number, plannedFor, reviews: { length } }) => [number, plannedFor, length])).toEqual([
      [1, "2020-12-01", 62],
      [2, "2021-11-01", 63],
      [3, "2022-11-01", 64],
    ]);
  });

  test("every party that takes part is under review once", () => {
    const taking = parties.filter(({ participation }) => participation === "takes-part").map(({ id }) => id);
    expect(reviews.map(({ party }) => party).toSorted()).toEqual(taking.toSorted());
    expect(new Set(reviews.map(({ id }) => id)).size).toBe(189);
    expect(reviews.filter(({ id, party }) => id !== `c1-${party}`)).toEqual([]);
  });

  test("parties whose group was reported are in that group", () => {
    const groupOf = new Map(
      pairing.groups.flatMap(({ number, reviews: own }) => own.map(({ party }) => [party, number])),
    );
    expect([...reportedGroups].filter(([party, group]) => groupOf.get(party) !== group)).toEqual([]);
  });

  test("a protocol joined between the group starts is reviewed only where the group starts later", () => {
    const reviewed = (code: string) => reviews.find(({ party }) => party === code)?.seats[0]?.instruments;
    const groupOf = (code: string) =>
      pairing.groups.find((group) => group.reviews.some(({ party }) => party === code))?.number;
    // Germany joined the Firearms Protocol on 2021-10-14, Pakistan (first group) the Trafficking Protocol in 2022.
    expect(reviewed("DE")?.includes("FP")).toBe(groupOf("DE") !== 1);
    expect(reviewed("PK")).toEqual(["UNTOC"]);
  });

  test("its seed gives it again", () => {
    const groups = inForce(plannedGroups, drawnOn);
    const again = draw({
      cluster: pairing.cluster,
      parties,
      groups,
      knownGroups: reportedGroups,
      limits,
      seed: pairing.seed ?? 0,
    });
    expect(again.ok && again.groups).toEqual(pairing.groups);
  });

  test("it says that it is not the draw that the parties held", () => {
    expect(pairing.about).toMatch(/not the draw that the parties held/);
  });
});
