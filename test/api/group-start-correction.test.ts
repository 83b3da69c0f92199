import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { byNote, freshKey, openTestApi, secondSecretariat, secretariat, type TestApi } from "../harness/test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

const start = "/v1/groups/c1-g1/start";
const group = async () => (await api.get("/v1/groups/c1-g1", secretariat)).body;

describe("the day of a start", () => {
  const correct = (body: object, as = secretariat) =>
    ["POST", "/v1/groups/c1-g1/corrections", { as, body: { what: "start", ...body } }] as const;

  test("that has not come is not corrected", async () => {
    await api.expectRefusal([...correct({ to: "2020-12-01", reason: "A slip" })], {
      status: 409,
      problem: "wrong-group-state",
      more: { state: "planned" },
    });
  });

  test("that was recorded wrongly is corrected with the reason, in every review, and the group states the former day", async () => {
    await api.app.moveTo("2020-12-05T12:00:00Z");
    await api.startGroup("c1-g1", "2020-12-01");
    const reason = "The day of the note verbale was recorded";
    const path = "/v1/groups/c1-g1";
    const read = await api.get(path, secretariat);
    const asking = { as: secretariat, body: { what: "start", to: "2020-12-03", reason } };
    const stale = await api.request("POST", `${path}/corrections`, { ...asking, match: '"v1"' });
    expect([stale.problem, (await group()).version]).toEqual(["stale-version", read.body.version]);
    const match = read.headers.get("etag") ?? "";
    const { status, body } = await api.request("POST", `${path}/corrections`, { ...asking, match });
    expect([status, body.state]).toEqual([202, "correcting"]);
    await api.app.rest();
    expect(await group()).toMatchObject({
      state: "started",
      startedOn: "2020-12-03",
      corrected: { from: "2020-12-01", at: expect.stringMatching(/^2020-12-05T/u), reason },
    });
    const { items } = (await api.get("/v1/reviews?group=c1-g1&limit=100", secretariat)).body;
    expect(new Set(items.map(({ startedOn }: any) => startedOn))).toEqual(new Set(["2020-12-03"]));
    const again = await api.request(...correct({ to: "2020-12-03", reason }));
    expect([again.status, again.body.state]).toEqual([202, "started"]);
    await api.app.rest();
  });

  test("is no other on a day ahead, and none without a reason", async () => {
    const reason = "A slip";
    await api.expectRefusal([...correct({ to: "2020-12-06", reason })], {
      status: 422,
      problem: "date-in-the-future",
    });
    await api.expectRefusal([...correct({ to: "2020-10-15", reason })], {
      status: 422,
      problem: "date-too-early",
    });
    await api.expectRefusal([...correct({ to: "2020-12-02" })], {
      status: 400,
      problem: "invalid-request",
      places: [{ pointer: "#/reason" }],
    });
  });

  test("that is later than an act of a party in one review is refused, and the review and the act are named", async () => {
    const [{ id, party, reviewers }] = (await api.get("/v1/reviews?group=c1-g1", secretariat)).body.items;
    const body = { seat: reviewers[0].party, ...byNote(party, "2020-12-04") };
    const request = await api.request("POST", `/v1/reviews/${id}/redraw-requests`, {
      as: secretariat,
      body,
      key: freshKey(),
    });
    expect(request.status).toBe(200);
    await api.expectRefusal([...correct({ to: "2020-12-05", reason: "A slip" })], {
      status: 422,
      problem: "date-too-late",
      more: { latest: "2020-12-04", contradicts: "redraw", review: id },
    });
  });

  test("off the plan waits for a second person, is on the worklist, and can be given up", async () => {
    const reason = "Another year was meant";
    const order = await api.request(...correct({ to: "2020-11-02", reason }));
    expect([order.status, order.body.state, order.body.startedOn]).toEqual([202, "started", "2020-12-03"]);
    expect(order.body.correctionOrdered).toEqual({ startedOn: "2020-11-02", reason });
    const toApprove = async () =>
      (await api.get("/v1/worklist?kind=group-start-to-approve", secretariat)).body.items.map(
        (item: any) => item.group,
      );
    expect(await toApprove()).toEqual(["c1-g1"]);
    await api.expectRefusal(["POST", `${start}/approval`, { as: secretariat }], {
      status: 409,
      problem: "second-person-needed",
    });
    const giveUp = ["POST", `${start}/reversal`, { as: secretariat, body: { what: "order", reason: "No" } }] as const;
    const withdrawal = await api.request(...giveUp);
    expect([withdrawal.status, withdrawal.body.state, withdrawal.body.correctionOrdered]).toEqual([
      202,
      "started",
      undefined,
    ]);
    expect(await toApprove()).toEqual([]);
    await api.request(...correct({ to: "2020-11-02", reason }));
    const approval = await api.request("POST", `${start}/approval`, { as: secondSecretariat });
    // A withdrawal that comes too late must not undo the start of all reviews.
    await api.expectRefusal([...giveUp], { status: 409, problem: "wrong-group-state" });
    expect([approval.status, approval.body.startedOn]).toEqual([202, "2020-11-02"]);
    await api.app.rest();
    expect(await group()).toMatchObject({ state: "started", corrected: { from: "2020-12-03" } });
  });

  test("has been corrected with success", () => {
    expect(api.succeededOperations).toContain("correctGroupStart");
  });
});
