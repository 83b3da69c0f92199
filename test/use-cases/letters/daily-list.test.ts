import { describe, expect, test } from "vitest";
import { clustersOfLetter } from "../../../domain/letters/about-clusters.ts";
import { given, nameDelegate, startOf, letterLines } from "../../fixtures/group.ts";
import type { TestApp } from "../../harness/test-app.ts";
import { brokenAtRest, brokenNow } from "../../harness/invariants.ts";
import { mailEvent } from "../../fakes/mail-service.ts";
import { changeContacts, contacts, correctedAddress, lettersOf, report } from "../mission-addresses.ts";

/** Starts a review of France by Germany and Brazil, and one of Japan by France and Germany, without any nomination. */
const started = async (): Promise<TestApp> => {
  const app = await given.group({ reviews: { FR: ["DE", "BR"], JP: ["FR", "DE"] } });
  await app.moveTo("2020-12-01T10:00:00.000Z");
  await startOf(app, "2020-12-01");
  await app.settle();
  return app;
};
const lists = (app: TestApp) => app.mail.inbox.filter(({ to }) => to === "daily.list@example.org");
const morning = async (app: TestApp, day: string) => {
  await app.moveTo(`${day}T08:00:00.000Z`);
  await app.sweep("morning");
  await app.settle();
};
const expectWhole = async (app: TestApp) => {
  expect(await brokenNow(app)).toEqual([]);
  expect(await brokenAtRest(app)).toEqual([]);
};

