import { beforeEach, describe, expect, test } from "vitest";
import { newsAge, nightsOfRound } from "../../domain/policy/letters.ts";
import { later } from "../../domain/base/time.ts";
import { feedFrom, launch } from "../../lambdas/use-cases/base/journal-feed.ts";
import type { JournalEntry } from "../../schemas/model/journal-entry.ts";
import type { SweepReport } from "../../lambdas/use-cases/sweep-report.ts";
import { registeredUser, userId } from "../fixtures/changes.ts";
import { given, nameDelegate, startOf } from "../fixtures/group.ts";
import type { TestApp } from "../harness/test-app.ts";

const codes = ["AR", "BE", "CL", "DE", "EG", "FR", "GR", "HU", "IN"];
/** Nine reviews, each reviewed by the next two parties. */
const reviews = Object.fromEntries(
  codes.map((code, at) => [code, [1, 2].map((step) => codes[(at + step) % codes.length] ?? "")]),
);

let app: TestApp;
/** The journals that sweeps read: those named because they changed, and those of the share of the night. */
let named: string[];
let shared: string[];
/** The journals that another person has changed. */
let spoiled: Set<string>;

beforeEach(async () => {
  app = await given.group({ reviews });
  await app.moveTo("2020-12-01T10:00:00.000Z");
  await startOf(app, "2020-12-01");
  await app.settle();
  [named, shared, spoiled] = [[], [], new Set()];
  const { journalOf, recordedAggregates, recordedAggregatesOf } = app.store;
  const spoil = (entries: readonly JournalEntry[]) =>
    entries.map((entry) => (spoiled.has(entry.subject) ? { ...entry, by: "unknown" } : entry));
  app.store.journalOf = async (...question) => {
    const page = await journalOf(...question);
    return { ...page, items: spoil(page.items) };
  };
  app.store.recordedAggregates = async (paging) => {
    const page = await recordedAggregates(paging);
    shared.push(...page.items.map(({ kind, id }) => `${kind}#${id}`));
    return { ...page, items: page.items.map((each) => ({ ...each, entries: spoil(each.entries) })) };
  };
  app.store.recordedAggregatesOf = async (subjects) => {
    named.push(...subjects);
    return (await recordedAggregatesOf(subjects)).map((each) => ({ ...each, entries: spoil(each.entries) }));
  };
  await app.sweep("nightly");
});

/** Moves to the next night, and runs its sweep. Only the journals that this one reads are remembered. */
const night = async (): Promise<SweepReport> => {
  await app.moveTo(later(app.clock.now(), { hours: 24 }));
  await app.settle();
  [named, shared] = [[], []];
  return app.sweep("nightly");
};

/** Runs nights until one finds a broken journal. Returns the number of nights. */
const nightsUntilFound = async (): Promise<number> => {
  for (let count = 1; ; count += 1) if ((await night()).broken.length > 0 || count > nightsOfRound) return count;
};

/** The subjects of all entries, or of those recorded from an instant on. */
const subjectsSince = async (from = launch()): Promise<ReadonlySet<string>> => {
  const subjects = new Set<string>();
  for await (const entries of feedFrom(app.store, from, app.clock.now()))
    for (const { subject } of entries) subjects.add(subject);
  return subjects;
};

