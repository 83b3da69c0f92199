import { describe, expect, test } from "vitest";
import { endOfDay, startOfDay } from "../../../domain/base/time.ts";
import { countMeasure } from "../../../domain/statistics/count.ts";
import { historyOf } from "../../../domain/statistics/mechanism-history.ts";
import { groupIdOf, ObligationId } from "../../../schemas/base/ids.ts";
import type { FactOf, Fact } from "../../../schemas/model/fact.ts";
import type { ObligationKind, Stage } from "../../../schemas/model/review.ts";
import type { Measure } from "../../../schemas/model/statistics.ts";
import { day, mandateId, party, reviewId, userId } from "../../fixtures/changes.ts";

const on = (named: string) => startOfDay(day(named));
const review = reviewId("FR");
const hash = "0".repeat(64) as FactOf<"observations-drafted">["document"];

/** France is reviewed by Brazil and Japan. */
const drawn: Fact = {
  kind: "review-drawn",
  happenedAt: on("2020-11-01"),
  review,
  cluster: 1,
  group: groupIdOf(1, 1),
  party: party("FR"),
  seats: [
    { party: party("FR"), role: "under-review", instruments: ["UNTOC"] },
    { party: party("BR"), role: "reviewing", instruments: ["UNTOC"] },
    { party: party("JP"), role: "reviewing", instruments: ["UNTOC"] },
  ],
};
const step = (from: Stage, to: Stage, named: string): Fact => ({
  kind: "stage-changed",
  happenedAt: on(named),
  review,
  from,
  to,
});
const started: readonly Fact[] = [
  { kind: "review-started", happenedAt: on("2020-12-01"), review, startedOn: day("2020-12-01") },
  step("scheduled", "nomination", "2020-12-01"),
];
const outcome: Fact = {
  kind: "consultation-concluded",
  happenedAt: on("2020-12-20"),
  review,
  concludedOn: day("2020-12-20"),
  withoutMeeting: true,
  clock: "agreed-date",
  clockStartsOn: day("2021-01-15"),
};
const inQuestionnaire: readonly Fact[] = [
  ...started,
  step("nomination", "consultation", "2020-12-10"),
  outcome,
  step("consultation", "questionnaire", "2020-12-20"),
];
const opened = (kind: ObligationKind, openedOn: string, dueOn: string): Fact => ({
  kind: "obligation-opened",
  happenedAt: on(openedOn),
  review,
  obligation: ObligationId.parse(`${kind}:FR`),
  obligationKind: kind,
  party: party("FR"),
  generation: 1,
  openedOn: day(openedOn),
  dueAt: endOfDay(day(dueOn)),
});
const left: Fact = {
  kind: "review-discontinued",
  happenedAt: on("2021-03-01"),
  review,
  leftOn: day("2021-03-01"),
  document: "C.N.1.2021",
};

/** Returns what a measure counts of this review at the end of each of some days, with any other facts. */
const totals = (measure: Measure, facts: readonly Fact[], days: readonly string[], parties: readonly Fact[] = []) => {
  const entries = [
    { subject: `review#${review}`, facts: [drawn, ...facts] },
    { subject: "party#FR", facts: [...parties] },
  ].filter((entry) => entry.facts.length > 0);
  const mechanism = historyOf(entries);
  return days.map((each) => countMeasure(measure, { mechanism, at: endOfDay(day(each)), scope: {} }).total);
};

describe("an obligation", () => {
  test("is past its date on the day after it, and not at the end of that day", () => {
    const facts = [...started, opened("focal-point", "2020-12-01", "2020-12-15")];
    for (const measure of ["duties-overdue", "duties-late"] as const)
      expect([measure, totals(measure, facts, ["2020-12-15", "2020-12-16"])]).toEqual([measure, [0, 1]]);
  });

  test("to answer is pending since the outcome, though its time counts from a future day", () => {
    const facts = [...inQuestionnaire, opened("questionnaire", "2021-01-15", "2021-07-15")];
    expect(totals("duties-open", facts, ["2020-12-19", "2020-12-20", "2021-01-15"])).toEqual([0, 1, 1]);
  });

  test("whose dates were corrected after a delay was overdue up to the delay", () => {
    const obligation = ObligationId.parse("focal-point:FR");
    const delayed: Fact = {
      kind: "delay-notified",
      happenedAt: on("2020-12-20"),
      review,
      obligation,
      generation: 2,
      dueAt: endOfDay(day("2021-01-10")),
      reason: "coordination",
      beyondRules: false,
    };
    const redated: Fact = {
      kind: "obligation-redated",
      happenedAt: on("2020-12-22"),
      review,
      obligation,
      generation: 3,
      openedOn: day("2020-12-02"),
      dueAt: endOfDay(day("2021-01-10")),
      originalDueAt: endOfDay(day("2020-12-16")),
    };
    const facts = [...started, opened("focal-point", "2020-12-01", "2020-12-15"), delayed, redated];
    expect(totals("duties-overdue", facts, ["2020-12-16", "2020-12-18", "2020-12-21", "2021-01-11"])).toEqual([
      0, 1, 0, 1,
    ]);
  });
});

