import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nameExperts } from "../fixtures/many-experts.ts";
import { commandCall, type Desk, deskOf, orderCall } from "../fixtures/bulletin-desk.ts";
import { freshKey, missionOf, type TestApi, secondSecretariat, secretariat } from "../harness/test-api.ts";
import { startTestSystem } from "../harness/over-http.ts";

let api: TestApi;
let desk: Desk;
beforeAll(async () => {
  api = await startTestSystem();
  desk = deskOf(api);
  await api.startGroup();
});
afterAll(() => api.close());

const five = { roles: ["mission"], parties: ["AT", "DE", "FR", "IE", "SE"] };
const after = (minutes: number): string => new Date(api.app.clock.now() + minutes * 60_000).toISOString();

describe("a bulletin", () => {
  test("says the text that the secretariat has stored", async () => {
    const text = { subject: "Briefing for {{party}}", body: "Dear {{recipientName}},\n\nit is held in Vienna." };
    const stored = await api.request("PUT", "/v1/texts/briefing", { as: secretariat, match: '"v0"', body: text });
    expect([stored.status, stored.body.version]).toEqual([200, 1]);
    const body = { audience: { ...five, parties: ["FR"] }, stored: { id: "briefing" } };
    const preview = await api.request("POST", "/v1/bulletins/previews", { as: secretariat, body });
    expect(preview.body.samples[0].subject).toMatch(/^Briefing for France/u);
  });

  test("that was ordered for a time is planned and sent at that time, and not a minute before", async () => {
    const sendAt = after(90);
    const { id, state } = await desk.order(five, { sendAt });
    expect(state).toBe("scheduled");
    await api.app.moveTo(Date.parse(sendAt) - 60_000);
    expect(await desk.details(id)).toMatchObject({ state: "scheduled", progress: { waiting: 5, sent: 0 } });
    await api.app.moveTo(Date.parse(sendAt) + 61_000);
    const { releasedAt, progress } = await desk.details(id);
    expect([releasedAt >= sendAt, progress.sent, progress.waiting]).toEqual([true, 5, 0]);
    expect(desk.mailsOf(id)).toHaveLength(5);
  });

  test("of which some letters have left is given up: these stay sent, the others are skipped, and nothing leaves any more", async () => {
    api.app.faults.add({ kind: "throttle", skip: 2, times: 1000 });
    const { id } = await desk.order(five);
    await api.app.rest();
    expect((await desk.details(id)).progress).toMatchObject({ sent: 2, waiting: 3, skipped: 0 });
    expect(await desk.command(id, "cancellation")).toMatchObject({ state: "cancelled" });
    await api.app.rest();
    api.app.faults.clear();
    await api.app.moveTo(after(120));
    const { progress } = await desk.details(id);
    expect(progress).toMatchObject({ sent: 2, delivered: 2, skipped: 3, waiting: 0 });
    expect(desk.mailsOf(id)).toHaveLength(2);
    const { items } = await api.pages(`/v1/bulletins/${id}/recipients?outcome=skipped`, secretariat, 2);
    expect(items.map(({ letter }) => letter.reason)).toEqual(["cancelled", "cancelled", "cancelled"]);
    await api.expectRefusal(commandCall(id, "resend"), { status: 409, problem: "wrong-bulletin-state" });
  });

  test("that bounced at a mission's first address goes to its second one when it is sent again, and to no other recipient", async () => {
    const { body, headers } = await api.get("/v1/parties/IE/mission", missionOf("IE"));
    const contacts = { ...body.contacts, secondAddress: "second@ie.example.org" };
    const putting = { as: missionOf("IE"), match: headers.get("etag") ?? "", body: contacts };
    expect((await api.request("PUT", "/v1/parties/IE/mission", putting)).status).toBe(200);
    api.app.faults.add({ effect: "bounce", address: body.contacts.address });
    const { id } = await desk.order(five);
    await api.app.rest();
    api.app.faults.clear();
    expect((await desk.details(id)).progress).toMatchObject({ sent: 5, delivered: 4, bounced: 1 });
    const again = await desk.command(id, "resend");
    expect(again.rounds.map(({ recipients }: any) => recipients)).toEqual([5, 1]);
    await api.app.rest();
    expect((await desk.details(id)).progress).toMatchObject({ sent: 5, delivered: 5, bounced: 0 });
    expect(desk.mailsOf(id).filter((to) => to === "second@ie.example.org")).toHaveLength(1);
    expect(desk.mailsOf(id)).toHaveLength(6);
  });

  test("is sent once to each recipient although functions die after each step, and queues deliver messages again", async () => {
    const { faults } = api.app;
    for (const caller of ["react", "timer", "send", "receipts"])
      for (const [action, resource] of [
        ["dynamodb:PutItem", "Letters"],
        ["sqs:SendMessage", ""],
        ["sqs:DeleteMessage", ""],
      ])
        faults.add({ effect: "kill", when: "after", caller, action, ...(resource === "" ? {} : { resource }) });
    const { id } = await desk.order({ ...five, parties: ["AT", "DE", "FR", "SE"] });
    await api.app.rest();
    faults.clear();
    await api.app.moveTo(after(180));
    await desk.sweep();
    const mails = desk.mailsOf(id);
    expect(new Set(mails).size).toBe(mails.length);
    const { progress, state } = await desk.details(id);
    expect([state, progress.waiting, progress.sent + progress.unknown]).toEqual(["sent", 0, 4]);
    expect(mails).toHaveLength(progress.sent);
  });
});

