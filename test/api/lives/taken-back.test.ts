import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshKey, missionOf, personOf, secretariat } from "../../harness/test-api.ts";
import { checkerFindings } from "../../harness/api-verification.ts";
import { each, type Story, storyOf } from "./story.ts";

/** Ireland, reviewed by France and Chad: requests, delays and consents are taken back, and one party stays silent. */
let story: Story;
beforeAll(async () => {
  story = await storyOf("c1-IE");
  await story.nominate();
  await story.to("2020-12-10");
  await story.conclude();
});
afterAll(() => story.close());

const statusOf = async (path: string, as: string, body?: object) => {
  const { status, problem } = await story.post(path, as, body);
  await story.api.app.rest();
  return problem ?? status;
};
const byNote = (party: string, happenedOn: string) => ({
  onBehalfOf: { party, happenedOn, source: { kind: "note-verbale", number: "4/2021", date: happenedOn } },
});
const redraws = async () => (await story.api.get("/v1/parties/IE", secretariat)).body.redraws;

describe("acts that are taken back", () => {
  test("a request for a redraw, by the party that made it: the seat stays, and the request counts no more", async () => {
    expect(await statusOf("/redraw-requests", missionOf("IE"), { seat: "FR" })).toBe(200);
    expect(await redraws()).toBe(1);
    expect(await statusOf("/redraw-requests/FR/withdrawal", missionOf("FR"))).toBe("nothing-to-withdraw");
    expect(await statusOf("/redraw-requests/FR/withdrawal", secretariat)).toBe("source-missing");
    expect(await statusOf("/redraw-requests/FR/withdrawal", secretariat, byNote("IE", "2020-12-10"))).toBe(200);
    expect(await redraws()).toBe(0);
    expect((await story.read()).redraws).toBeUndefined();
    expect(await statusOf("/redraw-requests/FR/withdrawal", missionOf("IE"))).toBe("nothing-to-withdraw");
    expect(await statusOf("/redraws", secretariat, { from: "FR" })).not.toBe(201);
  });

  test("a waiver of the limit of reviewers, by the party under review alone, as long as no fifth sits by it", async () => {
    const path = "/reviewer-limit-waiver";
    expect(await statusOf(`${path}/withdrawal`, missionOf("IE"))).toBe("nothing-to-withdraw");
    expect(await statusOf(path, missionOf("IE"))).toBe(200);
    expect(await statusOf(`${path}/withdrawal`, missionOf("FR"))).toBe("not-yours");
    expect(await statusOf(`${path}/withdrawal`, missionOf("IE"))).toBe(200);
    expect(await statusOf(`${path}/withdrawal`, missionOf("IE"))).toBe("nothing-to-withdraw");
  });

  test("a nomination that was recorded by mistake: the seat has the persons that it had before", async () => {
    const experts = async () =>
      (await story.api.get("/v1/parties/FR/mandates", secretariat)).body.items.filter(
        ({ role }: any) => role === "expert",
      );
    const before = await experts();
    const person = { ...personOf("FR", "expert"), email: "wrong.person@fr.example.org" };
    const named = await story.api.name("FR", "expert", { person, reviews: ["c1-IE"] });
    expect([named.status, (await experts()).length]).toEqual([201, before.length + 1]);
    const { status } = await story.api.request("POST", `${named.headers.get("location")}/reversal`, {
      as: secretariat,
      key: freshKey(),
      body: { reason: "The note named another person" },
    });
    expect(status).toBe(200);
    await story.api.app.rest();
    expect(await experts()).toEqual(before);
  });

  test("a delay that was recorded by mistake: the date before it returns, its readers are notified, and no figure counts it", async () => {
    await story.readNewLetters();
    const path = "/obligations/questionnaire:IE/delay";
    const count = async () => (await story.api.get("/v1/statistics/delays-notified/members", secretariat)).body.count;
    const before = await story.obligation("questionnaire:IE");
    expect(await count()).toBe(0);
    expect(await statusOf(`${path}/reversal`, secretariat, { reason: "By mistake" })).toBe("nothing-to-reverse");
    const delay = { dueOn: "2021-08-31", reason: "translation", ...byNote("IE", "2020-12-10") };
    expect(await statusOf(path, secretariat, delay)).toBe(200);
    expect(await story.obligation("questionnaire:IE")).toMatchObject({ dueOn: "2021-08-31", beyondRules: true });
    const first = await story.readNewLetters();
    expect(await count()).toBe(1);
    expect(await story.actions(missionOf("IE"))).toContain("delay.reverse");
    expect(await statusOf(`${path}/reversal`, missionOf("FR"), { reason: "By mistake" })).toBe("not-yours");
    expect(
      await statusOf("/corrections", secretariat, {
        what: "delay",
        obligation: "questionnaire:IE",
        to: "2021-09-30",
        reason: "Mistyped",
      }),
    ).toBe(200);
    expect(await story.obligation("questionnaire:IE")).toMatchObject({ dueOn: "2021-09-30" });
    const second = await story.readNewLetters();
    expect(await statusOf(`${path}/reversal`, secretariat, { reason: "It was for another review" })).toBe(200);
    const after = await story.obligation("questionnaire:IE");
    expect(after).toMatchObject({ dueOn: before.dueOn, originalDueOn: before.originalDueOn });
    for (const field of ["beyondRules", "delayedOn", "delayReason"]) expect(after).not.toHaveProperty(field);
    const third = await story.readNewLetters();
    expect(first.length).toBeGreaterThan(3);
    expect([second.length, third.length]).toEqual([first.length, first.length]);
    expect(await count()).toBe(0);
    expect(await statusOf(`${path}/reversal`, missionOf("IE"), { reason: "By mistake" })).toBe("nothing-to-reverse");
  });

  test("a question before it is answered: it is shown as taken back, and holds nothing up", async () => {
    await story.to("2021-03-01");
    await story.submit();
    const question = await story.post("/clarifications", story.expert("FR"), { text: "Why?" }, { key: freshKey() });
    expect(question.status).toBe(201);
    await story.to("2021-04-01");
    await story.clear("FR");
    await story.clear("TD");
    expect((await story.read()).stage).toBe("feedback");
    await story.readNewLetters();
    expect(await statusOf("/clarifications/1/withdrawal", story.focalPoint("TD"))).toBe("not-yours");
    expect(await statusOf("/clarifications/1/withdrawal", story.expert("FR"))).toBe(200);
    for (const path of ["answer", "closure"])
      expect(
        await statusOf(
          `/clarifications/1/${path}`,
          story.focalPoint(path === "answer" ? "IE" : "FR"),
          path === "answer" ? { text: "Late" } : undefined,
        ),
      ).toMatch(/^(?:not-owed|wrong-stage)$/u);
    const review = await story.read();
    expect([review.stage, review.clarifications[0].state]).toEqual(["observations", "withdrawn"]);
    expect(await story.obligation("clarification-1:IE")).toMatchObject({ state: "void" });
    await story.to("2021-08-01");
    expect((await story.readNewLetters()).filter((letter) => letter.startsWith("clarification d"))).toEqual([]);
  });
});

