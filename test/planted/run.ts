import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { copyCheckout } from "./checkout.ts";
import { type Defect, plantDefect } from "./defect.ts";
import { defects } from "./defects.ts";
import { buildBundles, runSuites, type Verdict } from "./suites.ts";

/** Plants one defect after the other in a copy of the checkout; the suite named for it must fail each time. */
const usage = `npm run planted -- [--only NAME] [--keep]

  --only NAME  plants only the defects whose names contain this
  --keep       leaves the copy of the checkout behind`;

const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    keep: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  console.log(usage);
  process.exit();
}

interface Outcome {
  readonly defect: Defect;
  readonly verdict: Verdict;
}

const secondsSince = (start: number): string => `${((performance.now() - start) / 1000).toFixed(1).padStart(6)} s`;

/** Says on a terminal what is being done, until `say` writes over it. */
const announce = (what: string): void => void (process.stdout.isTTY && process.stdout.write(`… ${what}`));
const say = (line: string): void => console.log(process.stdout.isTTY ? `\r\u001B[K${line}` : line);

/** A copy of the checkout that holds one defect at a time. */
class PlantedCheckout {
  readonly #root: string;
  readonly #stop: AbortSignal;
  /** The defect that the bundles hold. */
  #built: Defect | undefined;

  constructor(root: string, stop: AbortSignal) {
    this.#root = root;
    this.#stop = stop;
  }

  /** Builds the bundles and runs all suites without a defect: a suite that fails by itself would catch everything. */
  async runUnmodified(suites: readonly string[]): Promise<Verdict> {
    await buildBundles(this.#root, this.#stop);
    return runSuites(this.#root, suites, this.#stop);
  }

  /** What the suites of a defect say of it. The file is put back, whatever happens. */
  async plant(defect: Defect): Promise<Verdict> {
    const file = join(this.#root, defect.file);
    const text = readFileSync(file, "utf8");
    if (this.#built !== undefined && defect.bundled !== true) await this.#build(undefined);
    writeFileSync(file, plantDefect(text, defect));
    try {
      if (defect.bundled === true) await this.#build(defect);
      return await runSuites(this.#root, defect.suites, this.#stop);
    } finally {
      writeFileSync(file, text);
    }
  }

  async #build(defect: Defect | undefined): Promise<void> {
    this.#built = defect;
    await buildBundles(this.#root, this.#stop);
  }
}

const lineOf = (verdict: Verdict): string => {
  if (verdict.kind === "passed") return "ESCAPED";
  return verdict.kind === "failed" ? `${verdict.suite}: ${verdict.test}` : `NO REPORT: ${verdict.why}`;
};

/** The defects with the test that caught each, in columns. */
const tableOf = (outcomes: readonly Outcome[]): string => {
  const rows = outcomes.map(({ defect: { name, file }, verdict }) =>
    verdict.kind === "failed" ? [name, file, verdict.suite, verdict.test] : [name, file, "-", "escaped"],
  );
  const all = [["Defect", "File changed", "Caught by", "First failing test"], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")).join("\n");
};

/** Plants all of the defects. Says whether each was caught. */
const plantAll = async (root: string, chosen: readonly Defect[], stop: AbortSignal): Promise<boolean> => {
  // A defect that no longer fits its file ends the run before it has taken minutes.
  for (const defect of chosen) plantDefect(readFileSync(join(root, defect.file), "utf8"), defect);
  const copy = new PlantedCheckout(root, stop);
  const began = performance.now();
  const suites = [...new Set(chosen.flatMap((defect) => defect.suites))];
  const gone = suites.filter((suite) => !existsSync(join(root, suite)));
  if (gone.length > 0) throw new Error(`There are no suites ${gone.join(", ")}`);
  announce(`${suites.length} suites without a defect`);
  const unmodified = await copy.runUnmodified(suites);
  if (unmodified.kind !== "passed") throw new Error(`Without any defect: ${lineOf(unmodified)}`);
  say(`✓ ${secondsSince(began)}  ${suites.length} suites pass without a defect`);

  const outcomes: Outcome[] = [];
  for (const [place, defect] of chosen.entries()) {
    const count = `${String(place + 1).padStart(String(chosen.length).length)}/${chosen.length}`;
    const start = performance.now();
    announce(`${count} ${defect.name}`);
    const verdict = await copy.plant(defect);
    outcomes.push({ defect, verdict });
    say(
      `${verdict.kind === "failed" ? "✓" : "✗"} ${count} ${secondsSince(start)}  ${defect.name} (${lineOf(verdict)})`,
    );
  }
  const caught = outcomes.filter(({ verdict }) => verdict.kind === "failed").length;
  console.log(`\n${tableOf(outcomes)}\n\nIn${secondsSince(began)}: ${caught} of ${chosen.length} caught`);
  return caught === chosen.length;
};

const chosen = defects.filter(({ name }) => name.includes(values.only));
if (chosen.length === 0) {
  console.error(`No defect is called ${values.only}`);
  process.exit(1);
}
const stopping = new AbortController();
// A terminal and npm both send the signal: the second one must not end the process before the copy is removed.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stopping.abort());
const root = realpathSync(mkdtempSync(join(tmpdir(), "planted-")));
try {
  copyCheckout(process.cwd(), root);
  if (!(await plantAll(root, chosen, stopping.signal))) process.exitCode = 1;
} catch (error) {
  if (!stopping.signal.aborted) throw error;
  console.error("\nStopped.");
  process.exitCode = 130;
} finally {
  if (values.keep) console.error(`Kept in ${root}`);
  else rmSync(root, { recursive: true, force: true });
}
