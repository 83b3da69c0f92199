import { gunzipSync } from "node:zlib";
import { defined } from "../../schemas/base/defined.ts";
import { firstSecrets } from "../../lambdas/io/cursor-secrets.ts";
import { epochOf } from "../../domain/base/time.ts";
import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import type { Verification } from "../../bin/verify/verify.ts";
import { everyPublicRoute } from "../../lambdas/handlers/public-routes.ts";
import { everyReviewRoute } from "../../lambdas/handlers/review-routes.ts";
import { everySecretariatRoute } from "../../lambdas/handlers/secretariat-routes.ts";
import { newNamedParties } from "../../lambdas/use-cases/accounts/named-parties.ts";
import { apiFunction } from "../../lambdas/shell/http/api-function.ts";
import { endpoints } from "../../schemas/api/index.ts";
import type { UserRole } from "../../schemas/model/user.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { bulletinId, mandateId, registerEntryId, statusPaperId, userId } from "../fixtures/changes.ts";
import { type TestApp, settings } from "./test-app.ts";

export interface AppRequest {
  /** Subject of the caller's account. */
  readonly as: string;
  /** The time of the sign-in; absent if the token does not contain it. */
  readonly signedInAt?: Instant;
  /** Method and path as the registry writes it, like `GET /v1/groups/{groupId}`. */
  readonly route: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly key?: string;
  readonly ifMatch?: string;
}
export interface AppAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Readonly<Record<string, unknown>>;
}
export type SendRequest = (asking: AppRequest) => Promise<AppAnswer>;

/** Returns the claim as the gateway passes it: whole seconds since 1970, as a text. */
const authTimeOf = (signedInAt: Instant | undefined) =>
  signedInAt === undefined ? {} : { auth_time: String(Math.floor(epochOf(signedInAt) / 1000)) };

const eventOf = ({
  as: sub,
  signedInAt,
  route,
  params = {},
  query,
  body,
  key,
  ifMatch,
}: AppRequest): APIGatewayProxyEventV2 => {
  const [method = "GET", path = "/"] = route.split(" ");
  const rawPath = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? "");
  const event = {
    routeKey: route,
    rawPath,
    headers: {
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...defined({ "idempotency-key": key, "if-match": ifMatch }),
    },
    pathParameters: params,
    ...defined({ queryStringParameters: query }),
    requestContext: {
      requestId: "request-1",
      http: { method },
      authorizer: { jwt: { claims: { sub, token_use: "access", ...authTimeOf(signedInAt) } } },
    },
    isBase64Encoded: false,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
  return event as unknown as APIGatewayProxyEventV2;
};

type Ids = Parameters<typeof everySecretariatRoute>[0]["ids"];

// Every run of the checker orders a paper, through requests of its own.
let papers = 0;

/** Ids that count up from a number instead of being random. */
const idsFrom = (first: number): Ids => {
  let made = first;
  const next = () => (made += 1);
  return {
    user: () => userId(next()),
    mandate: () => mandateId(next()),
    bulletin: () => bulletinId(next()),
    registerEntry: () => registerEntryId(next()),
    statusPaper: () => statusPaperId((papers += 1)),
    seed: next,
  };
};

/** Returns all the API's functions as one, with their shell, on the data of a system; `assets` holds the public files. */
export const apiFunctionOf = (
  {
    store,
    ledger,
    clock,
    accounts,
    io: { letterQueues, timers, metrics: measured },
  }: Pick<TestApp, "store" | "ledger" | "clock" | "accounts" | "io">,
  {
    ids,
    assets,
    secondFactorOf = [],
  }: { readonly ids: Ids; readonly assets?: URL; readonly secondFactorOf?: readonly UserRole[] },
) => {
  const cursorSecrets = () => store.cursorSecrets(() => firstSecrets("a secret of the tests", clock.now()));
  const secondFactors = { roles: new Set(secondFactorOf), has: accounts.hasSecondFactor };
  const parties = newNamedParties({ store, clock });
  const metrics = () => Promise.resolve(measured);
  const io = {
    store,
    ledger,
    letterQueues,
    timers,
    clock,
    ids,
    cursorSecrets,
    parties,
    secondFactors,
    metrics,
    ...settings,
  };
  return apiFunction(metrics, [...everyPublicRoute(io, assets), ...everyReviewRoute(io), ...everySecretariatRoute(io)]);
};

/** Returns the API for the bearer of a token, named by the subject of the account. */
export const apiOf = (app: TestApp, secondFactorOf: readonly UserRole[] = []): SendRequest => {
  const run = apiFunctionOf(app, { ids: idsFrom(100_000), secondFactorOf });
  return async (asking) => {
    const reply = await run(eventOf(asking), { awsRequestId: "invocation-1" } as Context);
    const { statusCode = 0, headers = {}, body = "{}" } = reply;
    return { status: statusCode, headers, body: JSON.parse(body) as AppAnswer["body"] };
  };
};

const templates = endpoints
  .map(({ method, path }) => ({
    method,
    path,
    pattern: new RegExp(`^${path.replaceAll(/\{(\w+)\}/gu, "(?<$1>[^/]+)")}$`, "u"),
    parameters: path.split("{").length,
  }))
  .toSorted((one, other) => one.parameters - other.parameters);

/** The API as a function that answers requests; a token is the subject of an account. */
export const requestsTo = (app: TestApp): Verification["request"] => {
  const run = apiFunctionOf(app, { ids: idsFrom(500_000) });
  return async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    const { method } = request;
    const route = templates.find((one) => one.method === method && one.pattern.test(pathname));
    const body = await request.text();
    const sub = request.headers.get("authorization")?.replace(/^Bearer /u, "") ?? "";
    const event = {
      routeKey: route === undefined ? "$default" : `${method} ${route.path}`,
      rawPath: pathname,
      headers: Object.fromEntries(request.headers),
      pathParameters: route?.pattern.exec(pathname)?.groups ?? {},
      queryStringParameters: Object.fromEntries(searchParams),
      requestContext: {
        requestId: "request-1",
        http: { method },
        ...(sub === "" ? {} : { authorizer: { jwt: { claims: { sub, token_use: "access" } } } }),
      },
      isBase64Encoded: false,
      ...(body === "" ? {} : { body }),
    };
    const reply = await run(event as unknown as APIGatewayProxyEventV2, { awsRequestId: "invocation-1" } as Context);
    const headers = Object.entries(reply.headers ?? {}).map(([name, value]): [string, string] => [name, String(value)]);
    const { body: said = "", isBase64Encoded = false } = reply;
    const bytes = isBase64Encoded ? Buffer.from(said, "base64") : said;
    const isPacked = isBase64Encoded && reply.headers?.["content-encoding"] === "gzip";
    const response = new Response(isPacked ? gunzipSync(bytes) : bytes, {
      status: reply.statusCode ?? 500,
      headers,
    });
    // A constructed response has no address, and the client includes it in its errors.
    return Object.defineProperty(response, "url", { value: request.url });
  };
};
