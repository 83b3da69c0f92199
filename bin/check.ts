import { spawn } from "node:child_process";
import { parseArgs } from "node:util";

/**
 * Runs every check that must pass before a change goes in, the fast ones first: npm run check. A check that passes prints one
 * line. The first that fails prints its output and ends the run. `--list` prints the names; `-- NAME ...` runs some of them.
 */
const checks = {
  format: "npx prettier --check --cache --log-level warn .",
  lint: "npm run --silent lint",
  types: "npm run --silent types",
  knip: "npx knip",
  parts: "npx node bin/parts.ts",
  document: "npx redocly lint docs/openapi.json",
  build: "npm run --silent build",
  synth: "npm run --silent synth",
  test: "npm --silent test",
  "test:system": "npm run --silent test:system",
  "test:slow": "npm run --silent test:slow",
  "test:last-release": "npm run --silent test:last-release",
  "test:clients": "npm run --silent test:clients",
} as const;
/** Run only if they are named, because they need a package that is fetched. */
const onlyNamed = {
  spectral: "npx --yes @stoplight/spectral-cli@6.16.3 lint --fail-severity=hint docs/openapi.json",
} as const;

/** Exit code of a check that could not be made and reports so. */
const notRunCode = 3;

const { values, positionals } = parseArgs({
  options: { list: { type: "boolean", default: false } },
  allowPositionals: true,
});
if (values.list) {
  console.log(Object.keys(checks).join("\n"));
  process.exit();
}
const known: ReadonlyMap<string, string> = new Map(Object.entries({ ...checks, ...onlyNamed }));
const unknown = positionals.filter((name) => !known.has(name));
if (unknown.length > 0) {
  console.error(`There is no check ${unknown.join(", ")}. The checks are ${[...known.keys()].join(", ")}.`);
  process.exit(2);
}
const wanted = positionals.length === 0 ? Object.keys(checks) : positionals;

const width = 18;
const terminal = process.stdout.isTTY;
const secondsSince = (start: number): string => `${((performance.now() - start) / 1000).toFixed(1).padStart(6)} s`;

interface Ending {
  readonly code: number | null;
  readonly said: string;
}

/** Runs a check to its end, with its seconds on a terminal. Returns how it ended and what it printed. */
const endingOf = (check: string, start: number): Promise<Ending> =>
  new Promise((resolve, reject) => {
    const child = spawn(known.get(check) ?? "", { shell: true, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
    const show = () => process.stdout.write(`\r… ${check.padEnd(width)}${secondsSince(start)}`);
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
for (const check of wanted) {
  const start = performance.now();
  const ending = await endingOf(check, start);
  console.log(`${terminal ? "\r" : ""}${mark(ending)} ${check.padEnd(width)}${secondsSince(start)}`);
  if (ending.code === 0) continue;
  if (ending.code === notRunCode) {
    notRun += 1;
    console.error(ending.said);
    continue;
  }
  console.error(`\n${ending.said}\n\n${check} failed: ${known.get(check)}`);
  process.exit(1);
}
const all = notRun === 0 ? "all checks" : `all but ${notRun}`;
console.log(`✓ ${all.padEnd(width)}${secondsSince(began)}`);
