import { describe, expect, test } from "vitest";
import { sweep, type SweepIo, runSweep } from "../../lambdas/use-cases/sweep.ts";
import type { SweepReport } from "../../lambdas/use-cases/sweep-report.ts";
import type { JournalEntry } from "../../schemas/model/journal-entry.ts";
import type { SweepMessage, SweepPosition } from "../../schemas/model/messages.ts";
import { onePage, registeredUser, reviewId } from "../fixtures/changes.ts";
import { given, nameDelegate, planTestGroup, startOf } from "../fixtures/group.ts";
import type { TestApp } from "../harness/test-app.ts";

const codes = ["AR", "BE", "CL", "DE", "EG", "FR", "GR", "HU", "IN"];
/** Each reviewed by the next two; nine reviews, nine parties and one user. */
const reviews = Object.fromEntries(
  codes.map((code, at) => [code, [1, 2].map((step) => codes[(at + step) % codes.length] ?? "")]),
);
const started = async (): Promise<TestApp> => {
  const app = await given.group({ reviews });
  await app.moveTo("2020-12-01T10:00:00.000Z");
  await startOf(app, "2020-12-01");
  await app.settle();
  return app;
};

const ioOf = ({ io }: TestApp): SweepIo => ({
  ...io,
  sleeper: { until: async () => undefined },
  newSecret: () => "secret",
  mailAccount: { read: async () => "throttled" },
  canary: undefined,
});

/** Replaces the author of every journal entry of some subjects, so that their journals do not verify. */
const spoil = (app: TestApp, subjects: readonly string[]): void => {
  const { journalOf, recordedAggregates } = app.store;
  const spoiled = (entries: readonly JournalEntry[]) =>
    entries.map((entry) => (subjects.includes(entry.subject) ? { ...entry, by: "unknown" } : entry));
  app.store.journalOf = async (kind, id, paging) => {
    const page = await journalOf(kind, id, paging);
    return { ...page, items: spoiled(page.items) };
  };
  app.store.recordedAggregates = async (paging) => {
    const page = await recordedAggregates(paging);
    return { ...page, items: page.items.map((each) => ({ ...each, entries: spoiled(each.entries) })) };
  };
};

/** Remembers each journal that a sweep reads among all journals, by its subject, and the limit of each page. */
const watchPages = ({ store }: TestApp) => {
  const [seen, limits]: [string[], number[]] = [[], []];
  const { recordedAggregates } = store;
  store.recordedAggregates = async (paging) => {
    const page = await recordedAggregates(paging);
    limits.push(paging.limit);
    seen.push(...page.items.map(({ kind, id }) => `${kind}#${id}`));
    return page;
  };
  return { seen, limits };
};

/** Runs a full sweep, run after run, with about `most` entries in each; each run is repeated `times` times. */
const roundOf = async (app: TestApp, most: number, times = 1): Promise<readonly SweepReport[]> => {
  const reports: SweepReport[] = [];
  let from: SweepPosition | undefined;
  do {
    let report: SweepReport | undefined;
    for (let time = 0; time < times; time += 1) report = await sweep(ioOf(app), "full", { from, most });
    if (report === undefined) break;
    reports.push(report);
    from = report.next;
  } while (from !== undefined);
  return reports;
};

