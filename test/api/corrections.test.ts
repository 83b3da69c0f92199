import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { untilNoConflict } from "../harness/conflicts.ts";
import {
  addressOf,
  freshKey,
  missionOf,
  openTestApi,
  personOf,
  secretariat,
  type TestApi,
} from "../harness/test-api.ts";

/** A person's new address, telephone or other details: a correction, and no replacement. */
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  await api.startGroup();
  for (const party of ["FR", "GR"])
    for (const role of ["focal-point", "expert", "observer"] as const)
      expect((await api.name(party, role)).status).toBe(201);
  await api.app.rest();
});
afterAll(() => api.close());

const idOf = async (email: string): Promise<string> => (await api.get("/v1/me", email)).body.id;
const pathOf = (party: string, id: string): string => `/v1/parties/${party}/people/${id}`;
const read = async (party: string, id: string, as: string) => {
  const answer = await api.get(pathOf(party, id), as);
  return { body: answer.body, match: answer.headers.get("etag") ?? "" };
};
const correct = async (party: string, id: string, as: string, person: object, match?: string) =>
  api.request("PATCH", pathOf(party, id), {
    as,
    body: { person },
    match: match ?? (await read(party, id, secretariat)).match,
  });
const lettersTo = (to: string, subject: string): number =>
  api.app.mailbox.find({ to, limit: 100 }).filter((mail) => mail.to.includes(to) && mail.subject.startsWith(subject))
    .length;
const mandates = async (party: string): Promise<readonly any[]> =>
  (await api.get(`/v1/parties/${party}/mandates`, secretariat)).body.items;

describe("another e-mail address", () => {
  test("given by the mission moves the account, is confirmed to both addresses and is the same person", async () => {
    const [former, next] = [addressOf("FR", "focal-point"), "new.point@fr.example.org"];
    const id = await idOf(former);
    const before = (await mandates("FR")).find(({ person }) => person.id === id);
    const figure = async () => (await api.get("/v1/figures/current", secretariat)).body.figures;
    const counted = await figure();
    const answer = await correct("FR", id, missionOf("FR"), { email: next });
    expect([answer.status, answer.body.person.email, answer.body.party]).toEqual([200, next, "FR"]);
    await api.app.rest();
    expect([
      lettersTo(former, "Another e-mail address was recorded for you"),
      lettersTo(next, "Your details were corrected"),
      lettersTo(next, "Your access to the Review Mechanism (cluster 1) as focal point"),
    ]).toEqual([1, 1, 1]);
    const [notice] = api.app.mailbox.find({ to: former, limit: 1 });
    const text = (notice?.text ?? "").replaceAll(/\s+/gu, " ");
    expect(text).toContain("by the account of the Permanent Mission of France");
    // The letter to the former address contains neither the name nor the new address.
    expect(text).not.toContain("The focal-point of FR");
    expect(text).not.toContain(next);

    expect((await api.get("/v1/me", next)).body).toMatchObject({ id, role: "delegate", party: "FR" });
    const after = (await mandates("FR")).find(({ person }) => person.id === id);
    expect(after).toEqual({ ...before, person: { ...before.person, email: next } });
    expect(await figure()).toEqual(counted);
    const named = await api.request("POST", "/v1/parties/FR/mandates", {
      as: missionOf("FR"),
      key: freshKey(),
      body: { role: "focal-point", person: { ...personOf("FR", "focal-point"), email: next } },
    });
    expect([named.status, named.body.person, named.body.reviews]).toEqual([201, id, []]);
  });

  test("ends the account of the one before at once", async () => {
    const former = addressOf("GR", "expert");
    const id = await idOf(former);
    expect((await correct("GR", id, missionOf("GR"), { email: "another.expert@gr.example.org" })).status).toBe(200);
    expect((await api.get("/v1/me", former)).problem).toBe("no-account");
    await api.app.rest();
    expect((await api.get("/v1/reviews/c1-GR", "another.expert@gr.example.org")).status).toBe(200);
  });

  test("is given by an observer, who writes nothing else, and by the secretariat", async () => {
    const id = await idOf(addressOf("FR", "observer"));
    const by = addressOf("FR", "observer");
    expect((await correct("FR", id, by, { email: "own.choice@fr.example.org" })).status).toBe(200);
    await api.app.rest();
    expect(lettersTo(by, "Another e-mail address")).toBe(1);
    const back = await correct("FR", id, secretariat, { email: by });
    expect([back.status, back.body.person.email]).toEqual([200, by]);
    await api.app.rest();
    expect(lettersTo("own.choice@fr.example.org", "Another e-mail address")).toBe(1);
    expect((await api.get("/v1/me", by)).body.id).toBe(id);
  });

  test("that another user has is refused, and another party does not learn which user", async () => {
    const id = await idOf(addressOf("FR", "expert"));
    const { match } = await read("FR", id, secretariat);
    const to = (email: string, as: string) =>
      ["PATCH", pathOf("FR", id), { as, match, body: { person: { email } } }] as const;
    const refused = { status: 409, problem: "address-not-usable" } as const;
    await api.expectRefusal(to(addressOf("GR", "focal-point"), missionOf("FR")), refused);
    const inUse = { status: 409, problem: "address-in-use" } as const;
    await api.expectRefusal(to(addressOf("FR", "observer"), addressOf("FR", "expert")), inUse);
    await api.expectRefusal(to(addressOf("GR", "focal-point"), secretariat), inUse);
  });

  test("is counted like a nomination, so that no user can cause letters to strangers without limit", async () => {
    const id = await idOf(addressOf("GR", "observer"));
    let refused: string | undefined;
    // Where the account of the address before is being made meanwhile, that is reported first.
    for (let at = 0; at < 200 && (refused === undefined || refused === "stale-version"); at += 1)
      refused = (await correct("GR", id, missionOf("GR"), { email: `stranger.${at}@gr.example.org` })).problem;
    expect(refused).toBe("namings-used-up");
  });
});

