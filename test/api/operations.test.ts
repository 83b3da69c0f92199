import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readFile } from "node:fs/promises";
import { endpoints } from "../../schemas/api/index.ts";
import { openApiDocument } from "../../schemas/api/openapi.ts";
import type { Answer } from "../harness/contract.ts";
import {
  addressOf,
  freshKey,
  hasTestOfItsOwn,
  missionOf,
  personOf,
  president,
  openTestApi,
  type TestApi,
  secretariat,
  startBody,
} from "../harness/test-api.ts";
import { restOfSecretariat } from "../fixtures/later-party.ts";
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());
describe("before anything has started, any caller reads", () => {
  test("the health of the system, its time, and the labels of codes", async () => {
    expect((await api.get("/v1/labels")).body.stages.concluded).toBe("Concluded");
    const { body } = await api.get("/health");
    expect(body).toEqual({ status: "ok", stage: expect.any(String), now: expect.stringMatching(/^2020-12-01T07:5/u) });
  });

  test("the API document, which is the one that the tests hold answers to", async () => {
    const answer = await api.get("/v1/openapi.json");
    expect(answer.body).toEqual(JSON.parse(JSON.stringify(await openApiDocument())));
    expect(answer.headers.get("cache-control")).toBe("public, max-age=60");
  });

  test("the reference page and the script it needs, from this system alone", async () => {
    const page = await api.get("/docs");
    expect(page.text).toContain("<!doctype html>");
    const sources = [...page.text.matchAll(/(?:src|href)="(?<to>[^"]+)"/gu)].map((found) => found.groups?.["to"] ?? "");
    expect(sources.filter((to) => /^(?:https?:)?\/\//u.test(to))).toEqual([]);
    const [script = ""] = sources.filter((to) => to.endsWith(".js"));
    const asset = await api.get(new URL(script, "http://localhost/docs").pathname);
    expect(asset.type).toBe("text/javascript");
    expect(asset.text.length).toBeGreaterThan(100_000);
  });

  test("the pairings", async () => {
    const { items } = await api.pages("/v1/pairings", undefined, 200);
    const germany = items.find(({ review }) => review === "c1-DE");
    expect(germany).toMatchObject({ party: "DE", group: "c1-g1" });
    expect(germany.reviewers.map(({ party, role }: any) => [party, role])).toEqual([
      ["BF", "additional-reviewer"],
      ["CA", "reviewing"],
      ["SG", "reviewing"],
    ]);
  });
});

describe("a group starts", () => {
  const [path, key] = ["/v1/groups/c1-g1/start", freshKey()];
  let body = {};

  test("and answers at once while its reviews start one by one", async () => {
    body = await startBody(api, "c1-g1", "2020-12-01");
    const { body: before } = await api.get("/v1/groups/c1-g1", president);
    expect(before).toMatchObject({ state: "planned", reviews: 4, version: 1 });
    const started = await api.request("POST", path, { as: secretariat, key, body });
    expect([started.status, started.body.state, started.headers.get("etag")]).toEqual([202, "starting", '"v2"']);
    await api.app.rest();
    const { body: after, headers } = await api.get("/v1/groups/c1-g1", secretariat);
    expect([after.state, after.startedOn, headers.get("etag")]).toEqual(["started", "2020-12-01", '"v3"']);
  });

  test("the same request again gets the same answer and starts nothing", async () => {
    const before = await api.storedRows();
    const again = await api.request("POST", path, { as: secretariat, key, body });
    expect([again.status, again.body.state, again.headers.get("etag")]).toEqual([202, "starting", '"v2"']);
    expect(await api.changedSince(before)).toEqual([]);
  });

  test("starting again on the same day under another key returns the present status", async () => {
    const { status, body: group } = await api.request("POST", path, { as: secretariat, body });
    expect([status, group.state]).toEqual([202, "started"]);
  });

  test("the groups are listed, those past their plan as such", async () => {
    const { body: page } = await api.get("/v1/groups", missionOf("FR"));
    expect(page.items.map(({ id, state, behindPlan }: any) => [id, state, behindPlan])).toEqual([
      ["c1-g1", "started", false],
      ["c1-g2", "planned", false],
      ["c1-g3", "planned", false],
    ]);
  });
});

describe("a mission names a focal point", () => {
  const key = freshKey();
  const naming = { as: missionOf("FR"), key, body: { role: "focal-point", person: personOf("FR", "focal-point") } };
  let first: Answer;

  test("in all its reviews at once, and the reply shows the mandates", async () => {
    first = await api.request("POST", "/v1/parties/FR/mandates", naming);
    const location = `/v1/parties/FR/mandates/${first.body.mandate}`;
    expect([first.status, first.headers.get("location")]).toEqual([201, location]);
    expect(first.body).toMatchObject({ role: "focal-point", party: "FR", person: expect.stringMatching(/^u-/u) });
    expect(first.body.reviews.map(({ id, stage }: any) => [id, stage])).toEqual([
      ["c1-FR", "scheduled"],
      ["c1-GR", "nomination"],
      ["c1-IE", "nomination"],
      ["c1-US", "scheduled"],
    ]);
    await api.app.rest();
  });

  test("a repeat with the same key gets the same answer, byte by byte, and has no effect", async () => {
    const before = await api.storedRows();
    const letters = api.app.mailbox.count();
    const again = await api.request("POST", "/v1/parties/FR/mandates", naming);
    const summarizeAnswer = ({ status, text, headers: sent }: Answer) => [status, text, sent.get("location")];
    expect(summarizeAnswer(again)).toEqual(summarizeAnswer(first));
    expect(await api.changedSince(before)).toEqual([]);
    expect(api.app.mailbox.count()).toBe(letters);
  });

  test("repeats sent at the same time are one nomination", async () => {
    const body = { role: "expert", person: personOf("FR", "expert") };
    const asking = { as: missionOf("FR"), key: freshKey(), body };
    const answers = await Promise.all([1, 2, 3].map(() => api.request("POST", "/v1/parties/FR/mandates", asking)));
    expect(answers.map(({ status, text }) => [status, text])).toEqual(answers.map(() => [201, answers[0]?.text]));
    const { body: list } = await api.get("/v1/parties/FR/mandates", secretariat);
    expect(list.items.filter(({ role }: any) => role === "expert")).toHaveLength(1);
  });

  test("the person is listed with the reviews in which the mandate holds", async () => {
    const { body } = await api.get("/v1/parties/FR/mandates", missionOf("TD"));
    expect(body.items[0]).toMatchObject({
      id: first.body.mandate,
      role: "focal-point",
      person: { id: first.body.person, email: addressOf("FR", "focal-point"), title: "Counsellor" },
      reviews: ["c1-FR", "c1-GR", "c1-IE", "c1-US"],
    });
  });

  test("the same person again, by id, in one review is no new mandate", async () => {
    const answer = await api.name("FR", "focal-point", { person: { id: first.body.person }, reviews: ["c1-GR"] });
    expect([answer.status, answer.body.mandate, answer.body.reviews]).toEqual([201, first.body.mandate, []]);
  });

  test("a review whose focal points are all named continues with the consultation", async () => {
    for (const party of ["IE", "TD"]) expect((await api.name(party, "focal-point")).status).toBe(201);
    const { body } = await api.get("/v1/reviews/c1-IE", missionOf("IE"));
    expect([body.stage, body.blockedBy]).toEqual(["consultation", []]);
  });

  test("on a day that has passed, the obligation was met on that day", async () => {
    await api.app.moveTo("2020-12-08T09:00:00Z");
    const answer = await api.name("GR", "focal-point", { namedOn: "2020-12-03", reviews: ["c1-GR"] });
    expect(answer.status).toBe(201);
    const { body } = await api.get("/v1/obligations?party=GR&state=met", missionOf("GR"));
    expect(body.items).toEqual([
      expect.objectContaining({ id: "focal-point:GR", state: "met", settledAt: "2020-12-02T23:00:00.000Z" }),
    ]);
  });
});

describe("open obligations", () => {
  test("is listed by party, open, overdue, met or all", async () => {
    await api.app.moveTo("2020-12-16T09:00:00Z");
    const counts = await Promise.all(
      ["open", "overdue", "met", "all"].map(async (state) => {
        const { body } = await api.get(`/v1/obligations?party=DE&state=${state}`, missionOf("DE"));
        return [state, body.items.length];
      }),
    );
    // Germany is under review in one of the four reviews that have started and reviews in another: two obligations each.
    expect(counts).toEqual([
      ["open", 4],
      ["overdue", 2],
      ["met", 0],
      ["all", 4],
    ]);
  });

  test("is listed by review, earliest due first", async () => {
    const { body } = await api.get("/v1/obligations?review=c1-DE&state=all", secretariat);
    expect(body.items).toHaveLength(8);
    const due = body.items.map(({ dueAt }: any) => dueAt);
    expect([due, due[0]]).toEqual([due.toSorted(), "2020-12-15T22:59:59.999Z"]);
    const all = await api.pages("/v1/obligations?state=all", secretariat, 200);
    expect(all.items).toEqual(expect.arrayContaining(body.items));
  });

  test("is listed for the President by party that has not named", async () => {
    const { items, pages } = await api.pages("/v1/missing-nominations", president, 3);
    expect(pages).toBeGreaterThan(2);
    expect(items.map(({ party }) => party)).not.toContain("FR");
    expect(items[0]).toMatchObject({ kind: "focal-point", overdue: true });
    const experts = await api.pages("/v1/missing-nominations?kind=experts", secretariat, 200);
    const seats = (list: any[]) => list.map(({ party, review }) => `${review} ${party}`);
    // A party without a focal point lacks experts too; these three have one and lack experts only.
    expect(seats(experts.items)).toEqual(expect.arrayContaining(seats(items)));
    const only = experts.items.filter((one) => !seats(items).includes(`${one.review} ${one.party}`));
    expect([...new Set(only.map(({ party }) => party))].toSorted()).toEqual(["GR", "IE", "TD"]);
  });
});

describe("letters", () => {
  test("to a party are listed newest first, page by page", async () => {
    const { items, pages } = await api.pages("/v1/letters?party=DE", missionOf("DE"), 2);
    expect(pages).toBeGreaterThan(1);
    const planned = items.map(({ plannedAt }) => plannedAt);
    expect(planned).toEqual(planned.toSorted().toReversed());
    expect(new Set(items.map(({ party }) => party))).toEqual(new Set(["DE"]));
  });

  test("are read one by one, with their outcome and their reason", async () => {
    const { body: list } = await api.get("/v1/letters?party=DE", secretariat);
    const reminder = list.items.find(({ kind }: any) => kind === "nomination-reminder");
    expect((await api.get(`/v1/letters/${reminder.id}`, missionOf("DE"))).body).toEqual(reminder);
    const { body } = await api.get(`/v1/letters/${reminder.id}?include=all`, missionOf("DE"));
    expect(body).toMatchObject({
      id: reminder.id,
      state: "delivered",
      reviews: ["c1-DE", "c1-SE"],
      recipient: { kind: "mission", party: "DE", partyName: "Germany" },
    });
    const { explanation, text } = body;
    expect(explanation).toMatchObject({ occasion: { party: "DE", group: "c1-g1" }, attempt: 1 });
    expect(explanation.history.map(({ state }: any) => state)).toEqual(["planned", "claimed", "accepted", "delivered"]);
    expect([explanation.obligations.length, text.address]).toEqual([2, missionOf("DE")]);
    expect(explanation.inWords).toMatch(/^Reminder .+: Nomination of .+, c1-g1, due at the end of/u);
  });

  test("are listed for the secretariat by state, page by page", async () => {
    const { items, pages } = await api.pages("/v1/letters?state=delivered", secretariat, 10);
    expect(pages).toBeGreaterThan(2);
    expect(new Set(items.map(({ state }) => state))).toEqual(new Set(["delivered"]));
    expect(items).toHaveLength(new Set(items.map(({ id }) => id)).size);
  });
});

describe("an item that was read can be changed", () => {
  test("a mission sets its contacts under the version it has read", async () => {
    const before = await api.get("/v1/parties/DE/mission", missionOf("DE"));
    const contacts = { address: "new.mission@de.example.org", language: "en", place: "Geneva" };
    const match = before.headers.get("etag") ?? "";
    const answer = await api.request("PUT", "/v1/parties/DE/mission", { as: missionOf("DE"), match, body: contacts });
    const version = before.body.version + 1;
    const set = {
      party: "DE",
      partyName: "Germany",
      contacts,
      suppressed: [],
      unconfirmedSince: expect.any(String),
      version,
    };
    expect([answer.status, answer.body]).toEqual([200, set]);
    expect(answer.headers.get("etag")).toBe(`"v${version}"`);
    const after = await api.get("/v1/parties/DE/mission", secretariat);
    expect([after.body, after.headers.get("etag")]).toEqual([answer.body, answer.headers.get("etag")]);
    const confirming = { as: secretariat, match: `"v${version}"`, body: { note: { number: "1", date: "2020-12-01" } } };
    const confirmed = await api.request("POST", "/v1/parties/DE/mission/confirmation", confirming);
    const { unconfirmedSince: _, ...certain } = answer.body;
    expect(confirmed.body).toEqual({ ...certain, version: version + 1 });
  });

  test("the secretariat corrects a party, and corrects it to the same without effect", async () => {
    const before = await api.get("/v1/parties/BT", secretariat);
    const body = { correction: { regionalGroup: "ASIA_PACIFIC", name: "Kingdom of Bhutan" }, reason: "Note verbale." };
    const match = before.headers.get("etag") ?? "";
    const answer = await api.request("PATCH", "/v1/parties/BT", { as: secretariat, match, body });
    expect([answer.status, answer.body]).toEqual([
      200,
      { ...before.body, ...body.correction, nameOnRecord: body.correction.name, version: before.body.version + 1 },
    ]);
    const etag = answer.headers.get("etag") ?? "";
    const again = await api.request("PATCH", "/v1/parties/BT", { as: secretariat, match: etag, body });
    expect([again.status, again.headers.get("etag")]).toEqual([200, etag]);
  });
});

describe("the secretariat", () => {
  test("imports a party file: known rows stay, changed rows are corrected, new rows are registered", async () => {
    const file = await readFile("data/parties.csv", "utf8");
    const newcomer = "Utopia,XA,XAA,999,STATE,WEOG,high,2020-11-02,,,,N,unassigned,,,\n";
    const raw = `${file.replace(/^Andorra,/mu, "Principality of Andorra,").trimEnd()}\n${newcomer}`;
    const answer = await api.request("POST", "/v1/parties/imports", { as: secretariat, raw, type: "text/csv" });
    // Bhutan was corrected above.
    expect(answer.body).toMatchObject({ registered: [{ party: "XA" }], corrected: [{ party: "AD" }, { party: "BT" }] });
  });
});

describe("a registered user reads their own account", () => {
  test.each([
    ["secretariat", secretariat, undefined],
    ["president", president, undefined],
    ["permanent-mission", missionOf("FR"), "FR"],
    ["delegate", addressOf("FR", "focal-point"), "FR"],
  ])("%s", async (role, as, party) => {
    const { body } = await api.get("/v1/me", as);
    expect([body.role, body.party, body.person.email, body.mandateOffers]).toEqual([role, party, as, []]);
    for (const offering of role === "permanent-mission" ? ["FR"] : [])
      expect((await api.get(`/v1/parties/${offering}/mandate-offers`, as)).body.items).toEqual([]);
    expect(body.mandates.map(({ review }: any) => review)).toEqual(
      role === "delegate" ? ["c1-FR", "c1-GR", "c1-IE", "c1-US"] : [],
    );
  });
});

test("the journal of a review is read entry by entry and verifies", async () => {
  const { items, pages } = await api.pages("/v1/journal/review/c1-IE", secretariat, 2);
  expect(pages).toBeGreaterThan(2);
  expect(items.map(({ version }) => version)).toEqual(items.map((_, index) => index + 1));
  const { body } = await api.get("/v1/journal/review/c1-IE/verification", secretariat);
  expect(body).toEqual({ subject: "review#c1-IE", entries: items.length, intact: true, lastHash: items.at(-1)?.hash });
});

test("the public reads a country profile: the contact, group, start and stage, and nothing published yet", async () => {
  expect((await api.get("/v1/publications")).body).toEqual({ items: [] });
  const { body, headers } = await api.get("/v1/country-profiles/IE");
  expect(body).toMatchObject({
    party: "IE",
    partyName: "Ireland",
    secretariat: expect.any(Object),
    reviews: [{ review: "c1-IE", cluster: 1, group: "c1-g1", stage: "consultation", startedOn: "2020-12-01" }],
  });
  expect([headers.get("cache-control"), body.redraws]).toEqual(["public, max-age=60", { asked: 0, most: 4 }]);
});

test("parties and reviews are listed, and counted", async () => {
  const parties = await api.pages("/v1/parties", missionOf("FR"), 200);
  const reviews = await api.pages("/v1/reviews", missionOf("TD"), 200);
  expect([parties.items.length, reviews.items.map(({ id }) => id)]).toEqual([192, ["c1-IE"]]);
  expect((await api.get("/v1/figures/current", secretariat)).body.figures[0]).toMatchObject({ total: 7 });
  expect((await api.pages("/v1/figures/current/reviews", secretariat, 3)).items).toHaveLength(7);
});

test("one party is read with its version", async () => {
  const { body, headers } = await api.get("/v1/parties/FR", addressOf("FR", "expert"));
  expect(body).toMatchObject({ id: "FR", name: "France", kind: "STATE", participation: "takes-part" });
  expect(headers.get("etag")).toBe(`"v${body.version}"`);
});

// This test is last, because it counts the requests above.
test("every operation outside the course of one review, but for bulletins, and the addition of instruments to one, has answered with success", async () => {
  await restOfSecretariat(api);
  const here = endpoints.filter((one) => !hasTestOfItsOwn(one) || one.id === "addInstruments");
  expect(here.map(({ id }) => id).filter((id) => !api.succeededOperations.has(id))).toEqual([]);
});
