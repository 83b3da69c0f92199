import { expect, test } from "vitest";
import { EmailAddress } from "../../../schemas/base/values.ts";
import type { User } from "../../../schemas/model/user.ts";
import { userId } from "../../fixtures/changes.ts";
import { id } from "../lots/few-parties.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import type { Row, Sheets } from "../../fixtures/take-over.ts";
import { all, planOf, rowOf, withRows } from "./small-plan.ts";

const registered: User = { id: userId(77), role: "delegate", party: id("WD"), state: "registered" } as never;

const factsOf = (sheets: Sheets, review: string, there: Parameters<typeof planOf>[1] = {}): readonly Fact[] => {
  const { errors, reviews } = planOf(sheets, there);
  expect(errors).toEqual([]);
  return reviews.find((one) => one.review.id === review)?.facts ?? [];
};

test.each<[step: string, row: Row, fact: object]>([
  [
    "round",
    { review: "c1-AA", day: "2021-03-01", mode: "in-person" },
    { kind: "consultation-round-held", heldOn: "2021-03-01", mode: "in-person" },
  ],
  [
    "languages-open",
    { review: "c1-WB", day: "2022-01-10", reason: "lack-of-resources", languages: "fr es" },
    { kind: "languages-left-open", why: "lack-of-resources", translationNeeded: ["es", "fr"] },
  ],
  ["answers-opened", { review: "c1-AB", day: "2022-02-01" }, { kind: "answers-opened" }],
  [
    "consent",
    { review: "c1-AA", day: "2022-06-01", reason: "answers dialogue" },
    { kind: "publication-consented", parts: ["answers", "dialogue"] },
  ],
])("a step %s is the fact that the command records, on its day", (step, row, fact) => {
  const facts = factsOf(withRows(all, "steps", { step, ...row }), String(row["review"]));
  expect(facts.filter(({ kind }) => kind === (fact as Fact).kind)).toMatchObject([fact]);
});

test("a delay moves the day on which the obligation is due, by its reason", () => {
  const delay = { review: "c1-AC", party: "AA", duty: "feedback", told_on: "2021-09-01", due_on: "2022-03-01" };
  const facts = factsOf(
    withRows(all, "delays", { ...delay, reason: "clearance", explanation: "Two ministries" }),
    "c1-AC",
  );
  expect(facts.filter(({ kind }) => kind === "delay-notified")).toMatchObject(
    [{ obligation: "feedback:AA", reason: "clearance", explanation: "Two ministries", dueAt: /^2022-03-01T/u }].map(
      (one) => ({ ...one, dueAt: expect.stringMatching(one.dueAt) }),
    ),
  );
});

test("an expert is named for the instruments of the row, and for no other than the seat's", () => {
  const expert = {
    party: "AC",
    role: "expert",
    reviews: "c1-AB",
    name: "Expert of AC",
    email: "expert@ac.example.org",
    language: "fr",
    named_on: "2020-12-20",
  };
  const facts = factsOf(withRows(all, "people", { ...expert, instruments: "FP" }), "c1-AB");
  expect(facts.filter((fact) => fact.kind === "mandate-began" && fact.role === "expert")).toMatchObject([
    { party: "AC", instruments: ["FP"] },
  ]);
  const { errors } = planOf(withRows(all, "people", { ...expert, instruments: "TIP" }));
  expect(errors).toMatchObject([{ sheet: "people", column: "instruments" }]);
});

test("a fifth reviewer is taken where the party waived that there are four, and not where it did not", () => {
  const isOfAA = (row: Row): boolean => row["review_of"] === "AA";
  const [first] = (all["pairings"]?.rows ?? []).filter(isOfAA);
  const more = ["AC", "WC", "WD"].map((party) => ({ ...first, party, role: "additional-reviewer", instruments: "FP" }));
  const five = withRows(all, "pairings", ...more);
  const waived = {
    pairings: { rows: five["pairings"]?.rows.map((row) => (isOfAA(row) ? { ...row, waived: "Y" } : row)) },
  };
  const rulesOf = (sheets: object) =>
    planOf({ ...five, ...sheets }).errors.map(({ message }) => /\(rule ([a-z-]+) /u.exec(message)?.[1]);
  expect(rulesOf({})).toContain("most-reviewers");
  const left = rulesOf(waived);
  expect(left.length).toBeGreaterThan(0);
  expect(left).not.toContain("most-reviewers");
});

test("stored details of people and missions stay, and are reported by row and column", () => {
  const row = rowOf("people", (one) => one["party"] === "WD");
  const { email, language } = (all["people"]?.rows[row - 1] ?? {}) as Record<string, string>;
  const user = { ...registered, person: { email, name: "Corrected Here", language, phone: "+43 1 26060" } };
  const mission = { party: "AA", address: "mission@aa.example.org", language: "en", place: "Vienna" };
  const plan = planOf(withRows(all, "missions", mission), {
    users: new Map([[EmailAddress.parse(email), registered]]),
    persons: new Map([[registered.id, user.person as never]]),
    missions: new Map([[id("AA"), { address: mission.address, language: "fr", place: "Geneva" } as never]]),
  });
  expect(plan.errors).toEqual([]);
  expect(plan.kept.map(({ sheet, row: at, column }) => [sheet, at, column])).toEqual([
    ["missions", 1, "language"],
    ["missions", 1, "place"],
    ["people", row, "name"],
    ["people", row, "gender"],
    ["people", row, "institution_kind"],
  ]);
  expect(plan.people.find(({ isKnown }) => isKnown)?.user).toBe(registered.id);
  expect(plan.missions).toEqual([]);
  expect(planOf(all).kept).toEqual([]);
});
