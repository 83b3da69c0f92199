import { defined } from "../../../schemas/base/defined.ts";
import { test } from "vitest";
import { type ProblemKind, problems } from "../../../schemas/problems/problems.ts";
import type { Answer } from "../../harness/contract.ts";
import { type RequestOptions, type Call, freshKey, type TestApi } from "../../harness/test-api.ts";

/** A name, a request, the expected problem, and the further members of the problem. */
export type Case = readonly [what: string, makeRequest: () => Call, problem: ProblemKind, more?: object];

/** Commands on one review that must be refused and change nothing. */
export interface ReviewRefusals {
  readonly call: (method: string, path: string, as: string, body?: unknown, more?: RequestOptions) => Call;
  /** A POST with a fresh key. */
  readonly post: (path: string, as: string, body?: unknown) => Call;
  readonly refused: (request: Call, problem: ProblemKind, more?: object) => Promise<Answer>;
  /** It does not fit the schema, at these places and no others. */
  readonly invalid: (request: Call, ...places: readonly object[]) => Promise<Answer>;
  /** Each case as a test of its own. */
  readonly cases: (all: readonly Case[]) => void;
}

/** Defines refusal tests of a review; `api` returns the system once it has started. */
export const refusalsIn = (api: () => TestApi, review: string): ReviewRefusals => {
  const call: ReviewRefusals["call"] = (method, path, as, body, more = {}) => [
    method,
    `/v1/reviews/${review}${path}`,
    { as, ...defined({ body }), ...more },
  ];
  const refused: ReviewRefusals["refused"] = (request, problem, more = {}) =>
    api().expectRefusal(request, { status: problems[problem].status, problem, more });
  return {
    call,
    post: (path, as, body) => call("POST", path, as, body, { key: freshKey() }),
    refused,
    invalid: (request, ...places) => api().expectRefusal(request, { status: 400, problem: "invalid-request", places }),
    cases: (all) => {
      for (const [what, makeRequest, problem, more] of all)
        test(`${what} is refused: ${problem}`, async () => {
          await refused(makeRequest(), problem, more);
        });
    },
  };
};
