import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { type InProcess, openInProcess } from "../permissions/in-process.ts";
import { brokenAtRest, brokenNow } from "../harness/invariants.ts";
import { type Life, lifeOf } from "../fixtures/review-life.ts";
import { addressOf, byNote, freshKey, missionOf, secretariat, startGroup } from "../harness/test-api.ts";
import { findingsOf } from "../harness/verification.ts";

/**
 * Sweden has four reviewers, and requests a redraw of the seat of Syria. By the new list of parties, each party in the
 * draw lacks one more instrument than the additional reviewer next to the seat reviews.
 */
let api: InProcess;
let life: Life;
const review = "c1-SE";
const note = (happenedOn: string) => byNote("SE", happenedOn);

/** The list of parties in which each party in the draw has joined the Convention and one Protocol other than firearms. */
const listWithGaps = (seated: readonly string[]): string => {
  const [aggregate = "", ...rows] = readFileSync("data/parties.csv", "utf8").trim().split("\n");
  const columns = aggregate.split(",");
  const cellsOf = (row: string) => row.split(",");
  const place = (name: string) => columns.indexOf(name);
  return [
    aggregate,
    ...rows
      .filter((row) => !row.includes('"'))
      .filter((row) => cellsOf(row)[place("un_regional_group")] !== "WEOG")
      .filter((row) => !seated.includes(cellsOf(row)[place("iso_alpha2")] ?? ""))
      .map((row, at) => {
        const cells = cellsOf(row);
        const [joined, left] = at % 2 === 0 ? ["tip_since", "som_since"] : ["som_since", "tip_since"];
        cells[place(joined)] = cells[place("untoc_since")] ?? "";
        for (const name of [left, "fp_since"]) cells[place(name)] = "";
        return cells.join(",");
      }),
    "",
  ].join("\n");
};

const redraw = () => life.post("/redraws", secretariat, { from: "SY" }, { key: freshKey() });
const waive = (as: string, body?: object) => life.post("/reviewer-limit-waiver", as, body);
const withdraw = (as: string, body?: object) => life.post("/reviewer-limit-waiver/withdrawal", as, body);
const publicWaiver = async () => (await api.get(`/v1/pairings/${review}`)).body.reviewerLimitWaivedOn;

beforeAll(async () => {
  api = await openInProcess();
  api.behind.mail.usually = "accepts";
  await startGroup(api);
  life = await lifeOf(api, review);
  await life.nominate();
  await api.app.moveTo("2020-12-10T12:00:00.000Z");
  const seated = ["SE", ...life.reviewers.map(({ party }) => party)];
  const raw = listWithGaps(seated);
  const imported = await api.request("POST", "/v1/parties/imports", { as: secretariat, raw, type: "text/csv" });
  expect([imported.status, imported.problem]).toEqual([200, undefined]);
  expect((await life.post("/redraw-requests", missionOf("SE"), { seat: "SY" })).status).toBe(200);
});

test("a redraw that takes a fifth reviewer is refused by that rule, which says how it is waived", async () => {
  const refused = await redraw();
  expect([refused.status, refused.problem]).toEqual([422, "breaks-lots-rules"]);
  expect(refused.body.violations).toMatchObject([{ rule: "most-reviewers", party: "SE" }]);
  expect(refused.body.detail).toContain("may waive the limit");
});

test("the party under review waives it, and no other party; it can take that back, once", async () => {
  expect((await waive(missionOf("SY"))).problem).toBe("not-yours");
  expect((await waive(secretariat)).problem).toBe("source-missing");
  const waived = await waive(addressOf("SE", "focal-point"));
  expect([waived.status, waived.body.reviewerLimitWaivedOn]).toEqual([200, "2020-12-10"]);
  expect(await publicWaiver()).toBe("2020-12-10");
  const taken = await withdraw(missionOf("SE"));
  expect([taken.status, taken.body.reviewerLimitWaivedOn, await publicWaiver()]).toEqual([200, undefined, undefined]);
  expect((await withdraw(missionOf("SE"))).problem).toBe("nothing-to-withdraw");
  expect((await redraw()).problem).toBe("breaks-lots-rules");
});

test("the secretariat records it from a note verbale of a day that has come", async () => {
  const ahead = { onBehalfOf: { ...note("2020-12-09").onBehalfOf, happenedOn: "2020-12-11" } };
  expect((await waive(secretariat, ahead)).problem).toBe("date-in-the-future");
  const recorded = await waive(secretariat, note("2020-12-09"));
  expect([recorded.status, recorded.body.reviewerLimitWaivedOn]).toEqual([200, "2020-12-09"]);
  const operations = recorded.body.actions.map(({ operationId }: any) => operationId);
  expect(operations).toContain("withdrawReviewerLimitWaiver");
  expect(operations).not.toContain("waiveReviewerLimit");
});

test("the redraw then brings a fifth reviewer, and its lots say by which waiver", async () => {
  const drawn = await redraw();
  expect([drawn.status, drawn.problem]).toEqual([201, undefined]);
  expect([drawn.body.additional.length, drawn.body.draw.limitWaived]).toEqual([1, true]);
  await api.app.rest();
  const { reviewers, actions } = await life.read();
  expect(reviewers).toHaveLength(5);
  const published = (await api.get(`/v1/pairings/${review}`)).body;
  expect([published.reviewerLimitWaivedOn, published.redraws[0].draw.limitWaived]).toEqual(["2020-12-09", true]);
  const { items } = (await api.get("/v1/pairings?limit=100")).body;
  expect(items.find(({ review: of }: any) => of === review).reviewerLimitWaivedOn).toBe("2020-12-09");
  expect(actions.map(({ operationId }: any) => operationId)).not.toContain("withdrawReviewerLimitWaiver");
});

test("the waiver stays as long as five review", async () => {
  const refused = await withdraw(missionOf("SE"));
  expect([refused.status, refused.problem, refused.body.most]).toEqual([409, "waiver-used", 4]);
  expect(await publicWaiver()).toBe("2020-12-09");
});

test("nothing that is promised is broken, and the checker finds nothing", async () => {
  await api.app.moveTo("2020-12-12T12:00:00.000Z");
  await api.behind.sweep("full");
  await api.app.rest();
  expect([...(await brokenNow(api.behind)), ...(await brokenAtRest(api.behind))]).toEqual([]);
  expect(await findingsOf(api.behind)).toEqual([]);
});
