import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { untilNoConflict } from "../../harness/conflicts.ts";
import { freshKey, missionOf, president, secretariat } from "../../harness/test-api.ts";
import { each, type Story, storyOf } from "./story.ts";

/** A review of Ireland in which dates are corrected, the answers and a party's feedback returned. */
let story: Story;
beforeAll(async () => {
  story = await storyOf("c1-IE");
  await story.readNewLetters();
});
afterAll(() => story.close());

const correct = (what: string, to: string) =>
  story.post("/corrections", secretariat, { what, to, reason: "The note verbale says so" });
const correcting = (what: string, to: string) =>
  ["POST", story.at("/corrections"), { as: secretariat, body: { what, to, reason: "x" } }] as const;
const back = (path: string, as: string = secretariat) =>
  ["POST", story.at(path), { as, body: { reason: "At the request of the party" } }] as const;
const dated = async (id: string) => {
  const { state, generation, openedOn, dueAt, originalDueAt } = await story.obligation(id);
  return [state, generation, openedOn, dueAt.slice(0, 10), originalDueAt.slice(0, 10)];
};
const answersFor = (as: string) => story.api.get(story.at("/answers"), as);

describe("a correction of the start", () => {
  test("recalculates the dates of nominations, and notifies those who have not named", async () => {
    await story.to("2020-12-04");
    for (const role of ["focal-point", "expert"] as const)
      expect((await story.api.name("IE", role, { reviews: ["c1-IE"] })).status).toBe(201);
    await story.api.expectRefusal(correcting("start", "2020-10-15"), {
      status: 422,
      problem: "date-too-early",
      more: { earliest: "2020-10-16" },
    });
    await story.api.expectRefusal(correcting("start", "2020-12-05"), {
      status: 422,
      problem: "date-in-the-future",
      more: { latest: "2020-12-04" },
    });
    await story.api.expectRefusal(correcting("consultation", "2020-12-03"), {
      status: 409,
      problem: "nothing-to-correct",
    });
    expect((await correct("start", "2020-11-25")).status).toBe(200);
    expect(await dated("focal-point:TD")).toEqual(["open", 2, "2020-11-25", "2020-12-09", "2020-12-09"]);
    expect(await dated("experts:TD")).toEqual(["open", 2, "2020-11-25", "2020-12-23", "2020-12-23"]);
    expect(await dated("focal-point:IE")).toEqual(["met", 2, "2020-11-25", "2020-12-09", "2020-12-09"]);
    expect(await story.readNewLetters()).toEqual(
      each(["experts start", "focal-point d-7"], ["mission@fr", "mission@td"]).toSorted(),
    );
  });

  test("sends the reminders of the new dates, none of the old ones", async () => {
    await story.to("2020-12-09");
    expect(await story.readNewLetters()).toEqual(each(["focal-point d-1"], ["mission@fr", "mission@td"]));
    await story.nominate();
    await story.readNewLetters();
    await story.to("2020-12-20");
    expect(await story.readNewLetters()).toEqual([]);
  });
});

describe("a correction of the consultation", () => {
  test("counts the six months again from the new day", async () => {
    await story.conclude();
    expect(await dated("questionnaire:IE")).toEqual(["open", 1, "2020-12-20", "2021-06-20", "2021-06-20"]);
    await story.to("2021-01-10");
    await story.readNewLetters();
    await story.api.expectRefusal(correcting("meeting", "2020-12-08"), {
      status: 422,
      problem: "date-too-early",
      more: { earliest: "2020-12-09" },
    });
    expect((await correct("meeting", "2020-12-15")).status).toBe(200);
    // Letters about it have left before the next one overtakes them.
    await story.api.app.rest();
    expect((await correct("consultation", "2020-12-15")).body.consultation).toMatchObject({
      concludedOn: "2020-12-15",
      clockStartsOn: "2020-12-15",
    });
    expect(await dated("questionnaire:IE")).toEqual(["open", 2, "2020-12-15", "2021-06-15", "2021-06-15"]);
    const all = ["ie", "fr", "td"].flatMap((code) => [`focal-point@${code}`, `mission@${code}`]);
    expect(await story.readNewLetters()).toEqual(each(["consultation-agreed", "consultation-agreed"], all).toSorted());
  });
});

