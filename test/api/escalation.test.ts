import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Life, lifeOf } from "../fixtures/review-life.ts";
import { missionOf, president, openTestApi, type TestApi } from "../harness/test-api.ts";

/** Escalation: reminders that lie ahead, missing people, and the recipients that are notified. */
let api: TestApi;
let life: Life;
beforeAll(async () => {
  api = await openTestApi();
  await api.startGroup();
  life = await lifeOf(api, "c1-IE");
  await life.nominate();
  await life.conclude();
  await api.app.rest();
});
afterAll(() => api.close());

describe("the reminder plan of a review", () => {
  const path = "/v1/reviews/c1-IE/reminder-plan";

  test("lists the letters of the coming year, and the changes by a new date", async () => {
    const { body: plain } = await api.get(path, missionOf("IE"));
    expect(plain).toMatchObject({ review: "c1-IE", until: "2021-12-01T22:59:59.999Z" });
    expect(plain.change).toBeUndefined();
    const [obligation] = plain.obligations;
    expect(obligation).toMatchObject({
      obligation: "questionnaire:IE",
      dueAt: "2021-06-01T21:59:59.999Z",
      generation: 1,
    });
    const { body } = await api.get(`${path}?obligation=questionnaire:IE&newDate=2021-08-31`, life.focalPoint("IE"));
    expect(body.obligations).toEqual([obligation]);
    expect(body.change).toMatchObject({ generation: 2, dueAt: "2021-08-31T21:59:59.999Z", beyondRules: true });
    expect(body.change.falls[0].leavesAt).toBe("2021-05-04T07:00:00.000Z");
    expect(body.change.comes[0].leavesAt).toBe("2021-08-03T07:00:00.000Z");
    expect(body.change.told).toContainEqual({ kind: "mission", party: "FR", partyName: "France" });
  });

  test("comes true: the predicted letter leaves at the predicted time, to the predicted recipients", async () => {
    const { body } = await api.get(path, missionOf("IE"));
    const [first] = body.obligations[0].reminders;
    expect([first.rung, first.leavesAt]).toEqual(["d-28", "2021-05-04T07:00:00.000Z"]);
    await api.app.moveTo("2021-05-04T06:59:00.000Z");
    const before = api.app.mailbox.count();
    await api.app.moveTo("2021-05-04T07:01:00.000Z");
    const subject = "Reminder: answers to the self-assessment questionnaire (cluster 1), due by 1 June 2021";
    const arrived = api.app.mailbox.find({}).filter((mail) => mail.subject.startsWith(subject));
    expect(arrived.flatMap(({ to }) => to).toSorted()).toEqual([life.focalPoint("IE"), missionOf("IE")].toSorted());
    expect(api.app.mailbox.count() - before).toBeGreaterThanOrEqual(2);
    expect(first.to).toHaveLength(2);
  });

  test.each([
    ["a date that is past", "?obligation=questionnaire:IE&newDate=2021-01-01", "date-too-early"],
    ["a nomination", "?obligation=experts:IE&newDate=2022-01-01", "no-delay-for-nominations"],
    ["an obligation of no party", "?obligation=agreement:IE", "unknown-obligation"],
    ["an obligation of another party", "?obligation=experts:FR", "unknown-obligation"],
  ])("is refused for %s", async (_, query, problem) => {
    await api.expectRefusal(["GET", `${path}${query}`, { as: missionOf("IE") }], { status: 422, problem } as never);
  });

  test("requires the obligation of a new date", async () => {
    const refusal = { status: 400, problem: "invalid-request", places: [{ parameter: "obligation" }] } as const;
    const { body } = await api.expectRefusal(["GET", `${path}?newDate=2022-01-01`, { as: missionOf("IE") }], refusal);
    expect(body.errors[0].message).toBe("is missing: newDate is a new date of one obligation, so say of which");
  });

  test("does not exist for a user who may not read the review", async () => {
    for (const as of [missionOf("DE"), president])
      await api.expectRefusal(["GET", path, { as }], { status: 404, problem: "not-found" });
  });
});
