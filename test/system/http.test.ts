import { gunzipSync } from "node:zlib";
import { request } from "node:http";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addressOf, missionOf, president, type TestSystem, secretariat } from "../harness/test-api.ts";
import { startTestSystem } from "../harness/over-http.ts";

let api: TestSystem;
beforeAll(async () => {
  api = await startTestSystem();
  await api.startGroup();
  for (const party of ["FR", "IE", "TD"]) await api.name(party, "focal-point");
  await api.app.rest();
});
afterAll(() => api.close());

/** The answer as it comes over the wire, nothing undone. */
const wire = async (method: string, path: string, headers: Record<string, string> = {}) => {
  const sent = request(`${api.app.url}${path}`, { method, headers }).end();
  const [answer] = await once(sent, "response");
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk);
  return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) };
};

describe("lists", () => {
  test.each([1, 7, 50, 200])("of parties come whole in pages of %i", async (limit) => {
    const { items, pages } = await api.pages("/v1/parties", missionOf("FR"), limit);
    expect([new Set(items.map(({ id }) => id)).size, items.length, pages]).toEqual([191, 191, Math.ceil(191 / limit)]);
  });

  test.each([
    ["the secretariat", secretariat, ["c1-AT", "c1-DE", "c1-FR", "c1-GR", "c1-IE", "c1-SE", "c1-US"]],
    ["a mission, its own only", missionOf("FR"), ["c1-FR", "c1-GR", "c1-IE", "c1-US"]],
    ["a focal point, its own only", addressOf("FR", "focal-point"), ["c1-FR", "c1-GR", "c1-IE", "c1-US"]],
    ["the President: none", president, []],
  ])("of reviews for %s, page by page", async (_, as, expected) => {
    const { items, pages } = await api.pages("/v1/reviews", as, 3);
    expect(items.map(({ id }) => id)).toEqual(expected);
    expect(pages).toBe(Math.max(1, Math.ceil(expected.length / 3)));
  });

  test("of reviews in one stage", async () => {
    for (const as of [secretariat, missionOf("TD")]) {
      const { items } = await api.pages("/v1/reviews?stage=consultation", as, 1);
      expect(items.map(({ id, stage }) => [id, stage])).toEqual([["c1-IE", "consultation"]]);
    }
  });

  test("have fifty items in a page where the caller does not say", async () => {
    const { body } = await api.get("/v1/parties", president);
    expect([body.items.length, typeof body.next]).toEqual([50, "string"]);
  });
});

describe("compression", () => {
  test("answers in gzip where the client accepts it, and says that it depends", async () => {
    const plain = await wire("GET", "/v1/pairings");
    const packed = await wire("GET", "/v1/pairings", { "accept-encoding": "br;q=1.0, gzip;q=0.8" });
    const varies = "Accept-Encoding, Accept-Language";
    expect([packed.status, packed.headers["content-encoding"], packed.headers.vary]).toEqual([200, "gzip", varies]);
    expect([plain.headers["content-encoding"], plain.headers.vary]).toEqual([undefined, varies]);
    expect(packed.body.length).toBeLessThan(plain.body.length);
    expect(gunzipSync(packed.body)).toEqual(plain.body);
  });

  test("of the API document is not optional: it is more than a megabyte", async () => {
    const packed = await wire("GET", "/v1/openapi.json", { "accept-encoding": "identity" });
    expect(packed.headers["content-encoding"]).toBe("gzip");
    expect(JSON.parse(gunzipSync(packed.body).toString())).toMatchObject({ openapi: expect.stringMatching(/^3\.1/u) });
  });

  test("is left out where the caller wants none, and where it would save nothing", async () => {
    const refused = await wire("GET", "/v1/pairings", { "accept-encoding": "gzip;q=0, identity" });
    expect(refused.headers["content-encoding"]).toBeUndefined();
    const short = await wire("GET", "/health", { "accept-encoding": "gzip" });
    expect(short.headers["content-encoding"]).toBeUndefined();
  });
});

