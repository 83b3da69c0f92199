import { beforeAll, describe, expect, test } from "vitest";
import { dynamoStore } from "../../../lambdas/io/store/store.ts";
import { groupIdOf } from "../../../schemas/base/ids.ts";
import type { StatisticsScope } from "../../../schemas/model/statistics.ts";
import { countEverything } from "../../../lambdas/use-cases/counting/count-everything.ts";
import { costOfReport, countingIo } from "../../bench/growth/counted.ts";
import { benchIo } from "../../bench/growth/dependencies.ts";
import { fill } from "../../bench/growth/fill.ts";
import { countingClient, type DatabaseUse } from "../../bench/growth/measure.ts";
import { measurePaths } from "../../bench/growth/paths.ts";
import { noMetrics } from "../../fakes/metrics.ts";
import { at, day } from "../../fixtures/changes.ts";
import { engineRunsHere } from "../../io/store/engine.ts";
import { openEngineStore } from "../../io/store/engine-store.ts";

type DatabaseLimit = Pick<DatabaseUse, "calls" | "units" | "writeUnits">;

const clock = { now: () => at("2022-03-01T08:30:00.000Z") };
const scopes: readonly StatisticsScope[] = [
  {},
  { cluster: 1 },
  { group: groupIdOf(1, 2) },
  { regionalGroup: "GRULAC" },
  { instrument: "TIP" },
];

/** The calls, read units and write units of paths of docs/growth.md, at most. */
const limits: Readonly<Record<string, DatabaseLimit>> = {
  "names of all parties": { calls: 1, units: 2, writeUnits: 0 },
  "`GET /v1/reviews`, 50": { calls: 4, units: 12, writeUnits: 0 },
  "`GET /v1/pairings`, anonymous, 50": { calls: 2, units: 8, writeUnits: 0 },
  "one nomination, all effects": { calls: 60, units: 60, writeUnits: 110 },
  "a letter, plan to receipt": { calls: 14, units: 14, writeUnits: 60 },
};

describe.runIf(engineRunsHere)("with 189 reviews, by the database's own accounts,", () => {
  const emptyStore = openEngineStore();
  let opened: Awaited<ReturnType<typeof emptyStore>>;
  beforeAll(async () => {
    opened = await emptyStore();
    const { client, tables, store } = opened;
    await fill(store, 189);
    await countEverything(countingIo({ client, tables }, store, clock), () => undefined);
  });

  test("a report as at a day takes at most 20 read units and three calls", async () => {
    const { client, tables } = opened;
    const storeOf = (reader: Parameters<typeof dynamoStore>[0]["client"]) => dynamoStore({ client: reader, tables });
    for (const scope of scopes)
      for (const on of [day("2020-12-20"), day("2021-08-15"), day("2022-03-01")]) {
        const { calls, readUnits } = await costOfReport(storeOf, client, scope, on);
        expect({ scope, on, isCheap: calls <= 3 && readUnits <= 20 }).toEqual({ scope, on, isCheap: true });
        expect(calls).toBe(2);
        expect(readUnits).toBeGreaterThan(0);
      }
  });

  test("the paths of docs/growth.md keep their limits", async () => {
    const { client, tables } = opened;
    const counted = countingClient(client);
    const io = benchIo({ client: counted.client, tables }, clock);
    const costs = await measurePaths({ ...io, metrics: () => Promise.resolve(noMetrics) }, counted.usage);
    const uses = new Map(costs.map(({ path, use }) => [path, use]));
    for (const [path, limit] of Object.entries(limits)) {
      const use = uses.get(path);
      for (const of of ["calls", "units", "writeUnits"] as const)
        expect(use?.[of], `${of} of ${path}`).toBeLessThanOrEqual(limit[of]);
    }
  });
});
