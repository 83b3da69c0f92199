import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/**
 * Whether the code of the last release can go on with what this working tree writes, should it be deployed again: npm run
 * test:last-release. Ends with 3, saying so, where there is nothing to compare with: that is no "it can".
 */
const notRun = (why: string): never => {
  console.error(`THE LAST RELEASE WAS NOT TRIED: ${why}`);
  process.exit(3);
};

const git = (...args: readonly string[]): string | undefined => {
  const { status, stdout } = spawnSync("git", args, { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
};

const lastTag = (from: string): string | undefined =>
  git("describe", "--tags", "--abbrev=0", "--match", "v[0-9]*", from);

/** The release before what stands here: of a commit that is a release itself, the one before, where there is one. */
const lastRelease = (): string | undefined => {
  const here = git("status", "--porcelain") === "" ? git("describe", "--tags", "--exact-match", "HEAD") : undefined;
  return (here === undefined ? undefined : lastTag("HEAD^")) ?? lastTag("HEAD");
};

const release =
  process.env["LAST_RELEASE"] ??
  lastRelease() ??
  notRun("there is no tag v*; a clone without tags gets them with: git fetch --tags --unshallow");
const reader = "test/last-release/read-rows.test.ts";
if (git("cat-file", "-e", `${release}:${reader}`) === undefined) notRun(`${release} has no ${reader}`);

const folder = mkdtempSync(join(tmpdir(), "last-release-"));
const checkout = join(folder, "checkout");
const rowFile = join(folder, "rows.json");

/** Brings the dependencies of the release: those that are here where it has the same ones, else from the registry. */
const install = (): void => {
  const lockFile = "package-lock.json";
  if (readFileSync(lockFile, "utf8") === readFileSync(join(checkout, lockFile), "utf8"))
    return symlinkSync(resolve("node_modules"), join(checkout, "node_modules"));
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--silent"], {
    cwd: checkout,
    stdio: "inherit",
  });
  if (status !== 0) notRun(`the dependencies of ${release} could not be installed`);
};

const runTests = (cwd: string, project: "write" | "read"): number | null =>
  spawnSync(
    process.execPath,
    [
      resolve("node_modules/vitest/vitest.mjs"),
      "run",
      "--config",
      "test/last-release/vitest.config.ts",
      "--project",
      project,
    ],
    { cwd, stdio: "inherit", env: { ...process.env, ROW_FILE: rowFile } },
  ).status;

process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
mkdirSync(checkout);
const archive = execFileSync("git", ["archive", "--format=tar", release], { maxBuffer: 1024 ** 3 });
execFileSync("tar", ["-x", "-C", checkout], { input: archive });
install();

console.log("This working tree writes");
if (runTests(".", "write") !== 0) {
  console.error("This working tree could not write what the last release is to read: nothing is known of it.");
  process.exit(1);
}
console.log(`${release} reads, works and goes on`);
if (runTests(checkout, "read") !== 0) {
  console.error(`${release} could not go on with what this working tree writes: docs/releasing.md says how it can.`);
  process.exit(1);
}
