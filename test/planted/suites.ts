import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import * as z from "zod";

/** The report of suites: all passed, or the first failed test; or why no test reports anything. */
export type Verdict =
  | { readonly kind: "passed" }
  | { readonly kind: "failed"; readonly suite: string; readonly test: string; readonly why: string }
  | { readonly kind: "no-report"; readonly why: string };

const Report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
});

/** The time limit of a suite or a build, in milliseconds, even on a busy machine. */
const longest = 180_000;

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Runs a program of Node in a folder to its end; undefined where it is not there in time. Rejects where it is stopped. */
const runNode = (
  root: string,
  args: readonly string[],
  stop: AbortSignal,
  { limit = longest, env = {} }: { readonly limit?: number; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Ended | undefined> =>
  new Promise((resolve, reject) => {
    const signal = AbortSignal.any([stop, AbortSignal.timeout(limit)]);
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      signal,
      env: { ...process.env, ...env },
    });
    let output = "";
    let failure: Error | undefined;
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.once("error", (error) => (failure = error));
    child.once("close", (code) => {
      if (failure === undefined) resolve({ code, output });
      else if (stop.aborted || !signal.aborted) reject(failure);
      else resolve(undefined);
    });
  });

/** Bundles the functions of a checkout. Throws with the output of the build if it fails. */
export const buildBundles = async (root: string, stop: AbortSignal): Promise<void> => {
  const ended = await runNode(root, ["bin/build.ts"], stop);
  if (ended?.code !== 0) throw new Error(`The bundles cannot be built:\n${ended?.output}`);
};

const lastLines = (output: string): string => output.trim().split("\n").slice(-12).join("\n");

/** A failing test, or why none can be named: a file that does not even load has shown nothing. */
const firstFailure = (root: string, { testResults }: z.infer<typeof Report>): Verdict | undefined => {
  for (const { name, assertionResults } of testResults) {
    const failed = assertionResults.find(({ status }) => status === "failed");
    if (failed === undefined) continue;
    const why = failed.failureMessages?.[0] ?? "";
    return { kind: "failed", suite: relative(root, name), test: failed.fullName.trim(), why };
  }
  const broken = testResults.find(({ status }) => status === "failed");
  return broken && { kind: "no-report", why: `${relative(root, broken.name)} ran no test: ${broken.message}` };
};

/** Runs test files of a checkout, in any project, up to the first test that fails; a file may run several rounds. */
export const runSuites = async (
  root: string,
  suites: readonly string[],
  stop: AbortSignal,
  { env = {}, rounds = 1 }: { readonly env?: Readonly<Record<string, string>>; readonly rounds?: number } = {},
): Promise<Verdict> => {
  const report = join(root, "planted-report.json");
  rmSync(report, { force: true });
  const args = ["node_modules/vitest/vitest.mjs", "run", ...suites, "--bail=1", "--reporter=json"];
  const ended = await runNode(root, [...args, `--outputFile=${report}`], stop, {
    limit: rounds * suites.length * longest,
    env,
  });
  if (ended === undefined) return { kind: "no-report", why: "they do not come to an end" };
  const { code, output } = ended;
  if (!existsSync(report)) return { kind: "no-report", why: lastLines(output) };
  const failure = firstFailure(root, Report.parse(JSON.parse(readFileSync(report, "utf8"))));
  if (failure !== undefined) return failure;
  return code === 0 ? { kind: "passed" } : { kind: "no-report", why: lastLines(output) };
};
