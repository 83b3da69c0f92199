import { afterAll, beforeAll, expect, test } from "vitest";
import { type Desk, deskOf, orderApproved } from "../fixtures/bulletin-desk.ts";
import { missionOf, openTestApi, type TestApi, secretariat } from "../harness/test-api.ts";

/** Letters whose sending is uncertain, because the connection to the mail service breaks. */
let api: TestApi;
let desk: Desk;
beforeAll(async () => {
  api = await openTestApi();
  desk = deskOf(api);
});
afterAll(() => api.close());

const work = async (kind: string): Promise<readonly any[]> =>
  (await api.pages(`/v1/worklist?kind=${kind}`, secretariat, 2)).items;
const settle = (path: string, body: unknown, as: string = secretariat) =>
  api.request("POST", `/v1/${path}/settlement`, { as, body });
const explained = async (id: string, as: string = secretariat) =>
  (await api.get(`/v1/letters/${id}?include=explanation`, as)).body;

test("letters about obligations come on the worklist when their repetition got no answer either, page by page", async () => {
  // Each connection breaks before anything is taken, also that of the repetition.
  api.app.faults.add({ kind: "mailReset", times: 1_000 });
  await api.startGroup();
  await api.app.moveTo("2020-12-01T14:00:00Z");
  const items = await work("letter-unknown");
  expect(items.length).toBeGreaterThan(3);
  const { items: unknown } = await api.pages("/v1/letters?state=unknown", secretariat, 100);
  expect(items.map(({ letter }) => letter).toSorted()).toEqual(unknown.map(({ id }) => id).toSorted());
  expect(items[0]).toMatchObject({ kind: "letter-unknown", since: expect.any(String), todo: expect.any(String) });
  expect(items[0].actions.at(-1)).toEqual({
    action: "letter.settle",
    operationId: "settleLetter",
    method: "POST",
    path: `/v1/letters/${items[0].letter}/settlement`,
  });
  api.app.faults.clear();
});

test.each([
  [{}, 400],
  [{ outcome: "maybe" }, 400],
  [{ outcome: "went-out", reason: "" }, 400],
  [{ outcome: "went-out", by: "a-colleague" }, 400],
])("a settlement that says %j is refused, and nothing is settled", async (body, status) => {
  const [item] = await work("letter-unknown");
  const answer = await settle(`letters/${item.letter}`, body);
  expect([answer.status, answer.problem]).toEqual([status, "invalid-request"]);
  expect((await explained(item.letter)).state).toBe("unknown");
});

test("a letter is settled by the secretariat alone, to one end; its mission reads the outcome, and not the user", async () => {
  const [item] = (await work("letter-unknown")).filter(({ party }) => party !== undefined);
  const mission = missionOf(item.party);
  expect((await settle(`letters/${item.letter}`, { outcome: "went-out" }, mission)).status).toBe(403);
  expect((await settle(`letters/${"0".repeat(40)}`, { outcome: "went-out" })).problem).toBe("not-found");
  const answer = await settle(`letters/${item.letter}`, { outcome: "went-out", reason: "It has it, by telephone" });
  expect(answer.body).toMatchObject({ id: item.letter, state: "settled", reason: "went-out" });
  expect((await settle(`letters/${item.letter}`, { outcome: "went-out" })).status).toBe(200);
  const other = await settle(`letters/${item.letter}`, { outcome: "send-again" });
  expect([other.status, other.problem, other.body.outcome]).toEqual([409, "settled-otherwise", "went-out"]);
  const { id: officer } = (await api.get("/v1/me", secretariat)).body;
  expect((await explained(item.letter)).explanation.settlement).toMatchObject({
    outcome: "went-out",
    by: officer,
    reason: "It has it, by telephone",
  });
  expect(Object.keys((await explained(item.letter, mission)).explanation.settlement).toSorted()).toEqual([
    "at",
    "outcome",
  ]);
  expect((await work("letter-unknown")).map(({ letter }) => letter)).not.toContain(item.letter);
});

test("a letter is sent again as another one, and one that was delivered is not", async () => {
  const [item] = await work("letter-unknown");
  expect((await settle(`letters/${item.letter}`, { outcome: "send-again" })).body).toMatchObject({ state: "failed" });
  await api.app.rest();
  const { settlement } = (await explained(item.letter)).explanation;
  expect((await explained(settlement.newAttempt)).state).toBe("delivered");
  expect(api.app.mailbox.find({}).map(({ tags }) => tags["letter"])).toEqual([settlement.newAttempt]);
  const refused = await settle(`letters/${settlement.newAttempt}`, { outcome: "send-again" });
  expect([refused.status, refused.problem, refused.body.state]).toEqual([409, "nothing-to-settle", "delivered"]);
});

test("a bulletin reports its letters of unknown outcome, and is settled in one act", async () => {
  const { hash } = await desk.preview({ roles: ["mission"] }, { text: { subject: "Briefing", body: "In Vienna." } });
  api.app.faults.add({ kind: "mailReset", times: 3 });
  const order = await orderApproved(api, hash);
  const path = `bulletins/${order.body.id}`;
  await api.app.moveTo("2020-12-01T17:00:00Z");
  const read = async () => (await api.get(`/v1/${path}`, secretariat)).body;
  const { state, progress, recipients } = await read();
  const addressed = recipients - progress.skipped;
  expect([state, progress]).toMatchObject(["unsettled", { sent: addressed - 3, unknown: 3, toSettle: 3, waiting: 0 }]);
  expect(await work("bulletin-unsettled")).toMatchObject([{ bulletin: order.body.id }]);
  const { items } = await api.pages(`/v1/${path}/recipients?outcome=unknown`, secretariat, 2);
  expect(items).toHaveLength(3);

  const settled = await settle(path, { outcome: "send-again" });
  expect([settled.status, settled.body.state]).toEqual([202, "sending"]);
  await api.app.moveTo("2020-12-01T19:00:00Z");
  expect(await read()).toMatchObject({ state: "sent", progress: { sent: addressed, unknown: 0, toSettle: 0 } });
  expect(await work("bulletin-unsettled")).toEqual([]);
  const otherwise = await settle(path, { outcome: "went-out" });
  expect([otherwise.status, otherwise.problem]).toEqual([409, "nothing-to-settle"]);
  expect((await settle("bulletins/b-00000000000000000000000000", { outcome: "went-out" })).problem).toBe("not-found");
});