describe("a submission that is returned at the party's request", () => {
  test("is required again within the stage that follows, and the feedback is void until it comes back", async () => {
    await story.to("2021-03-01");
    await story.api.expectRefusal(back("/answers/return"), { status: 409, problem: "wrong-stage" });
    await story.submit();
    await story.readNewLetters();
    await story.api.expectRefusal(back("/answers/return", story.focalPoint("IE")), {
      status: 403,
      problem: "not-yours",
    });
    await story.to("2021-03-10");
    const { status, body } = await story.api.request(...back("/answers/return"));
    expect([status, body.stage, body.answers]).toEqual([200, "feedback", undefined]);
    expect(await story.blockers()).toEqual(["IE questionnaire"]);
    expect(await dated("questionnaire:IE")).toEqual(["open", 3, "2021-03-10", "2021-06-15", "2021-06-15"]);
    expect((await dated("feedback:FR"))[0]).toBe("void");
    const reviewers = ["fr", "td"].flatMap((code) => [`expert@${code}`, `focal-point@${code}`, `mission@${code}`]);
    expect(await story.readNewLetters()).toEqual(
      [
        ...each(["questionnaire start"], ["focal-point@ie", "mission@ie"]),
        ...each(["answers-returned"], reviewers),
      ].toSorted(),
    );
    expect((await answersFor(story.expert("FR"))).body.texts).toEqual([]);
    expect(await story.actions(story.focalPoint("FR"))).not.toContain("feedback.clear");
    await story.api.expectRefusal(back("/answers/return"), { status: 409, problem: "not-owed" });
    await story.api.expectRefusal(
      ["POST", story.at("/feedback/FR/clearance"), { as: story.focalPoint("FR"), body: { drafts: [] } }],
      { status: 409, problem: "answers-missing" },
    );
  });

  test("comes back in a race with the removal of its focal point, in one order or the other", async () => {
    await story.to("2021-03-20");
    const drafts = await story.draftAnswers();
    const { seats, version } = await story.read();
    const mandates = seats.find(({ party }: any) => party === "IE").mandates;
    const { id } = mandates.find(({ role }: any) => role === "focal-point");
    const [removed, submitted] = await Promise.all([
      untilNoConflict(() =>
        story.api.request("POST", `/v1/parties/IE/mandates/${id}/removal`, {
          as: missionOf("IE"),
          key: freshKey(),
          body: {},
        }),
      ),
      untilNoConflict(() => story.post("/answers/submission", story.focalPoint("IE"), { drafts })),
    ]);
    expect(removed.status).toBe(200);
    expect([200, 404]).toContain(submitted.status);
    const isIn = submitted.status === 200;
    expect((await story.read()).version).toBe(version + (isIn ? 2 : 1));
    expect(await story.blockers()).toEqual(
      isIn ? ["IE focal-point", "FR feedback", "TD feedback"] : ["IE focal-point", "IE questionnaire"],
    );
    const again = await story.api.name("IE", "focal-point", { reviews: ["c1-IE"] });
    expect([again.status, again.body.mandate === id]).toEqual([201, false]);
    if (!isIn) expect((await story.post("/answers/submission", story.focalPoint("IE"), { drafts })).status).toBe(200);
    expect(await dated("feedback:FR")).toEqual(["open", 3, "2021-03-20", "2021-09-20", "2021-09-20"]);
    await story.readNewLetters();
  });

  test("cannot be returned once a reviewer has cleared", async () => {
    await story.to("2021-04-01");
    await story.clear("FR");
    await story.api.expectRefusal(back("/answers/return"), {
      status: 409,
      problem: "feedback-begun",
      more: { parties: ["FR"] },
    });
    expect(await story.actions(secretariat)).not.toContain("answers.return");
  });
});

describe("a correction of the receipt", () => {
  test("moves the date of each reviewer, and notifies only those with an open obligation", async () => {
    await story.api.expectRefusal(correcting("submission", "2021-03-09"), {
      status: 422,
      problem: "date-too-early",
      more: { earliest: "2021-03-10" },
    });
    expect((await correct("submission", "2021-03-18")).status).toBe(200);
    expect(await dated("feedback:TD")).toEqual(["open", 4, "2021-03-18", "2021-09-18", "2021-09-18"]);
    expect(await dated("feedback:FR")).toEqual(["met", 4, "2021-03-18", "2021-09-18", "2021-09-18"]);
    expect(await story.readNewLetters()).toEqual(["feedback start to mission@td"]);
  });
});

