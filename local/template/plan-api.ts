import { fieldsOf, numberOf, textOf, textsOf } from "../base/json.ts";
import type { Resource, Stacks } from "./resource.ts";

export interface AuthorizerPlan {
  readonly issuer: string;
  readonly audience: readonly string[];
  /** The header that carries the token, in lower case. */
  readonly header: string;
}

export interface RoutePlan {
  /** `GET /v1/reviews/{reviewId}` or `$default`. */
  readonly key: string;
  readonly functionArn: string;
  readonly timeoutMilliseconds: number;
  readonly authorizer?: AuthorizerPlan;
  readonly scopes: readonly string[];
}

export interface CorsPlan {
  readonly origins: readonly string[];
  readonly methods: readonly string[];
  readonly headers: readonly string[];
  readonly exposes: readonly string[];
  readonly credentials: boolean;
  readonly maxAgeSeconds?: number;
}

export interface Api {
  readonly id: string;
  readonly stage: string;
  readonly routes: readonly RoutePlan[];
  readonly cors?: CorsPlan;
}

const authorizerOf = (resource: Resource): AuthorizerPlan => {
  const type = textOf(resource.property("AuthorizerType"));
  if (type !== "JWT") throw new Error(`${resource.logicalId} is an authorizer of the type ${type}: not known here`);
  const [source = ""] = textsOf(resource.property("IdentitySource"));
  const prefix = "$request.header.";
  if (!source.startsWith(prefix))
    throw new Error(`${resource.logicalId} takes the token from ${source}: not known here`);
  const jwt = fieldsOf(resource.property("JwtConfiguration"));
  return {
    issuer: textOf(jwt["Issuer"]) ?? "",
    audience: textsOf(jwt["Audience"]),
    header: source.slice(prefix.length).toLowerCase(),
  };
};

const corsOf = (resource: Resource): CorsPlan | undefined => {
  const given = resource.property("CorsConfiguration");
  if (given === undefined) return undefined;
  const cors = fieldsOf(given);
  const maxAge = numberOf(cors["MaxAge"]);
  return {
    origins: textsOf(cors["AllowOrigins"]),
    methods: textsOf(cors["AllowMethods"]),
    headers: textsOf(cors["AllowHeaders"]),
    exposes: textsOf(cors["ExposeHeaders"]),
    credentials: cors["AllowCredentials"] === true,
    ...(maxAge === undefined ? {} : { maxAgeSeconds: maxAge }),
  };
};

/** Resources of one type, by what `Ref` gives for them. */
const byRef = (stacks: Stacks, type: string): ReadonlyMap<string, Resource> =>
  new Map(stacks.ofType(type).map((each) => [each.ref(), each]));

/** Throws where it is no function that takes the event 2.0. */
const checkIntegration = (integration: Resource): void => {
  const format = textOf(integration.property("PayloadFormatVersion"));
  if (integration.property("IntegrationType") === "AWS_PROXY" && format === "2.0") return;
  throw new Error(`${integration.logicalId} is not a function with payload format 2.0: not known here`);
};

const routeAuthorizer = (route: Resource, authorizers: ReadonlyMap<string, Resource>): AuthorizerPlan | undefined => {
  const kind = textOf(route.property("AuthorizationType")) ?? "NONE";
  if (kind !== "NONE" && kind !== "JWT") throw new Error(`${route.logicalId} is authorized by ${kind}: not known here`);
  const authorizer = authorizers.get(textOf(route.property("AuthorizerId")) ?? "");
  if (kind === "JWT" && authorizer === undefined) throw new Error(`${route.logicalId} has no authorizer`);
  return authorizer === undefined ? undefined : authorizerOf(authorizer);
};

const routesOf = (stacks: Stacks): readonly RoutePlan[] => {
  const integrations = byRef(stacks, "AWS::ApiGatewayV2::Integration");
  const authorizers = byRef(stacks, "AWS::ApiGatewayV2::Authorizer");
  return stacks.ofType("AWS::ApiGatewayV2::Route").map((route) => {
    const target = (textOf(route.property("Target")) ?? "").replace("integrations/", "");
    const integration = integrations.get(target);
    if (integration === undefined) throw new Error(`${route.logicalId} leads to no integration`);
    checkIntegration(integration);
    const authorizer = routeAuthorizer(route, authorizers);
    return {
      key: textOf(route.property("RouteKey")) ?? "",
      functionArn: textOf(integration.property("IntegrationUri")) ?? "",
      timeoutMilliseconds: numberOf(integration.property("TimeoutInMillis")) ?? 30_000,
      scopes: textsOf(route.property("AuthorizationScopes")),
      ...(authorizer === undefined ? {} : { authorizer }),
    };
  });
};

/** The one HTTP API of the app with its routes, or undefined if it has none. Throws when there are several. */
export const apiOf = (stacks: Stacks): Api | undefined => {
  const [resource, ...more] = stacks.ofType("AWS::ApiGatewayV2::Api");
  if (resource === undefined) return undefined;
  if (more.length > 0) throw new Error("The app has more than one HTTP API: only one is known here");
  const [stage] = stacks.ofType("AWS::ApiGatewayV2::Stage");
  const name = textOf(stage?.property("StageName")) ?? "$default";
  if (name !== "$default") throw new Error(`The HTTP API has the stage ${name}: only $default is known here`);
  const cors = corsOf(resource);
  return {
    id: resource.ref(),
    stage: name,
    routes: routesOf(stacks),
    ...(cors === undefined ? {} : { cors }),
  };
};