describe("a page of another origin", () => {
  const origin = "http://localhost:5173";

  test("may send requests, by a preflight that no function answers", async () => {
    const before = api.app.recordedActions().length;
    const { status, headers } = await wire("OPTIONS", "/v1/parties/FR/mission", {
      origin,
      "access-control-request-method": "PUT",
      "access-control-request-headers": "authorization,content-type,if-match",
    });
    expect([status, headers["access-control-allow-origin"]]).toEqual([204, origin]);
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"])
      expect(headers["access-control-allow-methods"]).toContain(method);
    for (const name of ["authorization", "content-type", "if-match", "idempotency-key"])
      expect(headers["access-control-allow-headers"]).toContain(name);
    expect(headers["access-control-max-age"]).toBe("3600");
    expect(api.app.recordedActions()).toHaveLength(before);
  });

  test("may read the headers that the API speaks by, on answers and on refusals", async () => {
    const answers = [
      await wire("GET", "/v1/pairings", { origin }),
      await wire("GET", "/v1/nowhere", { origin }),
      await wire("GET", "/v1/me", { origin }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 401]);
    for (const { headers } of answers) {
      expect(headers["access-control-allow-origin"]).toBe(origin);
      expect(headers["access-control-expose-headers"]?.split(",").toSorted()).toEqual([
        "content-disposition",
        "content-language",
        "deprecation",
        "etag",
        "link",
        "location",
        "ratelimit",
        "ratelimit-policy",
        "retry-after",
        "sunset",
      ]);
      expect(headers["access-control-allow-credentials"]).toBeUndefined();
    }
  });

  test("may not where its origin is none of ours", async () => {
    const foreign = { origin: "https://elsewhere.example.com", "access-control-request-method": "PUT" };
    expect((await wire("OPTIONS", "/v1/me", foreign)).headers["access-control-allow-origin"]).toBeUndefined();
    expect((await wire("GET", "/health", foreign)).headers["access-control-allow-origin"]).toBeUndefined();
  });
});

describe("where there is no operation", () => {
  test.each(["/v1", "/v1/nowhere", "/v1/parties/FR/nowhere", "/v2/parties", "/docs/", "/docs/constructor", "/_health"])(
    "%s is a 404 with what to do",
    async (path) => {
      const { status, problem, body } = await api.get(path, secretariat);
      expect([status, problem, body.detail]).toEqual([404, "not-found", "Check the path and the ids in it."]);
    },
  );

  test.each([
    ["DELETE", "/v1/parties/FR", ["GET", "HEAD", "PATCH"]],
    ["PUT", "/v1/groups/c1-g1/start", ["POST"]],
    ["POST", "/health", ["GET", "HEAD"]],
    ["DELETE", "/v1/parties/imports", ["POST"]],
    ["PUT", "/v1/letters", ["GET", "HEAD"]],
  ])("%s %s is a 405 that says which methods the path takes", async (method, path, allowed) => {
    const { status, headers, body } = await wire(method, path, { "content-length": "0" });
    expect(status).toBe(405);
    expect(headers["content-type"]).toBe("application/problem+json");
    expect(headers.allow?.split(", ").toSorted()).toEqual(allowed.toSorted());
    expect(JSON.parse(body.toString()).allowed.toSorted()).toEqual(allowed.toSorted());
  });

  test("the gateway's own answer to a path that cannot be read is as the API document says", async () => {
    const { status, body } = await api.get("/v1/parties/%E0%A4%A", secretariat);
    expect([status, body]).toEqual([400, { message: "Bad Request" }]);
  });
});

describe("cacheable replies", () => {
  test("are the public ones, for a while; none that needs a token", async () => {
    const open = await api.get("/v1/pairings");
    const own = await api.get("/v1/parties/FR", secretariat);
    expect([open.headers.get("cache-control"), own.headers.get("cache-control")]).toEqual([
      "public, max-age=60",
      "no-store",
    ]);
  });
});

test("letters lead to a page that the system serves", async () => {
  const page = `${api.app.url}/_local/example/`;
  const mails = api.app.mailbox.find({ to: missionOf("DE") });
  expect(mails.length).toBeGreaterThan(0);
  for (const { html, text } of mails)
    expect([html.includes(`href="${page}"`), text.includes(page)]).toEqual([true, true]);
  const answer = await fetch(page);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
});

test("a public page comes in the language of its address, and says where the secretariat is written to", async () => {
  const texts = [];
  for (const path of ["fr", "fr/parties", "fr/parties/IE"]) {
    const { status, type, text, headers } = await api.get(`/v1/pages/${path}`);
    expect([path, status, type, headers.get("content-language")]).toEqual([path, 200, "text/html", "fr"]);
    texts.push(text);
  }
  expect(texts.at(-1)).toMatch(/href="mailto:secretariat@/u);
});

test("the reference page may load its own script and nothing from elsewhere, and sends no report of its reading", async () => {
  const { headers, text } = await api.get("/docs");
  const policy = headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'; script-src 'self'; worker-src blob:;");
  expect(policy).toContain("connect-src 'self';");
  expect(policy).not.toMatch(/https?:|unsafe-eval|\*/u);
  expect(text).toContain('disable-telemetry="true"');
  const { text: script } = await api.get("/docs/redoc.standalone.js");
  expect(script).not.toContain("cdn.redoc.ly");
});
