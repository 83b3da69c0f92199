import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { CreateScheduleCommand, DeleteScheduleCommand, SchedulerClient } from "@aws-sdk/client-scheduler";
import { afterAll, beforeAll, expect, test } from "vitest";
import { allows } from "../../local/template/iam-grants.ts";
import { eraseMissionUser } from "../fixtures/erased-user.ts";
import { takeGroupOver } from "../fixtures/paused-group.ts";
import { nameExperts } from "../fixtures/many-experts.ts";
import { drawnOutside } from "../fixtures/outside-drawings.ts";
import { lifeOf } from "../fixtures/review-life.ts";
import { ofTheService, sameRight } from "../fixtures/rights-of-functions.ts";
import { secretariatAtWork } from "../fixtures/worklist.ts";
import { freshKey, missionOf, personOf, president, type TestSystem, secretariat } from "../harness/test-api.ts";
import { startTestSystem } from "../harness/over-http.ts";

/** One story that uses all permissions of the functions, faults and repairs included; then both are compared. */
let api: TestSystem;
let sqs: SQSClient;
let scheduler: SchedulerClient;
beforeAll(async () => {
  api = await startTestSystem();
  const settings = {
    endpoint: api.app.services,
    region: "eu-central-1",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  };
  sqs = new SQSClient(settings);
  scheduler = new SchedulerClient(settings);
});
afterAll(() => {
  sqs.destroy();
  scheduler.destroy();
  return api.close();
});

const put = (variable: string, message: object) =>
  sqs.send(new SendMessageCommand({ QueueUrl: api.app.environment[variable], MessageBody: JSON.stringify(message) }));
const sweepQueue = () => api.app.queues.all.find(({ name }) => /SweepQueue(?!DeadLetters)/u.test(name));
const sweep = async (depth: "hourly" | "full", more: { readonly most?: number } = {}): Promise<void> => {
  await sqs.send(
    new SendMessageCommand({
      QueueUrl: `${api.app.services}/${sweepQueue()?.name}`,
      MessageBody: JSON.stringify({ depth, ...more }),
    }),
  );
  await api.app.rest();
};
const armed = () => api.app.scheduler.list().filter(({ group }) => group.endsWith("-reminders"));
/** A fault: a letter is planned, and the function that planned it gets no reply. */
const unheard = { effect: "reset", when: "after", action: "dynamodb:PutItem", resource: "Letters" };

/** Loses the schedules of an instant, as no schedule ever should be. */
const lose = async (instant: string): Promise<void> => {
  const lost = armed().filter(({ dueAt }) => dueAt === Date.parse(instant));
  expect(lost).not.toEqual([]);
  for (const { name, group } of lost) await scheduler.send(new DeleteScheduleCommand({ Name: name, GroupName: group }));
};

test("the story: all users read, the secretariat and the missions write", async () => {
  for (const path of ["/v1/pairings", "/v1/country-profiles/FR"]) await api.get(path);
  const { body: aggregate, headers } = await api.get("/v1/parties/AD", secretariat);
  const match = headers.get("etag") ?? "";
  const correction = { correction: { name: `${aggregate.name} (corrected)` }, reason: "A note verbale." };
  expect((await api.request("PATCH", "/v1/parties/AD", { as: secretariat, match, body: correction })).status).toBe(200);
  const mission = await api.get("/v1/parties/FR/mission", missionOf("FR"));
  const contacts = { ...mission.body.contacts, place: "Vienna", digest: "weekly" };
  const body = { as: missionOf("FR"), match: mission.headers.get("etag") ?? "", body: contacts };
  expect((await api.request("PUT", "/v1/parties/FR/mission", body)).status).toBe(200);
});

