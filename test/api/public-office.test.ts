import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Language } from "../../schemas/base/values.ts";
import { addressOf, missionOf, openTestApi, secretariat, type TestApi } from "../harness/test-api.ts";

/** France consents to the publication of an office, changes it, and takes the consent back. */
const path = "/v1/parties/FR/mission";
const office = {
  institution: "Bureau « coopération » <b>",
  email: "bureau@fr.example.org",
  telephone: "+33 1 00 00 00 00",
};
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  await api.startGroup();
});
afterAll(() => api.close());

const stored = async () => (await api.get(path, secretariat)).body;
const set = async (publicOffice: unknown, as = missionOf("FR")) => {
  const { contacts, version } = await stored();
  const { publicOffice: _, ...kept } = contacts;
  return api.request("PUT", path, { as, match: `"v${version}"`, body: { ...kept, publicOffice } });
};
const page = async (language = "en") => (await api.get(`/v1/pages/${language}/parties/FR`)).text;
const profile = async () => (await api.get("/v1/country-profiles/FR", undefined)).body;
const lastFacts = async () => (await api.pages("/v1/journal/party/FR", secretariat, 100)).items.at(-1).facts;

test("before a party consents, its page names the secretariat", async () => {
  const text = await page();
  expect(text).toContain("For this party, write to the secretariat");
  expect(text).toContain("Secretariat of the Mechanism");
  vi.stubEnv("MAIL_REPLY_TO", "secretariat@reviews.example.org");
  expect(await profile()).toMatchObject({
    focalPointInstitutions: [],
    secretariat: { email: "secretariat@reviews.example.org" },
  });
  expect(await profile()).not.toHaveProperty("office");
  vi.unstubAllEnvs();
});

test("an office is shown on the page in every language as soon as the mission sets it, and nothing in it is markup", async () => {
  const answer = await set(office);
  expect([answer.status, answer.body.contacts.publicOffice]).toEqual([200, office]);
  for (const language of Language.options) {
    const text = await page(language);
    expect(text).toContain("<bdi>Bureau « coopération » &lt;b&gt;</bdi>");
    expect(text).toContain('href="mailto:bureau@fr.example.org"');
    expect(text).toContain("+33 1 00 00 00 00");
  }
  expect(await page()).toContain("This party agreed to the publication of this office.");
  expect(await page()).not.toContain("mission@fr.example.org");
  expect(await profile()).toMatchObject({ office, focalPointInstitutions: [office.institution] });
  expect(await profile()).not.toHaveProperty("secretariat");
});

test("the journal says that it is public and not which office, and letters still go to the mission alone", async () => {
  expect(await lastFacts()).toMatchObject([{ kind: "mission-contacts-set", party: "FR", office: "public" }]);
  const journal = JSON.stringify((await api.pages("/v1/journal/party/FR", secretariat, 100)).items);
  expect(journal).not.toMatch(/Bureau|bureau@|00 00/u);
  await api.app.rest();
  expect(api.app.mailbox.find({ to: office.email })).toEqual([]);
});

test.each([null, undefined])(
  "the consent is taken back by %s: nothing of the office is left, and the journal says so",
  async (none) => {
    expect((await set(office)).status).toBe(200);
    expect((await set(none)).status).toBe(200);
    expect((await stored()).contacts).not.toHaveProperty("publicOffice");
    expect(await page()).not.toMatch(/Bureau|bureau@/u);
    expect(await page()).toContain("For this party, write to the secretariat");
    expect(JSON.stringify(await profile())).not.toMatch(/Bureau|bureau@/u);
    expect((await profile()).focalPointInstitutions).toEqual([]);
    expect(await lastFacts()).toMatchObject([{ kind: "mission-contacts-set", office: "withdrawn" }]);
    expect((await api.rows()).filter((row) => row.includes("bureau@fr.example.org"))).toEqual([]);
  },
);

test("contacts that are set where there is no office leave it unset", async () => {
  expect((await set(null)).status).toBe(200);
  expect((await lastFacts())[0]).not.toHaveProperty("office");
});

test("the secretariat sets it for a party; no other user does, not even a focal point, nor the mission of another party", async () => {
  expect((await api.name("FR", "focal-point")).status).toBe(201);
  for (const as of [missionOf("DE"), addressOf("FR", "focal-point")]) {
    const { version } = await stored();
    const body = { ...(await stored()).contacts, publicOffice: office };
    await api.expectRefusal(["PUT", path, { as, match: `"v${version}"`, body }], { status: 403, problem: "not-yours" });
  }
  expect((await set(office, secretariat)).status).toBe(200);
  expect(await page()).toContain("bureau@fr.example.org");
});

test.each([
  [{ institution: "Office" }, "/publicOffice"],
  [{ institution: "", email: "office@fr.example.org" }, "/publicOffice/institution"],
  [{ institution: "See https://example.org", email: "office@fr.example.org" }, "/publicOffice/institution"],
  [{ institution: "Office", email: "office" }, "/publicOffice/email"],
  [{ institution: "Office", telephone: " " }, "/publicOffice/telephone"],
  [{ institution: "Office", email: "office@fr.example.org", person: "A. B." }, "/publicOffice"],
])("%j is refused, and the stored office stays", async (wrong, pointer) => {
  const before = await stored();
  const { status, problem, body } = await set(wrong);
  expect([status, problem]).toEqual([400, "invalid-request"]);
  expect(body.errors.map((one: any) => one.pointer)).toEqual([expect.stringContaining(pointer)]);
  expect(await stored()).toEqual(before);
});
