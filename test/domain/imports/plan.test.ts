import { nominationsToCheck } from "../../../domain/oversight/work-items.ts";
import { expect, test } from "vitest";
import { countStages } from "../../../domain/imports/plan.ts";
import { asCsv, type Row, takeOver } from "../../fixtures/take-over.ts";
import { id, reviewerSeat } from "../lots/few-parties.ts";
import { all, changed, order, planOf, type PlanInEnglish, rowOf, withRows } from "./small-plan.ts";

test("a sound import is played to the stages that its steps lead to, and every review is paused", () => {
  const plan = planOf(all);
  expect(plan.errors).toEqual([]);
  expect(Object.fromEntries(countStages(plan.reviews))).toEqual({
    concluded: 1,
    observations: 1,
    feedback: 1,
    questionnaire: 1,
    consultation: 2,
    nomination: 1,
  });
  expect(plan.reviews.every(({ review }) => review.remindersPaused === true && review.import === order.id)).toBe(true);
});

test("each serving person comes with the data that counts describe", () => {
  const persons = planOf(all).people.map(({ person }) => person);
  expect(persons.length).toBeGreaterThan(0);
  for (const person of persons) expect(person).toMatchObject({ gender: "female", institutionKind: "justice" });
});

test("CSV gives the plan that rows give, and its errors name the line of the file", () => {
  const inAll = withRows(withRows(all, "redraws", { party: "AA", asked: 2 }), "missions", {
    party: "AA",
    address: "mission@aa.example.org",
    language: "en",
    place: "Vienna",
  });
  const asFiles = Object.fromEntries(Object.entries(inAll).map(([sheet, { rows }]) => [sheet, { csv: asCsv(rows) }]));
  const withoutRows = (plan: PlanInEnglish): unknown =>
    JSON.parse(JSON.stringify(plan, (name, value) => (name === "row" ? undefined : value)));
  const [ofRows, ofFiles] = [planOf(inAll), planOf(asFiles)];
  expect(withoutRows(ofFiles)).toEqual(withoutRows(ofRows));
  expect(ofFiles.groups.map(({ row }) => row)).toEqual(ofRows.groups.map(({ row }) => row + 1));
  expect(planOf({ steps: { csv: "review,step,day,colour\nc1-AA,meeting,2021-13-01,red" } }).errors).toEqual([
    { sheet: "steps", row: 1, column: "colour", message: "is no column of steps" },
    { sheet: "steps", row: 2, column: "day", message: "must be a date that exists, like 2020-12-01" },
  ]);
});

test("days that contradict each other are named by row and column, and no other review is kept from being read", () => {
  const isMeeting = (row: Row) => row["review"] === "c1-AA" && row["step"] === "meeting";
  const { errors, reviews, refused } = planOf(changed("steps", isMeeting, { day: "2020-12-05" }));
  expect(errors).toEqual([
    {
      sheet: "steps",
      row: rowOf("steps", isMeeting),
      column: "day",
      message: "The review is in another stage (stage: nomination)",
    },
  ]);
  expect(reviews).toHaveLength(6);
  expect(refused.map(({ review }) => review)).toEqual(["c1-AA"]);
});

