import { afterAll, beforeAll, expect, test } from "vitest";
import { nameExperts } from "../fixtures/many-experts.ts";
import { commandCall, type Desk, deskOf, orderCall } from "../fixtures/bulletin-desk.ts";
import { openTestApi, secondSecretariat, type TestApi } from "../harness/test-api.ts";

let api: TestApi;
let desk: Desk;
beforeAll(async () => {
  api = await openTestApi();
  desk = deskOf(api);
  await api.startGroup();
  await nameExperts(api, 1_000);
}, 240_000);
afterAll(() => api.close());

test("a thousand recipients are accepted in one request, with nothing sent yet, and each gets one letter", async () => {
  const experts = { roles: ["expert"] };
  const seen = await desk.preview(experts);
  expect([seen.recipients, seen.needsApproval, seen.withoutAddress]).toEqual([1_000, true, 0]);
  const { status, body } = await api.request(...orderCall(seen.hash));
  expect([status, body.state, body.recipients]).toEqual([202, "awaiting-approval", 1_000]);
  expect((await desk.details(body.id)).progress).toMatchObject({ recipients: 1_000, waiting: 1_000 });
  expect((await api.request(...commandCall(body.id, "approval", secondSecretariat))).body.state).toBe("sending");
  expect((await desk.details(body.id)).progress.recipients).toBe(1_000);
  await api.app.rest();
  await desk.sweep();
  const { state, progress } = await desk.details(body.id);
  expect([state, progress.sent, progress.delivered, progress.waiting]).toEqual(["sent", 1_000, 1_000, 0]);
  const mails = desk.mailsOf(body.id);
  expect([mails.length, new Set(mails).size]).toEqual([1_000, 1_000]);
}, 300_000);
