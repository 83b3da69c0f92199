import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { missionOf, president, openTestApi, type TestApi, secretariat } from "../harness/test-api.ts";

/** Explains missing letters of one day, from before the group of a party started to days ahead. */
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  api.app.faults.add({ effect: "bounce", address: missionOf("DE"), times: 1 });
});
afterAll(() => api.close());

const path = (party: string, date: string) => `/v1/parties/${party}/letters/absence?date=${date}`;
const askAbsence = async (date: string, party = "FR", as: string = secretariat) => {
  const { status, body } = await api.get(path(party, date), as);
  expect(status).toBe(200);
  return body;
};
const whys = ({ reasons }: any, more: (reason: any) => boolean = () => true) =>
  [...new Set(reasons.filter(more).map(({ why }: any) => why))].toSorted();

describe("why a party got no letter is explained", () => {
  test("before its group has started, also of days ahead", async () => {
    for (const date of ["2020-11-15", "2020-12-08"]) {
      const answer = await askAbsence(date);
      expect([answer.absent, answer.party, answer.date, whys(answer)]).toEqual([true, "FR", date, ["not-started"]]);
      expect(answer.reasons[0].inWords).toBe("The review had not started");
    }
  });

  test("once it has: which letters left on the first day, and no absence", async () => {
    await api.startGroup();
    const answer = await askAbsence("2020-12-01");
    expect(answer.absent).toBe(false);
    const sent = answer.reasons.filter(({ why }: any) => why === "sent");
    expect(new Set(sent.map(({ duty }: any) => duty))).toEqual(new Set(["focal-point", "experts"]));
    const { body } = await api.get(`/v1/letters/${sent[0].letter}?include=explanation`, secretariat);
    expect(body.state).toBe("delivered");
    expect(whys(await askAbsence("2020-11-30"))).toEqual(["not-started"]);
  });

  test("on a day between two steps, with the next", async () => {
    const answer = await askAbsence("2020-12-05", "FR", missionOf("FR"));
    // The party sits in reviews of later groups, too.
    expect([answer.absent, whys(answer)]).toEqual([true, ["no-step", "not-started"]]);
    expect(answer.next).toEqual({ rung: "d-7", leavesAt: "2020-12-08T08:00:00.000Z" });
  });

  test("of a day ahead as it will be; when it has come, as it was", async () => {
    const ahead = await askAbsence("2020-12-08");
    const isFocalPoint = ({ duty }: any) => duty === "focal-point";
    expect([ahead.absent, whys(ahead, isFocalPoint)]).toEqual([true, ["ahead"]]);
    await api.name("FR", "focal-point");
    await api.app.rest();
    expect(whys(await askAbsence("2020-12-08"), isFocalPoint)).toEqual(["met"]);
    await api.app.moveTo("2020-12-08T12:00:00.000Z");
    expect(whys(await askAbsence("2020-12-08"), isFocalPoint)).toEqual(["met"]);
    expect(whys(await askAbsence("2020-12-08", "IE"), isFocalPoint)).toEqual(["sent"]);
  });

  test("where the address failed: of the day that has passed by its letter, of a day ahead by the present state", async () => {
    expect(whys(await askAbsence("2020-12-01", "DE"))).toContain("bounced");
    expect(whys(await askAbsence("2020-12-08", "DE"))).toContain("suppressed");
    const [ahead] = (await askAbsence("2020-12-14", "DE")).reasons.filter(({ why }: any) => why === "suppressed");
    expect(ahead).toMatchObject({ recipient: { kind: "mission", party: "DE" }, since: expect.any(String) });
  });

  test("to the party's own mission and the secretariat only", async () => {
    for (const as of [missionOf("DE"), president])
      await api.expectRefusal(["GET", path("FR", "2020-12-08"), { as }], { status: 404, problem: "not-found" });
    await api.expectRefusal(["GET", path("XX", "2020-12-08"), { as: secretariat }], {
      status: 404,
      problem: "not-found",
    });
  });

  test.each([
    ["no day", ""],
    ["what is no day", "?date=2021-02-30"],
  ])("not for %s", async (_, query) => {
    await api.expectRefusal(["GET", `/v1/parties/FR/letters/absence${query}`, { as: secretariat }], {
      status: 400,
      problem: "invalid-request",
      places: [{ parameter: "date" }],
    });
  });
});

test("a day further ahead than twelve years is refused, so that no caller has a thousand years of reminders worked out", async () => {
  const year = Number(new Date(api.app.clock.now()).toISOString().slice(0, 4));
  await api.expectRefusal(["GET", path("FR", `${year + 13}-01-01`), { as: secretariat }], {
    status: 422,
    problem: "date-too-late",
  });
  expect((await api.get(path("FR", `${year + 11}-01-01`), secretariat)).status).toBe(200);
});

test("the operation has answered with success", () =>
  expect(api.succeededOperations).toContain("explainLetterAbsence"));
