import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

import {
  bundle,
  bundleFolder,
  bytesOf,
  entryPoints,
  functionOf,
  loadingEnvironment,
  outputsAtFirstRequest,
  outputsAtInit,
} from "../../bin/bundle.ts";

/** The limit at init for every function of the API, in KB. */
const mostForRequests = 450;

const built = await Promise.all(
  (await entryPoints()).map(async (entry) => [functionOf(entry), await bundle(entry, false)] as const),
);

/** Returns the number of schemas that a function builds when a process of its own loads it. */
const schemasAtInit = async ({ outputFiles = [] }: (typeof built)[number][1]): Promise<number> => {
  const folder = await mkdtemp(join(tmpdir(), "review-mechanism-start-up-"));
  try {
    for (const { path, contents } of outputFiles) await writeFile(join(folder, basename(path)), contents);
    const script = fileURLToPath(new URL("./count-schemas.mjs", import.meta.url));
    const options = { env: loadingEnvironment() };
    const { stdout } = await promisify(execFile)(process.execPath, [script, join(folder, "main.mjs")], options);
    return Number(stdout);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const kilobytes = (bytes: number): number => Math.ceil(bytes / 1024);

// The caller of an API waits while every KB is read, compiled and run, and while every schema is built. The numbers are
// exact, so that each growth is seen. Raise one only for code that every request needs, and say why in the commit's body.
test("Each function loads the KB and builds the schemas in start-up.json", async () => {
  const sizes = await Promise.all(
    built.map(async ([name, result]) => {
      const atFirstRequest = [...outputsAtFirstRequest(name, result).values()].map((outputs) =>
        kilobytes(bytesOf(outputs)),
      );
      const size = {
        kilobytesAtInit: kilobytes(bytesOf(outputsAtInit(name, result))),
        schemasAtInit: await schemasAtInit(result),
        ...(atFirstRequest.length === 0 ? {} : { kilobytesAtFirstRequest: Math.max(...atFirstRequest) }),
      };
      expect(size.schemasAtInit).toBeGreaterThan(0);
      if (name.endsWith("-api")) expect(size.kilobytesAtInit).toBeLessThanOrEqual(mostForRequests);
      return [name, size] as const;
    }),
  );
  await expect(`${JSON.stringify(Object.fromEntries(sizes), undefined, 2)}\n`).toMatchFileSnapshot("start-up.json");
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

test.each(built.map(([name]) => name))(
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