test("the story: an account is made, is not made to the end, is made by the sweep", async () => {
  const kill = { effect: "kill", action: "cognito-idp:AdminSetUserPassword", caller: "react", times: 1000 };
  api.app.faults.add(kill);
  const person = { name: "An officer", email: "officer@example.org", language: "en" };
  const asking = { as: secretariat, key: freshKey(), body: { role: "secretariat", person } };
  expect((await api.request("POST", "/v1/users", asking)).status).toBe(201);
  await api.app.rest();
  expect((await api.get("/v1/me", person.email)).status).toBe(403);
  api.app.faults.clear();
  await sweep("full");
  expect((await api.get("/v1/me", person.email)).status).toBe(200);
});

test("the story: an officer's access is closed and opened, and the address is corrected, each seen to again by the sweep", async () => {
  const officers = await api.pages("/v1/users?role=secretariat", secretariat, 50);
  const { id } = (officers.items as readonly any[]).find(({ person }) => person.email === "officer@example.org");
  const come = async (email: string) => (await api.get("/v1/me", email)).status;
  const close = { as: secretariat, body: { reason: "left-service" } };
  expect((await api.request("POST", `/v1/users/${id}/closure`, close)).status).toBe(200);
  await sweep("hourly");
  expect(await come("officer@example.org")).toBe(403);
  expect((await api.request("POST", `/v1/users/${id}/reopening`, { as: secretariat })).status).toBe(200);
  await sweep("hourly");
  expect(await come("officer@example.org")).toBe(200);
  const match = (await api.get(`/v1/users/${id}`, secretariat)).headers.get("etag") ?? "";
  const body = { person: { email: "officers.own@example.org" } };
  expect((await api.request("PATCH", `/v1/users/${id}`, { as: secretariat, match, body })).status).toBe(200);
  await sweep("hourly");
  expect([await come("officer@example.org"), await come("officers.own@example.org")]).toEqual([403, 200]);
});

test("the story: a user of a mission gets letters, is in notes, and is erased", async () => {
  expect(await eraseMissionUser(api)).toEqual([]);
});

test("the story: a group's start is interrupted, and the sweep continues it", async () => {
  const kill = { effect: "kill", action: "dynamodb:PutItem", resource: "Journal", caller: "react", times: 1000 };
  api.app.faults.add(kill);
  await api.startGroup();
  api.app.faults.clear();
  expect((await api.get("/v1/groups/c1-g1", secretariat)).body.state).toBe("starting");
  await sweep("hourly");
  expect((await api.get("/v1/groups/c1-g1", secretariat)).body.state).toBe("started");
});

test("the story: parties name, and get no reminder of met obligations", async () => {
  const before = armed().length;
  api.app.faults.add({ ...unheard, caller: "react" });
  for (const role of ["focal-point", "expert", "observer"] as const)
    for (const party of ["FR", "IE", "TD"]) expect((await api.name(party, role)).status).toBe(201);
  const again = { role: "expert", person: { ...personOf("FR", "expert"), title: "First Counsellor" } };
  const known = { as: missionOf("FR"), key: freshKey(), body: again };
  expect((await api.request("POST", "/v1/parties/FR/mandates", known)).status).toBe(201);
  await api.app.rest();
  expect(armed().length).toBeLessThan(before);
});

test("the story: reminders leave, bounce, are throttled, are late; schedules are lost and armed again", async () => {
  const { app } = api;
  const messages = armed().map(({ input }) => JSON.parse(String((input["Target"] as any).Input)));
  const late = messages.find(({ reminderSubject }) => reminderSubject.kind === "focal-point");
  app.faults.add({ effect: "bounce", address: "mission@de.example.org" });
  app.faults.add({ effect: "bounce", address: "mission@se.example.org" });
  app.faults.add({ kind: "throttle", times: 1 });
  await app.moveTo("2020-12-08T09:00:00Z");
  // Half a minute before a reminder: an alarm that comes again, a sweep that misses a schedule, a group that starts.
  await app.moveTo("2020-12-14T07:59:30Z");
  await put("TIMERS_QUEUE_URL", late);
  await app.rest();
  await lose("2020-12-14T08:00:00Z");
  await sweep("hourly");
  await api.startGroup("c1-g2", "2020-12-07");
  // Next, the loss is not noticed within the hour, and the sweep gets no reply that it has planned a letter.
  await app.moveTo("2020-12-16T07:59:30Z");
  await lose("2020-12-16T08:00:00Z");
  app.faults.add({ ...unheard, caller: "sweep" });
  await app.moveTo("2020-12-16T12:00:00Z");
});

