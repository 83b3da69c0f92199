import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkerFindings } from "../../harness/api-verification.ts";
import { byNote, freshKey, missionOf, secretariat } from "../../harness/test-api.ts";
import { each, type Story, storyOf } from "./story.ts";

/** Ireland, reviewed by France and Chad, which divide the instruments between them. */
let story: Story;
let own: { readonly FR: readonly string[]; readonly TD: readonly string[] };
const parts = (FR: readonly string[], TD: readonly string[]) => ({
  parts: [
    { party: "FR", instruments: FR },
    { party: "TD", instruments: TD },
  ],
});
const divide = (as: string, body: object) => story.post("/division", as, body, { key: freshKey() });
const feedbackOn = async (party: string, instruments: readonly string[]) => {
  for (const instrument of instruments) {
    const path = story.at(`/feedback/${party}/drafts/${instrument}`);
    const match = (await story.api.get(path, story.expert(party))).headers.get("etag") ?? "";
    const body = { text: `On ${instrument}.` };
    const { status } = await story.api.request("PUT", path, { as: story.expert(party), match, body });
    if (status !== 200) return status;
  }
  const drafts = instruments.map((instrument) => ({ instrument, version: 1 }));
  return story.post(`/feedback/${party}/clearance`, story.focalPoint(party), { drafts }, { key: freshKey() });
};

beforeAll(async () => {
  story = await storyOf("c1-IE");
  const [first = "", ...rest] = story.instruments;
  own = { FR: [first], TD: rest };
  await story.nominate();
  await story.conclude();
  await story.readNewLetters();
});
afterAll(() => story.close());

describe("reviewers that divide their work", () => {
  test("learn why a division is impossible, and nothing changes", async () => {
    const before = await story.read();
    const [first = ""] = own.FR;
    const foreign = ["UNTOC", "TIP", "SOM", "FP"].filter((one) => !story.instruments.includes(one));
    const tries = [
      [parts(own.FR, own.FR), "instruments-unassigned", { instruments: own.TD }],
      [
        { parts: [{ party: "FR", instruments: story.instruments }] },
        "reviewer-without-instruments",
        { parties: ["TD"] },
      ],
      [
        { parts: [...parts(own.FR, own.TD).parts, { party: "IE", instruments: own.FR }] },
        "not-a-reviewer",
        { parties: ["IE"] },
      ],
      ...foreign.map(
        (one) => [parts([first, one], own.TD), "instrument-not-reviewed", { instruments: [one] }] as const,
      ),
    ] as const;
    for (const [body, problem, details] of tries) {
      const answer = await divide(story.focalPoint("FR"), body);
      expect([answer.problem, answer.body]).toEqual([problem, expect.objectContaining(details)]);
    }
    expect((await divide(secretariat, parts(own.FR, own.TD))).problem).toBe("source-missing");
    expect((await divide(story.focalPoint("IE"), parts(own.FR, own.TD))).problem).toBe("not-yours");
    expect((await story.read()).version).toBe(before.version);
  });

  test("divide the work before there are answers, and all users concerned are notified", async () => {
    expect(await story.actions(story.focalPoint("TD"))).toContain("work.divide");
    const { body } = await divide(story.focalPoint("TD"), parts(own.TD, own.FR));
    expect(body.division).toMatchObject({ by: "TD", undivided: [] });
    // Letters about it have left before the next one overtakes them.
    await story.api.app.rest();
    const today = (await story.api.get("/health")).body.now.slice(0, 10);
    const fromNote = { ...parts(own.FR, own.TD), ...byNote("FR", today) };
    const { status } = await divide(secretariat, fromNote);
    expect(status).toBe(200);
    const { version } = await story.read();
    expect((await divide(story.focalPoint("TD"), parts(own.FR, own.TD))).body.version).toBe(version);
    const { division } = await story.read(missionOf("IE"));
    expect(division).toMatchObject({
      parts: [
        { party: "FR", partyName: "France", instruments: own.FR },
        { party: "TD", partyName: "Chad", instruments: own.TD },
      ],
      by: "FR",
      source: { kind: "note-verbale" },
    });
    const readers = ["expert@fr", "expert@td", "focal-point@fr", "focal-point@ie", "focal-point@td"];
    expect(await story.readNewLetters()).toEqual(each(["work-divided", "work-divided"], readers).toSorted());
  });

  test("have an obligation of feedback on their own instruments, and none on the others", async () => {
    await story.submit();
    expect((await story.obligation("feedback:TD")).instruments).toEqual(own.TD);
    expect(await feedbackOn("FR", own.TD.slice(0, 1))).toBe(422);
    const foreign = await story.post("/feedback/TD/record", secretariat, {
      texts: [{ instrument: own.FR[0], text: "On what France took." }],
      ...byNote("TD", (await story.api.get("/health")).body.now.slice(0, 10)),
    });
    expect([foreign.problem, foreign.body.instruments]).toEqual(["instrument-not-reviewed", own.TD]);
    expect(await feedbackOn("FR", own.FR)).toMatchObject({ status: 200 });
    const other = await divide(story.focalPoint("TD"), parts(own.TD, own.FR));
    expect([other.problem, other.body.parties]).toEqual(["work-cleared", ["FR"]]);
    const question = await story.post(
      "/clarifications",
      story.expert("FR"),
      { text: "What of this?" },
      { key: freshKey() },
    );
    expect([question.status, question.body.instruments]).toEqual([201, own.FR]);
    expect((await story.post("/clarifications/1/answer", story.focalPoint("IE"), { text: "This." })).status).toBe(200);
    expect(await feedbackOn("TD", own.TD)).toMatchObject({ status: 200 });
    expect((await story.read()).stage).toBe("observations");
  });

  test("leave a review that is whole", async () => {
    await story.holds();
    expect(await checkerFindings(story.api)).toEqual([]);
  });
});
