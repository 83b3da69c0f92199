import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, dayOf, endOfDay, later } from "../../../domain/base/time.ts";
import { nominate } from "../../../domain/review/commands/start-review.ts";
import { countMeasure } from "../../../domain/statistics/count.ts";
import { measures } from "../../../domain/statistics/measures.ts";
import { type MechanismHistory, historyOf } from "../../../domain/statistics/mechanism-history.ts";
import { measureMembers } from "../../../domain/views/statistics.ts";
import { GroupId } from "../../../schemas/base/ids.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import { Measure, type StatisticsScope } from "../../../schemas/model/statistics.ts";
import { type Attempt, attemptIn, attempts, newLife } from "../review/commands.ts";
import { at, day, delegate, mandateId, party, Play } from "../review/play.ts";
import { runsOf } from "../../harness/search-runs.ts";

const start: Attempt = { what: "start", who: 0, hours: 0, days: 0, pick: 0 };

const registered = (code: string): Fact => ({
  kind: "party-registered",
  happenedAt: at("2020-10-16"),
  party: party(code),
  partyKind: "STATE",
  name: code,
  regionalGroup: code === "FR" ? "WEOG" : "AFRICAN",
  joined: { UNTOC: day("2003-09-29"), TIP: day(code === "KE" ? "2021-01-05" : "2003-12-25") },
  participation: "takes-part",
});
const historyWith = ({ review, facts }: Play): MechanismHistory =>
  historyOf([
    ...["FR", "PE", "KE"].map((code) => ({ subject: `party#${code}`, facts: [registered(code)] })),
    { subject: `review#${review.id}`, facts: [...facts] },
  ]);

const scopes: readonly StatisticsScope[] = [
  {},
  { cluster: 1 },
  { cluster: 4 },
  { group: GroupId.parse("c1-g1") },
  { regionalGroup: "WEOG" },
  { instrument: "TIP" },
  { cluster: 1, regionalGroup: "AFRICAN", instrument: "UNTOC" },
];

/** Returns some days of a life: its ends, a day between, and a day long after. */
const daysOf = (now: Instant, between: number): readonly Instant[] =>
  [
    addDays(day("2020-12-01"), 1),
    addDays(day("2020-12-01"), between),
    dayOf(now),
    dayOf(later(now, { hours: 24 * 400 })),
  ]
    .toSorted()
    .map(endOfDay);

test("whatever happened, parts sum to totals, lists are as long as totals, and what is cumulative never falls", () => {
  const seen = new Set<Measure>();
  fc.assert(
    fc.property(attempts, fc.nat(300), (tries, between) => {
      const lived = newLife();
      for (const attempt of [start, ...tries]) attemptIn(lived, attempt);
      const mechanism = historyWith(lived.play);
      for (const measure of Measure.options) {
        const { overlapping, cumulative } = measures[measure];
        for (const scope of scopes) {
          let before = 0;
          for (const instant of daysOf(lived.now, between)) {
            const count = { mechanism, at: instant, scope };
            const { total, parts } = countMeasure(measure, count);
            expect([measure, scope, measureMembers(measure, count).shown.length]).toEqual([measure, scope, total]);
            const sums = new Map<string, number>();
            for (const { values, count: many } of parts) {
              const names = Object.keys(values).filter((name) => name !== "cycle");
              if (names.some((name) => overlapping.some((one) => one === name)))
                expect(many).toBeLessThanOrEqual(total);
              else sums.set(names.join(), (sums.get(names.join()) ?? 0) + many);
            }
            for (const [names, sum] of sums)
              expect([measure, scope, names, sum]).toEqual([measure, scope, names, total]);
            if (cumulative === true) expect([measure, total >= before]).toEqual([measure, true]);
            before = total;
            if (total > 0) seen.add(measure);
          }
        }
      }
    }),
    runsOf(40, 8),
  );
  for (const measure of ["blockers", "duties-overdue", "feedback-reached", "seats-without-expert"] as const)
    expect(seen).toContain(measure);
});

test("nominations that are recorded late, in whatever order, count as those recorded at once", () => {
  const nominations = ["FR", "PE", "KE"].flatMap((code, place) =>
    (["focal-point", "expert"] as const).map((role, turn) => ({ code, role, on: `2020-12-${10 + place * 3 + turn}` })),
  );
  const live = (order: typeof nominations, recordedOn?: string): MechanismHistory => {
    const play = new Play().start();
    for (const { code, role, on } of order)
      play.do((review) => {
        const name = `${role === "expert" ? "ex" : "fp"}${code}`;
        const nomination = {
          mandate: mandateId(name),
          role,
          party: party(code),
          user: delegate(code, role).id,
          at: at(on),
        };
        return nominate(review, nomination, at(recordedOn ?? on));
      });
    return historyWith(play);
  };
  const countsOf = (mechanism: MechanismHistory) =>
    Array.from({ length: 31 }, (_, place) => endOfDay(addDays(day("2020-12-01"), place))).map((instant) =>
      Measure.options.map((measure) => countMeasure(measure, { mechanism, at: instant, scope: {} })),
    );
  const maxConcurrency = countsOf(live(nominations));
  fc.assert(
    fc.property(fc.shuffledSubarray(nominations, { minLength: nominations.length }), (order) => {
      expect(countsOf(live(order, "2020-12-31"))).toEqual(maxConcurrency);
    }),
    runsOf(30, 6),
  );
});
