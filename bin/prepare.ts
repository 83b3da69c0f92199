import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync } from "node:fs";
import { glob, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { UserError } from "../local/base/user-error.ts";
import type { Progress } from "./load/progress.ts";

const inputs = [
  "{lambdas,schemas,domain,lib}/**/*.{ts,json}",
  "data/**/*",
  "bin/{app,at-first-use,build*,bundle*,compiled,loaded-when-used,reference-script,schema-plugins,stage-file}.ts",
  "{cdk,package-lock}.json",
];

/** Changes when any file changes that the bundles or the templates are made from. */
const stampOf = async (): Promise<string> => {
  const files: string[] = [];
  for await (const file of glob([...inputs])) files.push(file);
  // The manifest of an app names the folder of its functions by its whole path.
  const lines = [resolve(".")].concat(
    await Promise.all(
      files.toSorted().map(async (file) => {
        const { size, mtimeMs } = await stat(file);
        return `${file} ${size} ${mtimeMs}`;
      }),
    ),
  );
  return createHash("sha256").update(lines.join("\n")).digest("hex");
};

/** Shows one step of the preparation, with the number of parts that are done. */
type ShowStep = (what: string, total: number) => Pick<Progress, "set" | "stop">;

/** Runs a script in its own process. `hear` receives what it prints; a failure throws a UserError with all of it. */
const run = (
  script: string,
  more: NodeJS.ProcessEnv = {},
  hear: (said: string) => void = () => undefined,
): Promise<void> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, [script], {
      env: { ...process.env, ...more },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => {
        said += chunk.toString();
        hear(said);
      });
    child.once("error", fail);
    child.once("close", (code) => {
      if (code === 0) done();
      else fail(new UserError(`${said.trimEnd()}\n${script} failed: see above`));
    });
  });

/** The build reports each function with its number and the number of all. */
const builtPattern = /^Built (?<done>\d+) of \d+/gmu;

const silent: ShowStep = () => ({ set: () => undefined, stop: () => undefined });

/** Returns the folder of an app, which `make` fills if any input changed since the last time, or if `functions` is gone. */
const keepApp = async (directory: string, functions: string, make: () => Promise<void>): Promise<string> => {
  const stampFile = join(directory, ".inputs");
  const stamp = await stampOf();
  const kept = existsSync(stampFile) && existsSync(functions) ? await readFile(stampFile, "utf8") : "";
  if (kept === stamp) return resolve(directory);
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  await make();
  await writeFile(stampFile, stamp);
  return resolve(directory);
};

/** Shows a step until it ends. */
const during = async (
  { set, stop }: ReturnType<ShowStep>,
  work: (set: Progress["set"]) => Promise<unknown>,
): Promise<void> => {
  try {
    await work(set);
  } finally {
    stop();
  }
};

/** Synthesizes the app. The checks of the templates belong to `npm run check`; here they would cost four seconds. */
const synthesize = (directory: string, more: NodeJS.ProcessEnv = {}): Promise<void> =>
  run("bin/app.ts", { CDK_OUTDIR: resolve(directory), CDK_VALIDATION: "false", ...more });

const appDirectory = "dist/app";

/**
 * Builds the bundles as they are deployed and synthesizes the app, for tests, if anything changed since the last time;
 * `show` shows how far it is. Returns the folder of the app. Throws a UserError with the output of a step that fails.
 */
export const prepareApp = (show: ShowStep = silent): Promise<string> =>
  keepApp(appDirectory, "dist/lambdas", async () => {
    await during(show("Building the functions", globSync("lambdas/*.ts").length), (set) =>
      run("bin/build.ts", { COMPILE: "no" }, (said) => set([...said.matchAll(builtPattern)].length)),
    );
    await during(show("Synthesizing the app", 1), () => synthesize(appDirectory));
  });

const localDirectory = "dist/local";
const localFunctions = join(localDirectory, "functions");

/** Builds the functions and synthesizes the app at the same time, for a system on this machine, as prepareApp does. */
export const prepareLocalApp = (show: ShowStep = silent): Promise<string> =>
  keepApp(localDirectory, localFunctions, async () => {
    const FUNCTIONS = resolve(localFunctions);
    await mkdir(FUNCTIONS);
    await during(show("Building the functions and the app", 2), async (set) => {
      let done = 0;
      const tick = (): void => set((done += 1));
      await Promise.all([
        run("bin/build-local.ts", { FUNCTIONS }).then(tick),
        synthesize(localDirectory, { FUNCTIONS }).then(tick),
      ]);
    });
  });
