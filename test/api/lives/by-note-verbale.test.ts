import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshKey, missionOf, secretariat } from "../../harness/test-api.ts";
import { checkerFindings } from "../../harness/api-verification.ts";
import { each, type Story, storyOf } from "./story.ts";

/** Ireland, reviewed by France and Chad, which act by note verbale and by telephone; the secretariat records it later. */
let story: Story;
beforeAll(async () => {
  story = await storyOf("c1-IE");
  await story.nominate();
  await story.to("2020-12-10");
  await story.readNewLetters();
});
afterAll(() => story.close());

const byNote = (party: string, happenedOn: string, number = "NV 17/2021") => ({
  onBehalfOf: { party, happenedOn, source: { kind: "note-verbale", number, date: happenedOn } },
});
const byCall = (party: string, happenedOn: string, date = happenedOn) => ({
  onBehalfOf: { party, happenedOn, source: { kind: "call", date } },
});
const record = async (path: string, body: object, status = 200, more?: { key?: string }) => {
  const answer = await story.post(path, secretariat, body, more);
  expect([answer.status, answer.problem]).toEqual([status, undefined]);
  await story.api.app.rest();
  return answer;
};
const refusedAs = async (path: string, as: string, body: object) =>
  (await story.post(path, as, body, { key: freshKey() })).problem;
const obligation = (id: string) => story.obligation(id);
const lastEntry = async () =>
  (await story.api.pages("/v1/journal/review/c1-IE", secretariat, 100)).items.at(-1) as Record<string, any>;

