import { gzipSync } from "node:zlib";
import middy from "@middy/core";
import Negotiator from "negotiator";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Deprecation } from "../../../schemas/api/endpoint.ts";
import type { Language } from "../../../schemas/base/values.ts";
import { problems } from "../../../schemas/problems/problems.ts";
import type { Problem } from "../../../schemas/views/problem.ts";
import { log } from "../../io/log.ts";
import { logFailure } from "../../io/log-failure.ts";
import type { Metrics } from "../../io/ports/metrics.ts";
import type { StoredReply } from "../../io/ports/commit.ts";
import { unavailabilityOf } from "../../io/unavailability.ts";
import type { FirstReads } from "./first-reads.ts";
import { languageOf } from "./language.ts";
import { problemText, saysValues } from "../../../domain/labels/problem-text.ts";
import { problemBody, ProblemError, problemOfError } from "./problem.ts";
import { resolvePrefixRoutes } from "./prefix-routes.ts";
import { type RouteGroup, routesOf } from "./route-groups.ts";
import { loadWords, problemTexts } from "../../io/words.ts";

/** Below this many characters compressing costs more than it saves. */
const worthCompressing = 1024;

/** Returns true if an Accept-Encoding header accepts gzip. */
const takesGzip = (accepted: string): boolean =>
  new Negotiator({ headers: { "accept-encoding": accepted } }).encoding(["gzip", "identity"]) === "gzip";

/** Returns the reply if no route matches. */
export type Fallback = (event: APIGatewayProxyEventV2) => StoredReply | Promise<StoredReply>;

/** Replies 404, or 405 if the path has other methods. The list of operations is loaded only for these rare requests. */
export const nothingHere: Fallback = async ({ rawPath }) => (await import("./no-route.ts")).refuseRoute(rawPath);

/**
 * Creates a function of the API: it finds the route, runs it, returns problems as problem+json in the language that the
 * caller accepts, compresses, and logs one STARTED and one COMPLETED line. An unexpected error is logged as FAILED and
 * returned as 500, and a service that does not reply as 503, before the function's own timeout. The platform sees
 * replies only, so defects are measured by function and version: they roll back a new version.
 */
export const apiFunction = (
  metrics: () => Promise<Metrics>,
  groups: readonly RouteGroup[],
  fallback: Fallback = nothingHere,
  readFirst?: (event: APIGatewayProxyEventV2) => FirstReads | undefined,
) => {
  const routeOf = routesOf(groups);
  const resolve = resolvePrefixRoutes(groups.flatMap(({ routes }) => routes));
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>(answersInTime)
    .use(answersHead)
    .use({ before: ({ event }: RequestStep) => resolve(event) })
    .use(logged)
    .use(compressed)
    .use(announced)
    .use(guarded)
    .use(answersProblems(metrics))
    .handler(async (event) => {
      const reads = readFirst?.(event);
      const route = await routeOf(event.routeKey);
      if (route === undefined) return answer(await fallback(event));
      const { deprecated } = route.endpoint;
      if (deprecated !== undefined) notices.set(event, await noticeOf(deprecated));
      return answer(await route.run(event, reads));
    });
};

/** Headers of every reply: browsers trust its declared type, and use https for the next two years. */
const guards = {
  "x-content-type-options": "nosniff",
  "strict-transport-security": "max-age=63072000; includeSubDomains",
};

const answer = ({ status, headers, body, isBase64 }: StoredReply): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: { "cache-control": "no-store", ...headers },
  body,
  ...(isBase64 === true ? { isBase64Encoded: true } : {}),
});

/** Half a second remains to write and compress the reply: a timeout of the platform would have no reason in it. */
const answersInTime = {
  timeoutEarlyInMillis: 500,
  timeoutEarlyResponse: () => {
    throw new ProblemError("unavailable");
  },
};

type RequestStep = middy.Request<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>;

const withoutBody = ({ event, response }: RequestStep): void => {
  if (event.requestContext.http.method === "HEAD" && response) response.body = "";
};

/** A reply to HEAD has the headers of GET and no body (RFC 9110, 9.3.2). */
const answersHead = { after: withoutBody, onError: withoutBody };

