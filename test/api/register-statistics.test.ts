import { afterAll, beforeAll, expect, test } from "vitest";
import { entryOf } from "../fixtures/register-entries.ts";
import { recordContact } from "../fixtures/worklist.ts";
import { freshKey, missionOf, openTestApi, president, secretariat, type TestApi } from "../harness/test-api.ts";

/** A session of November 2020 is recorded in December, and corrected in January. */
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  await api.app.moveTo("2020-12-10T09:00:00Z");
  const session = entryOf["training-session"];
  const recorded = await api.request("POST", "/v1/register-entries", {
    as: secretariat,
    key: freshKey(),
    body: session,
  });
  expect(recorded.status).toBe(201);
  await api.app.moveTo("2021-01-20T09:00:00Z");
  const body = { what: "content", to: { ...session, officials: 30 }, reason: "The list says so." };
  const match = '"v1"';
  const path = `/v1/register-entries/${recorded.body.id}/corrections`;
  expect((await api.request("POST", path, { as: secretariat, match, body })).status).toBe(200);
  await api.app.rest();
});
afterAll(() => api.close());

const path = "/v1/statistics/registers";
const officials = async (query: string) =>
  (await api.get(path + query, secretariat)).body.counts.find(({ name }: any) => name === "officials-trained").total;

test("a late record counts from its day on, as corrected, and as it was known on a day", async () => {
  expect(await officials("?asAt=2020-11-01")).toBe(0);
  expect(await officials("?asAt=2020-11-02")).toBe(30);
  expect(await officials("?asAt=2020-11-30&knownOn=2020-12-09")).toBe(0);
  expect(await officials("?asAt=2020-11-30&knownOn=2020-12-10")).toBe(24);
  expect(await officials("?knownOn=2021-01-20")).toBe(30);
});

test("all users with a mandate read the counts in their language, the entries the secretariat alone", async () => {
  for (const as of [missionOf("FR"), president]) {
    const { status, body } = await api.get(path, as);
    expect([status, body.counts.length]).toEqual([200, 14]);
    expect((await api.get(`${path}/training-session/members`, as)).problem).toBe("not-yours");
  }
  const french = await api.request("GET", path, { as: secretariat, headers: { "accept-language": "fr" } });
  expect(french.body.counts[1].definition).toContain("Agents");
  const { body } = await api.get(`${path}/training-session/members?asAt=2020-11-02`, secretariat);
  expect([body.count, body.items[0].content.officials, body.items[0].version]).toEqual([1, 30, 2]);
  expect((await api.get(`${path}/training-session/members?asAt=2020-11-01`, secretariat)).body.items).toEqual([]);
});

test("contacts count by the day on which they took place, and by way", async () => {
  for (const [way, contactedOn] of [
    ["call", "2020-11-02"],
    ["briefing", "2020-11-03"],
    ["briefing", "2020-11-03"],
    ["meeting-attempted", "2021-01-20"],
  ]) {
    const { status } = await recordContact(api, "GR", { way, outcome: "informed", contactedOn });
    expect(status).toBe(201);
  }
  const contactsOn = async (query: string) => (await api.get(`${path}${query}`, secretariat)).body.contacts;
  expect(await contactsOn("?asAt=2020-11-01")).toEqual({ number: 0, ways: [] });
  expect(await contactsOn("?asAt=2020-11-03")).toEqual({
    number: 3,
    ways: [
      { way: "call", count: 1 },
      { way: "briefing", count: 2 },
    ],
  });
  expect(await contactsOn("")).toMatchObject({ number: 4 });
  expect(await contactsOn("?asAt=2020-11-03&knownOn=2021-01-19")).toEqual({ number: 0, ways: [] });
});

test("a day before the launch or ahead is refused with the days there are, and a register that is none with those", async () => {
  for (const query of ["?asAt=2020-10-15", "?asAt=2021-01-21", "?knownOn=2021-01-21"]) {
    const { status, body } = await api.get(path + query, secretariat);
    expect([query, status, body.errors[0].message]).toEqual([
      query,
      400,
      expect.stringContaining("2020-10-16 to 2021-01-20"),
    ]);
  }
  const { body } = await api.get(`${path}/happiness/members`, secretariat);
  expect(body.errors[0].message).toContain("training-session");
});
