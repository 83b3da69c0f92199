import { afterAll, beforeAll, expect, test } from "vitest";
import { registerOfficer } from "../fixtures/worklist.ts";
import {
  addressOf,
  freshKey,
  missionOf,
  president,
  openTestApi,
  type TestApi,
  secretariat,
} from "../harness/test-api.ts";

/** Unused invitations: listed after a week, sent again in one call, removed with the first request. */
let api: TestApi;
let officer: string;
beforeAll(async () => {
  api = await openTestApi();
  await api.startGroup();
  officer = await registerOfficer(api);
  for (const [party, role] of [
    ["FR", "focal-point"],
    ["FR", "expert"],
    ["GR", "expert"],
  ] as const)
    expect((await api.name(party, role)).status).toBe(201);
  await api.app.rest();
});
afterAll(() => api.close());

const french = addressOf("FR", "focal-point");
const unused = async (query = "", limit = 1) =>
  (await api.pages(`/v1/worklist?kind=invitation-unused${query}`, secretariat, limit)).items as readonly any[];
const names = async (query = "") => (await unused(query)).map(({ personName }) => personName).toSorted();
const mailsTo = (to: string) =>
  api.app.mailbox.find({ to, limit: 100 }).filter(({ subject }) => subject.startsWith("Your access")).length;
const resending = (users: unknown, as: string = secretariat, key = freshKey()) =>
  ["POST", "/v1/invitations/resend", { as, key, body: users === "all" ? { to: "all" } : { users } }] as const;

test("a user invited within a week is not listed", async () => {
  expect(mailsTo(french)).toBe(1);
  await api.app.moveTo("2020-12-07T12:00:00Z");
  expect(await unused()).toEqual([]);
});

test("after a week a user without a request is listed, with the next step; a user with a request is not", async () => {
  expect((await api.get("/v1/me", addressOf("FR", "expert"))).status).toBe(200);
  await api.app.moveTo("2020-12-08T12:00:00Z");
  expect(await names()).toEqual(["A second officer", "The expert of GR", "The focal-point of FR"]);
  const [item] = (await unused()).filter(({ party }) => party === "FR");
  expect(item).toMatchObject({
    partyName: "France",
    since: "2020-12-07T23:00:00.000Z",
    todo: "Check the address, and send the invitation again.",
    actions: [{ operationId: "resendInvitations", method: "POST", path: "/v1/invitations/resend" }],
  });
});

test("it is an officer's where the party is in one of their reviews", async () => {
  expect(await names(`&officer=${officer}`)).toEqual([]);
  await api.request("PUT", "/v1/reviews/c1-IE/officer", { as: secretariat, body: { officer } });
  expect(await names(`&officer=${officer}`)).toEqual(["The focal-point of FR"]);
});

test("only the secretariat sends invitations again, under a key", async () => {
  for (const as of [missionOf("FR"), president])
    await api.expectRefusal(resending("all", as), { status: 403, problem: "not-yours" });
  const unkeyed = ["POST", "/v1/invitations/resend", { as: secretariat, body: { to: "all" } }] as const;
  await api.expectRefusal(unkeyed, { status: 400, problem: "idempotency-key-missing" });
});

test.each([
  ["no user", [], "#/users"],
  ["something that is no user", ["u-1"], "#/users/0"],
  ["another word than all", "everybody", "#/users"],
])("a request that names %s is refused, with a pointer to the member", async (_, users, pointer) => {
  const answer = await api.request(...resending(users));
  expect([answer.status, answer.problem]).toEqual([400, "invalid-request"]);
  expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer]);
});

test.each([
  ["no user", {}],
  ["all and some", { to: "all", users: [`u-${"0".repeat(26)}`] }],
  ["not all", { to: "some" }],
])("a request to %s is of neither form of the body", async (_, body) => {
  const answer = await api.request("POST", "/v1/invitations/resend", { as: secretariat, key: freshKey(), body });
  expect([answer.status, answer.problem]).toEqual([400, "invalid-request"]);
});

