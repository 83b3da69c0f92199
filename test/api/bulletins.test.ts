import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endpoints } from "../../schemas/api/index.ts";
import { nameExperts } from "../fixtures/many-experts.ts";
import { commandCall, type Desk, deskOf, orderCall, previewCall } from "../fixtures/bulletin-desk.ts";
import {
  isOfBulletins,
  isSettlement,
  missionOf,
  openTestApi,
  type TestApi,
  secondSecretariat,
  secretariat,
} from "../harness/test-api.ts";

let api: TestApi;
let desk: Desk;
beforeAll(async () => {
  api = await openTestApi();
  desk = deskOf(api);
  await api.startGroup();
  const { items } = await api.pages("/v1/pairings", undefined, 200);
  const parties = new Set(items.flatMap(({ party, reviewers }) => [party, ...reviewers.map((one: any) => one.party)]));
  for (const party of parties) expect((await api.name(String(party), "focal-point")).status).toBe(201);
  await api.app.rest();
});
afterAll(() => api.close());

const text = { subject: "Briefing for {{party}}", body: "Dear {{recipientName}},\n\nthere will be a briefing." };
const allRoles = { roles: ["mission", "focal-point"] };

describe("a preview", () => {
  const awaited = { roles: ["mission"], list: "experts-missing" };
  const body = "{{reviews}} wait for {{party}} until {{dueDate}}; see {{link}}.";

  test("states how many recipients a bulletin would reach, which and why, and shows samples", async () => {
    const seen = await desk.preview(awaited, { text: { subject: text.subject, body } });
    const { items: counted } = await api.pages("/v1/figures/current/experts-missing", secretariat, 200);
    const names = new Map(counted.map(({ party, partyName }) => [party, partyName]));
    const parties = [...names.keys()].toSorted();
    expect(parties).not.toEqual([]);
    expect(seen).toMatchObject({ recipients: parties.length, withoutAddress: 0, needsApproval: false });
    expect(seen.hash).toMatch(/^[0-9a-f]{64}$/u);
    expect(seen.items.map(({ recipient }: any) => recipient)).toEqual(
      parties.map((party) => ({ kind: "mission", party, partyName: names.get(party) })),
    );
    for (const { party, reviews, reason } of seen.items)
      expect(reason).toMatchObject({ code: "listed", as: "mission", party, list: "experts-missing", reviews });
    expect(seen.samples).toHaveLength(3);
    const [sample] = seen.samples;
    expect(sample.recipient).toEqual(seen.items[0].recipient);
    expect(sample.subject).toMatch(/^Briefing for .+ \[RM\/b-0+\]$/u);
    for (const rendered of [sample.text, sample.html])
      expect([rendered.includes("{{"), /country reviews? of/u.test(rendered)]).toEqual([false, true]);
  });

  test("lists all recipients page by page", async () => {
    const { hash, recipients, items } = await desk.preview(allRoles);
    expect(recipients).toBeGreaterThan(items.length);
    const listed = await api.pages(`/v1/bulletins/previews/${hash}/recipients`, secretariat, 70);
    expect([listed.items.length, listed.pages]).toEqual([recipients, Math.ceil(recipients / 70)]);
    expect(listed.items.slice(0, items.length)).toEqual(items);
  });

  test("is equal for an equal audience and text, and queues, plans and sends nothing", async () => {
    const before = await api.storedRows();
    const [one, other] = [await desk.preview(allRoles), await desk.preview(allRoles)];
    expect(one.hash).toBe(other.hash);
    const changed = await api.changedSince(before);
    expect(changed.filter((key) => !key.includes("preview#"))).toEqual([]);
    expect((await api.get("/v1/bulletins", secretariat)).body.items).toEqual([]);
  });
});

