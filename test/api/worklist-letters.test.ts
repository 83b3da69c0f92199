import { afterAll, beforeAll, expect, test } from "vitest";
import { registerOfficer } from "../fixtures/worklist.ts";
import { freshKey, missionOf, openTestApi, type TestApi, secretariat } from "../harness/test-api.ts";

/** Items of the worklist about letters that do not arrive. */
let api: TestApi;
let officer: string;
const address = "mission@de.example.org";
beforeAll(async () => {
  api = await openTestApi();
  officer = await registerOfficer(api);
  for (const party of ["DE", "SE"])
    api.app.faults.add({ effect: "bounce", address: `mission@${party.toLowerCase()}.example.org`, times: 1 });
  await api.startGroup();
});
afterAll(() => api.close());

const work = async (query: string, limit = 1) =>
  (await api.pages(`/v1/worklist?${query}`, secretariat, limit)).items as readonly any[];
const parties = async (query: string, limit = 1) => (await work(query, limit)).map(({ party }) => party).toSorted();
const setContacts = async (change: object) => {
  const { body, headers } = await api.get("/v1/parties/DE/mission", missionOf("DE"));
  const answer = await api.request("PUT", "/v1/parties/DE/mission", {
    as: missionOf("DE"),
    match: headers.get("etag") ?? "",
    body: { ...body.contacts, ...change },
  });
  expect(answer.status).toBe(200);
  await api.app.rest();
};

test("names each mission whose letter came back, with the letter and the next step", async () => {
  expect(await parties("kind=address-bounced")).toEqual(["DE", "SE"]);
  const item = (await work("kind=address-bounced")).find(({ party }) => party === "DE");
  expect(item).toMatchObject({ id: "mission:DE#first", partyName: "Germany", letter: expect.any(String) });
  expect(item.todo).toBe("Request a valid address from the party, and set it.");
  expect(item.actions.map(({ operationId, path }: any) => `${operationId} ${path}`)).toEqual([
    `getLetter /v1/letters/${item.letter}`,
    "getMission /v1/parties/DE/mission",
    "recordContacts /v1/contacts",
  ]);
  expect((await api.get(`/v1/letters/${item.letter}?include=explanation`, secretariat)).body.state).toBe("bounced");
});

test("names recipients without a working address, in the requested language; Sweden has a second address", async () => {
  expect(await parties("kind=recipient-unreachable")).toEqual(["DE"]);
  const { body } = await api.request("GET", "/v1/worklist?kind=recipient-unreachable&limit=1", {
    as: secretariat,
    headers: { "accept-language": "es" },
  });
  expect(body.items[0].todo).toMatch(/^Ninguna dirección de la misión o persona en cuestión funciona/u);
});

test("is an officer's where the party is in one of their reviews", async () => {
  expect(await work(`officer=${officer}`)).toEqual([]);
  // Germany is under review in c1-DE; Sweden is not in it.
  await api.request("PUT", "/v1/reviews/c1-DE/officer", { as: secretariat, body: { officer } });
  const { body: review } = await api.get("/v1/reviews/c1-DE", secretariat);
  expect(review.seats.map(({ party }: any) => party)).not.toContain("SE");
  for (const kind of ["address-bounced", "recipient-unreachable"])
    expect(await parties(`kind=${kind}&officer=${officer}`)).toEqual(["DE"]);
  expect(await parties(`officer=${officer}`, 50)).toEqual(["DE", "DE"]);
});

test("keeps kinds in their order over pages of any size", async () => {
  const all = await work("", 50);
  expect(all.map(({ kind }) => kind)).toEqual(["address-bounced", "address-bounced", "recipient-unreachable"]);
  for (const limit of [1, 2, 3]) expect(await work("", limit)).toEqual(all);
});

test("loses a mission that sets an address at which letters arrive, and one whose address is released", async () => {
  await setContacts({ secondAddress: "second@de.example.org" });
  expect(await work("kind=recipient-unreachable")).toEqual([]);
  expect(await parties("kind=address-bounced")).toEqual(["DE", "SE"]);
  await setContacts({ address: "new.mission@de.example.org" });
  expect(await parties("kind=address-bounced")).toEqual(["SE"]);
  // Two letters may have come back from there: the first made the mark.
  const { body: marks } = await api.get("/v1/suppressed-addresses", secretariat);
  const { letter } = marks.items.find(({ party }: any) => party === "SE");
  const path = `/v1/suppressed-addresses/${letter}/unsuppression`;
  expect((await api.request("POST", path, { as: secretariat, key: freshKey() })).status).toBe(200);
  await api.app.rest();
  expect(await work("")).toEqual([]);
  expect(api.app.mailbox.find({ to: address, limit: 10 }).length).toBeGreaterThan(0);
});
