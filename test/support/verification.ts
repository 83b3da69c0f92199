import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import type { Mail } from "../../bin/verify/mailbox.ts";
import { type Verification, type VerificationResult, verifySystem } from "../../bin/verify/verify.ts";
import { everyReviewRoute } from "../../lambdas/handlers/review-routes.ts";
import { everySecretariatRoute } from "../../lambdas/handlers/secretariat-routes.ts";
import { nothingHere, publicRoutes } from "../../lambdas/handlers/public.ts";
import { all } from "../../lambdas/io/pages.ts";
import { apiFunction } from "../../lambdas/shell/http/api-function.ts";
import { endpoints } from "../../schemas/api/index.ts";
import type { UserRole } from "../../schemas/model/user.ts";
import { bulletinId, mandateId, userId } from "./changes.ts";
import { type TestApp, settings } from "./test-app.ts";

const templates = endpoints
  .map(({ method, path }) => ({
    method,
    path,
    pattern: new RegExp(`^${path.replaceAll(/\{(\w+)\}/gu, "(?<$1>[^/]+)")}$`, "u"),
    parameters: path.split("{").length,
  }))
  .toSorted((one, other) => one.parameters - other.parameters);

/** The whole API over a system, as a function that answers requests; a token is the subject of an account. */
export const requestsTo = ({ store, ledger, clock, io: { letterQueues } }: TestApp): Verification["request"] => {
  let made = 500_000;
  const next = () => (made += 1);
  const ids = {
    user: () => userId(next()),
    mandate: () => mandateId(next()),
    bulletin: () => bulletinId(next()),
    seed: next,
  };
  const io = { store, ledger, letterQueues, clock, ids, cursorSecret: () => Promise.resolve("a secret of the tests") };
  const run = apiFunction(
    [
      ...publicRoutes(io),
      ...everyReviewRoute(io),
      ...everySecretariatRoute({ ...io, frontEndUrl: settings.frontEndUrl, replyTo: settings.replyTo }),
    ],
    nothingHere,
  );
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
    return new Response(reply.body ?? "", { status: reply.statusCode ?? 500, headers });
  };
};

/** The mails that the mail service of a system accepted, as the mailbox of a local system tells them. */
export const mailsOf = ({ mail }: TestApp): readonly Mail[] =>
  mail.inbox.map(({ messageId, letter, at, to, subject, text, html }) => ({
    id: messageId,
    letter,
    at,
    to: [to],
    subject,
    text,
    html,
  }));

/** The subject of an account of somebody in a role. */
export const accountOf = async ({ store }: TestApp, role: UserRole): Promise<string | undefined> => {
  const users = await all((paging) => store.list("user", paging));
  return users.find(({ state }) => state.role === role && state.sub !== undefined)?.state.sub;
};

/** Verifies a system as it would be from outside. Throws where nobody of the secretariat has an account. */
const verifyApp = async (app: TestApp, more: Partial<Verification> = {}): Promise<VerificationResult> => {
  const token = await accountOf(app, "secretariat");
  if (token === undefined) throw new Error("Nobody of the secretariat has an account");
  return verifySystem({
    request: requestsTo(app),
    token,
    mails: () => Promise.resolve(mailsOf(app)),
    signIn: ({ sub }) => Promise.resolve(sub),
    now: app.clock.now(),
    ...more,
  });
};

/** What is found, in lines that a failing test shows well. */
export const findingsOf = async (app: TestApp, more: Partial<Verification> = {}): Promise<readonly string[]> =>
  (await verifyApp(app, more)).findings.map(({ kind, about, why }) => `${kind}: ${about}: ${why}`);
