import { describe, expect, test } from "vitest";
import { startOfDay } from "../../../domain/base/time.ts";
import { countMeasure } from "../../../domain/statistics/count.ts";
import { historyOf } from "../../../domain/statistics/mechanism-history.ts";
import { groupIdOf, ObligationId } from "../../../schemas/base/ids.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import type { Measure } from "../../../schemas/model/statistics.ts";
import { day, mandateId, party, reviewId, userId } from "../../fixtures/changes.ts";

const on = (text: string) => startOfDay(day(text));
const review = reviewId("FR");

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
const started: readonly Fact[] = [
  { kind: "review-started", happenedAt: on("2020-12-01"), review, startedOn: day("2020-12-01") },
  { kind: "stage-changed", happenedAt: on("2020-12-01"), review, from: "scheduled", to: "nomination" },
];
const pending = (code: string, dueOn: string): Fact => ({
  kind: "obligation-opened",
  happenedAt: on("2020-12-01"),
  review,
  obligation: ObligationId.parse(`focal-point:${code}`),
  obligationKind: "focal-point",
  party: party(code),
  generation: 1,
  openedOn: day("2020-12-01"),
  dueAt: on(dueOn),
});
const named = (code: string, number: number, since: string): Fact => ({
  kind: "mandate-began",
  happenedAt: on(since),
  review,
  mandate: mandateId(number),
  role: "focal-point",
  party: party(code),
  user: userId(number),
  since: on(since),
});

/** Returns what a measure counts on each of some days, of one review with these facts. */
const totals = (measure: Measure, facts: readonly Fact[], ...days: readonly string[]): readonly number[] => {
  const mechanism = historyOf([{ subject: `review#${review}`, facts: [drawn, ...facts] }]);
  return days.map((each) => countMeasure(measure, { mechanism, at: on(each), scope: {} }).total);
};

describe("the times of a review", () => {
  test("include no start that was undone, and include the one after it", () => {
    const undone: readonly Fact[] = [
      { kind: "review-start-undone", happenedAt: on("2020-12-03"), review },
      { kind: "stage-changed", happenedAt: on("2020-12-03"), review, from: "nomination", to: "scheduled" },
    ];
    expect(totals("reviews-started", [...started, ...undone], "2020-12-02", "2020-12-04")).toEqual([0, 0]);
    const again: readonly Fact[] = [
      { kind: "review-started", happenedAt: on("2020-12-05"), review, startedOn: day("2020-12-05") },
      { kind: "stage-changed", happenedAt: on("2020-12-05"), review, from: "scheduled", to: "nomination" },
    ];
    const facts = [...started, ...undone, ...again];
    expect(totals("reviews-not-commenced", facts, "2020-12-02", "2020-12-05")).toEqual([0, 1]);
    expect(totals("reviews", facts, "2020-10-31", "2020-12-02")).toEqual([0, 1]);
  });

  test("begin on the day that a correction of the start gives, and obligations with it", () => {
    const corrected: readonly Fact[] = [
      pending("FR", "2020-12-16"),
      {
        kind: "date-corrected",
        happenedAt: on("2020-12-20"),
        review,
        what: "start",
        from: day("2020-12-01"),
        to: day("2020-12-08"),
        reason: "The list says so.",
      },
      {
        kind: "obligation-redated",
        happenedAt: on("2020-12-20"),
        review,
        obligation: ObligationId.parse("focal-point:FR"),
        generation: 2,
        openedOn: day("2020-12-08"),
        dueAt: on("2020-12-23"),
        originalDueAt: on("2020-12-23"),
      },
    ];
    const facts = [...started, ...corrected];
    expect(totals("reviews-not-commenced", facts, "2020-12-02", "2020-12-08")).toEqual([0, 1]);
    expect(totals("duties-overdue", facts, "2020-12-17", "2020-12-22", "2020-12-24")).toEqual([0, 0, 1]);
  });

  test("have an obligation overdue up to a delay and again past its new date, and late all the time", () => {
    const delay: Fact = {
      kind: "delay-notified",
      happenedAt: on("2020-12-20"),
      review,
      obligation: ObligationId.parse("focal-point:FR"),
      generation: 2,
      dueAt: on("2021-01-10"),
      reason: "coordination",
      beyondRules: false,
    };
    const facts = [...started, pending("FR", "2020-12-16"), delay];
    const days = ["2020-12-15", "2020-12-18", "2020-12-25", "2021-01-12"] as const;
    expect(totals("duties-overdue", facts, ...days)).toEqual([0, 1, 0, 1]);
    expect(totals("duties-late", facts, ...days)).toEqual([0, 1, 1, 1]);
    expect(totals("delays-notified", facts, ...days)).toEqual([0, 0, 1, 1]);
  });

  test("have a seat vacant before its first mandate and after its last one", () => {
    const end: Fact = {
      kind: "mandate-ended",
      happenedAt: on("2021-01-10"),
      review,
      mandate: mandateId(1),
      until: on("2021-01-10"),
    };
    const facts = [...started, named("FR", 1, "2020-12-10"), end];
    const days = ["2020-11-20", "2020-12-05", "2020-12-15", "2021-01-15"] as const;
    expect(totals("seats-without-focal-point", facts, ...days)).toEqual([0, 3, 2, 3]);
    expect(totals("focal-points", facts, ...days)).toEqual([0, 0, 1, 0]);
    expect(
      totals("changes-of-focal-point", [...facts, named("FR", 2, "2021-02-01")], "2021-01-31", "2021-02-01"),
    ).toEqual([0, 1]);
  });

  test("have a seat with the party that lots gave it, on the corrected day of the drawing", () => {
    const redrawn: readonly Fact[] = [
      {
        kind: "seat-redrawn",
        happenedAt: on("2021-02-10"),
        review,
        from: party("JP"),
        seat: { party: party("KE"), role: "reviewing", instruments: ["UNTOC"] },
      },
      {
        kind: "date-corrected",
        happenedAt: on("2021-02-20"),
        review,
        what: "redraw",
        party: party("KE"),
        from: day("2021-02-10"),
        to: day("2021-02-05"),
        reason: "The minutes say so.",
      },
    ];
    const mechanism = historyOf([{ subject: `review#${review}`, facts: [drawn, ...started, ...redrawn] }]);
    const seats = (text: string) =>
      mechanism.reviews[0]?.seats
        .filter(({ from, to }) => from <= on(text) && (to === undefined || on(text) < to))
        .map((seat) => seat.party)
        .toSorted();
    expect([seats("2021-02-04"), seats("2021-02-05")]).toEqual([
      ["BR", "FR", "JP"],
      ["BR", "FR", "KE"],
    ]);
    expect(totals("redraw-meetings", [...started, ...redrawn], "2021-02-04", "2021-02-05")).toEqual([0, 1]);
  });

  test("end with the day on which the party under review left", () => {
    const denunciation: Fact = {
      kind: "review-discontinued",
      happenedAt: on("2021-03-05"),
      review,
      leftOn: day("2021-03-01"),
      document: "C.N.1.2021",
    };
    const facts = [...started, pending("FR", "2020-12-16"), denunciation];
    expect(totals("duties-open", facts, "2021-02-28", "2021-03-01")).toEqual([1, 0]);
    expect(totals("reviews-by-stage", facts, "2021-02-28", "2021-03-01")).toEqual([1, 1]);
    expect(totals("reviews-not-commenced", facts, "2021-02-28", "2021-03-01")).toEqual([1, 0]);
  });
});