test("who waits for no invitation is named, and then nothing is sent to the others either", async () => {
  const [{ user }] = (await unused()) as [any];
  const { body: me } = await api.get("/v1/me", secretariat);
  const { body: expert } = await api.get("/v1/me", addressOf("FR", "expert"));
  const unknownUser = `u-${"0".repeat(26)}`;
  await api.expectRefusal(resending([user, me.id, expert.id, unknownUser]), {
    status: 422,
    problem: "no-open-invitation",
    more: { users: [me.id, expert.id, unknownUser] },
  });
});

test("selected invitations are sent again, each once however often it is named or the key is repeated", async () => {
  const [{ user }] = (await unused()).filter(({ party }) => party === "FR") as [any];
  const key = freshKey();
  const answer = await api.request(...resending([user, user], secretariat, key));
  expect([answer.status, answer.body]).toEqual([
    200,
    { users: [{ user, personName: expect.any(String) }], more: false },
  ]);
  expect((await api.request(...resending([user, user], secretariat, key))).text).toBe(answer.text);
  await api.app.rest();
  expect(mailsTo(french)).toBe(2);
  expect(mailsTo(addressOf("GR", "expert"))).toBe(1);
  const { items } = await api.pages("/v1/letters?party=FR", secretariat, 100);
  const again = items.filter(({ kind, recipient }) => kind === "invitation" && recipient.user === user);
  expect(again).toHaveLength(2);
  const explained = await Promise.all(
    again.map(async ({ id }) => (await api.get(`/v1/letters/${id}?include=explanation`, secretariat)).body),
  );
  expect(explained.find(({ explanation }) => explanation.attempt === 2)).toMatchObject({
    state: "delivered",
    explanation: {
      rule: "A person who was registered or named is invited.",
      inWords: expect.stringContaining("Invitation 2 of this person."),
    },
  });
  const reused = { status: 422, problem: "key-reused" } as const;
  await api.expectRefusal(resending("all", secretariat, key), reused);
});

test("a user invited again is listed again a week later", async () => {
  expect(await names()).toEqual(["A second officer", "The expert of GR"]);
  await api.app.moveTo("2020-12-15T12:00:00Z");
  expect(await names()).toEqual(["A second officer", "The expert of GR", "The focal-point of FR"]);
});

test("whose mandate has ended is not waited for any more", async () => {
  const { items } = (await api.get("/v1/parties/GR/mandates", secretariat)).body;
  const path = `/v1/parties/GR/mandates/${items[0].id}/removal`;
  expect((await api.request("POST", path, { as: missionOf("GR"), key: freshKey(), body: {} })).status).toBe(200);
  expect(await names()).toEqual(["A second officer", "The focal-point of FR"]);
});

test("all that are listed are sent again in one call, and then none is left to be sent", async () => {
  const answer = await api.request(...resending("all"));
  expect([answer.status, answer.body.users.length, answer.body.more]).toEqual([200, 2, false]);
  await api.app.rest();
  expect([mailsTo(french), mailsTo("second.officer@example.org"), mailsTo(addressOf("GR", "expert"))]).toEqual([
    3, 2, 1,
  ]);
  const before = await api.storedRows();
  const none = await api.request(...resending("all"));
  expect([none.status, none.body]).toEqual([200, { users: [], more: false }]);
  const changed = await api.changedSince(before);
  expect(changed.filter((key) => !/^records (?:idempotency|request)/u.test(key))).toEqual([]);
});

test("the first request of an invited user is noted once, even where it is refused", async () => {
  const observed = async () => (await api.changedSince(before)).filter((key) => key.includes("user#"));
  let before = await api.storedRows();
  expect((await api.get("/v1/worklist", french)).status).toBe(403);
  expect((await observed()).length).toBeGreaterThan(0);
  await api.app.rest();
  before = await api.storedRows();
  expect((await api.get("/v1/me", french)).status).toBe(200);
  expect(await observed()).toEqual([]);
  await api.app.moveTo("2020-12-23T12:00:00Z");
  expect(await names()).toEqual(["A second officer"]);
});
