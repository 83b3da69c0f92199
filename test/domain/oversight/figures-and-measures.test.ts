import fc from "fast-check";
import { expect, test } from "vitest";

import { addDays, dayOf, endOfDay, later, startOfDay } from "../../../domain/base/time.ts";
import { currentFigures, membersOf } from "../../../domain/oversight/figures.ts";
import { timelineOf } from "../../../domain/oversight/timeline.ts";
import { evolveParty } from "../../../domain/parties/parties.ts";
import { recordDenunciation } from "../../../domain/review/commands/record-denunciation.ts";
import { countedBy, countMeasure } from "../../../domain/statistics/count.ts";
import { countGate } from "../../../domain/statistics/phase-gate.ts";
import { presentHistory } from "../../../domain/statistics/present-history.ts";
import { historyOf } from "../../../domain/statistics/mechanism-history.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import { measureOfFigure } from "../../../schemas/model/figure-measures.ts";
import { FigureName } from "../../../schemas/model/figures.ts";
import { type PartDimensions, TimelineStage } from "../../../schemas/model/statistics.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { type Attempt, attemptIn, attempts, attemptsAboutDelays, newLife } from "../review/commands.ts";
import { at, day, party, type Play } from "../review/play.ts";
import { runsOf } from "../../harness/search-runs.ts";

const start: Attempt = { what: "start", who: 0, hours: 0, days: 0, pick: 0 };

const registered = (code: string): Fact => ({
  kind: "party-registered",
  happenedAt: at("2020-10-16"),
  party: party(code),
  partyKind: "STATE",
  name: code,
  regionalGroup: "WEOG",
  joined: { UNTOC: day("2003-09-29") },
  participation: "takes-part",
});

/** Plays the denunciation of a party, on a day that may be some days past. Returns the facts. */
const leave = (play: Play, code: string, now: Instant, days: number): readonly Fact[] => {
  const before = evolveParty(undefined, registered(code));
  const denunciation = { leftOn: addDays(dayOf(now), -days), document: "C.N.1.2021" };
  const left = recordDenunciation(before, [play.review], denunciation, now);
  if (!left.ok) return [registered(code)];
  for (const { facts } of left.reviews) play.take({ ok: true, facts });
  return [registered(code), ...left.party];
};

/** Returns the dimensions that figures use, without those that only measures have. */
const ofFigure = ({ regionalGroup, instrument, ...values }: PartDimensions): PartDimensions | undefined =>
  regionalGroup === undefined && instrument === undefined ? values : undefined;

const inAnyOrder = (values: readonly unknown[]): readonly string[] =>
  values.map((value) => JSON.stringify(value)).toSorted();

const lives = fc.oneof(
  attempts.map((tries) => [start, ...tries]),
  fc.tuple(attempts, attemptsAboutDelays).map(([tries, delays]) => [start, ...tries, ...delays]),
);
const denunciations = fc.option(fc.tuple(fc.constantFrom("FR", "PE"), fc.nat(20)), { nil: undefined, freq: 3 });
const daysLater = fc.constantFrom(0, 1, 40, 400);

/** Plays a review, and returns it some days later with the counts of its journal then. */
const liveThrough = (tries: readonly Attempt[], days: number, denunciation: readonly [string, number] | undefined) => {
  const lived = newLife();
  for (const attempt of tries) attemptIn(lived, attempt);
  const { play } = lived;
  const now = later(lived.now, { hours: days * 24 });
  const entries = [
    ...(denunciation === undefined
      ? []
      : [{ subject: `party#${denunciation[0]}`, facts: [...leave(play, denunciation[0], now, denunciation[1])] }]),
    { subject: `review#${play.review.id}`, facts: [...play.facts] },
  ];
  const planned = new Map([[play.review.group, day("2020-12-01")]]);
  return { review: play.review, now, count: { mechanism: { ...historyOf(entries), planned }, at: now, scope: {} } };
};

test("the current gate and timeline are what the measures count from the journal", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(lives, daysLater, denunciations, (tries, days, denunciation) => {
      const { review, now, count } = liveThrough(tries, days, denunciation);
      const groups = [{ id: review.group, group: 1 }];
      const gate = countGate(groups, [presentHistory(review)], now);
      expect(gate).toEqual(countGate(groups, count.mechanism.reviews, now));
      const inStage = (stage: string) =>
        [...countedBy("reviews-by-stage", count).values()].filter(([one]) => one?.stage === stage).length;
      const { concluded, of } = gate.count;
      expect([concluded, of]).toEqual([inStage("concluded"), 1 - inStage("discontinued")]);
      // Concluded before its party left, a review stays concluded for the measure, and the gate does not count it.
      if (of === 1) expect(concluded).toBe(countMeasure("reviews-concluded", count).total);
      const behind = countMeasure("reviews-behind-timeline", count);
      const steps = timelineOf({ id: review.group, plannedFor: day("2020-12-01") }, [review], now);
      expect(steps.filter((one) => one.behind.length > 0).map(({ step }) => step)).toEqual(
        TimelineStage.options.filter((step) =>
          behind.parts.some(({ values }) => values.step === step && values.group === undefined),
        ),
      );
      for (const one of steps) {
        const isPast = now >= startOfDay(addDays(one.expectedOn, 1));
        expect([one.step, one.passed + one.behind.length]).toEqual([one.step, isPast ? of : one.passed]);
        if (one.behind.length > 0) seen.add(`behind ${one.step}`);
      }
      seen.add(of === 0 ? "left" : concluded === 1 ? "concluded" : "remaining");
    }),
    runsOf(200, 50),
  );
  for (const what of ["left", "remaining"]) expect(seen).toContain(what);
  expect([...seen].some((what) => what.startsWith("behind"))).toBe(true);
});

test("every current figure is its measure at this moment, counted from the journal", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(lives, daysLater, denunciations, (tries, days, denunciation) => {
      const { review, now, count } = liveThrough(tries, days, denunciation);
      for (const { figure, total, parts } of currentFigures([review], {}, now)) {
        const measure = measureOfFigure[figure];
        const counted = countMeasure(measure, count);
        expect([figure, total]).toEqual([figure, counted.total]);
        // The projection has counts at the end of the day: nothing on record changes before without a new fact.
        expect(countMeasure(measure, { ...count, at: endOfDay(dayOf(now)) })).toEqual(counted);
        const statedParts = counted.parts.flatMap(({ values, count: many }) => {
          const known = ofFigure(values);
          return known === undefined ? [] : [{ ...known, count: many }];
        });
        expect([figure, inAnyOrder(parts)]).toEqual([figure, inAnyOrder(statedParts)]);
        const members = membersOf(figure, [review], {}, now).map(({ member }) => member);
        expect(members.length).toBe(total);
        const parties = [...countedBy(measure, count).values()].map(([one]) => one?.party);
        expect([figure, inAnyOrder(members.map((one) => one.party))]).toEqual([figure, inAnyOrder(parties)]);
        if (total > 0) seen.add(figure);
      }
    }),
    // A number of runs at which each figure counts something: with 200, one run in ten had no obligation with a delay.
    runsOf(500, 100),
  );
  expect([...seen].toSorted()).toEqual(FigureName.options.toSorted());
});
