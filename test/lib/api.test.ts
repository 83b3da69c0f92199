import { describe, expect, test } from "vitest";
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
  return fn === undefined ? "nobody" : prod.bundleOf(fn);
};

describe("routes", () => {
  test("are those of the endpoint registry, and one for everything else", () => {
    const expected = [...endpoints.map(({ method, path }) => `${method} ${path}`), "$default"];
    expect(routes.map(({ properties }) => properties["RouteKey"]).toSorted()).toEqual(expected.toSorted());
  });

  test.each(endpoints.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
    "%s asks for a token as the registry says, and reaches its function",
    (key, endpoint) => {
      const found = route(key);
      expect(found.properties["AuthorizationType"]).toBe(endpoint.access === "token" ? "JWT" : "NONE");
      expect(answeredBy(found)).toBe(endpoint.function);
    },
  );

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

  test("throttles each route that is open to everybody by itself, the one for everything else included", () => {
    const open = endpoints.filter(({ access }) => access === "public").map(({ method, path }) => `${method} ${path}`);
    const settings: Record<string, any> = properties["RouteSettings"];
    expect(Object.keys(settings).toSorted()).toEqual([...open, "$default"].toSorted());
    for (const each of Object.values(settings))
      expect(each).toEqual({ ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 });
  });

  test("is made after the routes that it has settings for, which the service asks for", () => {
    const open = prod
      .of("AWS::ApiGatewayV2::Route")
      .filter((one) => Object.hasOwn(properties["RouteSettings"], one.properties["RouteKey"]));
    expect(open.length).toBeGreaterThan(5);
    const { dependsOn } = prod.one("AWS::ApiGatewayV2::Stage");
    expect(dependsOn).toEqual(expect.arrayContaining(open.map(({ id }) => id)));
  });
});