describe("a party that never agrees", () => {
  test("is waited for no more once the Conference has decided, and the decision is shown", async () => {
    await story.list("The list");
    for (const party of ["IE", "FR"])
      expect(await statusOf("/observations/agreements", story.focalPoint(party), { version: 1 })).toBe(200);
    const path = "/obligations/agreement:TD/decision";
    const decision = { body: "conference", document: "CTOC/COP/2022/9", decidedOn: "2023-01-20" };
    expect(await statusOf(path, secretariat, { ...decision, decidedOn: "2021-08-01" })).toBe("not-yet-due");
    await story.to("2023-03-01");
    expect(await story.actions(secretariat)).toContain("decision.record");
    expect(await statusOf(path, missionOf("TD"), decision)).toBe("not-yours");
    expect(await statusOf(path, secretariat, { ...decision, decidedOn: "2023-03-02" })).toBe("date-in-the-future");
    expect(await statusOf(path, secretariat, decision)).toBe(200);
    expect(await statusOf(path, secretariat, decision)).toBe("not-owed");
    expect(await statusOf("/observations/agreements", story.focalPoint("TD"), { version: 1 })).toBe("not-owed");
    for (const as of [missionOf("TD"), story.focalPoint("FR")])
      expect((await story.read(as)).decisions).toEqual([
        { party: "TD", partyName: "Chad", kind: "agreement", ...decision },
      ]);
    expect(await story.blockers()).toEqual(["secretariat publication"]);
  });

  test("is not requested for another version either", async () => {
    await story.readNewLetters();
    expect(await story.list("The list, with a word changed")).toBe(2);
    const letters = (await story.readNewLetters()).filter((letter) => letter.startsWith("list-to-agree"));
    expect(letters).toEqual(each(["list-to-agree"], ["focal-point@fr", "focal-point@ie"]));
    for (const party of ["IE", "FR"])
      expect(await statusOf("/observations/agreements", story.focalPoint(party), { version: 2 })).toBe(200);
    expect(await story.blockers()).toEqual(["secretariat publication"]);
  });

  test("lets the list be published although a focal point left after all others agreed", async () => {
    const { body } = await story.api.get("/v1/parties/FR/mandates", secretariat);
    const focalPoint = body.items.find(({ role, reviews }: any) => role === "focal-point" && reviews.includes("c1-IE"));
    const removal = await story.api.request("POST", `/v1/parties/FR/mandates/${focalPoint.id}/removal`, {
      as: missionOf("FR"),
      key: freshKey(),
      body: {},
    });
    expect(removal.status).toBe(200);
    expect(await story.blockers()).toEqual(["secretariat publication"]);
    expect((await story.publish(2)).status).toBe(200);
    expect((await story.read()).stage).toBe("concluded");
  });

  test("a consent to publication is taken back: the parts are public no more", async () => {
    const published = async () => Object.keys((await story.api.get("/v1/publications/c1-IE")).body);
    expect(await statusOf("/publication-consent", missionOf("IE"), { parts: ["answers", "dialogue"] })).toBe(200);
    expect(await published()).toEqual(expect.arrayContaining(["answers", "dialogue"]));
    expect(await statusOf("/publication-consent/withdrawal", missionOf("IE"), { parts: ["answers"] })).toBe(200);
    expect(await published()).not.toContain("answers");
    expect(await published()).toContain("dialogue");
    expect(await statusOf("/publication-consent/withdrawal", missionOf("IE"), { parts: ["answers"] })).toBe(
      "nothing-to-withdraw",
    );
    await story.holds();
    expect(await checkerFindings(story.api)).toEqual([]);
  });
});
