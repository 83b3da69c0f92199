import { randomUUID } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";
import type { Activity } from "../base/activity.ts";
import { bodyOf } from "../base/body.ts";
import type { StackClock } from "../base/clock.ts";
import type { Fault, Faults } from "./faults.ts";
import { type Fields, fieldsOf, parseJson } from "../base/json.ts";
import { listen } from "../base/listen.ts";
import type { Recorder, IamUse } from "../template/iam-usage.ts";
import { messageOf } from "../base/user-error.ts";

/** A call that the SDK made. */
export interface AwsRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Service and operation (`AmazonSQS.SendMessage`); empty where the protocol has none. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly raw: Buffer;
  /** The body as JSON, empty where there is none. */
  readonly input: Fields;
  /** The name of the function that signed it. */
  readonly caller: string;
}
export interface AwsAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
}

/** One service on the wire. */
export interface AwsService {
  readonly takes: (target: string, path: string) => boolean;
  /** What a policy would have to allow. */
  readonly uses: (request: AwsRequest) => readonly IamUse[];
  /** Whom a call writes to, where it sends mail. */
  readonly addresses?: (request: AwsRequest) => readonly string[];
  /** May throw WireError. */
  readonly answer: (request: AwsRequest) => AwsAnswer | Promise<AwsAnswer>;
  /** How this service says that a fault happened; the common form where left out. */
  readonly failure?: (request: AwsRequest, error: Fault["error"]) => AwsAnswer;
}

/** An error answer as the SDK understands it: becomes an exception of this name there. */
export class AwsError extends Error {
  readonly type: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  constructor(type: string, message: string, status = 400, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = "WireError";
    this.type = type;
    this.status = status;
    this.headers = headers;
  }
}

/** The operation that a request asks for, where its protocol names it. */
export const operationOf = ({ target }: AwsRequest): string => target.slice(target.indexOf(".") + 1);

/** An answer with a JSON body. */
export const json = (body: unknown, status = 200): AwsAnswer => ({ status, body: JSON.stringify(body) });

const errorAnswer = (type: string, message: string, status: number, headers = {}): AwsAnswer => ({
  status,
  headers: { "x-amzn-errortype": type.split("#").at(-1) ?? type, ...headers },
  body: JSON.stringify({ __type: type, message, Message: message }),
});

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
}

/** Milliseconds by which the fault `late` puts an answer off: shorter than the mail client waits for one. */
const latency = 4_000;

const callerOf = (authorization: string): string => /Credential=([^/,\s]+)/u.exec(authorization)?.[1] ?? "nobody";

const noQuery = new URLSearchParams();

const read = async (incoming: IncomingMessage): Promise<AwsRequest> => {
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

/** Serves the services that the SDK talks to on one free port of 127.0.0.1; records each call and lets faults happen. */
export const startAwsEndpoint = async ({
  clock,
  activity,
  recorder,
  faults,
  kill,
}: AwsEndpointParts): Promise<AwsEndpoint> => {
  const services: AwsService[] = [];

  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await read(incoming);
    const { target } = request;
    const service = services.find((each) => each.takes(target, request.path));
    const reply = (answer: AwsAnswer): void => {
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
    if (service === undefined) {
      reply(errorAnswer("UnknownOperationException", `Nothing here answers ${request.method} ${request.path}`, 404));
      return;
    }
    const uses = service.uses(request);
    recorder.add(request.caller, uses);
    const call = { caller: request.caller, uses, addresses: service.addresses?.(request) ?? [] };
    /** Whether the call ends here. */
    const fails = async (when: Fault["when"]): Promise<boolean> => {
      const fault = faults.onCall(call, when);
      if (fault === undefined) return false;
      if (fault.effect === "late") {
        await setTimeout(latency);
        return false;
      }
      const { type, message, status } = fault.error;
      if (fault.effect === "error")
        reply(service.failure?.(request, fault.error) ?? errorAnswer(type, message, status));
      else if (fault.effect !== "hang") response.destroy();
      if (fault.effect === "kill") kill(request.caller);
      return true;
    };
    if (await fails("before")) return;
    let answer: AwsAnswer;
    try {
      answer = await service.answer(request);
    } catch (error) {
      answer =
        error instanceof AwsError
          ? errorAnswer(error.type, error.message, error.status, error.headers)
          : errorAnswer("InternalFailure", messageOf(error), 500);
    }
    if (await fails("after")) return;
    reply(answer);
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
