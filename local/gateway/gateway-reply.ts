import { fieldsOf, isFields, parseJson, textsOf } from "../base/json.ts";

/** An answer over HTTP. */
export interface HttpReply {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
}

const jsonType: readonly [string, string] = ["content-type", "application/json"];

/** An answer of the gateway itself, in the words of AWS. */
export const gatewayReply = (status: number, message: string, more: HttpReply["headers"] = []): HttpReply => ({
  status,
  headers: [jsonType, ...more],
  body: Buffer.from(JSON.stringify({ message })),
});

const broken = gatewayReply(500, "Internal Server Error");

/** Headers that belong to the connection, not to the answer. */
const hopByHop: ReadonlySet<string> = new Set([
  "connection",
  "content-length",
  "date",
  "keep-alive",
  "transfer-encoding",
]);

const headersOf = (value: unknown): [string, string][] =>
  Object.entries(fieldsOf(value))
    .filter(([name]) => !hopByHop.has(name.toLowerCase()))
    .map(([name, each]): [string, string] => [name.toLowerCase(), String(each)]);

/**
 * What the gateway makes of a function's result, payload format 2.0: an object with a status is taken as it is, any
 * other JSON becomes the body of a 200. What cannot be understood is a 500.
 */
export const replyOf = (payload: string | undefined): HttpReply => {
  const result = payload === undefined ? null : parseJson(payload);
  if (!isFields(result) || result["statusCode"] === undefined) {
    return { status: 200, headers: [jsonType], body: Buffer.from(payload ?? "null") };
  }
  const status = Number(result["statusCode"]);
  if (!Number.isInteger(status) || status < 200 || status > 599) return broken;
  const body = result["body"] ?? "";
  if (typeof body !== "string") return broken;
  const headers = headersOf(result["headers"]);
  const typed = headers.some(([name]) => name === "content-type");
  const cookies = textsOf(result["cookies"]).map((cookie): [string, string] => ["set-cookie", cookie]);
  return {
    status,
    headers: [
      ...(typed || body === "" ? [] : [["content-type", "text/plain;charset=UTF-8"] as const]),
      ...headers,
      ...cookies,
    ],
    body: Buffer.from(body, result["isBase64Encoded"] === true ? "base64" : "utf8"),
  };
};
