import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { describe, expect, test } from "vitest";
import { resolvePrefixRoutes } from "../../lambdas/shell/http/prefix-routes.ts";
import { routing } from "../../local/gateway/routes.ts";
import type { RoutePlan } from "../../local/template/plan-api.ts";
import { withHead } from "../../lib/gateway-routes.ts";
import { endpoints } from "../../schemas/api/index.ts";
import { type Resource, synthesize } from "./synthesized.ts";

const prod = synthesize();
const routes = prod.of("AWS::ApiGatewayV2::Route");
const route = (key: string): Resource => {
  const found = routes.find(({ properties }) => properties["RouteKey"] === key);
  if (found === undefined) throw new Error(`no route ${key}`);
  return found;
};
const answeredBy = ({ properties }: Resource): string => {
  const target = JSON.stringify(properties["Target"]);
  const integration = prod.of("AWS::ApiGatewayV2::Integration").find(({ id }) => target.includes(id));
  const fn = prod.invokedBy(integration?.properties["IntegrationUri"]);
  return fn === undefined ? "no function" : prod.bundleOf(fn);
};

const planned = routes.map(({ properties }): RoutePlan => ({
  key: properties["RouteKey"],
  functionArn: "",
  timeoutMilliseconds: 0,
  scopes: [],
}));
const find = routing(planned);
/** A path of an endpoint as a caller writes it. */
const pathOf = ({ path }: { readonly path: string }): readonly string[] =>
  path
    .replaceAll(/\{\w+\}/gu, "value-1")
    .split("/")
    .slice(1);

describe("routes", () => {
  test("are fewer than the endpoints of the registry, and each leads to one of them, or to everything else", () => {
    expect(routes.length).toBeLessThan(withHead(endpoints).length * 0.65);
    const reached = new Set(withHead(endpoints).map((endpoint) => find(endpoint.method, pathOf(endpoint))?.route.key));
    expect(routes.map(({ properties }) => properties["RouteKey"]).toSorted()).toEqual(
      [...reached, "$default"].map(String).toSorted(),
    );
  });

  test.each(withHead(endpoints).map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
    "%s requires a token as the registry says, and reaches its function, which finds it",
    (key, endpoint) => {
      const match = find(endpoint.method, pathOf(endpoint));
      const found = route(match?.route.key ?? "none");
      expect(found.properties["AuthorizationType"]).toBe(endpoint.access === "token" ? "JWT" : "NONE");
      expect(answeredBy(found)).toBe(endpoint.function);
      const keys = endpoints
        .filter((one) => one.function === endpoint.function)
        .map((one) => `${one.method} ${one.path}`);
      const event = { routeKey: match?.route.key, pathParameters: { ...match?.parameters } } as APIGatewayProxyEventV2;
      resolvePrefixRoutes(keys)(event);
      expect(event.routeKey).toBe(key.replace(/^HEAD /u, "GET "));
      const names = [...key.matchAll(/\{(?<name>\w+)\}/gu)].map(({ groups }) => groups?.["name"] ?? "");
      expect(event.pathParameters).toEqual(Object.fromEntries(names.map((name) => [name, "value-1"])));
    },
  );

  test("without a token have their own, so that each has its own throttle", () => {
    for (const { method, path } of endpoints.filter(({ access }) => access === "public"))
      expect(route(`${method} ${path}`)).toBeDefined();
  });

  test("name their method: any method would include the preflight request, which has no token", () => {
    for (const { properties } of routes) expect(properties["RouteKey"]).not.toMatch(/^(?:ANY|OPTIONS) /u);
  });

  test("everything else is answered by public-api without a token", () => {
    expect(answeredBy(route("$default"))).toBe("public-api");
    expect(route("$default").properties["AuthorizationType"]).toBe("NONE");
  });

  test("each function has one permission for the API, so that routes never overflow its policy", () => {
    const permissions = prod.of("AWS::Lambda::Permission");
    expect(permissions).toHaveLength(3);
  });
});