describe("a bulletin to many", () => {
  test("is approved by another user than the one who ordered it, however often that one tries", async () => {
    await nameExperts(api, 150);
    const { hash } = await desk.preview({ roles: ["mission", "expert"] });
    const { id, state, recipients } = (await api.request(...orderCall(hash))).body;
    expect([state, recipients > 200]).toEqual(["awaiting-approval", true]);
    for (const _ of [1, 2])
      await api.expectRefusal(commandCall(id, "approval"), { status: 409, problem: "second-person-needed" });
    await api.expectRefusal(commandCall(id, "approval", missionOf("FR")), { status: 403, problem: "not-yours" });
    await api.expectRefusal(commandCall(id, "resend"), { status: 409, problem: "wrong-bulletin-state" });
    await api.app.rest();
    expect([desk.mailsOf(id), (await desk.details(id)).progress.waiting]).toEqual([[], recipients]);
    const approval = await api.request(...commandCall(id, "approval", secondSecretariat));
    expect([approval.status, approval.body.state]).toEqual([202, "sending"]);
    expect(approval.body.approvedBy).not.toBe(approval.body.orderedBy);
  });

  test("is stopped at the share of bounces that the policy names, and letters about deadlines continue meanwhile", async () => {
    const { items } = await api.pages("/v1/bulletins", secretariat, 50);
    const { id, recipients } = items.at(-1);
    await api.app.rest();
    const before = await desk.details(id);
    expect(before.progress.sent + before.progress.skipped).toBe(recipients);
    api.app.faults.add({ effect: "bounce", skip: 60, times: 20 });
    api.app.faults.add({ kind: "throttle", skip: 100, times: 100_000 });
    const other = await desk.order({ roles: ["expert"] });
    expect(other.state).toBe("sending");
    await api.app.rest();
    const { state, stoppedFor, progress } = await desk.details(other.id);
    expect([state, stoppedFor.bounced >= stoppedFor.results * 0.05, stoppedFor.results >= 50]).toEqual([
      "stopped",
      true,
      true,
    ]);
    expect(progress.waiting).toBeGreaterThan(0);
    api.app.faults.clear();

    const reminders = () =>
      api.app.mailbox.find({ limit: 10_000 }).filter(({ subject }) => /focal point/iu.test(subject)).length;
    const sofar = reminders();
    await api.app.moveTo("2020-12-09T09:00:00.000Z");
    expect(reminders()).toBeGreaterThan(sofar);
    expect((await desk.details(other.id)).progress.waiting).toBe(progress.waiting);
    await api.expectRefusal(commandCall(other.id, "resend"), { status: 409, problem: "wrong-bulletin-state" });
    const single = await desk.order({ ...five, parties: ["AT"] });
    await api.app.rest();
    expect(desk.mailsOf(single.id)).toHaveLength(1);
  });
});

test("the same order sent twice with one key is one bulletin, and another order with that key is refused", async () => {
  const { hash } = await desk.preview({ ...five, parties: ["SE"] });
  const key = freshKey();
  const [method, path, asking] = orderCall(hash);
  const both = await Promise.all([1, 2].map(() => api.request(method, path, { ...asking, key })));
  expect(new Set(both.filter(({ status }) => status === 202).map(({ body }) => body.id)).size).toBe(1);
  const later = { ...asking, key, body: { preview: hash, sendAt: after(60) } };
  await api.expectRefusal([method, path, later], { status: 422, problem: "key-reused" });
});
