import { describe, expect, test } from "vitest";
import { later, startOfDay } from "../../../domain/base/time.ts";
import { stalledReviews } from "../../../domain/statistics/stalled-reviews.ts";
import { historyOf } from "../../../domain/statistics/mechanism-history.ts";
import { groupIdOf, ObligationId, reviewIdOf } from "../../../schemas/base/ids.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import { day, mandateId, party, userId } from "../../fixtures/changes.ts";
import { journalOf2023 } from "../../fixtures/status-2023.ts";

const on = (text: string) => startOfDay(day(text));

/** Returns a review that started on 1 December 2020, in which some parties have named their focal points since. */
const reviewOf = (under: string, reviewers: readonly string[], named: readonly string[]) => {
  const review = reviewIdOf(1, party(under));
  const happenedAt = on("2020-12-01");
  const facts: Fact[] = [
    {
      kind: "review-drawn",
      happenedAt: on("2020-11-01"),
      review,
      cluster: 1,
      group: groupIdOf(1, 1),
      party: party(under),
      seats: [under, ...reviewers].map((code) => ({
        party: party(code),
        role: code === under ? ("under-review" as const) : ("reviewing" as const),
        instruments: ["UNTOC" as const],
      })),
    },
    { kind: "review-started", happenedAt, review, startedOn: day("2020-12-01") },
    { kind: "stage-changed", happenedAt, review, from: "scheduled", to: "nomination" },
    ...[under, ...reviewers].map((code): Fact => ({
      kind: "obligation-opened",
      happenedAt,
      review,
      obligation: ObligationId.parse(`focal-point:${code}`),
      obligationKind: "focal-point",
      party: party(code),
      generation: 1,
      openedOn: day("2020-12-01"),
      dueAt: on("2020-12-16"),
    })),
    ...named.map((code, place): Fact => ({
      kind: "mandate-began",
      happenedAt: on("2020-12-05"),
      review,
      mandate: mandateId(place + 1),
      role: "focal-point",
      party: party(code),
      user: userId(place + 1),
      since: on("2020-12-05"),
    })),
  ];
  return { subject: `review#${review}`, facts };
};

const journal = [
  reviewOf("FR", ["BR", "JP"], ["FR", "JP"]),
  reviewOf("DE", ["BR", "IE"], ["DE", "IE"]),
  reviewOf("IE", ["JP", "KE"], ["IE", "JP"]),
  reviewOf("KE", ["BR", "FR"], ["FR"]),
];
const at = (text: string) => stalledReviews({ mechanism: historyOf(journal), at: on(text), scope: {} });

describe("the blockers of stalled reviews", () => {
  test("is nothing as long as all that they wait for is in time", () => {
    expect(at("2020-12-10")).toEqual({ underWay: 4, stalled: 0, waits: [], acts: [] });
  });

  test("is an act of a party once for all its reviews, and frees those that wait for nothing else", () => {
    const { underWay, stalled, waits, acts } = at("2020-12-20");
    expect({ underWay, stalled, waits }).toEqual({
      underWay: 4,
      stalled: 4,
      waits: [{ act: "focal-point", reviews: 4, alone: 3 }],
    });
    expect(acts.map(({ act, party: by, freed, neededIn }) => ({ act, by, freed, neededIn }))).toEqual([
      { act: "focal-point", by: "BR", freed: ["c1-DE", "c1-FR"], neededIn: 3 },
      { act: "focal-point", by: "KE", freed: ["c1-IE"], neededIn: 2 },
    ]);
  });

  test("is narrowed to a group and a cluster", () => {
    const count = { mechanism: historyOf(journal), at: on("2020-12-20") };
    expect(stalledReviews({ ...count, scope: { group: groupIdOf(1, 2) } })).toMatchObject({ underWay: 0, stalled: 0 });
    expect(stalledReviews({ ...count, scope: { cluster: 1 } }).stalled).toBe(4);
  });
});

test("on the day of the status paper every freed review is freed by one act, and the others wait for several", async () => {
  const mechanism = historyOf(await journalOf2023());
  const { underWay, stalled, waits, acts } = stalledReviews({
    mechanism,
    at: later(on("2023-06-10"), { milliseconds: -1 }),
    scope: {},
  });
  expect(underWay).toBe(189);
  const freed = acts.flatMap((one) => one.freed);
  expect(new Set(freed).size).toBe(freed.length);
  const alone = waits.reduce((sum, one) => sum + one.alone, 0);
  expect(freed).toHaveLength(alone);
  expect(stalled).toBeGreaterThan(alone);
  const frees = acts.map((one) => one.freed.length);
  expect(frees).toEqual(frees.toSorted((one, other) => other - one));
});
