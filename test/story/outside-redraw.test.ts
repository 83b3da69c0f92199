import { beforeAll, expect, test } from "vitest";
import { type InProcess, openInProcess } from "../permissions/in-process.ts";
import { brokenAtRest, brokenNow } from "../harness/invariants.ts";
import { heldOutside } from "../fixtures/outside-drawings.ts";
import { type Life, lifeOf } from "../fixtures/review-life.ts";
import { byNote, freshKey, missionOf, secretariat, startGroup } from "../harness/test-api.ts";
import { findingsOf } from "../harness/verification.ts";

/**
 * The seat of Syria, which reviews Sweden with Barbados for what it lacks, was drawn again at a meeting while feedback was
 * being written. The secretariat learns of it five weeks later.
 */
let api: InProcess;
let life: Life;
const review = "c1-SE";
const heldOn = "2021-07-01";
const drawing = { party: "EC", instruments: ["UNTOC", "TIP"], ...heldOutside(heldOn) };
const companions = { additional: [{ party: "PY", instruments: ["SOM", "FP"] }], leaving: ["BB"] };
const upload = (more: object) =>
  life.post("/redraws", secretariat, { from: "SY", drawn: { ...drawing, ...more } }, { key: freshKey() });
const openRequests = async () => ((await life.read()).redraws ?? []).map(({ by, seat }: any) => [by, seat]);

beforeAll(async () => {
  api = await openInProcess();
  api.behind.mail.usually = "accepts";
  await startGroup(api);
  life = await lifeOf(api, review);
  await life.nominate();
  await api.app.moveTo("2020-12-10T12:00:00.000Z");
  await life.conclude();
  await api.app.moveTo("2021-03-01T12:00:00.000Z");
  await life.submit();
  await api.app.moveTo("2021-08-05T12:00:00.000Z");
});

test("both parties request the redraw by note, each counted, and one that takes its request back leaves the other", async () => {
  for (const party of ["SE", "SY"]) {
    const body = { seat: "SY", ...byNote(party, "2021-06-20") };
    expect((await life.post("/redraw-requests", secretariat, body)).status).toBe(200);
  }
  expect(await openRequests()).toEqual([
    ["SE", "SY"],
    ["SY", "SY"],
  ]);
  const askedBy = async (party: string) => (await api.get(`/v1/country-profiles/${party}`)).body.redraws.asked;
  expect([await askedBy("SE"), await askedBy("SY")]).toEqual([1, 1]);
  expect((await life.post("/redraw-requests/SY/withdrawal", missionOf("SE"))).status).toBe(200);
  expect(await openRequests()).toEqual([["SY", "SY"]]);
  expect([await askedBy("SE"), await askedBy("SY")]).toEqual([0, 1]);
});

test("the drawing is refused where it breaks a rule without its reason, named with its party, and nothing changes", async () => {
  const before = await life.read();
  const refused = await upload({});
  expect([refused.status, refused.problem]).toEqual([422, "breaks-lots-rules"]);
  const rules = refused.body.violations.map(({ rule, party }: any) => `${rule} ${party}`);
  expect(rules).toEqual(expect.arrayContaining(["one-from-each-side SE"]));
  expect((await upload({ ...companions, additional: [] })).problem).toBe("breaks-lots-rules");
  expect(await life.read()).toEqual(before);
});

test("it is recorded as it was, on its day, with a reason for each rule and party", async () => {
  const refused = await upload(companions);
  expect([refused.problem, new Set(refused.body.violations.map(({ rule }: any) => rule))]).toEqual([
    "breaks-lots-rules",
    new Set(["additional-where-lacking"]),
  ]);
  const reason = "The working group accepted it.";
  const deviations = refused.body.violations.map(({ rule, party }: any) => ({ rule, party, reason }));
  const recorded = await upload({ ...companions, deviations });
  expect([recorded.status, recorded.problem]).toEqual([201, undefined]);
  await api.app.rest();
  expect(await openRequests()).toEqual([]);
  const { reviewers, redraws } = (await api.get(`/v1/pairings/${review}`)).body;
  expect(reviewers.map(({ party }: any) => party).toSorted()).toEqual(["DE", "EC", "ES", "PY"]);
  expect(redraws).toMatchObject([{ from: "SY", to: "EC", drawnOn: heldOn, document: drawing.document }]);
  expect(redraws[0].deviations).toContainEqual({ rule: "additional-where-lacking", party: "SE", partyName: "Sweden" });
  for (const party of ["EC", "PY"]) {
    const obligations = (await life.read()).obligations.filter((obligation: any) => obligation.party === party);
    expect(obligations.map(({ kind, dueOn }: any) => [kind, dueOn])).toEqual([
      ["focal-point", "2021-07-15"],
      ["experts", "2021-07-29"],
      ["feedback", "2022-01-01"],
    ]);
  }
});

test("nothing that is promised is broken, and the checker finds nothing", async () => {
  // The letters about lots that were recorded late leave with the sweep of the next morning.
  await api.app.moveTo("2021-08-06T07:00:00.000Z");
  await api.app.moveTo("2021-08-07T12:00:00.000Z");
  await api.behind.sweep("full");
  await api.app.rest();
  expect([...(await brokenNow(api.behind)), ...(await brokenAtRest(api.behind))]).toEqual([]);
  expect(await findingsOf(api.behind)).toEqual([]);
});
