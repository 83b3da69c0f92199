import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import pMap from "p-map";
import { checkReadings, settingsOf } from "./readings.ts";
import { type RunningSystem, startSystem } from "./running-system.ts";
import { runStep, ToolMissing } from "./steps.ts";
import { fetchGenerator, type Run, type Tool, tools } from "./tools.ts";

/**
 * Checks that generators of clients produce code from the API document that compiles and works: npm run test:clients.
 * Each generates a client into a temporary folder. A small program in its language sends requests to a local system by
 * it, and must read what the system returns without it. Ends with 1 if one fails. Ends with 3, and says so, if one
 * cannot be installed here and none fails: the state of that one is then unknown.
 */
const usage = `npm run test:clients -- [--only NAME]… [--keep]

  --only NAME  tries these only: ${tools.map(({ name }) => name).join(", ")}
  --keep       leaves the generated clients where they are, and says where`;

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true, default: [] },
    keep: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const named = tools.filter(({ name }) => values.only.length === 0 || values.only.includes(name));
if (values.help || named.length === 0 || (values.only.length > 0 && named.length !== values.only.length)) {
  console.log(usage);
  process.exit(values.help ? 0 : 2);
}

const folder = mkdtempSync(join(tmpdir(), "clients-"));
process.on("exit", () => {
  if (values.keep) console.log(`The clients are in ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
});
const document = resolve("docs/openapi.json");

const runIn =
  (name: string, own: string): Run =>
  (step) =>
    runStep(name, { cwd: own, ...step });

let jar: Promise<string> | undefined;
const generatorJar = (): Promise<string> => {
  jar ??= fetchGenerator(folder, runIn("openapi-generator", folder));
  return jar;
};

type Outcome = { readonly name: string; readonly seconds: number } & (
  { readonly state: "works" } | { readonly state: "fails" | "missing"; readonly why: string }
);

/** Generates, compiles and sends requests with one tool. */
const tryTool = async ({ name, prepare }: Tool, system: RunningSystem, index: number): Promise<Outcome> => {
  const began = performance.now();
  const since = () => Math.round((performance.now() - began) / 1000);
  const own = join(folder, name.replaceAll(/\W+/gu, "-"));
  const place = system.places[index]!;
  mkdirSync(own);
  const run = runIn(name, own);
  try {
    const program = await prepare({ folder: own, document, run, generatorJar });
    const env = { ...program.env, ...(await settingsOf(system, place)) };
    const output = await run({ ...program, what: "uses the running system", env });
    await checkReadings(output, system, place);
    return { name, seconds: since(), state: "works" };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    writeFileSync(join(own, "failure.txt"), why);
    return { name, seconds: since(), state: error instanceof ToolMissing ? "missing" : "fails", why };
  }
};

const marks = { works: "✓", missing: "!", fails: "✗" } as const;
const results = { works: "works", missing: "NOT TRIED", fails: "FAILS" } as const;

console.log("… a local system starts");
const system = await startSystem(join(folder, "data"));
const endEarly = (): void => void system.close().finally(() => process.exit(130));
process.on("SIGINT", endEarly);
process.on("SIGTERM", endEarly);
try {
  const outcomes = await pMap(named, (tool, index) => tryTool(tool, system, index), { concurrency: 2 });
  for (const outcome of outcomes)
    if (outcome.state !== "works") console.error(`\n${outcome.name} ${results[outcome.state]}\n${outcome.why}`);
  console.log("");
  for (const { name, state, seconds } of outcomes)
    console.log(`${marks[state]} ${name.padEnd(26)}${results[state].padEnd(10)}${`${seconds}`.padStart(5)} s`);
  const states = outcomes.map(({ state }) => state);
  process.exitCode = states.includes("fails") ? 1 : states.includes("missing") ? 3 : 0;
} finally {
  await system.close();
}
