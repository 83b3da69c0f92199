import { beforeEach, describe, expect, test } from "vitest";
import type { AnyChange } from "../../../lambdas/io/ports/commit.ts";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import { foldVersion } from "../../../domain/audit/fold-version.ts";
import { linkHash } from "../../../domain/base/hash-chain.ts";
import { listedText, readListedText } from "../../../lambdas/io/store/listed-text.ts";
import { obligationsText, readObligationsText } from "../../../lambdas/io/store/obligations-text.ts";
import { toAttribute } from "../../../lambdas/io/store/attributes.ts";
import { verifyJournal } from "../../../lambdas/use-cases/oversight/audit-journal.ts";
import { auditAll } from "../../fixtures/audit.ts";
import { skipUnreadable } from "../../../lambdas/use-cases/base/skip-unreadable.ts";
import {
  at,
  change,
  drawOf,
  party,
  registeredParty,
  registeredUser,
  reviewId,
  startIn,
  userId,
} from "../../fixtures/changes.ts";
import { engineRunsHere } from "./engine.ts";
import { openEngineStore } from "./engine-store.ts";
import { memoryLedger } from "../../fakes/memory/ledger.ts";
import { memoryStore } from "../../fakes/memory/store.ts";
import type { RawTables } from "./tables.ts";

const recordedAt = at("2020-12-01T10:00:00.000Z");
const now = at("2020-12-02T02:00:00.000Z");
const aggregateRowKey = { pk: "review#c1-FR", sk: "aggregate" };
const entryKey = (version: number) => ({ subject: "review#c1-FR", version: String(version).padStart(10, "0") });

