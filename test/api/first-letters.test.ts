import { afterAll, beforeAll, expect, test } from "vitest";
import { addressOf, freshKey, missionOf, openTestApi, personOf, type TestApi } from "../harness/test-api.ts";

/** The first letters of a group: to a mission that cannot be reached at its first address, and to a person in their language. */
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  api.app.faults.add({ effect: "bounce", address: missionOf("BF") });
  await api.startGroup();
  await api.app.rest();
});
afterAll(() => api.close());

const subjectsTo = (to: string): readonly string[] =>
  api.app.mailbox.find({ to, limit: 50 }).map(({ subject }) => subject);

test("a letter that comes back from the first address of a mission goes to its second contact", () => {
  const first = subjectsTo(missionOf("BF"));
  expect(first).toHaveLength(1);
  expect(subjectsTo("second.secretary@bf.example.org").toSorted()).toEqual(first.toSorted());
});

test("an invitation is in the language of the person", async () => {
  const person = { ...personOf("FR", "expert"), language: "fr" };
  const body = { role: "expert", person };
  const named = await api.request("POST", "/v1/parties/FR/mandates", { as: missionOf("FR"), key: freshKey(), body });
  expect(named.status).toBe(201);
  await api.app.rest();
  expect(subjectsTo(addressOf("FR", "expert"))).toEqual([expect.stringMatching(/^Votre accès/u)]);
});