describe("a review", () => {
  test("with an outcome awaits no consultation, though it waits for a focal point before it continues", () => {
    const facts = [...started, step("nomination", "consultation", "2020-12-10"), outcome];
    const days = ["2020-12-09", "2020-12-10", "2020-12-20"];
    expect(totals("reviews-awaiting-consultation", facts, days)).toEqual([0, 1, 0]);
  });

  test("that left a stage in the moment in which it came to it has passed it", () => {
    const facts = [
      ...inQuestionnaire,
      step("questionnaire", "feedback", "2021-06-01"),
      step("feedback", "observations", "2021-06-01"),
      step("observations", "concluded", "2021-06-01"),
    ];
    for (const measure of ["feedback-reached", "feedback-concluded", "reviews-concluded"] as const)
      expect([measure, totals(measure, facts, ["2021-05-31", "2021-06-01"])]).toEqual([measure, [0, 1]]);
  });

  test("that goes no further leaves those in service who serve others than the party that left", () => {
    const named: Fact = {
      kind: "mandate-began",
      happenedAt: on("2020-12-05"),
      review,
      mandate: mandateId(1),
      role: "focal-point",
      party: party("BR"),
      user: userId(1),
      since: on("2020-12-05"),
    };
    const days = ["2021-02-28", "2021-03-01"];
    expect(totals("focal-points", [...started, named, left], days)).toEqual([1, 1]);
    expect(totals("parties-without-focal-point", [...started, named, left], days)).toEqual([2, 2]);
    expect(totals("seats-without-focal-point", [...started, named, left], days)).toEqual([2, 0]);
  });
});

describe("a list", () => {
  const agreed = (code: string, named: string): Fact => ({
    kind: "observations-agreed",
    happenedAt: on(named),
    review,
    party: party(code),
    version: 1,
  });
  const drafted: readonly Fact[] = [
    ...inQuestionnaire,
    step("questionnaire", "feedback", "2021-06-01"),
    step("feedback", "observations", "2021-09-01"),
    { kind: "observations-drafted", happenedAt: on("2021-09-10"), review, version: 1, document: hash },
    agreed("FR", "2021-10-01"),
    agreed("BR", "2021-10-02"),
  ];
  const days = ["2021-10-02", "2021-10-03", "2022-01-10"];

  test("is agreed to by every party from the last agreement on, and stays so when an erratum replaces it", () => {
    const replaced: readonly Fact[] = [
      ...drafted,
      agreed("JP", "2021-10-03"),
      { kind: "observations-published", happenedAt: on("2021-10-05"), review, version: 1 },
      step("observations", "concluded", "2021-10-05"),
      {
        kind: "erratum-published",
        happenedAt: on("2022-02-01"),
        review,
        version: 2,
        document: hash,
        reason: "A wrong number.",
        agreements: [],
      },
    ];
    expect(totals("lists-agreed", replaced, days)).toEqual([0, 1, 1]);
  });

  test("is not agreed to by a party whose agreement a decision replaces", () => {
    const decided: Fact = {
      kind: "decision-recorded",
      happenedAt: on("2021-10-03"),
      review,
      party: party("JP"),
      obligationKind: "agreement",
      body: "conference",
      document: "CTOC/COP/2021/1",
      decidedOn: day("2021-10-03"),
    };
    expect(totals("lists-agreed", [...drafted, decided], days)).toEqual([0, 0, 0]);
  });
});

describe("redraws", () => {
  test("that were drawn for the review before and hold here are counted there alone", () => {
    const redrawn: FactOf<"seat-redrawn"> = {
      kind: "seat-redrawn",
      happenedAt: on("2020-11-10"),
      review,
      from: party("JP"),
      seat: { party: party("KE"), role: "reviewing", instruments: ["UNTOC"] },
    };
    expect(totals("seats-redrawn", [redrawn], ["2020-11-10"])).toEqual([1]);
    expect(totals("seats-redrawn", [{ ...redrawn, carriedFrom: reviewId("DE") }], ["2020-11-10"])).toEqual([0]);
  });

  test("that were requested before they were recorded one by one count as the import states their number", () => {
    const france = party("FR");
    const registered: Fact = {
      kind: "party-registered",
      happenedAt: on("2020-10-16"),
      party: france,
      partyKind: "STATE",
      name: "France",
      regionalGroup: "WEOG",
      joined: { UNTOC: day("2003-09-29") },
      participation: "takes-part",
    };
    const count: readonly Fact[] = [
      registered,
      { kind: "redraw-counted", happenedAt: on("2020-12-10"), party: france, review, number: 1 },
      { kind: "redraw-count-imported", happenedAt: on("2021-02-01"), party: france, number: 3 },
    ];
    const request: Fact = {
      kind: "redraw-requested",
      happenedAt: on("2020-12-10"),
      review,
      party: france,
      seat: party("JP"),
    };
    const days = ["2020-12-09", "2020-12-10", "2021-02-01"];
    expect(totals("redraws-asked", [...started, request], days, count)).toEqual([0, 1, 3]);
  });
});
