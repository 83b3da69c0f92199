import { afterAll, beforeAll, expect, test } from "vitest";
import { registerOfficer } from "../fixtures/worklist.ts";
import {
  freshKey,
  missionOf,
  personOf,
  president,
  openTestApi,
  type TestApi,
  secretariat,
} from "../harness/test-api.ts";

/** Nominations that the secretariat has not yet compared with the note verbale. */
let api: TestApi;
let officer: string;
beforeAll(async () => {
  api = await openTestApi();
  await api.startGroup();
  officer = await registerOfficer(api);
});
afterAll(() => api.close());

const toCheck = async (query = "", limit = 1) =>
  (await api.pages(`/v1/worklist?kind=nomination-to-check${query}`, secretariat, limit)).items as readonly any[];
const summarizeItems = (items: readonly any[]) => items.map(({ party, role }) => `${role} of ${party}`);
const named = async (party: string, role: "focal-point" | "expert" | "observer", more = {}) => {
  const answer = await api.name(party, role, more);
  expect(answer.status).toBe(201);
  return answer.body;
};
const checking = (party: string, mandate: string, as: string = secretariat) =>
  ["POST", "/v1/nomination-checks", { as, key: freshKey(), body: { checks: [{ party, mandate }] } }] as const;
const refused = (problem: string) =>
  ({ status: 422, problem: "items-refused", more: { items: [{ pointer: "#/checks/0", problem }] } }) as const;

test("a newly named focal point or expert is to be checked, once for all reviews; an observer is not", async () => {
  const { reviews } = await named("FR", "focal-point");
  expect(reviews.length).toBeGreaterThan(2);
  await named("GR", "expert");
  await named("GR", "observer");
  for (const limit of [1, 2, 50])
    expect(summarizeItems(await toCheck("", limit))).toEqual(["focal-point of FR", "expert of GR"]);
});

test("an item says who was named, since when, and by which operation it is ticked", async () => {
  const [item] = await toCheck();
  const { items } = (await api.get("/v1/parties/FR/mandates", secretariat)).body;
  expect(item).toMatchObject({
    kind: "nomination-to-check",
    party: "FR",
    partyName: "France",
    personName: "The focal-point of FR",
    mandate: items[0].id,
    user: items[0].person.id,
    since: expect.stringMatching(/^2020-12-01T/u),
    todo: "Compare the nomination with the note verbale, and tick it.",
  });
  expect(item.actions[0]).toEqual({
    action: "nomination.check",
    operationId: "checkNominations",
    method: "POST",
    path: "/v1/nomination-checks",
  });
});

test("it is an officer's by the reviews in which the person is to serve", async () => {
  expect(await toCheck(`&officer=${officer}`)).toEqual([]);
  await api.request("PUT", "/v1/reviews/c1-IE/officer", { as: secretariat, body: { officer } });
  const items = await toCheck(`&officer=${officer}`);
  expect(items.map(({ party, review }) => [party, review])).toEqual([["FR", "c1-IE"]]);
});

test("only the secretariat ticks it", async () => {
  const [{ mandate }] = (await toCheck()) as [any];
  for (const as of [missionOf("FR"), president])
    await api.expectRefusal(checking("FR", mandate, as), { status: 403, problem: "not-yours" });
});

test("a party that is none, and a mandate that the party never gave, are not ticked", async () => {
  const [{ mandate }] = (await toCheck()) as [any];
  await api.expectRefusal(checking("XX", mandate), refused("unknown-mandate"));
  await api.expectRefusal(checking("GR", mandate), refused("unknown-mandate"));
});

test("ticked, it disappears in every review, and the journal records the user; a repetition changes nothing", async () => {
  const [{ mandate }] = (await toCheck()) as [any];
  const first = await api.request(...checking("FR", mandate));
  const [ticked] = first.body.checks;
  expect([first.status, ticked]).toEqual([
    200,
    expect.objectContaining({ party: "FR", mandate, role: "focal-point", checkedAt: expect.any(String) }),
  ]);
  expect(ticked.reviews.length).toBeGreaterThan(2);
  // The reply has the version of each review.
  expect((await api.request(...checking("FR", mandate))).text).toBe(first.text);
  expect(summarizeItems(await toCheck())).toEqual(["expert of GR"]);
  expect(await toCheck(`&officer=${officer}`)).toEqual([]);
  const { body: me } = await api.get("/v1/me", secretariat);
  const journal = await api.pages("/v1/journal/review/c1-IE", secretariat, 100);
  const ticks = ({ facts }: any) => facts.some(({ kind }: any) => kind === "nomination-checked");
  const entry = journal.items.find(ticks);
  expect(entry).toMatchObject({ by: me.id, facts: [{ kind: "nomination-checked", mandate, review: "c1-IE" }] });
});

test("the nomination of a successor must be checked again, and that of the replaced person no more", async () => {
  const [{ mandate }] = (await toCheck()) as [any];
  const person = { ...personOf("GR", "expert"), name: "A successor", email: "successor@gr.example.org" };
  const answer = await api.request("POST", `/v1/parties/GR/mandates/${mandate}/replacement`, {
    as: missionOf("GR"),
    key: freshKey(),
    body: { person },
  });
  expect(answer.status).toBe(200);
  const items = await toCheck();
  expect(items.map(({ personName }) => personName)).toEqual(["A successor"]);
  await api.expectRefusal(checking("GR", mandate), refused("mandate-ended"));
});
