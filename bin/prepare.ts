import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { glob, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { UserError } from "../local/base/user-error.ts";

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

const run = (script: string, more: NodeJS.ProcessEnv = {}): Promise<void> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, [script], {
      env: { ...process.env, ...more },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.once("error", fail);
    child.once("close", (code) => {
      if (code === 0) done();
      else fail(new UserError(`${said.trimEnd()}\n${script} failed: see above`));
    });
  });

/**
 * Builds the bundles and synthesizes the app where anything changed since the last time; `say` hears what is being done.
 * Gives the folder of the synthesized app. Throws a UserError with what was said when a step fails.
 */
export const prepareApp = async (say: (what: string) => void = () => undefined): Promise<string> => {
  const stamp = await stampOf();
  const kept = existsSync(stampFile) && existsSync("dist/lambdas") ? await readFile(stampFile, "utf8") : "";
  if (kept !== stamp) {
    say("Building the functions");
    await run("bin/build.ts");
    say("Synthesizing the app");
    await rm(appDirectory, { recursive: true, force: true });
    await mkdir(appDirectory, { recursive: true });
    // The checks of the templates belong to `npm run check`; here they would cost four seconds.
    await run("bin/app.ts", { CDK_OUTDIR: resolve(appDirectory), CDK_VALIDATION: "false" });
    await writeFile(stampFile, stamp);
  }
  return resolve(appDirectory);
};
