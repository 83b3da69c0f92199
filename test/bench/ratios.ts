import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import * as z from "zod";
import { lastLabel } from "../../local/pages/welcome.ts";

const usage = `npm run bench -- ratios [--processes N] [--write]

Measures the first start of a fresh clone and the start-up of review-api, and prints the numbers next to those of the
commit that were last kept. Worse numbers are no failure: machines differ.

  --processes N  processes of each function; 15 where left out
  --write        keeps the numbers, with the commit, in test/bench/ratios.json`;

const { values } = parseArgs({
  options: {
    processes: { type: "string", default: "15" },
    write: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  console.log(usage);
  process.exit();
}

const file = new URL("./ratios.json", import.meta.url);
const Kept = z.object({ commit: z.string(), numbers: z.record(z.string(), z.number()) });

/** Runs a script, and returns its output once it ended, or printed `until`; `work` then runs before it is ended. */
const outputOf = async (args: readonly string[], until?: string, work?: (said: string) => Promise<unknown>) => {
  const child = spawn(process.execPath, [...args], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  const ended = once(child, "close");
  const seen = new Promise<void>((resolve) => {
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (until !== undefined && said.includes(until)) resolve();
    });
  });
  await Promise.race([ended, seen]);
  await work?.(said);
  child.kill("SIGINT");
  await ended;
  return said;
};

/** Returns the seconds from the start in a clone that has built nothing to the first answer of the API. */
const firstStart = async (): Promise<number> => {
  rmSync("dist/local", { recursive: true, force: true });
  const began = performance.now();
  let seconds = 0;
  await outputOf(["bin/run.mjs", "start", "--port", "0", "--memory"], lastLabel, async (said) => {
    const [url = ""] = /http:\/\/localhost:\d+/u.exec(said) ?? [];
    const { status } = await fetch(`${url}/v1/pairings`);
    if (status !== 200) throw new Error(`The system answered ${status}`);
    seconds = (performance.now() - began) / 1000;
  });
  return seconds;
};

/** A line of the bench: a peer, its milliseconds, our share of them, and further columns. */
const peerLine = /^(?<peer>\(\w\) .+?) {2,}[\d.]+ +(?<ratio>\d+\.\d+) /gmu;

const startUp = async (): Promise<readonly (readonly [string, number])[]> => {
  const script = fileURLToPath(new URL("./functions.ts", import.meta.url));
  const said = await outputOf([script, "start-up", "--processes", values.processes]);
  console.log(said);
  return [...said.matchAll(peerLine)].map(({ groups }) => [
    `review-api against ${groups?.["peer"] ?? ""}`,
    Number(groups?.["ratio"]),
  ]);
};

const numbers = Object.fromEntries([
  ["first start of a fresh clone, seconds", Number((await firstStart()).toFixed(1))] as const,
  ...(await startUp()),
]);
const before = Kept.parse(JSON.parse(readFileSync(file, "utf8")));
const commit = execFileSync("git", ["rev-parse", "--short=8", "HEAD"], { encoding: "utf8" }).trim();
console.log(`${"".padEnd(50)}${commit.padStart(10)}${before.commit.padStart(10)}`);
for (const [name, number] of Object.entries(numbers)) {
  const last = before.numbers[name];
  const verdict = last !== undefined && number > last * 1.05 ? "   worse" : "";
  console.log(`${name.padEnd(50)}${String(number).padStart(10)}${String(last ?? "").padStart(10)}${verdict}`);
}
if (values.write) writeFileSync(file, `${JSON.stringify({ commit, numbers }, null, 2)}\n`);
