import type { Refused } from "../../../domain/base/decision.ts";
import { maxReportedErrors } from "../../../domain/policy/limits.ts";
import { unavailabilityOf } from "../../io/unavailability.ts";
import { StaleVersion, TooManyConflicts } from "../../commands/outcomes.ts";
import { etagOf } from "./etag.ts";
import { TooManyItems } from "../../io/ports/commit.ts";
import { type ProblemKind, problems, problemType } from "../../../schemas/problems/problems.ts";
import type { ProblemText } from "../../../schemas/views/labels.ts";
import type { FieldError, Problem } from "../../../schemas/views/problem.ts";

/** A request that the shell itself refuses, before anything is decided. */
export class ProblemError extends Error {
  readonly kind: ProblemKind;
  readonly errors: readonly FieldError[];
  readonly details: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  /** The parties that the details name, by their codes, in the language of the reply. */
  readonly partyNames: ReadonlyMap<string, string>;
  constructor(
    kind: ProblemKind,
    errors: readonly FieldError[] = [],
    details: Readonly<Record<string, unknown>> = {},
    headers: Readonly<Record<string, string>> = {},
    partyNames: ReadonlyMap<string, string> = new Map(),
  ) {
    super(problems[kind].title);
    this.name = "ProblemError";
    this.kind = kind;
    this.errors = errors;
    this.details = details;
    this.headers = headers;
    this.partyNames = partyNames;
  }
}

/** Returns true if the result of a handler is a refusal. */
export const isRefused = (outcome: object): outcome is Refused => "ok" in outcome && outcome.ok === false;

/**
 * Returns the problem that an error is answered with: what a command ended with by its name, `busy` or `unavailable`
 * where a service did not do its part, a defect as `internal`.
 */
export const problemOfError = (error: unknown): ProblemError => {
  if (error instanceof ProblemError) return error;
  if (error instanceof StaleVersion) {
    const { current } = error;
    return new ProblemError("stale-version", [], { version: current }, { etag: etagOf(current) });
  }
  if (error instanceof TooManyConflicts) return new ProblemError("conflict");
  if (error instanceof TooManyItems) return new ProblemError("too-much-at-once");
  return new ProblemError(unavailabilityOf(error) ?? "internal");
};

/** Returns the problem that reports a refusal to the caller. */
export const asProblem = ({ refusal, details }: Refused, partyNames?: ReadonlyMap<string, string>): ProblemError =>
  new ProblemError(refusal, [], details, {}, partyNames);

/**
 * Returns the problem+json body (RFC 9457): stable type, cause and next step in the given words, and the request id in
 * the logs. It names only the first invalid members and counts the rest. Codes and members are equal in every language;
 * messages of `errors` are English until `refusalIn` translates them.
 */
export const problemBody = (
  { kind, errors, details }: ProblemError,
  requestId: string,
  text: ProblemText,
): Problem => ({
  ...details,
  type: problemType(kind),
  ...text,
  status: problems[kind].status,
  instance: `urn:request:${requestId}`,
  ...(errors.length === 0 ? {} : { errors: errors.slice(0, maxReportedErrors) }),
  ...(errors.length <= maxReportedErrors ? {} : { errorsLeftOut: errors.length - maxReportedErrors }),
});
