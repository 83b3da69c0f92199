import type { FieldError, Problem } from "./api-types.ts";

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
const isText = (value: unknown): value is string => typeof value === "string";

/** Returns whether a body is a refusal of the API's functions: application/problem+json. */
const isProblem = (value: unknown): value is Problem =>
  isObject(value) && "type" in value && isText(value.type) && "title" in value && isText(value.title);

/** Returns the message of a reply that the gateway gives without any function. */
const gatewayMessage = (value: unknown): string | undefined =>
  isObject(value) && "message" in value && isText(value.message) ? value.message : undefined;

const problemOf = (response: Response, body: unknown): Problem => {
  if (isProblem(body)) return body;
  const title =
    gatewayMessage(body) ?? (response.statusText === "" ? `Status ${response.status}` : response.statusText);
  const detail = isText(body) ? body : "";
  return { type: "about:blank", title, status: response.status, detail, instance: new URL(response.url).pathname };
};

const placeOf = ({ pointer, parameter, header, row, column }: FieldError): string =>
  pointer ?? parameter ?? header ?? (row === undefined ? "" : `row ${row}, ${column ?? ""}`);

/** An answer that is no success, thrown by answerOf and itemsOf. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly status: number;
  /** The stable name of the problem, such as `focal-point-exists`; `gateway` for what no function answered. */
  readonly kind: string;
  /** The problem as it was answered; its `detail` says what to do. */
  readonly problem: Problem;
  /** Places in the request that do not fit. */
  readonly errors: readonly FieldError[];
  /**
   * The ETag of the current version, if a change was based on an older one (412): read it, and send the change again
   * with it as `If-Match` if it is still correct.
   */
  readonly etag: string | undefined;
  /** Seconds to wait before a retry, if the API stated them. */
  readonly retryAfter: number | undefined;

  constructor(response: Response, body: unknown) {
    const problem = problemOf(response, body);
    const errors = problem.errors ?? [];
    const places = errors.map((error) => `\n  ${placeOf(error)}: ${error.message}`).join("");
    super(`${response.status} from ${new URL(response.url).pathname}: ${problem.title}. ${problem.detail}${places}`);
    this.status = response.status;
    this.kind = problem.type.startsWith("urn:") ? (problem.type.split(":").at(-1) ?? "") : "gateway";
    this.problem = problem;
    this.errors = errors;
    this.etag = response.headers.get("etag") ?? undefined;
    const seconds = Number(response.headers.get("retry-after") ?? "");
    this.retryAfter = seconds > 0 ? seconds : undefined;
  }
}