describe("a nightly sweep", () => {
  test("reads all journals in its first night, then what changed, and a share of the others", async () => {
    const subjects = await subjectsSince();
    expect([named, new Set(shared)]).toEqual([[], subjects]);
    await night();
    await night();
    expect([named, shared.length]).toEqual([[], 2]);
    expect(await nameDelegate(app, "focal-point", "FR")).toBeUndefined();
    await app.settle();
    const changed = await subjectsSince(app.clock.now());
    expect(changed.size).toBeLessThan(5);
    const { journalsRead } = await night();
    expect(new Set(named)).toEqual(changed);
    expect(journalsRead).toBeLessThanOrEqual(named.length + 3);
    await night();
    expect(named).toEqual([]);
  });

  test("takes a number of calls that does not follow the number of journals, and fewer than a sweep in full", async () => {
    await night();
    await night();
    await app.sweep("full");
    const full = app.callsOf("sweep").length;
    await night();
    await night();
    const quiet = app.callsOf("sweep").length;
    const users = Array.from({ length: 100 }, (_, place) => registeredUser(1_000 + place));
    for (const user of users) await app.store.commit({ changes: [user], by: "load", at: app.clock.now() });
    app.accounts.open = true;
    await app.settle();
    await app.sweep("full");
    await night();
    await night();
    expect(quiet).toBeLessThanOrEqual(40);
    expect(full).toBeGreaterThan(quiet + 10);
    expect(app.callsOf("sweep").length).toBeLessThanOrEqual(quiet + 5);
  });

  test("reads every journal in a round of four weeks, which is shorter than letters are news", async () => {
    const seen: string[] = [];
    let nights = 0;
    for (let read: number | undefined; read !== 100; nights += 1) {
      read = (await night()).roundRead;
      seen.push(...shared);
    }
    expect(nights).toBeLessThanOrEqual(nightsOfRound);
    expect(nights).toBeGreaterThan(nightsOfRound / 2);
    expect(new Set(seen)).toEqual(await subjectsSince());
    expect(seen).toHaveLength(new Set(seen).size);
    expect(later(app.clock.now(), { hours: 24 * nightsOfRound }) < later(app.clock.now(), newsAge)).toBe(true);
  });

  test("finds a journal that was changed within the round, and every night until it is repaired", async () => {
    spoiled.add("review#c1-IN");
    expect(await nightsUntilFound()).toBeLessThanOrEqual(nightsOfRound);
    expect((await night()).broken).toEqual(["review#c1-IN"]);
    expect((await night()).broken).toEqual(["review#c1-IN"]);
    spoiled.clear();
    expect((await night()).broken).toEqual([]);
    expect(named).toEqual(["review#c1-IN"]);
    await night();
    expect(named).toEqual([]);
  });

  test("finds in the same night a journal that changed, and a row of a list that does not follow it", async () => {
    await night();
    expect(await nameDelegate(app, "focal-point", "FR")).toBeUndefined();
    await app.settle();
    spoiled.add("review#c1-DE");
    const { listedReviews, due } = app.store;
    app.store.listedReviews = async (paging) => {
      const page = await listedReviews(paging);
      return { ...page, items: page.items.filter(({ id }) => id !== "c1-EG") };
    };
    app.store.due = async (paging) => {
      const page = await due(paging);
      return { ...page, items: page.items.filter(({ review }) => review !== "c1-FR") };
    };
    const { broken } = await night();
    expect(broken.toSorted()).toEqual(["review#c1-DE", "review#c1-EG", "review#c1-FR"]);
  });

  test("writes an account that the stream and the hourly sweeps never made, when its share comes", async () => {
    await app.store.commit({ changes: [registeredUser(7)], by: "load", at: app.clock.now() });
    app.stream.pending.splice(0);
    // A night that read the change, in the row of which it was lost.
    const progress = await app.store.auditProgress();
    if (progress === undefined) throw new Error("The first night kept no progress");
    await app.moveTo(later(app.clock.now(), { hours: 200 }));
    await app.store.saveAuditProgress({ ...progress, since: app.clock.now() });
    app.accounts.open = true;
    let made = 0;
    for (let count = 1; count <= nightsOfRound; count += 1) made += (await night()).accountsMade;
    expect(made).toBe(1);
    expect((await app.store.load("user", userId(7)))?.state.accountMade).toBe(true);
  });

  test("reads again what a night with a failure has read", async () => {
    await night();
    const { recordedAggregatesOf } = app.store;
    expect(await nameDelegate(app, "focal-point", "FR")).toBeUndefined();
    await app.settle();
    app.store.recordedAggregatesOf = () => Promise.reject(new Error("the database is away"));
    await expect(night()).rejects.toThrow("1 things");
    app.store.recordedAggregatesOf = recordedAggregatesOf;
    await night();
    expect(named).toContain("review#c1-FR");
  });

  test("reads all journals after a sweep in full, a restoration, a new fold, and a stage that is not counted", async () => {
    const total = (await subjectsSince()).size;
    const readAll = async (): Promise<boolean> => (await night()).journalsRead === total;
    await night();
    expect(await readAll()).toBe(false);
    expect((await app.sweep("full")).journalsRead).toBe(total);
    expect(await readAll()).toBe(false);
    const at = app.clock.now();
    await app.ledger.writeRestoration({ schema: 1, restoredTo: at, adoptedAt: at });
    expect([await readAll(), await readAll()]).toEqual([true, false]);
    const progress = await app.store.auditProgress();
    if (progress === undefined) throw new Error("No night kept its progress");
    await app.store.saveAuditProgress({ ...progress, basis: progress.basis.replace("fold 1", "fold 0") });
    expect([await readAll(), await readAll()]).toEqual([true, false]);
  });
});
