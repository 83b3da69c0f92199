import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { compileBundle, compiledFolder, writeLoader } from "../../bin/compiled.ts";

const main = `import { word } from "./part.mjs"; export const handler = () => word;`;

let folder: string;
beforeEach(async () => {
  const built = await mkdtemp(join(tmpdir(), "review-mechanism-compiled-"));
  await writeFile(join(built, "main.mjs"), main);
  await writeFile(join(built, "part.mjs"), `export const word = "loaded";`);
  await writeLoader(built, "sample");
  await compileBundle(built, "sample", process.env);
  // Lambda unpacks a bundle into another folder than the one that it was built in.
  folder = `${built}-unpacked`;
  await cp(built, folder, { recursive: true });
  await rm(built, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

/** Loads the bundle in a process of its own, and returns what it printed and what Node reports about compiled code. */
const load = async (env: NodeJS.ProcessEnv) => {
  const file = pathToFileURL(join(folder, "sample.mjs")).href;
  const script = `console.log((await import(${JSON.stringify(file)})).handler())`;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script], {
    env: { ...process.env, NODE_DEBUG_NATIVE: "COMPILE_CACHE", ...env },
  });
  return { printed: stdout.split("\n").filter((line) => !line.startsWith("[compile cache]")), report: stdout + stderr };
};
const inLambda = { AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x" };

test("In Lambda, a bundle runs the code that was compiled at its build, also from another folder", async () => {
  const { printed, report } = await load(inLambda);
  expect(printed).toContain("loaded");
  for (const file of ["main.mjs", "part.mjs"])
    expect(report).toMatch(new RegExp(`V8 code cache for ESM \\S+/${file} was accepted`, "u"));
});

test("Compiled code is there for the user of the build and for that of Lambda", async () => {
  const made = await readdir(join(folder, compiledFolder));
  const users = made.map((each) => each.replace(/^.*-/u, ""));
  expect(users.toSorted()).toEqual([...new Set([String(process.getuid?.()), "993"])].toSorted());
});

test("A bundle whose compiled code cannot be used says so once, and works", async () => {
  await rm(join(folder, compiledFolder), { recursive: true });
  // As in a folder that cannot be written to, Node cannot make its own.
  await writeFile(join(folder, compiledFolder), "");
  const { printed } = await load(inLambda);
  const notice = { level: "INFO", code: "COMPILED_CODE_NOT_USED", node: process.version };
  expect(printed.filter((line) => line !== "")).toEqual([JSON.stringify(notice), "loaded"]);
});

test("Elsewhere no compiled code is read or written", async () => {
  const { printed, report } = await load({ AWS_EXECUTION_ENV: undefined });
  expect(printed).toContain("loaded");
  expect(report).not.toContain("V8 code cache");
});