test("the story: addresses at which letters failed are listed, and released", async () => {
  const { body } = await api.get("/v1/suppressed-addresses", secretariat);
  expect(body.items.map(({ party }: any) => party).toSorted()).toEqual(["DE", "SE"]);
  const path = `/v1/suppressed-addresses/${body.items[0].letter}/unsuppression`;
  expect((await api.request("POST", path, { as: secretariat, key: freshKey() })).status).toBe(200);
  await api.app.rest();
  const left = async () => (await api.get("/v1/suppressed-addresses", secretariat)).body.items;
  expect(await left()).toHaveLength(1);
  // The other resumption gets lost on the way, and the sweep brings it about.
  api.app.faults.add({ effect: "kill", action: "ses:DeleteSuppressedDestination", caller: "react", times: 1000 });
  const other = `/v1/suppressed-addresses/${body.items[1].letter}/unsuppression`;
  expect((await api.request("POST", other, { as: secretariat, key: freshKey() })).status).toBe(200);
  await api.app.rest();
  api.app.faults.clear();
  expect(await left()).toHaveLength(1);
  await sweep("hourly");
  expect(await left()).toEqual([]);
});

test("the story: answers are drafted and submitted, a seat is drawn again, the public reads publications", async () => {
  const life = await lifeOf(api, "c1-DE");
  await life.nominate();
  await life.conclude();
  await life.submit();
  expect((await life.post("/redraw-requests", missionOf("DE"), { seat: "SG" })).status).toBe(200);
  const drawn = drawnOutside((await api.get("/health")).body.now.slice(0, 10), "FR", ["UNTOC"], "DE");
  expect((await life.post("/redraws", secretariat, { from: "SG", drawn }, { key: freshKey() })).status).toBe(201);
  const published = ["/v1/publications", "/v1/public/reports/status", "/v1/pairings/c1-DE"];
  for (const path of published) expect((await api.get(path)).status).toBe(200);
});

test("the story: a mission that requested it gets the copies of the week in one letter", async () => {
  const life = await lifeOf(api, "c1-DE");
  for (const role of ["focal-point", "expert"] as const)
    expect((await api.name("FR", role, { reviews: ["c1-DE"] })).status).toBe(201);
  await api.app.rest();
  const later = { dueOn: "2021-09-30", reason: "translation" };
  expect((await life.post("/obligations/feedback:FR/delay", life.focalPoint("FR"), later)).status).toBe(200);
  await api.app.moveTo("2020-12-21T08:10:00Z");
  expect(api.app.mailbox.find({}).filter(({ subject }) => subject.includes("RM/digest/FR/2020-12-21"))).toHaveLength(1);
});

test("the story: the secretariat gets its list of unmet obligations, in the morning", async () => {
  // This is before the hourly sweep: at 09:00 in Vienna a separate run orders it.
  await api.app.moveTo("2020-12-23T08:10:00Z");
  const subjects = api.app.mailbox.find({}).map(({ subject }) => subject);
  expect(subjects.filter((each) => each.startsWith("Daily list of 23 December 2020"))).toHaveLength(1);
});

