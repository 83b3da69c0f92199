import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LetterQueue } from "../../../domain/letters/queues.ts";
import { leftToday, type MailPermit, paceOf, type SlotLine, takeSlots } from "../../../domain/letters/send-rate.ts";

const rates = [1, 2, 14, 20, 21, 50, 200, 1000];
const noon = 1_606_820_400_000;

interface Taken {
  readonly slot: number;
  readonly queue: LetterQueue;
}

/** One request of a sender, some milliseconds after the previous one. The sender's clock is wrong by `skew`. */
interface Step {
  readonly after: number;
  readonly skew: number;
  readonly queue: LetterQueue;
  readonly count: number;
}
const steps = fc.array(
  fc.record({
    after: fc.oneof(fc.nat({ max: 5 }), fc.nat({ max: 400 }), fc.constantFrom(3_600_000)),
    skew: fc.integer({ min: -30, max: 30 }),
    queue: fc.constantFrom<LetterQueue>("deadline-letters", "bulletins"),
    count: fc.integer({ min: 1, max: 40 }),
  }),
  { minLength: 1, maxLength: 200 },
);
const rate = fc.constantFrom(...rates);

/** Returns the slots that the senders take from one line. */
const play = (requests: readonly Step[], perSecond: number) => {
  const pace = paceOf(perSecond);
  let line: SlotLine | undefined;
  let time = noon;
  const taken: (Taken & { readonly askedAt: number })[] = [];
  for (const { after, skew, queue, count } of requests) {
    time += after;
    const taking = takeSlots(line, { queue, count, now: time + skew }, pace);
    if (taking.kind === "later") {
      expect(taking.at).toBeGreaterThan(time + skew);
      continue;
    }
    line = taking.line;
    expect(taking.slots.length).toBeLessThanOrEqual(count);
    taken.push(...taking.slots.map((slot) => ({ slot, queue, askedAt: time + skew })));
  }
  return { taken, pace };
};

