import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { endpoints } from "../../schemas/endpoints.ts";
import { nameExperts } from "../support/crowd.ts";
import {
  isOfBulletins,
  type Call,
  freshKey,
  missionOf,
  running,
  type Running,
  secretariat,
} from "../support/running.ts";

let api: Running;
let sqs: SQSClient;
/** A second person of the secretariat. */
const second = "second.officer@example.org";
beforeAll(async () => {
  api = await running();
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  sqs = new SQSClient({ endpoint: api.house.services, region: "eu-central-1", credentials });
  await api.startGroup();
  const person = { name: "Second Officer", email: second, language: "en" };
  await api.ask("POST", "/v1/users", { as: secretariat, key: freshKey(), body: { role: "secretariat", person } });
  const { items } = await api.pages("/v1/pairings", undefined, 200);
  const parties = new Set(items.flatMap(({ party, reviewers }) => [party, ...reviewers.map((one: any) => one.party)]));
  for (const party of parties) expect((await api.name(String(party), "focal-point")).status).toBe(201);
  await api.house.rest();
});
afterAll(() => {
  sqs.destroy();
  return api.close();
});

const text = { subject: "Briefing for {{party}}", body: "Dear {{recipientName}},\n\nthere will be a briefing." };
const everybody = { roles: ["mission", "focal-point"] };
const previewing = (audience: object, more: object = {}): Call => [
  "POST",
  "/v1/bulletins/previews",
  { as: secretariat, body: { audience, text, ...more } },
];
const preview = async (audience: object, more: object = {}) => {
  const { status, body } = await api.ask(...previewing(audience, more));
  expect([status, body]).toEqual([200, expect.objectContaining({ hash: expect.any(String) })]);
  return body;
};
const ordering = (hash: string, more: object = {}): Call => [
  "POST",
  "/v1/bulletins",
  { as: secretariat, key: freshKey(), body: { preview: hash, ...more } },
];
/** Previews and orders at once. */
const order = async (audience: object, more: object = {}) => {
  const { hash } = await preview(audience);
  const { status, body } = await api.ask(...ordering(hash, more));
  expect(status).toBe(202);
  return body;
};
const commanding = (id: string, what: string, as: string = secretariat): Call => [
  "POST",
  `/v1/bulletins/${id}/${what}`,
  { as, key: freshKey() },
];
const command = async (id: string, what: string, as: string = secretariat) =>
  (await api.ask(...commanding(id, what, as))).body;
const details = async (id: string) => (await api.get(`/v1/bulletins/${id}`, secretariat)).body;
const mailsOf = (id: string): readonly string[] =>
  api.house.mailbox.find({ limit: 10_000 }).flatMap(({ subject, to }) => (subject.includes(id) ? to : []));
const sweep = async (): Promise<void> => {
  const queue = api.house.queues.all.find(({ name }) => /SweepQueue(?!DeadLetters)/u.test(name));
  const QueueUrl = `${api.house.services}/${queue?.name}`;
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify({ depth: "hourly" }) }));
  await api.house.rest();
};