test("the story: the sweep finds a schedule too many, a journal that was changed, and a person who is not counted", async () => {
  const { name, group, input } = armed()[0] ?? {};
  const target = input?.["Target"] as any;
  const stale = { Name: `${name}-stale`, GroupName: group, ScheduleExpression: "at(2021-06-01T08:00:00)" };
  await scheduler.send(new CreateScheduleCommand({ ...stale, FlexibleTimeWindow: { Mode: "OFF" }, Target: target }));
  const entry = await api.read("journal", { subject: "review#c1-AT", version: "0000000001" });
  await api.write("journal", { ...entry, by: { S: "an intruder" } });
  // A person is named, and the function that counts it dies each time.
  api.app.faults.add({ effect: "kill", action: "dynamodb:PutItem", caller: "count", times: 1000 });
  expect((await api.name("SE", "expert")).status).toBe(201);
  await api.app.rest();
  api.app.faults.clear();
  // More subjects than one run checks: the next run continues.
  await sweep("full", { most: 100 });
  expect(armed().map((each) => each.name)).not.toContain(stale.Name);
  await api.write("journal", entry);
});

test("the story: a status paper is ordered, and written", async () => {
  const order = { as: secretariat, key: freshKey(), body: { asAt: "2020-12-01" } };
  const { id } = (await api.request("POST", "/v1/reports/status", order)).body;
  await api.app.rest();
  expect((await api.get(`/v1/reports/status/${id}`, secretariat)).body.state).toBe("ready");
});

test("the story: everything is read", async () => {
  const read = async (path: string, as: string) => expect((await api.get(path, as)).status).toBe(200);
  for (const as of [secretariat, missionOf("DE")])
    for (const path of [
      "/v1/me",
      "/v1/parties",
      "/v1/groups",
      "/v1/groups/c1-g1",
      "/v1/reviews",
      "/v1/reviews?stage=nomination",
      "/v1/reviews/c1-DE",
      "/v1/parties/DE/mandates",
      "/v1/obligations?party=DE",
      "/v1/obligations",
      "/v1/obligations?kind=experts",
      "/v1/letters?party=DE",
      "/v1/parties/DE/letters/absence?date=2020-12-08",
      "/v1/reviews/c1-DE/notices",
    ])
      await read(path, as);
  const { body } = await api.get("/v1/letters?party=DE", secretariat);
  for (const { id } of body.items) await read(`/v1/letters/${id}?include=all`, secretariat);
  for (const path of [
    "/v1/letters?state=bounced",
    "/v1/letters?from=2020-12-01",
    "/v1/figures/current",
    "/v1/journal/review/c1-DE",
    "/v1/journal/review/c1-DE/verification",
  ])
    await read(path, secretariat);
  for (const kind of ["focal-point", "experts"]) await read(`/v1/missing-nominations?kind=${kind}`, president);
});

test("the story: the secretariat follows up", async () => {
  expect((await secretariatAtWork(api, "c1-DE", "DE")).filter((status) => status >= 300)).toEqual([]);
});

test("the story: a bulletin leaves at its time, is throttled, stopped at too many bounces, and resumed unheard", async () => {
  const { app } = api;
  const hour = 3_600_000;
  await nameExperts(api, 100);
  const audience = { roles: ["expert"] };
  const body = { audience, text: { subject: "A briefing", body: "For {{party}}, in Vienna." } };
  const { body: seen } = await api.request("POST", "/v1/bulletins/previews", { as: secretariat, body });
  const time = app.clock.now() + hour / 3;
  const order = { preview: seen.hash, sendAt: new Date(time).toISOString() };
  const asking = { as: secretariat, key: freshKey(), body: order };
  const { body: bulletin } = await api.request("POST", "/v1/bulletins", asking);
  const path = `/v1/bulletins/${bulletin.id}`;
  expect((await api.request("POST", `${path}/approval`, { as: "second.secretariat@example.org" })).status).toBe(202);
  await app.rest();
  app.faults.add({ kind: "throttle", times: 1 });
  app.faults.add({ effect: "bounce", skip: 50, times: 20 });
  app.faults.add({ kind: "throttle", skip: 80, times: 1000 });
  await app.moveTo(time + 1_000);
  expect((await api.get(path, secretariat)).body.state).toBe("stopped");
  app.faults.clear();
  await app.moveTo(time + hour);
  // It is resumed, and nothing of it is ordered until the sweep orders its pending letters.
  const call = { action: "sqs:SendMessage", resource: "BulletinsQueue", caller: "timer" } as const;
  app.faults.add({ effect: "kill", ...call, times: 1000 });
  expect((await api.request("POST", `${path}/resumption`, { as: secretariat })).status).toBe(202);
  await app.rest();
  app.faults.clear();
  expect((await api.get(path, secretariat)).body.progress.waiting).toBeGreaterThan(0);
  await sweep("hourly");
  await app.moveTo(time + 2 * hour);
  const { body: after } = await api.get(path, secretariat);
  expect(after.progress).toMatchObject({ recipients: seen.recipients, waiting: 0 });
});

