import { afterAll, beforeAll, expect, test } from "vitest";
import { type Life, lifeOf } from "../fixtures/review-life.ts";
import { freshKey, missionOf, openTestApi, personOf, type TestApi } from "../harness/test-api.ts";

/** An expert who is named for some instruments of the seat reads and drafts those, as an additional reviewer does. */
let api: TestApi;
let life: Life;
beforeAll(async () => {
  api = await openTestApi();
  await api.startGroup();
  life = await lifeOf(api, "c1-IE");
  await life.nominate();
});
afterAll(() => api.close());

const partial = "partial.expert@ie.example.org";
const name = (party: string, instruments: unknown, email: string, more: object = {}) =>
  api.request("POST", `/v1/parties/${party}/mandates`, {
    as: missionOf(party),
    key: freshKey(),
    body: { role: "expert", person: { ...personOf(party, "expert"), email }, reviews: ["c1-IE"], instruments, ...more },
  });

test("a person named for none, for an unknown one, or for one that the seat does not have is refused, with the reason", async () => {
  const { instruments } = life;
  const [reviewer] = life.reviewers;
  expect(instruments).toContain("UNTOC");
  const foreign = ["UNTOC", "TIP", "SOM", "FP"].find((each) => !instruments.includes(each)) ?? "";
  const none = await name("IE", [], partial);
  expect([none.problem, none.body.errors[0]]).toEqual([
    "invalid-request",
    { pointer: "#/instruments", message: "must name at least one instrument, or be left out for all of the seat" },
  ]);
  for (const bad of [["ICC"], ["UNTOC", "UNTOC"]])
    expect((await name("IE", bad, partial)).problem).toBe("invalid-request");
  const focal = await name("IE", ["UNTOC"], partial, { role: "focal-point" });
  expect([focal.problem, focal.body.errors[0].pointer]).toEqual(["invalid-request", "#/instruments"]);
  for (const party of ["IE", reviewer?.party ?? ""]) {
    const refused = await name(party, [foreign], `partial@${party.toLowerCase()}.example.org`);
    expect([refused.status, refused.problem, refused.body.reviews]).toEqual([422, "instrument-not-of-seat", ["c1-IE"]]);
  }
});

test("an expert for one instrument reads and drafts that one alone, and so does a successor", async () => {
  const named = await name("IE", ["UNTOC"], partial);
  expect(named.status).toBe(201);
  await api.app.rest();
  await api.app.moveTo("2020-12-10T12:00:00.000Z");
  await life.conclude();
  const other = life.instruments.find((each) => each !== "UNTOC") ?? "";
  const me = (await api.get("/v1/me", partial)).body;
  expect([me.services[0].instruments, me.mandates[0].instruments]).toEqual([["UNTOC"], ["UNTOC"]]);
  const draft = (as: string, instrument: string) =>
    api.request("PUT", life.at(`/answers/drafts/${instrument}`), { as, match: '"v0"', body: { text: "A text" } });
  expect((await draft(partial, "UNTOC")).status).toBe(200);
  const refused = await draft(partial, other);
  expect([refused.status, refused.problem, refused.body.instruments]).toEqual([
    422,
    "instrument-not-reviewed",
    ["UNTOC"],
  ]);
  expect((await draft(life.expert("IE"), other)).status).toBe(200);
  const drafts = async (as: string): Promise<readonly string[]> =>
    (await api.get(life.at("/answers/drafts"), as)).body.items.map(({ instrument }: any) => instrument);
  expect(await drafts(partial)).toEqual(["UNTOC"]);
  expect((await drafts(life.expert("IE"))).toSorted()).toEqual(["UNTOC", other].toSorted());
  expect((await api.get(life.at(`/answers/drafts/${other}`), partial)).problem).toBe("instrument-not-reviewed");

  const again = await name("IE", ["UNTOC"], partial);
  expect([again.status, again.body.reviews]).toEqual([201, []]);
  const otherwise = await name("IE", [other], partial);
  expect([otherwise.status, otherwise.problem]).toEqual([409, "named-otherwise"]);

  const follower = "following.expert@ie.example.org";
  const replaced = await api.request("POST", `/v1/parties/IE/mandates/${named.body.mandate}/replacement`, {
    as: missionOf("IE"),
    key: freshKey(),
    body: { person: { ...personOf("IE", "expert"), email: follower } },
  });
  expect(replaced.status).toBe(200);
  await api.app.rest();
  expect(await drafts(follower)).toEqual(["UNTOC"]);
});

test("a reviewing expert for one instrument reads the answers and requests clarifications on it alone", async () => {
  const reviewer = life.reviewers.find(({ instruments }) => instruments.length > 1);
  if (reviewer === undefined) throw new Error("no party reviews two instruments");
  const [own = "", other = ""] = reviewer.instruments;
  const email = `partial@${reviewer.party.toLowerCase()}.example.org`;
  expect((await name(reviewer.party, [own], email)).status).toBe(201);
  await api.app.rest();
  expect((await life.submit()).status).toBe(200);
  const answers = (await api.get(life.at("/answers"), email)).body;
  expect(answers.texts.map(({ instrument }: any) => instrument)).toEqual([own]);
  const request = (as: string, more: object) =>
    life.post("/clarifications", as, { text: `What of ${as}?`, ...more }, { key: freshKey() });
  expect((await request(email, { instruments: [other] })).problem).toBe("instrument-not-reviewed");
  expect((await request(email, {})).body.instruments).toEqual([own]);
  expect((await request(life.focalPoint(reviewer.party), { instruments: [other] })).status).toBe(201);
  const read = async (as: string) => (await api.get(life.at("/clarifications"), as)).body.items.length;
  expect([await read(email), await read(life.focalPoint(reviewer.party))]).toEqual([1, 2]);
  const draft = await api.request("PUT", life.at(`/feedback/${reviewer.party}/drafts/${other}`), {
    as: email,
    match: '"v0"',
    body: { text: "A text" },
  });
  expect(draft.problem).toBe("instrument-not-reviewed");
});