test.each<[string, string, (row: Row) => boolean, Row, string, string]>([
  [
    "a day ahead",
    "steps",
    (row) => row["review"] === "c1-AA" && row["step"] === "published",
    { day: "2023-06-10" },
    "day",
    "This day lies ahead (latest: 2023-06-09)",
  ],
  [
    "an unknown party",
    "pairings",
    (row) => row["review_of"] === "AA" && row["party"] === "WB",
    { party: "ZZ" },
    "party",
    "is no registered party; add it to the sheet parties",
  ],
  [
    "a review without its own seat",
    "pairings",
    (row) => row["review_of"] === "AC" && row["role"] === "under-review",
    { party: "AD" },
    "role",
    "is under-review for the party of the review, and for no other",
  ],
  [
    "a step without its party",
    "steps",
    (row) => row["review"] === "c1-AB" && row["party"] === "AC",
    { party: "" },
    "party",
    "must not be empty where the step is feedback",
  ],
  [
    "a party that has no seat",
    "steps",
    (row) => row["review"] === "c1-AB" && row["party"] === "AC",
    { party: "WD" },
    "party",
    "The party holds no seat in this review (review: c1-AB; party: WD)",
  ],
  [
    "a review of another import",
    "steps",
    (row) => row["review"] === "c1-WA" && row["step"] === "meeting",
    { review: "c1-FR" },
    "review",
    "is no review of this import",
  ],
  [
    "a group with two days",
    "pairings",
    (row) => row["review_of"] === "AC" && row["role"] === "under-review",
    { started_on: "2020-12-02" },
    "started_on",
    "must be as in row 1, of the same group",
  ],
  [
    "details of one address that differ",
    "people",
    (row) => row["party"] === "WD" && String(row["reviews"]).includes("c1-WD"),
    { name: "Another Name" },
    "email",
    "is that of row 7, whose details are others",
  ],
])("%s is refused with its place", (_what, sheet, picks, cells, column, message) => {
  const { errors } = planOf(changed(sheet, picks, cells));
  const row = rowOf(sheet, picks);
  if (row === 0) throw new Error("No row is picked");
  const own = errors.filter((error) => error.row === row && error.sheet === sheet && error.column === column);
  expect(own.map((error) => error.message)).toEqual([message]);
});

