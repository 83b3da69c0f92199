import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkerFindings } from "../harness/api-verification.ts";
import { missionOf, openTestApi, secretariat, type TestApi } from "../harness/test-api.ts";

let api: TestApi;
const decision = { body: "conference", document: "CTOC/COP/2020/11", decidedOn: "2020-11-30" };
const phase = async (id: string) => (await api.get(`/v1/phases/${id}`, secretariat)).body;

beforeAll(async () => {
  api = await openTestApi();
  await api.startGroup();
  await api.app.rest();
  const { body } = await api.request("POST", "/v1/phases/c4/opening/previews", { as: secretariat });
  const order = { preview: body.hash, decision };
  expect((await api.request("POST", "/v1/phases/c4/opening", { as: secretariat, body: order })).status).toBe(202);
  await api.app.rest();
});
afterAll(() => api.close());

describe("an opening of a phase that was recorded wrongly", () => {
  const correct = (to: object, as: string = secretariat, id = "c4") =>
    api.request("POST", `/v1/phases/${id}/corrections`, { as, body: { what: "opening", to, reason: "A slip." } });
  const kinds = async (kind: string) =>
    (await api.pages("/v1/letters", secretariat, 200)).items.filter((letter) => letter.kind === kind);

  test("is corrected by a user who may open one, on a day that nothing contradicts", async () => {
    const before = await phase("c4");
    const late = { ...decision, decidedOn: "2020-12-01" };
    const outcomes = [
      await correct({ openedOn: "2020-12-01", decision }, missionOf("DE")),
      await correct({ openedOn: "2020-12-01", decision }, secretariat, "c2"),
      await correct({ openedOn: "2031-01-01", decision }),
      await correct({ openedOn: "2020-11-30", decision }),
      await correct({ openedOn: before.openedOn, decision: { ...late, decidedOn: "2031-01-01" } }),
      await correct({ openedOn: before.openedOn }),
    ];
    expect(outcomes.map(({ problem }) => problem)).toEqual([
      "not-yours",
      "phase-not-open",
      "date-in-the-future",
      "date-too-early",
      "date-in-the-future",
      "gate-not-reached",
    ]);
    expect(await phase("c4")).toEqual(before);
  });

  test("has its true day, and each mission that had a letter gets one about the correction", async () => {
    const { openedOn } = await phase("c4");
    const right = { ...decision, document: "CTOC/COP/2020/12" };
    const both = await Promise.all([correct({ openedOn, decision: right }), correct({ openedOn, decision: right })]);
    expect(both.map(({ status, body }) => [status, body.decision])).toEqual([
      [200, right],
      [200, right],
    ]);
    await api.app.rest();
    const sent = (await kinds("phase-opened")).filter(({ state }) => state === "delivered");
    expect((await kinds("phase-corrected")).map(({ party }) => party).toSorted()).toEqual(
      sent.map(({ party }) => party).toSorted(),
    );
    expect((await correct({ openedOn, decision })).body).toMatchObject({ decision, openedOn });
    await api.app.rest();
    expect((await phase("c4")).groups).toMatchObject([{ plannedFor: "2022-12-01" }, {}, {}]);
  });

  test("breaks no rule: the checker finds nothing", async () => {
    await api.sweep("full");
    await api.app.rest();
    expect(await checkerFindings(api)).toEqual([]);
  });
});