describe("a correction", () => {
  test("sets and clears optional details, is confirmed by letter, and says nothing twice", async () => {
    const as = addressOf("FR", "expert");
    const id = await idOf(as);
    const before = lettersTo(as, "Your details were corrected");
    const phone = await correct("FR", id, as, { phone: "+33 1 1234" });
    expect([phone.status, phone.body.person.phone]).toEqual([200, "+33 1 1234"]);
    await api.app.rest();
    expect(lettersTo(as, "Your details were corrected")).toBe(before + 1);
    const cleared = await correct("FR", id, missionOf("FR"), { phone: null, title: null, institution: null });
    expect(cleared.status).toBe(200);
    expect(Object.keys(cleared.body.person).toSorted()).toEqual(["email", "id", "language", "name"]);
    const [shown] = (await mandates("FR")).filter(({ person }) => person.id === id);
    expect(shown.person).toEqual(cleared.body.person);
    const again = await correct("FR", id, missionOf("FR"), { phone: null, title: null });
    expect([again.status, again.body.version]).toEqual([200, cleared.body.version]);
    await api.app.rest();
    expect(lettersTo(as, "Your details were corrected")).toBe(before + 2);
    expect((await api.get("/v1/me", as)).status).toBe(200);
  });

  test("needs the version that was read: of two at once the second is refused with the first", async () => {
    const id = await idOf(addressOf("FR", "expert"));
    const { match } = await read("FR", id, missionOf("FR"));
    const both = await Promise.all(
      ["+33 1", "+33 2"].map((phone) => untilNoConflict(() => correct("FR", id, missionOf("FR"), { phone }, match))),
    );
    expect(both.map(({ status, problem }) => problem ?? status).toSorted()).toEqual([200, "stale-version"]);
  });

  test("clears neither the name nor the address nor the language", async () => {
    const id = await idOf(addressOf("FR", "expert"));
    const { match } = await read("FR", id, secretariat);
    for (const detail of ["name", "email", "language"])
      await api.expectRefusal(
        ["PATCH", pathOf("FR", id), { as: missionOf("FR"), match, body: { person: { [detail]: null } } }],
        { status: 400, problem: "invalid-request", places: [{ pointer: `#/person/${detail}` }] },
      );
  });

  test("is for the party alone, and finds only people whom the party named", async () => {
    const id = await idOf(addressOf("FR", "expert"));
    const { match } = await read("FR", id, secretariat);
    const body = { person: { phone: "+43 1" } };
    for (const as of [addressOf("FR", "observer"), missionOf("GR")])
      await api.expectRefusal(["PATCH", pathOf("FR", id), { as, match, body }], { status: 403, problem: "not-yours" });
    const elsewhere = ["PATCH", pathOf("GR", id), { as: missionOf("GR"), match, body }] as const;
    await api.expectRefusal(elsewhere, { status: 404, problem: "not-found" });
    expect((await api.get(pathOf("FR", id), missionOf("GR"))).problem).toBe("not-found");
    const mission = await idOf(missionOf("FR"));
    await api.expectRefusal(["PATCH", pathOf("FR", mission), { as: missionOf("FR"), match, body }], {
      status: 404,
      problem: "not-found",
    });
  });

  test("waits until the access of a closed person is open again", async () => {
    const id = await idOf(addressOf("FR", "expert"));
    const close = await api.request("POST", `/v1/users/${id}/closure`, { as: secretariat, body: { reason: "other" } });
    expect(close.status).toBe(200);
    const { match } = await read("FR", id, secretariat);
    await api.expectRefusal(
      ["PATCH", pathOf("FR", id), { as: missionOf("FR"), match, body: { person: { phone: "+43 2" } } }],
      { status: 409, problem: "person-closed" },
    );
  });
});
