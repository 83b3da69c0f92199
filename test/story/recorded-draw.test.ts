import { expect, test } from "vitest";
import { type LoadOptions, loadPairing, loadParties } from "../../bin/load/subjects.ts";
import type { PairingFile } from "../../schemas/model/data-files.ts";
import { additionalSeat, day, id, pairing, parties, reviewerSeat } from "../domain/lots/few-parties.ts";
import { brokenAtRest, brokenNow } from "../harness/invariants.ts";
import { makeApp } from "../harness/test-app.ts";

test("a draw held outside is recorded with its day, its document and the reasons of its deviations", async () => {
  const app = makeApp({ now: "2020-12-10T12:00:00.000Z" });
  const loading: LoadOptions = { store: app.store, now: app.clock.now(), by: "load", tick: () => undefined };
  const reason = "So the Conference drew.";
  const document = "CTOC/COP/2020/10";
  const deviations: PairingFile["deviations"] = [{ rule: "additional-where-lacking", party: id("AA"), reason }];
  const groups = pairing({ AA: [reviewerSeat("AB"), reviewerSeat("WC"), additionalSeat("WB", ["FP"])] }).map(
    (group) => ({
      ...group,
      reviews: group.reviews.map((each) => (each.party === "AA" ? { ...each, limitWaived: true } : each)),
    }),
  );
  await loadParties(loading, parties);
  await loadPairing(loading, { about: "As it was drawn.", cluster: 1, drawnOn: day, document, groups, deviations });
  await app.settle();
  const drawn = async (review: string) =>
    (await app.store.journalOf("review", review, { limit: 10 })).items.flatMap(({ facts }) => facts)[0];
  const happenedAt = "2020-11-30T23:00:00.000Z";
  expect(await drawn("c1-AA")).toMatchObject({
    kind: "review-drawn",
    happenedAt,
    document,
    deviations,
    limitWaived: true,
  });
  expect(await drawn("c1-AB")).not.toHaveProperty("deviations");
  expect((await app.store.load("review", "c1-AA"))?.state.reviewerLimitWaivedAt).toBe(happenedAt);
  expect([...(await brokenNow(app)), ...(await brokenAtRest(app))]).toEqual([]);
});
