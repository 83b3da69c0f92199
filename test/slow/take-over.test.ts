import { expect, test } from "vitest";
import { startProcess } from "../system/local/child-processes.ts";
import { tableOf } from "./printed-table.ts";

test("a taken-over state has the counts of the status paper, and the year after it is without a finding", async () => {
  const { said, ended } = await startProcess(["bin/demo.ts", "--take-over", "--memory"], "Nothing was kept");
  expect([await ended, said()]).toEqual([0, expect.stringContaining("Seed 1; it is 2024-06-1")]);

  const counts = tableOf(said(), "The paper and the system");
  expect(counts.length).toBeGreaterThan(20);
  for (const { paragraph, what, paper, system, "why they differ": why } of counts)
    if (why === "") expect([paragraph, what, system]).toEqual([paragraph, what, paper]);
  expect(counts.filter((one) => one["why they differ"] !== "").length).toBe(10);

  expect(said()).toMatch(/before the first release: 0$/mu);
  const reviews = tableOf(said(), "Reviews a year later");
  expect(reviews.find(({ stage }) => stage === "all")).toMatchObject({ "group 1": "62", "group 2": "63", all: "189" });
  expect(reviews.find(({ stage }) => stage === "concluded")?.["all"]).not.toBe("0");

  const letters = tableOf(said(), "Letters");
  const of = (wanted: string) => Number(letters.find(({ kind }) => kind === wanted)?.["all"]);
  for (const kind of ["state-of-reviews", "nomination-reminder", "duty-reminder", "answers-received"])
    expect([kind, of(kind) > 0]).toEqual([kind, true]);
  expect(said()).toMatch(/^0 findings$/mu);
}, 1_500_000);