describe("the secretariat's daily list", () => {
  test("leaves at 09:00 in Vienna to the secretariat's address, when the second reminder has left and not before", async () => {
    const app = await started();
    await morning(app, "2020-12-22");
    expect(lists(app)).toEqual([]);
    await morning(app, "2020-12-23");
    expect(lists(app).map(({ at, subject }) => [at, subject])).toEqual([
      [
        "2020-12-23T08:00:00.000Z",
        "Daily list of 23 December 2020: 4 obligations past the date (cluster 1) [RM/list/2020-12-23]",
      ],
    ]);
    expect((await letterLines(app)).filter((letter) => letter.startsWith("office"))).toEqual([
      "office daily-list delivered",
    ]);
    const dailyLists = (await app.letters()).filter(({ content }) => content.kind === "daily-list");
    expect(dailyLists.map(clustersOfLetter)).toEqual([[1]]);
    await expectWhole(app);
  });

  test("after a start recorded years late says since when the obligations are on record", async () => {
    const app = await given.group({ reviews: { FR: ["DE", "BR"] } });
    await app.moveTo("2023-03-01T10:00:00.000Z");
    await startOf(app, "2020-12-01");
    await app.settle();
    await morning(app, "2023-03-02");
    const [list] = lists(app).map(({ text }) => text.replaceAll(/\s+/gu, " "));
    expect(list?.match(/on this list since [^-;A]*20\d\d/gu)).toEqual(
      Array.from({ length: 6 }, () => "on this list since 1 March 2023"),
    );
    await expectWhole(app);
  });

  test("is one a day, whatever number of sweeps run on it", async () => {
    const app = await started();
    for (const day of ["2020-12-23", "2020-12-24"]) {
      await morning(app, day);
      for (const hour of ["09", "12", "18"]) {
        await app.moveTo(`${day}T${hour}:17:00.000Z`);
        await app.sweep("hourly");
        await app.settle();
      }
      await app.sweep("full");
      await app.settle();
    }
    expect(lists(app).map(({ at }) => at)).toEqual(["2020-12-23T08:00:00.000Z", "2020-12-24T08:00:00.000Z"]);
  });

  test("shows nominations of a party for one group in one row, and leaves out parties that have named meanwhile", async () => {
    const app = await started();
    await nameDelegate(app, "focal-point", "FR");
    await app.settle();
    await morning(app, "2020-12-23");
    const text = (lists(app)[0]?.text ?? "").replaceAll(/\s+/gu, " ");
    expect(text).toContain("Party DE: New today: Nomination of a focal point in 2 reviews of the first group");
    expect(text).toContain(
      "Party BR: New today: Nomination of a focal point in the country review with the code c1-FR,",
    );
    expect(text).not.toContain("Party FR:");
  });

  test("marks parties without a working mission address, as long as none works, and reports no reminder of them", async () => {
    const app = await started();
    for (const letter of await lettersOf(app)) await report(app, letter);
    await morning(app, "2020-12-23");
    expect((await lettersOf(app)).map(({ state }) => state)).not.toContain("delivered");
    const unreached = (): readonly string[] =>
      (lists(app).at(-1)?.text ?? "")
        .replace(/\s+/gu, " ")
        .split(" - ")
        .filter((row) => row.includes("; no address of its mission works"))
        .map((row) => row.slice(0, 8));
    expect(unreached()).toEqual(["Party FR"]);
    expect(lists(app).at(-1)?.text).not.toMatch(/were\s+reminded/u);
    await changeContacts(app, contacts({ address: correctedAddress }));
    await morning(app, "2020-12-24");
    expect(lists(app)).toHaveLength(2);
    expect(unreached()).toEqual([]);
    expect(lists(app).at(-1)?.text).toContain("Party FR:");
  });

  test("that was delayed for days is one list, that of the day on which it can leave", async () => {
    const app = await started();
    for (const day of ["2020-12-23", "2020-12-24", "2020-12-25"]) {
      app.sleepUntil(`${day}T08:00:00.000Z`);
      await app.sweep("morning");
    }
    await app.settle();
    expect(lists(app).map(({ subject }) => subject.slice(0, 28))).toEqual(["Daily list of 25 December 20"]);
    expect(
      (await app.letters())
        .flatMap(({ content, state, reason }) => (content.kind === "daily-list" ? [[content.day, state, reason]] : []))
        .toSorted(),
    ).toEqual([
      ["2020-12-23", "skipped", "replaced"],
      ["2020-12-24", "skipped", "replaced"],
      ["2020-12-25", "delivered", undefined],
    ]);
  });

  test("is none on a day on which nothing is open past its date so long", async () => {
    const app = await started();
    for (const code of ["FR", "DE", "BR", "JP"])
      await nameDelegate(app, "focal-point", code, { number: 100 + code.charCodeAt(0) });
    await app.settle();
    await morning(app, "2020-12-23");
    expect(lists(app)).toEqual([]);
  });

  test("is skipped when everything on it was done between its planning and its sending", async () => {
    const app = await started();
    await app.moveTo("2020-12-23T08:00:00.000Z");
    await app.sweep("morning");
    for (const code of ["FR", "DE", "BR", "JP"])
      await nameDelegate(app, "focal-point", code, { number: 100 + code.charCodeAt(0) });
    await app.settle();
    expect((await letterLines(app)).filter((letter) => letter.startsWith("office"))).toEqual([
      "office daily-list skipped(done)",
    ]);
    await expectWhole(app);
  });

  test("that bounces is reported each time, and goes to its address again the next morning: it is the system's own", async () => {
    const app = await started();
    await morning(app, "2020-12-23");
    const [list] = (await app.letters()).filter(({ content }) => content.kind === "daily-list");
    const bounce = { bounce: { bounceType: "Permanent" } };
    const mail = { letter: String(list?.id), messageId: String(list?.messageId) };
    app.queues.receipts.put(mailEvent("Bounce", mail, app.clock.now(), bounce));
    await app.settle();
    expect(app.logged("RECIPIENT_UNREACHABLE")).toHaveLength(1);
    await morning(app, "2020-12-24");
    expect((await letterLines(app)).filter((letter) => letter.startsWith("office"))).toEqual([
      "office daily-list bounced",
      "office daily-list delivered",
    ]);
    expect((await app.ledger.suppressed({ limit: 10 })).items).toEqual([]);
    expect((await app.ledger.unreachable({ limit: 10 })).items).toEqual([]);
  });

  test("that the morning's sweep missed leaves with the sweep of the next hour", async () => {
    const app = await started();
    await app.moveTo("2020-12-23T08:17:00.000Z");
    await app.sweep("hourly");
    await app.settle();
    expect(lists(app).map(({ at }) => at)).toEqual(["2020-12-23T08:17:00.000Z"]);
  });
});
