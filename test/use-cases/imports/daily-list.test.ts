import { expect, test } from "vitest";
import { parties } from "../../domain/lots/few-parties.ts";
import { smallTakeOver } from "../../fixtures/small-take-over.ts";
import { brokenAtRest, brokenNow } from "../../harness/invariants.ts";
import { findingsOf } from "../../harness/verification.ts";
import { resumeReminders, takenOver } from "../../verify/collected.ts";

test("the secretariat's daily list names obligations of a group since its release, and none of a paused group", async () => {
  const system = await takenOver(parties, smallTakeOver);
  const { app } = system;
  const listsBy = async (day: string): Promise<readonly string[]> => {
    await app.moveTo(`${day}T08:00:00.000Z`);
    await app.sweep("morning");
    await app.settle();
    const lists = app.mail.inbox.filter(({ to }) => to === "daily.list@example.org");
    return lists.map(({ text }) => text.replaceAll(/\s+/gu, " "));
  };
  expect(await listsBy("2023-06-20")).toEqual([]);
  await resumeReminders(system, "c1-g1");
  const [list = "", ...others] = await listsBy("2023-06-22");
  expect(others).toEqual([]);
  expect(list).toMatch(/c1-A[BC]/u);
  expect(list).not.toMatch(/c1-W|second group/u);
  expect(new Set(list.match(/on this list since \d+ \w+ 20\d\d/gu))).toEqual(
    new Set(["on this list since 21 June 2023"]),
  );
  expect([...(await brokenNow(app)), ...(await brokenAtRest(app)), ...(await findingsOf(app))]).toEqual([]);
});
