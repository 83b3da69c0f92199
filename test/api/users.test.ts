import { defined } from "../../schemas/base/defined.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  addressOf,
  freshKey,
  missionOf,
  president,
  openTestApi,
  type TestApi,
  secondSecretariat,
  secretariat,
} from "../harness/test-api.ts";

/** Users end: they are listed, corrected, closed and opened again, over HTTP. */
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  await api.startGroup();
  for (const role of ["focal-point", "expert"] as const) expect((await api.name("FR", role)).status).toBe(201);
  await api.app.rest();
});
afterAll(() => api.close());

const found = async (query: string): Promise<readonly any[]> =>
  (await api.pages(`/v1/users${query}`, secretariat, 50)).items;
const userWith = async (email: string): Promise<any> => {
  const users = await found("");
  return users.find(({ person }) => person.email === email);
};
const register = async (role: string, email: string, party?: string): Promise<any> => {
  const body = {
    role,
    person: { name: `The ${role} at ${email.replaceAll(/[@.]/gu, " ")}`, email, language: "en" },
    ...defined({ party }),
  };
  const answer = await api.request("POST", "/v1/users", { as: secretariat, key: freshKey(), body });
  expect(answer.status).toBe(201);
  await api.app.rest();
  return answer.body;
};
const close = (id: string, as: string = secretariat, reason = "left-service") =>
  api.request("POST", `/v1/users/${id}/closure`, { as, body: { reason } });
const invitations = (to: string) =>
  api.app.mailbox.find({ to, limit: 100 }).filter(({ subject }) => subject.startsWith("Your access")).length;

describe("users", () => {
  test("are registered, invited, and can then read their own account", async () => {
    const person = { name: "Second Officer", email: "registered.officer@example.org", language: "en" };
    const asking = { as: secretariat, key: freshKey(), body: { role: "secretariat", person } };
    const answer = await api.request("POST", "/v1/users", asking);
    expect([answer.status, answer.body]).toEqual([
      201,
      {
        id: expect.stringMatching(/^u-/u),
        role: "secretariat",
        person: { id: answer.body.id, ...person },
        access: "open",
        sponsors: [{ user: expect.stringMatching(/^u-/u), personName: "Secretariat (made up)" }],
        approvesFrom: expect.any(String),
        version: 1,
      },
    ]);
    expect((await api.request("POST", "/v1/users", asking)).text).toBe(answer.text);
    await api.app.rest();
    expect(api.app.mailbox.find({ to: person.email })).toHaveLength(1);
    const me = await api.get("/v1/me", person.email);
    const { access: _, version: __, sponsors: ___, approvesFrom: ____, ...who } = answer.body;
    const serving = { title: "Secretariat", services: [], mandates: [], mandateOffers: [] };
    expect(me.body).toEqual({ ...who, secondFactor: "not-required", ...serving });
  });

  test("that one of the secretariat registered are confirmed by another", async () => {
    const { id } = await userWith("registered.officer@example.org");
    const confirmed = await api.request("POST", `/v1/users/${id}/confirmation`, { as: secondSecretariat });
    expect(confirmed).toMatchObject({ status: 200, body: { confirmedAt: expect.any(String) } });
  });

  test("are listed by role, party and access", async () => {
    expect((await found("?role=secretariat")).map(({ role }) => role)).toContain("secretariat");
    expect((await found("?role=president")).map(({ person }) => person.email)).toEqual([president]);
    const french = await found("?party=FR");
    expect(french.map(({ role }) => role).toSorted()).toEqual(["delegate", "delegate", "permanent-mission"]);
    expect(await found("?party=FR&role=permanent-mission")).toHaveLength(1);
    expect(await found("?access=closed")).toEqual([]);
  });

  test("are read with when they were invited and first came", async () => {
    const expert = addressOf("FR", "expert");
    const { id } = await userWith(expert);
    expect((await api.get("/v1/me", expert)).status).toBe(200);
    expect((await api.get(`/v1/users/${id}`, secretariat)).body).toMatchObject({
      id,
      role: "delegate",
      party: "FR",
      access: "open",
      invitedAt: expect.any(String),
      firstSeenAt: expect.any(String),
    });
    const unknown = await api.get(`/v1/users/u-${"0".repeat(26)}`, secretariat);
    expect(unknown.problem).toBe("not-found");
  });
});

