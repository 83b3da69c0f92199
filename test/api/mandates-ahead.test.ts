import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Call } from "../harness/test-api.ts";
import {
  addressOf,
  freshKey,
  missionOf,
  personOf,
  openTestApi,
  type TestApi,
  secretariat,
} from "../harness/test-api.ts";

/** Mandates whose end lies ahead, and people who are named again, over HTTP; it is 2 December 2020. */
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  await api.startGroup();
  for (const party of ["GR", "IE", "FR", "TD"])
    for (const role of ["focal-point", "expert"] as const) expect((await api.name(party, role)).status).toBe(201);
  await api.app.rest();
  await api.app.moveTo("2020-12-02T09:00:00.000Z");
});
afterAll(() => api.close());

const mandateOf = async (party: string, role: "focal-point" | "expert", email = addressOf(party, role)) =>
  (await api.get(`/v1/parties/${party}/mandates`, secretariat)).body.items.find(
    (item: any) => item.role === role && item.person.email === email,
  ).id;
const makeChangeCall = (party: string, mandate: string, what: "replacement" | "removal", body: object): Call => [
  "POST",
  `/v1/parties/${party}/mandates/${mandate}/${what}`,
  { as: missionOf(party), key: freshKey(), body },
];
const changed = async (...call: Parameters<typeof makeChangeCall>) => {
  const answer = await api.request(...makeChangeCall(...call));
  expect([answer.status, answer.problem]).toEqual([200, undefined]);
  await api.app.rest();
  return answer.body;
};
const me = async (as: string) => (await api.get("/v1/me", as)).body;
const untilOf = async (as: string) => [...new Set((await me(as)).mandates.map(({ until }: any) => until))];
const lettersTo = (to: string) => api.app.mailbox.find({ to }).map(({ subject }) => subject);

describe("a focal point who is to be replaced on a day ahead", () => {
  const [first, second] = [addressOf("IE", "focal-point"), "second@ie.example.org"];
  const person = { ...personOf("IE", "focal-point"), name: "The second", email: second };
  let mandate = "";

  test("sees that day in their own account", async () => {
    mandate = await mandateOf("IE", "focal-point");
    expect(await untilOf(first)).toEqual([undefined]);
    const { effectiveAt } = await changed("IE", mandate, "replacement", { person, effectiveOn: "2020-12-20" });
    expect([effectiveAt, await untilOf(first)]).toEqual(["2020-12-19T23:00:00.000Z", ["2020-12-19T23:00:00.000Z"]]);
    expect(await untilOf(second)).toEqual([undefined]);
  });

  test("is replaced by no other party, and on no later day", async () => {
    const third = { ...person, name: "The third", email: "third@ie.example.org" };
    const until = "2020-12-19T23:00:00.000Z";
    const successor = await mandateOf("IE", "focal-point", second);
    await api.expectRefusal(
      makeChangeCall("IE", mandate, "replacement", { person: third, effectiveOn: "2020-12-10" }),
      {
        status: 409,
        problem: "successor-named",
        more: { mandate: successor, until },
      },
    );
    for (const [what, body] of [
      ["removal", {}],
      ["replacement", { person }],
    ] as const)
      await api.expectRefusal(makeChangeCall("IE", mandate, what, { ...body, effectiveOn: "2021-01-10" }), {
        status: 409,
        problem: "ends-earlier",
        more: { until },
      });
  });

  test("ends at once on request, and the successor begins; both are notified", async () => {
    const { effectiveAt, reviews, successor } = await changed("IE", mandate, "removal", {});
    expect(effectiveAt.slice(0, 10)).toBe("2020-12-02");
    expect([reviews.length > 0, successor.mandate]).toEqual([true, await mandateOf("IE", "focal-point", second)]);
    const path = "/v1/reviews/c1-IE";
    expect([(await api.get(path, first)).status, (await api.get(path, second)).status]).toEqual([404, 200]);
    const { mandates } = await me(second);
    expect(mandates.map(({ since }: any) => since)).toEqual(mandates.map(() => effectiveAt));
    expect((await api.get("/v1/reviews/c1-IE", secretariat)).body.blockedBy).not.toContainEqual(
      expect.objectContaining({ party: "IE", kind: "focal-point" }),
    );
    const ended = lettersTo(first).filter((subject) => subject.includes("Your service"));
    expect(ended.map((subject) => subject.replace(/ \[.*/u, "")).toSorted()).toEqual([
      "Your service as focal point ends (cluster 1)",
      "Your service as focal point has ended (cluster 1)",
    ]);
    expect(lettersTo(second).filter((subject) => subject.includes("what is open"))).toHaveLength(2);
    expect((await changed("IE", mandate, "removal", {})).reviews).toEqual([]);
  });
});

test("a removal on a day ahead comes earlier, and a focal point is required from the earlier day", async () => {
  const mandate = await mandateOf("FR", "focal-point");
  await changed("FR", mandate, "removal", { effectiveOn: "2021-01-31" });
  const { effectiveAt, reviews } = await changed("FR", mandate, "removal", { effectiveOn: "2020-12-02" });
  expect([effectiveAt.slice(0, 10), reviews.length > 0]).toEqual(["2020-12-02", true]);
  const { obligations } = (await api.get("/v1/reviews/c1-IE", secretariat)).body;
  expect(obligations.find(({ id }: any) => id === "focal-point:FR")).toMatchObject({
    state: "open",
    openedOn: "2020-12-02",
    dueAt: "2020-12-16T22:59:59.999Z",
  });
});

test("a removal on a day ahead lets a successor be named by a replacement", async () => {
  const mandate = await mandateOf("TD", "focal-point");
  await changed("TD", mandate, "removal", { effectiveOn: "2021-01-31" });
  const person = { ...personOf("TD", "focal-point"), name: "The second", email: "second@td.example.org" };
  const { successor } = await changed("TD", mandate, "replacement", { person, effectiveOn: "2021-01-15" });
  expect(await untilOf(addressOf("TD", "focal-point"))).toEqual(["2021-01-14T23:00:00.000Z"]);
  expect(successor.mandate).toBe(await mandateOf("TD", "focal-point", person.email));
});

test.each(["removal", "replacement"] as const)("a %s is named for two years ahead at most", async (what) => {
  const mandate = await mandateOf("GR", "focal-point");
  const person = { ...personOf("GR", "focal-point"), email: "second@gr.example.org" };
  const body = what === "removal" ? {} : { person };
  for (const effectiveOn of ["2022-12-03", "2035-01-01"])
    await api.expectRefusal(makeChangeCall("GR", mandate, what, { ...body, effectiveOn }), {
      status: 422,
      problem: "date-too-late",
      more: { latest: "2022-12-02" },
    });
});

describe("a person who is named again", () => {
  const email = addressOf("GR", "focal-point");

  test("is no successor of themselves, and nothing about them changes", async () => {
    const person = { ...personOf("GR", "focal-point"), name: "Renamed" };
    for (const more of [{}, { effectiveOn: "2020-12-20" }])
      await api.expectRefusal(
        makeChangeCall("GR", await mandateOf("GR", "focal-point"), "replacement", { person, ...more }),
        {
          status: 409,
          problem: "already-serves",
        },
      );
  });

  test("keeps the details that the nomination omits", async () => {
    const { institution, phone, title } = personOf("GR", "focal-point");
    const named = await api.name("GR", "expert", { person: { name: "Same", email, language: "en" } });
    expect(named.status).toBe(201);
    await api.app.rest();
    expect((await me(email)).person).toMatchObject({ name: "Same", institution, phone, title });
  });
});
