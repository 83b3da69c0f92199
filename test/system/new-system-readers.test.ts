import { afterAll, beforeAll, expect, test } from "vitest";
import { FigureName } from "../../schemas/model/figures.ts";
import { type TestSystem, secondSecretariat, secretariat } from "../harness/test-api.ts";
import { startTestSystem } from "../harness/over-http.ts";

/** A system that has just started: nothing is loaded in its functions, and nothing was counted yet. */
let api: TestSystem;
beforeAll(async () => {
  api = await startTestSystem();
});
afterAll(() => api.close());

test("two callers who read figures and members of a new system get no 500 and no 503", async () => {
  const paths = [
    "/v1/figures/current",
    ...FigureName.options.map((figure) => `/v1/figures/current/${figure}?limit=100`),
    "/v1/statistics",
  ];
  const statuses = new Map<string, number>();
  const read = async (as: string): Promise<void> => {
    const headers = { authorization: `Bearer ${await api.token(as)}` };
    for (const path of [...paths, ...paths]) {
      const reply = await fetch(`${api.app.url}${path}`, { headers });
      await reply.text();
      if (reply.status !== 200) statuses.set(path, reply.status);
    }
  };
  await Promise.all([read(secretariat), read(secondSecretariat), api.startGroup()]);
  await Promise.all([read(secretariat), read(secondSecretariat)]);
  expect([...statuses]).toEqual([]);
});
