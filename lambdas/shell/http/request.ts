import { createHash } from "node:crypto";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import * as z from "zod";
import { issueWords } from "../../../domain/base/issue-words.ts";
import { type BodyLimit, type Endpoint, usualBodyLimit } from "../../../schemas/api/endpoint.ts";
import type { FieldError } from "../../../schemas/views/problem.ts";
import { ProblemError } from "./problem.ts";

type ParameterPlace = (path: readonly PropertyKey[]) => Omit<FieldError, "message">;

/** The maximum number of characters of a reported path: an invented name may be as long as a body. */
const longestPlace = 200;
const shortened = (text: string): string => (text.length > longestPlace ? `${text.slice(0, longestPlace)}…` : text);

const inBody: ParameterPlace = (path) => ({
  pointer: `#${path.map((key) => `/${shortened(String(key)).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("")}`,
});
const inParameters: ParameterPlace = (path) => ({ parameter: shortened(path.map(String).join(".")) });

/** Returns true if a value does not resemble a branch of a union: another type, or another word. */
const isUnlike = (errors: readonly z.core.$ZodIssue[]): boolean =>
  errors.some(({ code, path }) => path.length === 0 && (code === "invalid_type" || code === "invalid_value"));

const ofAbsence: ReadonlySet<string> = new Set(["invalid_type", "invalid_value", "invalid_union"]);
const isMissing = ({ code, input }: z.core.$ZodIssue): boolean => ofAbsence.has(code) && input === undefined;

/** Returns the values that any of several branches accepts: `must be "all" or a list`. */
const eitherOf = (branches: readonly (readonly z.core.$ZodIssue[])[]): string => {
  const messages = new Set(branches.flatMap((errors) => errors.map(({ message }) => message)));
  return [...messages].map((message, at) => (at === 0 ? message : message.replace(/^must be /u, ""))).join(" or ");
};

/**
 * Issues of a schema as places; of a union, those of the branch that the value is like, and of several the one in which
 * the fewest places do not fit.
 */
const fieldErrors = (
  issues: readonly z.core.$ZodIssue[],
  place: ParameterPlace,
  before: readonly PropertyKey[] = [],
): readonly FieldError[] =>
  issues.flatMap((issue) => {
    const path = [...before, ...issue.path];
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => ({ ...place([...path, key]), message: issue.message }));
    if (isMissing(issue)) return [{ ...place(path), message: "is missing" }];
    if (issue.code === "invalid_union" && issue.errors.length > 0) {
      const alike = issue.errors.filter((errors) => !isUnlike(errors));
      if (alike.length === 0) return [{ ...place(path), message: eitherOf(issue.errors) }];
      const branches = alike.map((errors) => fieldErrors(errors, place, path));
      const [closest] = branches.toSorted((one, other) => one.length - other.length);
      if (closest !== undefined && closest.length > 0) return closest;
    }
    return [{ ...place(path), message: issue.message }];
  });

/** Parses with the system's own messages if a schema has none. */
const safeParse = <S extends z.ZodType>(schema: S, value: unknown): z.ZodSafeParseResult<z.infer<S>> =>
  schema.safeParse(value, { error: issueWords, reportInput: true });

const parseOrRefuse = <S extends z.ZodType>(schema: S, value: unknown, place: ParameterPlace): z.infer<S> => {
  const result = safeParse(schema, value);
  if (result.success) return result.data;
  throw new ProblemError("invalid-request", fieldErrors(result.error.issues, place));
};

/**
 * Path parameters by schema. Throws a ProblemError: an id of the wrong shape is a thing that does not exist, and a name that is
 * not on the list a wrong request.
 */
export const paramsOf = <S extends z.ZodObject>(
  { params: schema, namesInPath }: Pick<Endpoint<S>, "params" | "namesInPath">,
  event: APIGatewayProxyEventV2,
): z.infer<S> => {
  const result = safeParse(schema, event.pathParameters ?? {});
  if (result.success) return result.data;
  const refusal = namesInPath === true ? "invalid-request" : "not-found";
  throw new ProblemError(refusal, fieldErrors(result.error.issues, inParameters));
};

/**
 * Returns known parameters that occur more than once in the query: the gateway passes them as one, joined by commas.
 */
const repeatedIn = (schema: z.ZodObject, event: APIGatewayProxyEventV2): readonly string[] => {
  const given = [...new URLSearchParams(event.rawQueryString).keys()];
  return Object.keys(schema.shape).filter((name) => given.indexOf(name) !== given.lastIndexOf(name));
};

/** Returns a parameter of the query that is one of some values. Throws a ProblemError where it is another. */
export const choiceOf = <Choice extends string>(
  name: string,
  choices: readonly Choice[],
  event: APIGatewayProxyEventV2,
): Choice | undefined => {
  const given = event.queryStringParameters?.[name];
  return given === undefined ? undefined : parseOrRefuse(z.enum(choices), given, () => ({ parameter: name }));
};

/** Query parameters by schema. Throws a ProblemError that names the parameter. */
export const queryOf = <S extends z.ZodObject>(
  schema: S,
  event: APIGatewayProxyEventV2,
  query: unknown = event.queryStringParameters ?? {},
): z.infer<S> => {
  const repeated = repeatedIn(schema, event).map((name) => ({ parameter: name, message: "may be given once" }));
  if (repeated.length > 0) throw new ProblemError("invalid-request", repeated);
  // An object that the gateway reads from JSON may lose a member of this name, so that no schema refuses it.
  if (new URLSearchParams(event.rawQueryString).has("__proto__"))
    throw new ProblemError("invalid-request", [{ parameter: "__proto__", message: "is unknown here" }]);
  return parseOrRefuse(schema, query, inParameters);
};

const bytesOf = (event: APIGatewayProxyEventV2): Buffer =>
  Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8");

/** JSON is UTF-8 or refused; in a file, what is not shows as U+FFFD, so that its row can be named. */
const textOf = (event: APIGatewayProxyEventV2, type: string, limit: BodyLimit): string => {
  const bytes = bytesOf(event);
  if (bytes.length > limit.bytes) throw new ProblemError(limit.refusal);
  if (type !== "application/json") return new TextDecoder().decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ProblemError("malformed-json", [{ pointer: "#", message: "is not UTF-8" }]);
  }
};

/** Texts and brackets of JSON; a text before a colon is the name of a member. */
const jsonTokens = /(?<name>"(?:[^"\\]|\\.)*")(?<colon>\s*:)?|[{}[\]]/gu;

/** Returns a name that one object in this JSON text has twice, of which readers keep one or the other; undefined where none has. */
const repeatedMember = (json: string): string | undefined => {
  const open: Set<string>[] = [];
  for (const { 0: token, groups = {} } of json.matchAll(jsonTokens)) {
    if (token === "{" || token === "[") open.push(new Set());
    else if (token === "}" || token === "]") open.pop();
    else if (groups["colon"] !== undefined) {
      const name = String(JSON.parse(groups["name"] ?? '""'));
      if (open.at(-1)?.has(name) === true) return name;
      open.at(-1)?.add(name);
    }
  }
  return undefined;
};

const jsonOf = (text: string): unknown => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new ProblemError("malformed-json");
  }
  const repeated = repeatedMember(text);
  if (repeated !== undefined)
    throw new ProblemError("malformed-json", [{ pointer: "#", message: `has the member "${repeated}" twice` }]);
  return parsed;
};

const typeOf = (event: APIGatewayProxyEventV2): string =>
  (event.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";

/**
 * The body of an endpoint by its schema. Throws a ProblemError: wrong content type, too large, no JSON, or the places that do not fit
 * as JSON pointers.
 */
export const bodyOf = <S extends z.ZodType>(
  {
    body: schema,
    bodyType,
    bodyLimit = usualBodyLimit,
  }: Pick<Endpoint<z.ZodObject, z.ZodObject, S>, "body" | "bodyType" | "bodyLimit">,
  event: APIGatewayProxyEventV2,
): z.infer<S> => {
  const type = bodyType ?? "application/json";
  const isLeftOut = schema instanceof z.ZodOptional && (event.body ?? "") === "";
  if (isLeftOut || schema instanceof z.ZodUndefined) return parseOrRefuse(schema, undefined, inBody);
  if (typeOf(event) !== type) throw new ProblemError("wrong-content-type", [], { expected: type });
  const text = textOf(event, type, bodyLimit);
  return parseOrRefuse(schema, type === "application/json" ? jsonOf(text) : text, inBody);
};

/** The version that If-Match names. Throws a ProblemError: 428 where it is missing, 400 where it is no ETag of ours. */
export const ifMatchVersion = (event: APIGatewayProxyEventV2): number => {
  const header = event.headers["if-match"];
  if (header === undefined) throw new ProblemError("version-missing");
  const version = /^"v(\d{1,9})"$/.exec(header.trim())?.[1];
  if (version === undefined)
    throw new ProblemError("invalid-request", [{ header: "If-Match", message: 'must be one ETag, like "v3"' }]);
  return Number(version);
};

/** A repeatable request: its key, and the hash of its content, by which a reused key is recognized. */
export interface Repeatable {
  readonly key: string;
  readonly bodyHash: string;
}

const Key = z.string().regex(/^[A-Za-z0-9_-]{8,128}$/);

/**
 * Returns the Idempotency-Key with its scope, caller and route. Throws a ProblemError if it is malformed, or required
 * and missing.
 */
export const repeatableOf = (
  event: APIGatewayProxyEventV2,
  caller: string,
  need: "required" | "optional",
): Repeatable | undefined => {
  const header = event.headers["idempotency-key"];
  if (header === undefined) {
    if (need === "required") throw new ProblemError("idempotency-key-missing");
    return undefined;
  }
  const key = Key.safeParse(header);
  if (!key.success)
    throw new ProblemError("idempotency-key-invalid", [
      { header: "Idempotency-Key", message: "must have 8 to 128 letters, digits, - or _" },
    ]);
  const route = `${event.requestContext.http.method} ${event.rawPath}`;
  const bodyHash = createHash("sha256").update(bytesOf(event)).digest("hex");
  return { key: `${caller} ${route} ${key.data}`, bodyHash };
};
