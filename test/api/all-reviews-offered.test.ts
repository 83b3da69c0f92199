import { afterAll, beforeAll, expect, test } from "vitest";
import { openAllReviews } from "../fixtures/all-reviews.ts";
import { registeredUser } from "../fixtures/changes.ts";
import { dayOf, readInstant } from "../../domain/base/time.ts";
import { byNote, freshKey, openTestApi, personOf, secretariat, type TestApi } from "../harness/test-api.ts";

/** The mandate that writes most: it moves each of the 16 reviews that a party can be in to its next stage. */
const [party, home] = ["MC", "AT"];
const email = "delegate@at.example.org";
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  const { store, clock, close } = api.contents();
  try {
    const reviews = await openAllReviews(store, party, ["AD", "LI", "SM"], clock.now());
    expect(reviews).toHaveLength(16);
    await store.commit({ changes: [registeredUser(9, { party: home, email })], by: "load", at: clock.now() });
  } finally {
    close();
  }
  await api.sweep("full");
  await api.app.rest();
});
afterAll(() => api.close());

test("a person of another party accepts, with a key, to be the focal point in all reviews that a party can be in", async () => {
  const recorded = byNote(party, dayOf(readInstant(api.app.clock.instant())));
  const body = { role: "focal-point", person: { ...personOf(party, "focal-point"), email }, ...recorded };
  const named = await api.request("POST", `/v1/parties/${party}/mandates`, { as: secretariat, key: freshKey(), body });
  expect(named.status, named.text).toBe(201);
  await api.app.rest();
  const path = `/v1/me/mandate-offers/${named.body.mandate}/acceptance`;
  const request = { as: email, key: freshKey() };
  const accepted = await api.request("POST", path, request);
  expect(accepted.status, accepted.text).toBe(200);
  expect(accepted.body.reviews).toHaveLength(16);
  expect((await api.request("POST", path, request)).text).toBe(accepted.text);
  await api.app.rest();
  const { items: offers } = (await api.get(`/v1/parties/${party}/mandate-offers`, secretariat)).body;
  const { items: mandates } = (await api.get(`/v1/parties/${party}/mandates`, secretariat)).body;
  expect([offers, mandates.map(({ role, reviews }: any) => [role, reviews.length])]).toEqual([
    [],
    [["focal-point", 16]],
  ]);
});
