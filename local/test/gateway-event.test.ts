import { describe, expect, test } from "vitest";
import { type EventContext, gatewayEvent, type HttpRequest } from "../gateway/gateway-event.ts";

const context: EventContext = {
  apiId: "api-id",
  stage: "$default",
  domainName: "id.execute-api.us-east-1.amazonaws.com",
  routeKey: "$default",
  requestId: "id",
  pathParameters: { parameter1: "value1" },
  at: 1583348638390,
  jwt: { claims: { claim1: "value1", claim2: "value2" }, scopes: ["scope1", "scope2"] },
};
const request: HttpRequest = {
  method: "POST",
  target: "/my/path?parameter1=value1&parameter1=value2&parameter2=value",
  rawHeaders: [
    "Cookie",
    "cookie1; cookie2",
    "Header1",
    "value1",
    "Header2",
    "value1",
    "header2",
    "value2",
    "User-Agent",
    "agent",
    "Content-Type",
    "application/json",
  ],
  body: Buffer.from('"Hello from client!"'),
  sourceIp: "192.0.2.1",
};
const get = (target: string, rawHeaders: readonly string[] = []): HttpRequest => ({
  method: "GET",
  target,
  rawHeaders,
  body: Buffer.alloc(0),
  sourceIp: "127.0.0.1",
});
const posted = (type: string | undefined, body: string | Buffer) => {
  const rawHeaders = type === undefined ? [] : ["content-type", type];
  const event = gatewayEvent({ ...request, rawHeaders, body: Buffer.from(body) }, context);
  return { body: event.body, isBase64Encoded: event.isBase64Encoded };
};

describe("the event of API Gateway, payload format 2.0", () => {
  test("is the documented sample for the documented request", () => {
    const { headers, ...event } = gatewayEvent(request, context);
    expect(event).toEqual({
      version: "2.0",
      routeKey: "$default",
      rawPath: "/my/path",
      rawQueryString: "parameter1=value1&parameter1=value2&parameter2=value",
      cookies: ["cookie1", "cookie2"],
      queryStringParameters: { parameter1: "value1,value2", parameter2: "value" },
      requestContext: {
        accountId: "000000000000",
        apiId: "api-id",
        authorizer: { jwt: { claims: { claim1: "value1", claim2: "value2" }, scopes: ["scope1", "scope2"] } },
        domainName: "id.execute-api.us-east-1.amazonaws.com",
        domainPrefix: "id",
        http: { method: "POST", path: "/my/path", protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent: "agent" },
        requestId: "id",
        routeKey: "$default",
        stage: "$default",
        time: "04/Mar/2020:19:03:58 +0000",
        timeEpoch: 1583348638390,
      },
      body: '"Hello from client!"',
      pathParameters: { parameter1: "value1" },
      isBase64Encoded: false,
    });
    expect(headers).toMatchObject({ header1: "value1", header2: "value1,value2", "x-forwarded-proto": "https" });
    expect(headers).not.toHaveProperty("cookie");
  });

  test("leaves out what the request does not have", () => {
    const { jwt: _jwt, ...open } = context;
    const event = gatewayEvent(get("/"), { ...open, pathParameters: {} });
    expect(Object.keys(event).toSorted()).toEqual(
      ["headers", "isBase64Encoded", "rawPath", "rawQueryString", "requestContext", "routeKey", "version"].toSorted(),
    );
    expect(event.requestContext).not.toHaveProperty("authorizer");
  });

  test("gives the path decoded and the query as it was sent", () => {
    const event = gatewayEvent(get("/a%20b/%C3%A9?q=a%20b&q=c%2Bd&r=x+y&s"), context);
    expect(event.rawPath).toBe("/a b/é");
    expect(event.rawQueryString).toBe("q=a%20b&q=c%2Bd&r=x+y&s");
    expect(event.queryStringParameters).toEqual({ q: "a b,c+d", r: "x y", s: "" });
  });

  test.each([
    "text/plain",
    "text/csv; charset=utf-8",
    "application/json",
    "application/json;charset=utf-8",
    "application/xml",
  ])("hands a body of the type %s on as text", (type) =>
    expect(posted(type, "é")).toEqual({ body: "é", isBase64Encoded: false }),
  );

  test.each([undefined, "application/octet-stream", "application/x-www-form-urlencoded", "application/problem+json"])(
    "hands a body of the type %s on in base64",
    (type) => expect(posted(type, "é")).toEqual({ body: Buffer.from("é").toString("base64"), isBase64Encoded: true }),
  );

  test("says null for the scopes of a route that requires none", () => {
    const event = gatewayEvent(request, { ...context, jwt: { claims: { sub: "1" }, scopes: [] } });
    expect(event.requestContext.authorizer).toEqual({ jwt: { claims: { sub: "1" }, scopes: null } });
  });
});
