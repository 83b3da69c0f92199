import { afterAll, beforeAll, expect, test } from "vitest";
import { problemKinds } from "../../schemas/views/labels.ts";
import { openTestApi, type TestApi } from "../harness/test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

test("each type of problem has a page, which a refusal names", async () => {
  const all = await api.get("/docs/problems");
  const paths = [...all.text.matchAll(/href="(\/docs\/problems\/[^"]+)"/gu)].flatMap(([, path]) => path ?? []);
  expect(paths).toEqual(problemKinds.toSorted().map((kind) => `/docs/problems/${kind}`));
  const pages = await Promise.all(paths.map((path) => api.get(path)));
  expect(pages.filter(({ status, text }) => status !== 200 || !text.includes("What answers it"))).toEqual([]);
  const refused = await api.get("/v1/pairings/c4-FR");
  expect(refused.headers.get("link")).toBe('</docs/problems/not-found>; rel="help"');
});

test("the page of a type has its URN and status, its members, and the operations that list it", async () => {
  const { text } = await api.get("/docs/problems/date-too-early");
  for (const part of [
    "<dd><code>urn:review-mechanism:problem:date-too-early</code></dd>",
    "<dd>422</dd>",
    "<h2>What your program does</h2>",
    "<code>contradicts</code></th><td>What a day outside of this would contradict: <code>start</code>",
    "<code>POST /v1/groups/{groupId}/corrections</code> (<code>correctGroupStart</code>)",
    "<p>Operations by feature: <code>onBehalfOf</code> in the body.</p>",
  ])
    expect(text).toContain(part);
  const { text: gate } = await api.get("/docs/problems/gate-not-reached");
  expect(gate).toContain("Of <code>{of}</code> reviews, <code>{concluded}</code> are concluded");
  expect((await api.get("/docs/problems/no-such-type")).problem).toBe("not-found");
});
