import { afterAll, beforeAll, expect, test } from "vitest";
import { deskOf } from "../fixtures/bulletin-desk.ts";
import { openTestApi, secondSecretariat, secretariat, startBody, type TestApi } from "../harness/test-api.ts";

/** Work that continues after its reply. test/harness/contract.ts checks each 202 for what all of them have in common. */
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

/** Reads the work that an answer has started, where the answer says that it is read. */
const workAt = async ({ headers }: { readonly headers: Headers }) =>
  (await api.get(headers.get("location") ?? "", secretariat)).body.work;

test("an item on which no work was ordered shows none", async () => {
  expect((await api.get("/v1/groups/c1-g1", secretariat)).body.work).toBeUndefined();
  expect((await api.get("/v1/phases/c1", secretariat)).body.work).toBeUndefined();
});

test("work waits for a second person, runs after the approval, and is done where its last effect is", async () => {
  const path = "/v1/groups/c1-g2/start";
  const ordered = await api.request("POST", path, {
    as: secretariat,
    body: await startBody(api, "c1-g2", "2020-12-01"),
  });
  await api.app.rest();
  expect([ordered.body.work, await workAt(ordered)]).toEqual([{ state: "pending" }, { state: "pending" }]);
  const approved = await api.request("POST", `${path}/approval`, { as: secondSecretariat });
  expect([approved.headers.get("location"), approved.headers.get("retry-after")]).toEqual(["/v1/groups/c1-g2", "5"]);
  expect([approved.body.work, await workAt(approved)]).toEqual([{ state: "running" }, { state: "running" }]);
  await api.app.rest();
  expect(await workAt(approved)).toEqual({ state: "done" });
});

test("an order of a start that is given up leaves no work to follow, so the answer is 200", async () => {
  const path = "/v1/groups/c1-g3/start";
  const body = await startBody(api, "c1-g3", "2020-12-01");
  const ordered = await api.request("POST", path, { as: secretariat, body });
  expect(ordered.body.work).toEqual({ state: "pending" });
  const reversal = { what: "order", reason: "It was another group" };
  const { status, headers } = await api.request("POST", `${path}/reversal`, { as: secretariat, body: reversal });
  expect([status, headers.has("location"), headers.has("retry-after")]).toEqual([200, false, false]);
  expect(await workAt(ordered)).toBeUndefined();
});

test("a start that is undone is work until its last review is scheduled again", async () => {
  const path = "/v1/groups/c1-g2/start/reversal";
  const body = { what: "start", reason: "It was another group" };
  const reversed = await api.request("POST", path, { as: secretariat, body });
  expect(reversed.body.work).toEqual({ state: "running" });
  await api.app.rest();
  expect(await workAt(reversed)).toEqual({ state: "done" });
});

test("a bulletin that is cancelled before its letters leave has failed, and one that was sent is done with all of them", async () => {
  const desk = deskOf(api);
  const audience = { roles: ["mission"], parties: ["AT", "DE"] };
  const later = await desk.order(audience, { sendAt: "2020-12-20T08:00:00.000Z" });
  expect(later.work).toEqual({ state: "pending" });
  expect((await desk.command(later.id, "cancellation")).work).toEqual({ state: "failed" });
  const { id, work } = await desk.order(audience);
  expect([work, (await desk.details(id)).work]).toEqual([
    { state: "running" },
    { state: "running", progress: { done: 0, of: 2 } },
  ]);
  await api.app.rest();
  expect((await desk.details(id)).work).toEqual({ state: "done", progress: { done: 2, of: 2 } });
});
