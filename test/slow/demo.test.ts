import { expect, test } from "vitest";
import { startProcess } from "../system/local/child-processes.ts";
import { tableOf } from "./printed-table.ts";

type Rows = ReturnType<typeof tableOf>;

const number = (row: Rows[number] | undefined, column: string): number => Number(row?.[column]);

const total = (rows: Rows, column: string): number => rows.reduce((sum, row) => sum + number(row, column), 0);

/** The rows by the name in their first column, and apart from them the one that sums them up. */
const summed = (rows: Rows) => {
  const name = (row: Rows[number]) => Object.values(row)[0] ?? "";
  const parts = rows.filter((row) => name(row) !== "all");
  return {
    parts,
    all: rows.find((row) => name(row) === "all"),
    of: (wanted: string) => rows.find((row) => name(row) === wanted),
  };
};

test("the demo plays two and a half years of the first group, and its closing tables agree with each other", async () => {
  const { said, ended } = await startProcess(["bin/demo.ts", "--memory"], "Nothing was kept");
  expect([await ended, said()]).toEqual([0, expect.stringContaining("Seed 1; it is 2023-06-09T")]);
  expect(said()).toMatch(/^Looked at: .*[1-9]\d{3} reminders recomputed.*[1-9]\d{3} mails/mu);
  expect(said()).toMatch(/^0 findings$/mu);

  const reviews = summed(tableOf(said(), "Reviews of c1-g1"));
  expect(number(reviews.all, "reviews")).toBe(62);
  for (const column of ["reviews", "blocked", "without a focal point"])
    expect([column, total(reviews.parts, column)]).toEqual([column, number(reviews.all, column)]);
  for (const row of reviews.parts) {
    expect(number(row, "blocked")).toBeLessThanOrEqual(number(row, "reviews"));
    expect(number(row, "without a focal point")).toBeLessThanOrEqual(number(row, "blocked"));
  }
  const inStage = (stage: string) => number(reviews.of(stage), "reviews");
  expect(inStage("scheduled")).toBe(0);
  for (const stage of ["nomination", "consultation", "questionnaire", "feedback", "observations", "concluded"])
    expect([stage, inStage(stage) > 0]).toEqual([stage, true]);
  // No review leaves this stage without focal points, and nothing else blocks it.
  expect(number(reviews.of("nomination"), "without a focal point")).toBe(inStage("nomination"));
  expect(number(reviews.of("concluded"), "blocked")).toBe(0);

  const blockers = summed(tableOf(said(), "What they wait for"));
  expect(total(blockers.parts, "blockers")).toBe(number(blockers.all, "blockers"));
  expect(number(blockers.all, "reviews")).toBe(number(reviews.all, "blocked"));
  expect(number(blockers.of("focal-point"), "reviews")).toBe(number(reviews.all, "without a focal point"));

  const obligations = summed(tableOf(said(), "Obligations"));
  for (const column of [
    "all",
    "met in time",
    "met late",
    "fell away",
    "open",
    "overdue",
    "delayed",
    "delays",
    "returned",
  ]) {
    const [sum, stated] = [total(obligations.parts, column), number(obligations.all, column)];
    expect([column, sum, sum > 0]).toEqual([column, stated, true]);
  }
  for (const row of obligations.parts) {
    const ways = ["met in time", "met late", "fell away", "open"].map((column) => number(row, column));
    expect(ways.reduce((sum, count) => sum + count)).toBe(number(row, "all"));
    expect(number(row, "overdue")).toBeLessThanOrEqual(number(row, "open"));
    expect(number(row, "delayed")).toBeLessThanOrEqual(number(row, "open"));
  }

  const people = summed(tableOf(said(), "People"));
  for (const role of ["focal-point", "expert"])
    for (const column of ["persons", "parties", "replaced", "seats without"])
      expect([role, column, number(people.of(role), column) > 0]).toEqual([role, column, true]);
  expect(number(people.of("focal-point"), "seats without")).toBe(number(blockers.of("focal-point"), "blockers"));

  const happened = summed(tableOf(said(), "What happened"));
  const times = (fact: string) => number(happened.of(fact), "times");
  for (const fact of [
    "languages-left-open",
    "date-corrected",
    "seat-redrawn",
    "answers-opened",
    "clarification-answered",
  ])
    expect([fact, times(fact) > 0]).toEqual([fact, true]);
  expect(times("answers-submitted")).toBe(
    ["met in time", "met late"].reduce((sum, column) => sum + number(obligations.of("questionnaire"), column), 0) +
      number(obligations.of("questionnaire"), "returned"),
  );
  expect(times("observations-published")).toBe(inStage("concluded"));

  const letters = summed(tableOf(said(), "Letters"));
  const states = Object.keys(letters.all ?? {}).filter((column) => column !== "kind" && column !== "all");
  // Nothing is left on its way.
  expect(states.filter((state) => !["delivered", "skipped"].includes(state))).toEqual([]);
  expect(states.reduce((sum, state) => sum + number(letters.all, state), 0)).toBe(number(letters.all, "all"));
  expect(total(letters.parts, "all")).toBe(number(letters.all, "all"));
  for (const kind of [
    "invitation",
    "nomination-reminder",
    "duty-reminder",
    "delay-notified",
    "handover",
    "seat-redrawn",
    "bulletin",
  ])
    expect([kind, number(letters.of(kind), "delivered") > 0]).toEqual([kind, true]);

  const [bulletin = {}, ...others] = tableOf(said(), "Bulletins");
  expect(others).toEqual([]);
  expect(number(bulletin, "recipients")).toBe(number(letters.of("bulletin"), "all"));
  expect([number(bulletin, "sent"), number(bulletin, "waiting")]).toEqual([number(bulletin, "recipients"), 0]);

  const publications = tableOf(said(), "Publications");
  expect(publications).toHaveLength(inStage("concluded"));
  expect(publications.filter(({ what = "" }) => what.includes("answers"))).toHaveLength(times("publication-consented"));

  expect(said().trimEnd().split("\n").at(-1)).toMatch(/^Nothing was kept\. .*npm start -- --data \.data\/demo$/u);
}, 900_000);
