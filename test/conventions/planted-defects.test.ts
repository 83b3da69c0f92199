import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { areaOf, plantDefect } from "../planted/defect.ts";
import { defects, forChecker } from "../planted/defects.ts";

/** The areas in which `npm run planted` must at least plant a defect. */
const areas = [
  "rights",
  "fields",
  "stages",
  "delays",
  "redraw",
  "lots",
  "dates",
  "reminders",
  "claims",
  "leases",
  "rate",
  "receipts",
  "suppressed addresses",
  "settlement",
  "registers",
  "status papers",
  "bulletins",
  "digest",
  "idempotency",
  "cursors",
  "hash chain",
  "fold version",
  "policies",
  "stand-ins",
  "access",
  "addresses",
  "calendar",
  "consultation",
  "daily list",
  "erasure",
  "figures",
  "imports",
  "languages",
  "mail",
  "notices",
  "phases",
  "President's list",
  "requests",
  "retention",
];

test("every area has defects that npm run planted plants, each under a name of its own", () => {
  expect(new Set(defects.map(areaOf))).toEqual(new Set(areas));
  expect(new Set(defects.map(({ name }) => name)).size).toBe(defects.length);
});

test.each(defects)("$name: can be planted", (defect) => {
  const text = readFileSync(defect.file, "utf8");
  expect(plantDefect(text, defect)).not.toBe(text);
  expect(defect.suites.filter((suite) => !suite.endsWith(".test.ts") || !existsSync(suite))).toEqual([]);
});

test("the page about the checker has a table of every defect that it is held to, with the test that fails", () => {
  const page = readFileSync("docs/verifying.md", "utf8");
  const rows = [...page.matchAll(/^\| +\d+ +\| (.+?) +\| \[.*?\]\(\.\.\/(.+?)\) +\|/gmu)];
  expect(rows.map(([, name, suite]) => `${name} (${suite})`)).toEqual(
    forChecker.map(({ name, suites: [suite] }) => `${name} (${suite})`),
  );
});

test("a defect whose text occurs twice, or nowhere, is no defect", () => {
  const twice = { name: "dates: none", file: "a.ts", from: "<", to: "<=", suites: ["a.test.ts"] } as const;
  expect(() => plantDefect("a < b < c", twice)).toThrow("occurs 2 times in a.ts");
  expect(() => plantDefect("a > b", twice)).toThrow("occurs 0 times in a.ts");
  expect(plantDefect("a < b", twice)).toBe("a <= b");
});
