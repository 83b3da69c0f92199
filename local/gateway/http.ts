import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { relative } from "node:path";
import type { Admission } from "../base/admission.ts";
import { bodyOf } from "../base/body.ts";
import type { StackClock } from "../base/clock.ts";
import { corsHeaders, preflightHeaders } from "./cors.ts";
import type { Functions } from "../runtime/functions.ts";
import type { Outcome } from "../runtime/outcome.ts";
import { decodeBody, gatewayEvent, type HttpRequest, joinedHeaders } from "./gateway-event.ts";
import { gatewayReply, type HttpReply, replyOf } from "./gateway-reply.ts";
import type { Health } from "../base/health.ts";
import { isFields, parseJson } from "../base/json.ts";
import { region } from "../template/arns.ts";
import type { Api } from "../template/plan-api.ts";
import { routing } from "./routes.ts";
import type { Tokens } from "./tokens.ts";

const bodyLimit = 10 * 1024 * 1024;

/** Answers a request under /_local, or gives undefined for any other. */
export type LocalPages = (request: HttpRequest) => Promise<HttpReply | undefined>;

export interface HttpParts {
  readonly api: Api;
  readonly functions: Functions;
  readonly tokens: Tokens;
  readonly clock: StackClock;
  readonly local: LocalPages;
  readonly admission: Admission;
  readonly health: Health;
  /** Returns why mail is refused, in one line, or undefined while it is accepted. */
  readonly mailProblem: () => string | undefined;
  /** Hears one line of each request that a function failed. */
  readonly report: (line: string) => void;
}

const unauthorized = (why: string | undefined): HttpReply => {
  if (why === "insufficient scope") return gatewayReply(403, "Forbidden");
  const challenge = why === undefined ? "Bearer" : `Bearer scope="" error="invalid_token" error_description="${why}"`;
  return gatewayReply(401, "Unauthorized", [["www-authenticate", challenge]]);
};

const late = (milliseconds: number): { promise: Promise<undefined>; stop: () => void } => {
  let timer: NodeJS.Timeout | undefined;
  const promise = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  return { promise, stop: () => clearTimeout(timer) };
};

/** Returns the gateway's reply while its target is unavailable, with the time of a retry. */
const unavailable = (): HttpReply => gatewayReply(503, "Service Unavailable", [["retry-after", "1"]]);

/** A JSON reply with one more member; any other reply as it is. */
const withMember = (reply: HttpReply, name: string, value: string | undefined): HttpReply => {
  const body = value === undefined ? undefined : parseJson(reply.body.toString());
  return isFields(body) ? { ...reply, body: Buffer.from(JSON.stringify({ ...body, [name]: value })) } : reply;
};

/** Returns the gateway's reply to the result of a function: none yet, a value, or a failure. */
const answerOf = (outcome: Outcome | undefined): HttpReply => {
  if (outcome === undefined) return gatewayReply(503, "Service Unavailable");
  if (outcome.ok) return replyOf(outcome.payload);
  if (outcome.errorType === "RequestTooLarge") return gatewayReply(413, "Request Entity Too Large");
  return gatewayReply(500, "Internal Server Error");
};

type GatewayParts = Omit<HttpParts, "local" | "mailProblem">;