describe("is refused, with nothing queued", () => {
  const one = { roles: ["mission"], parties: ["FR"] };
  const unusable = (problem: object) =>
    ({ status: 422, problem: "unusable-text", more: { problems: [problem] } }) as const;

  test("a text with a placeholder that is none", async () => {
    const call = previewCall(one, { text: { ...text, body: "Dear {{nmae}}" } });
    await api.expectRefusal(call, unusable({ where: "body", problem: "unknown-placeholder", placeholder: "nmae" }));
  });

  test("a text that needs a value that is not stored for a recipient", async () => {
    const call = previewCall(one, { text: { ...text, body: "By {{dueDate}}." } });
    await api.expectRefusal(call, unusable({ where: "body", problem: "no-value", placeholder: "dueDate" }));
  });

  test("a text that is over the mail limit once it is rendered", async () => {
    const call = previewCall(one, { text: { ...text, body: "&".repeat(30_000) } });
    await api.expectRefusal(call, unusable({ where: "body", problem: "too-large" }));
  });

  test("an empty audience", async () => {
    const call = previewCall({ roles: ["mission"], list: "duties-overdue", kinds: ["questionnaire"] });
    await api.expectRefusal(call, { status: 422, problem: "empty-audience" });
  });

  test("a time that has passed, with the preview and with the order; and one too far ahead", async () => {
    const past = { sendAt: "2020-11-30T08:00:00.000Z" };
    await api.expectRefusal(previewCall(one, past), { status: 422, problem: "send-time-past" });
    const { hash } = await desk.preview(one);
    await api.expectRefusal(orderCall(hash, past), { status: 422, problem: "send-time-past" });
    const far = { sendAt: "2021-04-01T08:00:00.000Z" };
    await api.expectRefusal(orderCall(hash, far), { status: 422, problem: "date-too-late" });
  });

  test("an order without a preview", async () => {
    await api.expectRefusal(orderCall("0".repeat(64)), { status: 409, problem: "preview-expired" });
    await api.expectRefusal(["GET", `/v1/bulletins/previews/${"0".repeat(64)}/recipients`, { as: secretariat }], {
      status: 404,
      problem: "not-found",
    });
  });

  test("an order with a preview from before a change of the audience", async () => {
    const { hash, recipients } = await desk.preview({ roles: ["mission"], list: "experts-missing" });
    expect((await api.name("FR", "expert")).status).toBe(201);
    const refusal = { status: 409, problem: "preview-changed", more: { recipients: recipients - 1 } } as const;
    await api.expectRefusal(orderCall(hash), refusal);
  });

  test("anything of it to a mission", async () => {
    const { hash } = await desk.preview(one);
    for (const [method, path, asking] of [previewCall(one), orderCall(hash)])
      await api.expectRefusal([method, path, { ...asking, as: missionOf("FR") }], {
        status: 403,
        problem: "not-yours",
      });
  });
});

