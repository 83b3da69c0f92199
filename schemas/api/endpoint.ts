import * as z from "zod";
import type { Action } from "../base/actions.ts";
import type { CalendarDate } from "../base/values.ts";
import type { ProblemKind } from "../problems/problems.ts";

export type ApiFunction = "public-api" | "review-api" | "secretariat-api";

/**
 * Marks an operation as deprecated: since which day, the earliest day of its removal, and the address of the
 * explanation.
 */
export interface Deprecation {
  readonly since: CalendarDate;
  readonly sunset: CalendarDate;
  readonly link: string;
}

/** A list as a table for a spreadsheet: the name of its file, and its columns in their order. */
export interface CsvTable {
  readonly name: string;
  /**
   * Members of an item: `blockedBy.kind` is that member of each element, joined by semicolons. The column title is
   * identical.
   */
  readonly columns: readonly string[];
  /**
   * Path of the rows, if not `items`: with `figures.parts`, each part is a row that includes the members of its
   * figure.
   */
  readonly rows?: string;
}

/** Maximum size of a body in bytes, and the refusal of a larger one. */
export interface BodyLimit {
  readonly bytes: number;
  readonly refusal: ProblemKind;
}

/** The longest texts that an operation takes, in any writing and with every character escaped. */
export const usualBodyLimit: BodyLimit = { bytes: 1024 * 1024, refusal: "body-too-large" };

/** One operation of the API, as data: read by handlers, the OpenAPI document, the stack and the permissions. */
export interface Endpoint<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> {
  readonly id: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly function: ApiFunction;
  readonly access: "public" | "token";
  readonly action: Action;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly params: Params;
  /** The path names one value of a fixed list: another name is an invalid request, and the refusal gives the list. */
  readonly namesInPath?: true;
  readonly query: Query;
  /** `noBody` if the operation takes no body. */
  readonly body: Body;
  /** Content type of the body where it is not JSON. */
  readonly bodyType?: "text/csv";
  /** Size limit of the body, if larger than usual. */
  readonly bodyLimit?: BodyLimit;
  /** Status of success; 200 where it is left out. 202: work continues after the reply, and the item shows it as `work`. */
  readonly status?: 200 | 201 | 202;
  /** Some requests start no work, such as a dry run, and are answered with 200 instead. */
  readonly mayStartNothing?: true;
  /** Loads the schema of the reply: what describes the API needs it, what answers a request goes by its type. */
  readonly reply: () => Promise<Reply>;
  /** Content type of the reply where it is not JSON; its schema is then a string. */
  readonly replyType?: "text/html" | "text/javascript" | "text/csv" | "text/calendar" | "image/svg+xml";
  /** Other content types of the reply, with what it is then: the request says which. */
  readonly otherReplyTypes?: Readonly<Record<string, z.ZodType>>;
  /** The list is also available as a table to callers that accept `text/csv`. */
  readonly csv?: CsvTable;
  /** A creation: takes an Idempotency-Key. */
  readonly idempotencyKey?: "required" | "optional";
  /**
   * A change of one existing item: takes If-Match. `optional` if a command makes sense after any other change; `own`
   * if the item has a version separate from its aggregate.
   */
  readonly ifMatch?: "required" | "optional" | "own";
  /** The reply carries an ETag. */
  readonly etag?: true;
  /** Shows a page, and not a problem, to a reader who follows an invalid link. */
  readonly showsMissingByPage?: true;
  /** A page, or a part of one, that another page links to: served, and no operation of the API document. */
  readonly linkedPage?: true;
  /** The reply is in the language of Accept-Language, though it needs no token. */
  readonly negotiated?: true;
  /** Every caller who gets the reply may know the names of all people in it. */
  readonly showsPeople?: true;
  /** The reply says by Location where to read what was created. */
  readonly location?: true;
  /** Answered without the second factor that the caller's role needs, so that they learn what to do. */
  readonly withoutSecondFactor?: true;
  readonly refusals?: readonly ProblemKind[];
  /** Every answer says it, and the document. docs/versioning.md says how long it stays. */
  readonly deprecated?: Deprecation;
}

/**
 * Returns whether a reply depends on the requested language: with a token it names parties, without one only if
 * declared.
 */
export const isNegotiated = ({ access, negotiated, replyType }: Endpoint): boolean =>
  negotiated === true || (access === "token" && replyType === undefined);

export const noParameters = z.strictObject({});
export const noBody = z.undefined();

/** Defaults that most operations share; spread first. */
export const plain = { params: noParameters, query: noParameters, body: noBody } as const;

/** Checks an endpoint and keeps the exact types of its schemas. */
export const endpoint = <
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Reply extends z.ZodType,
>(
  description: Endpoint<Params, Query, Body, Reply>,
): Endpoint<Params, Query, Body, Reply> => description;