describe("answers that were opened", () => {
  test("are read by focal points and experts of parties that have no part in the review, and by no other user", async () => {
    const unrelated = [story.focalPoint("SE"), story.expert("ES")];
    const others = [president, missionOf("ES"), missionOf("TD"), story.expert("AT")];
    for (const as of unrelated) expect([as, (await answersFor(as)).status]).toEqual([as, 404]);
    const opened = await story.api.request("POST", story.at("/answers/opening"), { as: secretariat });
    expect(opened.body.answers.openedAt).toMatch(/^2021-04-01/u);
    for (const as of unrelated) {
      const { body } = await answersFor(as);
      expect(body.texts.map(({ instrument }: any) => instrument)).toEqual(["UNTOC", "TIP"]);
      expect((await story.api.get(story.at(""), as)).status).toBe(404);
      expect((await story.api.get(story.at("/feedback"), as)).status).toBe(404);
    }
    for (const as of others) expect([as, (await answersFor(as)).status]).not.toEqual([as, 200]);
    expect((await story.api.get("/v1/publications/c1-IE")).status).toBe(404);
  });
});

describe("feedback that is returned", () => {
  test("is required again next to the list, to which no party agrees until it is back", async () => {
    await story.clear("TD");
    expect((await story.read()).stage).toBe("observations");
    const version = await story.list();
    expect((await story.api.request(...back("/feedback/FR/return"))).status).toBe(200);
    expect((await story.read()).stage).toBe("observations");
    expect((await dated("feedback:FR")).slice(0, 2)).toEqual(["open", 5]);
    const refusal = { status: 409, problem: "feedback-open", more: { parties: ["FR"] } } as const;
    const agreeing = ["POST", story.at("/observations/agreements"), { as: story.focalPoint("TD"), body: { version } }];
    await story.api.expectRefusal(agreeing as any, refusal);
    await story.api.expectRefusal(back("/feedback/FR/return"), { status: 409, problem: "not-owed" });
    await story.api.expectRefusal(back("/feedback/SE/return"), { status: 404, problem: "not-found" });
    await story.clear("FR");
    await story.post("/observations/agreements", story.focalPoint("TD"), { version });
    await story.api.expectRefusal(back("/feedback/FR/return"), {
      status: 409,
      problem: "agreement-begun",
      more: { parties: ["TD"] },
    });
  });
});

describe("a lost race", () => {
  test("is reported to those who named the version that they read, and decided again for the others", async () => {
    const { headers } = await story.api.get(story.at(""), secretariat);
    const match = headers.get("etag") ?? "";
    const record = (languages: string[], more: object) =>
      untilNoConflict(() => story.post("/consultation/languages", secretariat, { languages }, more));
    const named = await Promise.all([record(["en"], { match }), record(["fr"], { match })]);
    expect(named.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const unnamed = await Promise.all([record(["ru"], {}), record(["zh"], {})]);
    expect(unnamed.map(({ status }) => status)).toEqual([200, 200]);
    const { items } = await story.api.pages(story.journal, secretariat, 100);
    const facts = items.slice(-3).flatMap((entry) => entry.facts.map(({ languages }: any) => languages.join()));
    expect(facts.slice(1).toSorted()).toEqual(["ru", "zh"]);
  });

  test("does not consent before conclusion, and consents after it", async () => {
    const consenting = [
      "POST",
      story.at("/publication-consent"),
      { as: missionOf("IE"), body: { parts: ["answers"] } },
    ] as const;
    await story.api.expectRefusal(consenting, { status: 409, problem: "wrong-stage" });
    const { version } = (await story.read()).observations;
    await story.agreeAll(version);
    await story.publish(version);
    expect((await story.api.request(...consenting)).status).toBe(200);
    await story.api.app.rest();
    const { body } = await story.api.get("/v1/publications/c1-IE");
    expect([body.answers.length, body.dialogue]).toEqual([2, undefined]);
    await story.holds();
  });
});