describe("a party", () => {
  const registered = (code: string, joined: Readonly<Record<string, string>>): Fact => ({
    kind: "party-registered",
    happenedAt: on("2020-10-16"),
    party: party(code),
    partyKind: "STATE",
    name: code,
    regionalGroup: "WEOG",
    joined: Object.fromEntries(Object.entries(joined).map(([instrument, since]) => [instrument, day(since)])),
    participation: "takes-part",
  });
  const historyWith = (partyFacts: readonly Fact[], reviewFacts: readonly Fact[]) =>
    historyOf([
      { subject: "party#BR", facts: [...partyFacts] },
      { subject: `review#${review}`, facts: [drawn, ...reviewFacts] },
    ]);
  const byInstrument = (mechanism: ReturnType<typeof historyOf>, measure: Measure, text: string) =>
    countMeasure(measure, { mechanism, at: on(text), scope: {} })
      .parts.flatMap(({ values }) => values.instrument ?? [])
      .toSorted();

  test("that left has no seat, no mandate and no obligation from its day on, whenever that was recorded", () => {
    const denunciation: Fact = {
      kind: "party-left",
      happenedAt: on("2021-02-20"),
      party: party("BR"),
      leftOn: day("2021-02-01"),
      document: "C.N.2.2021",
      notified: [],
    };
    const joined = registered("BR", { UNTOC: "2004-01-29" });
    const mechanism = historyWith(
      [joined, denunciation],
      [...started, pending("BR", "2020-12-16"), named("BR", 3, "2020-12-10")],
    );
    const counts = (measure: Measure) =>
      ["2021-01-31", "2021-02-01"].map((text) => countMeasure(measure, { mechanism, at: on(text), scope: {} }).total);
    expect(counts("parties-taking-part")).toEqual([1, 0]);
    expect(counts("parties-in-reviews")).toEqual([3, 2]);
    expect(counts("focal-points")).toEqual([1, 0]);
    expect(counts("duties-overdue")).toEqual([1, 0]);
    expect(counts("seats-without-focal-point")).toEqual([2, 2]);
    expect(counts("parties-without-focal-point")).toEqual([2, 2]);
    // The review waits for lots, and lacks a person as before.
    expect(counts("reviews-missing-focal-point")).toEqual([1, 1]);
  });

  test("takes part for the instruments that it had joined by the day", () => {
    const mechanism = historyWith([registered("BR", { UNTOC: "2004-01-29", FP: "2022-03-01" })], []);
    expect(byInstrument(mechanism, "parties-taking-part", "2022-02-28")).toEqual(["UNTOC"]);
    expect(byInstrument(mechanism, "parties-taking-part", "2022-03-01")).toEqual(["FP", "UNTOC"]);
  });

  test("is reviewed for what its review had taken in by the day", () => {
    const addition: Fact = {
      kind: "instruments-added",
      happenedAt: on("2021-03-01"),
      review,
      instruments: ["FP"],
      countedOn: day("2021-03-01"),
      agreements: [],
      widened: [{ party: party("FR"), role: "under-review", instruments: ["UNTOC", "FP"] }],
    };
    const mechanism = historyWith([registered("BR", { UNTOC: "2004-01-29" })], [...started, addition]);
    expect(byInstrument(mechanism, "reviews", "2021-02-28")).toEqual(["UNTOC"]);
    expect(byInstrument(mechanism, "reviews", "2021-03-01")).toEqual(["FP", "UNTOC"]);
  });
});
