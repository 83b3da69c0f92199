import { tickTogether } from "../fixtures/worklist.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openAllReviews } from "../fixtures/all-reviews.ts";
import { drawOf } from "../fixtures/changes.ts";
import { dayOf, readInstant } from "../../domain/base/time.ts";
import { byNote, freshKey, openTestApi, personOf, type Role, secretariat, type TestApi } from "../harness/test-api.ts";

/** A party in every review that it can be in, all of them open: one command for all of them fits in one transaction. */
const party = "MC";
const others = ["AD", "LI", "SM"];
let api: TestApi;
let reviews: readonly string[];
beforeAll(async () => {
  api = await openTestApi();
  const { store, clock, close } = api.contents();
  try {
    reviews = await openAllReviews(store, party, others, clock.now());
  } finally {
    close();
  }
  await api.app.rest();
});
afterAll(() => api.close());

const change = async (path: string, sent: object) => {
  const asking = { as: secretariat, key: freshKey(), body: sent };
  const { status, text, body } = await api.request("POST", `/v1/parties/${party}/mandates${path}`, asking);
  expect(status < 300 ? "" : text).toBe("");
  await api.app.rest();
  return body;
};
const someone = (role: Role, local: string) => ({
  ...personOf(party, role),
  email: `${local}@${party.toLowerCase()}.example.org`,
});
const inAll = () => reviews.map((id) => expect.objectContaining({ id }));

test("names, ticks, replaces, removes and names again a person who serves in all of them", async () => {
  expect(reviews).toHaveLength(16);
  const recorded = byNote(party, dayOf(readInstant(api.app.clock.instant())));
  const name = (role: Role, local: string) => change("", { role, person: someone(role, local), ...recorded });
  const first = await name("focal-point", "first");
  expect(first.reviews).toEqual(expect.arrayContaining(inAll()));
  const expert = await name("expert", "expert");
  expect(expert.reviews).toHaveLength(16);
  expect((await name("expert", "second")).reviews).toHaveLength(16);
  expect((await name("observer", "observer")).reviews).toHaveLength(16);
  const ticked = await tickTogether(api, [{ party, mandate: expert.mandate }]);
  expect(ticked.body.checks).toMatchObject([{ reviews: expect.arrayContaining(inAll()) }]);
  const replaced = await change(`/${first.mandate}/replacement`, {
    person: someone("focal-point", "next"),
    ...recorded,
  });
  expect(replaced.reviews).toHaveLength(16);
  const removed = await change(`/${replaced.successor.mandate}/removal`, recorded);
  expect(removed.reviews).toHaveLength(16);
  // The nomination gives other details of a known person, so it corrects them.
  const known = { ...someone("focal-point", "first"), title: "Ambassador" };
  const again = await change("", { role: "focal-point", person: known, ...recorded });
  expect([again.person, again.reviews.length]).toEqual([first.person, 16]);
  await change(`/${expert.mandate}/removal`, recorded);
});

test("refuses a command that does not fit in one transaction, and does nothing then", async () => {
  const more = ["BB", "BT", "CK", "CV", "DM", "FJ", "GD", "KI", "KM", "KN", "LC", "MH", "MU", "MV", "NR", "PW", "SB"];
  const { store, clock, close } = api.contents();
  try {
    await store.commit({ changes: more.map((under) => drawOf(under, party)), by: "load", at: clock.now() });
  } finally {
    close();
  }
  await api.app.rest();
  const recorded = byNote(party, dayOf(readInstant(api.app.clock.instant())));
  const body = { role: "expert", person: someone("expert", "too.many"), ...recorded };
  const naming = (sent: object) =>
    ["POST", `/v1/parties/${party}/mandates`, { as: secretariat, key: freshKey(), body: sent }] as const;
  await api.expectRefusal(naming(body), { status: 422, problem: "too-much-at-once" });
  expect((await api.request(...naming({ ...body, reviews }))).status).toBe(201);
});