describe("a preview", () => {
  const awaited = { roles: ["mission"], list: "experts-missing" };
  const body = "{{reviews}} wait for {{party}} until {{dueDate}}; see {{link}}.";

  test("tells how many a bulletin would reach, whom and why, and how it would look to some", async () => {
    const seen = await preview(awaited, { text: { subject: text.subject, body } });
    const { items: counted } = await api.pages("/v1/figures/current/experts-missing", secretariat, 200);
    const parties = [...new Set(counted.map(({ party }) => party))].toSorted();
    expect(parties).not.toEqual([]);
    expect(seen).toMatchObject({ recipients: parties.length, withoutAddress: 0, needsApproval: false });
    expect(seen.hash).toMatch(/^[0-9a-f]{64}$/u);
    expect(seen.items.map(({ recipient }: any) => recipient)).toEqual(
      parties.map((party) => ({ kind: "mission", party })),
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

  test("lists everybody page by page", async () => {
    const { hash, recipients, items } = await preview(everybody);
    expect(recipients).toBeGreaterThan(items.length);
    const listed = await api.pages(`/v1/bulletins/previews/${hash}/recipients`, secretariat, 70);
    expect([listed.items.length, listed.pages]).toEqual([recipients, Math.ceil(recipients / 70)]);
    expect(listed.items.slice(0, items.length)).toEqual(items);
  });

  test("is the same for the same audience and text, and queues, plans and sends nothing", async () => {
    const before = await api.stored();
    const [one, other] = [await preview(everybody), await preview(everybody)];
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
    const call = previewing(one, { text: { ...text, body: "Dear {{nmae}}" } });
    await api.refused(call, unusable({ where: "body", problem: "unknown-placeholder", placeholder: "nmae" }));
  });

  test("a text that asks for what is not known of a recipient", async () => {
    const call = previewing(one, { text: { ...text, body: "By {{dueDate}}." } });
    await api.refused(call, unusable({ where: "body", problem: "no-value", placeholder: "dueDate" }));
  });

  test("a text that is over the mail limit once it is rendered", async () => {
    const call = previewing(one, { text: { ...text, body: "&".repeat(30_000) } });
    await api.refused(call, unusable({ where: "body", problem: "too-large" }));
  });

  test("an audience of nobody", async () => {
    const call = previewing({ roles: ["mission"], list: "overdue-questionnaire" });
    await api.refused(call, { status: 422, problem: "empty-audience" });
  });

  test("a time that has passed, with the preview and with the order; and one too far ahead", async () => {
    const past = { sendAt: "2020-11-30T08:00:00.000Z" };
    await api.refused(previewing(one, past), { status: 422, problem: "send-time-past" });
    const { hash } = await preview(one);
    await api.refused(ordering(hash, past), { status: 422, problem: "send-time-past" });
    const far = { sendAt: "2021-04-01T08:00:00.000Z" };
    await api.refused(ordering(hash, far), { status: 422, problem: "date-too-late" });
  });

  test("an order of what was never previewed", async () => {
    await api.refused(ordering("0".repeat(64)), { status: 409, problem: "preview-expired" });
    await api.refused(["GET", `/v1/bulletins/previews/${"0".repeat(64)}/recipients`, { as: secretariat }], {
      status: 404,
      problem: "not-found",
    });
  });

  test("an order of what was previewed before the audience changed", async () => {
    const { hash, recipients } = await preview({ roles: ["mission"], list: "experts-missing" });
    expect((await api.name("FR", "expert")).status).toBe(201);
    const refusal = { status: 409, problem: "preview-changed", more: { recipients: recipients - 1 } } as const;
    await api.refused(ordering(hash), refusal);
  });

  test("anything of it to a mission", async () => {
    const { hash } = await preview(one);
    for (const [method, path, asking] of [previewing(one), ordering(hash)])
      await api.refused([method, path, { ...asking, as: missionOf("FR") }], { status: 403, problem: "not-yours" });
  });
});

describe("a bulletin", () => {
  const few = { roles: ["mission", "focal-point"], parties: ["FR", "IE"] };

  test("leaves with the order, once to each, and tells what became of every letter", async () => {
    const { hash, recipients } = await preview(few);
    const asking = ordering(hash);
    const answer = await api.ask(...asking);
    const { id } = answer.body;
    expect([answer.status, answer.headers.get("location")]).toEqual([202, `/v1/bulletins/${id}`]);
    expect(answer.body).toMatchObject({ state: "sending", recipients, preview: hash });
    expect((await api.ask(...asking)).text).toBe(answer.text);
    await api.house.rest();
    expect(mailsOf(id)).toHaveLength(recipients);
    expect(new Set(mailsOf(id)).size).toBe(recipients);
    const { audience, text: said, progress } = await details(id);
    expect([audience, said]).toEqual([few, text]);
    expect(progress).toMatchObject({ recipients, sent: recipients, waiting: 0, delivered: recipients });
    const listed = await api.pages(`/v1/bulletins/${id}/recipients?outcome=sent`, secretariat, 2);
    expect(listed.items).toHaveLength(recipients);
    for (const { letter } of listed.items) {
      expect(letter).toMatchObject({ state: "delivered", round: 1 });
      expect((await api.get(`/v1/letters/${letter.id}/explanation`, secretariat)).status).toBe(200);
    }
    await sweep();
    expect((await details(id)).state).toBe("sent");
    await api.refused(commanding(id, "cancellation"), { status: 409, problem: "wrong-bulletin-state" });
    await api.refused(commanding(id, "resend"), { status: 409, problem: "nobody-to-resend" });
  });

  test("is sent again to those alone whom it did not reach", async () => {
    api.house.faults.add({ effect: "error", action: "ses:SendEmail", error: "MessageRejected", status: 400 });
    const { id, recipients } = await order(few);
    await api.house.rest();
    expect((await details(id)).progress).toMatchObject({ sent: recipients - 1, failed: 1 });
    const again = await api.ask(...commanding(id, "resend"));
    expect([again.status, again.body.rounds]).toMatchObject([202, [{ recipients }, { recipients: 1 }]]);
    await api.house.rest();
    expect((await details(id)).progress).toMatchObject({ recipients, sent: recipients, failed: 0 });
    expect(new Set(mailsOf(id)).size).toBe(recipients);
    expect(mailsOf(id)).toHaveLength(recipients);
  });

  test("to more than the number of the policy waits for a second person, and may be given up before its time", async () => {
    const seen = await preview(everybody);
    expect([seen.needsApproval, seen.recipients > 200]).toEqual([true, true]);
    const { id, state } = await order(everybody, { sendAt: "2020-12-20T08:00:00.000Z" });
    expect(state).toBe("awaiting-approval");
    await api.refused(commanding(id, "approval"), { status: 409, problem: "second-person-needed" });
    expect((await command(id, "approval", second)).state).toBe("scheduled");
    await api.house.rest();
    expect((await command(id, "cancellation")).state).toBe("cancelled");
    await api.house.rest();
    const { progress } = await details(id);
    expect(progress).toMatchObject({ recipients: seen.recipients, skipped: seen.recipients, sent: 0 });
    expect(mailsOf(id)).toEqual([]);
    const { items } = await api.pages("/v1/bulletins", secretariat, 1);
    expect(items.map((one) => one.id)).toContain(id);
  });

  test("of which too many letters bounce is stopped, and resumed by the secretariat leaves to the rest", async () => {
    await nameExperts(api, 70);
    api.house.faults.add({ effect: "bounce", skip: 50, times: 20 });
    api.house.faults.add({ kind: "throttle", skip: 80, times: 1000 });
    const { id, recipients } = await order({ roles: ["focal-point", "expert"] });
    expect(recipients).toBeGreaterThan(80);
    await api.house.rest();
    const { state, stoppedFor } = await details(id);
    expect([state, stoppedFor.results >= 50, stoppedFor.bounced / stoppedFor.results >= 0.05]).toEqual([
      "stopped",
      true,
      true,
    ]);
    api.house.faults.clear();
    expect(mailsOf(id).length).toBeLessThan(recipients);
    expect((await command(id, "resumption")).state).toBe("sending");
    await api.house.moveTo("2020-12-01T12:00:00.000Z");
    await sweep();
    const { progress } = await details(id);
    expect([progress.sent, progress.waiting, progress.bounced > 0]).toEqual([recipients, 0, true]);
    expect(mailsOf(id)).toHaveLength(recipients);
  });
});

test("an order of what was previewed more than a day ago is refused", async () => {
  const { hash, expiresAt } = await preview({ roles: ["mission"], parties: ["FR"] });
  await api.house.moveTo(expiresAt);
  await api.refused(ordering(hash), { status: 409, problem: "preview-expired" });
});

// Stands last: what was asked for above counts.
test("every operation on bulletins has answered with success", () => {
  const all = endpoints.filter(isOfBulletins).map(({ id }) => id);
  expect(all).toHaveLength(10);
  expect(all.filter((id) => !api.succeeded.has(id))).toEqual([]);
});
