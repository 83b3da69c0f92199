import { afterAll, beforeAll, expect, test } from "vitest";
import { endpoints } from "../../schemas/api/index.ts";
import { type TestSystem, missionOf, secretariat } from "../harness/test-api.ts";
import { startTestSystem } from "../harness/over-http.ts";

/** A running system that requires a second factor of the secretariat, as `npm start -- --second-factor secretariat` does. */
let api: TestSystem;
beforeAll(async () => {
  api = await startTestSystem({ secondFactorOf: "secretariat" });
});
afterAll(() => api.close());

/** Every operation that reads and needs no id. */
const reads = endpoints.filter(
  ({ method, path, access }) => method === "GET" && access === "token" && !path.includes("{") && path !== "/v1/me",
);
const setFactor = async (email: string, enabled: boolean): Promise<number> =>
  (await fetch(`${api.app.url}/_local/second-factor`, { method: "POST", body: JSON.stringify({ email, enabled }) }))
    .status;
const problemsOf = async (as: string): Promise<ReadonlySet<string>> => {
  const token = await api.token(as);
  const problems = new Set<string>();
  for (const { path } of reads) {
    const reply = await fetch(`${api.app.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
    const body = await reply.text();
    const { type = "" } = body.startsWith("{") ? (JSON.parse(body) as { readonly type?: string }) : {};
    problems.add(`${reply.status} ${type.split(":").at(-1)}`);
  }
  return problems;
};

test("who lacks a second factor is refused everywhere by that name, learns it from /v1/me, and may begin once it is set up", async () => {
  expect(reads.length).toBeGreaterThan(20);
  expect(await api.get("/v1/me", secretariat)).toMatchObject({ status: 200, body: { secondFactor: "missing" } });
  expect(await problemsOf(secretariat)).toEqual(new Set(["403 second-factor-required"]));
  expect(await api.get("/v1/me", missionOf("FR"))).toMatchObject({ status: 200 });

  expect(await setFactor(secretariat, true)).toBe(200);
  expect(await api.get("/v1/me", secretariat)).toMatchObject({ status: 200, body: { secondFactor: "unused" } });
  await api.app.moveTo(api.app.clock.now() + 60_000);
  const again = await api.token(secretariat);
  const me = await fetch(`${api.app.url}/v1/me`, { headers: { authorization: `Bearer ${again}` } });
  expect([me.status, await me.json()]).toMatchObject([200, { secondFactor: "used" }]);
  const problems = await problemsOf(secretariat);
  expect([...problems].filter((problem) => /^5|second-factor/u.test(problem))).toEqual([]);
});
