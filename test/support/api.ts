import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { everyReviewRoute } from "../../lambdas/handlers/review-routes.ts";
import { everySecretariatRoute } from "../../lambdas/handlers/secretariat-routes.ts";
import { apiFunction } from "../../lambdas/shell/http/api-function.ts";
import { bulletinId, mandateId, userId } from "./changes.ts";
import { type TestApp, settings } from "./test-app.ts";

export interface Asking {
  /** Subject of the caller's account. */
  readonly as: string;
  /** Method and path as the registry writes it, like `GET /v1/groups/{groupId}`. */
  readonly route: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly key?: string;
  readonly ifMatch?: string;
}
export interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Readonly<Record<string, unknown>>;
}
export type Ask = (asking: Asking) => Promise<Told>;

const eventOf = ({ as: sub, route, params = {}, body, key, ifMatch }: Asking): APIGatewayProxyEventV2 => {
  const [method = "GET", path = "/"] = route.split(" ");
  const rawPath = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? "");
  const event = {
    routeKey: route,
    rawPath,
    headers: {
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(key === undefined ? {} : { "idempotency-key": key }),
      ...(ifMatch === undefined ? {} : { "if-match": ifMatch }),
    },
    pathParameters: params,
    requestContext: {
      requestId: "request-1",
      http: { method },
      authorizer: { jwt: { claims: { sub, token_use: "access" } } },
    },
    isBase64Encoded: false,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
  return event as unknown as APIGatewayProxyEventV2;
};

/** The API's functions with all their shell, as a token's bearer asks them; ids count up instead of being random. */
export const apiOf = ({ store, ledger, clock, io: { letterQueues } }: TestApp): Ask => {
  let made = 100_000;
  const next = () => (made += 1);
  const ids = {
    user: () => userId(next()),
    mandate: () => mandateId(next()),
    bulletin: () => bulletinId(next()),
    seed: next,
  };
  const io = { store, ledger, letterQueues, clock, ids, cursorSecret: () => Promise.resolve("a secret of the tests") };
  const answer = apiFunction([
    ...everyReviewRoute(io),
    ...everySecretariatRoute({ ...io, frontEndUrl: settings.frontEndUrl, replyTo: settings.replyTo }),
  ]);
  return async (asking) => {
    const reply = await answer(eventOf(asking), { awsRequestId: "invocation-1" } as Context);
    const { statusCode = 0, headers = {}, body = "{}" } = reply;
    return { status: statusCode, headers, body: JSON.parse(body) as Told["body"] };
  };
};