describe("tokens", () => {
  test("must be issued by the user pool for its client", () => {
    const authorizers = prod.of("AWS::ApiGatewayV2::Authorizer");
    expect(authorizers).toHaveLength(1);
    const { properties } = authorizers[0]!;
    expect(properties["AuthorizerType"]).toBe("JWT");
    expect(properties["IdentitySource"]).toEqual(["$request.header.Authorization"]);
    const { Issuer, Audience } = properties["JwtConfiguration"];
    expect(JSON.stringify(Issuer)).toContain("https://cognito-idp.");
    expect(JSON.stringify(Issuer)).toContain("IdentityUsers");
    expect(Audience).toHaveLength(2);
    expect(JSON.stringify(Audience)).toMatch(/FrontEnds.*Canary/u);
  });
});

describe("browsers", () => {
  const cors = (app: typeof prod) => app.one("AWS::ApiGatewayV2::Api").properties["CorsConfiguration"];

  test("may call from the origins of the stage only", () => {
    expect(cors(prod).AllowOrigins).toEqual(["https://reviews.example.org"]);
    expect(cors(synthesize({ stage: "dev" })).AllowOrigins).toContain("http://localhost:3000");
    expect(cors(prod).AllowCredentials).toBeFalsy();
  });

  test("may read the headers that carry versions, places and waiting times", () => {
    expect(cors(prod).ExposeHeaders).toEqual([
      "etag",
      "location",
      "retry-after",
      "ratelimit",
      "ratelimit-policy",
      "content-language",
      "content-disposition",
      "deprecation",
      "sunset",
      "link",
    ]);
  });

  test("may send the headers that guard changes", () => {
    expect(cors(prod).AllowHeaders).toEqual(
      expect.arrayContaining(["authorization", "content-type", "if-match", "idempotency-key"]),
    );
  });
});

describe("the API's stage", () => {
  const { properties } = prod.one("AWS::ApiGatewayV2::Stage");

  test("writes its access log as JSON, with the status, and without token and path", () => {
    const format = JSON.parse(properties["AccessLogSettings"].Format);
    expect(format).toMatchObject({ status: "$context.status", route: "$context.routeKey" });
    // A path may hold the secret of a calendar.
    expect(properties["AccessLogSettings"].Format).not.toMatch(/authorization|queryString|path/i);
  });

  test("is throttled", () => {
    expect(properties["DefaultRouteSettings"]).toMatchObject({
      ThrottlingBurstLimit: 200,
      ThrottlingRateLimit: 100,
      DetailedMetricsEnabled: false,
    });
  });

  test("throttles each route that is public separately, the one for everything else included", () => {
    const open = withHead(endpoints)
      .filter(({ access }) => access === "public")
      .map(({ method, path }) => `${method} ${path}`);
    const settings: Record<string, any> = properties["RouteSettings"];
    expect(Object.keys(settings).toSorted()).toEqual([...open, "$default"].toSorted());
    const { "GET /v1/openapi.json": document, "HEAD /v1/openapi.json": itsHeaders, ...others } = settings;
    const rare = { ThrottlingRateLimit: 2, ThrottlingBurstLimit: 10 };
    expect([document, itsHeaders]).toEqual([rare, rare]);
    for (const each of Object.values(others))
      expect(each).toEqual({ ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 });
  });

  test("is made after the routes that it has settings for, as the service requires", () => {
    const open = prod
      .of("AWS::ApiGatewayV2::Route")
      .filter((one) => Object.hasOwn(properties["RouteSettings"], one.properties["RouteKey"]));
    expect(open.length).toBeGreaterThan(5);
    const { dependsOn } = prod.one("AWS::ApiGatewayV2::Stage");
    expect(dependsOn).toEqual(expect.arrayContaining(open.map(({ id }) => id)));
  });
});
