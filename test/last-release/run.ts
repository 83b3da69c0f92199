import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { dataFormat } from "../../local/base/data-format.ts";
import { comparedCommit, textAt } from "./compared-commit.ts";

/**
 * Checks that the code of the compared commit can continue with the rows of this working tree: npm run
 * test:last-release. Ends with 3 and a reason if there is no commit to compare with, which proves nothing.
 */
const notRun = (why: string): never => {
  console.error(`THE LAST RELEASE WAS NOT TRIED: ${why}`);
  process.exit(3);
};

const commit = comparedCommit(process.env["LAST_RELEASE"]);
const release = commit.known ? commit.id : notRun(commit.why);
const format = Number(/dataFormat = (\d+)/u.exec(textAt(release, "local/base/data-format.ts"))?.[1]);
if (format !== dataFormat)
  notRun(`${release} reads data of format ${format}, and this working tree writes format ${dataFormat}`);

const folder = mkdtempSync(join(tmpdir(), "last-release-"));
const checkout = join(folder, "checkout");
const rowFile = join(folder, "rows.json");

/** Installs the dependencies of the release: those of this checkout if equal, else from the registry. */
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
console.log(`${release} reads, works and continues`);
if (runTests(checkout, "read") !== 0) {
  console.error(
    `${release} could not continue with the rows of this working tree: docs/releasing.md explains the repair.`,
  );
  process.exit(1);
}
