import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync } from "node:fs";
import { glob, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { UserError } from "../local/base/user-error.ts";
import type { Progress } from "./load/progress.ts";

/** Folder of the synthesized app of a local system; `cdk.out` belongs to the CDK command line. */
const appDirectory = "dist/app";
const stampFile = join(appDirectory, ".inputs");
const inputs = [
  "{lambdas,schemas,domain,lib}/**/*.{ts,json}",
  "data/**/*",
  "bin/{app,build,bundle,stage-file}.ts",
  "{cdk,package-lock}.json",
];

/** Changes when any file changes that the bundles or the templates are made from. */
const stampOf = async (): Promise<string> => {
  const files: string[] = [];
  for await (const file of glob([...inputs])) files.push(file);
  const lines = await Promise.all(
    files.toSorted().map(async (file) => {
      const { size, mtimeMs } = await stat(file);
      return `${file} ${size} ${mtimeMs}`;
    }),
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

/**
 * Builds the bundles and synthesizes the app if anything changed since the last time; `show` shows how far it is. Returns
 * the folder of the synthesized app. Throws a UserError with the output of a step that fails.
 */
export const prepareApp = async (show: ShowStep = silent): Promise<string> => {
  const stamp = await stampOf();
  const kept = existsSync(stampFile) && existsSync("dist/lambdas") ? await readFile(stampFile, "utf8") : "";
  if (kept !== stamp) {
    const build = show("Building the functions", globSync("lambdas/*.ts").length);
    try {
      await run("bin/build.ts", { COMPILE: "no" }, (said) => build.set([...said.matchAll(builtPattern)].length));
    } finally {
      build.stop();
    }
    const synthesis = show("Synthesizing the app", 1);
    try {
      await rm(appDirectory, { recursive: true, force: true });
      await mkdir(appDirectory, { recursive: true });
      // The checks of the templates belong to `npm run check`; here they would cost four seconds.
      await run("bin/app.ts", { CDK_OUTDIR: resolve(appDirectory), CDK_VALIDATION: "false" });
      await writeFile(stampFile, stamp);
      synthesis.set(1);
    } finally {
      synthesis.stop();
    }
  }
  return resolve(appDirectory);
};
