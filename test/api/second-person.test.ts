import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commandCall, orderCall, previewCall } from "../fixtures/bulletin-desk.ts";
import { freshKey, missionOf, openTestApi, type TestApi, secondSecretariat, secretariat } from "../harness/test-api.ts";
import { nameExperts } from "../fixtures/many-experts.ts";

/** Acts that need two users: a user of the secretariat whom another one registered. */
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  await api.startGroup();
  await nameExperts(api, 201);
});
afterAll(() => api.close());

const newcomer = "new.officer@example.org";
const register = async (email: string, as: string): Promise<any> => {
  const person = { name: "A new officer", email, language: "en" };
  const answer = await api.request("POST", "/v1/users", { as, key: freshKey(), body: { role: "secretariat", person } });
  expect(answer.status).toBe(201);
  await api.app.rest();
  return answer.body;
};
const confirm = (id: string, as: string) => api.request("POST", `/v1/users/${id}/confirmation`, { as });
const ordered = async (as: string): Promise<string> => {
  const [method, path, asking] = previewCall({ roles: ["expert"] }, { text: { subject: freshKey(), body: "Text." } });
  const { hash } = (await api.request(method, path, { ...asking, as })).body;
  const [, bulletins, order] = orderCall(hash);
  const { body } = await api.request("POST", bulletins, { ...order, as });
  expect(body.state).toBe("awaiting-approval");
  return body.id;
};
const approve = (id: string, as: string) => api.request(...commandCall(id, "approval", as));

describe("bulletins of one officer in a day", () => {
  const send = async (parties: readonly string[], as: string) => {
    const audience = { roles: ["expert"], parties };
    const [method, path, asking] = previewCall(audience, { text: { subject: freshKey(), body: "Text." } });
    const { hash, needsApproval, recipients } = (await api.request(method, path, { ...asking, as })).body;
    const [, bulletins, order] = orderCall(hash);
    const { body } = await api.request("POST", bulletins, { ...order, as });
    return { foreseen: needsApproval, state: body.state, recipients };
  };

  test("need a second person above a hundred recipients in all, also where they are ordered at one moment", async () => {
    await api.app.moveTo("2020-12-01T10:00:00Z");
    const { items } = await api.pages("/v1/pairings", undefined, 200);
    const parties = items.filter(({ group }) => group === "c1-g1").map(({ party }) => String(party));
    const [first, second] = parties.map((party) => [party]);
    if (first === undefined || second === undefined) throw new Error("Fewer than two parties are under review");
    expect(await send(first, secretariat)).toEqual({ foreseen: false, state: "sending", recipients: 51 });
    expect(await send(second, secretariat)).toEqual({ foreseen: true, state: "awaiting-approval", recipients: 50 });
    // Another officer has a day of their own; of two orders at one moment only one fits into it.
    const states = await Promise.all([first, first].map((some) => send(some, secondSecretariat)));
    expect(states.map(({ state }) => state).toSorted()).toEqual(["awaiting-approval", "sending"]);
    await api.app.moveTo("2020-12-01T23:30:00Z");
    expect(await send(first, secretariat)).toMatchObject({ foreseen: false, state: "sending" });
  });
});

describe("a user of the secretariat that a member registered", () => {
  test("approves nothing on the first day, then orders of others, and that member's orders once confirmed", async () => {
    const user = await register(newcomer, secretariat);
    const { body: me } = await api.get("/v1/me", secretariat);
    expect(user).toMatchObject({ sponsors: [{ user: me.id }], approvesFrom: expect.any(String) });
    const [own, others] = [await ordered(secretariat), await ordered(secondSecretariat)];
    const early = { status: 409, problem: "too-new-to-approve", more: { earliest: user.approvesFrom } } as const;
    await api.expectRefusal(commandCall(others, "approval", newcomer), early);
    await api.app.moveTo(Date.parse(user.approvesFrom));
    expect((await approve(others, newcomer)).status).toBe(202);
    const waits = { status: 409, problem: "not-confirmed", more: { users: [user.id] } } as const;
    await api.expectRefusal(commandCall(own, "approval", newcomer), waits);

    for (const as of [newcomer, secretariat])
      await api.expectRefusal(["POST", `/v1/users/${user.id}/confirmation`, { as }], {
        status: 409,
        problem: "another-member-needed",
      });
    expect((await confirm(user.id, missionOf("FR"))).problem).toBe("not-yours");
    const confirmed = await confirm(user.id, secondSecretariat);
    expect(confirmed).toMatchObject({ status: 200, body: { confirmedAt: expect.any(String) } });
    expect(confirmed.body.sponsors).toBeUndefined();
    expect((await confirm(user.id, secondSecretariat)).body.version).toBe(confirmed.body.version);
    expect((await approve(own, newcomer)).status).toBe(202);
  });

  test("counts as new again if the member changes the address of the account", async () => {
    const { items } = (await api.get("/v1/users?role=secretariat", secretariat)).body;
    const { id } = items.find(({ person }: any) => person.email === secondSecretariat);
    const { headers } = await api.get(`/v1/users/${id}`, secretariat);
    const taken = "taken.over@example.org";
    const moved = await api.request("PATCH", `/v1/users/${id}`, {
      as: secretariat,
      match: headers.get("etag") ?? "",
      body: { person: { email: taken } },
    });
    await api.app.rest();
    const own = await ordered(secretariat);
    expect((await approve(own, taken)).problem).toBe("too-new-to-approve");
    await api.app.moveTo(Date.parse(moved.body.approvesFrom));
    expect((await approve(own, taken)).problem).toBe("not-confirmed");
    expect((await confirm(id, newcomer)).status).toBe(200);
    expect((await approve(own, taken)).status).toBe(202);
  });
});
