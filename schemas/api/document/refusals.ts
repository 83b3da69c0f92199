import * as z from "zod";
import type { ZodOpenApiResponseObject } from "zod-openapi";
import { type ProblemKind, problems } from "../../problems/problems.ts";
import { DocumentedProblem } from "../../views/problem.ts";
import { outsideRefusals } from "../review-command.ts";
import { type Endpoint, noBody, noParameters, usualBodyLimit } from "../endpoint.ts";

/** The members of a body that is one object; none of any other. */
const membersOf = (body: z.ZodType): object => {
  const whole = body instanceof z.ZodOptional ? body.unwrap() : body;
  return whole instanceof z.ZodObject ? whole.shape : {};
};

/** Problems that many operations share, with the feature that an operation must have for them. */
const commonProblems: readonly {
  readonly feature: string;
  readonly has: (endpoint: Endpoint) => boolean;
  readonly kinds: readonly ProblemKind[];
}[] = [
  { feature: "every operation", has: () => true, kinds: ["invalid-request", "internal", "unavailable", "busy"] },
  {
    feature: "access token",
    has: ({ access }) => access === "token",
    kinds: [
      "wrong-token-use",
      "no-account",
      "access-closed",
      "access-suspended",
      "not-yours",
      "second-factor-required",
    ],
  },
  {
    feature: "method other than GET",
    has: ({ method }) => method !== "GET",
    kinds: ["too-much-at-once", "commands-used-up", "letters-used-up", "conflict"],
  },
  {
    feature: "command on a review",
    has: ({ method, path }) => method !== "GET" && path.startsWith("/v1/reviews/{reviewId}/"),
    kinds: ["wrong-stage"],
  },
  { feature: "`onBehalfOf` in the body", has: ({ body }) => "onBehalfOf" in membersOf(body), kinds: outsideRefusals },
  {
    feature: "body",
    has: ({ body }) => body !== noBody,
    kinds: ["malformed-json", "wrong-content-type", usualBodyLimit.refusal],
  },
  {
    feature: "id in the path",
    has: ({ params, namesInPath }) => params !== noParameters && namesInPath !== true,
    kinds: ["not-found"],
  },
  { feature: "cursor", has: ({ query }) => "cursor" in query.shape, kinds: ["invalid-cursor"] },
  {
    feature: "Idempotency-Key",
    has: ({ idempotencyKey }) => idempotencyKey !== undefined,
    kinds: ["idempotency-key-missing", "idempotency-key-invalid", "key-reused", "answer-outdated"],
  },
  { feature: "If-Match", has: ({ ifMatch }) => ifMatch !== undefined, kinds: ["version-missing", "stale-version"] },
];

/** The features of operations and the problems that each feature can cause, for the document. */
export const problemsByFeature: Readonly<Record<string, readonly ProblemKind[]>> = Object.fromEntries(
  commonProblems.map(({ feature, kinds }) => [feature, kinds]),
);

/** Returns the problems that an operation shares with all operations of a feature. */
export const commonProblemsOf = (endpoint: Endpoint): readonly ProblemKind[] =>
  commonProblems.filter(({ has }) => has(endpoint)).flatMap(({ kinds }) => kinds);

/** Returns the problems of an operation that no feature causes, in the order of the alphabet. */
export const ownProblemsOf = (endpoint: Endpoint): readonly ProblemKind[] => {
  const common = new Set(commonProblemsOf(endpoint));
  const limit = endpoint.bodyLimit === undefined ? [] : [endpoint.bodyLimit.refusal];
  return [...new Set([...(endpoint.refusals ?? []), ...limit])].filter((kind) => !common.has(kind)).toSorted();
};

/** Every type of problem once, with its status and its title; each has its own page. */
export const problemTypes = Object.fromEntries(
  Object.entries(problems)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([kind, { status, title }]) => [kind, { status, title }]),
);

/** Body of replies that the API gateway gives without calling a function: AWS's own format. */
const GatewayMessage = z.strictObject({ message: z.string() }).meta({ id: "GatewayMessage" });
const CurrentEtag = z
  .string()
  .optional()
  .meta({
    description: "Of `stale-version`: the ETag of the latest version, with which the change may be decided again",
    header: { id: "CurrentETag" },
  });
const RetryAfter = z
  .string()
  .optional()
  .meta({ description: "Seconds after which to send it again; with 429 and 503, not where the gateway answers" });
const HelpLink = z
  .string()
  .optional()
  .meta({
    description: 'With `rel="help"` the page of the type of problem; not where the gateway answers',
    header: { id: "HelpLink" },
  });

const problemContent = { "application/problem+json": { schema: DocumentedProblem } };
const defaultName = "Refused";
const pageName = "NotFoundPage";

/** Refusals that operations refer to, by component name; texts.json describes them. */
const sharedResponses: Readonly<Record<string, Omit<ZodOpenApiResponseObject, "description">>> = {
  [defaultName]: {
    content: { ...problemContent, "application/json": { schema: GatewayMessage } },
    headers: z.object({ "Retry-After": RetryAfter, ETag: CurrentEtag, Link: HelpLink }),
  },
  [pageName]: {
    headers: z.object({ Link: HelpLink }),
    content: { ...problemContent, "text/html": { schema: z.string() } },
  },
};

/**
 * Returns the refusals of an operation. All have one shape, so that one response stands for them: `x-problems` lists
 * them, and each type of problem has its status. Only a page that is missing looks different.
 */
export const refusalResponses = ({ showsMissingByPage }: Endpoint) => ({
  ...(showsMissingByPage === true ? { [problems["not-found"].status]: reference(pageName) } : {}),
  default: reference(defaultName),
});

const reference = (name: string) => ({ $ref: `#/components/responses/${name}` });

/** Returns the shared refusals with their texts. Throws if a text is missing. */
export const refusalComponents = (
  texts: Readonly<Record<string, string>>,
): Readonly<Record<string, ZodOpenApiResponseObject>> =>
  Object.fromEntries(
    Object.entries(sharedResponses).map(([name, response]) => {
      const description = texts[name];
      if (description === undefined) throw new Error(`Nothing says what ${name} is`);
      return [name, { description, ...response }];
    }),
  );
