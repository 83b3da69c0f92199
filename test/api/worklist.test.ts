import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recordContact, registerOfficer } from "../fixtures/worklist.ts";
import { freshKey, missionOf, president, openTestApi, type TestApi, secretariat } from "../harness/test-api.ts";

let api: TestApi;
let officer: string;
beforeAll(async () => {
  api = await openTestApi();
  await api.startGroup();
  officer = await registerOfficer(api);
});
afterAll(() => api.close());

const work = async (query = "", as = secretariat) => (await api.pages(`/v1/worklist${query}`, as, 3)).items;
const summarizeItems = (items: readonly any[]) => items.map(({ kind, id }) => `${kind} ${id}`);

describe("a review is given to an officer", () => {
  test("that is shown to the secretariat, and to no other user", async () => {
    const assigned = await api.request("PUT", "/v1/reviews/c1-GR/officer", { as: secretariat, body: { officer } });
    expect([assigned.status, assigned.body.officer]).toEqual([200, officer]);
    expect((await api.get("/v1/reviews/c1-GR", secretariat)).body.officer).toBe(officer);
    expect((await api.get("/v1/reviews/c1-GR", missionOf("GR"))).body.officer).toBeUndefined();
  });

  test("and is found among the reviews of that officer, by the secretariat", async () => {
    const theirs = async (as: string, more = "") =>
      (await api.pages(`/v1/reviews?officer=${officer}${more}`, as, 1)).items.map(({ id }) => id);
    expect(await theirs(secretariat)).toEqual(["c1-GR"]);
    expect(await theirs(secretariat, "&stage=concluded")).toEqual([]);
    expect(await theirs(missionOf("GR"))).toEqual([]);
  });

  test("to the same user again without effect, under the version that was read or whatever it is", async () => {
    const path = "/v1/reviews/c1-GR/officer";
    const { headers } = await api.get("/v1/reviews/c1-GR", secretariat);
    const before = await api.storedRows();
    const again = await api.request("PUT", path, {
      as: secretariat,
      body: { officer },
      match: headers.get("etag") ?? "",
    });
    expect([again.status, await api.changedSince(before)]).toEqual([200, []]);
    const stale = { status: 412, problem: "stale-version" } as const;
    await api.expectRefusal(["PUT", path, { as: secretariat, body: { officer: null }, match: '"v1"' }], stale);
  });

  test("but to no user outside the secretariat, and not by any other user", async () => {
    const { body: mission } = await api.get("/v1/me", missionOf("GR"));
    const path = "/v1/reviews/c1-GR/officer";
    const unknown = { status: 422, problem: "unknown-officer" } as const;
    await api.expectRefusal(["PUT", path, { as: secretariat, body: { officer: mission.id } }], unknown);
    const call = ["PUT", path, { as: missionOf("GR"), body: { officer } }] as const;
    await api.expectRefusal(call, { status: 403, problem: "not-yours" });
    const nowhere = ["PUT", "/v1/reviews/c1-XX/officer", { as: secretariat, body: { officer } }] as const;
    await api.expectRefusal(nowhere, { status: 404, problem: "not-found" });
  });
});

