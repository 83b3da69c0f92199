import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";
import type { Activity } from "../base/activity.ts";
import { bodyOf } from "../base/body.ts";
import type { StackClock } from "../base/clock.ts";
import { fieldsOf, parseJson } from "../base/json.ts";
import { listen } from "../base/listen.ts";
import { isFromBrowser } from "../base/request-origin.ts";
import { messageOf } from "../base/user-error.ts";
import type { Recorder } from "../template/iam-usage.ts";
import { type AwsAnswer, AwsError, type AwsRequest, type AwsService, errorAnswer } from "./aws-service.ts";
import type { CallFault, Faults } from "./faults.ts";

export interface AwsEndpoint {
  readonly url: string;
  /** Adds a service; the first that takes a call answers it. */
  readonly add: (service: AwsService) => void;
  readonly close: () => Promise<void>;
}

export interface AwsEndpointParts {
  readonly clock: StackClock;
  readonly activity: Activity;
  readonly recorder: Recorder;
  readonly faults: Faults;
  /** Ends the workers of a function at once. */
  readonly kill: (caller: string) => void;
  /** Hears of each call that was answered. */
  readonly onAnswer: (request: AwsRequest, answer: AwsAnswer) => void;
}

/** Milliseconds by which the fault `late` puts an answer off: shorter than the mail client waits for one. */
const latency = 4_000;

const callerOf = (authorization: string): string => /Credential=([^/,\s]+)/u.exec(authorization)?.[1] ?? "unknown";

const noQuery = new URLSearchParams();

const readRequest = async (incoming: IncomingMessage): Promise<AwsRequest> => {
  const raw = (await bodyOf(incoming)) ?? Buffer.alloc(0);
  const url = incoming.url === "/" ? undefined : new URL(incoming.url ?? "/", "http://local");
  const target = incoming.headers["x-amz-target"];
  return {
    method: incoming.method ?? "GET",
    path: url === undefined ? "/" : decodeURIComponent(url.pathname),
    query: url?.searchParams ?? noQuery,
    target: typeof target === "string" ? target : "",
    headers: incoming.headers,
    raw,
    input: raw.length === 0 ? {} : fieldsOf(parseJson(raw.toString())),
    caller: callerOf(incoming.headers.authorization ?? ""),
  };
};

const writeAnswer = (response: ServerResponse, answer: AwsAnswer, { target }: AwsRequest, clock: StackClock): void => {
  if (response.destroyed) return;
  const body = answer.body ?? "";
  response.writeHead(answer.status, {
    "content-type": target === "" ? "application/json" : "application/x-amz-json-1.0",
    "x-amzn-requestid": randomUUID(),
    ...answer.headers,
    // The SDK compares it with its own clock, which is the system's, and sends again what was refused by another one.
    date: new Date(clock.now()).toUTCString(),
    "content-length": Buffer.byteLength(body),
  });
  response.end(body);
};

/** End of a call: with a reply, or without one by a fault. */
type CallEnd = AwsAnswer | "reset" | "hang" | "kill";

/** Returns how a fault ends its call, or undefined if there is none, or the call continues after it. */
const endOfFault = async (
  fault: CallFault | undefined,
  service: AwsService,
  request: AwsRequest,
): Promise<CallEnd | undefined> => {
  if (fault === undefined) return undefined;
  const { effect, error } = fault;
  if (effect === "late") {
    await setTimeout(latency);
    return undefined;
  }
  if (effect !== "error") return effect;
  return service.failure?.(request, error) ?? errorAnswer(error.type, error.message, error.status);
};

const answerOf = async (service: AwsService, request: AwsRequest): Promise<AwsAnswer> => {
  try {
    return await service.answer(request);
  } catch (error) {
    if (!(error instanceof AwsError)) return errorAnswer("InternalFailure", messageOf(error), 500);
    return errorAnswer(error.type, error.message, error.status, error.headers);
  }
};

/** Lets a service answer a call, unless a fault ends the call before that or after. */
const endOfCall = async (
  service: AwsService,
  request: AwsRequest,
  { recorder, faults }: AwsEndpointParts,
): Promise<CallEnd> => {
  const uses = service.uses(request);
  recorder.add(request.caller, uses);
  const call = { caller: request.caller, uses, addresses: service.addresses?.(request) ?? [] };
  const end = await endOfFault(faults.onCall(call, "before"), service, request);
  if (end !== undefined) return end;
  const answer = await answerOf(service, request);
  return (await endOfFault(faults.onCall(call, "after"), service, request)) ?? answer;
};

/** Serves the services that the SDK talks to on one free port of 127.0.0.1; records each call and lets faults happen. */
export const startAwsEndpoint = async (parts: AwsEndpointParts): Promise<AwsEndpoint> => {
  const { clock, activity, kill } = parts;
  const services: AwsService[] = [];
  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (isFromBrowser(incoming.headers)) {
      incoming.resume();
      response.writeHead(403).end();
      return;
    }
    const request = await readRequest(incoming);
    const { method, path, target, caller } = request;
    const service = services.find((each) => each.takes(target, path));
    const end =
      service === undefined
        ? errorAnswer("UnknownOperationException", `Nothing here answers ${method} ${path}`, 404)
        : await endOfCall(service, request, parts);
    if (typeof end === "object") {
      parts.onAnswer(request, end);
      writeAnswer(response, end, request, clock);
    } else if (end !== "hang") response.destroy();
    if (end === "kill") kill(caller);
  };

  const server = createServer((incoming, response) => {
    activity.note();
    handle(incoming, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 60_000;
  const { url, close } = await listen(server, 0);
  return {
    url,
    add: (service) => {
      services.push(service);
    },
    close,
  };
};
