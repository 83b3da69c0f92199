import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshKey, missionOf, personOf } from "../../harness/test-api.ts";
import { each, type Story, storyOf } from "./story.ts";

/** Germany's focal point serves in its own review and in that of Sweden, and changes twice. */
let story: Story;
let mandate = "";
beforeAll(async () => {
  story = await storyOf("c1-DE", ["DE"]);
  for (const role of ["focal-point", "expert"] as const) await story.api.name("DE", role);
  await story.nominate();
  await story.api.app.rest();
  await story.to("2020-12-10");
  await story.conclude();
  await story.readNewLetters();
});
afterAll(() => story.close());

const first = "focal-point@de.example.org";
const second = "second.point@de.example.org";
const third = "third.point@de.example.org";

const replace = async (email: string, more: object = {}) => {
  const person = { ...personOf("DE", "focal-point"), name: `The one at ${email.replaceAll(/[@.]/gu, " ")}`, email };
  const answer = await story.api.request("POST", `/v1/parties/DE/mandates/${mandate}/replacement`, {
    as: missionOf("DE"),
    key: freshKey(),
    body: { person, ...more },
  });
  expect([answer.status, answer.problem]).toEqual([200, undefined]);
  mandate = answer.body.successor.mandate;
  await story.api.app.rest();
  return answer.body;
};
const mandates = async () =>
  (await story.read()).seats
    .find(({ party }: any) => party === "DE")
    .mandates.filter(({ role }: any) => role === "focal-point")
    .map(({ person, until }: any) => [person.email, until]);
const reads = async (email: string, path = "") => (await story.api.get(story.at(path), email)).status;

describe("a focal point who is replaced at once", () => {
  test("has lost all access in the same step, in every review with the mandate", async () => {
    mandate = (await story.read()).seats
      .find(({ party }: any) => party === "DE")
      .mandates.find(({ role }: any) => role === "focal-point").id;
    await story.api.app.moveTo("2021-05-13T06:59:00.000Z");
    expect(await story.readNewLetters()).toEqual([]);
    // The mail service takes nothing at the moment at which the reminder leaves.
    story.api.app.faults.add({ kind: "throttle", times: 50 });
    await story.api.app.moveTo("2021-05-13T07:00:05.000Z");
    expect([await story.readNewLetters(), await reads(first)]).toEqual([[], 200]);
    const done = await replace(second);
    story.api.app.faults.clear();
    expect(done.reviews.map(({ id, stage }: any) => [id, stage])).toEqual([
      ["c1-AT", "scheduled"],
      ["c1-DE", "questionnaire"],
      ["c1-SE", "consultation"],
    ]);
    expect((await story.api.get("/v1/reviews/c1-SE", first)).status).toBe(404);
    expect([await reads(first), await reads(first, "/answers/drafts"), await reads(second)]).toEqual([404, 404, 200]);
    const late = await story.post("/answers/submission", first, { drafts: [] });
    expect([late.status, late.problem]).toEqual([404, "not-found"]);
    expect(await mandates()).toEqual([[second, undefined]]);
  });

  test("hands over with a brief, and open obligations keep their date", async () => {
    await story.to("2021-05-13");
    expect(await story.readNewLetters()).toEqual(
      [
        ...each(["handover"], ["second.point@de"]),
        ...each(["mandate-ended"], ["focal-point@de"]),
        ...each(["questionnaire d-28"], ["focal-point@de: skipped replaced", "mission@de"]),
      ].toSorted(),
    );
    const briefs = story.api.app.mailbox.find({ to: second }).filter(({ text }) => text.includes("10 June 2021"));
    expect(briefs.map(({ subject }) => subject)).toEqual([expect.stringContaining("what is open")]);
    expect(await story.obligation("questionnaire:DE")).toMatchObject({ generation: 1, openedOn: "2020-12-10" });
    expect(await story.actions(second)).toEqual(
      expect.arrayContaining(["answers.draft", "answers.submit", "delay.notify"]),
    );
  });
});

describe("a focal point who is replaced from a day ahead", () => {
  test("continues to clear until then, while the successor reads and may not act", async () => {
    const done = await replace(third, { effectiveOn: "2021-06-05" });
    expect(done.effectiveAt).toBe("2021-06-04T22:00:00.000Z");
    expect(await mandates()).toEqual([
      [second, "2021-06-04T22:00:00.000Z"],
      [third, undefined],
    ]);
    const drafts = await story.draftAnswers();
    expect([await reads(second), await reads(third), await reads(third, "/answers/drafts")]).toEqual([200, 200, 200]);
    expect(await story.actions(third)).toEqual([]);
    const early = await story.post("/answers/submission", third, { drafts });
    expect([early.status, early.problem]).toEqual([403, "not-yours"]);
    expect(await story.actions(second)).toContain("answers.submit");
    expect(await story.readNewLetters()).toEqual(["handover to third.point@de", "mandate-ended to second.point@de"]);
    const again = await story.api.expectRefusal(
      [
        "POST",
        `/v1/parties/DE/mandates/${mandate}/replacement`,
        {
          as: missionOf("DE"),
          key: freshKey(),
          body: { person: personOf("DE", "focal-point"), effectiveOn: "2021-05-12" },
        },
      ],
      { status: 422, problem: "date-too-early", more: { earliest: "2021-06-05" } },
    );
    expect(again.status).toBe(422);
  });

  test("is reminded until that day, the successor from that day", async () => {
    await story.to("2021-06-04");
    expect(await story.readNewLetters()).toEqual(each(["questionnaire d-7"], ["mission@de", "second.point@de"]));
    await story.to("2021-06-10");
    expect(await story.readNewLetters()).toEqual(each(["questionnaire d-1"], ["mission@de", "third.point@de"]));
  });

  test("has no access from that day, and the successor submits the former draft", async () => {
    expect([await reads(second), await reads(third)]).toEqual([404, 200]);
    const { items } = (await story.api.get(story.at("/answers/drafts"), third)).body;
    const drafts = items.map(({ instrument, version }: any) => ({ instrument, version }));
    const ended = await story.post("/answers/submission", second, { drafts });
    expect([ended.status, ended.problem]).toEqual([404, "not-found"]);
    const submitted = await story.post("/answers/submission", third, { drafts });
    expect([submitted.status, submitted.body.stage]).toEqual([200, "feedback"]);
  });
});

describe("the effects", () => {
  test("is notified to the one who serves then", async () => {
    await story.readNewLetters();
    const { body } = await story.post("/clarifications", story.expert("CA"), { text: "Why?" }, { key: freshKey() });
    expect(body.number).toBe(1);
    expect(await story.readNewLetters()).toEqual(
      [
        ...each(["clarification-asked"], ["expert@de", "third.point@de"]),
        ...each(["clarification start"], ["mission@de"]),
      ].toSorted(),
    );
    expect(story.api.app.mailbox.find({ to: second }).every(({ at }) => at < "2021-06-05")).toBe(true);
  });

  test("leaves the history as it was, with every promise kept", async () => {
    const { items } = await story.api.pages(story.journal, "secretariat@example.org", 100);
    const facts = items.flatMap((entry) => entry.facts).filter(({ kind }) => kind === "mandate-ended");
    expect(facts.map(({ until }: any) => until.slice(0, 10))).toEqual(["2021-05-13", "2021-06-04"]);
    await story.holds();
  });
});