/** Processes a request like API Gateway: route, token, function, reply. */
const gateway = ({ api, functions, tokens, clock, admission, health, report }: GatewayParts) => {
  const find = routing(api.routes);
  const domainName = `${api.id}.execute-api.${region}.amazonaws.com`;

  const toFunction = async (request: HttpRequest, requestId: string): Promise<HttpReply> => {
    const headers = joinedHeaders(request.rawHeaders);
    const path = (request.target.split(/[?#]/u)[0] ?? "/").split("/").slice(1).map(decodeBody);
    const match = find(request.method, path);
    if (match === undefined) return gatewayReply(404, "Not Found");
    const { route, parameters } = match;
    const { authorizer } = route;
    const verdict =
      authorizer === undefined ? undefined : await tokens.verify(headers[authorizer.header], authorizer, route.scopes);
    if (verdict?.ok === false) return unauthorized(verdict.why);
    const plan = functions.find(route.functionArn);
    if (plan === undefined) return gatewayReply(500, "Internal Server Error");
    const event = gatewayEvent(request, {
      apiId: api.id,
      stage: api.stage,
      domainName,
      routeKey: route.key,
      requestId,
      pathParameters: parameters,
      at: clock.now(),
      ...(verdict === undefined ? {} : { jwt: { claims: verdict.claims, scopes: verdict.scopes } }),
    });
    const problems = health.problems();
    const timeout = late(route.timeoutMilliseconds);
    const outcome: Outcome | undefined = await Promise.race([functions.invoke(plan, event), timeout.promise]);
    timeout.stop();
    const answered = answerOf(outcome);
    if (answered.status >= 500) health.check();
    // While the engine is unavailable or the disk full, no function can do better, and the caller should retry.
    const isAway = health.problem() !== undefined || health.problems() !== problems;
    const reply = answered.status >= 500 && isAway ? unavailable() : answered;
    // The route is printed and not the path, which may hold ids: these lines are copied into mails and issues.
    const routeName = route.key === "$default" ? `${request.method} on no route` : route.key;
    const log = relative("", functions.logOf(plan.name));
    // A cause that makes everything unavailable was reported once.
    if (reply.status >= 500 && !isAway)
      report(`${clock.instant()} ${routeName} was answered ${reply.status}, request ${requestId}: see ${log}`);
    return reply;
  };

  return async (request: HttpRequest): Promise<HttpReply> => {
    const headers = joinedHeaders(request.rawHeaders);
    const { origin } = headers;
    const requestId = randomUUID();
    const { cors } = api;
    if (cors !== undefined && request.method === "OPTIONS" && headers["access-control-request-method"] !== undefined) {
      return { status: 204, headers: preflightHeaders(cors, origin), body: Buffer.alloc(0) };
    }
    let reply: HttpReply;
    try {
      await admission.enter();
      reply = await toFunction(request, requestId);
    } catch (error) {
      if (!(error instanceof URIError)) throw error;
      reply = gatewayReply(400, "Bad Request");
    }
    // With CORS on the API, what the function says of it is not heard.
    const own =
      cors === undefined ? reply.headers : reply.headers.filter(([name]) => !name.startsWith("access-control-"));
    return { ...reply, headers: [...own, ...corsHeaders(cors, origin), ["apigw-requestid", requestId]] };
  };
};

const write = (response: ServerResponse, method: string | undefined, reply: HttpReply, date: string): void => {
  const headers = new Map<string, string | string[]>();
  for (const [name, value] of reply.headers) {
    const before = headers.get(name);
    headers.set(name, before === undefined || name !== "set-cookie" ? value : [before, value].flat());
  }
  response.statusCode = reply.status;
  for (const [name, value] of headers) response.setHeader(name, value);
  response.setHeader("date", date);
  if (reply.status !== 204 && reply.status !== 304) response.setHeader("content-length", reply.body.length);
  response.end(method === "HEAD" ? undefined : reply.body);
};

export interface Front {
  readonly server: Server;
  /** Begins to answer; until then every request waits, but the one for the health. */
  readonly open: (parts: HttpParts) => void;
  /** Says that everything that is to be there from the first minute on is there. */
  readonly loaded: () => void;
}

/** Path at which the template's API reports its health. */
const healthPath = /^\/health(?:\?|$)/u;

/** The HTTP front: the API of the template and, under /_local, the pages of the local system. */
export const httpFront = (): Front => {
  let opened: (parts: HttpParts) => void = () => undefined;
  const ready = new Promise<HttpParts>((resolve) => {
    opened = resolve;
  });
  let isLoaded = false;
  let health: Health | undefined;
  /** Returns whether the health reply of the function would hide a problem of the local system. */
  const isAway = (request: IncomingMessage): boolean =>
    healthPath.test(request.url ?? "") && (!isLoaded || health?.problem() !== undefined);
  const answering = ready.then((parts) => ({ parts, answer: gateway(parts) }));

  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (isAway(incoming)) {
      incoming.resume();
      const why = isLoaded ? health?.problem() : "the data with which the system begins are being loaded";
      return write(response, incoming.method, withMember(unavailable(), "reason", why), new Date().toUTCString());
    }
    const { parts, answer } = await answering;
    const date = new Date(parts.clock.now()).toUTCString();
    const body = await bodyOf(incoming, bodyLimit);
    if (body === undefined) {
      return write(response, incoming.method, gatewayReply(413, "Request Entity Too Large"), date);
    }
    const request: HttpRequest = {
      method: incoming.method ?? "GET",
      target: incoming.url ?? "/",
      rawHeaders: incoming.rawHeaders,
      body,
      sourceIp: incoming.socket.remoteAddress ?? "127.0.0.1",
    };
    const reply = (await parts.local(request)) ?? (await answer(request));
    const mail = healthPath.test(request.target) && reply.status === 200 ? parts.mailProblem() : undefined;
    write(response, incoming.method, withMember(reply, "mail", mail), date);
  };
  const server = createServer((incoming, response) => {
    handle(incoming, response).catch(() => {
      if (response.headersSent) return void response.destroy();
      health?.check();
      const reply = health?.problem() === undefined ? gatewayReply(500, "Internal Server Error") : unavailable();
      write(response, incoming.method, reply, new Date().toUTCString());
    });
  });
  // Connections that wait are kept as API Gateway keeps them, not for the five seconds of Node: callers use them again.
  server.keepAliveTimeout = 600_000;
  return {
    server,
    open: (parts) => {
      health = parts.health;
      opened(parts);
    },
    loaded: () => {
      isLoaded = true;
    },
  };
};
