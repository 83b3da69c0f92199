import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { brokenAtRest, brokenNow } from "../../harness/invariants.ts";
import { denounce } from "../../fixtures/denounce.ts";
import { type Life, lifeOf } from "../../fixtures/review-life.ts";
import {
  addressOf,
  byNote,
  freshKey,
  missionOf,
  personOf,
  secretariat,
  openTestApi,
  type TestApi,
} from "../../harness/test-api.ts";
import { checkerFindings } from "../../harness/api-verification.ts";
import type { StackContents } from "../../harness/stack-contents.ts";

/** Germany, which is under review and reviews Sweden and Austria, leaves the Convention while reviews wait for answers. */
let api: TestApi;
let kept: StackContents;
let own: Life;
let other: Life;
let third: Life;
const denunciation = { leftOn: "2020-12-14", document: "C.N.55.2020" };
const leave = (body: object = {}) => denounce(api, "DE", { ...denunciation, ...body });
const openObligations = async (life: Life) =>
  (await life.read()).obligations.filter(({ state }: any) => state === "open");

beforeAll(async () => {
  api = await openTestApi();
  kept = api.contents();
  await api.startGroup();
  own = await lifeOf(api, "c1-DE");
  other = await lifeOf(api, "c1-SE");
  third = await lifeOf(api, "c1-AT");
  for (const life of [own, other]) await life.nominate();
  await api.app.moveTo("2020-12-08T12:00:00.000Z");
  for (const life of [own, other]) await life.conclude();
  await api.app.moveTo("2020-12-14T12:00:00.000Z");
});
afterAll(async () => {
  kept.close();
  await api.close();
});

test("a day ahead, or before the Mechanism, is refused and changes nothing", async () => {
  expect(other.reviewers.map(({ party }) => party)).toContain("DE");
  expect((await leave({ leftOn: "2020-12-15" })).problem).toBe("date-in-the-future");
  expect((await leave({ leftOn: "2019-05-04" })).problem).toBe("date-too-early");
  expect((await own.read()).discontinuedOn).toBeUndefined();
});

test("the party takes part no more: its own review goes no further, and its seat elsewhere waits for lots", async () => {
  const left = await leave();
  expect([left.status, left.problem, left.body.participation]).toEqual([200, undefined, "not-taking-part"]);
  await api.app.rest();
  const { stage, discontinuedOn, blockedBy, actions } = await own.read();
  expect([stage, discontinuedOn, blockedBy, await openObligations(own)]).toEqual([
    "questionnaire",
    "2020-12-14",
    [],
    [],
  ]);
  expect(actions.map(({ action }: any) => action)).not.toContain("answers.submit");
  const { status, problem } = await own.post("/answers/submission", own.focalPoint("DE"), { drafts: [] });
  expect([status, problem]).toEqual([404, "not-found"]);
  const order = { as: secretariat, key: freshKey(), body: { ...denunciation, preview: "0".repeat(64) } };
  const again = await api.request("POST", "/v1/parties/DE/denunciation", order);
  expect([again.status, again.body]).toEqual([200, left.body]);
  expect((await leave()).problem).toBe("not-taking-part");
  expect((await leave({ leftOn: "2020-12-13" })).problem).toBe("not-taking-part");
});