const logged = {
  before: ({ event, context }: RequestStep) =>
    log("STARTED", {
      request: event.requestContext.requestId,
      route: event.routeKey,
      invocation: context.awsRequestId,
    }),
  after: ({ event, response }: RequestStep) =>
    log("COMPLETED", {
      request: event.requestContext.requestId,
      route: event.routeKey,
      status: response?.statusCode,
    }),
};

/** Records a failure of the code, also a timeout; a failed service is not counted against a version. */
const measureFailure = async (
  metrics: () => Promise<Metrics>,
  { context }: RequestStep,
  error: unknown,
): Promise<void> => {
  if (unavailabilityOf(error) !== undefined) return;
  (await metrics()).record("requestsFailed", 1, `${context.functionName}:${context.functionVersion}`);
};

/** The body of a refusal in a language. Words of values, places and broken rules are loaded where it names any. */
const bodyIn = async (language: Language, problem: ProblemError, request: string): Promise<Problem> => {
  const texts = await loadWords(problemTexts, language);
  const hasValues = Object.keys(problem.details).length > 0 && saysValues(problem.kind);
  const values = hasValues ? await (await import("./refusal-words.ts")).valuesIn(language, problem) : {};
  const body = problemBody(problem, request, problemText(problem.kind, texts, values));
  const saysMore = body.errors !== undefined || body["violations"] !== undefined;
  return saysMore && language !== "en" ? (await import("./refusal-words.ts")).refusalIn(language, body) : body;
};

const answersProblems = (metrics: () => Promise<Metrics>) => ({
  onError: async (step: RequestStep) => {
    const request = step.event.requestContext.requestId;
    const { error } = step;
    const problem = problemOfError(error);
    const { status } = problems[problem.kind];
    if (status >= 500) {
      logFailure({ request, route: step.event.routeKey, version: step.context.functionVersion }, error);
      await measureFailure(metrics, step, error);
    }
    const language = languageOf(step.event.headers["accept-language"]);
    step.response = {
      statusCode: status,
      headers: {
        "content-type": "application/problem+json",
        "content-language": language,
        vary: "Accept-Language",
        "cache-control": "no-store",
        link: `</docs/problems/${problem.kind}>; rel="help"`,
        ...(status === 503 ? { "retry-after": "5" } : {}),
        ...problem.headers,
      },
      body: JSON.stringify(await bodyIn(language, problem, request)),
    };
    log("COMPLETED", { request, route: step.event.routeKey, status, problem: problem.kind });
  },
});

const compress = ({ event, response }: RequestStep): void => {
  if (typeof response?.body !== "string" || response.isBase64Encoded === true) return;
  const varies = ["Accept-Encoding", ...(response.headers?.["vary"] === undefined ? [] : [response.headers["vary"]])];
  response.headers = { ...response.headers, vary: varies.join(", ") };
  const accepted = event.headers["accept-encoding"] ?? "";
  // A handler names the encoding of a large reply that every caller gets compressed.
  const isRequired = response.headers?.["content-encoding"] === "gzip";
  if (!isRequired && (response.body.length < worthCompressing || !takesGzip(accepted))) return;
  response.body = gzipSync(response.body).toString("base64");
  response.isBase64Encoded = true;
  response.headers = { ...response.headers, "content-encoding": "gzip" };
};

const guard = ({ response }: RequestStep): void => {
  if (response !== null && response !== undefined) response.headers = { ...response.headers, ...guards };
};

/** The deprecation headers of each request in progress. */
const notices = new WeakMap<object, Readonly<Record<string, string>>>();

const noticeOf = async (deprecated: Deprecation) => (await import("./deprecation.ts")).deprecationHeaders(deprecated);

/** Adds the notice to the headers of a reply, which may have its own links: a list as a table links its next file. */
const announce = ({ event, response }: RequestStep): void => {
  const notice = notices.get(event);
  if (notice === undefined || response === null || response === undefined) return;
  const links = [response.headers?.["link"], notice["link"]].filter((link) => link !== undefined);
  response.headers = { ...response.headers, ...notice, link: links.join(", ") };
};

const announced = { after: announce, onError: announce };

const guarded = { after: guard, onError: guard };

const compressed = { after: compress, onError: compress };
