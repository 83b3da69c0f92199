import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { componentOf, objectAt } from "../../schemas/api/document/json.ts";
import { problemNotes } from "../../schemas/api/document/problem-notes.ts";
import { commonProblemsOf } from "../../schemas/api/document/refusals.ts";
import type { Endpoint } from "../../schemas/api/endpoint.ts";
import { endpoints } from "../../schemas/api/index.ts";
import { openApiDocument } from "../../schemas/api/openapi.ts";
import { partiesIn } from "../../domain/labels/problem-text.ts";
import { problemText } from "./labels.ts";
import { recordReply } from "./reply-recorder.ts";
import { type ProblemKind, problems, problemType } from "../../schemas/problems/problems.ts";
import { Language } from "../../schemas/base/values.ts";

/** The parts of a reply that are read: from `fetch` over HTTP, or without streams in-process. */
export type Reply = Pick<globalThis.Response, "status" | "headers" | "text" | "arrayBuffer">;

/** An answer over HTTP, read to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Media type without parameters. */
  readonly type: string;
  readonly text: string;
  /** The body where it is JSON. */
  readonly body: any;
  /** The operation of the API document that answered; none on a path that no operation takes. */
  readonly operation: string | undefined;
  /** The kind of the problem, if the reply is one. */
  readonly problem: ProblemKind | undefined;
}

interface Operation {
  readonly operationId: string;
  readonly "x-problems"?: readonly string[];
  readonly responses: Readonly<Record<string, Response>>;
}
interface Response {
  readonly $ref?: string;
  readonly description: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Readonly<Record<string, unknown>>;
}
type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

/**
 * Returns the document without room for additions: every object that names its properties holds no other. The document
 * leaves replies open for later versions; a reply of this version may hold only described members.
 */
const closed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== "object" || value === null) return value;
  const inside = Object.fromEntries(Object.entries(value).map(([name, part]) => [name, closed(part)]));
  const isOpen = inside["type"] === "object" && "properties" in inside && !("additionalProperties" in inside);
  return isOpen ? { ...inside, additionalProperties: false } : inside;
};

const document = closed(await openApiDocument()) as {
  readonly paths: Paths;
  readonly components: { readonly responses: Readonly<Record<string, Response>> };
};
const {
  paths,
  components: { responses: shared },
} = document;
const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }));
ajv.addSchema(document, "api");

const escaped = (part: string): string => part.replaceAll("~", "~0").replaceAll("/", "~1");
const pointerOf = (...parts: readonly string[]): string => parts.map((part) => `/${escaped(part)}`).join("");
const compiled = new Map<string, ValidateFunction>();
const schemaAt = (pointer: string): ValidateFunction => {
  const known = compiled.get(pointer) ?? ajv.compile({ $ref: `api#${pointer}` });
  compiled.set(pointer, known);
  return known;
};

/** The members of each type of problem as its page lists them, besides those that any problem may have. */
const membersOfType = new Map(problemNotes(document).map(({ kind, members }) => [kind, members]));
const usualMembers: ReadonlySet<string> = new Set("type title status detail instance errors errorsLeftOut".split(" "));

/** The problems of all operations with a feature that this one has, by operation. */
const commonProblems = new Map(endpoints.map((endpoint) => [endpoint.id, commonProblemsOf(endpoint)]));

/** The refusal of its status that many operations share, where a response refers to one. */
const sharedAt = ({ $ref }: Response): Partial<Response> => {
  const name = $ref?.slice("#/components/responses/".length);
  return name === undefined ? {} : (shared[name] ?? {});
};

/** The template of the path, fixed parts before parameters, as the gateway chooses. */
const templateOf = (path: string): string | undefined => {
  const given = path.split("/");
  const fits = (template: string): boolean => {
    const parts = template.split("/");
    return (
      parts.length === given.length &&
      parts.every((part, at) => (part.startsWith("{") ? given[at] !== "" : part === given[at]))
    );
  };
  return Object.keys(paths)
    .filter(fits)
    .toSorted((one, other) => one.split("{").length - other.split("{").length)[0];
};

