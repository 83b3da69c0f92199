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
  "test:last-release",
  "test:clients",
];

/** How a check ends that could not be made and says so itself. */
const notRunCode = 3;

const { values } = parseArgs({ options: { list: { type: "boolean", default: false } } });
if (values.list) {
  console.log(checks.join("\n"));
  process.exit();
}

const width = 18;
const terminal = process.stdout.isTTY;
const secondsSince = (start: number): string => `${((performance.now() - start) / 1000).toFixed(1).padStart(6)} s`;

interface Ending {
  readonly code: number | null;
  readonly said: string;
}

/** Runs an npm script to its end, ticking on a terminal; gives how it ended and what it said. */
const endingOf = (script: string, start: number): Promise<Ending> =>
  new Promise((resolve, reject) => {
    const child = spawn("npm", ["run", "--silent", script], { stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
    const show = () => process.stdout.write(`\r… ${script.padEnd(width)}${secondsSince(start)}`);
    const ticking = terminal ? setInterval(show, 100) : undefined;
    child.once("error", reject);
    child.once("close", (code) => {
      clearInterval(ticking);
      resolve({ code, said: said.trimEnd() });
    });
  });

const mark = ({ code }: Ending): string => (code === 0 ? "✓" : code === notRunCode ? "!" : "✗");

const began = performance.now();
let notRun = 0;
for (const check of checks) {
  const start = performance.now();
  const ending = await endingOf(check, start);
  console.log(`${terminal ? "\r" : ""}${mark(ending)} ${check.padEnd(width)}${secondsSince(start)}`);
  if (ending.code === 0) continue;
  if (ending.code === notRunCode) {
    notRun += 1;
    console.error(ending.said);
    continue;
  }
  console.error(`\n${ending.said}\n\nnpm run ${check} failed.`);
  process.exit(1);
}
const all = notRun === 0 ? "all checks" : `all but ${notRun}`;
console.log(`✓ ${all.padEnd(width)}${secondsSince(began)}`);
