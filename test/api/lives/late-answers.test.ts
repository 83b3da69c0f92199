import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { secretariat } from "../../harness/test-api.ts";
import { each, type Story, storyOf } from "./story.ts";

/** Ireland, reviewed by France and Chad; each acts months after its date, and the day moves on. */
let story: Story;
beforeAll(async () => {
  story = await storyOf("c1-IE");
});
afterAll(() => story.close());

const missions = ["mission@ie", "mission@fr", "mission@td"];
const focalPoints = ["focal-point@ie", "focal-point@fr", "focal-point@td"];
const work = ["d-28", "d-7", "d-1", "d+1", "d+14"];
const reminders = (kind: string, steps: readonly string[]): string[] => steps.map((step) => `${kind} ${step}`);

describe("a review in which no party acts until long after each date", () => {
  test("stays in nomination while reminders go up the reminder schedule, each once to each mission", async () => {
    await story.to("2021-06-15");
    const late = ["d+1", "d+8", "d+22", "d+50", "d+78", "d+106", "d+134", "d+162"];
    const all = ["start", "d-7", "d-1", ...late];
    expect(await story.readNewLetters()).toEqual(
      each([...reminders("focal-point", all), ...reminders("experts", all)], missions).toSorted(),
    );
    expect(await story.blockers()).toEqual(
      ["IE", "FR", "TD"].toSorted().map((party) => `${party} focal-point overdue`),
    );
    const { stage, obligations } = await story.read();
    expect([stage, new Set(obligations.map(({ state }: any) => state))]).toEqual(["nomination", new Set(["open"])]);
    expect(await story.actions(story.mission("TD"))).toEqual([
      "focal-point.name",
      "expert.name",
      "observer.name",
      "redraw.ask",
    ]);
  });

  test("continues when the last party has named, half a year late, which stays visible", async () => {
    await story.nominate();
    const { stage, actions } = await story.read();
    expect(stage).toBe("consultation");
    const consulting = actions.filter(({ action }: any) => action === "consultation.record");
    expect(consulting.map(({ operationId }: any) => operationId).toSorted()).toEqual([
      "concludeConsultation",
      "recordMeeting",
    ]);
    expect(await story.obligation("focal-point:TD")).toMatchObject({
      state: "met",
      originalDueAt: "2020-12-15T22:59:59.999Z",
      settledAt: expect.stringContaining("2021-06-15T12:"),
    });
    expect(await story.readNewLetters()).toEqual(
      each(["consultation-opened"], [...missions, ...focalPoints]).toSorted(),
    );
  });

  test("has no date for the consultation: a silent party does not hold it up, the secretariat records the exception", async () => {
    await story.to("2021-07-14");
    expect(await story.readNewLetters()).toEqual(
      each(["consultation-past-target"], [...missions, ...focalPoints]).toSorted(),
    );
    await story.to("2021-12-01");
    expect(await story.readNewLetters()).toEqual([]);
    expect(await story.blockers()).toEqual(["IE consultation overdue"]);
    const exception = { withoutMeeting: "The parties could not meet", languagesOpen: { why: "in-discussion" } };
    const refused = await story.post("/consultation/outcome", story.focalPoint("FR"), exception);
    expect([refused.status, refused.problem]).toEqual([403, "not-yours"]);
    const { body } = await story.post("/consultation/outcome", secretariat, exception);
    expect(body).toMatchObject({
      stage: "questionnaire",
      consultation: { withoutMeeting: true, concludedOn: "2021-12-01", languagesOpen: "in-discussion" },
    });
    expect(await story.obligation("questionnaire:IE")).toMatchObject({ dueAt: "2022-06-01T21:59:59.999Z" });
  });

  test("is neither failed nor skipped when the answers are late", async () => {
    await story.to("2022-06-20");
    expect(await story.readNewLetters()).toEqual(
      [
        ...each(["consultation-agreed"], [...missions, ...focalPoints]),
        ...each(reminders("questionnaire", work), ["mission@ie", "focal-point@ie"]),
      ].toSorted(),
    );
    expect((await story.read()).stage).toBe("questionnaire");
    expect(await story.blockers()).toEqual(["IE questionnaire overdue"]);
  });

  test("hears of a delay after expiry: the date moves, the original stays, and it is beyond the rules", async () => {
    const delay = { dueOn: "2022-08-31", reason: "digital-gap" };
    const { body } = await story.post("/obligations/questionnaire:IE/delay", story.mission("IE"), delay);
    expect(body.blockedBy).toMatchObject([{ kind: "questionnaire", overdue: false }]);
    expect(await story.obligation("questionnaire:IE")).toMatchObject({
      dueAt: "2022-08-31T21:59:59.999Z",
      originalDueAt: "2022-06-01T21:59:59.999Z",
      delayReason: "digital-gap",
      beyondRules: true,
      overdue: false,
      generation: 2,
    });
    expect(await story.readNewLetters()).toEqual(each(["delay-notified"], [...missions, ...focalPoints]).toSorted());
  });

  test("is reminded by the new date, and by no other, until the answers are in", async () => {
    await story.to("2022-09-20");
    expect(await story.readNewLetters()).toEqual(
      each(reminders("questionnaire", work), ["mission@ie", "focal-point@ie"]).toSorted(),
    );
    expect(await story.blockers()).toEqual(["IE questionnaire overdue"]);
    await story.submit();
    const { stage, obligations } = await story.read();
    expect(stage).toBe("feedback");
    const pending = obligations.filter(({ kind }: any) => kind === "feedback");
    expect(pending.map(({ openedOn, dueAt }: any) => [openedOn, dueAt])).toEqual([
      ["2022-09-20", "2023-03-20T22:59:59.999Z"],
      ["2022-09-20", "2023-03-20T22:59:59.999Z"],
    ]);
    const workers = ["focal-point@fr", "focal-point@td", "expert@fr", "expert@td"];
    expect(await story.readNewLetters()).toEqual(
      [...each(["answers-received"], workers), ...each(["feedback start"], ["mission@fr", "mission@td"])].toSorted(),
    );
  });

  test("reminds no reviewer any more that has cleared, and the other on", async () => {
    await story.to("2023-04-15");
    const both = ["mission@fr", "mission@td", "focal-point@fr", "focal-point@td"];
    expect(await story.readNewLetters()).toEqual(each(reminders("feedback", work), both).toSorted());
    await story.clear("FR");
    expect(await story.blockers()).toEqual(["TD feedback overdue"]);
    await story.to("2023-05-05");
    expect(await story.readNewLetters()).toEqual(each(["feedback d+42"], ["focal-point@td", "mission@td"]));
    await story.clear("TD");
    expect((await story.read()).stage).toBe("observations");
  });

  test("has three months for the list where the two years are over", async () => {
    expect(await story.obligation("agreement:IE")).toMatchObject({ dueAt: "2023-08-05T21:59:59.999Z" });
    const allUsers = [...focalPoints, "expert@ie", "expert@fr", "expert@td"];
    expect(await story.readNewLetters()).toEqual(
      [...each(["agreement start"], missions), ...each(["feedback-complete"], allUsers)].toSorted(),
    );
    await story.to("2023-09-10");
    expect(await story.readNewLetters()).toEqual(
      each(reminders("agreement", work), [...missions, ...focalPoints]).toSorted(),
    );
    const version = await story.list();
    await story.agreeAll(version);
    expect(await story.blockers()).toEqual(["secretariat publication"]);
    expect(await story.actions(secretariat)).toContain("observations.publish");
    expect((await story.publish(version)).body.stage).toBe("concluded");
    await story.api.app.rest();
    expect(await story.readNewLetters()).toEqual(
      [...each(["list-to-agree"], focalPoints), ...each(["list-published"], [...missions, ...focalPoints])].toSorted(),
    );
  });

  test("ends with every obligation met, late by its original date, and every promise kept", async () => {
    const { obligations } = await story.read();
    expect(obligations.length).toBe(12);
    for (const { id, state, settledAt, originalDueAt } of obligations)
      expect([id, state, settledAt > originalDueAt]).toEqual([id, "met", true]);
    await story.holds();
    expect(await story.readNewLetters()).toEqual([]);
  });
});