describe("a closed user", () => {
  test("is refused from the next request on, and comes in again once reopened", async () => {
    const focalPoint = addressOf("FR", "focal-point");
    const { id } = await userWith(focalPoint);
    expect((await api.get("/v1/me", focalPoint)).status).toBe(200);
    const closed = await close(id);
    expect(closed).toMatchObject({ status: 200, body: { access: "closed", closedAt: expect.any(String) } });
    for (const path of ["/v1/me", "/v1/parties", "/v1/reviews"])
      expect(await api.get(path, focalPoint)).toMatchObject({ status: 403, problem: "access-closed" });
    await api.app.rest();
    const again = await close(id);
    expect([again.status, again.body.version]).toEqual([200, closed.body.version]);
    const named = { role: "expert", person: { id }, reviews: ["c1-GR"] };
    const naming = { as: missionOf("FR"), key: freshKey(), body: named };
    expect((await api.request("POST", "/v1/parties/FR/mandates", naming)).problem).toBe("person-closed");
    const reopened = await api.request("POST", `/v1/users/${id}/reopening`, { as: secretariat });
    expect(reopened).toMatchObject({ status: 200, body: { access: "open" } });
    expect((await api.get("/v1/me", focalPoint)).status).toBe(200);
  });

  test("gets no letters", async () => {
    const email = "leaving.president@example.org";
    const { id } = await register("president", email);
    expect(invitations(email)).toBe(1);
    await close(id);
    await api.app.rest();
    const resent = await api.request("POST", "/v1/invitations/resend", {
      as: secretariat,
      key: freshKey(),
      body: { users: [id] },
    });
    expect(resent.problem).toBe("no-open-invitation");
    await api.app.rest();
    expect(invitations(email)).toBe(1);
  });

  test("leaves two confirmed officers, though two of three close each other at one moment", async () => {
    const [own, second] = [await userWith(secretariat), await userWith(secondSecretariat)];
    const others = (await found("?role=secretariat&access=open")).filter(({ id }) => id !== own.id && id !== second.id);
    for (const { id } of others) expect((await close(id)).status).toBe(200);
    const tooFew = { problem: "last-secretariat-user", body: { least: 2 } };
    expect(await close(own.id, secondSecretariat)).toMatchObject(tooFew);
    const email = "third.officer@example.org";
    const third = await register("secretariat", email);
    expect((await api.get("/v1/me", email)).status).toBe(200);
    // The third counts once another officer than the one who registered it has confirmed it.
    expect(await close(second.id)).toMatchObject(tooFew);
    const confirmation = { as: secondSecretariat };
    expect((await api.request("POST", `/v1/users/${third.id}/confirmation`, confirmation)).status).toBe(200);
    const answers = await Promise.all([close(second.id), close(own.id, secondSecretariat)]);
    const open = await found("?role=secretariat&access=open");
    expect(open.map(({ id }: any) => id)).toHaveLength(2);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const [lost] = [own, second].filter(({ id }) => open.every((one: any) => one.id !== id));
    const left = open.find(({ id }: any) => id !== third.id).person.email;
    expect((await api.request("POST", `/v1/users/${lost.id}/reopening`, { as: left })).status).toBe(200);
  });
});

describe("a delegate whose last mandate has ended", () => {
  test("reads their own record and nothing more; one who is named for a day ahead reads as others do", async () => {
    const expert = addressOf("FR", "expert");
    const { items } = (await api.get("/v1/parties/FR/mandates", secretariat)).body;
    const { id } = items.find(({ person }: any) => person.email === expert);
    const paths = ["/v1/parties", "/v1/parties/GR", "/v1/parties/GR/mandates", "/v1/groups", "/v1/reviews"];
    const read = async () => Promise.all(paths.map(async (path) => (await api.get(path, expert)).status));
    expect(await read()).toEqual(paths.map(() => 200));
    const removed = await api.request("POST", `/v1/parties/FR/mandates/${id}/removal`, {
      as: missionOf("FR"),
      key: freshKey(),
      body: {},
    });
    expect(removed.status).toBe(200);
    for (const path of paths) expect(await api.get(path, expert)).toMatchObject({ status: 403, problem: "not-yours" });
    expect((await api.get("/v1/me", expert)).body).toMatchObject({ role: "delegate", mandates: [] });
  });
});

describe("an address that was mistyped", () => {
  test("is taken back in one request: letters to that address become invalid, and the right one is invited", async () => {
    const [wrong, right] = ["mision.gr@example.com", "mission.of.gr@example.org"];
    const { id } = await register("permanent-mission", wrong, "GR");
    expect((await api.get("/v1/me", wrong)).status).toBe(200);
    const { headers } = await api.get(`/v1/users/${id}`, secretariat);
    const corrected = await api.request("PATCH", `/v1/users/${id}`, {
      as: secretariat,
      match: headers.get("etag") ?? "",
      body: { person: { email: right, title: "First Secretary", phone: null } },
    });
    expect(corrected).toMatchObject({ status: 200, body: { person: { email: right, title: "First Secretary" } } });
    expect(corrected.body.firstSeenAt).toBeUndefined();
    expect(await api.get("/v1/me", wrong)).toMatchObject({ status: 403, problem: "no-account" });
    await api.app.rest();
    expect([invitations(wrong), invitations(right)]).toEqual([1, 1]);
    expect((await api.get("/v1/me", right)).body).toMatchObject({ role: "permanent-mission", party: "GR" });
    expect(await api.get("/v1/me", wrong)).toMatchObject({ status: 403, problem: "no-account" });
  });

  test("cannot become one that another user has, and other details send no new invitation", async () => {
    const { id, person } = await userWith(missionOf("FR"));
    const { headers } = await api.get(`/v1/users/${id}`, secretariat);
    const correct = (correction: object) =>
      api.request("PATCH", `/v1/users/${id}`, {
        as: secretariat,
        match: headers.get("etag") ?? "",
        body: { person: correction },
      });
    expect((await correct({ email: president })).problem).toBe("address-in-use");
    expect((await correct({ title: "Ambassador" })).body.person).toEqual({
      ...person,
      title: "Ambassador",
    });
    expect((await correct({ title: "Counsellor" })).problem).toBe("stale-version");
    expect((await api.get("/v1/me", missionOf("FR"))).status).toBe(200);
  });
});
