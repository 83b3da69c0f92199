import { spawn } from "node:child_process";
import { parseArgs } from "node:util";

/**
 * Everything that must hold before a change goes in, the cheap first: npm run check. A check that passes says so in one
 * line; the first that fails shows what it said, and ends the run. `--list` names the checks, each an npm script.
 */
const checks = [
  "format:check",
  "lint",
  "types",
  "knip",
  "parts",
  "docs:lint",
  "build",
  "synth",
  "test",
  "test:system",
  "test:slow",
];

const { values } = parseArgs({ options: { list: { type: "boolean", default: false } } });
if (values.list) {
  console.log(checks.join("\n"));
  process.exit();
}

const terminal = process.stdout.isTTY;
const secondsSince = (start: number): string => `${((performance.now() - start) / 1000).toFixed(1).padStart(6)} s`;

/** Runs an npm script to its end, ticking on a terminal; gives what it said where it failed. */
const failureOf = (script: string, start: number): Promise<string | undefined> =>
  new Promise((resolve, reject) => {
    const child = spawn("npm", ["run", "--silent", script], { stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
    const show = () => process.stdout.write(`\r… ${script.padEnd(14)}${secondsSince(start)}`);
    const ticking = terminal ? setInterval(show, 100) : undefined;
    child.once("error", reject);
    child.once("close", (code) => {
      clearInterval(ticking);
      resolve(code === 0 ? undefined : said);
    });
  });

const began = performance.now();
for (const check of checks) {
  const start = performance.now();
  const failure = await failureOf(check, start);
  console.log(`${terminal ? "\r" : ""}${failure === undefined ? "✓" : "✗"} ${check.padEnd(14)}${secondsSince(start)}`);
  if (failure === undefined) continue;
  console.error(`\n${failure.trimEnd()}\n\nnpm run ${check} failed.`);
  process.exit(1);
}
console.log(`✓ ${"all checks".padEnd(14)}${secondsSince(began)}`);