describe("a contact with a party is recorded", () => {
  test("once for one key, with its note outside the journal", async () => {
    const key = freshKey();
    const call = { way: "call", outcome: "promised", review: "c1-GR", nextOn: "2020-12-18", note: "Ms. Papadaki" };
    const first = await recordContact(api, "GR", call, key);
    expect([first.status, first.text]).toEqual([201, expect.any(String)]);
    expect(first.body.contacts).toMatchObject([{ party: "GR", number: 1, contactedOn: "2020-12-01", ...call }]);
    expect((await recordContact(api, "GR", call, key)).text).toBe(first.text);
    const { items } = await api.pages("/v1/contacts?party=GR", secretariat, 1);
    expect(items).toEqual(first.body.contacts);
    const rows = JSON.stringify(await api.storedRows());
    expect(rows).not.toContain("Papadaki");
  });

  test("and the version of the party, which its mission reads, does not show it", async () => {
    const versionOf = async () => (await api.get("/v1/parties/GR/mission", missionOf("GR"))).headers.get("etag");
    const before = await versionOf();
    expect((await recordContact(api, "GR", { way: "call", outcome: "no-answer" })).status).toBe(201);
    expect(await versionOf()).toBe(before);
  });

  test("and listed by party and by review, to the secretariat alone", async () => {
    await recordContact(api, "GR", { way: "briefing", outcome: "informed" });
    const numbers = async (path: string) => (await api.pages(path, secretariat, 1)).items.map(({ number }) => number);
    const { seats } = (await api.get("/v1/reviews/c1-GR", secretariat)).body;
    const reviewer = seats.find(({ role }: any) => role === "reviewing").party;
    await recordContact(api, reviewer, { way: "briefing", outcome: "informed", review: "c1-GR" });
    expect(await numbers("/v1/contacts?party=GR")).toEqual([3, 2, 1]);
    expect(await numbers("/v1/contacts?party=GR&cluster=1")).toEqual([1]);
    expect(await numbers("/v1/contacts?review=c1-GR")).toEqual([1, 1]);
    expect(await numbers("/v1/contacts?review=c1-GR&party=GR")).toEqual([1]);
    expect((await numbers("/v1/contacts")).toSorted()).toEqual([1, 1, 2, 3]);
    const notYours = { status: 403, problem: "not-yours" } as const;
    for (const as of [missionOf("GR"), president])
      for (const filter of ["?party=GR", "?review=c1-GR", ""])
        await api.expectRefusal(["GET", `/v1/contacts${filter}`, { as }], notYours);
    expect(await numbers("/v1/contacts?party=XX")).toEqual([]);
    expect(await numbers("/v1/contacts?review=c1-XX")).toEqual([]);
  });

  test.each([
    ["of a party that is none", "XX", {}, "not-found"],
    ["about a review in which it holds no seat", "GR", { review: "c1-DE" }, "not-in-this-review"],
    ["on a day ahead", "GR", { contactedOn: "2020-12-02" }, "date-in-the-future"],
    ["with a next step before it", "GR", { nextOn: "2020-11-30" }, "date-too-early"],
    ["that follows none", "GR", { follows: 99 }, "unknown-contact"],
  ] as const)("but not %s", async (_, party, more, problem) => {
    const body = { contacts: [{ party, way: "call", outcome: "informed", ...more }] };
    await api.expectRefusal(["POST", "/v1/contacts", { as: secretariat, key: freshKey(), body }], {
      status: 422,
      problem: "items-refused",
      more: { items: [{ pointer: "#/contacts/0", problem }] },
    });
  });

  test("but not by a user outside the secretariat, nor for one", async () => {
    const { body: mission } = await api.get("/v1/me", missionOf("GR"));
    const body = { contacts: [{ party: "GR", way: "call", outcome: "informed", officer: mission.id }] };
    await api.expectRefusal(["POST", "/v1/contacts", { as: secretariat, key: freshKey(), body }], {
      status: 422,
      problem: "items-refused",
      more: { items: [{ pointer: "#/contacts/0", problem: "unknown-officer" }] },
    });
    const call = ["POST", "/v1/contacts", { as: missionOf("GR"), key: freshKey(), body }] as const;
    await api.expectRefusal(call, { status: 403, problem: "not-yours" });
  });
});

