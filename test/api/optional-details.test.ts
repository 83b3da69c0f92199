import { defined } from "../../schemas/base/defined.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  addressOf,
  freshKey,
  missionOf,
  openTestApi,
  personOf,
  secretariat,
  type TestApi,
} from "../harness/test-api.ts";

/** An optional detail that is recorded can be removed again. */
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  await api.startGroup();
  expect((await api.name("FR", "expert")).status).toBe(201);
  await api.app.rest();
});
afterAll(() => api.close());

const write = async (method: "PUT" | "PATCH", path: string, as: string, body: object) => {
  const match = (await api.get(path, as)).headers.get("etag") ?? "";
  const answer = await api.request(method, path, { as, match, body });
  expect([path, answer.status, answer.problem]).toEqual([path, 200, undefined]);
  return answer.body;
};

test("a person's title, institution, telephone, gender and kind of institution, by the mission and by the secretariat", async () => {
  const { id } = (await api.get("/v1/me", addressOf("FR", "expert"))).body;
  const countedOf = async (): Promise<readonly (string | undefined)[]> => {
    const kept = api.contents();
    const user = await kept.store.load("user", id);
    kept.close();
    return [user?.state.gender, user?.state.institutionKind];
  };
  const counted = { gender: "female", institutionKind: "justice" };
  const details = { title: "Judge", institution: "Court of Cassation", phone: "+33 1", ...counted };
  const none = { title: null, institution: null, phone: null, gender: null, institutionKind: null };
  const own = `/v1/parties/FR/people/${id}`;
  for (const [path, as] of [
    [own, missionOf("FR")],
    [`/v1/users/${id}`, secretariat],
  ] as const) {
    await write("PATCH", path, as, { person: details });
    expect(await countedOf()).toEqual(["female", "justice"]);
    const { person } = await write("PATCH", path, as, { person: none });
    expect(Object.keys(person).toSorted()).toEqual(["email", "id", "language", "name"]);
    expect(await countedOf()).toEqual([undefined, undefined]);
  }
  // Named once more with them, the person is counted by them again.
  const person = { ...personOf("FR", "expert"), gender: "male", institutionKind: "foreign-affairs" };
  const naming = { as: missionOf("FR"), key: freshKey(), body: { role: "expert", person } };
  expect((await api.request("POST", "/v1/parties/FR/mandates", naming)).status).toBe(201);
  expect(await countedOf()).toEqual(["male", "foreign-affairs"]);
});

test("a gender that is stored, which the letters to that person use, and which no party must state", async () => {
  const invitationOf = async (gender: string | undefined) => {
    const { gender: _, ...rest } = personOf("FR", "expert");
    const email = `${gender ?? "unstated"}@fr.example.org`;
    const person = { ...rest, email, language: "es", ...defined({ gender }) };
    const naming = { as: missionOf("FR"), key: freshKey(), body: { role: "expert", person } };
    const named = await api.request("POST", "/v1/parties/FR/mandates", naming);
    expect(named.status).toBe(201);
    await api.app.rest();
    const { items } = await api.pages("/v1/letters?party=FR", secretariat, 100);
    const { id } = items.find(({ kind, recipient }) => kind === "invitation" && recipient.user === named.body.person);
    return (await api.get(`/v1/letters/${id}?include=text`, secretariat)).body.text.text.replace(/\s+/gu, " ");
  };
  expect(await invitationOf("female")).toContain("Como experta gubernamental, usted");
  expect(await invitationOf("male")).toContain("Como experto gubernamental, usted");
  expect(await invitationOf(undefined)).toContain("Como experto gubernamental, usted");
});

test("a mission's second address and its digest, by null and by leaving them out", async () => {
  const path = "/v1/parties/FR/mission";
  const { secondAddress: _, digest: __, ...contacts } = (await api.get(path, missionOf("FR"))).body.contacts;
  for (const without of [{ secondAddress: null, digest: null }, {}]) {
    const both = { ...contacts, secondAddress: "second@fr.example.org", digest: "weekly" };
    expect((await write("PUT", path, missionOf("FR"), both)).contacts).toEqual(both);
    expect((await write("PUT", path, missionOf("FR"), { ...contacts, ...without })).contacts).toEqual(contacts);
    expect((await api.get(path, missionOf("FR"))).body.contacts).toEqual(contacts);
  }
});

test("a party's regional group, and an instrument that was recorded as joined by mistake", async () => {
  const path = "/v1/parties/FR";
  const { joined, regionalGroup } = (await api.get(path, secretariat)).body;
  const { FP: _, ...rest } = joined;
  const reason = "Recorded by mistake";
  const cleared = await write("PATCH", path, secretariat, {
    correction: { regionalGroup: null, joined: rest },
    reason,
  });
  expect([cleared.regionalGroup, cleared.joined]).toEqual([undefined, rest]);
  const restored = await write("PATCH", path, secretariat, { correction: { regionalGroup, joined }, reason });
  expect([restored.regionalGroup, restored.joined]).toEqual([regionalGroup, joined]);
});
