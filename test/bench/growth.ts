import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { stagesUnderWay } from "../../domain/oversight/figures.ts";
import { startGroup } from "../../domain/parties/groups.ts";
import { worklistRoutes } from "../../lambdas/handlers/worklist.ts";
import { figureRoutes } from "../../lambdas/handlers/figures.ts";
import { reviewRoutes } from "../../lambdas/handlers/reviews.ts";
import { dynamoStore } from "../../lambdas/io/store/store.ts";
import { resolveAudience } from "../../lambdas/use-cases/bulletins/resolve-audience.ts";
import { figuresNow } from "../../lambdas/use-cases/oversight/figures-now.ts";
import { presidentsListNow } from "../../lambdas/use-cases/oversight/presidents-list.ts";
import { reviewsInStages } from "../../lambdas/use-cases/planning/every-review.ts";
import { startReviewsOf } from "../../lambdas/use-cases/planning/start-reviews.ts";
import { sweep } from "../../lambdas/use-cases/sweep.ts";
import { Audience } from "../../schemas/model/audience.ts";
import { dayOf } from "../../domain/base/time.ts";
import { CalendarDate } from "../../schemas/base/values.ts";
import type { SweepPosition } from "../../schemas/model/messages.ts";
import { at } from "../domain/review/play.ts";
import { noMetrics } from "../fakes/metrics.ts";
import { change, factsOf } from "../fixtures/changes.ts";
import { startEngine } from "../io/store/engine.ts";
import { countEverything } from "../../lambdas/use-cases/counting/count-everything.ts";
import { recountSubjects } from "../../lambdas/use-cases/counting/recount-subjects.ts";
import { costOfReport, handInAnswers, type ReportCost } from "./growth/counted.ts";
import { type BenchIo, benchIo } from "./growth/dependencies.ts";
import { fill, type Filled } from "./growth/fill.ts";
import { eraseAfterTenYears, fillLetters } from "./growth/letters.ts";
import { countingClient, type Measurement, measured } from "./growth/measure.ts";
import { measurePaths, pathTable, request } from "./growth/paths.ts";
import { drillRestore } from "./growth/restoring.ts";

/** Measures work that may grow with the number of reviews, on a database engine: npm run bench -- growth. */
const usage = `npm run bench -- growth [--reviews N]... [--readings] [--letters] [--restore]

  --reviews N  how many there are; 189, 2000 and 20000 where left out
  --readings   leaves out the start of a group and the sweeps
  --letters    writes the letters of ten years too, 58 for each review
  --restore    runs only the steps after a restore of the tables`;

const { values } = parseArgs({
  options: {
    reviews: { type: "string", multiple: true },
    readings: { type: "boolean" },
    letters: { type: "boolean" },
    restore: { type: "boolean" },
    help: { type: "boolean" },
  },
});
if (values.help === true) {
  console.log(usage);
  process.exit();
}
const sizes = (values.reviews ?? ["189", "2000", "20000"]).map(Number);

const now = at("2022-03-01T08:30:00.000Z");
const clock = { now: () => now };
const { log } = console;
const hushed = () => undefined;

type Run = (what: string, work: () => Promise<unknown>) => Promise<void>;
type Io = BenchIo;

const startNext = async (io: Io, { next }: Filled, run: Run): Promise<void> => {
  const aggregate = await io.store.load("group", next);
  if (aggregate === undefined) throw new Error(`There is no group ${next}`);
  const facts = factsOf(startGroup(aggregate.state, CalendarDate.parse("2022-03-01"), now));
  await io.store.commit({ changes: [change("group", next, aggregate, facts)], by: "bench", at: now });
  await run(`start of a group of ${aggregate.state.reviews.length}`, () => startReviewsOf(io, next, "bench"));
};

/** Runs a full sweep, invocation by invocation; the longest one must fit the time limit of a function. */
const fullSweep = async (io: Io, run: Run): Promise<void> => {
  let from: SweepPosition | undefined;
  for (let number = 1; ; number += 1) {
    await run(`full sweep, run ${number}`, async () => ({ next: from } = await sweep(io, "full", { from })));
    if (from === undefined) return;
  }
};

const sweeps = async (io: Io, run: Run): Promise<void> => {
  await run("hourly sweep, every reminder missing", () => sweep(io, "hourly"));
  await run("hourly sweep, nothing missing", () => sweep(io, "hourly"));
  await run("morning sweep", () => sweep(io, "morning"));
  await fullSweep(io, run);
};

const readings = async (io: Io, run: Run): Promise<void> => {
  const [figures, reviews, worklist] = [figureRoutes(io), reviewRoutes(io), worklistRoutes(io)];
  const limit = "50";
  await run("figures of the moment", () => request(figures, "getCurrentFigures"));
  await run("members of a figure, 50", () =>
    request(figures, "listFigureMembers", { query: { limit }, path: { figure: "duties-overdue" } }),
  );
  await run("the President's list", () => presidentsListNow(io, now));
  await run("reviews under way, read alone", () => reviewsInStages(io.store, stagesUnderWay));
  const audiences = {
    "audience: missions of all parties": { roles: ["mission"] },
    "audience: without a focal point": { roles: ["mission"], list: "focal-points-missing" },
    "audience: all focal points": { roles: ["focal-point"] },
    "audience: focal points of a cluster": { roles: ["focal-point"], clusters: [1] },
    "audience: overdue feedback": { roles: ["mission"], list: "duties-overdue", kinds: ["feedback"] },
  };
  for (const [what, audience] of Object.entries(audiences))
    await run(what, () => resolveAudience(io, Audience.parse(audience), now));
  await run("worklist, 50", () => request(worklist, "getWorklist", { query: { limit } }));
  await run("open obligations, 50", () => request(reviews, "listObligations", { query: { limit } }));
  await run("overdue obligations of a kind, 50", () =>
    request(reviews, "listObligations", { query: { limit, state: "overdue", kind: "feedback" } }),
  );
  await run("obligations that were met, 50", () =>
    request(reviews, "listObligations", { query: { limit, state: "met" } }),
  );
  for (const sort of ["id", "stage", "due", "party"])
    await run(`reviews by ${sort}, 50`, () => request(reviews, "listReviews", { query: { limit, sort } }));
};