describe("a review whose parties act outside the system", () => {
  test("takes languages and a meeting as of their days, from the note verbale that states them", async () => {
    await record("/consultation/languages", { languages: ["en"], ...byNote("IE", "2020-12-08") });
    expect(await lastEntry()).toMatchObject({
      onBehalfOf: { party: "IE", happenedOn: "2020-12-08", source: { kind: "note-verbale", number: "NV 17/2021" } },
      facts: [{ kind: "languages-agreed", happenedAt: "2020-12-07T23:00:00.000Z" }],
    });
    await record("/consultation/outcome", {
      heldOn: "2020-12-08",
      mode: "video",
      concludedOn: "2020-12-09",
      ...byNote("IE", "2020-12-09"),
    });
    expect((await obligation("questionnaire:IE")).openedOn).toBe("2020-12-09");
    expect((await story.read(missionOf("FR"))).consultation).toMatchObject({
      heldOn: "2020-12-08",
      mode: "video",
      languages: ["en"],
    });
    await story.api.app.rest();
    const [agreed] = story.api.app.mailbox
      .find({ limit: 10_000 })
      .filter(({ subject }) => subject.startsWith("Consultation of the parties: what was agreed"));
    expect(agreed?.text.replaceAll(/\s+/gu, " ")).toContain("8 December 2020, by video");
  });

  test("takes further meetings from a note verbale, whose day and mode are corrected, and keeps the first one's day", async () => {
    const again = (heldOn: string) => ({ meeting: "further", heldOn, mode: "video", ...byNote("FR", "2020-12-10") });
    const refusal = async (heldOn: string) => {
      const { problem, body } = await story.post("/consultation/meetings", secretariat, again(heldOn), {
        key: freshKey(),
      });
      return [problem, body.earliest ?? body.latest, body.contradicts];
    };
    expect(await refusal("2020-12-11")).toEqual(["date-in-the-future", "2020-12-10", undefined]);
    expect(await refusal("2020-12-07")).toEqual(["date-too-early", "2020-12-08", "meeting"]);
    expect(await refusal("2020-11-30")).toEqual(["date-too-early", "2020-12-08", "meeting"]);
    await record("/consultation/meetings", again("2020-12-09"));
    const { version } = await story.read();
    await record("/consultation/meetings", again("2020-12-09"));
    expect((await story.read()).version).toBe(version);
    const slip = { reason: "A slip of the note." };
    await record("/corrections", { what: "round", round: 2, to: "2020-12-10", ...slip });
    await record("/corrections", { what: "meeting-mode", round: 2, to: "in-person", ...slip });
    expect((await story.read(missionOf("TD"))).consultation).toMatchObject({
      heldOn: "2020-12-08",
      mode: "video",
      rounds: [
        {
          number: 2,
          heldOn: "2020-12-10",
          mode: "in-person",
          by: "FR",
          byName: "France",
          source: { kind: "note-verbale", number: "NV 17/2021", date: "2020-12-10" },
        },
      ],
    });
  });

  test("shows the secretariat the acts that it may record, for which party and by which operation", async () => {
    const { actions } = await story.read(secretariat);
    expect(actions).toContainEqual({
      action: "answers.submit",
      operationId: "recordAnswers",
      party: "IE",
      partyName: "Ireland",
      method: "POST",
      path: "/v1/reviews/c1-IE/answers/record",
      onRecord: true,
    });
    expect(actions.find(({ action }: any) => action === "delay.notify")).toMatchObject({ party: "IE", onRecord: true });
    expect((await story.read(missionOf("IE"))).actions.some((action: any) => "onRecord" in action)).toBe(false);
  });

  test("moves a date by a delay that was announced by telephone, and notifies all parties of the reason in the party's words", async () => {
    // The sweep runs where time stops: the other consultations get the letter about their target.
    await story.api.app.moveTo("2020-12-30T08:30:00.000Z");
    await story.to("2021-06-20");
    await story.readNewLetters();
    const explanation = "Two ministries meet on 15 September 2021 to clear the answers.";
    const linked = { dueOn: "2021-09-30", reason: "other", explanation: "See www.example.org/why" };
    const path = "/obligations/questionnaire:IE/delay";
    expect(await refusedAs(path, secretariat, { ...linked, ...byCall("IE", "2021-06-01") })).toBe("invalid-request");
    await record(path, {
      dueOn: "2021-09-30",
      reason: "coordination",
      explanation,
      ...byCall("IE", "2021-06-01"),
    });
    expect(await obligation("questionnaire:IE")).toMatchObject({
      dueAt: "2021-09-30T21:59:59.999Z",
      originalDueAt: "2021-06-09T21:59:59.999Z",
      overdue: false,
      delayReason: "coordination",
      delayExplanation: explanation,
    });
    expect(await story.readNewLetters()).toEqual(
      each(
        ["delay-notified"],
        ["focal-point@fr", "focal-point@ie", "focal-point@td", "mission@fr", "mission@ie", "mission@td"],
      ),
    );
    const mails = story.api.app.mailbox
      .find({ limit: 10_000 })
      .filter(({ subject }) => /^(?:Delay|Retard)/u.test(subject));
    expect(mails).toHaveLength(6);
    const words = mails.map(({ text }) => text.replaceAll(/\s+/gu, " "));
    const inEnglish = words.filter((text) => text.includes(`In the words of Ireland: ${explanation}`));
    const inFrench = words.filter((text) => text.includes(`Explication donnée par l’Irlande : ${explanation}`));
    expect([inEnglish.length, inFrench.length]).toEqual([4, 2]);
  });

  test("counts the feedback from the day on which the reviewers received answers that are recorded later", async () => {
    await story.to("2021-08-20");
    await story.readNewLetters();
    const answers = { reference: "CTOC/COP/2021/CRP.3", ...byNote("IE", "2021-08-02") };
    await record("/answers/record", answers, 200, { key: "record-answers-1" });
    await record("/answers/record", answers, 200, { key: "record-answers-1" });
    const review = await story.read();
    expect(review).toMatchObject({ stage: "feedback", answers: { receivedOn: "2021-08-02" } });
    for (const party of ["FR", "TD"])
      expect(await obligation(`feedback:${party}`)).toMatchObject({
        openedOn: "2021-08-02",
        dueAt: "2022-02-02T22:59:59.999Z",
      });
    const { body } = await story.api.get(story.at("/answers"), story.focalPoint("FR"));
    expect(body.texts.map(({ text, reference }: any) => [text, reference])).toContainEqual(["", "CTOC/COP/2021/CRP.3"]);
    const letters = await story.readNewLetters();
    expect(letters).toEqual([
      ...each(["answers-received"], ["expert@fr", "expert@td", "focal-point@fr", "focal-point@td"]),
      ...each(["feedback start"], ["mission@fr", "mission@td"]),
    ]);
  });

  test("shows reviewers the text of answers that arrives after them, and moves no date", async () => {
    const before = await obligation("feedback:FR");
    const late = {
      of: "answers",
      texts: [{ instrument: "UNTOC", text: "The answers of Ireland." }],
      source: { kind: "note-verbale", number: "NV 19/2021", date: "2021-08-20" },
    };
    await record("/texts", late);
    const { body } = await story.api.get(story.at("/answers"), story.focalPoint("FR"));
    const [answers] = body.texts.filter(({ instrument }: any) => instrument === "UNTOC");
    expect(answers.text).toBe("The answers of Ireland.");
    expect(await obligation("feedback:FR")).toEqual(before);
    expect(await refusedAs("/texts", secretariat, { ...late, texts: [{ instrument: "UNTOC", text: "Others." }] })).toBe(
      "already-cleared",
    );
    expect(await story.readNewLetters()).toEqual([]);
  });

  test("refuses an act without a source, a source or a day that lies ahead, and a day before the answers were there", async () => {
    const path = "/feedback/FR/record";
    const texts = [{ instrument: "UNTOC", text: "Our feedback." }];
    const reference = "NV 20/2021";
    expect(await refusedAs(path, secretariat, { texts })).toBe("invalid-request");
    expect(await refusedAs(path, secretariat, { reference, ...byNote("FR", "2021-08-21") })).toBe(
      "source-in-the-future",
    );
    expect(await refusedAs(path, secretariat, { reference, ...byCall("FR", "2021-08-21", "2021-08-20") })).toBe(
      "date-in-the-future",
    );
    expect(await refusedAs(path, secretariat, { reference, ...byNote("FR", "2021-08-01") })).toBe("date-too-early");
    expect(await refusedAs(path, secretariat, { reference, ...byNote("TD", "2021-08-10") })).toBe("not-yours");
    expect(await refusedAs(path, secretariat, { reference, ...byNote("DE", "2021-08-10") })).toBe("not-in-this-review");
    expect(await refusedAs(path, story.focalPoint("FR"), { reference, ...byNote("FR", "2021-08-10") })).toBe(
      "not-yours",
    );
    expect(await refusedAs(path, secretariat, { texts, ...byNote("FR", "2021-08-10") })).toBe("incomplete");
    const source = { kind: "call", date: "2021-08-10", number: "7" };
    expect(
      await refusedAs(path, secretariat, { reference, onBehalfOf: { party: "FR", happenedOn: "2021-08-10", source } }),
    ).toBe("invalid-request");
    expect(
      await refusedAs("/obligations/feedback:FR/delay", secretariat, { dueOn: "2022-05-01", reason: "other" }),
    ).toBe("source-missing");
  });

  test("brings up the list on the day of the clearance that happened last, whichever is recorded last", async () => {
    await story.to("2022-03-01");
    await record("/feedback/TD/record", { reference: "NV 3/2022", ...byNote("TD", "2022-02-10", "3/2022") });
    await record("/feedback/FR/record", { reference: "NV 2/2022", ...byNote("FR", "2022-01-20", "2/2022") });
    const review = await story.read();
    expect([review.stage, review.stageSince]).toEqual(["observations", "2022-02-09T23:00:00.000Z"]);
  });

  test("is published with an agreement by note verbale, and is whole", async () => {
    await story.to("2022-03-05");
    await story.list("The list");
    await story.to("2022-04-01");
    for (const party of ["IE", "FR"])
      expect((await story.post("/observations/agreements", story.focalPoint(party), { version: 1 })).status).toBe(200);
    expect(await refusedAs("/observations/agreements", secretariat, { version: 1 })).toBe("source-missing");
    expect(
      await refusedAs("/observations/agreements", secretariat, { version: 1, ...byNote("TD", "2022-03-04") }),
    ).toBe("date-too-early");
    await record("/observations/agreements", { version: 1, ...byNote("TD", "2022-03-20", "9/2022") });
    expect((await story.publish(1)).status).toBe(200);
    await story.holds();
    expect(await checkerFindings(story.api)).toEqual([]);
  });
});
