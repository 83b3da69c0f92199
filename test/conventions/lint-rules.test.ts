import { describe, expect, test } from "vitest";
import { brokenRules } from "./lint.ts";

const temporal = 'import { Temporal } from "temporal-polyfill";\n';
const vitest = 'import { test } from "vitest";\n';
const stage = 'export const stage = process.env["STAGE"];';

/** Code that the rules refuse: folder, sentence, rule, code. */
const refused = [
  ["domain", "cannot read the clock", "no-restricted-globals", "export const now = Date.now();"],
  ["domain", "cannot make a date of now", "no-restricted-globals", "export const now = new Date();"],
  [
    "domain",
    "cannot read the time from Temporal",
    "no-restricted-properties",
    `${temporal}void Temporal.Now.instant();`,
  ],
  ["domain", "cannot go round the rule", "no-restricted-properties", "export const now = globalThis.Date.now();"],
  ["schemas", "cannot read the clock", "no-restricted-globals", "export const now = Date.now();"],
  ["lambdas/handlers", "cannot read the clock", "no-restricted-globals", "export const now = Date.now();"],
  ["lambdas/io", "cannot read the clock outside clock.ts", "no-restricted-globals", "export const now = Date.now();"],

  ["lambdas/handlers", "cannot read the environment", "no-process-env", stage],
  ["lambdas/io", "cannot read the environment outside env.ts", "no-process-env", stage],
  ["domain", "cannot read the environment", "no-process-env", stage],
  ["lib", "cannot read the environment", "no-process-env", stage],

  ["domain", "cannot take chance", "no-restricted-properties", "export const random = Math.random();"],
  ["local", "cannot take chance from Math.random", "no-restricted-properties", "export const random = Math.random();"],
  ["bin", "cannot take chance from Math.random", "no-restricted-properties", "export const random = Math.random();"],
  ["lambdas/shell", "cannot take ids from chance", "no-restricted-globals", "export const id = crypto.randomUUID();"],

  ["lambdas/handlers", "cannot write to the console", "no-console", 'console.log("here");'],
  ["local", "has no any", "no-explicit-any", "export const of = (value: any): string => String(value);"],
  ["local", "has no any from JSON", "no-unsafe-assignment", 'export const it: { a: 1 } = JSON.parse("{}");'],
  ["bin", "has no assertion", "consistent-type-assertions", "export const of = (it: unknown): string => it as string;"],
  ["domain", "has no non-null assertion", "no-non-null-assertion", "export const of = (it?: string): string => it!;"],
  ["lambdas/use-cases", "drops no promise", "no-floating-promises", "const work = async () => 1;\nwork();"],
  ["domain", "has no default export", "no-default-export", "export default 1;"],
  ["domain", "silences no compiler", "ban-ts-comment", "// @ts-ignore\nexport const one: number = 1;"],
  ["domain", "has no file over 350 lines", "max-lines", "export const one = 1;\n".padEnd(400, "\n")],
  [
    "domain",
    "forgets no case",
    "switch-exhaustiveness-check",
    'export const of = (it: "a" | "b") => {\n  switch (it) {\n    case "a":\n      return 1;\n  }\n  return 2;\n};',
  ],
  ["test/domain", "has no test that runs alone", "no-focused-tests", `${vitest}test.only("alone", () => undefined);`],
  ["test/domain", "has no test that is skipped", "no-disabled-tests", `${vitest}test.skip("later", () => undefined);`],
] as const;

const allowed = [
  ["domain", "may say as const", 'export const stages = ["scheduled"] as const;'],
  ["bin", "may write to the console", 'console.log("here");'],
  ["bin", "may read the environment", stage],
  ["local", "may read the clock that it moves", "export const now = Date.now();"],
] as const;

const samples = {
  refused: refused.map(([folder, says, rule, code]) => ({ folder, says, rule, sample: { folder, code } })),
  allowed: allowed.map(([folder, says, code]) => ({ folder, says, sample: { folder, code } })),
};
const brokenBy = brokenRules([...samples.refused, ...samples.allowed].map(({ sample }) => sample));

describe("the lint rules", () => {
  test.each(samples.refused)("$folder/ $says", ({ sample, rule }) => {
    expect(brokenBy(sample)).toContain(rule);
  });

  test.each(samples.allowed)("$folder/ $says", ({ sample }) => {
    expect(brokenBy(sample)).toEqual([]);
  });
});