test("the story: the outcome of a letter about an obligation, and of one of a bulletin, is unknown; the secretariat sends both again", async () => {
  const { app } = api;
  const [hour, otherOfficer] = [3_600_000, "second.secretariat@example.org"];
  app.faults.add({ kind: "mailReset", times: 1000 });
  const person = { name: "Another Officer", email: "another.officer@example.org", language: "en" };
  const registered = { as: secretariat, key: freshKey(), body: { role: "secretariat", person } };
  expect((await api.request("POST", "/v1/users", registered)).status).toBe(201);
  const audience = { roles: ["mission"], parties: ["DE"] };
  const body = { audience, text: { subject: "A briefing", body: "In Vienna." } };
  const { body: seen } = await api.request("POST", "/v1/bulletins/previews", { as: otherOfficer, body });
  const order = { as: otherOfficer, key: freshKey(), body: { preview: seen.hash } };
  const { body: bulletin } = await api.request("POST", "/v1/bulletins", order);
  await app.moveTo(app.clock.now() + 3 * hour);
  app.faults.clear();
  const { body: list } = await api.get("/v1/worklist?kind=letter-unknown&limit=1", secretariat);
  expect(list.items).toHaveLength(1);
  const settlement = { as: secretariat, body: { outcome: "send-again" } };
  const settle = async (path: string) => (await api.request("POST", `/v1/${path}/settlement`, settlement)).status;
  expect(await settle(`letters/${list.items[0].letter}`)).toBe(200);
  expect(await settle(`bulletins/${bulletin.id}`)).toBe(202);
  await app.rest();
});

test("the story: a group is taken over and released", async () => expect(await takeGroupOver(api)).toMatch(/./u));

test("the story: the President reads which nominations are missing long after their date, and reminds of them", async () => {
  await api.app.moveTo(Math.max(api.app.clock.now(), Date.parse("2021-02-01T09:00:00.000Z")));
  const { body } = await api.get("/v1/presidents-list", president);
  const reminding = { as: president, key: freshKey(), body: {} };
  const { status } = await api.request("POST", "/v1/presidents-list/reminder", reminding);
  expect([status, body.groups.length > 0]).toEqual([202, true]);
  await api.app.rest();
});

test("functions did nothing that their policies do not allow", () => {
  const grants = api.app.plan.grants();
  const functions = new Set(api.app.plan.functions.map(({ name }) => name));
  const used = api.app.recordedActions().filter(({ caller }) => functions.has(caller));
  expect(new Set(used.map(({ caller }) => caller))).toEqual(functions);
  expect(used.filter((use) => !grants.some((one) => one.caller === use.caller && allows(one, use)))).toEqual([]);
});

test("policies allow nothing that no function did", () => {
  const used = api.app.recordedActions().map((use) => ({ ...use, action: sameRight(use.action) }));
  const unused = api.app.plan
    .grants()
    .filter(({ action }) => !ofTheService.some((pattern) => pattern.test(action)))
    .map((grant) => ({ ...grant, action: sameRight(grant.action) }))
    .filter((grant) => !used.some((use) => use.caller === grant.caller && allows(grant, use)));
  expect(unused.map(({ caller, action, resource }) => `${caller} ${action} ${resource}`)).toEqual([]);
});
