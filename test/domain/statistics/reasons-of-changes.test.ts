import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { endOfDay } from "../../../domain/base/time.ts";
import { nominate } from "../../../domain/review/commands/start-review.ts";
import { reverseNomination } from "../../../domain/review/commands/reverse-nomination.ts";
import { countMeasure } from "../../../domain/statistics/count.ts";
import { historyOf } from "../../../domain/statistics/mechanism-history.ts";
import { MandateEndReason } from "../../../schemas/model/mandate-end-reason.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import { day } from "../../fixtures/changes.ts";
import { type RandomMechanism, randomMechanisms } from "../../fixtures/random-mechanism.ts";
import { inQuestionnaire } from "../review/journey.ts";
import { removal, remove, replace, replacement } from "../review/mandate-plays.ts";
import { at, delegate, focalPoint, mandateId, mission, party, type Play } from "../review/play.ts";
import { MemoryProjection } from "./memory-projection.ts";

/** Returns the facts of a review as facts of another one of the same parties and people, in another cluster. */
const inCluster4 = (facts: readonly Fact[]): Fact[] =>
  JSON.parse(JSON.stringify(facts).replaceAll('"c1-', '"c4-').replaceAll('"cluster":1', '"cluster":4'));

const journalOf = (...reviews: readonly (readonly Fact[])[]) =>
  reviews.map((facts, place) => ({ subject: `review#c${place === 0 ? 1 : 4}-FR`, facts: [...facts] }));

/** Returns the changes of focal points at the end of a day: all of them, and by reason. */
const changesIn = (journal: ReturnType<typeof journalOf>, on = "2021-12-31") => {
  const { total, parts } = countMeasure("changes-of-focal-point", {
    mechanism: historyOf(journal),
    at: endOfDay(day(on)),
    scope: {},
  });
  const reasons = parts.flatMap(({ values: { endReason }, count }) =>
    endReason === undefined ? [] : [[endReason, count] as const],
  );
  return { total, reasons: Object.fromEntries(reasons) };
};

const changesOf = ({ facts }: Play) => changesIn(journalOf(facts));

describe("changes of focal points by reason", () => {
  test("count under the reason that was stated, or as not recorded, and add up", () => {
    const play = inQuestionnaire();
    replace(play, { ...replacement("FR", "second"), reason: "transferred" }, "2021-03-01");
    replace(play, replacement("FR", "third", undefined, "second"), "2021-04-01");
    replace(play, { ...replacement("PE", "second"), reason: "transferred" }, "2021-05-01");
    expect(changesOf(play)).toEqual({ total: 3, reasons: { transferred: 2, "not-recorded": 1 } });
  });

  test("have the reason of a removal, once another person is named", () => {
    const play = inQuestionnaire();
    remove(play, { ...removal("FR", "focal-point"), reason: "left-service" }, "2021-03-01");
    expect(changesOf(play)).toEqual({ total: 0, reasons: {} });
    play.name("FR", "focal-point", "2021-03-10", "second");
    expect(changesOf(play)).toEqual({ total: 1, reasons: { "left-service": 1 } });
  });

  test("do not include a focal point who is named again after a removal", () => {
    const play = inQuestionnaire();
    remove(play, { ...removal("FR", "focal-point"), reason: "left-service" }, "2021-03-01");
    const again = { mandate: mandateId("againFR"), role: "focal-point", party: party("FR") } as const;
    play.take(nominate(play.review, { ...again, user: focalPoint("FR").id, at: at("2021-03-10") }));
    expect(changesOf(play)).toEqual({ total: 0, reasons: {} });
  });

  test("keep the reason that was stated, when the end is moved to an earlier day", () => {
    const play = inQuestionnaire();
    replace(play, { ...replacement("FR", "second", "2021-05-01"), reason: "prolonged-absence" }, "2021-03-01");
    replace(play, replacement("FR", "second", "2021-04-01"), "2021-03-02");
    expect(changesOf(play)).toEqual({ total: 1, reasons: { "prolonged-absence": 1 } });
  });

  test("do not include a nomination that was reversed, and forget its reason with it", () => {
    const play = inQuestionnaire();
    replace(play, { ...replacement("FR", "second"), reason: "own-request" }, "2021-03-01");
    const reversal = { party: party("FR"), mandate: mandateId("secondFR"), reason: "By mistake." };
    const reversed = reverseNomination([play.review], mission("FR"), reversal, 0, at("2021-03-05"));
    if (!reversed.ok) throw new Error(reversed.refusal);
    for (const { facts } of reversed.changes) play.take({ ok: true, facts });
    expect(changesOf(play)).toEqual({ total: 0, reasons: {} });
    replace(play, replacement("FR", "third"), "2021-04-01");
    expect(changesOf(play)).toEqual({ total: 1, reasons: { "not-recorded": 1 } });
  });

  test("count once, under the first reason of the list, where a party states several for one change", () => {
    const lived = (...stated: readonly MandateEndReason[]) => {
      const play = inQuestionnaire();
      const [reason] = stated;
      replace(play, { ...replacement("FR", "second"), reason }, "2021-03-01");
      return play.facts;
    };
    for (const [one, other, counted] of [
      [["other"], ["transferred"], "transferred"],
      [["own-request"], [], "own-request"],
      [[], ["left-service"], "left-service"],
    ] as const) {
      const journal = journalOf(lived(...one), inCluster4(lived(...other)));
      expect(changesIn(journal)).toEqual({ total: 1, reasons: { [counted]: 1 } });
      const kept = new MemoryProjection();
      kept.recount(journal, ["review#c1-FR"], day("2021-04-01"));
      kept.recount(journal, ["review#c4-FR"], day("2021-04-01"));
      const totals = [...kept.totals({}, day("2021-03-31"))].filter(([cell]) => cell.includes('"endReason"'));
      expect(totals).toEqual([[`changes-of-focal-point {"endReason":"${counted}"}`, 1]]);
    }
  });

  test("carry no name: the fact has a code of the list, and nothing in words", () => {
    const play = inQuestionnaire();
    replace(play, { ...replacement("FR", "second"), reason: "other" }, "2021-03-01");
    const ended = play.facts.findLast(({ kind }) => kind === "mandate-ended");
    expect(ended).toMatchObject({ mandate: mandateId("fpFR"), reason: "other" });
    expect(JSON.stringify(ended)).not.toContain(delegate("FR", "fp").id);
  });
});

describe("in every random Mechanism", () => {
  let mechanisms: fc.Arbitrary<RandomMechanism>;
  beforeAll(async () => {
    mechanisms = await randomMechanisms();
  });

  test("the reasons of changes add up to all changes, and each is of the list or not recorded", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(mechanisms, ({ journal, asAt }) => {
        const { total, reasons } = changesIn(
          journal.map(({ subject, facts }) => ({ subject, facts: [...facts] })),
          asAt,
        );
        const counts: readonly [string, number][] = Object.entries(reasons);
        for (const [reason] of counts) seen.add(reason);
        expect(counts.reduce((sum, [, count]) => sum + count, 0)).toBe(total);
        const known: readonly string[] = [...MandateEndReason.options, "not-recorded"];
        expect(counts.filter(([reason]) => !known.includes(reason))).toEqual([]);
      }),
      { numRuns: 60 },
    );
    expect(seen.size).toBeGreaterThan(2);
  });
});
