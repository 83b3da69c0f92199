import { describe, expect, test } from "vitest";
import { given, letterLines, nameDelegate, startOf } from "../../fixtures/group.ts";
import type { TestApp } from "../../harness/test-app.ts";

/** France and Germany hold seats in two reviews each. */
const reviews = { FR: ["DE", "BR"], JP: ["FR", "DE"] };
const parties = ["BR", "DE", "FR", "JP"];

/**
 * Returns an app with a group whose start on the first of December is recorded at an instant, with the immediate
 * effects.
 */
const startedLate = async (recordedAt: string): Promise<TestApp> => {
  const app = await given.group({ reviews });
  await app.moveTo(recordedAt);
  await startOf(app, "2020-12-01");
  await app.settle();
  return app;
};
const toFrance = (app: TestApp) => app.mail.inbox.filter(({ to }) => to === "mission@fr.example.org");
const flat = (text: string): string => text.replaceAll(/\s+/gu, " ");

describe("a start that is recorded fifteen days late", () => {
  const recordedAt = "2020-12-16T05:00:00.000Z";

  test("is notified at the next nine o'clock by one letter to each party, about all its reviews", async () => {
    const app = await startedLate(recordedAt);
    expect(await letterLines(app)).toEqual([]);
    await app.moveTo("2020-12-16T08:00:00.000Z");
    expect((await letterLines(app)).toSorted()).toEqual(parties.map((code) => `${code} late-start delivered`));
    expect(app.mail.inbox.map(({ at }) => at)).toEqual(parties.map(() => "2020-12-16T08:00:00.000Z"));
    const [letter] = toFrance(app);
    const text = flat(letter?.text ?? "");
    expect(text).toContain("started on 1 December 2020. The start was recorded after that day");
    expect(text).toContain("Nomination of a focal point: Was due by the end of 15 December 2020, Vienna time");
    expect(text).toContain("Nomination of governmental experts: Due by the end of 29 December 2020, Vienna time");
    for (const id of ["c1-FR", "c1-JP"]) expect(text).toContain(id);
  });

  test("is followed by the reminders of later days, once each, however often it is swept", async () => {
    const app = await startedLate(recordedAt);
    await app.moveTo("2020-12-16T09:00:00.000Z");
    await app.sweep("full");
    await app.moveTo("2020-12-21T12:00:00.000Z");
    await app.sweep("full");
    expect(toFrance(app)).toHaveLength(1);
    await app.moveTo("2020-12-23T12:00:00.000Z");
    await app.sweep("full");
    const lines = (await letterLines(app)).filter((line) => line.startsWith("FR"));
    expect(lines).toEqual(["FR late-start delivered", "FR experts d-7 delivered", "FR focal-point d+8 delivered"]);
  });

  test("is notified all the same where its timer is lost, and the sweep keeps the timer until then", async () => {
    const app = await startedLate(recordedAt);
    await app.sweep("full");
    const opening = [...app.schedules.pending.keys()].filter((name) => name.startsWith("opening-"));
    expect(opening).toHaveLength(1);
    for (const name of opening) app.schedules.pending.delete(name);
    await app.sweep("hourly");
    expect([...app.schedules.pending.keys()]).toEqual(expect.arrayContaining(opening));
    app.schedules.pending.clear();
    await app.moveTo("2020-12-16T09:00:00.000Z");
    expect(await letterLines(app)).toEqual([]);
    await app.sweep("hourly");
    await app.settle();
    expect((await letterLines(app)).toSorted()).toEqual(parties.map((code) => `${code} late-start delivered`));
  });

  test("names only the obligations that are still open when the letter leaves", async () => {
    const app = await startedLate(recordedAt);
    for (const [place, code] of parties.entries()) {
      if (code !== "JP") await nameDelegate(app, "focal-point", code, { number: 200 + place });
      if (code === "BR") await nameDelegate(app, "expert", code, { number: 300 + place });
    }
    await app.settle();
    await app.moveTo("2020-12-16T08:00:00.000Z");
    const aboutStart = (await letterLines(app)).filter((line) => line.includes(" late-start "));
    expect(aboutStart.toSorted()).toEqual(["DE", "FR", "JP"].map((code) => `${code} late-start delivered`));
    expect(flat(toFrance(app)[0]?.text ?? "")).not.toContain("Nomination of a focal point: was due");
  });
});

test("a start that is recorded a year late sends each party one letter, and not one for every reminder since", async () => {
  const app = await startedLate("2021-12-01T10:00:00.000Z");
  await app.moveTo("2021-12-02T08:00:00.000Z");
  await app.sweep("full");
  await app.settle();
  const toParties = (await letterLines(app)).filter((line) => !line.startsWith("office daily-list"));
  expect(toParties.toSorted()).toEqual(parties.map((code) => `${code} late-start delivered`));
  const text = flat(toFrance(app)[0]?.text ?? "");
  expect(text).toContain("Nomination of governmental experts: Was due by the end of 29 December 2020, Vienna time");
  expect(text).toContain("the reviews will proceed as soon as they have been recorded");
});

test("a start that is recorded within the first week opens as usual", async () => {
  const app = await startedLate("2020-12-07T06:00:00.000Z");
  await app.moveTo("2020-12-07T08:00:00.000Z");
  const lines = (await letterLines(app)).filter((line) => line.startsWith("FR"));
  expect(lines).toEqual(["FR focal-point start experts start delivered"]);
});
