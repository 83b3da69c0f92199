import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { secretariat } from "../../harness/test-api.ts";
import { type Story, storyOf } from "./story.ts";

/** Ireland meets France and Chad; the languages stay open for lack of resources, and become three. */
let story: Story;
beforeAll(async () => {
  story = await storyOf("c1-IE");
  await story.nominate();
  await story.to("2020-12-10");
});
afterAll(() => story.close());

const languages = (body: object, as = story.focalPoint("IE")) => story.post("/consultation/languages", as, body);
const refused = (body: object, problem: "unknown-language" | "too-many-languages", more: object) =>
  story.api.expectRefusal(["POST", story.at("/consultation/languages"), { as: story.focalPoint("IE"), body }], {
    status: 422,
    problem,
    more,
  });
const recorded = async () => (await story.read()).consultation;

describe("languages that a review cannot use", () => {
  test("are those outside the six, which are named", async () => {
    await refused({ languages: ["en", "pt", "EN"] }, "unknown-language", { languages: ["pt", "EN"] });
  });

  test("are a third without an exception, and a fourth with one", async () => {
    await refused({ languages: ["en", "fr", "ar"] }, "too-many-languages", { most: 2 });
    const exception = "Experts of all three";
    await refused({ languages: ["en", "fr", "ar", "es"], exception }, "too-many-languages", { most: 3 });
    await refused({ languages: ["ar", "en", "es", "fr", "ru", "zh"], exception }, "too-many-languages", { most: 3 });
  });

  test("are refused in an outcome as well, which then records nothing", async () => {
    const body = { heldOn: "2020-12-09", languages: { languages: ["en", "fr", "ar"] } };
    await story.api.expectRefusal(["POST", story.at("/consultation/outcome"), { as: story.focalPoint("IE"), body }], {
      status: 422,
      problem: "too-many-languages",
      more: { most: 2 },
    });
    expect(await recorded()).toBeUndefined();
  });

  test("cannot be recorded by an expert, a mission or a stranger", async () => {
    const body = { languages: ["en"] };
    for (const as of [story.expert("IE"), story.mission("IE")])
      expect((await languages(body, as)).problem).toBe("not-yours");
    expect((await languages(body, story.focalPoint("SE"))).problem).toBe("not-found");
  });
});

describe("languages left open for lack of resources", () => {
  test("let the review continue, with the required translation", async () => {
    const open = { why: "lack-of-resources", translationNeeded: ["fr", "ar"] };
    const { body } = await languages({ open }, story.focalPoint("TD"));
    expect(body.consultation).toEqual({ languagesOpen: "lack-of-resources", translationNeeded: ["ar", "fr"] });
    const concluded = await story.post("/consultation/outcome", story.focalPoint("FR"), { heldOn: "2020-12-09" });
    expect([concluded.status, concluded.body.stage]).toEqual([200, "questionnaire"]);
    expect(await recorded()).toMatchObject({ heldOn: "2020-12-09", languagesOpen: "lack-of-resources" });
    expect(await recorded()).not.toHaveProperty("languages");
  });

  test("are agreed on half a year after the meeting, as a fact of its own", async () => {
    await story.to("2021-05-20");
    expect(await story.actions(story.focalPoint("TD"))).toContain("languages.record");
    const { body } = await languages({ languages: ["fr", "en"] }, story.focalPoint("TD"));
    expect(body.consultation).toMatchObject({ heldOn: "2020-12-09", languages: ["en", "fr"] });
    expect(body.consultation).not.toHaveProperty("languagesOpen");
    expect(body.consultation).not.toHaveProperty("translationNeeded");
  });

  test("become three by a recorded exception with its reason, whatever order and repetition they come in", async () => {
    const exception = "The experts of Chad answer in Arabic";
    const before = (await story.read()).version;
    const { body } = await languages({ languages: ["fr", "en", "ar", "fr"], exception });
    expect([body.consultation.languages, body.version]).toEqual([["ar", "en", "fr"], before + 1]);
    const again = await languages({ languages: ["ar", "fr", "en"], exception });
    expect([again.status, again.body.version]).toEqual([200, before + 1]);
    const { items } = await story.api.pages(story.journal, secretariat, 100);
    expect(items.at(-1).facts).toMatchObject([
      { kind: "languages-agreed", languages: ["ar", "en", "fr"], exceptional: true, reason: exception },
    ]);
  });

  test("do not determine the language of a letter", async () => {
    await story.to("2021-06-15");
    const letters = await story.api.pages("/v1/letters?state=delivered", secretariat, 100);
    const mine = letters.items.filter(
      ({ reference = "", recipient }) => reference.includes("/c1-IE/") && recipient.kind === "user",
    );
    expect(mine.length).toBeGreaterThan(0);
    for (const { language } of mine) expect(language).toBe("en");
    await story.holds();
  });
});
