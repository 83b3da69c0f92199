import { defined } from "../../schemas/base/defined.ts";
import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  addressOf,
  type Call,
  missionOf,
  openTestApi,
  president,
  secretariat,
  startGroup,
  type TestApi,
} from "../harness/test-api.ts";

/** The first group has started; France has named focal points and experts, and reviews Greece. */
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  await startGroup(api);
  expect((await api.name("FR", "expert")).status).toBe(201);
});
afterAll(() => api.close());

const issue = async (as: string): Promise<string> => {
  const { status, body } = await api.request("POST", "/v1/me/calendar", { as });
  expect(status).toBe(201);
  return body.feedPath;
};

/** The entries of a calendar as another library than the one that wrote it reads them. */
const entriesIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    expect([event.startDate.isDate, String(component.getFirstPropertyValue("class"))]).toEqual([true, "PRIVATE"]);
    const { uid, sequence, summary, description } = event;
    const status = String(component.getFirstPropertyValue("status"));
    return { uid, sequence, status, day: event.startDate.toString(), summary, description };
  });
const entriesAt = async (path: string) => {
  const { status, type, text } = await api.get(path);
  expect([status, type]).toEqual([200, "text/calendar"]);
  return entriesIn(text);
};
const entryAt = async (path: string, uid: string) => (await entriesAt(path)).find((entry) => entry.uid === uid);
const uidOf = (review: string, obligation: string): string =>
  `${review}.${obligation.replace(":", ".")}@review-mechanism`;

describe("a link to a calendar", () => {
  test("is not issued to observers, who cause no write, nor to a delegate whose last mandate has ended", async () => {
    const observer = await api.name("FR", "observer");
    expect(observer.status).toBe(201);
    await api.app.rest();
    // The first request of an account is recorded by the system.
    expect((await api.get("/v1/me", addressOf("FR", "observer"))).status).toBe(200);
    const asking = (as: string): Call => ["POST", "/v1/me/calendar", { as }];
    await api.expectRefusal(asking(addressOf("FR", "observer")), { status: 403, problem: "not-yours" });
    const expert = await api.name("GR", "expert");
    await api.app.rest();
    await issue(addressOf("GR", "expert"));
    const path = `/v1/parties/GR/mandates/${expert.body.mandate}/removal`;
    const removed = await api.request("POST", path, { as: missionOf("GR"), key: "calendar-removal", body: {} });
    expect([removed.status, removed.text]).toEqual([200, removed.text]);
    await api.expectRefusal(asking(addressOf("GR", "expert")), { status: 403, problem: "not-yours" });
    // A link that was given out before can still be revoked.
    const revoked = await api.request("DELETE", "/v1/me/calendar", { as: addressOf("GR", "expert") });
    expect([revoked.status, revoked.text]).toEqual([200, revoked.text]);
  });
});

describe("the calendar of a party", () => {
  test("has every obligation that the API lists of it, on the day on which it is due, under an id of its own", async () => {
    const entries = await entriesAt(await issue(missionOf("FR")));
    const { body } = await api.get("/v1/obligations?party=FR&state=all&limit=100", missionOf("FR"));
    expect(entries.map(({ uid, day }) => [uid, day]).toSorted()).toEqual(
      body.items.map(({ id, review, dueOn }: any) => [uidOf(review, id), dueOn]).toSorted(),
    );
    expect(entries.length).toBeGreaterThan(3);
    expect(entries.map(({ summary }) => summary)).toContain(
      "Désignation d’un point de contact – partie examinée : Grèce, groupe thématique 1",
    );
  });

  test("moves an entry that stays the same one as its date moves, and ends it as the obligation is met", async () => {
    const link = await issue(missionOf("GR"));
    const uid = uidOf("c1-GR", "focal-point:GR");
    const before = await entryAt(link, uid);
    expect(before).toMatchObject({ day: "2020-12-15", sequence: 0, status: "CONFIRMED" });
    const correction = { what: "start", to: "2020-11-30", reason: "As the note verbale says" };
    const { version } = (await api.get("/v1/reviews/c1-GR", secretariat)).body;
    const corrected = await api.request("POST", "/v1/reviews/c1-GR/corrections", {
      as: secretariat,
      body: correction,
      match: `"v${version}"`,
      key: "calendar-correction",
    });
    expect([corrected.status, corrected.text]).toEqual([200, corrected.text]);
    const moved = await entryAt(link, uid);
    expect(moved?.day).toBe("2020-12-14");
    expect(moved?.sequence).toBeGreaterThan(before?.sequence ?? 0);
    expect((await api.name("GR", "focal-point")).status).toBe(201);
    const met = await entryAt(link, uid);
    expect(met?.status).toBe("CANCELLED");
    expect(met?.description).toContain("Done.");
    expect(met?.sequence).toBeGreaterThan(moved?.sequence ?? 0);
  });
});

