import { readFileSync } from "node:fs";
import countries from "i18n-iso-countries";
import { describe, expect, test } from "vitest";
import { parsePartyFile } from "../../../domain/parties/parse-party-file.ts";
import { DemoMissionsFile } from "../../../schemas/model/data-files.ts";

const read = (name: string) => readFileSync(new URL(`../../../data/${name}`, import.meta.url), "utf8");
const file = parsePartyFile(read("parties.csv"));
if (!file.ok) throw new Error(JSON.stringify(file.problems));
const { parties, reportedGroups } = file;
const demo = DemoMissionsFile.parse(JSON.parse(read("demo-missions.json")));

describe("the parties", () => {
  test.each(parties.filter(({ kind }) => kind === "STATE"))("the codes of $name are those of ISO 3166", (party) => {
    expect({ alpha3: countries.alpha2ToAlpha3(party.id), numeric: countries.alpha2ToNumeric(party.id) }).toEqual({
      alpha3: party.alpha3,
      numeric: party.numeric,
    });
  });

  test("the European Union is the one organization and has no ISO 3166 code", () => {
    const organizations = parties.filter(({ kind }) => kind === "ORG");
    expect(organizations).toMatchObject([{ id: "EU", name: "European Union" }]);
    expect(organizations[0]).not.toHaveProperty("alpha3");
    expect(organizations[0]).not.toHaveProperty("numeric");
    expect(countries.isValid("EU")).toBe(false);
  });

  test("of 191 parties 189 take part: 188 States and one organization", () => {
    const taking = parties.filter(({ participation }) => participation === "takes-part");
    expect(parties).toHaveLength(191);
    expect(taking).toHaveLength(189);
    expect(taking.filter(({ kind }) => kind === "STATE")).toHaveLength(188);
  });

  test("Bhutan, which joined after the launch, is unassigned, and Palau does not take part", () => {
    const others = parties.filter(({ participation }) => participation !== "takes-part");
    expect(others.map(({ id, participation }) => [id, participation])).toEqual([
      ["BT", "unassigned"],
      ["PW", "not-taking-part"],
    ]);
  });

  test("every party carries a regional group to draw lots with", () => {
    expect(parties.filter(({ regionalGroup }) => regionalGroup === null)).toEqual([]);
  });

  test("groups are known for thirteen parties of the first and fifteen of the second", () => {
    const counts = [1, 2, 3].map((group) => [...reportedGroups.values()].filter((known) => known === group).length);
    expect(counts).toEqual([13, 15, 0]);
  });
});

describe("the made-up missions", () => {
  test("there is one for every party", () => {
    expect(Object.keys(demo.missions)).toEqual(parties.map(({ id }) => id).toSorted());
  });

  test("every address is under example.org, and none serves two parties", () => {
    const addresses = Object.entries(demo.missions).flatMap(([code, { address, secondAddress }]) =>
      [address, secondAddress].filter((one) => one !== undefined).map((one) => ({ code, one })),
    );
    for (const { code, one } of addresses) expect(one).toMatch(new RegExp(`@${code.toLowerCase()}\\.example\\.org$`));
    expect(new Set(addresses.map(({ one }) => one)).size).toBe(addresses.length);
  });

  test("all six languages are written, some have a second contact, several sit outside Vienna", () => {
    const all = Object.values(demo.missions);
    expect(new Set(all.map(({ language }) => language))).toEqual(new Set(["ar", "en", "es", "fr", "ru", "zh"]));
    expect(all.filter(({ secondAddress }) => secondAddress !== undefined).length).toBeGreaterThan(30);
    expect(new Set(all.map(({ place }) => place)).size).toBeGreaterThan(4);
  });

  test("the file says that it is made up", () => {
    expect(demo.about).toMatch(/^Made up/);
  });
});
