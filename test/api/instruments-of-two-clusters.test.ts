import { afterAll, beforeAll, expect, test } from "vitest";
import { correctJoined, instrumentComesLater } from "../fixtures/later-party.ts";
import { checkerFindings } from "../harness/api-verification.ts";
import { openTestApi, secretariat, type TestApi } from "../harness/test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  // These join it before the fourth cluster begins: drawn there, they could not come to a review of today.
  for (const party of ["KM", "LU"]) await correctJoined(api, party, { FP: "2020-10-16" });
  await api.startGroup();
  const opening = "/v1/phases/c4/opening";
  const { hash: preview } = (await api.request("POST", `${opening}/previews`, { as: secretariat })).body;
  const decision = { body: "conference", document: "CTOC/COP/2020/11", decidedOn: "2020-11-30" };
  expect((await api.request("POST", opening, { as: secretariat, body: { preview, decision } })).status).toBe(202);
  await api.app.rest();
});
afterAll(() => api.close());

const record = async (id: string) => (await api.get(`/v1/pairings/${id}`)).body;

test("instruments that a review takes in enter the next one as well, with the drawn reviewers, and are notified once", async () => {
  await instrumentComesLater(api, "c1-IE", "FP");
  await api.app.rest();
  const [own, carried] = [await record("c1-IE"), await record("c4-IE")];
  expect(carried.reviewers).toEqual(own.reviewers);
  const { draw, ...same } = own.additions[0];
  expect(draw.turns.length).toBeGreaterThan(0);
  expect(carried.additions).toEqual([{ ...same, carriedFrom: "c1-IE" }]);
  const { items } = await api.pages("/v1/letters", secretariat, 200);
  const readers = items.flatMap(({ kind, party }) => (kind === "instruments-added" ? [party] : []));
  expect(readers.toSorted()).toEqual(["IE", ...own.reviewers.map(({ party }: any) => party)].toSorted());
});

test("instruments for which the opening drew come to the review before by the same reviewers, without further lots", async () => {
  const firearms = ({ reviewers }: any): readonly string[] =>
    reviewers.flatMap(({ party, instruments }: any) => (instruments.includes("FP") ? [party] : [])).toSorted();
  expect(firearms(await record("c1-DE"))).toEqual([]);
  await instrumentComesLater(api, "c1-DE", "FP");
  await api.app.rest();
  const [own, next] = [await record("c1-DE"), await record("c4-DE")];
  expect(firearms(own)).toEqual(firearms(next));
  expect(own.additions).toMatchObject([{ instruments: ["FP"], pairedAs: "c4-DE" }]);
  expect(own.additions[0].draw).toBeUndefined();
  expect(next.additions).toBeUndefined();
});

test("the checker finds nothing in either", async () => {
  expect(await checkerFindings(api)).toEqual([]);
});
