import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestSystem } from "../harness/over-http.ts";
import { freshFolder, installIn, packClient, runIn } from "../harness/packed-client.ts";
import { secretariat, type TestSystem } from "../harness/test-api.ts";

/** The client as a front end gets it: packed, installed into a project outside of this workspace, compiled and run. */

const program = `import { type Answer, answerOf, ifMatchOf, itemsOf, makeIdempotencyKey, openApi } from "@review-mechanism/client";
import type { Me, ReviewSummary } from "@review-mechanism/client/api-types";
import { ApiProblem } from "@review-mechanism/client/problem";

declare const process: { readonly env: Record<string, string | undefined> };
const api = openApi({ baseUrl: process.env["API"] ?? "", token: () => process.env["TOKEN"] });

const me: Answer<Me> = await answerOf(api.GET("/v1/me"));
const role: "secretariat" | "president" | "permanent-mission" | "delegate" = me.body.role;
const reviews: ReviewSummary[] = await itemsOf((page) => api.GET("/v1/reviews", { params: { query: page } }));
const [first] = reviews;
if (first === undefined) throw new Error("There is no review");
const review = await answerOf(api.GET("/v1/reviews/{reviewId}", { params: { path: { reviewId: first.id } } }));
// @ts-expect-error A review has no such member: the body has the type of the document, and is no any.
void review.body.none;
const refusal = await answerOf(
  api.POST("/v1/parties/{partyId}/mandates", {
    params: { path: { partyId: first.party }, header: makeIdempotencyKey() },
    body: { role: "observer", person: { name: "", email: "nobody", language: "en" } },
  }),
).catch((error: unknown) => error);
if (!(refusal instanceof ApiProblem)) throw new Error("What does not fit was not refused");
const count: number = refusal.errors.length;
console.log(JSON.stringify({ role, reviews: reviews.length, match: ifMatchOf(review), refused: refusal.kind, count }));
`;

const plainStrict = { strict: true, target: "es2022", lib: ["es2022", "dom", "dom.iterable"], types: [], noEmit: true };
/** The compiler of the client and the one of this repository. */
const compilers = ["client/node_modules/typescript/bin/tsc", "node_modules/typescript/bin/tsc"];

const { folder, remove } = freshFolder();
let app: TestSystem;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  app = await startTestSystem();
  env = { API: app.app.url, TOKEN: await app.token(secretariat) };
  const packed = await packClient(folder);
  await installIn(folder, { name: "front-end", private: true, type: "module" }, [packed]);
  writeFileSync(join(folder, "program.ts"), program);
});
afterAll(async () => {
  await app?.close();
  remove();
});

const asExpected = (output: string) =>
  expect(JSON.parse(output)).toEqual({
    role: "secretariat",
    reviews: expect.any(Number),
    match: { "If-Match": '"v1"' },
    refused: "invalid-request",
    count: 2,
  });

test("has built JavaScript with declarations, nothing else, and needs openapi-fetch only", () => {
  const installed = join(folder, "node_modules", "@review-mechanism", "client");
  expect(readdirSync(installed).toSorted()).toEqual(["LICENSE", "README.md", "dist", "package.json"]);
  const kinds = readdirSync(join(installed, "dist")).map((name) => name.replace(/^[a-z-]+/u, ""));
  expect(new Set(kinds)).toEqual(new Set([".js", ".d.ts"]));
  const { dependencies, version } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  expect(Object.keys(dependencies)).toEqual(["openapi-fetch"]);
  expect(version).toBe(JSON.parse(readFileSync("package.json", "utf8")).version);
});

describe.each([
  ["nodenext", "nodenext"],
  ["esnext", "bundler"],
])("a program with module %s and resolution %s", (module, moduleResolution) => {
  test.each([
    ["a plain strict", {}],
    [
      "exactOptionalPropertyTypes and the checks of declarations in a",
      { exactOptionalPropertyTypes: true, skipLibCheck: false },
    ],
  ])("compiles under %s tsconfig", async (_, more) => {
    const compilerOptions = { skipLibCheck: true, ...plainStrict, module, moduleResolution, ...more };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["program.ts"] }));
    for (const compiler of compilers)
      expect(await runIn(folder, process.execPath, [resolve(compiler), "-p", "."])).toBe("");
  });
});

test("runs in Node as it is", async () => {
  asExpected(await runIn(folder, process.execPath, ["program.ts"], env));
});

test("runs as esbuild bundles it", async () => {
  const outfile = join(folder, "by-esbuild.mjs");
  const format = { bundle: true, format: "esm" as const, platform: "neutral" as const, mainFields: ["module", "main"] };
  const { warnings } = await build({ entryPoints: [join(folder, "program.ts")], outfile, ...format });
  expect(warnings).toEqual([]);
  expect(readFileSync(outfile, "utf8")).not.toMatch(/from "@review-mechanism|from "openapi-fetch/u);
  asExpected(await runIn(folder, process.execPath, [outfile], env));
});

test("runs as vite bundles it", async () => {
  const lib = { entry: "program.ts", formats: ["es"], fileName: "by-vite" };
  const settings = { build: { lib, outDir: "vite", target: "es2022" } };
  writeFileSync(join(folder, "vite.config.mjs"), `export default ${JSON.stringify(settings)};`);
  await runIn(folder, process.execPath, [resolve("node_modules/vite/bin/vite.js"), "build", "--logLevel", "error"]);
  asExpected(await runIn(folder, process.execPath, [join("vite", "by-vite.js")], env));
});
