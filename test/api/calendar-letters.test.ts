import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Life, lifeOf } from "../fixtures/review-life.ts";
import { addressOf, missionOf, openTestApi, secretariat, type TestApi } from "../harness/test-api.ts";

/** The review of Ireland runs until its responses are submitted: dates are notified, moved and met. */
let api: TestApi;
let life: Life;
beforeAll(async () => {
  api = await openTestApi();
  await api.startGroup();
  life = await lifeOf(api, "c1-IE");
});
afterAll(() => api.close());

/** The files that went with mails to an address, the newest first, as another library than the one that wrote them reads them. */
const filesTo = (to: string, kind?: string) =>
  api.app.mailbox.find({ to, limit: 200 }).flatMap(({ id, subject, tags, attachments }) => {
    if (kind !== undefined && !subject.includes(kind)) return [];
    return attachments.map(({ name, type }, place) => {
      const text = api.app.mailbox.attached(id, place)?.toString("utf8") ?? "";
      const calendar = new ICAL.Component(ICAL.parse(text));
      return {
        subject,
        text,
        file: [name, type, String(calendar.getFirstPropertyValue("method"))],
        letter: tags["letter"] ?? "",
        entries: calendar.getAllSubcomponents("vevent").map((component) => {
          const { uid, sequence, startDate, summary } = new ICAL.Event(component);
          const status = String(component.getFirstPropertyValue("status"));
          return { uid, sequence, day: startDate.toString(), status, summary };
        }),
      };
    });
  });
const entryIn = (files: ReturnType<typeof filesTo>, uid: string) =>
  files.flatMap(({ entries }) => entries).find((entry) => entry.uid === uid);

describe("a letter that states a date", () => {
  test("brings it as a calendar file, one entry for each obligation, which is stored with the content of the letter", async () => {
    const [first] = filesTo(missionOf("IE"));
    expect(first?.file).toEqual(["dates.ics", "text/calendar", "PUBLISH"]);
    const { body } = await api.get(`/v1/letters/${first?.letter}?include=text`, missionOf("IE"));
    expect(body.text.calendar).toBe(first?.text);
    const entry = entryIn(filesTo(missionOf("IE")), "c1-IE.focal-point.IE@review-mechanism");
    expect(entry).toMatchObject({ day: "2020-12-15", sequence: 0, status: "CONFIRMED" });
    expect(entry?.summary).toContain("cluster 1");
  });

  test("brings several dates in one file where it names several obligations", () => {
    const first = filesTo(missionOf("FR")).find(({ entries }) => entries.length > 1);
    expect(first?.entries.map(({ uid }) => uid).toSorted()).toEqual([
      expect.stringMatching(/^c1-GR\.experts\.FR@/u),
      expect.stringMatching(/^c1-GR\.focal-point\.FR@/u),
      expect.stringMatching(/^c1-IE\.experts\.FR@/u),
      expect.stringMatching(/^c1-IE\.focal-point\.FR@/u),
    ]);
  });

  test("and moves it later sends the same entry with a higher sequence", async () => {
    await life.nominate();
    await life.conclude();
    await api.app.rest();
    const uid = "c1-IE.questionnaire.IE@review-mechanism";
    const before = entryIn(filesTo(missionOf("IE")), uid);
    expect(before?.status).toBe("CONFIRMED");
    const delay = { dueOn: "2021-08-31", reason: "translation" };
    await life.post("/obligations/questionnaire:IE/delay", life.focalPoint("IE"), delay);
    await api.app.rest();
    const after = entryIn(filesTo(missionOf("IE")), uid);
    expect(after).toMatchObject({ day: "2021-08-31", status: "CONFIRMED" });
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 99);
    for (const { party } of life.reviewers) expect(entryIn(filesTo(missionOf(party)), uid)).toBeUndefined();
  });

  test("brings a person the dates of their own work, and not those of their mission", async () => {
    await life.submit();
    await api.app.rest();
    const [reviewer] = life.reviewers;
    if (reviewer === undefined) throw new Error("no party reviews");
    for (const role of ["focal-point", "expert"] as const) {
      const entries = filesTo(addressOf(reviewer.party, role)).flatMap((file) => file.entries);
      expect(entries.map(({ uid, status }) => [uid, status])).toContainEqual([
        `c1-IE.feedback.${reviewer.party}@review-mechanism`,
        "CONFIRMED",
      ]);
      expect(entries.filter(({ uid }) => /focal-point|experts/u.test(uid))).toEqual([]);
    }
  });

  test("of an obligation that is met cancels its entry", async () => {
    await life.clearAll();
    await api.app.rest();
    for (const { party } of life.reviewers) {
      const [newest] = filesTo(addressOf(party, "focal-point"));
      const entry = newest?.entries.find(({ uid }) => uid === `c1-IE.feedback.${party}@review-mechanism`);
      expect(entry?.status).toBe("CANCELLED");
    }
  });
});

test("a letter that states no date of its recipient has no calendar file", async () => {
  const invitations = api.app.mailbox.find({ to: addressOf("IE", "expert"), limit: 50 });
  expect(invitations.length).toBeGreaterThan(0);
  expect(
    invitations.filter(({ subject }) => subject.includes("invit")).flatMap(({ attachments }) => attachments),
  ).toEqual([]);
  expect(api.app.mailbox.find({ to: secretariat, limit: 50 }).flatMap(({ attachments }) => attachments)).toEqual([]);
});
