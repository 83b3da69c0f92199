import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultTexts, presidentReminder } from "../../domain/bulletins/default-texts.ts";
import {
  type Call,
  freshKey,
  missionOf,
  president,
  openTestApi,
  type TestApi,
  secretariat,
} from "../harness/test-api.ts";

/** Texts that are kept to be sent more than once, and the reminder that the President signs. */
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  await api.startGroup();
});
afterAll(() => api.close());

const path = "/v1/texts/briefing";
const text = { subject: "Briefing for {{party}}", body: "Dear {{recipientName}},\n\nthere will be a briefing." };
const putting = (body: object, match: string, as: string = secretariat, where = path): Call => [
  "PUT",
  where,
  { as, body, match },
];
const preview = (more: object) =>
  api.request("POST", "/v1/bulletins/previews", {
    as: secretariat,
    body: { audience: { roles: ["mission"], parties: ["FR"] }, ...more },
  });

describe("a stored text", () => {
  test("has a new version each time that something else is stored, and every version stays readable", async () => {
    const first = await api.request(...putting(text, '"v0"'));
    expect([first.status, first.headers.get("etag")]).toEqual([200, '"v1"']);
    expect(first.body).toMatchObject({ id: "briefing", version: 1, latest: 1, text });
    expect((await api.request(...putting(text, '"v1"'))).body).toEqual(first.body);
    const changed = { ...text, subject: "Second briefing for {{party}}" };
    const second = await api.request(...putting(changed, '"v1"'));
    expect([second.body.version, second.body.text]).toEqual([2, changed]);
    const { body, headers } = await api.get(path, president);
    // Only the secretariat sees the name of the author.
    const { writtenByName: _, ...unnamed } = second.body;
    expect([body, headers.get("etag")]).toEqual([unnamed, '"v2"']);
    const earlier = await api.get(`${path}?version=1`, secretariat);
    expect([earlier.body, earlier.headers.get("etag")]).toEqual([{ ...first.body, latest: 2 }, '"v2"']);
  });

  test("is listed with those that come with the system, page by page", async () => {
    const { items, pages } = await api.pages("/v1/texts", secretariat, 1);
    expect([items.map(({ id, version }) => `${id} ${version}`), pages]).toEqual([
      ["briefing 2", "president-reminder 0"],
      2,
    ]);
    expect(items.map(({ subject }) => subject)).toEqual([
      "Second briefing for {{party}}",
      defaultTexts.get(presidentReminder)?.texts?.en?.subject,
    ]);
  });

  test("is refused on a version that is not the latest, without one, and where no letter can be written from it", async () => {
    await api.expectRefusal(putting(text, '"v1"'), { status: 412, problem: "stale-version" });
    await api.expectRefusal(["PUT", path, { as: secretariat, body: text }], {
      status: 428,
      problem: "version-missing",
    });
    await api.expectRefusal(putting({ ...text, body: "For {{nobody}}." }, '"v2"'), {
      status: 422,
      problem: "unusable-text",
      more: { problems: [{ where: "body", problem: "unknown-placeholder", placeholder: "nobody" }] },
    });
  });

  test("is read by the secretariat and the President, and written by the secretariat alone", async () => {
    const notYours = { status: 403, problem: "not-yours" } as const;
    await api.expectRefusal(["GET", path, { as: missionOf("FR") }], notYours);
    await api.expectRefusal(["GET", "/v1/texts", { as: missionOf("FR") }], notYours);
    for (const as of [missionOf("FR"), president]) await api.expectRefusal(putting(text, '"v2"', as), notYours);
    for (const where of ["/v1/texts/nothing", `${path}?version=9`, `${path}?version=0`])
      await api.expectRefusal(["GET", where, { as: secretariat }], { status: 404, problem: "not-found" });
  });
});

describe("a bulletin", () => {
  test("says the stored text that it names, the latest version or one of before, and keeps which it was", async () => {
    const { body: latest } = await preview({ stored: { id: "briefing" } });
    expect(latest.samples[0].subject).toMatch(/^Second briefing for France/u);
    const { body: earlier } = await preview({ stored: { id: "briefing", version: 1 } });
    expect(earlier.samples[0].subject).toMatch(/^Briefing for France/u);
    const { body: own } = await preview({ text });
    expect(new Set([latest.hash, earlier.hash, own.hash]).size).toBe(3);
    const asking = { as: secretariat, key: freshKey(), body: { preview: earlier.hash } };
    const { body: bulletin } = await api.request("POST", "/v1/bulletins", asking);
    const { body: details } = await api.get(`/v1/bulletins/${bulletin.id}`, secretariat);
    expect([details.text, details.stored]).toEqual([text, { id: "briefing", version: 1 }]);
  });

  test.each([
    ["no text at all", {}, "empty"],
    ["two texts", { text, stored: { id: "briefing" } }, "two-texts"],
    ["a text that is not stored", { stored: { id: "nothing" } }, "not-stored"],
    ["a version that is none", { stored: { id: "briefing", version: 9 } }, "not-stored"],
  ])("is refused at preview with %s", async (_, more, problem) => {
    const answer = await preview(more);
    expect([answer.status, answer.problem, answer.body.problems]).toEqual([
      422,
      "unusable-text",
      [{ where: "body", problem }],
    ]);
  });
});

