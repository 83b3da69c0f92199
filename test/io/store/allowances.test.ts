import { describe, expect, test } from "vitest";
import type { Allowance } from "../../../lambdas/io/ports/store.ts";
import { at, day, userId } from "../../fixtures/changes.ts";
import { bothStores, everyStore } from "./stores.ts";

const keysOf = (of: string, on = "2020-12-01"): Allowance => ({ what: "keys", of, day: day(on) });
const now = at("2020-12-01T10:00:00.000Z");

describe.each(everyStore())("what is used in a day, $name", ({ name, make }) => {
  test("is counted up to the most that may be, and no further", async () => {
    const { store } = await make();
    const spend = (amount: number) => store.spend(keysOf(userId(1)), amount, 10);
    expect([await spend(4), await spend(6), await spend(1), await spend(0)]).toEqual([true, true, false, true]);
  });

  test("is counted by whoever uses it and by day", async () => {
    const { store } = await make();
    expect(await store.spend(keysOf(userId(1)), 10, 10)).toBe(true);
    expect(await store.spend(keysOf(userId(2)), 10, 10)).toBe(true);
    expect(await store.spend(keysOf(userId(1), "2020-12-02"), 10, 10)).toBe(true);
    expect(await store.spend(keysOf(userId(1)), 1, 10)).toBe(false);
  });

  test("is never more than may be, however many count at once", async () => {
    const { store } = await make();
    const spent = await Promise.all(Array.from({ length: 12 }, () => store.spend(keysOf(userId(1)), 1, 5)));
    const counted = spent.filter(Boolean).length;
    // A write that was not heard of, and that another one has followed since, is counted twice.
    expect(counted).toBeLessThanOrEqual(5);
    expect(counted).toBeGreaterThan(name.includes("never heard") ? 0 : 4);
  });
});

describe.each(bothStores())("a reply that is kept for repeats, $name", ({ make }) => {
  /** Chance as letters, which no compression makes much shorter. */
  const noise = (length: number): string => {
    let seed = 1;
    return Array.from({ length }, () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return String.fromCharCode(0x4e00 + (seed % 20_000));
    }).join("");
  };

  test.each([
    ["short", "{}"],
    ["of many like parts", JSON.stringify(Array.from({ length: 20_000 }, () => ({ state: "open", party: "FR" })))],
    ["longer than an item may be", JSON.stringify({ text: noise(400_000) })],
  ])("is the same again: %s", async (_, body) => {
    const { store } = await make();
    const record = { key: "key-1", bodyHash: "1", reply: { status: 200, headers: { etag: '"v1"' }, body } };
    await store.commit({ changes: [], by: userId(1), at: now, idempotency: record });
    expect(await store.repeated("key-1", now)).toEqual(record);
    await expect(store.commit({ changes: [], by: userId(1), at: now, idempotency: record })).rejects.toThrow();
  });

  test.each([10, 5_000, 400_000])(
    "is forgotten where it speaks of a person who is erased: of %i letters",
    async (length) => {
      const { store } = await make();
      const record = (key: string, name: string) => {
        const body = JSON.stringify({ text: noise(length), name });
        return { key, bodyHash: "1", reply: { status: 200, headers: {}, body } };
      };
      for (const [key, name] of [
        ["key-1", "Erased"],
        ["key-2", "Kept"],
      ] as const)
        await store.commit({ changes: [], by: userId(1), at: now, idempotency: record(key, name) });
      await store.forgetMentions((text) => text.includes("Erased"));
      expect(await store.repeated("key-1", now)).toBeUndefined();
      expect(await store.repeated("key-2", now)).toEqual(record("key-2", "Kept"));
    },
  );
});
