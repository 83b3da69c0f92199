import { beforeAll, describe, expect, test } from "vitest";
import { feedFrom, launch } from "../../lambdas/use-cases/base/journal-feed.ts";
import type { Store } from "../../lambdas/io/ports/store.ts";
import { GroupId } from "../../schemas/base/ids.ts";
import { day } from "../fixtures/changes.ts";
import { MemoryProjection, type Subjects } from "../domain/statistics/memory-projection.ts";
import { apiHostOf, type ApiInProcess, openApiInProcess } from "../harness/in-process.ts";
import { missionOf, secretariat, startGroup, testApiOn } from "../harness/test-api.ts";

/** A group has started and some parties have named people; the counts are stored next to the journal. */
let api: ApiInProcess;
let kept: MemoryProjection;
beforeAll(async () => {
  api = await openApiInProcess();
  const { name } = testApiOn(apiHostOf(api));
  await startGroup(testApiOn(apiHostOf(api)));
  await api.app.moveTo("2020-12-08T09:00:00Z");
  for (const code of ["FR", "DE", "CA"]) expect((await name(code, "focal-point")).status).toBe(201);
  await api.app.moveTo("2021-01-20T09:00:00Z");
  await api.app.rest();
  const { store, clock } = api.behind;
  const journal: Subjects[number][] = [];
  for await (const page of feedFrom(store, launch(), clock.now()))
    for (const { subject, facts } of page) journal.push({ subject, facts: [...facts] });
  kept = new MemoryProjection();
  const counted = journal.filter(({ subject }) => /^(?:review|party)#/u.test(subject));
  kept.recount(journal, [...new Set(counted.map(({ subject }) => subject))], day("2021-01-20"));
});

/** Counts the reads of the journal by the store with these counts, for the calls that return counts. */
const withCounts =
  (calls: string[]) =>
  (store: Store): Store => ({
    ...store,
    projectionState: async () => {
      calls.push("state");
      const groups = ["c1-g1", "c1-g2", "c1-g3"].map((id) => GroupId.parse(id));
      return { revision: 1, batch: 1, isComplete: true, isRecountWhole: false, groups };
    },
    totalsOn: async (scope, on) => {
      calls.push("block");
      return kept.totalsIn(scope, on);
    },
    feed: (...args) => {
      calls.push("journal");
      return store.feed(...args);
    },
  });

/** Returns the replies of the API with a projection and without, and the reads of the journal with them. */
const request = async (path: string, as: string = secretariat) => {
  const calls: string[] = [];
  const counting = testApiOn(apiHostOf(api.copy(withCounts(calls))));
  const folding = testApiOn(apiHostOf(api.copy()));
  const [one, other] = [await counting.get(path, as), await folding.get(path, as)];
  return { calls: [...new Set(calls)].map((call) => [call, calls.filter((each) => each === call).length]), one, other };
};

describe("with counts stored next to the journal", () => {
  test.each([
    ["", 1],
    ["?asAt=2020-12-10", 1],
    ["?group=c1-g1&asAt=2020-12-10", 1],
    ["?regionalGroup=WEOG", 1],
    ["?since=2020-12-05", 2],
    ["?since=2020-12-05&asAt=2020-12-20&cluster=1", 2],
    ["?instrument=TIP&since=2020-12-09", 2],
  ])(
    "a report %s reads how far they are kept and a block of each day, and says what the journal says",
    async (query, blocks) => {
      for (const as of [secretariat, missionOf("FR")]) {
        const { calls, one, other } = await request(`/v1/statistics${query}`, as);
        expect([one.status, one.body]).toEqual([200, other.body]);
        expect(calls).toEqual([
          ["state", 1],
          ["block", blocks],
        ]);
      }
    },
  );

  test.each([
    "?knownOn=2020-12-10",
    "?regionalGroup=WEOG&instrument=TIP",
    "?regionalGroup=WEOG&instrument=TIP&since=2020-12-05",
  ])("a report %s reads the journal, and is answered as ever", async (query) => {
    const { calls, one, other } = await request(`/v1/statistics${query}`);
    expect([one.status, one.body]).toEqual([200, other.body]);
    expect(calls.map(([call]) => call)).toContain("journal");
  });

  test("a figure of the paper reads as much as a report", async () => {
    const { calls, one, other } = await request("/v1/figures/paper/status?asAt=2020-12-10");
    expect([one.status, one.body]).toEqual([200, other.body]);
    expect(calls).toEqual([
      ["state", 1],
      ["block", 1],
    ]);
  });

  test("a group that there is not is refused with those there are", async () => {
    const { one, other } = await request("/v1/statistics?group=c1-g9&since=2020-12-05");
    expect([one.status, one.body.errors]).toEqual([400, other.body.errors]);
  });
});