describe("a full sweep that is too long for one run", () => {
  test.each([1, 2, 7])("finds in runs of %i entries what one run finds, and checks each once", async (most) => {
    const spoiled = ["review#c1-AR", "review#c1-EG", "review#c1-IN", "party#AR", "party#IN"];
    const app = await started();
    spoil(app, spoiled);
    const { seen } = watchPages(app);
    const [whole, ...none] = await roundOf(app, 2_000);
    const subjects = seen.splice(0);
    const runs = await roundOf(app, most);
    expect(none).toEqual([]);
    expect(runs.flatMap(({ broken }) => broken)).toEqual(whole?.broken);
    expect(whole?.broken.toSorted()).toEqual(spoiled.toSorted());
    expect(seen).toEqual(subjects);
    expect(new Set(seen).size).toBe(seen.length);
    expect(runs.length).toBeGreaterThanOrEqual(Math.ceil(20 / most));
  });

  test("puts right what is missing in the first run, in a later one, and no second time where a run is made again", async () => {
    const app = await started();
    const users = [3, 4, 5].map((number) => registeredUser(number));
    for (const user of users) await app.store.commit({ changes: [user], by: "load", at: app.clock.now() });
    app.stream.pending.splice(0);
    app.accounts.open = true;
    const runs = await roundOf(app, 3, 2);
    await app.settle();
    expect(app.accounts.made).toHaveLength(3);
    const letters = await app.letters();
    expect(letters.filter(({ content }) => content.kind === "invitation")).toHaveLength(3);
    expect(runs.flatMap(({ failed }) => failed)).toEqual([]);
    expect((await roundOf(app, 3)).every((run) => run.accountsMade + run.invitationsPlanned === 0)).toBe(true);
  });

  test("continues by a message, and the last run reports the number of failures on the way", async () => {
    const app = await started();
    spoil(app, ["party#AR"]);
    const { journalOf } = app.store;
    app.store.journalOf = async (kind, id, paging) => {
      if (id === "AR") throw new Error("the database is away");
      return journalOf(kind, id, paging);
    };
    const messages: SweepMessage[] = [];
    const sweepQueue = { enqueue: async (message: SweepMessage) => void messages.push(message) };
    const run = (message: SweepMessage) => runSweep({ ...ioOf(app), sweepQueue }, message);
    const { failed } = await run({ depth: "full", most: 4 });
    expect(failed).toEqual(["journal of party#AR"]);
    expect(messages).toMatchObject([{ depth: "full", most: 4, from: { part: "journals", failed: 1 } }]);
    const [goingOn] = messages.splice(0);
    if (goingOn === undefined) throw new Error("No message continues the sweep");
    await expect(run({ ...goingOn, most: 2_000 })).rejects.toThrow("1 things");
    expect(messages).toEqual([]);
  });

  test("reads a thousand entries at a time, and no journal alone", async () => {
    const app = await started();
    for (let number = 0; number < 1_000; number += 1)
      await app.store.commit({ changes: [registeredUser(1_000 + number)], by: "load", at: app.clock.now() });
    app.accounts.open = true;
    await app.settle();
    const { seen, limits } = watchPages(app);
    let alone = 0;
    const { journalOf } = app.store;
    app.store.journalOf = (kind, id, paging) => {
      alone += 1;
      return journalOf(kind, id, paging);
    };
    await sweep(ioOf(app), "full");
    expect(seen.length).toBeGreaterThan(1_000);
    expect([alone, limits]).toEqual([0, [1_000, 1_000, 1_000]]);
  });
});

test("an hourly sweep reads no review without open obligations, nor one of a group that is not reminded yet", async () => {
  const app = await started();
  for (const [place, code] of ["DE", "EG", "FR"].entries())
    for (const role of ["focal-point", "expert"] as const)
      expect(await nameDelegate(app, role, code, { number: 100 + place, in: ["DE"] })).toBeUndefined();
  // An hour before the letters of the morning.
  await app.moveTo("2020-12-02T07:00:00.000Z");
  await planTestGroup(app, { reviews: { KE: ["LV", "MX"] }, number: 2 });
  await startOf(app, "2020-12-02", 2);
  await app.settle();
  const pending = new Set((await app.store.due(onePage)).items.map(({ review }) => review));
  expect([pending.has(reviewId("DE")), pending.has(reviewId("KE"))]).toEqual([false, true]);
  const ids: string[] = [];
  const { loadMany } = app.store;
  app.store.loadMany = (kind, wanted) => {
    if (kind === "review") ids.push(...wanted);
    return loadMany(kind, wanted);
  };
  const { list } = app.store;
  const lists: string[] = [];
  app.store.list = (kind, paging) => {
    lists.push(kind);
    return list(kind, paging);
  };
  await sweep(ioOf(app), "hourly");
  expect(ids.toSorted()).toEqual(codes.filter((code) => code !== "DE").map((code) => `c1-${code}`));
  expect(lists).not.toContain("review");
});
