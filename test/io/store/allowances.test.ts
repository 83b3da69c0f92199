import { describe, expect, test } from "vitest";
import type { DayUse } from "../../../lambdas/io/ports/commit.ts";
import { at, day, userId } from "../../fixtures/changes.ts";
import { bothStores, everyStore } from "./stores.ts";

const commands = (of: string, amount: number, most: number, on = "2020-12-01"): DayUse => ({
  of,
  day: day(on),
  counts: { commands: { amount, most } },
});
const now = at("2020-12-01T10:00:00.000Z");

describe.each(everyStore())("the use of a day, $name", ({ name, make }) => {
  test("is counted up to the limit, and no further", async () => {
    const { store } = await make();
    const spend = (amount: number) => store.spend(commands(userId(1), amount, 10));
    expect([await spend(4), await spend(6), await spend(1)]).toEqual([true, true, false]);
  });

  test("admits no amount above the limit, also as the first of the day", async () => {
    const { store } = await make();
    const use = commands(userId(1), 11, 10);
    expect([await store.spend(use), await store.usedOn(use)]).toEqual([false, {}]);
    expect(await store.spend(commands(userId(1), 0, 0))).toBe(false);
  });

  test("is counted by user, by day, and by kind", async () => {
    const { store } = await make();
    expect(await store.spend(commands(userId(1), 10, 10))).toBe(true);
    expect(await store.spend(commands(userId(2), 10, 10))).toBe(true);
    expect(await store.spend(commands(userId(1), 10, 10, "2020-12-02"))).toBe(true);
    expect(await store.spend(commands(userId(1), 1, 10))).toBe(false);
    const letters = { letters: { amount: 3, most: 3 } };
    expect(await store.spend({ of: userId(1), day: day("2020-12-01"), counts: letters })).toBe(true);
    expect(await store.usedOn({ of: userId(1), day: day("2020-12-01") })).toEqual({ commands: 10, letters: 3 });
    expect(await store.usedOn({ of: userId(3), day: day("2020-12-01") })).toEqual({});
  });

  test("is counted altogether or not at all, and an amount of 0 needs that something is left", async () => {
    const { store } = await make();
    const both = (letters: number): DayUse => ({
      of: userId(1),
      day: day("2020-12-01"),
      counts: { commands: { amount: 1, most: 10 }, letters: { amount: letters, most: 2 } },
    });
    expect(await store.spend(both(0))).toBe(true);
    expect(await store.spend(both(2))).toBe(true);
    expect(await store.spend(both(0))).toBe(false);
    expect((await store.usedOn(both(0))).commands).toBeGreaterThanOrEqual(2);
  });

  test("is given back for a command that changed nothing, and never more than was counted", async () => {
    const { store } = await make();
    const use = commands(userId(1), 3, 10);
    expect(await store.spend(use)).toBe(true);
    expect(await store.spend(commands(userId(1), 2, 10))).toBe(true);
    await store.giveBack(use);
    const { commands: left = 0 } = await store.usedOn(use);
    // An unanswered write that the client repeated is counted twice.
    expect(left).toBeGreaterThanOrEqual(2);
    await store.giveBack(commands(userId(1), 100, 100));
    await store.giveBack(commands(userId(2), 1, 10));
    expect(await store.usedOn(use)).toEqual({ commands: left });
    expect(await store.usedOn({ of: userId(2), day: day("2020-12-01") })).toEqual({});
  });

  test("is never more than the limit, however many count at once", async () => {
    const { store } = await make();
    const spent = await Promise.all(Array.from({ length: 12 }, () => store.spend(commands(userId(1), 1, 5))));
    const counted = spent.filter(Boolean).length;
    // An unanswered write that the client repeated is counted twice.
    expect(counted).toBeLessThanOrEqual(5);
    expect(counted).toBeGreaterThan(name.includes("never heard") ? 0 : 4);
  });
});

describe.each(everyStore())("the use by a commit, $name", ({ make }) => {
  const use = (most: number) => commands(userId(1), 1, most);
  const record = { key: "key-1", bodyHash: "1", reply: { status: 200, headers: {}, body: "{}" } };

  test("is counted with it: a racing repeat with one key uses it once", async () => {
    const { store } = await make();
    const commit = () =>
      store.commit({ changes: [], by: userId(1), at: now, idempotency: record, uses: [use(10)] }).then(
        () => "done",
        (error: unknown) => (error as { why: string }).why,
      );
    const outcomes = await Promise.all([commit(), commit(), commit()]);
    expect(outcomes.filter((one) => one === "done")).toHaveLength(1);
    expect(await store.usedOn(use(10))).toEqual({ commands: 1 });
  });

  test("is refused with it where the limit is reached, and nothing is written", async () => {
    const { store } = await make();
    expect(await store.spend(commands(userId(1), 2, 2))).toBe(true);
    const refused = store.commit({ changes: [], by: userId(1), at: now, idempotency: record, uses: [use(2)] });
    await expect(refused).rejects.toMatchObject({ why: "used-up" });
    expect(await store.repeated("key-1", now)).toBeUndefined();
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
  ])("is a repetition: %s", async (_, body) => {
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