test("a pairing that breaks a rule of the lots needs the reason for that rule and party", () => {
  const isSeat = (row: Row) => row["review_of"] === "AB" && row["party"] === "AC";
  const broken = changed("pairings", isSeat, { instruments: "UNTOC" });
  const { errors } = planOf(broken);
  expect(errors.map(({ sheet, row, column }) => [sheet, row, column])).toEqual(
    errors.map(() => ["pairings", rowOf("pairings", (row) => row["review_of"] === "AB"), "party"]),
  );
  const rules = [...new Set(errors.map(({ message }) => /\(rule ([a-z-]+) /u.exec(message)?.[1]))];
  expect(rules).toEqual(["one-from-each-side", "additional-where-lacking"]);
  const deviations = {
    rows: rules.map((rule) => ({ cluster: 1, party: "AB", rule: rule ?? "", reason: "So drawn." })),
  };
  const explained = planOf({ ...broken, deviations });
  expect(explained.errors).toEqual([]);
  const [fact] = explained.reviews.find(({ review }) => review.party === "AB")?.facts ?? [];
  expect(fact).toMatchObject({ kind: "review-drawn", deviations: deviations.rows.map(({ rule }) => ({ rule })) });
});

test("no two parties review each other in two clusters, of an import or of continued reviews, without a reason", () => {
  // In cluster 1 AB is reviewed by WC; in cluster 4 WC is by AB.
  const seats = [
    { party: id("WC"), role: "under-review" as const, instruments: ["UNTOC" as const, "FP" as const] },
    reviewerSeat("WD"),
    reviewerSeat("AB"),
  ];
  const paired = { party: id("WC"), seats };
  const fourth = takeOver([
    { cluster: 4, group: 1, startedOn: "2022-12-01", reviews: [{ paired, stage: "scheduled" }] },
  ]);
  const both = { ...all, pairings: { rows: [...(all["pairings"]?.rows ?? []), ...(fourth["pairings"]?.rows ?? [])] } };
  const mutual = (plan: PlanInEnglish) => plan.errors.map(({ message }) => message).filter((one) => /mutual/.test(one));
  const because = "(rule no-mutual-review of the lots); give the reason in the sheet deviations";
  const [inFirst, inFourth] = [
    `AB is reviewed by WC and reviews it in c4-WC ${because}`,
    `WC is reviewed by AB and reviews it in c1-AB ${because}`,
  ];
  expect(mutual(planOf(both))).toEqual([inFirst, inFourth]);
  const taken = planOf(all).reviews.map(({ review }) => review);
  expect(mutual(planOf(fourth, { reviews: taken }))).toEqual([inFourth]);
  const concluded = taken.map((review) =>
    review.id === "c1-AB" ? { ...review, stage: "concluded" as const } : review,
  );
  expect(mutual(planOf(fourth, { reviews: concluded }))).toEqual([]);
});

test("a draw for a party that has its review of the cluster, and a group that is there, are refused", () => {
  const { reviews, groups: planned } = planOf(all);
  const [taken] = reviews;
  if (taken === undefined) throw new Error("Nothing was planned");
  const { import: _import, ...review } = taken.review;
  const { errors } = planOf(all, { reviews: [review] });
  expect(errors.filter(({ column }) => column === "review_of")).toEqual([
    { sheet: "pairings", row: 1, column: "review_of", message: `has its review of this cluster already: ${review.id}` },
  ]);
  const [group] = planned;
  const there = {
    id: group?.id,
    cluster: 1,
    group: 1,
    state: "planned",
    plannedFor: "2020-12-01",
    reviews: [],
  } as never;
  expect(planOf(all, { groups: [there] }).errors[0]).toMatchObject({ column: "group", sheet: "pairings" });
});

test("a replaced focal point ends on the day, and one who left without a successor opens the obligation again", () => {
  const isOf = (party: string) => (row: Row) => row["party"] === party && String(row["reviews"]).includes("c1-WD");
  const successor = {
    ...(all["people"]?.rows ?? []).find(isOf("WB")),
    name: "Successor",
    email: "successor@wb.example.org",
    named_on: "2022-03-01",
  } as Row;
  const ended = changed("people", isOf("WB"), { until: "2022-03-01" });
  const replaced = planOf(withRows(ended, "people", successor));
  expect(replaced.errors).toEqual([]);
  const facts = replaced.reviews.find(({ review }) => review.id === "c1-WD")?.facts ?? [];
  expect(facts.filter(({ kind }) => kind === "mandate-ended")).toMatchObject([
    { happenedAt: "2022-02-28T23:00:00.000Z", until: "2022-02-28T23:00:00.000Z" },
  ]);
  expect(facts.filter(({ kind }) => kind === "obligation-opened")).toHaveLength(2 * 3);
  const left = planOf(ended);
  expect(left.errors).toEqual([]);
  const review = left.reviews.find(({ review: one }) => one.id === "c1-WD")?.review;
  expect(review?.obligations["focal-point:WB" as never]).toMatchObject({ state: "open", openedOn: "2022-03-01" });
});

test("a nomination that was checked before it was taken over is not to be checked again", () => {
  const reviewOf = (plan: ReturnType<typeof planOf>) =>
    plan.reviews.find(({ review }) => review.id === "c1-WD")?.review;
  const isOf = (row: Row) => row["party"] === "WB" && String(row["reviews"]).includes("c1-WD");
  const toCheck = (plan: ReturnType<typeof planOf>): readonly (string | undefined)[] => {
    const review = reviewOf(plan);
    return review === undefined ? [] : nominationsToCheck(review).map(({ party }) => party);
  };
  expect(toCheck(planOf(all))).toContain("WB");
  const checked = planOf(changed("people", isOf, { checked_on: "2021-12-01" }));
  expect(checked.errors).toEqual([]);
  expect(toCheck(checked)).toEqual(toCheck(planOf(all)).filter((party) => party !== "WB"));
  const early = planOf(changed("people", isOf, { checked_on: "2021-11-01" }));
  expect(early.errors).toEqual(expect.arrayContaining([expect.objectContaining({ column: "checked_on" })]));
});

test("an omitted text is reported by its position", () => {
  const { reviews } = planOf(all);
  const answered = reviews.find(({ review }) => review.id === "c1-AC");
  expect(answered?.frozen.map(({ document }) => document)).toEqual(
    Array.from({ length: 2 }, () => ({ text: "", reference: order.source })),
  );
});
