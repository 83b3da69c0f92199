import { beforeEach, describe, expect, test } from "vitest";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import { all, pagesOf } from "../../../lambdas/io/pages.ts";
import type { RecordedAggregate } from "../../../lambdas/io/store/recorded-aggregates.ts";
import { at, change, drawOf, registeredUser, reviewId, userId } from "../../fixtures/changes.ts";
import { bothStores } from "./stores.ts";

const recordedAt = at("2020-12-01T10:00:00.000Z");

describe.each(bothStores())("all journals $name", ({ make }) => {
  let store: Store;
  beforeEach(async () => {
    ({ store } = await make());
    const commit = (...changes: Parameters<Store["commit"]>[0]["changes"]) =>
      store.commit({ changes, by: "react", at: recordedAt });
    for (const code of ["AR", "CL", "FR"]) await commit(drawOf(code, "BR"));
    await commit(registeredUser(1));
    for (let number = 0; number < 6; number += 1) {
      const assigned = { kind: "officer-assigned", happenedAt: recordedAt, review: reviewId("CL") } as const;
      const officer = number % 2 === 0 ? { officer: userId(1) } : {};
      const chile = await store.load("review", reviewId("CL"));
      await commit(change("review", reviewId("CL"), chile, [{ ...assigned, ...officer }]));
    }
  });

  test.each([1, 2, 3, 4, 7, 10, 1_000])("are read in pages of %i entries, each whole and once", async (limit) => {
    const found: RecordedAggregate[] = [];
    let largest = 0;
    for await (const page of pagesOf((paging) => store.recordedAggregates(paging), limit)) {
      found.push(...page);
      largest = Math.max(
        largest,
        page.reduce((sum, { entries }) => sum + entries.length, 0),
      );
    }
    const names = found.map(({ kind, id }) => `${kind}#${id}`).toSorted();
    expect(names).toEqual(["review#c1-AR", "review#c1-CL", "review#c1-FR", `user#${userId(1)}`]);
    for (const { kind, id, aggregate, entries } of found) {
      expect(aggregate).toEqual(await store.load(kind, id));
      expect(entries).toEqual(await all((paging) => store.journalOf(kind, id, paging)));
    }
    // A page goes beyond its limit by no more than the rest of one journal.
    expect(largest).toBeLessThan(limit + 7);
  });

  test("are read by name, and one that is not there has no entries", async () => {
    const subjects = ["review#c1-CL", `user#${userId(1)}`, "review#c1-ZW"];
    const [chile, user, none] = await store.recordedAggregatesOf(subjects);
    expect(chile?.aggregate).toEqual(await store.load("review", "c1-CL"));
    expect(chile?.entries).toEqual(await all((paging) => store.journalOf("review", "c1-CL", paging)));
    expect(user).toMatchObject({ kind: "user", id: userId(1), entries: [{ version: 1 }] });
    expect(none).toEqual({ kind: "review", id: "c1-ZW", aggregate: undefined, entries: [] });
  });
});
