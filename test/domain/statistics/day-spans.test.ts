import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../../../domain/base/time.ts";
import type { DaySpan } from "../../../domain/statistics/counted-spans.ts";
import { both, heldByAtLeast, union, without } from "../../../domain/statistics/day-spans.ts";
import type { CalendarDate } from "../../../schemas/base/values.ts";
import { day } from "../../fixtures/changes.ts";

const days = Array.from({ length: 14 }, (_, place) => addDays(day("2021-01-01"), place));

const spans = fc.array(
  fc
    .tuple(fc.nat(11), fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }))
    .map(([first, length]): DaySpan => {
      const from = addDays(day("2021-01-01"), first);
      return length === undefined ? { from } : { from, to: addDays(from, length) };
    }),
  { maxLength: 5 },
);

const isIn = (all: readonly DaySpan[], on: CalendarDate): boolean =>
  all.some(({ from, to }) => from <= on && (to === undefined || on < to));

/** Returns whether the spans are in order and do not touch, so that each day is in at most one of them. */
const isInOrder = (all: readonly DaySpan[]): boolean =>
  all.every(({ from }, place) => place === 0 || (all[place - 1]?.to ?? from) < from);

test("days of any, of both, and of one without another are checked day by day against their parts", () => {
  fc.assert(
    fc.property(spans, spans, (some, others) => {
      const [one, other] = [union(some), union(others)];
      const found = { any: union([...some, ...others]), both: both(one, other), without: without(one, other) };
      for (const all of Object.values(found)) expect(isInOrder(all)).toBe(true);
      for (const on of days) {
        const [isSome, isOther] = [isIn(some, on), isIn(others, on)];
        expect(isIn(found.any, on)).toBe(isSome || isOther);
        expect(isIn(found.both, on)).toBe(isSome && isOther);
        expect(isIn(found.without, on)).toBe(isSome && !isOther);
        expect(isIn(heldByAtLeast(2, [one, other]), on)).toBe(isSome && isOther);
      }
    }),
  );
});
