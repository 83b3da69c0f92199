import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApi, secondSecretariat, secretariat, startBody, type TestApi } from "../harness/test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

const start = (group: string) => `/v1/groups/${group}/start`;
const previewOf = async (group: string, startedOn: string) =>
  (await api.request("POST", `${start(group)}/previews`, { as: secretariat, body: { startedOn } })).body;
const groupAs = async (group: string, as: string) => (await api.get(`/v1/groups/${group}`, as)).body;

describe("a start", () => {
  test("is previewed: the letters of each recipient, the missing addresses, and the distance from the planned day", async () => {
    const asking = { as: secretariat, body: { startedOn: "2020-12-01" } };
    const before = await api.storedRows();
    const { status, body: preview } = await api.request("POST", `${start("c1-g1")}/previews`, asking);
    expect(status).toBe(200);
    const { missions, withoutAddress, hash, ...counted } = preview;
    expect(counted).toEqual({
      group: "c1-g1",
      startedOn: "2020-12-01",
      plannedFor: "2020-12-01",
      daysOffPlan: 0,
      beforePlan: false,
      needsApproval: false,
      lettersAt: expect.stringMatching(/T08:00:00.000Z$/u),
      letterKind: "nomination-reminder",
      letters: missions.length,
      joinedSince: [],
    });
    expect(missions).toContainEqual({ party: "FR", partyName: "France", letters: 1 });
    expect(withoutAddress).toEqual([]);
    expect(await api.changedSince(before)).toEqual([]);
    expect(hash).toMatch(/^[0-9a-f]{64}$/u);
  });

  test("that quotes no preview there is is refused by name, and changes nothing", async () => {
    const body = { startedOn: "2020-12-01", preview: "0".repeat(64) };
    const { missions } = await previewOf("c1-g1", "2020-12-01");
    await api.expectRefusal(["POST", start("c1-g1"), { as: secretariat, body }], {
      status: 409,
      problem: "start-preview-changed",
      more: { recipients: missions.length },
    });
  });

  test("with a preview that is no longer true is refused, and the new preview counts it", async () => {
    const stale = await startBody(api, "c1-g1", "2020-12-01");
    const { body: before } = await api.request("POST", `${start("c1-g1")}/previews`, {
      as: secretariat,
      body: { startedOn: "2020-12-01" },
    });
    expect((await api.name("DE", "focal-point")).status).toBe(201);
    await api.app.rest();
    await api.expectRefusal(["POST", start("c1-g1"), { as: secretariat, body: stale }], {
      status: 409,
      problem: "start-preview-changed",
    });
    const after = await previewOf("c1-g1", "2020-12-01");
    expect(after.letters).toBe(before.letters);
    expect(after.missions).toContainEqual({ party: "DE", partyName: "Germany", letters: 1 });
  });

  test("without a preview is no start", async () => {
    await api.expectRefusal(["POST", start("c1-g1"), { as: secretariat, body: { startedOn: "2020-12-01" } }], {
      status: 400,
      problem: "invalid-request",
      places: [{ pointer: "#/preview" }],
    });
  });
});

describe("a start off the plan", () => {
  const day = "2020-12-01";

  test("is previewed as such, and waits for a second person with nothing started", async () => {
    expect(await previewOf("c1-g2", day)).toMatchObject({
      plannedFor: "2021-11-01",
      daysOffPlan: 335,
      beforePlan: true,
      needsApproval: true,
    });
    const body = await startBody(api, "c1-g2", day);
    const answer = await api.request("POST", start("c1-g2"), { as: secretariat, body });
    expect([answer.status, answer.body.state]).toEqual([202, "awaiting-approval"]);
    await api.app.rest();
    expect(await groupAs("c1-g2", secretariat)).toMatchObject({ state: "awaiting-approval", startedOn: day });
    expect((await api.get("/v1/reviews?group=c1-g2&stage=nomination", secretariat)).body.items).toEqual([]);
  });

  test("is not approved by the user who ordered it, nor by a user who was just admitted", async () => {
    await api.expectRefusal(["POST", `${start("c1-g2")}/approval`, { as: secretariat }], {
      status: 409,
      problem: "second-person-needed",
    });
  });

  test("is not approved once its preview would count something else", async () => {
    const { missions } = await previewOf("c1-g2", day);
    const code = missions.find(({ letters, party }: any) => letters === 1 && party !== "DE").party;
    expect((await api.name(code, "expert")).status).toBe(201);
    await api.app.rest();
    await api.expectRefusal(["POST", `${start("c1-g2")}/approval`, { as: secondSecretariat }], {
      status: 409,
      problem: "start-preview-changed",
    });
  });

  test("is given up with a reason, and can be ordered and approved after that", async () => {
    const undo = (body: object) =>
      ["POST", `${start("c1-g2")}/reversal`, { as: secretariat, body: { what: "order", ...body } }] as const;
    await api.expectRefusal([...undo({ reason: " " })], {
      status: 400,
      problem: "invalid-request",
      places: [{ pointer: "#/reason" }],
    });
    const { version } = await groupAs("c1-g2", secretariat);
    const [method, path, { as, body }] = undo({ reason: "Read too early" });
    await api.expectRefusal([method, path, { as, body, match: `"v${version - 1}"` }], {
      status: 412,
      problem: "stale-version",
      more: { version },
    });
    const given = await api.request(...undo({ reason: "A party has named an expert since" }));
    expect([given.status, given.body.state, given.body.startedOn]).toEqual([200, "planned", undefined]);
    await api.expectRefusal([...undo({ reason: "Once more" })], {
      status: 409,
      problem: "wrong-group-state",
      more: { state: "planned" },
    });
    await api.startGroup("c1-g2", day);
    expect(await groupAs("c1-g2", secretariat)).toMatchObject({ state: "started", startedOn: day });
    await api.expectRefusal(["POST", `${start("c1-g2")}/approval`, { as: secondSecretariat }], {
      status: 409,
      problem: "wrong-group-state",
      more: { state: "started" },
    });
  });
});

test("a group whose planned day is over is on the worklist, with what starts it, and is not started automatically", async () => {
  await api.app.moveTo("2021-11-02T12:00:00Z");
  await api.app.rest();
  const behind = async () =>
    (await api.get("/v1/worklist?kind=group-behind-plan", secretariat)).body.items.map(({ group, since }: any) => [
      group,
      since,
    ]);
  expect(await behind()).toEqual([["c1-g1", "2020-12-01T23:00:00.000Z"]]);
  expect(await groupAs("c1-g1", secretariat)).toMatchObject({ state: "planned" });
  await api.startGroup("c1-g1", "2021-11-02");
  expect(await behind()).toEqual([]);
});

test("each operation of a start has answered with success", () => {
  for (const operation of ["previewGroupStart", "startGroup", "approveGroupStart", "reverseGroupStart"])
    expect(api.succeededOperations).toContain(operation);
});
