import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshKey, missionOf, openTestApi, secondSecretariat, secretariat, type TestApi } from "../harness/test-api.ts";

/** An account in danger of misuse is suspended by one officer, and opens again after a day. */
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

const meOf = async (as: string) => (await api.get("/v1/me", as)).body;
const suspend = (id: string, as: string) => api.request("POST", `/v1/users/${id}/suspension`, { as });
const day = 24 * 3_600_000;

describe("an account that is suspended", () => {
  test("reads and writes nothing from the next request on, and everything again after 24 hours", async () => {
    const { id } = await meOf(secondSecretariat);
    const from = api.app.clock.now();
    const suspended = await suspend(id, secretariat);
    const { suspendedUntil } = suspended.body;
    expect([suspended.status, Date.parse(suspendedUntil) - from]).toEqual([200, expect.closeTo(day, -4)]);
    const refused = { status: 403, problem: "access-suspended", body: { until: suspendedUntil } };
    expect(await api.get("/v1/parties", secondSecretariat)).toMatchObject(refused);
    const contacts = [{ party: "FR", way: "call", outcome: "informed" }];
    const writing = { as: secondSecretariat, key: freshKey(), body: { contacts } };
    expect(await api.request("POST", "/v1/contacts", writing)).toMatchObject(refused);
    // A second order does not prolong it, and the other officers see it, with the fact and who ordered it.
    expect((await suspend(id, secretariat)).body).toMatchObject({ suspendedUntil, version: suspended.body.version });
    expect((await api.get(`/v1/users/${id}`, secretariat)).body).toMatchObject({ access: "open", suspendedUntil });
    const { items } = (await api.get(`/v1/journal/user/${id}`, secretariat)).body;
    expect(items.at(-1)).toMatchObject({
      by: (await meOf(secretariat)).id,
      facts: [{ kind: "user-suspended", user: id, until: suspendedUntil }],
    });
    await api.app.moveTo(Date.parse(suspendedUntil) - 60_000);
    expect((await api.get("/v1/me", secondSecretariat)).problem).toBe("access-suspended");
    await api.app.moveTo(suspendedUntil);
    expect((await api.get("/v1/me", secondSecretariat)).status).toBe(200);
  });

  test("shows no calendar either, until it is open again", async () => {
    const mission = missionOf("FR");
    const { body: issued } = await api.request("POST", "/v1/me/calendar", { as: mission });
    const path: string = issued.feedPath;
    expect((await api.get(path)).status).toBe(200);
    const { id } = await meOf(mission);
    const { suspendedUntil } = (await suspend(id, secretariat)).body;
    expect((await api.get(path)).status).toBe(410);
    await api.app.moveTo(suspendedUntil);
    expect((await api.get(path)).status).toBe(200);
  });
});

describe("who may suspend", () => {
  test("a confirmed officer, who does not name the own account", async () => {
    const own = await meOf(secretariat);
    expect((await suspend(own.id, secretariat)).problem).toBe("another-member-needed");
    expect((await suspend(own.id, missionOf("FR"))).problem).toBe("not-yours");
    const email = "unconfirmed@example.org";
    const person = { name: "A new officer", email, language: "en" };
    const asking = { as: secretariat, key: freshKey(), body: { role: "secretariat", person } };
    const { id } = (await api.request("POST", "/v1/users", asking)).body;
    await api.app.rest();
    await api.app.moveTo(api.app.clock.now() + 2 * day);
    expect(await suspend(own.id, email)).toMatchObject({ problem: "not-confirmed", body: { users: [id] } });
    expect((await api.request("POST", `/v1/users/${id}/confirmation`, { as: secondSecretariat })).status).toBe(200);
    expect((await suspend(own.id, email)).status).toBe(200);
  });
});
