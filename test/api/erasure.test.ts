import { eraseMissionUser } from "../fixtures/erased-user.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sha256 } from "../../domain/base/hash.ts";
import { recordContact } from "../fixtures/worklist.ts";
import { freshKey, missionOf, openTestApi, secondSecretariat, secretariat, type TestApi } from "../harness/test-api.ts";

/** A person serves, is written to and about, and is erased after their service, over the API. */
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  await api.startGroup();
});
afterAll(() => api.close());

const person = {
  name: "Éloïse Vandermonde-Okoye",
  email: "eloise.vandermonde@fr.example.org",
  title: "Conseillère",
  institution: "Parquet national de Testville",
  phone: "+43 1 987 65 43",
  gender: "female",
  institutionKind: "justice",
  language: "fr",
};
/** Strings that would identify the person, in rows as they are stored. */
const traces = [person.name, person.email, person.phone, person.institution, "Vandermonde", sha256(person.email)];

/** A row without the subjects of accounts: the pool of the tests makes them of addresses, that of a user pool does not. */
const withoutSubjects = (row: string): string => row.replaceAll(/sub-of-[^"]*/gu, "");
const rowsWith = async (text: string) => (await api.rows()).map(withoutSubjects).filter((row) => row.includes(text));
const order = (id: string, as: string = secretariat) =>
  api.request("POST", `/v1/users/${id}/erasure`, { as, body: { reason: "asked-by-person", source: "letter" } });
const approve = (id: string, as: string = secondSecretariat) =>
  api.request("POST", `/v1/users/${id}/erasure/approval`, { as });
/** Orders an erasure and has it approved, where it is not refused. */
const erase = async (id: string) => {
  const ordered = await order(id);
  return ordered.status === 200 ? approve(id) : ordered;
};
const name = async (who: object): Promise<{ mandate: string; person: string }> => {
  const body = { role: "expert", person: who, reviews: ["c1-FR"] };
  const answer = await api.request("POST", "/v1/parties/FR/mandates", { as: missionOf("FR"), key: freshKey(), body });
  expect(answer.status).toBe(201);
  await api.app.rest();
  return answer.body;
};
const noteOf = async (number: number) => {
  const { items } = await api.pages("/v1/contacts?party=FR", secretariat, 50);
  return items.find((contact) => contact.number === number)?.note;
};
const contact = async (note: string): Promise<number> => {
  const { body } = await recordContact(api, "FR", { way: "call", outcome: "informed", note });
  return body.contacts[0].number;
};
/** Returns the invitation of a user and its text. */
const letterTo = async (id: string): Promise<string> => {
  const { items } = await api.pages("/v1/letters?party=FR", secretariat, 100);
  return items.find(({ kind, recipient }) => kind === "invitation" && recipient.user === id)?.id;
};
const textOf = async (letter: string) => (await api.get(`/v1/letters/${letter}?include=text`, secretariat)).body.text;
const remove = (mandate: string) =>
  api.request("POST", `/v1/parties/FR/mandates/${mandate}/removal`, { as: missionOf("FR"), key: freshKey(), body: {} });

/** Checks that the person is stored, so that a test which finds nothing afterwards proves something. */
const serve = async () => {
  api.app.faults.add({ effect: "bounce", address: person.email });
  const { mandate, person: id } = await name(person);
  api.app.faults.clear();
  const { headers } = await api.get(`/v1/users/${id}`, secretariat);
  const correction = { person: { title: "Première conseillère" } };
  const corrected = await api.request("PATCH", `/v1/users/${id}`, {
    as: secretariat,
    match: headers.get("etag") ?? "",
    body: correction,
  });
  expect(corrected.status).toBe(200);
  const numbers = {
    named: await contact("Mme vandermonde needs more time."),
    phoned: await contact("Rang 0043-1-987-65-43, nobody answered."),
    other: await contact("The mission will answer by Monday."),
  };
  await api.app.rest();
  return { id, mandate, numbers };
};

describe("a person", () => {
  test("is erased after their service, and nothing in any table identifies the person", async () => {
    const { id, mandate, numbers } = await serve();
    for (const trace of traces) expect(await rowsWith(trace), trace).not.toEqual([]);

    const serving = await erase(id);
    expect(serving).toMatchObject({ status: 409, problem: "erasure-blocked" });
    expect(serving.body.mandates).toEqual([{ mandate, reviews: ["c1-FR"] }]);

    expect((await remove(mandate)).status).toBe(200);
    await api.app.rest();
    const early = await erase(id);
    expect(early).toMatchObject({ status: 409, problem: "erasure-blocked" });
    expect(Date.parse(early.body.earliest) - api.app.clock.now()).toBeGreaterThan(2 * 24 * 3_600_000);
    await api.app.moveTo(early.body.earliest);

    const before = (await api.pages("/v1/reviews/c1-FR/notices", secretariat, 50)).items;
    const invitation = await letterTo(id);
    const said = await textOf(invitation);
    expect([said.state, said.name, said.address, said.text.includes(person.name)]).toEqual([
      "kept",
      person.name,
      person.email,
      true,
    ]);
    const erased = await erase(id);
    expect([erased.status, erased.body]).toEqual([
      200,
      {
        id,
        role: "delegate",
        party: "FR",
        partyName: "France",
        access: "erased",
        closedAt: expect.any(String),
        erasedAt: expect.any(String),
        version: expect.any(Number),
      },
    ]);
    await api.app.rest();
    await api.sweep("hourly");
    for (const trace of traces) expect(await rowsWith(trace), trace).toEqual([]);
    // Counted facts stay, under an id that leads to no person.
    const entry = (await api.pages("/v1/journal?month=2020-12", secretariat, 200)).items.find(
      ({ subject, version }) => subject === `user#${id}` && version === 1,
    );
    expect(entry?.facts[0]).toMatchObject({ user: id, gender: "female", institutionKind: "justice" });
    const forgotten = await textOf(invitation);
    expect(forgotten).toMatchObject({ state: "erased", textErasedAt: expect.any(String) });
    for (const member of ["subject", "text", "html", "name", "address"]) expect(forgotten).not.toHaveProperty(member);

    expect(await noteOf(numbers.named)).toBeUndefined();
    expect(await noteOf(numbers.phoned)).toBeUndefined();
    expect(await noteOf(numbers.other)).toBe("The mission will answer by Monday.");
    const after = (await api.pages("/v1/reviews/c1-FR/notices", secretariat, 50)).items;
    expect(after.map(({ letter, state }) => [letter, state])).toEqual(
      before.map(({ letter, state }) => [letter, state]),
    );
    expect((await api.get("/v1/me", person.email)).status).toBe(403);
  });

  test("an erased person is named by the id alone, is erased once, and comes back under another id", async () => {
    const { items } = await api.pages("/v1/users?party=FR&access=erased", secretariat, 50);
    expect(items).toHaveLength(1);
    const [{ id, version }] = items;
    const read = await api.get(`/v1/users/${id}`, secretariat);
    expect(read.body).toEqual(items[0]);
    expect((await erase(id)).body.version).toBe(version);
    const refused = { status: 409, problem: "person-erased" };
    expect(await api.request("POST", `/v1/users/${id}/reopening`, { as: secretariat })).toMatchObject(refused);
    const match = read.headers.get("etag") ?? "";
    const correcting = { as: secretariat, match, body: { person: { title: "Ambassador" } } };
    expect(await api.request("PATCH", `/v1/users/${id}`, correcting)).toMatchObject(refused);
    const body = { role: "expert", person: { id }, reviews: ["c1-FR"] };
    const naming = { as: missionOf("FR"), key: freshKey(), body };
    expect(await api.request("POST", "/v1/parties/FR/mandates", naming)).toMatchObject(refused);

    const again = await name(person);
    expect(again.person).not.toBe(id);
    expect((await api.get("/v1/me", person.email)).body).toMatchObject({ id: again.person });
    const { body: journal } = await api.get(`/v1/journal/user/${id}`, secretariat);
    const facts = journal.items.flatMap((entry: any) => entry.facts);
    expect(facts.at(-1)).toEqual({
      kind: "user-erased",
      happenedAt: expect.any(String),
      user: id,
      reason: "asked-by-person",
      source: "letter",
    });
  });

  test("is erased by two persons: until the second one approves, nothing of the person is gone", async () => {
    const second = { name: "Ida Wechselburg", email: "ida.wechselburg@pw.example.org", language: "en" };
    const asking = {
      as: secretariat,
      key: freshKey(),
      body: { role: "permanent-mission", party: "PW", person: second },
    };
    const { id } = (await api.request("POST", "/v1/users", asking)).body;
    await api.app.rest();
    const closure = { as: secretariat, body: { reason: "left-service" } };
    expect((await api.request("POST", `/v1/users/${id}/closure`, closure)).status).toBe(200);
    await api.app.rest();
    const nothingOrdered = { status: 409, problem: "erasure-not-ordered" } as const;
    expect(await approve(id)).toMatchObject(nothingOrdered);
    const { body: me } = await api.get("/v1/me", secretariat);
    const ordered = await order(id);
    expect(ordered).toMatchObject({
      status: 200,
      body: {
        access: "closed",
        person: { name: second.name },
        erasureOrdered: { user: me.id, reason: "asked-by-person", source: "letter", orderedAt: expect.any(String) },
      },
    });
    expect((await order(id)).body.version).toBe(ordered.body.version);
    expect(await approve(id, secretariat)).toMatchObject({ status: 409, problem: "second-person-needed" });
    await api.app.rest();
    expect((await api.get(`/v1/users/${id}`, secondSecretariat)).body.person.email).toBe(second.email);
    const readWaiting = async () =>
      (await api.get("/v1/worklist?kind=erasure-to-approve", secretariat)).body.items.map(
        ({ id: user, actions }: any) => [user, ...actions.map(({ path }: any) => path)],
      );
    const path = `/v1/users/${id}`;
    expect(await readWaiting()).toEqual([[id, path, `${path}/erasure/approval`, `${path}/erasure/withdrawal`]]);
    const withdraw = () => api.request("POST", `/v1/users/${id}/erasure/withdrawal`, { as: secondSecretariat });
    const withdrawn = await withdraw();
    expect([withdrawn.status, withdrawn.body.erasureOrdered]).toEqual([200, undefined]);
    expect(await readWaiting()).toEqual([]);
    expect(await withdraw()).toMatchObject(nothingOrdered);
    expect(await approve(id)).toMatchObject(nothingOrdered);
    expect((await order(id)).status).toBe(200);
    const erased = await approve(id);
    expect([erased.status, erased.body.access, erased.body.person, erased.body.erasureOrdered]).toEqual([
      200,
      "erased",
      undefined,
      undefined,
    ]);
    await api.app.rest();
    await api.sweep("hourly");
    for (const trace of [second.name, second.email]) expect(await rowsWith(trace), trace).toEqual([]);
  });

  test("leaves no note that holds a part of the name, nor the reply in which it was recorded", async () => {
    const left = (await eraseMissionUser(api)).map(withoutSubjects);
    expect(left.filter((row) => /palissandre/iu.test(row))).toEqual([]);
  });

  test("of a mission or the secretariat is closed first, and a letter of unknown outcome is settled first", async () => {
    const officer = { name: "Former Officer", email: "former.officer@example.org", language: "en" };
    api.app.faults.add({ kind: "mailReset", times: 1000 });
    const asking = { as: secretariat, key: freshKey(), body: { role: "secretariat", person: officer } };
    const { id } = (await api.request("POST", "/v1/users", asking)).body;
    await api.app.moveTo(api.app.clock.now() + 3 * 3_600_000);
    api.app.faults.clear();
    const open = await erase(id);
    expect(open).toMatchObject({ status: 409, problem: "erasure-blocked", body: { access: "open" } });
    const closure = { as: secretariat, body: { reason: "registered-by-mistake" } };
    expect((await api.request("POST", `/v1/users/${id}/closure`, closure)).status).toBe(200);
    const { body: pendingErasure } = await erase(id);
    expect(Object.keys(pendingErasure)).not.toContain("access");
    expect(pendingErasure.letters).toHaveLength(1);
    const settlement = { as: secretariat, body: { outcome: "went-out" } };
    expect((await api.request("POST", `/v1/letters/${pendingErasure.letters[0]}/settlement`, settlement)).status).toBe(
      200,
    );
    expect((await erase(id)).status).toBe(200);
    await api.app.rest();
    await api.sweep("hourly");
    for (const trace of [officer.name, officer.email]) expect(await rowsWith(trace), trace).toEqual([]);
  });
});