describe("a bulletin", () => {
  const few = { roles: ["mission", "focal-point"], parties: ["FR", "IE"] };

  test("leaves with the order, once to each, and states the outcome of every letter", async () => {
    const { hash, recipients } = await desk.preview(few);
    const asking = orderCall(hash);
    const answer = await api.request(...asking);
    const { id } = answer.body;
    expect([answer.status, answer.headers.get("location")]).toEqual([202, `/v1/bulletins/${id}`]);
    expect(answer.body).toMatchObject({ state: "sending", recipients, preview: hash });
    expect((await api.request(...asking)).text).toBe(answer.text);
    await api.app.rest();
    expect(desk.mailsOf(id)).toHaveLength(recipients);
    expect(new Set(desk.mailsOf(id)).size).toBe(recipients);
    const { audience, text: said, progress } = await desk.details(id);
    const parties = few.parties.map((party) => ({ party, partyName: expect.any(String) }));
    expect([audience, said]).toEqual([{ ...few, parties }, text]);
    expect(progress).toMatchObject({ recipients, sent: recipients, waiting: 0, delivered: recipients });
    const listed = await api.pages(`/v1/bulletins/${id}/recipients?outcome=sent`, secretariat, 2);
    expect(listed.items).toHaveLength(recipients);
    const asTable = { as: secretariat, headers: { accept: "text/csv" } };
    const table = await api.request("GET", `/v1/bulletins/${id}/recipients`, asTable);
    const rows: Record<string, string>[] = parse(table.text, { columns: true, bom: true });
    const cells = rows.map(({ party, address, outcome }) => ({ party, address, outcome }));
    expect(table.type).toBe("text/csv");
    expect(cells).toEqual(listed.items.map(({ party, address, outcome }) => ({ party, address, outcome })));
    for (const { letter } of listed.items) {
      expect(letter).toMatchObject({ state: "delivered", round: 1 });
      expect((await api.get(`/v1/letters/${letter.id}?include=explanation`, secretariat)).status).toBe(200);
    }
    expect(listed.items.map((one) => one.address).toSorted()).toEqual(desk.mailsOf(id).toSorted());
    const [mission] = listed.items.filter(({ recipient }) => recipient.party === "FR");
    expect([mission.name, mission.address]).toEqual(["Permanent Mission of France", "mission@fr.example.org"]);
    for (const { name, recipient } of listed.items) if (recipient.kind === "user") expect(name).toMatch(/\S/u);
    const { items: bulletins } = await api.pages("/v1/bulletins", secretariat, 50);
    expect(bulletins.find((one) => one.id === id).subject).toBe(text.subject);
    await desk.sweep();
    expect((await desk.details(id)).state).toBe("sent");
    await api.expectRefusal(commandCall(id, "cancellation"), { status: 409, problem: "wrong-bulletin-state" });
    await api.expectRefusal(commandCall(id, "resend"), { status: 409, problem: "nobody-to-resend" });
  });

  test("is sent again only to those that it did not reach", async () => {
    api.app.faults.add({ effect: "error", action: "ses:SendEmail", error: "MessageRejected", status: 400 });
    const { id, recipients } = await desk.order(few);
    await api.app.rest();
    expect((await desk.details(id)).progress).toMatchObject({ sent: recipients - 1, failed: 1 });
    // Nothing of it could be taken back, and it may be wanted still.
    await api.expectRefusal(commandCall(id, "cancellation"), { status: 409, problem: "wrong-bulletin-state" });
    const again = await api.request(...commandCall(id, "resend"));
    expect([again.status, again.body.rounds]).toMatchObject([202, [{ recipients }, { recipients: 1 }]]);
    await api.app.rest();
    expect((await desk.details(id)).progress).toMatchObject({ recipients, sent: recipients, failed: 0 });
    expect(new Set(desk.mailsOf(id)).size).toBe(recipients);
    expect(desk.mailsOf(id)).toHaveLength(recipients);
  });

  test("to more than the number of the policy waits for a second person, and may be given up before its time", async () => {
    const seen = await desk.preview(allRoles);
    expect([seen.needsApproval, seen.recipients > 100]).toEqual([true, true]);
    const { id, state } = await desk.order(allRoles, { sendAt: "2020-12-20T08:00:00.000Z" });
    expect(state).toBe("awaiting-approval");
    const readApprovals = async (more = "") =>
      (await api.get(`/v1/worklist?kind=bulletin-to-approve${more}`, secretariat)).body.items;
    const [item] = await readApprovals();
    const { orderedAt } = await desk.details(id);
    expect(item).toMatchObject({ id, bulletin: id, since: orderedAt, sendAt: "2020-12-20T08:00:00.000Z" });
    expect(item.todo).toMatch(/^Approve the bulletin as a second person/u);
    expect(item.actions.map(({ method, path }: any) => `${method} ${path.replace(id, "ID")}`)).toEqual([
      "GET /v1/bulletins/ID",
      "POST /v1/bulletins/ID/approval",
      "POST /v1/bulletins/ID/cancellation",
    ]);
    const actionsOf = async (as: string) =>
      (await api.get(`/v1/bulletins/${id}`, as)).body.actions.map((one: any) => [
        one.operationId,
        one.path.replace(id, "ID"),
      ]);
    const cancelling = ["cancelBulletin", "/v1/bulletins/ID/cancellation"];
    expect(await actionsOf(secretariat)).toEqual([cancelling]);
    expect(await actionsOf(secondSecretariat)).toEqual([["approveBulletin", "/v1/bulletins/ID/approval"], cancelling]);
    // It belongs to no single person: it is on the list of the second person too.
    const { body: me } = await api.get("/v1/me", secondSecretariat);
    expect(await readApprovals(`&officer=${me.id}`)).toEqual([item]);
    await api.expectRefusal(commandCall(id, "approval"), { status: 409, problem: "second-person-needed" });
    expect((await desk.command(id, "approval", secondSecretariat)).state).toBe("scheduled");
    expect(await readApprovals()).toEqual([]);
    await api.app.rest();
    expect((await desk.command(id, "cancellation")).state).toBe("cancelled");
    expect(await actionsOf(secondSecretariat)).toEqual([]);
    await api.app.rest();
    const { progress } = await desk.details(id);
    expect(progress).toMatchObject({ recipients: seen.recipients, skipped: seen.recipients, sent: 0 });
    expect(desk.mailsOf(id)).toEqual([]);
    const { items } = await api.pages("/v1/bulletins", secretariat, 1);
    expect(items.map((one) => one.id)).toContain(id);
  });

  test("of which too many letters bounce is stopped, and resumed by the secretariat leaves to the rest", async () => {
    await nameExperts(api, 70);
    api.app.faults.add({ effect: "bounce", skip: 50, times: 20 });
    api.app.faults.add({ kind: "throttle", skip: 80, times: 1000 });
    const { id, recipients } = await desk.order({ roles: ["focal-point", "expert"] });
    expect(recipients).toBeGreaterThan(80);
    await api.app.rest();
    const { state, stoppedFor } = await desk.details(id);
    expect([state, stoppedFor.results >= 50, stoppedFor.bounced / stoppedFor.results >= 0.05]).toEqual([
      "stopped",
      true,
      true,
    ]);
    api.app.faults.clear();
    expect(desk.mailsOf(id).length).toBeLessThan(recipients);
    const held = async () => (await api.get("/v1/worklist?kind=bulletin-stopped", secretariat)).body.items;
    const [item] = await held();
    expect(item).toMatchObject({ id, bulletin: id, todo: expect.stringMatching(/resume or cancel the bulletin/u) });
    expect(item.actions.map(({ path }: any) => path.replace(id, "ID"))).toEqual([
      "/v1/bulletins/ID",
      "/v1/bulletins/ID/resumption",
      "/v1/bulletins/ID/cancellation",
    ]);
    expect((await desk.command(id, "resumption")).state).toBe("sending");
    expect(await held()).toEqual([]);
    await api.app.moveTo("2020-12-01T12:00:00.000Z");
    await desk.sweep();
    const { progress } = await desk.details(id);
    expect([progress.sent, progress.waiting, progress.bounced > 0]).toEqual([recipients, 0, true]);
    const those = async (outcome: string) =>
      (await api.pages(`/v1/bulletins/${id}/recipients?outcome=${outcome}`, secretariat, 30)).items;
    const bounced = await those("bounced");
    expect(bounced).toHaveLength(progress.bounced);
    for (const { outcome, letter } of bounced) expect([outcome, letter.state]).toEqual(["sent", "bounced"]);
    expect(await those("delivered")).toHaveLength(progress.delivered);
    expect([await those("complained"), await those("to-settle")]).toEqual([[], []]);
    expect(desk.mailsOf(id)).toHaveLength(recipients);
  });
});

test("an order with a preview of more than a day ago is refused", async () => {
  const { hash, expiresAt } = await desk.preview({ roles: ["mission"], parties: ["FR"] });
  await api.app.moveTo(expiresAt);
  await api.expectRefusal(orderCall(hash), { status: 409, problem: "preview-expired" });
});

// This test is last, because it counts the requests above.
test("every operation on bulletins has answered with success", () => {
  const all = endpoints.filter(
    (one) => isOfBulletins(one) && one.path.startsWith("/v1/bulletins") && !isSettlement(one),
  );
  expect(all).toHaveLength(10);
  expect(all.map(({ id }) => id).filter((id) => !api.succeededOperations.has(id))).toEqual([]);
});