describe("the worklist", () => {
  test("is the secretariat's alone", async () => {
    for (const as of [missionOf("GR"), president])
      await api.expectRefusal(["GET", "/v1/worklist", { as }], { status: 403, problem: "not-yours" });
  });

  test("is empty as long as nothing is due", async () => {
    expect(await work()).toEqual([]);
  });

  test("shows on the day after overdue obligations, blocked reviews and contacts to follow up", async () => {
    await api.name("GR", "focal-point");
    await api.app.moveTo("2020-12-18T09:00:00Z");
    const items = await work();
    const greek = items.filter(({ review, kind }) => review === "c1-GR" && kind !== "nomination-to-check");
    expect(summarizeItems(greek).toSorted()).toEqual(
      [
        "review-blocked c1-GR",
        "duty-overdue c1-GR#SD#focal-point",
        "duty-overdue c1-GR#FR#focal-point",
        "duty-overdue c1-GR#UZ#focal-point",
        "follow-up-due GR#1",
      ].toSorted(),
    );
    expect(items.map(({ kind }) => kind)).toEqual(
      ["duty-overdue", "review-blocked", "nomination-to-check", "invitation-unused", "follow-up-due"].flatMap((kind) =>
        items.map((item) => item.kind).filter((k) => k === kind),
      ),
    );
  });

  test("states the next step, the operations, and the blockers of a review", async () => {
    const [blocked] = await work(`?kind=review-blocked&officer=${officer}`);
    expect(blocked).toMatchObject({
      id: "c1-GR",
      party: "GR",
      partyName: "Greece",
      officer,
      since: expect.any(String),
    });
    expect(blocked.blockedBy[0]).toMatchObject({ why: "focal-point-missing", since: "2020-12-15T22:59:59.999Z" });
    expect(blocked.actions).toEqual([
      { action: "review.read", operationId: "getReview", method: "GET", path: "/v1/reviews/c1-GR" },
      {
        action: "contact.record",
        operationId: "recordContacts",
        method: "POST",
        path: "/v1/contacts",
      },
    ]);
    const { headers, body } = await api.request("GET", "/v1/worklist?kind=follow-up-due", {
      as: secretariat,
      headers: { "accept-language": "fr" },
    });
    expect([headers.get("content-language"), body.items[0].todo]).toEqual([
      "fr",
      "Passez à l’étape suivante avec la partie et consignez le contact.",
    ]);
    expect(body.items[0].contact).toMatchObject({ number: 1, note: "Ms. Papadaki" });
  });

  test("is filtered by officer: of their reviews, and their own follow-ups", async () => {
    const theirs = await work(`?officer=${officer}`);
    const about = theirs.map(({ kind, party, review }) => (kind === "invitation-unused" ? party : review));
    expect(new Set(about)).toEqual(new Set(["c1-GR", "GR"]));
    expect(new Set(theirs.map(({ kind }) => kind))).toEqual(
      new Set(["duty-overdue", "review-blocked", "nomination-to-check", "invitation-unused"]),
    );
    const { body: me } = await api.get("/v1/me", secretariat);
    expect(summarizeItems(await work(`?officer=${me.id}`))).toEqual(["follow-up-due GR#1"]);
  });

  test("loses finished items: a follow-up that another contact follows, an obligation that is met", async () => {
    await recordContact(api, "GR", { way: "call", outcome: "informed", follows: 1 });
    expect(await work("?kind=follow-up-due")).toEqual([]);
    const { items } = await api.pages("/v1/contacts?party=GR", secretariat, 10);
    expect(items.map(({ number, followedBy }) => [number, followedBy])).toEqual([
      [4, undefined],
      [3, undefined],
      [2, undefined],
      [1, 4],
    ]);
    for (const party of ["FR", "SD", "UZ"]) await api.name(party, "focal-point");
    await api.app.rest();
    for (const kind of ["duty-overdue", "review-blocked"])
      expect(await work(`?kind=${kind}&officer=${officer}`)).toEqual([]);
  });

  test("refuses a kind that is none and a cursor of another list", async () => {
    const kind = ["GET", "/v1/worklist?kind=everything", { as: secretariat }] as const;
    await api.expectRefusal(kind, { status: 400, problem: "invalid-request", places: [{ parameter: "kind" }] });
    const { body } = await api.get("/v1/worklist?limit=1", secretariat);
    const foreign = ["GET", `/v1/worklist?kind=duty-overdue&cursor=${body.next}`, { as: secretariat }] as const;
    await api.expectRefusal(foreign, { status: 400, problem: "invalid-cursor" });
  });
});
