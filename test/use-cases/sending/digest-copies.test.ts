import { describe, expect, test } from "vitest";
import { conclude, delay, digesting, mailsTo, rowsOf } from "../../support/digesting.ts";
import type { House } from "../../support/house.ts";

describe("a copy is known as one", () => {
  /** Whatever is ordered is sent before whoever planned it goes on. */
  const hasty = (house: House): void =>
    house.after("letterQueues.order", async () => {
      await house.settleQueue("letters");
      hasty(house);
    });

  test("by a sender that is faster than who plans the letters to its mission and its focal point", async () => {
    const house = await digesting();
    hasty(house);
    await conclude(house, "FR");
    await conclude(house, "JP");
    await house.settle();
    await delay(house, "JP", "2021-09-30");
    await house.settle();
    expect(mailsTo(house, "FR")).toEqual([]);
    expect(await rowsOf(house, "FR")).toEqual([
      "questionnaire start skipped(digest)",
      "delay-notified skipped(digest)",
      "digest planned",
    ]);
  });

  test("also where the sweep plans them, because nobody heard of what happened", async () => {
    const house = await digesting();
    await conclude(house, "FR");
    house.stream.pending.splice(0);
    hasty(house);
    await house.sweep("hourly");
    await house.settle();
    expect(mailsTo(house, "FR")).toEqual([]);
    expect(await rowsOf(house, "FR")).toContain("questionnaire start skipped(digest)");
  });
});