/** Returns whether the item at a path shows work that continues. */
const showsWork = (path: string): boolean => {
  const read = objectAt(paths[templateOf(path) ?? ""], "get", "responses", "200", "content", "application/json");
  const shown = componentOf(read["schema"]);
  return shown !== undefined && "work" in objectAt(document, "components", "schemas", shown, "properties");
};

const linkedPages = endpoints
  .filter(({ linkedPage }) => linkedPage === true)
  .toSorted((one, other) => one.path.split("{").length - other.path.split("{").length)
  .map((endpoint) => ({ endpoint, pattern: new RegExp(`^${endpoint.path.replaceAll(/\{\w+\}/gu, "[^/]+")}$`, "u") }));

/** The endpoint of a page that the document leaves out. */
const linkedPageAt = (method: string, path: string): Endpoint | undefined =>
  linkedPages.find(({ endpoint, pattern }) => endpoint.method === method && pattern.test(path))?.endpoint;

/** Headers of the API's own that an answer may only have where the document says so. */
const ownHeaders = ["etag", "location", "retry-after"];

/** Returns true if a message is the application's own and states a next step, without patterns or names of types. */
const isOfTheApp = (message: string): boolean =>
  !/^(?:Invalid|Too|Unrecognized)\b|(?<!-)\b(?:expected|received|undefined|NaN|pattern)\b|\/\^|\[object/u.test(message);

const kindOf = (type: unknown): ProblemKind | undefined =>
  (Object.keys(problems) as ProblemKind[]).find((kind) => problemType(kind) === type);

/** JSON is always UTF-8, and files of bytes have no characters. */
const isText = (type: string): boolean => !type.endsWith("json") && !type.startsWith("application/vnd.");

const assert = (holds: boolean, what: string, answer: { status: number; text: string }): void => {
  if (!holds) throw new Error(`${what}\nanswered ${answer.status}: ${answer.text.slice(0, 2000)}`);
};

/**
 * Reads an answer and holds it to the API document: its status, its content type, its schema, its headers, and of a
 * problem that the operation lists it. Where no operation fits, it must be a problem of the kind 404 or 405.
 */
export const checkAnswer = async (method: string, path: string, response: Reply): Promise<Answer> => {
  const text = await response.text();
  const { status, headers } = response;
  const [type = "", ...parameters] = (headers.get("content-type") ?? "").split(";").map((part) => part.trim());
  const isJson = type === "application/json" || type === "application/problem+json";
  const body = isJson && text !== "" ? JSON.parse(text) : undefined;
  const here = { status, text };
  const operationCalled = `${method} ${path}`;

  if (method === "HEAD") {
    assert(text === "", `${operationCalled}: a body`, here);
    return { status, headers, type, text, body, operation: undefined, problem: undefined };
  }
  const template = templateOf(path);
  const operation = template === undefined ? undefined : paths[template]?.[method.toLowerCase()];
  const problem = type === "application/problem+json" ? kindOf(body?.type) : undefined;
  const answer: Answer = { status, headers, type, text, body, operation: operation?.operationId, problem };
  if (type === "application/problem+json") {
    assert(problem !== undefined, `${operationCalled}: ${body?.type} is no kind of problem`, here);
    if (problem === undefined) return answer;
    const { title, detail } = problemText(problem, Language.parse(headers.get("content-language")), body);
    // A name of a party is as it is on record.
    const isSaid = partiesIn(body).length > 0 ? /^[^[\]{}`]+$/u.test(body.detail) : body.detail === detail;
    const named = body.title === title && isSaid;
    assert(
      headers.get("vary")?.includes("Accept-Language") === true,
      `${operationCalled}: the language is unsaid in Vary`,
      here,
    );
    const fits = named && body.status === status && problems[problem].status === status;
    assert(fits, `${operationCalled}: the problem is not what the table of problems says`, here);
    assert(/^urn:request:[\w-]+$/u.test(body.instance), `${operationCalled}: no instance`, here);
    const valid = schemaAt(pointerOf("components", "schemas", "Problem"));
    assert(valid(body), `${operationCalled}: ${ajv.errorsText(valid.errors)}`, here);
    const unsaid = Object.keys(body).filter(
      (name) => !usualMembers.has(name) && !membersOfType.get(problem)?.has(name),
    );
    assert(unsaid.length === 0, `${operationCalled}: the page of ${problem} is silent about ${unsaid.join()}`, here);
    const page = `</docs/problems/${problem}>; rel="help"`;
    assert(headers.get("link")?.includes(page) === true, `${operationCalled}: no link to the page of its type`, here);
    assert(headers.get("cache-control") === "no-store", `${operationCalled}: a problem may be cached`, here);
    const messages = (body.errors ?? []).map((error: { message: string }) => error.message) as readonly string[];
    assert(messages.every(isOfTheApp), `${operationCalled}: a validator speaks for itself`, here);
    const namesLatest = problem !== "stale-version" || headers.get("etag") === `"v${body.version}"`;
    assert(namesLatest, `${operationCalled}: neither version nor ETag of the latest version`, here);
  }
  if (problem !== undefined || status < 300)
    assert(parameters.includes("charset=utf-8") === isText(type), `${operationCalled}: charset of ${type}`, here);
  const page = operation === undefined ? linkedPageAt(method, path) : undefined;
  if (page !== undefined) {
    assert(status >= 300 || type === page.replyType, `${operationCalled}: ${type} is no page`, here);
    return { ...answer, operation: page.id };
  }
  if (template === undefined || operation === undefined) {
    const fallback = problem === (template === undefined ? "not-found" : "method-not-allowed");
    assert(fallback, `${operationCalled}: no operation, so 404 or 405`, here);
    return answer;
  }

  const isByDefault = operation.responses[`${status}`] === undefined && status >= 400;
  const own = operation.responses[isByDefault ? "default" : `${status}`];
  const listed = own === undefined ? undefined : { ...sharedAt(own), ...own };
  assert(listed !== undefined, `${operationCalled}: status ${status} is not listed`, here);
  if (listed === undefined) return answer;
  const types = Object.keys(listed.content ?? {});
  if (types.length === 0) {
    assert(text === "" && type === "", `${operationCalled}: ${status} has no body`, here);
    return answer;
  }
  assert(types.includes(type), `${operationCalled}: ${status} may be ${types.join(" or ")}, not ${type}`, here);
  if (problem !== undefined) {
    const common = commonProblems.get(operation.operationId) ?? [];
    const isListed = operation["x-problems"]?.includes(problem) === true || common.includes(problem);
    assert(isListed, `${operationCalled}: ${problem} is not listed`, here);
  }
  const verb = method.toLowerCase();
  const at = own?.$ref?.slice("#".length) ?? pointerOf("paths", template, verb, "responses", `${status}`);
  const pointer = `${at}${pointerOf("content", type, "schema")}`;
  const valid = schemaAt(pointer);
  assert(valid(isJson ? body : text), `${operationCalled}: ${ajv.errorsText(valid.errors)}`, here);
  const documented = Object.keys(listed.headers ?? {}).map((name) => name.toLowerCase());
  for (const name of ownHeaders) {
    const there = headers.has(name);
    // The default response states both for some statuses, and an answer of the gateway has none.
    const isExpected =
      name === "etag" ? problem === "stale-version" : problem !== undefined && [429, 503].includes(status);
    const isOptional = isByDefault && !isExpected;
    assert(
      there === documented.includes(name) || (isOptional && !there),
      `${operationCalled}: ${name} is ${there ? "not " : ""}documented`,
      here,
    );
  }
  const shown = componentOf(objectAt(listed.content?.[type])["schema"]);
  const ownMembers = objectAt(document, "components", "schemas", shown ?? "", "properties");
  if (status === 202) {
    assert(!("work" in ownMembers) || "work" in body, `${operationCalled}: 202, and no work is left to follow`, here);
    assert(
      showsWork(headers.get("location") ?? ""),
      `${operationCalled}: the item at its location shows no work`,
      here,
    );
  }
  if (status < 300) recordReply(operation.operationId, type, body, text);
  return answer;
};
