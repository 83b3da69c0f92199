import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Life, lifeOf } from "../fixtures/review-life.ts";
import { missionOf, openTestApi, type TestApi, secretariat } from "../harness/test-api.ts";

/** The review of Ireland, up to a delay of its answers. */
let api: TestApi;
let life: Life;
const path = "/v1/reviews/c1-IE/timeline";
beforeAll(async () => {
  api = await openTestApi();
  await api.startGroup();
  life = await lifeOf(api, "c1-IE");
  await life.nominate();
  await life.conclude();
  const delay = { dueOn: "2021-08-31", reason: "translation", explanation: "The ministry translates." };
  await life.post("/obligations/questionnaire:IE/delay", life.focalPoint("IE"), delay);
  await api.app.rest();
});
afterAll(() => api.close());

const timeline = async (as: string, language = "en", more = "") => {
  const answer = await api.request("GET", `${path}${more}`, { as, headers: { "accept-language": language } });
  expect([answer.status, answer.status === 200 ? "" : answer.text]).toEqual([200, ""]);
  return answer;
};

describe("the timeline of a review", () => {
  test("shows a focal point of another party the delay without the explanation, in the requested language", async () => {
    const reviewer = life.reviewers[0]?.party ?? "";
    const { body, text, headers } = await timeline(life.focalPoint(reviewer), "fr");
    expect(headers.get("content-language")).toBe("fr");
    const delay = body.items.find(({ kind }: any) => kind === "delay-notified");
    expect(delay).toMatchObject({
      party: "IE",
      partyName: "Irlande",
      inWords:
        "Irlande\u202F: Réponses au questionnaire d’auto-évaluation – retard notifié, nouvelle date\u202F: fin du 31 août 2021 (motif\u202F: Traduction)",
    });
    expect(text).not.toMatch(/The ministry|u-[0-9a-z]{26}|@/u);
  });

  test("shows the next due obligation with its party and day, in Arabic as in English", async () => {
    const { body } = await timeline(missionOf("IE"));
    expect(body.due[0]).toEqual({
      kind: "questionnaire",
      party: "IE",
      partyName: "Ireland",
      dueOn: "2021-08-31",
      overdue: false,
      inWords: "Ireland: Answers to the self-assessment questionnaire – due by the end of 31 August 2021",
    });
    expect(body.expected.map(({ step, expectedOn }: any) => [step, expectedOn])).toEqual([
      ["nomination", "2020-12-29"],
      ["consultation", "2021-02-01"],
      ["questionnaire", "2021-06-01"],
      ["feedback", "2021-12-01"],
      ["observations", "2022-12-01"],
    ]);
    const { body: arabic } = await timeline(missionOf("IE"), "ar");
    expect(arabic.due[0].inWords).toMatch(/^أيرلندا: .*31 أغسطس 2021$/u);
    expect(arabic.items).toHaveLength(body.items.length);
  });

  test("shows a mission another party's stages and lots, and none of its obligations", async () => {
    const reviewer = life.reviewers[0]?.party ?? "";
    const { body } = await timeline(missionOf(reviewer));
    const kinds = new Set(body.items.map(({ kind }: any) => kind));
    expect(kinds).toContain("stage-changed");
    expect(kinds).toContain("consultation-concluded");
    const obligations = body.items.filter(({ kind }: any) => /^(?:obligation|delay|mandate)-/u.test(kind));
    expect(new Set(obligations.map(({ party }: any) => party))).toEqual(new Set([reviewer]));
  });

  test("is read page by page, each event once and in the same order", async () => {
    const { body } = await timeline(secretariat, "en", "?limit=200");
    const { items } = await api.pages(path, secretariat, 7);
    expect(items).toEqual(body.items);
    expect(items.length).toBeGreaterThan(14);
  });

  test("is not found by a user who may not read the review, nor without an account", async () => {
    await api.expectRefusal(["GET", path, { as: missionOf("DE") }], { status: 404, problem: "not-found" });
    await api.expectRefusal(["GET", "/v1/reviews/c1-XX/timeline", { as: secretariat }], {
      status: 404,
      problem: "not-found",
    });
    expect((await api.get(path)).status).toBe(401);
    const limit = { status: 400, problem: "invalid-request", places: [{ parameter: "limit" }] } as const;
    await api.expectRefusal(["GET", `${path}?limit=0`, { as: secretariat }], limit);
  });
});
