import { account } from "../template/arns.ts";
import type { Claims } from "./jwt-authorizer.ts";

/** A request as it came in over HTTP. */
export interface HttpRequest {
  readonly method: string;
  /** Path and query as in the request line. */
  readonly target: string;
  /** Name and value in turns, as Node gives them. */
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
  readonly sourceIp: string;
}

export interface EventContext {
  readonly apiId: string;
  readonly stage: string;
  readonly domainName: string;
  readonly routeKey: string;
  readonly requestId: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly jwt?: { readonly claims: Claims; readonly scopes: readonly string[] };
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** As in an access log: `12/Mar/2020:19:03:58 +0000`. */
const requestTime = (at: number): string => {
  const [day = "", time = ""] = new Date(at).toISOString().split("T");
  const [year, month, date] = day.split("-");
  return `${date}/${months[Number(month) - 1]}/${year}:${time.slice(0, 8)} +0000`;
};

/** Headers in lower case, several of one name joined by commas. */
export const joinedHeaders = (rawHeaders: readonly string[]): Record<string, string> => {
  const headers: Record<string, string> = {};
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = (rawHeaders[index] ?? "").toLowerCase();
    const value = rawHeaders[index + 1] ?? "";
    headers[name] = headers[name] === undefined ? value : `${headers[name]},${value}`;
  }
  return headers;
};

/** Decodes a path or a part of it. Throws URIError where an escape is malformed. */
export const decodeBody = (text: string): string => decodeURIComponent(text);

const decodedQuery = (text: string): string => {
  const spaced = text.replaceAll("+", " ");
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
};

const queryParameters = (raw: string): Record<string, string> | undefined => {
  if (raw === "") return undefined;
  const parameters: Record<string, string> = {};
  for (const part of raw.split("&")) {
    if (part === "") continue;
    const at = part.indexOf("=");
    const name = decodedQuery(at < 0 ? part : part.slice(0, at));
    const value = at < 0 ? "" : decodedQuery(part.slice(at + 1));
    parameters[name] = Object.hasOwn(parameters, name) ? `${parameters[name]},${value}` : value;
  }
  return parameters;
};

/** Bodies of these types are handed on as text, every other one, and one without a type, in base64. */
const textual = /^(text\/[^;]+|application\/(json|xml|javascript))\s*(;|$)/iu;

/**
 * The event that API Gateway makes of a request for a function, payload format 2.0:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export const gatewayEvent = (request: HttpRequest, context: EventContext) => {
  const [rawTarget = "/"] = request.target.split("#");
  const at = rawTarget.indexOf("?");
  const path = decodeBody(at < 0 ? rawTarget : rawTarget.slice(0, at));
  const rawQueryString = at < 0 ? "" : rawTarget.slice(at + 1);
  const { cookie, ...headers } = joinedHeaders(request.rawHeaders);
  const cookies = cookie?.split(/;\s*|,\s*/u).filter((each) => each !== "");
  const queryStringParameters = queryParameters(rawQueryString);
  const isText = textual.test(headers["content-type"] ?? "");
  const hasBody = request.body.length > 0;
  return {
    version: "2.0",
    routeKey: context.routeKey,
    rawPath: path,
    rawQueryString,
    ...(cookies === undefined ? {} : { cookies }),
    headers: {
      ...headers,
      "x-amzn-trace-id": `Root=1-${Math.floor(context.at / 1000).toString(16)}-${context.requestId.replaceAll("-", "").slice(0, 24)}`,
      "x-forwarded-for": request.sourceIp,
      "x-forwarded-port": "443",
      "x-forwarded-proto": "https",
    },
    ...(queryStringParameters === undefined ? {} : { queryStringParameters }),
    requestContext: {
      accountId: account,
      apiId: context.apiId,
      ...(context.jwt === undefined
        ? {}
        : {
            authorizer: {
              jwt: { claims: context.jwt.claims, scopes: context.jwt.scopes.length === 0 ? null : context.jwt.scopes },
            },
          }),
      domainName: context.domainName,
      domainPrefix: context.domainName.split(".")[0] ?? "",
      http: {
        method: request.method,
        path,
        protocol: "HTTP/1.1",
        sourceIp: request.sourceIp,
        userAgent: headers["user-agent"] ?? "",
      },
      requestId: context.requestId,
      routeKey: context.routeKey,
      stage: context.stage,
      time: requestTime(context.at),
      timeEpoch: context.at,
    },
    ...(Object.keys(context.pathParameters).length === 0 ? {} : { pathParameters: context.pathParameters }),
    ...(hasBody ? { body: request.body.toString(isText ? "utf8" : "base64") } : {}),
    isBase64Encoded: hasBody && !isText,
  };
};