describe("the calendar of a person", () => {
  test("has the dates of their mandates, and none of their mission", async () => {
    expect((await api.name("FR", "focal-point")).status).toBe(201);
    await api.app.rest();
    const link = await issue(addressOf("FR", "focal-point"));
    expect(await entriesAt(link)).toEqual([]);
    const { body } = await api.get("/v1/me/calendar", addressOf("FR", "focal-point"));
    expect(Object.keys(body)).toEqual(["issuedAt"]);
  });
});

describe("a link", () => {
  test("is shown once, opens the calendar for any holder, and is stored as a hash", async () => {
    const as = missionOf("IE");
    expect((await api.get("/v1/me/calendar", as)).body).toEqual({ party: "IE", partyName: "Ireland" });
    const link = await issue(as);
    const secret = link.slice("/v1/calendars/".length, -".ics".length);
    const { body, text } = await api.get("/v1/me/calendar", as);
    expect(body.issuedAt).toMatch(/^2020-12-01T/u);
    expect(text).not.toContain(secret);
    expect((await api.rows()).filter((row) => row.includes(secret))).toEqual([]);
  });

  test("answers 410 once it is revoked, or another took its place, and 404 where no link was issued", async () => {
    const as = missionOf("IE");
    const [first, second] = [await issue(as), await issue(as)];
    const answersOf = async (path: string) => {
      const { status, problem } = await api.get(path);
      return [status, problem];
    };
    expect(await answersOf(first)).toEqual([410, "calendar-link-revoked"]);
    expect(await answersOf(second)).toEqual([200, undefined]);
    const revoked = await api.request("DELETE", "/v1/me/calendar", { as });
    expect([revoked.status, revoked.body]).toEqual([200, { party: "IE", partyName: "Ireland" }]);
    expect(await answersOf(second)).toEqual([410, "calendar-link-revoked"]);
    expect(await answersOf(second.replace(/\w(?=\.ics$)/u, (last) => (last === "A" ? "E" : "A")))).toEqual([
      404,
      "not-found",
    ]);
    expect((await api.request("DELETE", "/v1/me/calendar", { as })).status).toBe(200);
  });

  test("shows nothing any more once the access of its owner is closed, nor after it is opened again", async () => {
    const link = await issue(addressOf("FR", "expert"));
    const { body: me } = await api.get("/v1/me", addressOf("FR", "expert"));
    const close = (what: string, body?: object) =>
      api.request("POST", `/v1/users/${me.id}/${what}`, { as: secretariat, ...defined({ body }) });
    expect((await close("closure", { reason: "left-service" })).status).toBe(200);
    expect((await api.get(link)).status).toBe(410);
    expect((await close("reopening")).status).toBe(200);
    expect((await api.get(link)).status).toBe(410);
  });

  test("is read again only where something has changed, and no cache keeps it between", async () => {
    const link = await issue(missionOf("FR"));
    const { headers, text } = await api.get(link);
    expect(headers.get("cache-control")).toBe("private, no-cache");
    const again = await api.request("GET", link, { headers: { "if-none-match": headers.get("etag") ?? "" } });
    expect([again.status, again.text]).toEqual([304, ""]);
    expect((await api.get(link)).text).toBe(text);
  });

  test("is given out neither by the secretariat nor by the President, who keep no dates", async () => {
    for (const as of [secretariat, president])
      for (const method of ["GET", "POST", "DELETE"])
        expect((await api.request(method, "/v1/me/calendar", { as })).problem).toBe("not-yours");
  });
});
