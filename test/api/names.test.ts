import { defined } from "../../schemas/base/defined.ts";
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lifeOf, type Life } from "../fixtures/review-life.ts";
import {
  addressOf,
  freshKey,
  missionOf,
  openTestApi,
  president,
  secondSecretariat,
  secretariat,
  type TestApi,
} from "../harness/test-api.ts";

/** Every id of a party or a person comes with the name, for users who may know it, in the requested language. */
let api: TestApi;
let life: Life;
let officer = "";
beforeAll(async () => {
  api = await openTestApi();
  await api.startGroup();
  life = await lifeOf(api, "c1-GR");
  await life.nominate();
  await life.conclude();
  officer = (await api.get("/v1/me", secretariat)).body.id;
  await api.request("PUT", "/v1/reviews/c1-GR/officer", { as: secretariat, body: { officer } });
});
afterAll(() => api.close());

const inLanguage = async (path: string, as: string | undefined, language: string) => {
  const asking = { ...defined({ as }), headers: { "accept-language": language } };
  const answer = await api.request("GET", path, asking);
  expect([answer.status, answer.headers.get("content-language")]).toEqual([200, language]);
  return answer.body;
};

describe("a party is called", () => {
  test.each([
    ["ar", "اليونان", "فرنسا"],
    ["en", "Greece", "France"],
    ["es", "Grecia", "Francia"],
    ["fr", "Grèce", "France"],
    ["ru", "Греция", "Франция"],
    ["zh", "希腊", "法国"],
  ])("in %s %s, wherever it is shown", async (language, greece, france) => {
    const focalPoint = addressOf("FR", "focal-point");
    const review = await inLanguage("/v1/reviews/c1-GR", focalPoint, language);
    expect(review).toMatchObject({ party: "GR", partyName: greece });
    expect(review.reviewers.find(({ party }: any) => party === "FR")).toMatchObject({ partyName: france });
    const { items } = await inLanguage("/v1/reviews?stage=questionnaire", focalPoint, language);
    expect(items[0]).toMatchObject({ party: "GR", partyName: greece });
    expect(await inLanguage("/v1/me", focalPoint, language)).toMatchObject({ partyName: france });
    const profile = await inLanguage("/v1/country-profiles/GR", undefined, language);
    expect(profile).toMatchObject({ party: "GR", partyName: greece });
    const party = await inLanguage("/v1/parties/GR", focalPoint, language);
    expect(party).toMatchObject({ id: "GR", name: greece, nameOnRecord: "Greece" });
  });

  test("in a repeated reply in the language of the repeated request", async () => {
    const asking = {
      as: secretariat,
      key: freshKey(),
      body: { contacts: [{ party: "GR", way: "call", outcome: "informed" }] },
    };
    const recorded = async (language: string) => {
      const more = { ...asking, headers: { "accept-language": language } };
      return (await api.request("POST", "/v1/contacts", more)).body.contacts[0];
    };
    const first = await recorded("es");
    expect(first).toMatchObject({ partyName: "Grecia" });
    expect(await recorded("fr")).toEqual({ ...first, partyName: "Grèce" });
  });
});

