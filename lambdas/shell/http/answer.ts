import { secondsBetweenPolls } from "../../../domain/policy/work.ts";
import type { Endpoint } from "../../../schemas/api/endpoint.ts";
import { defined } from "../../../schemas/base/defined.ts";
import type { UserId } from "../../../schemas/base/ids.ts";
import type { Person } from "../../../schemas/model/user.ts";
import type { StoredReply } from "../../io/ports/commit.ts";
import { etagOf } from "./etag.ts";

/** The result of a handler: the reply by its schema, and the values for headers. */
export interface Answer<Reply> {
  readonly reply: Reply;
  /** Version of the item, for the ETag. */
  readonly version?: number;
  readonly location?: string;
  /** Content type of the reply, if not the usual one. */
  readonly type?: "image/svg+xml" | "text/html";
  /** Another status: of a page which reports that the requested page does not exist, or where no work was started. */
  readonly status?: 200 | 404;
  readonly headers?: Readonly<Record<string, string>>;
  readonly isBase64?: StoredReply["isBase64"] | undefined;
  /**
   * Users in the reply whose names the caller may see, in addition to those that the secretariat and their own party
   * may.
   */
  readonly mayName?: readonly UserId[];
  /** Of the same, who was read already. */
  readonly persons?: ReadonlyMap<UserId, Pick<Person, "name">>;
}

/** A reply in another format than that of its schema. */
export type Rendering = Answer<string> & Required<Pick<Answer<string>, "type">>;

/** A figure that a browser opens directly runs no script and loads nothing; its styles are its own. */
const drawingPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** Returns the path of the item that a request is about: up to the first parameter of its path. */
const itemPath = (template: string, path: string): string => {
  const parameter = template.split("/").findIndex((segment) => segment.startsWith("{"));
  return path
    .split("/")
    .slice(0, parameter + 1)
    .join("/");
};

/** Headers that say where an item is read; where work continues, also after which time. */
const whereToRead = (endpoint: Endpoint, location: string | undefined, status: number, path: string) =>
  status === 202
    ? { location: location ?? itemPath(endpoint.path, path), "retry-after": String(secondsBetweenPolls) }
    : defined({ location });

/** Returns the header of a type. JSON has no parameter for its characters (RFC 8259), and clients compare it exactly. */
const contentType = (type: string): string => (type.endsWith("json") ? type : `${type}; charset=utf-8`);

/** Returns an answer as it leaves; `path` is that of the request. */
export const render = (endpoint: Endpoint, answer: Answer<unknown>, path: string): StoredReply => {
  const type = answer.type ?? endpoint.replyType ?? "application/json";
  const status = answer.status ?? endpoint.status ?? 200;
  return {
    status,
    headers: {
      "content-type": contentType(type),
      ...(endpoint.etag === true && answer.version !== undefined ? { etag: etagOf(answer.version) } : {}),
      ...whereToRead(endpoint, answer.location, status, path),
      ...(type === "image/svg+xml" ? { "content-security-policy": drawingPolicy } : {}),
      ...answer.headers,
    },
    body: typeof answer.reply === "string" ? answer.reply : JSON.stringify(answer.reply),
    ...(answer.isBase64 === true ? { isBase64: true } : {}),
  };
};

export const isRendered = (outcome: object): outcome is StoredReply => "status" in outcome && "body" in outcome;
