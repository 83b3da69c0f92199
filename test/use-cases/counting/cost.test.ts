import { describe, expect, test } from "vitest";
import { dynamoStore } from "../../../lambdas/io/store/store.ts";
import { groupIdOf } from "../../../schemas/base/ids.ts";
import type { StatisticsScope } from "../../../schemas/model/statistics.ts";
import { countEverything } from "../../../lambdas/use-cases/counting/count-everything.ts";
import { costOfReport, countingIo } from "../../bench/growth/counted.ts";
import { fill } from "../../bench/growth/fill.ts";
import { at, day } from "../../fixtures/changes.ts";
import { engineRunsHere } from "../../io/store/engine.ts";
import { openEngineStore } from "../../io/store/engine-store.ts";

const clock = { now: () => at("2022-03-01T08:30:00.000Z") };
const scopes: readonly StatisticsScope[] = [
  {},
  { cluster: 1 },
  { group: groupIdOf(1, 2) },
  { regionalGroup: "GRULAC" },
  { instrument: "TIP" },
];

describe.runIf(engineRunsHere)("a report as at a day", () => {
  const emptyStore = openEngineStore();

  test("of 189 reviews takes at most 20 read units and three calls, by the database's own accounts", async () => {
    const { client, tables, store } = await emptyStore();
    await fill(store, 189);
    await countEverything(countingIo({ client, tables }, store, clock), () => undefined);
    const storeOf = (reader: Parameters<typeof dynamoStore>[0]["client"]) => dynamoStore({ client: reader, tables });
    for (const scope of scopes)
      for (const on of [day("2020-12-20"), day("2021-08-15"), day("2022-03-01")]) {
        const { calls, readUnits } = await costOfReport(storeOf, client, scope, on);
        expect({ scope, on, isCheap: calls <= 3 && readUnits <= 20 }).toEqual({ scope, on, isCheap: true });
        expect(calls).toBe(2);
        expect(readUnits).toBeGreaterThan(0);
      }
  });
});
