import { defined } from "../../../schemas/base/defined.ts";
import { setTimeout } from "node:timers/promises";
import { HttpRequest } from "@smithy/core/protocols";
import { isThrottlingError, isTransientError, StandardRetryStrategy } from "@smithy/core/retry";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import type { AwsCredentialIdentity, RetryErrorInfo, RetryErrorType, RetryStrategyV2, RetryToken } from "@smithy/types";
import { systemClock } from "../clock.ts";
import { optionalVariable, requiredVariable } from "../env.ts";
import { signedHeaders } from "./signature.ts";

/** A service with a JSON protocol that names the operation in a header. */
export interface JsonService {
  readonly name: string;
  /** The name of the service in signatures and in its host name. */
  readonly id: "dynamodb" | "cognito-idp";
  readonly contentType: string;
  /** The prefix of an operation's name. */
  readonly target: string;
}

/** An error in the form by which the SDK decides if a retry is useful. */
type Failure = NonNullable<RetryErrorInfo["error"]>;
const isFailure = (thrown: unknown): thrown is Failure => thrown instanceof Error;

/** The address of a service, and the credentials of the caller. */
export interface Caller {
  readonly endpoint: URL;
  readonly region: string;
  readonly credentials: AwsCredentialIdentity;
}

/**
 * A call is abandoned after three seconds: long enough for a slow reply, short enough for the thirty seconds of an API.
 */
export const callTimeouts = { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** Returns the members of a service's reply; none if a proxy in between replied without JSON. */
const membersOf = (answer: string): Record<string, unknown> => {
  try {
    const members: unknown = JSON.parse(answer);
    return isObject(members) ? members : {};
  } catch {
    return {};
  }
};

/** Returns a service's error with the name and members of its reply, as the SDK's own client throws it. */
const refusalOf = ({ name: service }: JsonService, httpStatusCode: number, answer: string): Error => {
  const { __type: type, message, Message: sameMessage = message, ...members } = membersOf(answer);
  const reason = typeof sameMessage === "string" ? sameMessage : `${service} answered ${httpStatusCode}`;
  return Object.assign(new Error(reason), {
    ...members,
    name: typeof type === "string" ? type.replace(/^.*#/u, "") : "UnknownError",
    $metadata: { httpStatusCode },
  });
};

const isStream = (body: unknown): body is AsyncIterable<Buffer> =>
  typeof body === "object" && body !== null && Symbol.asyncIterator in body;
const textOf = async (body: unknown): Promise<string> => {
  if (!isStream(body)) return "";
  const parts: Buffer[] = [];
  for await (const part of body) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
};

const retryErrorTypeOf = (error: Failure): RetryErrorType => {
  if (isThrottlingError(error)) return "THROTTLING";
  return isTransientError(error) ? "TRANSIENT" : "CLIENT_ERROR";
};

/** Returns the strategy's decision on a retry after an error, after the required pause; undefined if it gives up. */
const awaitRetry = async (retries: RetryStrategyV2, token: RetryToken, error: Failure) => {
  try {
    const next = await retries.refreshRetryTokenForRetry(token, { error, errorType: retryErrorTypeOf(error) });
    if (next.getRetryDelay() > 0) await setTimeout(next.getRetryDelay());
    return next;
  } catch {
    return undefined;
  }
};

/** Retries until a reply comes or the strategy gives up. The metadata of an error have the number of attempts. */
const tryAgain = async <Answer>(retries: RetryStrategyV2, attempt: () => Promise<Answer>): Promise<Answer> => {
  let token = await retries.acquireInitialRetryToken("");
  for (let attempts = 1; ; attempts++) {
    try {
      const answer = await attempt();
      retries.recordSuccess(token);
      return answer;
    } catch (thrown) {
      if (!isFailure(thrown)) throw thrown;
      const next = await awaitRetry(retries, token, thrown);
      if (next === undefined) throw Object.assign(thrown, { $metadata: { ...thrown.$metadata, attempts } });
      token = next;
    }
  }
};

/**
 * The operations of a service, made from parts of the SDK that sign, send and retry a request. The SDK client's search
 * for credentials and endpoints, and its other operations, are neither loaded nor run.
 */
export const operationsOf = (
  service: JsonService,
  callerOf: () => Caller,
  retries: RetryStrategyV2,
  requestTimeout: number = callTimeouts.requestTimeout,
) => {
  const handler = new NodeHttpHandler({ ...callTimeouts, requestTimeout });
  let caller: Caller | undefined;
  const send = async <Answer extends object>(operation: string, body: string): Promise<Answer> => {
    caller ??= callerOf();
    const { protocol, hostname, host, port } = caller.endpoint;
    const headers = {
      host,
      "content-type": service.contentType,
      "content-length": String(Buffer.byteLength(body)),
      "x-amz-target": `${service.target}.${operation}`,
    };
    const place = { protocol, hostname, ...(port === "" ? {} : { port: Number(port) }) };
    const request = { method: "POST", path: "/", headers, body };
    const signed = signedHeaders(request, { ...caller, service: service.id }, systemClock.now());
    const { response } = await handler.handle(new HttpRequest({ ...place, ...request, headers: { ...signed } }));
    const answer = await textOf(response.body);
    if (response.statusCode !== 200) throw refusalOf(service, response.statusCode, answer);
    // Not validated here, as in the SDK: the members of an item are parsed where its row is read.
    const isAnswer = (value: unknown): value is Answer => isObject(value);
    const output: unknown = JSON.parse(answer);
    if (!isAnswer(output)) throw new TypeError(`${operation} was answered with no object`);
    return output;
  };
  return <Answer extends object>(name: string) =>
    (input: object): Promise<Answer> => {
      const body = JSON.stringify(input);
      return tryAgain(retries, () => send<Answer>(name, body));
    };
};

/** The variable with the endpoint of one service, as the clients of the SDK read it; it precedes the one of all services. */
const ownEndpoint = {
  dynamodb: "AWS_ENDPOINT_URL_DYNAMODB",
  "cognito-idp": "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER",
} as const;

/** Returns the caller for a function, from its environment. */
export const functionAsCaller = ({ id }: JsonService): Caller => {
  const region = requiredVariable("AWS_REGION");
  const sessionToken = optionalVariable("AWS_SESSION_TOKEN");
  const endpoint = optionalVariable(ownEndpoint[id]) ?? optionalVariable("AWS_ENDPOINT_URL");
  return {
    region,
    endpoint: new URL(endpoint ?? `https://${id}.${region}.amazonaws.com`),
    credentials: {
      accessKeyId: requiredVariable("AWS_ACCESS_KEY_ID"),
      secretAccessKey: requiredVariable("AWS_SECRET_ACCESS_KEY"),
      ...defined({ sessionToken }),
    },
  };
};

/** Returns the retry strategy of a function: four attempts for each call. */
export const usualRetries = () => new StandardRetryStrategy({ maxAttempts: 4, baseDelay: 25 });
