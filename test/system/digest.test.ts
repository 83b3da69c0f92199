import { defined } from "../../schemas/base/defined.ts";
import { all } from "../../lambdas/io/pages.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Life, lifeOf } from "../fixtures/review-life.ts";
import { missionOf, president, type TestApi, secretariat } from "../harness/test-api.ts";
import { startTestSystem } from "../harness/over-http.ts";

/** A mission that requests its copies in one letter a week, over HTTP: Germany, reviewed and reviewing. */
let api: TestApi;
let life: Life;
/** The review of Sweden, in which Germany reviews. */
let other: Life;
const mission = missionOf("DE");
const path = "/v1/parties/DE/mission";
beforeAll(async () => {
  api = await startTestSystem();
  await api.startGroup();
  life = await lifeOf(api, "c1-DE");
  await life.nominate();
  other = await lifeOf(api, "c1-SE");
  await other.nominate();
  await api.app.rest();
});
afterAll(() => api.close());

const set = async (digest: string | undefined, as = mission) => {
  const { body, headers } = await api.get(path, secretariat);
  const { digest: _, ...contacts } = body.contacts;
  const wanted = { ...contacts, ...defined({ digest }) };
  return ["PUT", path, { as, match: headers.get("etag") ?? "", body: wanted }] as const;
};
const letters = async () =>
  (await api.pages("/v1/letters?party=DE", mission, 50)).items.filter(
    ({ kind, recipient }: any) => kind !== "nomination-reminder" && recipient.kind === "mission",
  );
const mailsTo = (to: string, subject: RegExp) =>
  api.app.mailbox.find({ to, limit: 1000 }).filter((mail) => subject.test(mail.subject));
const explanation = async (id: string) => {
  const { body } = await api.get(`/v1/letters/${id}?include=explanation`, mission);
  return { ...body.explanation, letter: body };
};
let digest: string;

test("the mission requests it, like its other contact settings, and the journal records it", async () => {
  expect((await api.get(path, mission)).body.contacts.digest).toBeUndefined();
  const answer = await api.request(...(await set("weekly")));
  expect([answer.status, answer.body.contacts.digest]).toEqual([200, "weekly"]);
  expect((await api.get(path, mission)).body.contacts.digest).toBe("weekly");
  const kept = api.contents();
  const entries = await all((paging) => kept.store.journalOf("party", "DE", paging));
  kept.close();
  const entry = entries.find(({ version }) => version === answer.body.version);
  expect(JSON.stringify(entry)).toContain('"digest":"weekly"');
  expect(JSON.stringify(entry)).not.toContain("example.org");
});

test("no other user requests it, and there is no other digest than the weekly", async () => {
  for (const as of [missionOf("SE"), life.focalPoint("DE"), president])
    await api.expectRefusal(await set("weekly", as), { status: 403, problem: "not-yours" });
  await api.expectRefusal(await set("daily"), {
    status: 400,
    problem: "invalid-request",
    places: [{ pointer: "#/digest" }],
  });
});

test("its copy of a letter to the focal point is held, although the worker that holds it is killed", async () => {
  await api.app.moveTo("2020-12-02T07:30:00Z");
  const kill = { effect: "kill", action: "dynamodb:PutItem", resource: "Letters", caller: "send", times: 2 };
  api.app.faults.add(kill);
  await life.conclude();
  await api.app.rest();
  await api.app.moveTo("2020-12-02T10:00:00Z");
  api.app.faults.clear();
  expect(mailsTo(life.focalPoint("DE"), /agreed/u)).toHaveLength(1);
  expect(mailsTo(mission, /agreed/u)).toEqual([]);
  const [copy, ...others] = (await letters()).filter(({ kind }: any) => kind === "consultation-agreed");
  expect(copy).toMatchObject({ state: "skipped", reason: "digest", reviews: ["c1-DE"] });
  expect(others).toEqual([]);
  const explained = await explanation(copy.id);
  digest = explained.digest;
  expect(explained.inWords).toContain(`listed in the weekly digest, letter ${digest}`);
  expect(await explanation(digest)).toMatchObject({
    letter: { kind: "digest", state: "planned" },
    plannedFor: "2020-12-07T08:00:00.000Z",
  });
});

test("the digest comes on Monday at 09:00 in Vienna, and once", async () => {
  await api.app.moveTo("2020-12-07T07:59:00Z");
  expect(mailsTo(mission, /digest/u)).toEqual([]);
  await api.app.moveTo("2020-12-07T08:05:00Z");
  const [mail, ...others] = mailsTo(mission, /digest/u);
  expect(others).toEqual([]);
  expect(mail?.at).toMatch(/^2020-12-07T08:0/u);
  expect(mail?.subject).toBe(
    "Weekly digest of 7 December 2020: 1 letter to focal points (cluster 1) [RM/digest/DE/2020-12-07]",
  );
  const text = mail?.text.replace(/\s+/gu, " ");
  expect(text).toContain(
    "The country review of Germany (code c1-DE) under cluster 1 is at this stage: Self-assessment questionnaire.",
  );
  expect(text).toMatch(/agreed/u);
  expect(await explanation(digest)).toMatchObject({ letter: { state: "delivered" }, contact: "first" });
});

test("a week without a letter to its focal points has no digest", async () => {
  await api.app.moveTo("2020-12-28T12:00:00Z");
  expect(mailsTo(mission, /digest/u)).toHaveLength(1);
});

test("a delay that another party notifies is in the digest too: Germany reviews Sweden", async () => {
  await other.conclude();
  const later = { dueOn: "2021-07-15", reason: "clearance" };
  const delayNotice = await other.post("/obligations/questionnaire:SE/delay", other.focalPoint("SE"), later);
  expect(delayNotice.status).toBe(200);
  await api.app.moveTo("2021-01-04T12:00:00Z");
  expect(mailsTo(missionOf("SE"), /Delay notified/u)).toHaveLength(1);
  expect(mailsTo(mission, /Delay notified/u)).toEqual([]);
  const [mail] = mailsTo(mission, /Weekly digest of 4 January 2021: \d letters/u);
  expect(mail?.text).toContain("COUNTRY REVIEWS OF OTHER PARTIES");
});

test("the mission takes its wish back: the next letter comes at once", async () => {
  expect((await api.request(...(await set(undefined)))).body.contacts.digest).toBeUndefined();
  const later = { dueOn: "2021-07-30", reason: "translation" };
  expect((await life.post(`/obligations/questionnaire:DE/delay`, life.focalPoint("DE"), later)).status).toBe(200);
  await api.app.rest();
  expect(mailsTo(mission, /Delay notified: new date 30 July 2021/u)).toHaveLength(1);
  expect((await api.request(...(await set("weekly", secretariat)))).body.contacts.digest).toBe("weekly");
});

test("once its party is overdue, letters come at once", async () => {
  await api.app.moveTo("2021-07-31T12:00:00Z");
  expect(mailsTo(mission, /which were due by 30 July 2021/u).map(({ at }) => at.slice(0, 16))).toEqual([
    "2021-07-31T07:00",
  ]);
  expect((await letters()).find(({ subject }: any) => /which were due/u.test(subject ?? ""))).toMatchObject({
    state: "delivered",
  });
});
