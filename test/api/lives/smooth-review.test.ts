import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Life, lifeOf } from "../../fixtures/review-life.ts";
import { freshKey, missionOf, openTestApi, type TestApi, secretariat } from "../../harness/test-api.ts";

let api: TestApi;
let life: Life;
beforeAll(async () => {
  api = await openTestApi();
  await api.startGroup();
  life = await lifeOf(api, "c1-DE");
});
afterAll(() => api.close());

describe("a review in which all parties act in time", () => {
  test("comes to consultation when the last focal point is named", async () => {
    await life.nominate();
    expect((await life.read()).stage).toBe("consultation");
  });

  test("records meeting and languages as two facts, and the outcome opens the questionnaire", async () => {
    await life.days(7);
    const met = await life.post("/consultation/meetings", life.focalPoint("CA"), {
      meeting: "first",
      heldOn: "2020-12-08",
    });
    expect([met.status, met.body.consultation]).toEqual([200, { heldOn: "2020-12-08" }]);
    await life.post("/consultation/languages", life.focalPoint("DE"), { languages: ["fr", "en"] });
    await life.conclude({ heldOn: undefined, languages: undefined });
    const review = await life.read();
    expect(review.stage).toBe("questionnaire");
    expect(review.consultation).toMatchObject({
      languages: ["en", "fr"],
      concludedOn: "2020-12-08",
      clock: "consultation",
    });
    expect(await life.obligation("questionnaire:DE")).toMatchObject({ dueAt: "2021-06-08T21:59:59.999Z" });
  });

  test("shows the languages and dates that were agreed to the missions of its parties", async () => {
    const expected = { languages: ["en", "fr"], concludedOn: "2020-12-08", clockStartsOn: "2020-12-08" };
    expect((await life.read(missionOf("CA"))).consultation).toMatchObject(expected);
  });

  test("several experts draft at the same time, and the focal point clears the version that it read", async () => {
    await life.days(100);
    const drafts = await life.draftAnswers();
    expect(drafts.map(({ version }) => version)).toEqual(life.instruments.map(() => 1));
    const submitted = await life.post("/answers/submission", life.focalPoint("DE"), { drafts });
    expect([submitted.status, submitted.body.stage]).toEqual([200, "feedback"]);
    const answers = await api.get(life.at("/answers"), life.expert("BF"));
    expect(answers.body.texts.map(({ instrument }: any) => instrument)).toEqual(
      life.reviewers.find(({ party }) => party === "BF")?.instruments,
    );
  });

  test("a clarification is requested and answered, and each reviewer clears", async () => {
    await life.days(30);
    const clarification = await life.post(
      "/clarifications",
      life.expert("CA"),
      { text: "What of article 5?" },
      { key: freshKey() },
    );
    expect([clarification.status, clarification.body.number]).toEqual([201, 1]);
    await life.clearAll();
    expect((await life.read()).stage).toBe("feedback");
    // The letter must leave before the answer: a letter about an obligation met in the same second is not sent.
    await api.app.rest();
    const answered = await life.post("/clarifications/1/answer", life.focalPoint("DE"), { text: "It is in force." });
    expect([answered.status, answered.body.stage]).toEqual([200, "observations"]);
    const list = await api.get(life.at("/clarifications"), life.focalPoint("SG"));
    expect(list.body.items[0]).toMatchObject({ state: "answered", answer: { text: "It is in force." } });
  });

  test("all agree to one version, and the secretariat publishes it", async () => {
    await life.days(10);
    const version = await life.list();
    await life.agreeAll(version);
    expect((await life.read()).observations).toMatchObject({ awaitingPublication: true, awaitedFrom: [] });
    expect((await api.get("/v1/publications/c1-DE")).status).toBe(404);
    const published = await life.publish(version);
    expect(published.body).toMatchObject({ stage: "concluded", blockedBy: [] });
    await api.app.rest();
    const open = await api.get("/v1/publications/c1-DE");
    expect(open.body).toMatchObject({ observations: { list: "The list of observations" } });
    expect(open.body).not.toHaveProperty("answers");
  });

  test("its mission consents to publishing the answers and the dialogue", async () => {
    const consented = await life.post("/publication-consent", missionOf("DE"), { parts: ["answers", "dialogue"] });
    expect(consented.status).toBe(200);
    await api.app.rest();
    const { body } = await api.get("/v1/publications/c1-DE");
    expect(body.answers.map(({ instrument }: any) => instrument)).toEqual(life.instruments);
    expect(body.dialogue.clarifications).toEqual([
      { number: 1, askedBy: "CA", askedByName: "Canada", question: "What of article 5?", answer: "It is in force." },
    ]);
    expect((await api.get("/v1/publications")).body.items).toHaveLength(1);
  });

  test("each obligation was notified once when it opened, no reminder was sent, and no obligation is open", async () => {
    await life.days(400);
    const review = await life.read(secretariat);
    expect(review.obligations.filter(({ state }: any) => state === "open")).toEqual([]);
    const { items } = await api.pages("/v1/letters?state=delivered", secretariat, 100);
    const here = items.filter(({ reviews, kind }: any) => reviews.includes("c1-DE") && kind === "duty-reminder");
    const explained = await Promise.all(
      here.map(({ id }: any) => api.get(`/v1/letters/${id}?include=explanation`, secretariat)),
    );
    expect(new Set(explained.map(({ body }) => body.explanation.rung))).toEqual(new Set(["start"]));
    const references = here.map(({ reference, recipient }: any) => `${reference} to ${JSON.stringify(recipient)}`);
    expect(new Set(references).size).toBe(references.length);
    expect(new Set(here.map(({ reference }: any) => reference.split("/").slice(2).join(" ")))).toEqual(
      new Set(
        ["DE clarification", "DE agreement"].concat(
          life.reviewers.flatMap(({ party }) => [`${party} feedback`, `${party} agreement`]),
        ),
      ),
    );
  });
});
