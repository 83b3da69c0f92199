import { describe, expect, test } from "vitest";
import { reverseGroupStart } from "../../../domain/parties/groups.ts";
import { executeOnAggregate } from "../../../lambdas/commands/execute-command.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import { given, letterLines, secretariat, startOf } from "../../fixtures/group.ts";
import { brokenAtRest, brokenNow } from "../../harness/invariants.ts";
import type { TestApp } from "../../harness/test-app.ts";

/** France and Germany hold seats in two reviews each; Brazil has left no address. */
const reviews = { FR: ["DE", "BR"], JP: ["FR", "DE"] };

const started = async (at: string): Promise<TestApp> => {
  const app = await given.group({ reviews, withoutMission: ["BR"] });
  await app.moveTo(at);
  await startOf(app, "2020-12-01");
  await app.settle();
  return app;
};

/** Undoes the start as the secretariat, before any effect of it. */
const undo = async ({ store, clock }: TestApp): Promise<void> => {
  const now = clock.now();
  const decide = (group: Parameters<typeof reverseGroupStart>[0]) =>
    reverseGroupStart(group, "A wrong day.", undefined, now);
  const done = await executeOnAggregate(store)({ kind: "group", id: "c1-g1", by: secretariat, now, decide });
  if (!done.ok) throw new Error(`Refused: ${done.refusal}`);
};

const expectScheduled = async ({ store }: TestApp): Promise<void> => {
  expect((await store.load("group", "c1-g1"))?.state).toMatchObject({ state: "planned" });
  for (const id of ["c1-FR", "c1-JP"]) {
    const review = (await store.load("review", id))?.state;
    expect([id, review?.stage, review?.startedOn]).toEqual([id, "scheduled", undefined]);
    expect(Object.values(review?.obligations ?? {}).filter(({ state }) => state !== "void")).toEqual([]);
  }
};

const expectWhole = async (app: TestApp): Promise<void> => {
  await app.sweep("full");
  await app.settle();
  expect([...(await brokenNow(app)), ...(await brokenAtRest(app))]).toEqual([]);
};

const corrected = async (app: TestApp) =>
  (await letterLines(app)).filter((line) => line.includes("start-undone")).toSorted();

describe("a start that is undone", () => {
  test("before its letters leave sends nothing at all, then or later", async () => {
    const app = await started("2020-12-01T07:30:00.000Z");
    expect([...app.schedules.pending.keys()].map((name) => name.split("-")[0])).toEqual(["opening"]);
    await undo(app);
    await app.settle();
    await expectScheduled(app);
    expect([...app.schedules.pending.keys()]).toEqual([]);
    await app.moveTo("2021-01-20T12:00:00.000Z");
    await expectWhole(app);
    expect([await letterLines(app), app.mail.inbox]).toEqual([[], []]);
  });

  test("after its letters left is corrected by one letter to exactly those who had one", async () => {
    const app = await started("2020-12-01T10:00:00.000Z");
    expect(new Set(app.mail.inbox.map(({ to }) => to))).toEqual(
      new Set(["de", "fr", "jp"].map((code) => `mission@${code}.example.org`)),
    );
    await app.moveTo("2020-12-02T10:00:00.000Z");
    await undo(app);
    await app.settle();
    await expectScheduled(app);
    expect(await corrected(app)).toEqual(["DE", "FR", "JP"].map((code) => `${code} start-undone delivered`));
    const mail = app.mail.inbox.find(({ to, subject }) => to.includes("@fr.") && subject.startsWith("Correction"));
    expect(mail?.text.replaceAll(/\s+/gu, " ")).toContain("The reason that was recorded: A wrong day.");
    await expectWhole(app);
    await app.moveTo("2021-01-20T12:00:00.000Z");
    expect(await corrected(app)).toHaveLength(3);
    expect(app.mail.inbox).toHaveLength(6);
  });

  test("can be started again, which sends new letters and corrects nothing twice", async () => {
    const app = await started("2020-12-01T10:00:00.000Z");
    await undo(app);
    await app.settle();
    await app.moveTo("2020-12-03T10:00:00.000Z");
    await startOf(app, "2020-12-03");
    await app.settle();
    const toFrance = app.mail.inbox.filter(({ to }) => to.includes("@fr."));
    expect(toFrance.map(({ subject }) => subject.replace(/ \[.*/u, "")).toSorted()).toEqual([
      "Correction: the start of the country reviews of the first group (cluster 1) was undone",
      "Party FR: nomination of a focal point and experts (cluster 1) – by 15 December 2020",
      "Party FR: nomination of a focal point and experts (cluster 1) – by 17 December 2020",
    ]);
    await expectWhole(app);
    expect(await corrected(app)).toHaveLength(3);
  });

  test.each<Fact["kind"]>(["group-start-undone", "group-start-undo-completed"])(
    "and interrupted at any call after %s continues with the next sweep",
    async (interrupted) => {
      let call = 1;
      for (; ; call++) {
        const app = await started("2020-12-01T10:00:00.000Z");
        await undo(app);
        await app.settleStream(interrupted);
        app.stream.retries = 0;
        const kill = app.kill("react", call);
        await app.settle();
        if (!kill.happened) break;
        await app.sweep("hourly");
        await app.sweep("hourly");
        await app.settle();
        await app.moveTo("2020-12-01T11:00:00.000Z");
        await app.sweep("hourly");
        await app.settle();
        await expectScheduled(app);
        expect(await corrected(app)).toEqual(["DE", "FR", "JP"].map((code) => `${code} start-undone delivered`));
      }
      expect(call).toBeGreaterThan(3);
    },
  );
});

test("a late run of the start starts nothing that was undone meanwhile", async () => {
  const app = await given.group({ reviews });
  await app.moveTo("2020-12-01T10:00:00.000Z");
  await startOf(app, "2020-12-01");
  let isFirst = true;
  app.before("store.commit", async () => {
    if (!isFirst) return;
    isFirst = false;
    await app.sweep("hourly");
    await undo(app);
    await app.sweep("hourly");
  });
  await app.settle();
  await app.sweep("hourly");
  await app.settle();
  await expectScheduled(app);
});
