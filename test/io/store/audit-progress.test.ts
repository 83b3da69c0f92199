import { expect, test } from "vitest";
import { at } from "../../fixtures/changes.ts";
import { bothStores } from "./stores.ts";

test.each(bothStores())("the progress of the nightly audit is one row $name", async ({ make }) => {
  const { store } = await make();
  expect(await store.auditProgress()).toBeUndefined();
  const since = at("2020-12-01T03:05:00.000Z");
  const first = { basis: "fold 1", since, roundBegan: since, read: 0, entries: 9, again: [] };
  const second = { ...first, after: "position", read: 4, again: ["review#c1-FR"] };
  for (const progress of [first, second, first]) {
    await store.saveAuditProgress(progress);
    expect(await store.auditProgress()).toEqual(progress);
  }
});
