import type * as z from "zod";
import type { Action } from "./actions.ts";
import type { ProblemKind } from "./problems.ts";

export type ApiFunction = "public-api" | "review-api" | "secretariat-api";

/** One operation of the API, as data: read by handlers, the OpenAPI document, the stack and the permissions. */
export interface Endpoint {
  readonly id: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly function: ApiFunction;
  readonly access: "public" | "token";
  readonly action: Action;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Content type of the body where it is not JSON. */
  readonly bodyType?: "text/csv";
  /** Status of success; 200 where it is left out. */
  readonly status?: 200 | 201 | 202;
  /** Schema of the JSON reply; absent where the reply is a page or a file. */
  readonly reply?: z.ZodType;
  readonly replyType?: "text/html" | "application/octet-stream";
  /** A creation: takes an Idempotency-Key. */
  readonly idempotencyKey?: "required" | "optional";
  /** A change of one item that exists: takes If-Match. */
  readonly ifMatch?: "required";
  /** The reply carries an ETag. */
  readonly etag?: true;
  readonly refusals?: readonly ProblemKind[];
}

/** Checks an endpoint and keeps its exact type. */
export const endpoint = <const E extends Endpoint>(description: E): E => description;

type Parsed<S, Absent> = S extends z.ZodType ? z.infer<S> : Absent;
type Part<E, Key extends keyof Endpoint> = E extends { readonly [K in Key]: infer S } ? S : undefined;

/** Path parameters of an endpoint, parsed. */
export type ParamsOf<E extends Endpoint> = Parsed<Part<E, "params">, Record<never, never>>;
/** Query parameters of an endpoint, parsed. */
export type QueryOf<E extends Endpoint> = Parsed<Part<E, "query">, Record<never, never>>;
/** Body of an endpoint, parsed. */
export type BodyOf<E extends Endpoint> = Parsed<Part<E, "body">, undefined>;
/** What an endpoint answers. */
export type ReplyOf<E extends Endpoint> = Parsed<Part<E, "reply">, unknown>;
