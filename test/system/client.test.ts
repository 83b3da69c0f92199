import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, answerOf, ifMatchOf, makeIdempotencyKey, itemsOf, openApi } from "../../client/client.ts";
import { ApiProblem } from "../../client/problem.ts";
import { personOf, type TestSystem, secretariat } from "../harness/test-api.ts";
import { startTestSystem } from "../harness/over-http.ts";

/** The client for front ends, on a running system. */

let app: TestSystem;
let api: Api;
beforeAll(async () => {
  app = await startTestSystem();
  const token = await app.token(secretariat);
  api = openApi({ baseUrl: app.app.url, token: () => token });
  await app.startGroup();
});
afterAll(() => app.close());

const problemOf = async (reply: Promise<unknown>): Promise<ApiProblem> => {
  const thrown: unknown = await reply.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (thrown instanceof ApiProblem) return thrown;
  throw new Error(`No problem was thrown, but ${String(thrown)}`);
};

test("a reply has its body and the headers that the next request needs", async () => {
  const review = await answerOf(api.GET("/v1/reviews/{reviewId}", { params: { path: { reviewId: "c1-FR" } } }));
  expect(review).toMatchObject({ body: { id: "c1-FR", stage: "scheduled" }, status: 200, etag: '"v1"' });
  expect(ifMatchOf(review)).toEqual({ "If-Match": '"v1"' });
  expect(() => ifMatchOf({ etag: undefined })).toThrow("no ETag");
});

test("a change that was decided on an older version is refused with the present ETag, with which it succeeds", async () => {
  const put = (etag: string) =>
    answerOf(
      api.PUT("/v1/texts/{textId}", {
        params: { path: { textId: "of-the-client" }, header: ifMatchOf({ etag }) },
        body: { subject: "Subject", body: `Text after ${etag.replaceAll('"', "")}` },
      }),
    );
  await put('"v0"');
  const refused = await problemOf(put('"v7"'));
  expect([refused.status, refused.kind, refused.etag]).toEqual([412, "stale-version", '"v1"']);
  expect((await put(refused.etag ?? "")).etag).toBe('"v2"');
});

test("a list is read to its end, page by page", async () => {
  const parties = await itemsOf(({ limit: _, ...page }) =>
    api.GET("/v1/parties", { params: { query: { limit: 50, ...page } } }),
  );
  expect(new Set(parties.map(({ id }) => id)).size).toBe(parties.length);
  expect(parties.length).toBeGreaterThan(150);
});

test("a creation sent twice with one key has one effect, and returns its address", async () => {
  const token = await app.token("mission@at.example.org");
  const mission = openApi({ baseUrl: app.app.url, token: () => token });
  const header = makeIdempotencyKey();
  const body = { role: "focal-point" as const, person: personOf("AT", "focal-point") as any };
  const name = () =>
    mission.POST("/v1/parties/{partyId}/mandates", { params: { path: { partyId: "AT" }, header }, body });
  const first = await answerOf(name());
  expect(first).toMatchObject({ status: 201, location: expect.stringContaining("/v1/parties/AT/") });
  expect((await answerOf(name())).body).toEqual(first.body);
  expect(makeIdempotencyKey()).not.toEqual(makeIdempotencyKey());
});

describe("a refusal is thrown as", () => {
  test("the problem that a function answered, with the places that do not fit", async () => {
    const query = { limit: 0 };
    const problem = await problemOf(answerOf(api.GET("/v1/reviews", { params: { query } })));
    expect(problem).toMatchObject({ status: 400, kind: "invalid-request", errors: [{ parameter: "limit" }] });
    expect(problem.message).toMatch(/^400 from \/v1\/reviews: The request does not fit[^]*\n {2}limit: /u);
  });

  test("the reply of the gateway itself, where no function ran", async () => {
    const anonymous = openApi({ baseUrl: app.app.url });
    const problem = await problemOf(answerOf(anonymous.GET("/v1/me")));
    expect(problem).toMatchObject({ status: 401, kind: "gateway", problem: { title: "Unauthorized" } });
  });

  test("the reply of a proxy in between, as text or without a body", async () => {
    const from = (body: string | null, headers: Record<string, string> = {}) => {
      const fetch = async () => {
        const response = new Response(body, { status: 503, headers });
        Object.defineProperty(response, "url", { value: "http://api.example.org/health" });
        return response;
      };
      return problemOf(answerOf(openApi({ baseUrl: "http://api.example.org", fetch }).GET("/health")));
    };
    expect(await from("<h1>Later</h1>", { "retry-after": "7" })).toMatchObject({
      kind: "gateway",
      retryAfter: 7,
      problem: { title: "Status 503", detail: "<h1>Later</h1>", instance: "/health" },
    });
    expect(await from(null, { "content-length": "0" })).toMatchObject({ status: 503, retryAfter: undefined });
  });
});

describe("a token that the API refuses", () => {
  const asking = async (given: readonly (string | undefined)[]) => {
    const refusedTokens: (string | undefined)[] = [];
    const tokens = [...given];
    const caller = openApi({
      baseUrl: app.app.url,
      token: (refused) => {
        refusedTokens.push(refused);
        return tokens.shift();
      },
    });
    const outcome = await answerOf(caller.GET("/v1/me")).catch((error: unknown) => error);
    return { refusedTokens, outcome };
  };

  test("is renewed once, and the request is sent again", async () => {
    const expired = await app.token(secretariat, { expiresInSeconds: -60 });
    const { refusedTokens, outcome } = await asking([expired, await app.token(secretariat)]);
    expect(refusedTokens).toEqual([undefined, expired]);
    expect(outcome).toMatchObject({ status: 200, body: { role: "secretariat" } });
  });

  test("is not sent for ever where nothing better comes", async () => {
    const { refusedTokens, outcome } = await asking(["none", "neither", "never"]);
    expect([refusedTokens, outcome]).toEqual([[undefined, "none"], expect.objectContaining({ status: 401 })]);
    expect((await asking(["none"])).outcome).toMatchObject({ status: 401 });
  });
});
