import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshKey, secretariat } from "../../harness/test-api.ts";
import { checkerFindings } from "../../harness/api-verification.ts";
import { each, type Story, storyOf } from "./story.ts";

/** Ireland, reviewed by France and Chad, never answers its questionnaire, and Chad never sends feedback. */
let story: Story;
beforeAll(async () => {
  story = await storyOf("c1-IE");
  await story.nominate();
  await story.to("2020-12-10");
  await story.conclude();
});
afterAll(() => story.close());

const conference = { body: "conference", document: "CTOC/COP/2022/9", decidedOn: "2022-10-17" };
const workingGroup = { body: "working-group", document: "CTOC/COP/WG.11/2023/3", decidedOn: "2023-06-12" };
const decide = async (obligation: string, decision: object) => {
  const { status, problem } = await story.post(`/obligations/${obligation}/decision`, secretariat, decision);
  await story.api.app.rest();
  return problem ?? status;
};
const listedLate = async (party: string) =>
  (await story.api.pages(`/v1/obligations?state=overdue&party=${party}`, secretariat, 100)).items
    .filter(({ review }) => review === "c1-IE")
    .map(({ id }) => id);

describe("a party that never answers", () => {
  test("is reminded for sixteen months, blocks the review and is in the lists", async () => {
    await story.to("2022-10-20");
    expect(await story.blockers()).toEqual(["IE questionnaire overdue"]);
    expect(await listedLate("IE")).toEqual(["questionnaire:IE"]);
    const reminders = (await story.readNewLetters()).filter((letter) => letter.startsWith("questionnaire d"));
    // 28, 7 and 1 days before, 1 and 14 after, then every 28 days: to the mission and to the focal point.
    expect(reminders.filter((letter) => letter.endsWith("to mission@ie"))).toHaveLength(3 + 2 + 17);
  });

  test("blocks no more once the Conference has decided: feedback is due from that day", async () => {
    expect(await decide("questionnaire:IE", conference)).toBe(200);
    const review = await story.read(story.focalPoint("TD"));
    expect([review.stage, review.decisions]).toEqual([
      "feedback",
      [{ party: "IE", partyName: "Ireland", kind: "questionnaire", ...conference }],
    ]);
    expect(await story.obligation("questionnaire:IE")).toMatchObject({ state: "void" });
    expect(await story.obligation("feedback:FR")).toMatchObject({ openedOn: "2022-10-17", dueOn: "2023-04-17" });
    expect(await listedLate("IE")).toEqual([]);
    const letters = await story.readNewLetters();
    expect(letters).toEqual(
      expect.arrayContaining([
        ...each(["decision-recorded"], ["mission@ie", "mission@fr", "mission@td"]),
        ...each(["feedback start"], ["mission@fr", "mission@td"]),
      ]),
    );
    await story.to("2023-03-01");
    expect((await story.readNewLetters()).filter((letter) => letter.startsWith("questionnaire"))).toEqual([]);
  });

  test("submits no more: its answers are no obligation any more", async () => {
    expect(await story.actions(story.focalPoint("IE"))).not.toContain("answers.submit");
    const late = await story.post("/answers/submission", story.focalPoint("IE"), { drafts: [] });
    expect(late.problem).toBe("not-owed");
    const question = await story.post("/clarifications", story.expert("FR"), { text: "Why?" }, { key: freshKey() });
    expect(question.problem).toBe("not-owed");
    expect((await story.read()).stage).toBe("feedback");
  });
});

describe("a reviewer that never sends feedback", () => {
  test("is waited for no more once the working group has decided, and the list is agreed and published", async () => {
    await story.clear("FR");
    await story.to("2023-06-20");
    expect(await story.blockers()).toEqual(["TD feedback overdue"]);
    expect(await decide("feedback:TD", workingGroup)).toBe(200);
    const review = await story.read();
    expect([review.stage, review.decisions.length]).toEqual(["observations", 2]);
    await story.agreeAll(await story.list());
    await story.publish(1);
    await story.api.app.rest();
    const { body } = await story.api.get("/v1/publications/c1-IE");
    expect((await story.read()).stage).toBe("concluded");
    const profile = (await story.api.get("/v1/country-profiles/IE")).body;
    expect(profile.reviews).toMatchObject([{ review: "c1-IE", decisions: [{ party: "IE" }, { party: "TD" }] }]);
    expect(body.decisions).toMatchObject([
      { party: "IE", document: conference.document },
      { party: "TD", document: workingGroup.document },
    ]);
  });

  test("leaves every promise kept, and the checker content", async () => {
    await story.holds();
    expect(await checkerFindings(story.api)).toEqual([]);
  });
});
