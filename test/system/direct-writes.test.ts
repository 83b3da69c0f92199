import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestSystem, secretariat } from "../harness/test-api.ts";
import { startTestSystem } from "../harness/over-http.ts";

let api: TestSystem;
beforeAll(async () => {
  api = await startTestSystem({ direct: true, threads: (name) => (name === "send" ? 2 : 1) });
});
afterAll(() => api.close());

/** Returns the uses of the database by functions, as far as the local system records them. */
const databaseUses = () => {
  const functions = new Set(api.app.plan.functions.map(({ name }) => name));
  return api.app
    .recordedActions()
    .filter(({ caller, action }) => functions.has(caller) && /^dynamodb:(?!.*(Stream|Records|Shard))/u.test(action));
};

test("direct writes of functions to the database are detected too: their effects are done before rest", async () => {
  await api.startGroup();
  const { items } = await api.pages("/v1/pairings", secretariat, 100);
  const seats = items
    .filter(({ group }) => group === "c1-g1")
    .flatMap(({ party, reviewers }) => [party, ...reviewers.map((seat: { party: string }) => seat.party)]);
  // One letter to each mission names the nomination of focal points and that of experts.
  expect(api.app.mailbox.count()).toBe(new Set(seats).size);
  expect(databaseUses()).toEqual([]);
});
