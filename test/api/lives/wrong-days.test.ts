import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkerFindings } from "../../harness/api-verification.ts";
import { freshKey, secretariat } from "../../harness/test-api.ts";
import { each, type Story, storyOf } from "./story.ts";

/** Ireland, reviewed by France and Chad: days were recorded wrongly, and are set right one after the other. */
let story: Story;
beforeAll(async () => {
  story = await storyOf("c1-IE");
  await story.nominate();
  await story.to("2020-12-10");
  await story.conclude({ heldOn: "2020-12-02", concludedOn: "2020-12-09" });
  await story.api.app.rest();
  await story.readNewLetters();
});
afterAll(() => story.close());

/** The recipients of the letter about the agreed consultation. */
const recipients = ["focal-point@fr", "focal-point@ie", "focal-point@td", "mission@fr", "mission@ie", "mission@td"];

const correct = async (what: object) => {
  const sent = { reason: "Recorded wrongly.", ...what };
  const answer = await story.post("/corrections", secretariat, sent, { key: freshKey() });
  // Letters about it have left before the next one overtakes them.
  await story.api.app.rest();
  return answer;
};
const contradiction = async (what: object) => {
  const { problem, body } = await correct(what);
  return [problem, body.contradicts];
};

describe("a review with wrong days on record", () => {
  test("has its meeting set right, and nothing else moves", async () => {
    const before = await story.read();
    const { status, body } = await correct({ what: "meeting", to: "2020-12-08" });
    expect([status, body.consultation.heldOn]).toEqual([200, "2020-12-08"]);
    const answers = await story.obligation("questionnaire:IE");
    expect([answers.openedOn, answers.generation]).toEqual(["2020-12-09", 1]);
    expect((await correct({ what: "meeting", to: "2020-12-08" })).body.version).toBe(before.version + 1);
    const entry = (await story.api.pages(story.journal, secretariat, 100)).items.at(-1);
    expect(entry).toMatchObject({
      facts: [
        { kind: "date-corrected", what: "meeting", from: "2020-12-02", to: "2020-12-08", reason: "Recorded wrongly." },
      ],
    });
  });

  test("refuses a day that contradicts another, and names it; and changes nothing", async () => {
    const { version } = await story.read();
    expect(await contradiction({ what: "meeting", to: "2020-12-10" })).toEqual(["date-too-late", "consultation"]);
    expect(await contradiction({ what: "meeting", to: "2020-11-30" })).toEqual(["date-too-early", "start"]);
    expect(await contradiction({ what: "meeting", to: "2020-12-11" })).toEqual(["date-in-the-future", undefined]);
    expect(await contradiction({ what: "submission", to: "2020-12-09" })).toEqual(["nothing-to-correct", undefined]);
    expect(await contradiction({ what: "feedback", to: "2020-12-09" })).toEqual(["invalid-request", undefined]);
    expect(
      (await story.post("/corrections", story.focalPoint("IE"), { what: "meeting", to: "2020-12-07", reason: "x" }))
        .problem,
    ).toBe("not-yours");
    expect((await story.read()).version).toBe(version);
  });

  test("counts the answers from the clock that was agreed on, and reminds of the new date alone", async () => {
    expect((await correct({ what: "clock", to: "2021-01-15" })).status).toBe(200);
    expect(await story.obligation("questionnaire:IE")).toMatchObject({
      generation: 2,
      dueAt: "2021-07-15T21:59:59.999Z",
    });
    expect((await correct({ what: "answers-due", to: "2021-06-30" })).status).toBe(200);
    expect(await story.obligation("questionnaire:IE")).toMatchObject({
      generation: 3,
      dueAt: "2021-06-30T21:59:59.999Z",
    });
    // The sweep runs where time stops: the other consultations get the letter about their target.
    await story.api.app.moveTo("2020-12-30T08:30:00.000Z");
    await story.to("2021-06-24");
    expect(await story.readNewLetters()).toEqual(
      [
        // One for each correction: of the meeting, of the clock and of the date.
        ...each(["consultation-agreed", "consultation-agreed", "consultation-agreed"], recipients),
        ...each(["questionnaire d-28", "questionnaire d-7"], ["focal-point@ie", "mission@ie"]),
      ].toSorted(),
    );
  });

  test("has its languages corrected, and all parties are notified", async () => {
    const answer = await story.post("/corrections", secretariat, {
      what: "agreed-languages",
      to: ["en"],
      reason: "A slip.",
    });
    expect([answer.status, answer.body.consultation.languages]).toEqual([200, ["en"]]);
    await story.api.app.rest();
    expect(await story.readNewLetters()).toEqual(
      each(
        ["consultation-agreed"],
        ["focal-point@fr", "focal-point@ie", "focal-point@td", "mission@fr", "mission@ie", "mission@td"],
      ),
    );
  });

  test("moves the list to the day of the last clearance, once that is set right, and is whole", async () => {
    await story.submit();
    await story.to("2021-09-20");
    await story.clearAll();
    expect((await story.obligation("agreement:IE")).openedOn).toBe("2021-09-20");
    await correct({ what: "feedback", party: "FR", to: "2021-09-01" });
    await correct({ what: "feedback", party: "TD", to: "2021-09-10" });
    expect(await story.obligation("agreement:IE")).toMatchObject({ generation: 2, openedOn: "2021-09-10" });
    expect(await contradiction({ what: "submission", to: "2021-09-02" })).toEqual(["date-too-late", "feedback"]);
    await story.api.app.rest();
    await story.holds();
    expect(await checkerFindings(story.api)).toEqual([]);
  });
});