describe("a person is called by name", () => {
  test("to the secretariat, wherever one is shown", async () => {
    const { body: me } = await api.get("/v1/me", secretariat);
    const review = (await api.get("/v1/reviews/c1-GR", secretariat)).body;
    expect(review).toMatchObject({ officer, officerName: me.person.name });
    const { body: journal } = await api.get("/v1/journal/review/c1-GR?limit=200", secretariat);
    const assignment = journal.items.find(({ facts }: any) => facts[0].kind === "officer-assigned");
    expect(assignment).toMatchObject({ by: officer, byName: me.person.name });
    expect(assignment.facts[0]).not.toHaveProperty("officerName");
    const { items } = await api.pages("/v1/journal?month=2020-12", secretariat, 200);
    expect(items.find(({ by }) => by === officer)).toMatchObject({ byName: me.person.name });
    const [work] = (await api.get("/v1/worklist?limit=1", secretariat)).body.items;
    expect(work.partyName).toEqual(expect.any(String));
  });

  test("in the journal, which still verifies by the rules of the document about hashes", async () => {
    const { items } = await api.pages("/v1/journal/review/c1-GR", secretariat, 200);
    const { items: feed } = await api.pages("/v1/journal?month=2020-12", secretariat, 200);
    const hashOf = ({ hash: _, byName: __, ...entry }: object & { hash?: string; byName?: string }): string =>
      createHash("sha256")
        .update(canonicalize({ subject: "review#c1-GR", ...entry, schema: 1 }) ?? "")
        .digest("hex");
    expect(items.some((entry) => "byName" in entry)).toBe(true);
    expect(items.map(({ previous }) => previous)).toEqual(["", ...items.slice(0, -1).map(({ hash }) => hash)]);
    for (const entry of [...items, ...feed]) expect(hashOf(entry)).toBe(entry.hash);
  });

  test("to a mission that names them, and to no other user who reads it", async () => {
    const person = { name: "Zoé Adrien", email: "zoe@fr.example.org", gender: "female", language: "fr" };
    const body = { role: "observer", person, reviews: ["c1-GR"] };
    const named = await api.request("POST", "/v1/parties/FR/mandates", { as: missionOf("FR"), key: freshKey(), body });
    expect(named.body).toMatchObject({ personName: "Zoé Adrien", partyName: "France" });
    const successor = { ...person, name: "Noé Adrien", email: "noe@fr.example.org" };
    const path = `/v1/parties/FR/mandates/${named.body.mandate}/replacement`;
    const replaced = await api.request("POST", path, {
      as: missionOf("FR"),
      key: freshKey(),
      body: { person: successor },
    });
    expect(replaced.body.successor).toMatchObject({ personName: "Noé Adrien" });
    const text = { subject: "A reminder", body: "Please name a focal point." };
    await api.request("PUT", "/v1/texts/a-reminder", { as: secretariat, match: '"v0"', body: text });
    expect((await api.get("/v1/texts/a-reminder", secretariat)).body).toHaveProperty("writtenByName");
    const { body: shown } = await api.get("/v1/texts/a-reminder", president);
    expect(shown).toMatchObject({ writtenBy: officer });
    expect(shown).not.toHaveProperty("writtenByName");
  });

  test("where they drafted, as long as they serve", async () => {
    const path = "/v1/reviews/c1-GR/answers/drafts/UNTOC";
    const [focalPoint, expert] = [life.focalPoint("GR"), life.expert("GR")];
    await api.request("PUT", path, { as: expert, match: '"v0"', body: { text: "A draft" } });
    const read = async () => (await api.get(path, focalPoint)).body;
    const { changedBy } = await read();
    expect(await read()).toMatchObject({ changedBy, changedByName: "The expert of GR" });
    const { items } = (await api.get("/v1/reviews/c1-GR/answers/drafts", focalPoint)).body;
    expect(items[0]).toMatchObject({ changedBy, changedByName: "The expert of GR" });
    const mandates = (await api.get("/v1/parties/GR/mandates", missionOf("GR"))).body.items;
    const { id } = mandates.find(({ person }: any) => person.id === changedBy);
    const removal = { as: missionOf("GR"), key: freshKey(), body: {} };
    await api.request("POST", `/v1/parties/GR/mandates/${id}/removal`, removal);
    expect(await read()).toMatchObject({ changedBy, text: "A draft" });
    expect(await read()).not.toHaveProperty("changedByName");
  });

  test("no longer, once they were erased", async () => {
    const { body: me } = await api.get("/v1/me", missionOf("SE"));
    const mission = await api.get("/v1/parties/SE/mission", missionOf("SE"));
    const contacts = { ...mission.body.contacts, place: "Stockholm" };
    const written = { as: missionOf("SE"), match: mission.headers.get("etag") ?? "", body: contacts };
    expect((await api.request("PUT", "/v1/parties/SE/mission", written)).status).toBe(200);
    const ownEntry = async () =>
      (await api.get("/v1/journal/party/SE", secretariat)).body.items.find(({ by }: any) => by === me.id);
    expect(await ownEntry()).toMatchObject({ byName: me.person.name });
    const closed = await api.request("POST", `/v1/users/${me.id}/closure`, {
      as: secretariat,
      body: { reason: "left-service" },
    });
    expect(closed.status).toBe(200);
    const erasure = { as: secretariat, body: { reason: "asked-by-person", source: "letter" } };
    expect((await api.request("POST", `/v1/users/${me.id}/erasure`, erasure)).status).toBe(200);
    const approval = { as: secondSecretariat };
    expect((await api.request("POST", `/v1/users/${me.id}/erasure/approval`, approval)).status).toBe(200);
    expect(await ownEntry()).toMatchObject({ by: me.id });
    expect(await ownEntry()).not.toHaveProperty("byName");
  });
});

describe("a user who reads their own account", () => {
  test.each([
    ["ar", "خبير حكومي (فرنسا): اتفاقية الجريمة المنظمة وبروتوكول الاتجار بالأشخاص"],
    ["en", "Governmental expert (France): Organized Crime Convention and Trafficking in Persons Protocol"],
    ["zh", "政府专家 (法国)"],
  ])("reads in %s the role, the party and the instruments", async (language, title) => {
    const { services } = await inLanguage("/v1/me", addressOf("FR", "expert"), language);
    expect(services).toHaveLength(1);
    expect(services[0].title).toContain(title.split(":")[0]);
    expect(services[0].title.includes(":")).toBe(true);
  });

  test("reads the reviews in which each role holds, and the seat of their party there", async () => {
    const { title, services } = await inLanguage("/v1/me", addressOf("FR", "focal-point"), "fr");
    expect(title).toBe("Représentant d’une partie (France)");
    expect(services).toMatchObject([{ role: "focal-point", title: "Point de contact (France)" }]);
    expect(services[0].reviews).toContainEqual({
      review: "c1-GR",
      party: "GR",
      partyName: "Grèce",
      cluster: 1,
      clusterName: "Incrimination et compétence",
      stage: "questionnaire",
      seatRole: "reviewing",
      seatRoleName: "Partie examinatrice",
    });
    const mission = await inLanguage("/v1/me", missionOf("FR"), "es");
    expect(mission).toMatchObject({ title: "Misión permanente (Francia)", services: [] });
    expect(await inLanguage("/v1/me", secretariat, "en")).toMatchObject({ title: "Secretariat", services: [] });
  });
});
