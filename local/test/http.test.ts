import { networkInterfaces } from "node:os";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LocalStack } from "../stack-options.ts";
import { sampleStack } from "./support.ts";

let app: LocalStack;
const lines: string[] = [];
beforeAll(async () => {
  app = await sampleStack({ report: (line) => lines.push(line) });
});
afterAll(() => app.close());

interface FunctionReport {
  readonly event: {
    routeKey: string;
    pathParameters?: object;
    requestContext: { authorizer?: { jwt: { claims: Record<string, string> } } };
  };
  readonly environment: Record<string, string>;
  readonly left: number;
  readonly now: number;
}
const readReport = async (path: string, init?: RequestInit): Promise<FunctionReport> =>
  (await (await fetch(app.url + path, init)).json()) as FunctionReport;
const get = (path: string, headers: Record<string, string> = {}) => fetch(app.url + path, { headers });
const answering = (result: unknown) =>
  fetch(`${app.url}/answer`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(result),
  });

describe("routes", () => {
  test.each([
    ["GET", "/open/fr", "GET /open/{name}", { name: "fr" }],
    ["GET", "/open/a%2Fb", "GET /open/{name}", { name: "a/b" }],
    ["GET", "/open/fixed", "GET /open/fixed", undefined],
    ["POST", "/open", "POST /open", undefined],
    ["PUT", "/files/a/b/c", "ANY /files/{path+}", { path: "a/b/c" }],
    ["GET", "/files", "$default", undefined],
    ["DELETE", "/open/fr", "$default", undefined],
  ])("%s %s leads to %s", async (method, path, routeKey, parameters) => {
    const { event } = await readReport(path, { method });
    expect(event.routeKey).toBe(routeKey);
    expect(event.pathParameters).toEqual(parameters);
  });

  test("a path that cannot be decoded is a bad request", async () => {
    const answer = await get("/open/%E0%A4%A");
    expect([answer.status, await answer.json()]).toEqual([400, { message: "Bad Request" }]);
  });
});

describe("answers of a function", () => {
  test("keep status, headers and cookies", async () => {
    const answer = await get("/open/x");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("etag")).toBe('"1"');
    expect(answer.headers.getSetCookie()).toEqual(["a=1; Path=/", "b=2"]);
    expect(answer.headers.get("apigw-requestid")).toMatch(/^[0-9a-f-]{36}$/u);
  });

  test("without a status become the body of a 200 with JSON", async () => {
    const answer = await answering({ hello: "world" });
    expect([answer.status, answer.headers.get("content-type"), await answer.json()]).toEqual([
      200,
      "application/json",
      { hello: "world" },
    ]);
  });

  test("in base64 are decoded", async () => {
    const body = Buffer.from([0, 1, 255]).toString("base64");
    const answer = await answering({
      statusCode: 201,
      headers: { "content-type": "image/png" },
      isBase64Encoded: true,
      body,
    });
    expect([answer.status, [...new Uint8Array(await answer.arrayBuffer())]]).toEqual([201, [0, 1, 255]]);
  });

  test.each([{ statusCode: "much" }, { statusCode: 200, body: { not: "text" } }, { statusCode: 99 }])(
    "that make no sense (%j) are an internal error",
    async (result) => {
      const answer = await answering(result);
      expect([answer.status, await answer.json()]).toEqual([500, { message: "Internal Server Error" }]);
    },
  );

  test("have no body after a 204", async () => {
    const answer = await answering({ statusCode: 204 });
    expect([answer.status, await answer.text()]).toEqual([204, ""]);
  });
});

describe("a function that fails", () => {
  test.each([
    ["throws", "/open/x?crash=1", 500, "Internal Server Error"],
    ["ends its process", "/open/x?die=1", 500, "Internal Server Error"],
    ["runs into its timeout", "/slow", 500, "Internal Server Error"],
    ["takes longer than its integration", "/hasty?wait=400", 503, "Service Unavailable"],
  ])("and %s gives the answer of AWS, and works again afterwards", async (_how, path, status, message) => {
    const answer = await get(path);
    expect([answer.status, await answer.json()]).toEqual([status, { message }]);
    expect((await get("/open/x")).status).toBe(200);
  });
});

test("a request that a function failed is reported in one line: when, which route and request, and where the log is", async () => {
  lines.length = 0;
  expect((await get("/open/of-a-person?crash=1")).headers.get("apigw-requestid")).not.toBeNull();
  const failed = await get("/open/of-a-person?crash=1");
  const id = failed.headers.get("apigw-requestid");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(
    new RegExp(`^\\d{4}-\\S+Z GET /open/\\{name\\} was answered 500, request ${id}: see \\S+/logs/\\w+\\.log$`, "u"),
  );
  expect(lines.join()).not.toContain("of-a-person");
  await get("/open/x");
  expect(lines).toHaveLength(2);
});

describe("a body", () => {
  test("over 10 MB is refused", async () => {
    const answer = await fetch(`${app.url}/open`, { method: "POST", body: Buffer.alloc(10 * 1024 * 1024 + 1, 97) });
    expect([answer.status, await answer.json()]).toEqual([413, { message: "Request Entity Too Large" }]);
  });

  test("that the function could not take is refused", async () => {
    const answer = await fetch(`${app.url}/open`, { method: "POST", body: Buffer.alloc(7 * 1024 * 1024, 97) });
    expect(answer.status).toBe(413);
  });
});

