import { afterAll, beforeAll, expect, test } from "vitest";
import {
  addressOf,
  freshKey,
  missionOf,
  openTestApi,
  personOf,
  secretariat,
  type TestApi,
} from "../harness/test-api.ts";

/** One mandate is readable at the `Location` of the nomination. */
let api: TestApi;
const at: Record<string, string> = {};
beforeAll(async () => {
  api = await openTestApi();
  await api.startGroup();
  for (const role of ["focal-point", "observer"] as const) {
    const named = await api.name("FR", role);
    at[role] = named.headers.get("location") ?? "";
    expect(at[role]).toBe(`/v1/parties/FR/mandates/${named.body.mandate}`);
  }
  at["GR"] = (await api.name("GR", "focal-point")).headers.get("location") ?? "";
  expect(at["GR"]).not.toBe("");
  await api.app.rest();
});
afterAll(() => api.close());

test("The location of a mandate leads to who holds it and in which reviews, as the list of its party shows it", async () => {
  const { status, body } = await api.get(at["focal-point"] ?? "", missionOf("FR"));
  expect(status).toBe(200);
  const { items } = (await api.get("/v1/parties/FR/mandates", missionOf("FR"))).body;
  expect(items).toContainEqual(body);
  expect(body).toMatchObject({ role: "focal-point", party: "FR", person: { email: addressOf("FR", "focal-point") } });
  expect(body.reviews).toContain("c1-GR");
});

test("Another party reads a focal point's mandate, and not that of an observer", async () => {
  expect((await api.get(at["focal-point"] ?? "", addressOf("GR", "focal-point"))).status).toBe(200);
  expect((await api.get(at["observer"] ?? "", missionOf("FR"))).status).toBe(200);
  expect((await api.get(at["observer"] ?? "", secretariat)).status).toBe(200);
  const notFound = { status: 404, problem: "not-found" } as const;
  await api.expectRefusal(["GET", at["observer"] ?? "", { as: addressOf("GR", "focal-point") }], notFound);
});

test("A mandate of another party, one that has ended and one that never was are not there", async () => {
  const notFound = { status: 404, problem: "not-found" } as const;
  const [path = ""] = [at["focal-point"]];
  const elsewhere = path.replace("/FR/", "/GR/");
  const never = `${path.slice(0, -3)}zzz`;
  for (const one of [elsewhere, never]) await api.expectRefusal(["GET", one, { as: secretariat }], notFound);
  const removal = { as: missionOf("FR"), key: "removal-of-a-mandate", body: {} };
  expect((await api.request("POST", `${path}/removal`, removal)).status).toBe(200);
  await api.expectRefusal(["GET", path, { as: secretariat }], notFound);
});

test("A nomination recorded by mistake is reversed days later: it counts nowhere, and the obligation is open again", async () => {
  const measure = async (name: string) =>
    (await api.get(`/v1/statistics/${name}/members`, secretariat)).body.count as number;
  const before = await Promise.all([measure("changes-of-focal-point"), measure("focal-points")]);
  const named = await api.name("FR", "focal-point", {
    person: { ...personOf("FR", "focal-point"), email: "wrong.person@fr.example.org" },
  });
  expect(named.status).toBe(201);
  await api.app.rest();
  const path = named.headers.get("location") ?? "";
  const reversal = { key: freshKey(), body: { reason: "The note named another person" } };
  await api.expectRefusal(["POST", `${path}/reversal`, { as: missionOf("GR"), ...reversal }], {
    status: 403,
    problem: "not-yours",
  });
  const { status, body } = await api.request("POST", `${path}/reversal`, {
    as: secretariat,
    ...reversal,
    key: freshKey(),
  });
  expect([status, body.party, body.reviews.length > 0]).toEqual([200, "FR", true]);
  await api.app.rest();
  expect(before.every((count) => Number.isInteger(count))).toBe(true);
  expect(await Promise.all([measure("changes-of-focal-point"), measure("focal-points")])).toEqual(before);
  const open = (await api.get("/v1/obligations?party=FR&state=open", missionOf("FR"))).body.items;
  expect(open.map(({ kind }: any) => kind)).toContain("focal-point");
  expect((await api.get("/v1/reviews/c1-GR", "wrong.person@fr.example.org")).status).toBe(404);
  const letters = api.app.mailbox.find({ to: "wrong.person@fr.example.org", limit: 10 });
  expect(letters.map(({ subject }: any) => subject).join()).toContain("was recorded by mistake");
  await api.expectRefusal(["POST", `${path}/reversal`, { as: secretariat, ...reversal, key: freshKey() }], {
    status: 409,
    problem: "mandate-ended",
  });
});

test("A replacement and a removal accept a reason of the list alone, which counts without a name", async () => {
  const reasons = async () => {
    const { measures } = (await api.get("/v1/statistics", secretariat)).body;
    const { parts } = measures.find(({ measure }: any) => measure === "changes-of-focal-point");
    return parts.flatMap(({ endReason, count }: any) => (endReason === undefined ? [] : [[endReason, count]]));
  };
  const path = at["GR"] ?? "";
  const as = missionOf("GR");
  const person = { ...personOf("GR", "focal-point"), name: "A successor", email: "successor@gr.example.org" };
  for (const reason of ["not-recorded", "She moved to another ministry"])
    for (const [what, body] of [
      ["replacement", { person, reason }],
      ["removal", { reason }],
    ] as const)
      await api.expectRefusal(["POST", `${path}/${what}`, { as, key: freshKey(), body }], {
        status: 400,
        problem: "invalid-request",
        places: [{ pointer: "#/reason" }],
      });
  expect(await reasons()).toEqual([]);
  const replaced = await api.request("POST", `${path}/replacement`, {
    as,
    key: freshKey(),
    body: { person, reason: "transferred" },
  });
  expect(replaced.status).toBe(200);
  await api.app.rest();
  expect(await reasons()).toEqual([["transferred", 1]]);
  const { items } = (await api.get("/v1/statistics/changes-of-focal-point/members", secretariat)).body;
  expect(items).toHaveLength(1);
  expect(JSON.stringify(items)).not.toContain("transferred");
});
