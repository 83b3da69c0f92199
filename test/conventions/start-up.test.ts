import { readdir } from "node:fs/promises";
import { expect, test } from "vitest";

import { bundle, bundleFolder, bytesAtInit, entryPoints, functionOf, outputsAtInit } from "../../bin/bundle.ts";

/**
 * KB that each function may load before its first event; every KB is read, compiled and run while somebody waits. Raise a
 * number only for what every request needs, else import it where it is used.
 */
const budgets: Readonly<Record<string, number>> = {
  "public-api": 470,
  "review-api": 570,
  "secretariat-api": 700,
  react: 615,
  receipts: 440,
  send: 620,
  sweep: 650,
  timer: 505,
};

const built = await Promise.all(
  (await entryPoints()).map(async (entry) => [functionOf(entry), await bundle(entry, false)] as const),
);

test("Every function has a budget", () => {
  expect(built.map(([name]) => name).toSorted()).toEqual(Object.keys(budgets).toSorted());
});

test.each(built)("%s loads no more at init than its budget, and not much less", (name, result) => {
  const kilobytes = bytesAtInit(name, result) / 1024;
  expect(kilobytes).toBeLessThanOrEqual(budgets[name] ?? 0);
  // A budget far above what is loaded lets the next growth pass.
  expect(kilobytes).toBeGreaterThan((budgets[name] ?? 0) * 0.95);
});

const filesAtInit = (name: string): readonly string[] => {
  const result = built.find(([one]) => one === name)?.[1];
  if (result === undefined) throw new Error(`There is no function ${name}`);
  return outputsAtInit(name, result).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
};

test.each(Object.keys(budgets))(
  "%s loads no language but English at init, and nothing to write JSON schemas",
  (name) => {
    const files = filesAtInit(name);
    expect(files.length).toBeGreaterThan(100);
    const unwanted =
      /labels\/(?:problems\.)?(?:ar|es|fr|ru|zh)\.json|zod-openapi|credential-provider-(?!env)|csv-parse/u;
    expect(files.filter((path) => unwanted.test(path))).toEqual([]);
  },
);

test.each(["public-api", "review-api"])(
  "%s writes no letters, so it loads neither their content nor a client for them",
  (name) => {
    const unwanted = /client-(?:sesv2|sqs|scheduler|cognito)|content\/(?:compose|digest|layout|invitation)/u;
    expect(filesAtInit(name).filter((path) => unwanted.test(path))).toEqual([]);
  },
);

test("The reference page's script stands in the package of public-api alone", async () => {
  const files = await readdir(bundleFolder, { recursive: true });
  expect(files.filter((file) => file.endsWith("redoc.standalone.js"))).toEqual([
    "public-api/assets/redoc.standalone.js",
  ]);
});