describe("the authorizer", () => {
  const guarded = async (authorization?: string) => {
    const answer = await get("/guarded", authorization === undefined ? {} : { authorization });
    return { status: answer.status, challenge: answer.headers.get("www-authenticate"), body: await answer.json() };
  };
  const refused = (why: string) => ({
    status: 401,
    challenge: `Bearer scope="" error="invalid_token" error_description="${why}"`,
    body: { message: "Unauthorized" },
  });

  test("lets a token of the pool through, with its claims as text", async () => {
    const token = await app.token("Someone@Example.org");
    const { event } = await readReport("/guarded", { headers: { authorization: `Bearer ${token}` } });
    const claims = event.requestContext.authorizer?.jwt.claims;
    expect(claims).toMatchObject({ token_use: "access", iss: app.plan.pools[0]?.issuer, version: "2" });
    expect(Object.values(claims ?? {}).every((claim) => typeof claim === "string")).toBe(true);
  });

  test("takes a token without the word Bearer, too", async () => {
    expect((await guarded(await app.token("a@example.org"))).status).toBe(200);
  });

  test("requires a token", async () => {
    expect(await guarded()).toEqual({ status: 401, challenge: "Bearer", body: { message: "Unauthorized" } });
  });

  test("refuses an expired, a foreign, an unsigned, a changed and a senseless one", async () => {
    const token = (options: object) => app.token("a@example.org", options);
    const [header, payload, signature] = (await token({})).split(".");
    const unsigned = Buffer.from('{"alg":"none"}').toString("base64url");
    const changed = Buffer.from('{"sub":"me"}').toString("base64url");
    expect(await guarded(`Bearer ${await token({ expiresInSeconds: -1 })}`)).toEqual(refused("the token has expired"));
    expect(await guarded(`Bearer ${await token({ clientId: "other" })}`)).toEqual(
      refused("the token does not have a valid audience"),
    );
    expect(await guarded(`Bearer ${await token({ issuer: "https://elsewhere" })}`)).toEqual(
      refused("the token has an invalid issuer"),
    );
    expect(await guarded(`Bearer ${unsigned}.${payload}.`)).toMatchObject({ status: 401 });
    expect(await guarded(`Bearer ${header}.${changed}.${signature}`)).toEqual(
      refused("unable to verify the token's signature"),
    );
    expect(await guarded("Bearer nonsense")).toEqual(refused("unable to decode the token"));
  });

  test("lets an id token through, as the real one does: its use is for the function to check", async () => {
    expect((await guarded(await app.token("a@example.org", { tokenUse: "id" }))).status).toBe(200);
  });
});

describe("CORS", () => {
  const preflight = (origin: string) =>
    fetch(`${app.url}/open/x`, { method: "OPTIONS", headers: { origin, "access-control-request-method": "GET" } });

  test("answers a preflight of an allowed origin without asking the function", async () => {
    const answer = await preflight("http://localhost:3000");
    expect(answer.status).toBe(204);
    expect(answer.headers.get("access-control-allow-origin")).toBe("http://localhost:3000");
    expect(answer.headers.get("access-control-allow-methods")).toBe("GET,POST");
    expect(answer.headers.get("access-control-allow-headers")).toBe("authorization,content-type");
    expect(answer.headers.get("access-control-max-age")).toBe("600");
  });

  test.each(["http://localhost:5173", "http://127.0.0.1:3000", "http://[::1]:8080"])(
    "answers a page of this machine on whichever port, as the sign-in does: %s",
    async (origin) => {
      expect((await preflight(origin)).headers.get("access-control-allow-origin")).toBe(origin);
      expect((await get("/open/x", { origin })).headers.get("access-control-allow-origin")).toBe(origin);
    },
  );

  test.each(["https://localhost:3000", "http://localhost.evil.example", "null"])(
    "says nothing to %s",
    async (origin) => {
      expect((await preflight(origin)).headers.get("access-control-allow-origin")).toBeNull();
    },
  );

  test("says nothing to an origin that is not allowed", async () => {
    const answer = await preflight("http://evil.example");
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([204, null]);
  });

  test("replaces what the function says of it", async () => {
    const allowed = await get("/open/x", { origin: "http://localhost:3000" });
    expect(allowed.headers.get("access-control-allow-origin")).toBe("http://localhost:3000");
    expect(allowed.headers.get("access-control-expose-headers")).toBe("etag");
    expect((await get("/open/x")).headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("a function", () => {
  test("has its own environment and nothing of this machine's", async () => {
    process.env["SECRET_OF_THIS_MACHINE"] = "yes";
    const { environment, left } = await readReport("/open/x");
    expect(environment).toMatchObject({ STAGE: "test", AWS_ACCESS_KEY_ID: "echo", AWS_REGION: "eu-central-1" });
    expect(environment).not.toHaveProperty("SECRET_OF_THIS_MACHINE");
    expect(environment).not.toHaveProperty("PATH");
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(10_000);
  });
});

test("the system answers on the loopback interface only", async () => {
  const outward = Object.values(networkInterfaces()).flatMap((addresses) =>
    (addresses ?? []).filter(({ internal, family }) => !internal && family === "IPv4").map(({ address }) => address),
  );
  for (const address of outward) {
    await expect(fetch(app.url.replace("localhost", address))).rejects.toThrow();
    await expect(fetch(app.services.replace("127.0.0.1", address))).rejects.toThrow();
  }
  expect((await fetch(app.url.replace("localhost", "127.0.0.1"))).status).toBe(200);
});