/** Throws if a report costs more than its limit: its cost must not grow. */
const judgeReport = (scope: object, { calls, readUnits }: ReportCost): void => {
  log(`report as at a day of ${JSON.stringify(scope)}: ${calls} calls, ${readUnits} read units`);
  if (calls > 3 || readUnits > 20) throw new Error("A report takes more than three calls and 20 read units");
};

const measureAt = async (reviews: number): Promise<ReadonlyMap<string, Measurement>> => {
  const engine = await startEngine();
  const found = new Map<string, Measurement>();
  try {
    const counted = countingClient(engine.client({ maxAttempts: 3 }));
    const access = { client: counted.client, tables: await engine.tables() };
    const store = dynamoStore(access);
    const beginning = performance.now();
    const filled = await fill(store, reviews);
    log(
      `${reviews} reviews written in ${Math.round((performance.now() - beginning) / 1000)} s: ${JSON.stringify(filled.counts)}`,
    );
    const io = benchIo(access, clock);
    if (values.letters === true) log(`${await fillLetters(io.ledger, reviews)} letters written`);
    const run: Run = async (what, work) => {
      // The logs of functions are not checked here.
      Object.assign(console, { log: hushed, error: hushed });
      try {
        found.set(what.replace(/ of a group of \d+$/u, " of a group"), await measured(work, counted.usage));
      } finally {
        Object.assign(console, { log });
      }
    };
    if (values.restore === true) {
      await drillRestore(access, io, now, run);
      return found;
    }
    await run("figures of the moment, not counted yet", () => figuresNow(store, {}, now));
    await run("counting everything again", () => countEverything(io.counting, () => undefined));
    if (values.readings !== true) {
      await startNext(io, filled, run);
      await sweeps(io, run);
    }
    if (values.letters === true) await eraseAfterTenYears(io, run);
    const subject = await handInAnswers(store, now);
    await run("counting an act", () => recountSubjects(io.counting, [subject]));
    await readings(io, run);
    const reader = engine.client({ maxAttempts: 3 });
    const storeOf = (client: typeof access.client) => dynamoStore({ client, tables: access.tables });
    for (const scope of [
      {},
      { cluster: 1 },
      { group: filled.next },
      { regionalGroup: "GRULAC" },
      { instrument: "TIP" },
    ] as const)
      judgeReport(scope, await costOfReport(storeOf, reader, scope, dayOf(now)));
    Object.assign(console, { log: hushed });
    const costs = await measurePaths({ ...io, metrics: () => Promise.resolve(noMetrics) }, counted.usage);
    Object.assign(console, { log });
    log(`\n${pathTable(costs)}`);
  } finally {
    await engine.stop();
  }
  return found;
};

const cell = ({ milliseconds, calls, units, rows, megabytes }: Measurement): string =>
  `${milliseconds < 10_000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`}, ${calls} calls, ${Math.ceil(units)} units,${rows === 0 ? "" : ` ${rows} rows,`} ${Math.round(megabytes)} MB`;

log(
  `${availableParallelism()} cores; the table says how long, how many calls of the database, how many read units, how many rows written, and how much memory at most\n`,
);
const columns: (readonly [number, ReadonlyMap<string, Measurement>])[] = [];
for (const reviews of sizes) columns.push([reviews, await measureAt(reviews)]);
const names = [...new Set(columns.flatMap(([, found]) => [...found.keys()]))];
const [largest = 0, foundThere = new Map<string, Measurement>()] = columns.at(-1) ?? [];
const [, foundBefore = new Map<string, Measurement>()] = columns.at(-2) ?? [];
/** The size that takes too long to fill with letters. */
const extrapolated = 20_000;

/** Returns what a row would cost there at most: in proportion to the reviews, unless its calls and units are constant. */
const extrapolate = (name: string): string => {
  const there = foundThere.get(name);
  if (there === undefined) return "";
  const before = foundBefore.get(name);
  const isConstant = before !== undefined && before.calls === there.calls && before.units >= there.units;
  const times = isConstant ? 1 : extrapolated / largest;
  const { milliseconds, calls, units, rows, writeUnits, megabytes } = there;
  return cell({
    writeUnits: writeUnits * times,
    milliseconds: milliseconds * times,
    calls: Math.ceil(calls * times),
    units: units * times,
    rows: Math.ceil(rows * times),
    megabytes: megabytes * times,
  });
};

const sizesShown = columns.map(([reviews]) => `${reviews} reviews`);
const isExtrapolated = largest < extrapolated;
log(`\n| | ${[...sizesShown, ...(isExtrapolated ? [`${extrapolated} reviews, extrapolated`] : [])].join(" | ")} |`);
log(`|---|${columns.map(() => "---:|").join("")}${isExtrapolated ? "---:|" : ""}`);
for (const name of names) {
  const measurements = columns.map(([, found]) => found.get(name));
  const cells = measurements.map((one) => (one === undefined ? "" : cell(one)));
  log(`| ${[name, ...cells, ...(isExtrapolated ? [extrapolate(name)] : [])].join(" | ")} |`);
}
process.exit();