describe("the reminder that the President signs", () => {
  const reminding = (body: object = {}, as: string = president, key = freshKey()): Call => [
    "POST",
    "/v1/presidents-list/reminder",
    { as, key, body },
  ];
  const list = async () => (await api.get("/v1/presidents-list", president)).body;
  const parties = (body: any): string[] =>
    body.groups.flatMap((group: any) => group.parties.map(({ party }: any) => party)).toSorted();

  test("goes to no user while the list is empty, and is sent by no mission", async () => {
    await api.expectRefusal(reminding({}, missionOf("FR")), { status: 403, problem: "not-yours" });
    const { status, problem } = await api.request(...reminding());
    expect([status, problem]).toEqual([422, "empty-audience"]);
    expect((await api.request(...reminding({ version: 3 }))).problem).toBe("unusable-text");
  });

  test("goes once to the mission of each party on the list, and to no other, for one command of the President", async () => {
    await api.name("FR", "focal-point");
    await api.name("FR", "expert");
    await api.app.moveTo("2021-01-20T08:01:00.000Z");
    const listed = parties(await list());
    expect(listed.length).toBeGreaterThan(5);
    expect(listed).not.toContain("FR");
    const call = reminding();
    const sent = await api.request(...call);
    expect([sent.status, sent.body.recipients]).toEqual([202, listed.length]);
    expect((await api.request(...call)).text).toBe(sent.text);
    await api.app.rest();
    const mails = api.app.mailbox.find({ limit: 10_000 }).filter(({ subject }) => subject.includes(sent.body.bulletin));
    expect(mails.flatMap(({ to }) => to).toSorted()).toEqual(listed.map(missionOf).toSorted());
    const mail = mails.find(({ subject }) => subject.startsWith("Reminder"));
    expect(mail?.subject).toMatch(/^Reminder by the President of the Conference: nominations awaited from /u);
    expect(mail?.text).toContain("The President of the Conference of the Parties\n");
    const { body } = await api.get(`/v1/bulletins/${sent.body.bulletin}`, secretariat);
    const { body: me } = await api.get("/v1/me", president);
    expect([body.orderedBy, body.stored]).toEqual([me.id, { id: "president-reminder", version: 0 }]);
    expect(body.progress).toMatchObject({ recipients: listed.length, sent: listed.length });
    expect(parties(await list())).toEqual(listed);
    for (const { letters } of (await list()).groups.flatMap((group: any) => group.parties))
      expect(letters[0]).toMatchObject({ kind: "bulletin", state: "delivered" });
  });

  test("is not sent again within the week, whichever user requests it, and says when it will be", async () => {
    const { body: bulletins } = await api.get("/v1/bulletins", secretariat);
    const { orderedAt } = bulletins.items.at(-1);
    const earliest = new Date(Date.parse(orderedAt) + 7 * 24 * 3_600_000).toISOString();
    for (const as of [president, secretariat])
      await api.expectRefusal(reminding({}, as), { status: 409, problem: "reminder-too-soon", more: { earliest } });
    await api.app.moveTo(earliest);
    const both = await Promise.all([api.request(...reminding()), api.request(...reminding({}, secretariat))]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([202, 409]);
    await api.app.rest();
    await api.app.moveTo("2021-02-10T08:01:00.000Z");
  });

  test("uses the text that the secretariat has stored since, when the secretariat sends it", async () => {
    const words = { subject: "The President writes to {{party}}", body: "Nominations are awaited in {{reviews}}." };
    const stored = await api.request(...putting(words, '"v0"', secretariat, "/v1/texts/president-reminder"));
    expect(stored.body.version).toBe(1);
    const { body } = await api.request(...reminding({}, secretariat));
    await api.app.rest();
    const mails = api.app.mailbox.find({ limit: 10_000 }).filter(({ subject }) => subject.includes(body.bulletin));
    expect(mails.length).toBe(body.recipients);
    expect(mails[0]?.subject).toMatch(/^The President writes to /u);
    const { body: byDefault } = await api.get("/v1/texts/president-reminder?version=0", president);
    expect(byDefault).toMatchObject({ text: byDefault.texts.en, fallback: [], ...defaultTexts.get(presidentReminder) });
  });
});
