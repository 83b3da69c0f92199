import { describe, expect, test } from "vitest";
import { sharedTestApi } from "../harness/shared-test-api.ts";
import { secretariat } from "../harness/test-api.ts";

const opened = sharedTestApi();

describe("every reply", () => {
  test.each([
    ["a public answer", "/health", undefined, 200],
    ["a personal answer", "/v1/me", secretariat, 200],
    ["a refusal", "/v1/parties?limit=none", secretariat, 400],
    ["what there is not", "/nowhere", undefined, 404],
  ] as const)(
    "says that browsers take it for what it says it is, and come over https: %s",
    async (_, path, as, status) => {
      const { status: answered, headers } = await opened().request("GET", path, as === undefined ? {} : { as });
      expect(answered).toBe(status);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("strict-transport-security")).toMatch(/^max-age=[1-9]\d{7,}; includeSubDomains$/u);
    },
  );
});

describe("HEAD", () => {
  test.each([
    ["a public reply", "/v1/labels", undefined],
    ["a personal reply with an ETag", "/v1/parties/FR", secretariat],
    ["a list", "/v1/reviews?limit=1", secretariat],
    ["a refusal", "/v1/parties?limit=none", secretariat],
    ["a missing item", "/v1/parties/XX", secretariat],
    ["a path without an operation", "/v1/nowhere", undefined],
  ] as const)("has the status and the headers of GET, and no body: %s", async (_, path, as) => {
    const [shown, head] = await Promise.all(
      (["GET", "HEAD"] as const).map((method) => opened().request(method, path, as === undefined ? {} : { as })),
    );
    const headersOf = (reply: typeof shown) =>
      [...(reply?.headers ?? [])].filter(([name]) => !["apigw-requestid", "content-length", "date"].includes(name));
    expect([head?.status, headersOf(head)]).toEqual([shown?.status, headersOf(shown)]);
    expect([head?.text, shown?.text]).toEqual(["", expect.stringMatching(/./u)]);
  });
});

test("a drawing runs no script and loads nothing, also where a browser opens it directly", async () => {
  const { status, type, headers } = await opened().request("GET", "/v1/figures/paper/status?format=svg", {
    as: secretariat,
  });
  expect([status, type]).toEqual([200, "image/svg+xml"]);
  expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'unsafe-inline';/u);
});

describe("the representation of a reply", () => {
  const path = "/v1/figures/paper/status";
  const read = async (query: string, headers: Record<string, string> = {}) => {
    const answer = await opened().request("GET", `${path}${query}`, { as: secretariat, headers });
    return [answer.type, answer.headers.get("content-language"), answer.headers.get("vary")];
  };
  const vary = expect.stringContaining("Accept, Accept-Language");

  test.each([
    ["nothing", "", {}, "application/json", "en"],
    ["anything", "", { accept: "*/*" }, "application/json", "en"],
    ["a picture, as a browser", "", { accept: "image/avif,image/svg+xml,image/*,*/*;q=0.8" }, "image/svg+xml", "en"],
    ["all types alike", "", { accept: "image/svg+xml, application/json, text/csv" }, "application/json", "en"],
    ["a table", "", { accept: "text/csv" }, "text/csv", "en"],
    ["a table in a link", "?format=csv", {}, "text/csv", "en"],
    ["a picture in a link", "?format=svg&language=fr", { accept: "text/csv" }, "image/svg+xml", "fr"],
    ["a language in a link", "?language=ru", { "accept-language": "fr" }, "application/json", "ru"],
  ] as const)("with %s", async (_, query, headers, type, language) => {
    expect(await read(query, headers)).toEqual([type, language, vary]);
  });

  test.each([
    ["format", "docx", "must be one of json, svg, csv"],
    ["language", "de", "must be one of ar, en, es, fr, ru, zh"],
  ])("is refused with a %s that there is not", async (parameter, value, message) => {
    const { status, body } = await opened().get(`${path}?${parameter}=${value}`, secretariat);
    expect([status, body.errors]).toEqual([400, [{ parameter, message }]]);
  });

  test("is not chosen where there is one alone", async () => {
    const { status, body } = await opened().get("/v1/me?format=json", secretariat);
    expect([status, body.errors]).toEqual([400, [{ parameter: "format", message: expect.any(String) }]]);
  });
});

describe("the reference", () => {
  const script = "/docs/redoc.standalone.js";

  test("is kept for a day, and not sent again to a client that has it", async () => {
    const first = await opened().request("GET", script);
    expect([first.status, first.headers.get("cache-control")]).toEqual([200, "public, max-age=86400"]);
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^W\/"[0-9a-f]{16}"$/u);
    const again = await opened().request("GET", script, { headers: { "if-none-match": etag } });
    expect([again.status, again.text, again.headers.get("etag")]).toEqual([304, "", etag]);
    expect(again.headers.get("x-content-type-options")).toBe("nosniff");
    const other = await opened().request("GET", script, { headers: { "if-none-match": 'W/"0000000000000000"' } });
    expect([other.status, other.text.length]).toEqual([200, first.text.length]);
  });
});
