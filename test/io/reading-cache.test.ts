import { describe, expect, test } from "vitest";
import { keepReading } from "../../lambdas/io/reading-cache.ts";
import { at } from "../fixtures/changes.ts";

/** Returns a reading that counts its calls and fails on demand, with a manual clock. */
const counted = () => {
  const reading = { now: at("2020-12-01T10:00:00.000Z"), count: 0, fails: false };
  const read = keepReading({ now: () => reading.now }, { minutes: 5 }, async () => {
    reading.count += 1;
    if (reading.fails) throw new Error("no answer");
    return reading.count;
  });
  return { reading, read };
};

describe("a reading that is kept", () => {
  test("is made once for all callers within its lifetime, and again after it", async () => {
    const { reading, read } = counted();
    expect(await Promise.all([read(), read()])).toEqual([1, 1]);
    reading.now = at("2020-12-01T10:04:59.999Z");
    expect(await read()).toBe(1);
    reading.now = at("2020-12-01T10:05:00.000Z");
    expect(await read()).toBe(2);
  });

  test("is made again at once where it failed", async () => {
    const { reading, read } = counted();
    reading.fails = true;
    await expect(read()).rejects.toThrow("no answer");
    reading.fails = false;
    expect(await read()).toBe(2);
  });
});
