import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import pMap from "p-map";
import type { Endpoint } from "../../schemas/api/endpoint.ts";
import { temporaryFolder } from "../harness/prepared-data.ts";
import type { Scene } from "../permissions/people.ts";
import { fuzzTargetOf } from "./fuzz-target.ts";
import { findingsOf, lineOf, type OperationReport, summaryOf } from "./report.ts";
import { type FuzzedAnswer, endSchemathesis, fuzzOperation, installSchemathesis } from "./schemathesis.ts";
import { keepScenes, type KeptScene, withScene } from "./scenes.ts";
import { operationsOf, takesInput, targetOf } from "./targets.ts";

/** Fuzzes every operation with Schemathesis, each in a late scene of its own copy of a review: npm run fuzz. */
const usage = `npm run fuzz -- [--cases N] [--operation ID]… [--workers 1|2] [--seed N] [--report FILE]

  --cases N       cases of each operation at least, if it has as many; default 1000
  --operation ID  fuzzes this operation only; may be said several times
  --workers N     operations at a time: 1, or 2
  --seed N        which cases; 1 where left out
  --report FILE   writes every finding and the counts of each operation there as JSON`;

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "1000" },
    operation: { type: "string", multiple: true, default: [] },
    workers: { type: "string", default: "1" },
    seed: { type: "string", default: "1" },
    report: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  console.log(usage);
  process.exit();
}
const cases = Number(values.cases);
const seed = Number(values.seed);
const workers = values.workers === "2" ? 2 : 1;
if (!Number.isInteger(cases) || cases < 1 || !Number.isInteger(seed)) {
  console.error(usage);
  process.exit(2);
}

/** The number of further seeds that are tried if one has no more cases. */
const mostRounds = 4;

interface Tools {
  readonly folder: string;
  readonly command: string;
  readonly scenes: ReadonlyMap<Scene, KeptScene>;
}

/** Fuzzes one operation in a copy of its scene; one without input gets unvaried requests. */
const fuzz = async ({ folder, command, scenes }: Tools, endpoint: Endpoint): Promise<OperationReport> => {
  const began = performance.now();
  const since = () => (performance.now() - began) / 1000;
  const about = { operation: endpoint.id, takesInput: takesInput(endpoint) };
  const answers: FuzzedAnswer[] = [];
  let where = { scene: "", by: "" };
  const own = mkdtempSync(join(folder, "operation-"));
  try {
    const target = targetOf(endpoint, scenes);
    where = { scene: target.kept.place.scene, by: target.by ?? "nobody" };
    await withScene(own, target.kept, async (system) => {
      const fuzzed = await fuzzTargetOf(target, system);
      where = { ...where, by: fuzzed.by };
      const { url } = system.app;
      const wanted = about.takesInput ? cases : 1;
      for (let round = 0; round < mostRounds && answers.length < wanted; round++) {
        const more = { cases: wanted - answers.length, seed: seed * 100 + round };
        answers.push(
          ...(await fuzzOperation({ command, folder: own, url, operation: about.operation, target: fuzzed, ...more })),
        );
      }
    });
    return { ...about, ...where, answers, seconds: since() };
  } catch (error) {
    return {
      ...about,
      ...where,
      answers,
      seconds: since(),
      trouble: error instanceof Error ? error.message : String(error),
    };
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
};

const runFuzzing = async (folder: string): Promise<boolean> => {
  // Functions run in UTC.
  process.env["TZ"] = "UTC";
  const operations = operationsOf(values.operation);
  console.error("Installing Schemathesis …");
  const command = await installSchemathesis(folder);
  console.error("Living through a review …");
  const scenes = await keepScenes(folder, (scene) => console.error(`  ${scene}`));
  const began = performance.now();
  const reports = await pMap(
    operations,
    async (endpoint) => {
      const report = await fuzz({ folder, command, scenes }, endpoint);
      console.log(lineOf(report));
      for (const finding of findingsOf(report)) console.log(`  ${finding.replaceAll("\n", "\n  ")}`);
      return report;
    },
    { concurrency: workers },
  );
  console.log(`\n${summaryOf(reports, cases, (performance.now() - began) / 1000)}`);
  if (values.report !== undefined) {
    const rows = reports.map((report) => ({
      ...report,
      answers: undefined,
      cases: report.answers.length,
      line: lineOf(report),
      findings: findingsOf(report),
    }));
    writeFileSync(values.report, `${JSON.stringify(rows, undefined, 2)}\n`);
  }
  return reports.every((report) => findingsOf(report).length === 0);
};

const folder = temporaryFolder();
const clear = (): void => rmSync(folder, { recursive: true, force: true });
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => {
    endSchemathesis();
    clear();
    process.exit(130);
  });
try {
  if (!(await runFuzzing(folder))) process.exitCode = 1;
} finally {
  clear();
}
