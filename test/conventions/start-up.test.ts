import { readdir } from "node:fs/promises";
import { expect, test } from "vitest";

import {
  bundle,
  bundleFolder,
  bytesOf,
  entryPoints,
  functionOf,
  outputsAtFirstRequest,
  outputsAtInit,
} from "../../bin/bundle.ts";

/**
 * KB that each function may load before its first event, and functions of the API before the first request reaches its
 * handler. A caller waits while every KB is read, compiled and run. Raise a number only for code that every request
 * needs; otherwise import it where it is used.
 */
const budgets: Readonly<Record<string, { readonly init: number; readonly firstRequest?: number }>> = {
  "public-api": { init: 317, firstRequest: 450 },
  "review-api": { init: 331, firstRequest: 484 },
  "secretariat-api": { init: 406, firstRequest: 690 },
  react: { init: 688 },
  count: { init: 361 },
  receipts: { init: 342 },
  send: { init: 672 },
  sweep: { init: 775 },
  timer: { init: 497 },
};

/** The limit at init for every function of the API, in KB, whatever it grows by. */
const mostForRequests = 450;

const built = await Promise.all(
  (await entryPoints()).map(async (entry) => [functionOf(entry), await bundle(entry, false)] as const),
);

test("Every function has a budget, and each of the API one below the limit for all of them", () => {
  expect(built.map(([name]) => name).toSorted()).toEqual(Object.keys(budgets).toSorted());
  for (const [name, { init }] of Object.entries(budgets))
    if (name.endsWith("-api")) expect(init).toBeLessThanOrEqual(mostForRequests);
});

/** Checks a budget. One far above the loaded size would let the next growth pass. */
const expectWithin = (kilobytes: number, budget: number): void => {
  expect(kilobytes).toBeLessThanOrEqual(budget);
  expect(kilobytes).toBeGreaterThan(budget * 0.95);
};

test.each(built)("%s loads no more at init than its budget, and not much less", (name, result) => {
  expectWithin(bytesOf(outputsAtInit(name, result)) / 1024, budgets[name]?.init ?? 0);
});

const ofApi = built.filter(([name]) => name.endsWith("-api"));

test.each(ofApi)("%s has loaded no more at a first request than its budget, and not much less", (name, result) => {
  const most = Math.max(...[...outputsAtFirstRequest(name, result).values()].map(bytesOf));
  expectWithin(most / 1024, budgets[name]?.firstRequest ?? 0);
});

// Each file is found, read and linked separately: many small ones cost more than their content.
test.each(built)("%s loads its code at init from few files", (name, result) => {
  expect(outputsAtInit(name, result).length).toBeLessThanOrEqual(5);
});

// The list of operations is one of them: it answers 405 where a prefix route takes a path that no operation has.
test("review-api loads at most six files more for its first request, where that is about reviews", () => {
  const [, result] = built.find(([name]) => name === "review-api") ?? [];
  if (result === undefined) throw new Error("There is no review-api");
  const { length } = outputsAtFirstRequest("review-api", result).get("reviews") ?? [];
  expect(length).toBeGreaterThan(0);
  expect(length - outputsAtInit("review-api", result).length).toBeLessThanOrEqual(6);
});

test.each(built)("No file of %s calls a require() that it does not have", (_name, { outputFiles = [] }) => {
  expect(outputFiles.length).toBeGreaterThan(0);
  // esbuild's message where a library in CommonJS requires a module outside the bundle.
  expect(outputFiles.filter(({ text }) => text.includes("Dynamic require of")).map(({ path }) => path)).toEqual([]);
});

test.each(built)("%s has nothing of zod that writes JSON schemas, at init or later", (_name, { metafile }) => {
  const inputs = Object.values(metafile.outputs).flatMap(({ inputs: files }) => Object.entries(files));
  const writers = inputs.filter(([path]) =>
    /to-json-schema|json-schema-(?:processors|generator)|zod-openapi/u.test(path),
  );
  // The line that says so instead.
  expect(writers.filter(([, { bytesInOutput }]) => bytesInOutput > 100)).toEqual([]);
});

const filesAtInit = (name: string): readonly string[] => {
  const result = built.find(([one]) => one === name)?.[1];
  if (result === undefined) throw new Error(`There is no function ${name}`);
  return outputsAtInit(name, result).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
};

test.each(Object.keys(budgets))(
  "%s loads at init no language but English, nothing to write JSON schemas, and of DynamoDB's client only the requests",
  (name) => {
    const files = filesAtInit(name);
    expect(files.length).toBeGreaterThan(100);
    const unwanted =
      /labels\/(?:problems\.)?(?:ar|es|fr|ru|zh)\.json|zod-openapi|credential-provider-(?!env)|csv-parse|client-dynamodb/u;
    expect(files.filter((path) => unwanted.test(path))).toEqual([]);
  },
);

test.each(["public-api", "review-api"])(
  "%s writes no letters, so it loads neither their content nor a client for them, and no handler before a request",
  (name) => {
    const unwanted =
      /client-(?:sesv2|sqs|scheduler|cognito)|content\/(?:compose|digest|layout|invitation)|schemas\/(?:views\/(?!consultation|named)|api\/endpoints)|handlers\/(?!(?:review|public)-routes)/u;
    expect(filesAtInit(name).filter((path) => unwanted.test(path))).toEqual([]);
  },
);

test("secretariat-api loads the client of Amazon SQS with the first order of letters, not at init", () => {
  expect(filesAtInit("secretariat-api").filter((path) => path.includes("client-sqs"))).toEqual([]);
});

test("The reference page's script is in the package of public-api alone", async () => {
  const files = await readdir(bundleFolder, { recursive: true });
  expect(files.filter((file) => file.endsWith("redoc.standalone.js"))).toEqual([
    "public-api/assets/redoc.standalone.js",
  ]);
});
