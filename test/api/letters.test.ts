import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  addressOf,
  freshKey,
  missionOf,
  openTestApi,
  secondSecretariat,
  secretariat,
  type TestApi,
} from "../harness/test-api.ts";

/** Letters for those who may read them: their content, the arrived form, and lists. */
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  await api.startGroup();
  expect((await api.name("FR", "focal-point")).status).toBe(201);
  await api.app.rest();
});
afterAll(() => api.close());

const textOf = async (id: string, as: string = secretariat) => {
  const { status, body } = await api.get(`/v1/letters/${id}?include=text`, as);
  return { status, body: body.text };
};

const allOf = async (path: string, as: string = secretariat, limit = 7): Promise<readonly any[]> =>
  (await api.pages(path, as, limit)).items;
const idsOf = (items: readonly any[]): readonly string[] => items.map(({ id }) => id).toSorted();

describe("letters are listed", () => {
  test("by party, kind, state and day, in any combination, and all lists agree", async () => {
    const everything = await allOf("/v1/letters?from=2020-11-01&to=2021-01-31", secretariat, 50);
    expect(everything.length).toBeGreaterThan(20);
    const planned = everything.map(({ plannedAt }) => plannedAt);
    expect(planned).toEqual(planned.toSorted().toReversed());
    const days = [...new Set(planned.map((instant) => instant.slice(0, 10)))];
    const filters: readonly (readonly [query: string, fits: (letter: any) => boolean])[] = [
      ["party=FR", ({ party }) => party === "FR"],
      ["kind=invitation", ({ kind }) => kind === "invitation"],
      ["state=delivered", ({ state }) => state === "delivered"],
      [`from=${days[0]}&to=${days[0]}`, ({ plannedAt }) => plannedAt.startsWith(days[0])],
    ];
    for (let which = 1; which < 2 ** filters.length; which++) {
      const those = filters.filter((_, place) => (which & (2 ** place)) > 0);
      const query = those.map(([each]) => each).join("&");
      const days31 =
        query.includes("from=") || query.includes("party=") || query.includes("state=") ? "" : "&to=2020-12-20";
      const expected = everything.filter((letter) => those.every(([, fits]) => fits(letter)));
      expect([query, idsOf(await allOf(`/v1/letters?${query}${days31}`))]).toEqual([query, idsOf(expected)]);
    }
  });

  test("of its party to a mission, by kind, state and day", async () => {
    const own = await allOf("/v1/letters?party=FR", missionOf("FR"));
    const invitations = own.filter(({ kind }) => kind === "invitation");
    expect([own.length > invitations.length, invitations.length > 0]).toEqual([true, true]);
    const listed = await allOf("/v1/letters?party=FR&kind=invitation&state=delivered", missionOf("FR"), 1);
    expect(idsOf(listed)).toEqual(idsOf(invitations));
    expect(await allOf("/v1/letters?party=FR&from=2021-06-01", missionOf("FR"))).toEqual([]);
    expect(await allOf("/v1/letters", missionOf("FR"))).toEqual(own);
    expect((await api.get("/v1/letters?party=IE", missionOf("FR"))).status).toBe(404);
  });

  test("with the explanation of each, where that is asked for, as the letter alone has it", async () => {
    const [first] = await allOf("/v1/letters?party=FR&include=explanation", missionOf("FR"));
    expect(first.explanation.inWords).toEqual(expect.any(String));
    expect((await api.get(`/v1/letters/${first.id}?include=explanation`, missionOf("FR"))).body).toEqual(first);
    const { body: whole } = await api.get(`/v1/letters/${first.id}?include=all`, missionOf("FR"));
    expect(whole).toEqual({ ...first, text: (await textOf(first.id)).body });
    const [plain] = await allOf("/v1/letters?party=FR", missionOf("FR"));
    expect(Object.keys(plain)).not.toContain("explanation");
  });

  test("for a year at most, and from an earlier day to a later one", async () => {
    for (const query of ["from=2020-12-02&to=2020-12-01", "from=2020-01-01&to=2021-01-02"]) {
      const { status, body } = await api.get(`/v1/letters?${query}`, secretariat);
      expect([query, status, body.type]).toEqual([query, 400, expect.stringContaining("invalid-request")]);
      expect(body.errors).toMatchObject([{ parameter: "from" }]);
    }
    // An invalid day has no order.
    const { body } = await api.get("/v1/letters?from=&to=1990-01-01", secretariat);
    expect(body.errors).toMatchObject([{ parameter: "from", message: expect.stringContaining("date that exists") }]);
  });
});

