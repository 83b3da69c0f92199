import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Finding, findByChecker, rulesAmong } from "./checker.ts";
import { copyCheckout } from "./checkout.ts";
import { type Defect, plantDefect } from "./defect.ts";
import { defects, forChecker } from "./defects.ts";
import { buildBundles, runSuites, type Verdict } from "./suites.ts";

/** Plants one defect after the other in a copy of the checkout; the suite named for it must fail each time. */
const usage = `npm run planted -- [--only NAME] [--checker] [--keep]

  --only NAME  plants only the defects whose names contain this; may be given several times
  --checker    plants those that the checker is held to, and shows by which rule the checker alone reports each
  --keep       leaves the copy of the checkout behind`;

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true, default: [""] },
    checker: { type: "boolean", default: false },
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
  /** The reports of the checker alone, if requested; undefined if its courses do not end. */
  readonly findings?: readonly Finding[] | undefined;
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

  /** Builds the bundles if needed and runs all suites without a defect: a suite that fails anyway would catch everything. */
  async runUnmodified(suites: readonly string[], needsBundles: boolean): Promise<Verdict> {
    if (needsBundles) await buildBundles(this.#root, this.#stop);
    return runSuites(this.#root, suites, this.#stop);
  }

  /** Plays the courses without a defect, up to each day: a finding there would report every defect. Throws with the findings. */
  async verifyUnmodified(days: ReadonlySet<string | undefined>): Promise<void> {
    const findings = await findByChecker(this.#root, this.#stop, [...days]);
    if (findings === undefined) throw new Error("Without any defect, the courses do not come to an end");
    if (findings.length > 0) throw new Error(`Without any defect, the checker reports ${rulesAmong(findings)}`);
  }

  /** Returns the verdicts of the suites and, if requested, of the checker on a defect. Always restores the file. */
  async plant(defect: Defect, withChecker: boolean): Promise<Outcome> {
    const file = join(this.#root, defect.file);
    const text = readFileSync(file, "utf8");
    if (this.#built !== undefined && defect.bundled !== true) await this.#build(undefined);
    writeFileSync(file, plantDefect(text, defect));
    try {
      if (defect.bundled === true) await this.#build(defect);
      const verdict = await runSuites(this.#root, defect.suites, this.#stop);
      return {
        defect,
        verdict,
        ...(withChecker ? { findings: await findByChecker(this.#root, this.#stop, [defect.courseEnds]) } : {}),
      };
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
  const reports = outcomes.some((one) => "findings" in one);
  const rows = outcomes.map(({ defect: { name, file }, verdict, findings = [] }) => [
    name,
    file,
    ...(verdict.kind === "failed" ? [verdict.suite, verdict.test] : ["-", "escaped"]),
    ...(reports ? [findings.length === 0 ? "silent" : rulesAmong(findings)] : []),
  ]);
  const titles = ["Defect", "File changed", "Caught by", "First failing test", ...(reports ? ["Checker"] : [])];
  const all = [titles, ...rows];
  const widths = titles
    .slice(0, -1)
    .map((_, column) => column)
    .map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")).join("\n");
};

/** The share of the listed defects that the checker alone has to report: 28 of 36. */
const leastReported = 28 / 36;

/** Plants all of the defects. Says whether each was caught. */
const plantAll = async (
  root: string,
  chosen: readonly Defect[],
  { stop, withChecker }: { readonly stop: AbortSignal; readonly withChecker: boolean },
): Promise<boolean> => {
  // A defect that no longer fits its file ends the run before it has taken minutes.
  for (const defect of chosen) plantDefect(readFileSync(join(root, defect.file), "utf8"), defect);
  const copy = new PlantedCheckout(root, stop);
  const began = performance.now();
  const suites = [...new Set(chosen.flatMap((defect) => defect.suites))];
  const gone = suites.filter((suite) => !existsSync(join(root, suite)));
  if (gone.length > 0) throw new Error(`There are no suites ${gone.join(", ")}`);
  announce(`${suites.length} suites without a defect`);
  const unmodified = await copy.runUnmodified(suites, !withChecker);
  if (unmodified.kind !== "passed") throw new Error(`Without any defect: ${lineOf(unmodified)}\n${unmodified.why}`);
  say(`✓ ${secondsSince(began)}  ${suites.length} suites pass without a defect`);
  if (withChecker) {
    const days = new Set(chosen.map(({ courseEnds }) => courseEnds));
    announce(`${days.size} courses without a defect`);
    await copy.verifyUnmodified(days);
    say(`✓ ${secondsSince(began)}  the checker reports nothing in ${days.size} courses without a defect`);
  }

  const outcomes: Outcome[] = [];
  for (const [place, defect] of chosen.entries()) {
    const count = `${String(place + 1).padStart(String(chosen.length).length)}/${chosen.length}`;
    const start = performance.now();
    announce(`${count} ${defect.name}`);
    const outcome = await copy.plant(defect, withChecker);
    const { verdict, findings = [] } = outcome;
    outcomes.push(outcome);
    const found = withChecker ? `; checker: ${findings.length === 0 ? "SILENT" : rulesAmong(findings)}` : "";
    say(
      `${verdict.kind === "failed" ? "✓" : "✗"} ${count} ${secondsSince(start)}  ${defect.name} (${lineOf(verdict)}${found})`,
    );
  }
  const caught = outcomes.filter(({ verdict }) => verdict.kind === "failed").length;
  const reported = outcomes.filter(({ findings = [] }) => findings.length > 0).length;
  const byChecker = withChecker ? `, ${reported} reported by the checker alone` : "";
  console.log(`\n${tableOf(outcomes)}\n\nIn${secondsSince(began)}: ${caught} of ${chosen.length} caught${byChecker}`);
  return caught === chosen.length && (!withChecker || reported >= chosen.length * leastReported);
};

const chosen = (values.checker ? forChecker : defects).filter(({ name }) =>
  values.only.some((part) => name.includes(part)),
);
if (chosen.length === 0) {
  console.error(`No defect is called ${values.only.join(" or ")}`);
  process.exit(1);
}
const stopping = new AbortController();
// A terminal and npm both send the signal: the second one must not end the process before the copy is removed.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stopping.abort());
const root = realpathSync(mkdtempSync(join(tmpdir(), "planted-")));
try {
  copyCheckout(process.cwd(), root);
  if (!(await plantAll(root, chosen, { stop: stopping.signal, withChecker: values.checker }))) process.exitCode = 1;
} catch (error) {
  if (!stopping.signal.aborted) throw error;
  console.error("\nStopped.");
  process.exitCode = 130;
} finally {
  if (values.keep) console.error(`Kept in ${root}`);
  else rmSync(root, { recursive: true, force: true });
}
