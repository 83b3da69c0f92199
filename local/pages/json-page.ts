import { forAnyOrigin } from "../gateway/cors.ts";
import type { HttpRequest } from "../gateway/gateway-event.ts";
import type { HttpReply } from "../gateway/gateway-reply.ts";
import { fieldsOf, type Fields, parseJson } from "../base/json.ts";

/** A request to one of the pages that answer in JSON. */
export interface PageRequest {
  readonly query: URLSearchParams;
  readonly input: Fields;
  /** The part of the path after the last slash, for paths with a variable part. */
  readonly id: string;
}

/** Pages by method and path below /_local. */
export type JsonPages = Readonly<Record<string, (request: PageRequest) => HttpReply | Promise<HttpReply>>>;

export const json = (value: unknown, status = 200): HttpReply => ({
  status,
  headers: [
    ["content-type", "application/json; charset=utf-8"],
    ["cache-control", "no-store"],
  ],
  body: Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`),
});

/** Permits pages of any origin to read a reply without private data. */
export const forEveryPage = (reply: HttpReply): HttpReply => ({
  ...reply,
  headers: [...reply.headers, ...forAnyOrigin],
});

export const refuse = (message: string, status = 400): HttpReply => json({ message }, status);

/** A body that makes no sense. */
export class Refused extends Error {}

/** The body of a request; empty where there is none. Throws Refused where it is no JSON. */
export const inputOf = ({ body }: HttpRequest): Fields => {
  if (body.length === 0) return {};
  try {
    return fieldsOf(parseJson(body.toString()));
  } catch {
    throw new Refused("The body is not JSON");
  }
};

/** Returns the fields of a body; throws Refused if it holds an unknown field. */
export const knownOf = (input: Fields, known: readonly string[]): Fields => {
  const unknown = Object.keys(input).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Refused(`${unknown.join(", ")}: unknown here; the fields are ${known.join(", ")}`);
  return input;
};