describe("the slots of all senders together", () => {
  test("are never more in any second than the permitted rate, for any number of slots requested at any time", () => {
    fc.assert(
      fc.property(steps, rate, (requests, perSecond) => {
        const slots = play(requests, perSecond).taken.map(({ slot }) => slot);
        for (const [place, slot] of slots.entries()) {
          const tooMany = slots[place + perSecond];
          if (tooMany !== undefined) expect(tooMany - slot).toBeGreaterThan(1000);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("stay within it though each mail is late by as much as is tolerated, and the network by as much again", () => {
    fc.assert(
      fc.property(
        steps,
        rate,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }),
        (requests, perSecond, lates) => {
          const { taken, pace } = play(requests, perSecond);
          const arrivals = taken
            .map(({ slot }, place) => slot + 2 * pace.tolerance * (lates[place % lates.length] ?? 0))
            .toSorted((one, other) => one - other);
          for (const [place, arrival] of arrivals.entries()) {
            const tooMany = arrivals[place + perSecond];
            if (tooMany !== undefined) expect(tooMany - arrival).toBeGreaterThanOrEqual(1000 - 0.01);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test("are a spacing apart at least, and each lies far enough ahead to claim a letter for it", () => {
    fc.assert(
      fc.property(steps, rate, (requests, perSecond) => {
        const { taken, pace } = play(requests, perSecond);
        for (const [place, { slot, askedAt }] of taken.entries()) {
          expect(slot).toBeGreaterThanOrEqual(askedAt + pace.lead);
          const before = taken[place - 1];
          if (before !== undefined) expect(slot - before.slot).toBeGreaterThanOrEqual(pace.spacing - 0.001);
        }
      }),
    );
  });

  test.each(rates)(
    "use 97.5 per cent of %i a second up to twenty, 98 above, when requests always come in time",
    (perSecond) => {
      const pace = paceOf(perSecond);
      let line: SlotLine | undefined;
      let now = noon;
      let first: number | undefined;
      let count = 0;
      while (count < 500) {
        const taking = takeSlots(line, { queue: "bulletins", count: 10, now }, pace);
        if (taking.kind === "later") now = taking.at;
        else {
          first ??= taking.slots[0];
          ({ line } = taking);
          count += taking.slots.length;
        }
      }
      const used = (count * 1000) / ((line?.next ?? 0) - (first ?? 0)) / perSecond;
      expect(used).toBeCloseTo(perSecond <= 20 ? 0.975 : 0.98, 3);
    },
  );

  test("that no sender took are given up: after an hour of silence there is no burst", () => {
    const pace = paceOf(14);
    const before = takeSlots(undefined, { queue: "deadline-letters", count: 1, now: noon }, pace);
    if (before.kind !== "slots") throw new Error("The first of all finds a slot");
    const after = takeSlots(before.line, { queue: "deadline-letters", count: 50, now: noon + 3_600_000 }, pace);
    expect(after).toMatchObject({ kind: "slots", slots: [noon + 3_600_000 + pace.lead] });
  });

  test("continue from now where a wrong clock moved the line far ahead", () => {
    const pace = paceOf(14);
    const astray: SlotLine = {
      revision: 7,
      next: noon + 3_600_000,
      awaitedUntil: noon + 3_600_000,
      bulletinsFrom: noon + 3_600_000,
    };
    expect(takeSlots(astray, { queue: "bulletins", count: 1, now: noon }, pace)).toMatchObject({
      kind: "slots",
      slots: [noon + pace.lead],
      line: { revision: 8 },
    });
  });

  test.each([0, -1, Number.NaN])("are none where the service permits %d a second", (perSecond) => {
    expect(() => paceOf(perSecond)).toThrow(RangeError);
  });
});

/**
 * Returns the number of slots that each sender takes within a time. Every sender requests one slot at a time, again as
 * soon as it makes sense.
 */
const compete = (senders: Readonly<Record<LetterQueue, number>>, perSecond: number, seconds: number) => {
  const pace = paceOf(perSecond);
  const all = Object.entries(senders).flatMap(([queue, many]) =>
    Array.from({ length: many }, () => ({ queue: queue as LetterQueue, at: noon })),
  );
  const taken: Record<LetterQueue, number> = { "deadline-letters": 0, bulletins: 0 };
  let line: SlotLine | undefined;
  for (;;) {
    const next = all.toSorted((one, other) => one.at - other.at)[0];
    if (next === undefined || next.at > noon + seconds * 1000) return taken;
    const taking = takeSlots(line, { queue: next.queue, count: 10, now: next.at }, pace);
    if (taking.kind === "later") next.at = taking.at;
    else {
      ({ line } = taking);
      taken[next.queue] += taking.slots.length;
      // Writing the taking down takes a while.
      next.at += 5;
    }
  }
};

describe("deadline letters", () => {
  test.each(rates.filter((perSecond) => perSecond > 1))(
    "that wait get a tenth of %i a second at least, were there a hundred senders of bulletins",
    (perSecond) => {
      const taken = compete({ "deadline-letters": 1, bulletins: 100 }, perSecond, 60);
      expect(taken["deadline-letters"] / (taken["deadline-letters"] + taken.bulletins)).toBeGreaterThanOrEqual(0.099);
    },
  );

  test.each(rates)(
    "go first at %i a second: while their senders request all slots, bulletins find none",
    (perSecond) => {
      const taken = compete({ "deadline-letters": 5, bulletins: 2 }, perSecond, 60);
      expect(taken.bulletins / (taken["deadline-letters"] + taken.bulletins)).toBeLessThan(0.05);
    },
  );

  test.each(rates)("lend their tenth to bulletins while none waits: these then use all of %i a second", (perSecond) => {
    const { bulletins } = compete({ "deadline-letters": 0, bulletins: 2 }, perSecond, 60);
    expect(bulletins / (60 * perSecond)).toBeGreaterThan(perSecond <= 20 ? 0.97 : 0.975);
  });
});

describe("the quota of a day", () => {
  const permit: MailPermit = { perSecond: 1, perDay: 200, sentLastDay: 150 };

  test("has a tenth that bulletins leave to deadline letters", () => {
    expect([leftToday(permit, 0, "deadline-letters"), leftToday(permit, 0, "bulletins")]).toEqual([50, 30]);
    expect([leftToday(permit, 40, "deadline-letters"), leftToday(permit, 40, "bulletins")]).toEqual([10, 0]);
  });

  test("is never less than used up, and endless where the service sets none", () => {
    expect(leftToday(permit, 900, "deadline-letters")).toBe(0);
    expect(leftToday({ ...permit, perDay: Infinity }, 1_000_000, "bulletins")).toBe(Infinity);
  });
});
