import * as z from "zod";
import type { Action } from "../base/actions.ts";
import type { CalendarDate } from "../base/values.ts";
import type { ProblemKind } from "../problems/problems.ts";

export type ApiFunction = "public-api" | "review-api" | "secretariat-api";

/** That an operation is to go: since which day, from which day on it may answer no more, and where that is explained. */
export interface Deprecation {
  readonly since: CalendarDate;
  readonly sunset: CalendarDate;
  readonly link: string;
}

/** A list as a table for a spreadsheet: the name of its file, and its columns in their order. */
export interface CsvTable {
  readonly name: string;
  /** Members of an item: `blockedBy.kind` is that of each of them, joined by semicolons. The head of the column is the same. */
  readonly columns: readonly string[];
  /** Where the rows are, if not in `items`: of `figures.parts` each part is a row, with what its figure says. */
  readonly rows?: string;
}

/** How many bytes a body may have, and how one that has more is refused. */
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
  /** The path names one of a list, and no thing that there might be: another name is a wrong request, told with the list. */
  readonly namesInPath?: true;
  readonly query: Query;
  /** `noBody` where there is none. */
  readonly body: Body;
  /** Content type of the body where it is not JSON. */
  readonly bodyType?: "text/csv";
  /** How large the body may be, where it may be larger than usual. */
  readonly bodyLimit?: BodyLimit;
  /** Status of success; 200 where it is left out. */
  readonly status?: 200 | 201 | 202;
  /** Loads the schema of the reply: what describes the API needs it, what answers a request goes by its type. */
  readonly reply: () => Promise<Reply>;
  /** Content type of the reply where it is not JSON; its schema is then a string. */
  readonly replyType?: "text/html" | "text/javascript" | "text/csv" | "text/calendar" | "image/svg+xml";
  /** Other content types of the reply, with what it is then: the request says which. */
  readonly otherReplyTypes?: Readonly<Record<string, z.ZodType>>;
  /** A list that is given as a table, too, to whoever accepts `text/csv`. */
  readonly csv?: CsvTable;
  /** A creation: takes an Idempotency-Key. */
  readonly idempotencyKey?: "required" | "optional";
  /**
   * A change of one item that exists: takes If-Match. `optional` where a command makes sense whatever happened
   * meanwhile; `own` where the item has a version of its own beside its subject.
   */
  readonly ifMatch?: "required" | "optional" | "own";
  /** The reply carries an ETag. */
  readonly etag?: true;
  /** Whoever follows a link that leads nowhere reads so on a page, and not in a problem. */
  readonly tellsMissingByPage?: true;
  /** The reply is in the language of Accept-Language, though it needs no token. */
  readonly negotiated?: true;
  /** Whoever gets the reply may know the names of all people in it. */
  readonly tellsPeople?: true;
  /** The reply says by Location where to read what was created. */
  readonly location?: true;
  /** Answered without the second factor that the caller's role needs, so that they learn what to do. */
  readonly withoutSecondFactor?: true;
  readonly refusals?: readonly ProblemKind[];
  /** Every answer says it, and the document. docs/versioning.md says how long it stays. */
  readonly deprecated?: Deprecation;
}

/** Whether a reply depends on the language that is asked for: with a token it names parties, without one where it says so. */
export const isNegotiated = ({ access, negotiated, replyType }: Endpoint): boolean =>
  negotiated === true || (access === "token" && replyType === undefined);

export const noParameters = z.strictObject({});
export const noBody = z.undefined();

/** What most operations have in common; spread first. */
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
