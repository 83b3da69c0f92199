import { beforeEach, describe, expect, test } from "vitest";
import { paceOf, type SlotLine, takeSlots } from "../../../domain/letters/send-rate.ts";
import { everyStore, type StoreUnderTest } from "./stores.ts";

const line = (revision: number, next: number): SlotLine => ({ revision, next, awaitedUntil: 0, bulletinsFrom: 0.5 });

describe.each(everyStore())("the line of slots $name", ({ make }) => {
  let app: StoreUnderTest;
  beforeEach(async () => {
    app = await make();
  });

  test("begins with the first slot; the second taker gets the stored state", async () => {
    const { slots } = app;
    const first = line(1, 1_606_816_800_000.102);
    expect(await slots.replace(undefined, first)).toEqual({ written: true });
    expect(await slots.replace(undefined, line(1, 7))).toEqual({ written: false, current: first });
  });

  test("is read unchanged, with the rate that its last taker kept to; there is none before the first use", async () => {
    const { slots } = app;
    expect(await slots.read()).toBeUndefined();
    await slots.replace(undefined, line(1, 10));
    expect(await slots.read()).toEqual(line(1, 10));
    await slots.replace(line(1, 10), { ...line(2, 20), perSecond: 14 });
    expect(await slots.read()).toEqual({ ...line(2, 20), perSecond: 14 });
  });

  test("is replaced only by a writer that knows its present state", async () => {
    const { slots } = app;
    await slots.replace(undefined, line(1, 10));
    expect(await slots.replace(line(1, 10), line(2, 20))).toEqual({ written: true });
    expect(await slots.replace(line(1, 10), line(2, 30))).toEqual({ written: false, current: line(2, 20) });
  });

  test("that was never begun is not replaced", async () => {
    expect(await app.slots.replace(line(1, 10), line(2, 20))).toEqual({ written: false, current: undefined });
  });

  test("is no letter: no list of letters shows it", async () => {
    await app.slots.replace(undefined, line(1, 10));
    for (const state of ["planned", "claimed", "unknown"] as const)
      expect((await app.ledger.needingAttention(state, "9999-12-31T23:59:59.999Z" as any, { limit: 5 })).items).toEqual(
        [],
      );
  });

  test("assigns each slot once, however many senders take at the same time", async () => {
    const { slots } = app;
    const pace = paceOf(200);
    const take = async (): Promise<readonly number[]> => {
      let known: SlotLine | undefined;
      const taken: number[] = [];
      while (taken.length < 6) {
        // Their clocks follow the line: no taker reserves too far ahead.
        const now = (known?.next ?? 1000) - pace.lead;
        const taking = takeSlots(known, { queue: "deadline-letters", count: 3, now }, pace);
        if (taking.kind === "later") throw new Error("The line is not so long");
        const outcome = await slots.replace(known, taking.line);
        known = outcome.written ? taking.line : outcome.current;
        if (outcome.written) taken.push(...taking.slots);
      }
      return taken;
    };
    const all = (await Promise.all(Array.from({ length: 8 }, take))).flat().toSorted((one, other) => one - other);
    expect(all).toHaveLength(48);
    const gaps = all.slice(1).map((slot, place) => slot - (all[place] ?? 0));
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(pace.spacing - 1e-6);
  });
});
