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

/** Letters as those read them who may: what they say, as it arrived, and lists of them. */
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  await api.startGroup();
  expect((await api.name("FR", "focal-point")).status).toBe(201);
  await api.app.rest();
});
afterAll(() => api.close());

const textOf = async (id: string, as: string = secretariat) => await api.get(`/v1/letters/${id}/text`, as);

describe("the text of a letter", () => {
  test("is what arrived, with the address it arrived at, for the secretariat and for the mission of its party", async () => {
    const mails = api.app.mailbox.find({ limit: 10_000 });
    expect(mails.length).toBeGreaterThan(10);
    for (const { subject, text, html, to, tags } of mails) {
      const { status, body } = await textOf(tags["letter"] ?? "");
      expect([status, body.state]).toEqual([200, "kept"]);
      expect([body.subject, body.text, body.html, [body.address]]).toEqual([subject, text, html, to]);
    }
    const { items } = await api.pages("/v1/parties/FR/letters", missionOf("FR"), 50);
    const sent = items.filter(({ state }) => state === "delivered");
    expect(new Set(sent.map(({ kind }) => kind))).toContain("invitation");
    for (const { id } of sent) expect((await textOf(id, missionOf("FR"))).body).toEqual((await textOf(id)).body);
  });

  test("does not exist for another mission, nor for a focal point", async () => {
    const { items } = await api.pages("/v1/parties/FR/letters", secretariat, 50);
    for (const as of [missionOf("IE"), addressOf("FR", "focal-point")])
      for (const { id } of items) expect((await textOf(id, as)).status).toBe(404);
  });

  test("of one that was not sent is none, and that is said", async () => {
    api.app.faults.add({ kind: "throttle", times: 1_000 });
    expect((await api.name("IE", "focal-point")).status).toBe(201);
    await api.app.rest();
    const { items } = await api.pages("/v1/parties/IE/letters", secretariat, 50);
    const [planned] = items.filter(({ kind, state }) => kind === "invitation" && state === "planned");
    // It was written and claimed, and surely did not leave.
    expect((await textOf(planned.id)).body).toEqual({ letter: planned.id, state: "not-sent" });
    api.app.faults.clear();
  });

  test("that names somebody is erased with them, also where others read it", async () => {
    const person = { name: "Orla Brackenridge", email: "orla.brackenridge@example.org", language: "en" };
    const registering = { as: secretariat, key: freshKey(), body: { role: "secretariat", person } };
    const { body: user } = await api.ask("POST", "/v1/users", registering);
    await api.app.rest();
    const [mail] = api.app.mailbox.find({ to: secondSecretariat, text: person.name, limit: 1 });
    const letter = mail?.tags["letter"] ?? "";
    expect((await textOf(letter)).body.text).toContain(person.name);
    const closing = { as: secretariat, body: { reason: "left-service" } };
    expect((await api.ask("POST", `/v1/users/${user.id}/closure`, closing)).status).toBe(200);
    await api.app.rest();
    const erasing = { as: secretariat, body: { reason: "asked-by-person", source: "letter" } };
    const tooSoon = await api.ask("POST", `/v1/users/${user.id}/erasure`, erasing);
    if (tooSoon.status === 409) await api.app.moveTo(tooSoon.body.earliest);
    expect((await api.ask("POST", `/v1/users/${user.id}/erasure`, erasing)).status).toBe(200);
    await api.app.rest();
    await api.sweep("hourly");
    const { body } = await textOf(letter);
    expect([body.state, body.text, body.html]).toEqual(["erased", undefined, undefined]);
    expect((await api.rows()).filter((row) => /Orla Brackenridge/u.test(row))).toEqual([]);
  });
});