describe("the text of a letter", () => {
  test("is readable as it arrived, with its address, for the secretariat and for the mission of its party", async () => {
    const mails = api.app.mailbox.find({ limit: 10_000 });
    expect(mails.length).toBeGreaterThan(10);
    for (const { subject, text, html, to, tags } of mails) {
      const { status, body } = await textOf(tags["letter"] ?? "");
      expect([status, body.state]).toEqual([200, "kept"]);
      expect([body.subject, body.text, body.html, [body.address]]).toEqual([subject, text, html, to]);
    }
    const { items } = await api.pages("/v1/letters?party=FR", missionOf("FR"), 50);
    const sent = items.filter(({ state }) => state === "delivered");
    expect(new Set(sent.map(({ kind }) => kind))).toContain("invitation");
    for (const { id } of sent) expect((await textOf(id, missionOf("FR"))).body).toEqual((await textOf(id)).body);
  });

  test("does not exist for another mission, nor for a focal point", async () => {
    const { items } = await api.pages("/v1/letters?party=FR", secretariat, 50);
    for (const as of [missionOf("IE"), addressOf("FR", "focal-point")])
      for (const { id } of items) expect((await textOf(id, as)).status).toBe(404);
  });

  test("of one that was not sent is none, and that is said", async () => {
    api.app.faults.add({ kind: "throttle", times: 1_000 });
    expect((await api.name("IE", "focal-point")).status).toBe(201);
    await api.app.rest();
    const { items } = await api.pages("/v1/letters?party=IE", secretariat, 50);
    const [planned] = items.filter(({ kind, state }) => kind === "invitation" && state === "planned");
    // It was written and claimed, and surely did not leave.
    expect((await textOf(planned.id)).body).toEqual({ state: "not-sent" });
    api.app.faults.clear();
  });

  test("that names a person is erased with that person, also where others read it", async () => {
    const person = { name: "Orla Brackenridge", email: "orla.brackenridge@example.org", language: "en" };
    const registering = { as: secretariat, key: freshKey(), body: { role: "secretariat", person } };
    const { body: user } = await api.request("POST", "/v1/users", registering);
    await api.app.rest();
    const [mail] = api.app.mailbox.find({ to: secondSecretariat, text: person.name, limit: 1 });
    const letter = mail?.tags["letter"] ?? "";
    expect((await textOf(letter)).body.text).toContain(person.name);
    const closing = { as: secretariat, body: { reason: "left-service" } };
    expect((await api.request("POST", `/v1/users/${user.id}/closure`, closing)).status).toBe(200);
    await api.app.rest();
    const erasing = { as: secretariat, body: { reason: "asked-by-person", source: "letter" } };
    const tooSoon = await api.request("POST", `/v1/users/${user.id}/erasure`, erasing);
    if (tooSoon.status === 409) await api.app.moveTo(tooSoon.body.earliest);
    expect((await api.request("POST", `/v1/users/${user.id}/erasure`, erasing)).status).toBe(200);
    const approval = { as: secondSecretariat };
    expect((await api.request("POST", `/v1/users/${user.id}/erasure/approval`, approval)).status).toBe(200);
    await api.app.rest();
    await api.sweep("hourly");
    const { body } = await textOf(letter);
    expect([body.state, body.text, body.html]).toEqual(["erased", undefined, undefined]);
    expect((await api.rows()).filter((row) => /Orla Brackenridge/u.test(row))).toEqual([]);
  });
});