describe.runIf(engineRunsHere)("the audit of all journals", () => {
  const emptyStore = openEngineStore();
  let store: Store;
  let raw: RawTables;
  beforeEach(async () => {
    ({ store, raw } = await emptyStore());
  });
  const commit = (...changes: readonly AnyChange[]) => store.commit({ changes, by: "react", at: recordedAt });
  const reviewOf = async (code: string) => {
    const aggregate = await store.load("review", reviewId(code));
    if (aggregate === undefined) throw new Error("No review");
    return aggregate;
  };
  const france = () => reviewOf("FR");
  const givenReviews = async () => {
    await commit(drawOf("FR", "BR"), drawOf("DE", "BR"), registeredUser(1));
    await commit(startIn(await france()));
  };
  const faults = async () => (await auditAll(store, now)).broken;

  test("finds nothing where everything is as it was written", async () => {
    await givenReviews();
    expect(await auditAll(store, now)).toEqual({ broken: [], earlierAggregates: 0 });
  });

  test("finds a party whose name in the list of names is missing or differs, because replies show that one", async () => {
    await commit(registeredParty("FR"), registeredParty("DE"), registeredParty("BR"));
    await raw.remove("records", { pk: "party-names", sk: "FR" });
    const german = { pk: "party-names", sk: "DE" };
    await raw.put("records", { ...(await raw.get("records", german)), name: toAttribute("Another name") });
    const nameFault = expect.stringContaining("its row in the list of party names differs or is missing");
    expect(await faults()).toEqual([
      { subject: "party#DE", fault: nameFault },
      { subject: "party#FR", fault: nameFault },
    ]);
  });

  test("finds a review whose row in a list is missing or older, because lists would show it wrongly", async () => {
    await givenReviews();
    const row = await raw.get("records", { pk: "review#c1-FR", sk: "listed" });
    const later = { ...readListedText(reviewId("FR"), row["listed"]?.S ?? ""), version: 7 };
    const listed = toAttribute(listedText(later));
    await raw.put("records", { ...row, listed });
    await raw.remove("records", { pk: "review#c1-DE", sk: "listed" });
    const fault = expect.stringContaining("its row in the list of reviews differs or is missing");
    expect(await faults()).toEqual([
      { subject: "review#c1-DE", fault },
      { subject: "review#c1-FR", fault },
    ]);
  });

  test("finds a review whose obligations in lists are missing or differ, because lists would show them wrongly", async () => {
    await givenReviews();
    await commit(startIn(await reviewOf("DE")));
    const french = await raw.get("records", { pk: "review#c1-FR", sk: "listed" });
    const [first, ...others] = readObligationsText(reviewId("FR"), french["obligations"]?.S ?? "");
    if (first === undefined) throw new Error("No obligation");
    const settled = { ...first, state: "met", settledAt: first.dueAt } as const;
    await raw.put("records", { ...french, obligations: toAttribute(obligationsText([settled, ...others])) });
    const german = await raw.get("records", { pk: "review#c1-DE", sk: "listed" });
    const { obligations: _text, obligationsKey: _key, obligationsSort: _sort, ...without } = german;
    await raw.put("records", without);
    const fault = expect.stringContaining("its row in the list of obligations differs or is missing");
    expect(await faults()).toEqual([
      { subject: "review#c1-DE", fault },
      { subject: "review#c1-FR", fault },
    ]);
  });

  test("counts aggregates of an earlier version, and raises an alarm about one that was changed", async () => {
    await givenReviews();
    const earlier = { foldVersion: toAttribute(foldVersion - 1) };
    const aggregate = await raw.get("records", aggregateRowKey);
    await raw.put("records", { ...aggregate, ...earlier });
    expect(await auditAll(store, now)).toEqual({ broken: [], earlierAggregates: 1 });
    const state = { ...aggregate["state"]?.M, stageSince: toAttribute("2021-09-02T12:00:00.000Z") };
    await raw.put("records", { ...aggregate, ...earlier, state: { M: state } });
    const fault = "review#c1-FR: the journal does not replay to the stored state (guarantee 16)";
    expect(await auditAll(store, now)).toEqual({ broken: [{ subject: "review#c1-FR", fault }], earlierAggregates: 1 });
  });

  test.each([1, 2, 50])(
    "finds the same faults in pages of %i entries, on the first page, in the middle and on the last",
    async (entriesPerRead) => {
      for (const code of ["AR", "CL", "FR", "GR", "IN"]) await commit(drawOf(code, "BR"));
      for (const code of ["AR", "FR", "IN"]) {
        const aggregate = await raw.get("records", { pk: `review#c1-${code}`, sk: "aggregate" });
        await raw.put("records", { ...aggregate, hash: toAttribute("0".repeat(64)) });
      }
      await raw.remove("records", { pk: "review#c1-GR", sk: "aggregate" });
      await raw.remove("journal", { subject: "review#c1-CL", version: "0000000001" });
      expect((await auditAll(store, now, entriesPerRead)).broken.map(({ subject }) => subject).toSorted()).toEqual(
        ["AR", "CL", "FR", "GR", "IN"].map((code) => `review#c1-${code}`),
      );
    },
  );

  test("finds a missing journal, which no other row shows", async () => {
    await givenReviews();
    await raw.remove("journal", { subject: `user#${userId(1)}`, version: "0000000001" });
    const subject = `user#${userId(1)}`;
    const why = `the aggregate of ${subject} is at version 1, the journal ends with 0 (guarantee 3)`;
    expect(await faults()).toEqual([{ subject, fault: `${subject}: ${why}` }]);
  });

  test("finds a missing aggregate, whatever list shows the other rows", async () => {
    await givenReviews();
    await raw.remove("records", aggregateRowKey);
    expect(await faults()).toEqual([
      {
        subject: "review#c1-FR",
        fault: "review#c1-FR: there are entries of review#c1-FR, and no aggregate (guarantee 3)",
      },
    ]);
    const { aggregate, report } = await verifyJournal(store, "review", reviewId("FR"));
    expect([aggregate, report]).toMatchObject([
      undefined,
      { intact: false, entries: 2, firstBroken: { fault: "no-aggregate" } },
    ]);
  });

  test.each([
    ["before another one", 1],
    ["at the end", 2],
  ])("finds an entry %s that was replaced, though its own hash is right", async (_, version) => {
    await givenReviews();
    const later = at("2020-12-01T10:00:01.000Z");
    const item = await raw.get("journal", entryKey(version));
    const { items } = await store.journalOf("review", reviewId("FR"), { limit: 10 });
    const [entry] = items.filter((one) => one.version === version);
    if (entry === undefined) throw new Error(`There is no entry ${version}`);
    expect(linkHash(entry)).toBe(entry.hash);
    // A Put that replaces cannot be forbidden by permissions: here at another time, with a hash made for that.
    const forged = { ...entry, recordedAt: later };
    const hash = linkHash(forged);
    await raw.put("journal", { ...item, recordedAt: toAttribute(later), hash: toAttribute(hash) });
    const [fault, ...more] = await faults();
    expect([fault?.subject, more]).toEqual(["review#c1-FR", []]);
    expect(fault?.fault).toContain("guarantee 3");
  });

  test("finds an older aggregate that was put back, while the later entries are there", async () => {
    await commit(drawOf("FR", "BR"));
    const older = await raw.get("records", aggregateRowKey);
    await commit(startIn(await france()));
    await raw.put("records", older);
    expect(await faults()).toEqual([
      {
        subject: "review#c1-FR",
        fault: "review#c1-FR: the aggregate of review#c1-FR is at version 1, the journal ends with 2 (guarantee 3)",
      },
    ]);
    expect((await verifyJournal(store, "review", reviewId("FR"))).report.intact).toBe(false);
  });

  test("finds an older aggregate whose later entries were taken away, where the index of open obligations still lists them", async () => {
    await commit(drawOf("FR", "BR"));
    const older = await raw.get("records", aggregateRowKey);
    await commit(startIn(await france()));
    await raw.put("records", older);
    await raw.remove("journal", entryKey(2));
    expect((await verifyJournal(store, "review", reviewId("FR"))).report.intact).toBe(true);
    expect(await faults()).toMatchObject([
      { subject: "review#c1-FR", fault: expect.stringContaining("the aggregate has none") },
      { subject: "review#c1-FR", fault: expect.stringContaining("its row in the list of reviews differs") },
      { subject: "review#c1-FR", fault: expect.stringContaining("its row in the list of obligations differs") },
    ]);
  });

  test("finds a seat that the index of open obligations does not show, because its party would get no reminder", async () => {
    await givenReviews();
    await raw.remove("records", { pk: "review#c1-FR", sk: "seat#BR" });
    expect(await faults()).toMatchObject([
      { subject: "review#c1-FR", fault: expect.stringMatching(/lists FR \S+, the aggregate has BR/u) },
    ]);
  });

  test("finds an aggregate that no list shows, once every list had time to", async () => {
    await givenReviews();
    const { kindKey: _kind, kindSort: _sort, ...hidden } = await raw.get("records", aggregateRowKey);
    await raw.put("records", hidden);
    expect(await faults()).toMatchObject([
      { subject: "review#c1-FR", fault: expect.stringContaining("the list of all aggregates does not show it") },
    ]);
    expect((await auditAll(store, at("2020-12-01T10:30:00.000Z"))).broken).toEqual([]);
  });

  test("reports no fact that is recorded while it runs", async () => {
    await commit(drawOf("FR", "BR"));
    let commits = 0;
    const busy: Store = {
      ...store,
      journalOf: async (kind, id, paging) => {
        if (commits++ === 0) await commit(startIn(await france()));
        return store.journalOf(kind, id, paging);
      },
      // Behind by an entry, so that the journal is read on its own.
      feed: async (month, paging) => ({ ...(await store.feed(month, paging)), items: [] }),
    };
    const { aggregate, entries, report } = await verifyJournal(busy, "review", reviewId("FR"));
    expect([commits, aggregate?.version, entries.length, report.intact]).toEqual([1, 1, 1, true]);
    commits = 0;
    const born: Store = {
      ...store,
      load: async (kind, id) => {
        const found = await store.load(kind, id);
        if (found === undefined && commits++ === 0) await commit(drawOf("PE", "BR"));
        return found;
      },
    };
    expect((await verifyJournal(born, "review", reviewId("PE"))).report).toMatchObject({ intact: true, entries: 1 });
    expect(await auditAll(busy, now)).toMatchObject({ broken: [] });
  });

  test("continues after rows that cannot be read with all others, and finds their subjects, not what their author wrote", async () => {
    await givenReviews();
    const author = registeredUser(2);
    await commit(author);
    const officer = { kind: "officer-assigned", happenedAt: recordedAt, review: reviewId("DE") } as const;
    const germany = await store.load("review", reviewId("DE"));
    await store.commit({
      changes: [change("review", reviewId("DE"), germany, [officer])],
      by: author.id,
      at: recordedAt,
    });
    const damage = async (table: "records" | "journal", key: object, field: string) => {
      await raw.put(table, { ...(await raw.get(table, key)), [field]: { S: "?" } });
    };
    await damage("records", aggregateRowKey, "state");
    await damage("records", { pk: `user#${author.id}`, sk: "aggregate" }, "state");
    await damage("journal", { subject: `user#${userId(1)}`, version: "0000000001" }, "facts");
    await raw.put("journal", { subject: { S: "of no kind" }, version: { S: "0000000001" } });
    await expect(auditAll(store, now)).rejects.toThrow("cannot be read");
    const keys = new Set<string>();
    const io = skipUnreadable({ store, ledger: memoryLedger(memoryStore()) }, (key) => void keys.add(key));
    const subjects = (await auditAll(io.store, now)).broken.map(({ subject }) => subject);
    expect(subjects.toSorted()).toEqual(["review#c1-FR", `user#${userId(1)}`, `user#${author.id}`]);
    expect([...keys].toSorted()).toEqual([
      "of no kind#0000000001",
      "review#c1-FR#aggregate",
      `user#${userId(1)}#0000000001`,
      `user#${author.id}#aggregate`,
    ]);
  });

  test("continues after a broken subject with all others", async () => {
    await givenReviews();
    await commit(
      change("review", reviewId("FR"), await france(), [
        { kind: "officer-assigned", happenedAt: recordedAt, review: reviewId("FR") },
      ]),
    );
    await raw.remove("records", aggregateRowKey);
    await raw.remove("records", { pk: "review#c1-DE", sk: "aggregate" });
    expect((await faults()).map(({ subject }) => subject).toSorted()).toEqual(["review#c1-DE", "review#c1-FR"]);
    expect(await store.reviewsOfParty(party("BR"))).toHaveLength(2);
  });
});