describe("after it", () => {
  test("all users read that its review has ended, and the review shows this to its parties", async () => {
    const { reviews } = (await api.get("/v1/country-profiles/DE")).body;
    expect(reviews).toMatchObject([{ review: own.review, stage: "questionnaire", discontinuedOn: "2020-12-14" }]);
    expect((await own.read(missionOf("CA"))).discontinuedOn).toBe("2020-12-14");
    const listed = await api.pages("/v1/reviews", secretariat, 100);
    const ended = listed.items.filter((review) => review.discontinuedOn !== undefined).map(({ id }) => id);
    expect(ended).toEqual([own.review]);
  });

  test("no list of counts as at the day has the party, and all have it the day before", async () => {
    const counted = async (measure: string, asAt: string) => {
      const { items } = await api.pages(`/v1/statistics/${measure}/members?asAt=${asAt}`, secretariat, 100);
      return items.some(({ party }) => party === "DE");
    };
    for (const measure of ["parties-taking-part", "parties-in-reviews", "focal-points"])
      expect([measure, await counted(measure, "2020-12-13"), await counted(measure, "2020-12-14")]).toEqual([
        measure,
        true,
        false,
      ]);
    for (const measure of ["parties-without-focal-point", "seats-without-focal-point", "duties-open"])
      expect([measure, await counted(measure, "2020-12-14")]).toEqual([measure, false]);
  });

  test("the people of the party have no access any more, neither here nor there", async () => {
    for (const life of [own, other])
      for (const as of [addressOf("DE", "focal-point"), addressOf("DE", "expert")])
        expect([as, (await api.get(life.at(""), as)).status]).toEqual([as, 404]);
    expect((await openObligations(other)).filter(({ party }: any) => party === "DE")).toEqual([]);
  });

  test("each mission gets one letter about all its reviews with the party that denounced, however often it is planned", async () => {
    const expected = new Map<string, string[]>();
    for (const life of [own, other, third])
      for (const party of [life.under, ...life.reviewers.map((seat) => seat.party)])
        expected.set(party, [...(expected.get(party) ?? []), life.review].toSorted());
    const readLetters = async () =>
      (await kept.letters())
        .filter(({ content }) => content.kind === "party-left")
        .map(({ party, content }) => [party, content.kind === "party-left" ? content.reviews : undefined]);
    expect((await readLetters()).toSorted()).toEqual([...expected].toSorted());
    expect(expected.get("DE")).toEqual(["c1-AT", "c1-DE", "c1-SE"]);
    await api.sweep("full");
    await api.app.rest();
    expect(await readLetters()).toHaveLength(expected.size);
  });

  test("the letter lists the reviews, and lists of letters find it by them and by their cluster", async () => {
    const { items } = await api.pages("/v1/letters?party=DE", secretariat, 200);
    const [letter] = items.filter(({ kind }: any) => kind === "party-left");
    expect([letter.reviews, letter.clusters]).toEqual([["c1-AT", "c1-DE", "c1-SE"], [1]]);
    const { body } = await api.get(`/v1/letters/${letter.id}?include=text`, secretariat);
    expect(body.text.text.replaceAll(/\s+/gu, " ")).toContain("(code c1-DE), cluster 1: The review goes no further.");
    expect(body.text.text.replaceAll(/\s+/gu, " ")).toContain("Lots are to be drawn again for the place of Germany.");
  });

  test("the seat is on the worklist, and lots are drawn for it that count for no party", async () => {
    const { items } = (await api.get("/v1/worklist?limit=200", secretariat)).body;
    const [blocked] = items.filter(({ kind, review }: any) => kind === "review-blocked" && review === other.review);
    expect(blocked.blockedBy.map(({ why, party }: any) => [why, party])).toEqual([["redraw-to-carry-out", "DE"]]);
    const drawn = await other.post("/redraws", secretariat, { from: "DE" }, { key: freshKey() });
    expect([drawn.status, drawn.problem]).toEqual([201, undefined]);
    await api.app.rest();
    const profiles = await Promise.all(["SE", "DE"].map((party) => api.get(`/v1/country-profiles/${party}`)));
    expect(profiles.map(({ body: { redraws } }) => redraws.asked)).toEqual([0, 0]);
    const { seats } = await other.read();
    expect(seats.map(({ party }: any) => party)).not.toContain("DE");
  });

  test("the other review continues to its conclusion with the drawn party", async () => {
    const now = await lifeOf(api, other.review);
    const newcomers = now.reviewers.filter(({ party }) => other.reviewers.every((one) => one.party !== party));
    for (const { party } of newcomers)
      for (const role of ["focal-point", "expert"] as const) {
        const body = { role, person: personOf(party, role), reviews: [other.review], ...byNote(party, "2020-12-14") };
        const as = secretariat;
        expect((await api.request("POST", `/v1/parties/${party}/mandates`, { as, key: freshKey(), body })).status).toBe(
          201,
        );
      }
    await api.app.rest();
    await now.submit();
    await now.clearAll();
    const version = await now.list();
    await now.agreeAll(version);
    expect((await now.publish(version)).status).toBe(200);
    expect((await now.read(missionOf("SE"))).stage).toBe("concluded");
  });

  test("nothing that is promised is broken, and the checker finds nothing", async () => {
    await api.app.moveTo("2021-01-05T12:00:00.000Z");
    await api.sweep("full");
    await api.app.rest();
    expect([...(await brokenNow(kept)), ...(await brokenAtRest(kept))]).toEqual([]);
    expect(await checkerFindings(api)).toEqual([]);
  });
});
