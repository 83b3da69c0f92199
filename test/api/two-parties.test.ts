import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Answer } from "../harness/contract.ts";
import {
  addressOf,
  freshKey,
  missionOf,
  openTestApi,
  personOf,
  secretariat,
  type TestApi,
} from "../harness/test-api.ts";

/** One person who serves France and Sweden, and the mission of France as an observer: rights follow the capacity. */
let api: TestApi;
/** A review in which Sweden has a seat and France has none. */
const swedish = "c1-SE";
beforeAll(async () => {
  api = await openTestApi();
  await api.startGroup();
  for (const role of ["focal-point", "expert"] as const) expect((await api.name("FR", role)).status).toBe(201);
  await api.app.rest();
  expect((await api.get("/v1/me", expert)).status).toBe(200);
});
afterAll(() => api.close());

const expert = addressOf("FR", "expert");
const name = (party: string, role: string, email: string, more: object = {}): Promise<Answer> =>
  api.ask("POST", `/v1/parties/${party}/mandates`, {
    as: missionOf(party),
    key: freshKey(),
    body: { role, person: { ...personOf(party, "expert"), email }, ...more },
  });
const idsSeen = async (as: string): Promise<readonly string[]> =>
  (await api.pages("/v1/reviews", as, 50)).items.map(({ id }) => id);

describe("an expert of France whom Sweden names as well", () => {
  test("is refused by name in a review in which both have a seat", async () => {
    const both = await name("SE", "expert", expert, { reviews: ["c1-FR"] });
    expect([both.status, both.problem, both.body.reviews]).toEqual([409, "serves-other-party", ["c1-FR"]]);
    expect((await idsSeen(expert)).includes(swedish)).toBe(false);
    await name("SE", "expert", "first.expert@se.example.org");
    const { items } = (await api.get("/v1/parties/SE/mandates", secretariat)).body;
    const [{ id }] = items.filter(({ role }: any) => role === "expert");
    const replaced = await api.ask("POST", `/v1/parties/SE/mandates/${id}/replacement`, {
      as: missionOf("SE"),
      key: freshKey(),
      body: { person: { ...personOf("SE", "expert"), email: expert } },
    });
    expect([replaced.status, replaced.problem]).toEqual([409, "serves-other-party"]);
  });

  test("serves both: reads the reviews of both, each for its party, and is the person that was known", async () => {
    const { id, person } = (await api.get("/v1/me", expert)).body;
    const named = await name("SE", "expert", expert, { reviews: [swedish] });
    expect([named.status, named.body.person]).toEqual([201, id]);
    await api.app.rest();
    const me = (await api.get("/v1/me", expert)).body;
    expect(me.person).toEqual(person);
    expect(me.services.map(({ party, title }: any) => [party, title.split(":")[0]]).toSorted()).toEqual([
      ["FR", "Governmental expert (France)"],
      ["SE", "Governmental expert (Sweden)"],
    ]);
    expect(new Set(me.mandates.map(({ party }: any) => party))).toEqual(new Set(["FR", "SE"]));
    expect(await idsSeen(expert)).toEqual(expect.arrayContaining(["c1-FR", swedish]));
    const [duty] = (await api.get(`/v1/parties/SE/obligations?limit=1`, expert)).body.items;
    expect(duty.review).toBe(swedish);
    const { seats } = (await api.get(`/v1/reviews/${swedish}`, expert)).body;
    expect(seats.find(({ party }: any) => party === "SE").mandates).toContainEqual(
      expect.objectContaining({ party: "SE", person: expect.objectContaining({ id }) }),
    );
    const again = await name("SE", "expert", expert, { reviews: [swedish] });
    expect([again.status, again.body.reviews]).toEqual([201, []]);
    const byId = await api.ask("POST", "/v1/parties/SE/mandates", {
      as: missionOf("SE"),
      key: freshKey(),
      body: { role: "expert", person: { id }, reviews: [swedish] },
    });
    expect(byId.status).toBe(201);
  });

  test("is corrected by neither party for the other, but by themselves and the secretariat", async () => {
    const { id } = (await api.get("/v1/me", expert)).body;
    const correct = async (party: string, as: string, person: object) => {
      const path = `/v1/parties/${party}/people/${id}`;
      const match = (await api.get(path, as)).headers.get("etag") ?? "";
      return api.ask("PATCH", path, { as, match, body: { person } });
    };
    for (const party of ["FR", "SE"]) {
      const refused = await correct(party, missionOf(party), { email: "taken.over@example.org" });
      expect([refused.status, refused.problem]).toEqual([409, "serves-two-parties"]);
    }
    expect((await correct("SE", expert, { phone: "+46 8" })).body.person.phone).toBe("+46 8");
    expect((await correct("FR", secretariat, { phone: null })).status).toBe(200);
  });

  test("goes on serving the one when the mandates for the other have ended", async () => {
    const { items } = (await api.get("/v1/parties/FR/mandates", secretariat)).body;
    const { id } = items.find(({ person }: any) => person.email === expert);
    const removal = { as: missionOf("FR"), key: freshKey(), body: {} };
    expect((await api.ask("POST", `/v1/parties/FR/mandates/${id}/removal`, removal)).status).toBe(200);
    expect(await idsSeen(expert)).toEqual([swedish]);
    expect((await api.get("/v1/parties", expert)).status).toBe(200);
    expect((await api.get("/v1/reviews/c1-FR", expert)).problem).toBe("not-found");
    const me = (await api.get("/v1/me", expert)).body;
    expect(me.services.map(({ party }: any) => party)).toEqual(["SE"]);
    await api.app.rest();
    const erasing = { as: secretariat, body: { reason: "asked-by-person", source: "letter" } };
    const erased = await api.ask("POST", `/v1/users/${me.id}/erasure`, erasing);
    expect([erased.problem, erased.body.mandates.length]).toEqual(["erasure-blocked", 1]);
  });
});

describe("the mission's own address", () => {
  test("serves as an observer, who reads the whole review, and for nothing else", async () => {
    const mission = missionOf("FR");
    const seen = async () =>
      (await api.get("/v1/reviews/c1-GR", mission)).body.seats.filter(({ mandates }: any) => mandates !== undefined);
    const before = (await seen()).length;
    const { id } = (await api.get("/v1/me", mission)).body;
    for (const role of ["focal-point", "expert"]) {
      const refused = await name("FR", role, mission, { reviews: ["c1-GR"] });
      expect(refused.problem).toBe("address-in-use");
    }
    const named = await name("FR", "observer", mission, { reviews: ["c1-GR"] });
    expect([named.status, named.body.person]).toEqual([201, id]);
    const me = (await api.get("/v1/me", mission)).body;
    expect(me).toMatchObject({ role: "permanent-mission", services: [{ role: "observer", party: "FR" }] });
    expect((await seen()).length).toBeGreaterThan(before);
    // What a mission may it still may, and an observer writes nothing.
    expect((await name("FR", "expert", "one.more@fr.example.org", { reviews: ["c1-GR"] })).status).toBe(201);
    expect((await name("SE", "observer", mission, { reviews: [swedish] })).problem).toBe("address-not-usable");
  });
});
