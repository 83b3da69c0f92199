import { defined } from "../../schemas/base/defined.ts";
import fc from "fast-check";
import { type Endpoint, noBody } from "../../schemas/api/endpoint.ts";
import type { ProblemKind } from "../../schemas/problems/problems.ts";
import { asText, type Fault, faultyValues, validValues, type Json, type Vocabulary } from "./values.ts";
import { type RequestOptions, freshKey } from "../harness/test-api.ts";

/** A request of an operation, all parts of it, before it is known who sends it. */
export interface Request {
  readonly path: string;
  readonly asking: RequestOptions;
}
/** A request with one fault, and how it must be refused. */
export interface FaultyRequest extends Request {
  readonly what: string;
  readonly status: number;
  readonly problem: ProblemKind;
  /** The required beginnings of reported positions; no position is expected where this is left out. */
  readonly places?: { readonly member: "pointer" | "parameter" | "header"; readonly at: string };
}

const texts = (value: Json): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(value as object).map(([name, each]: [string, Json]) => [name, asText(each)]));

/** Returns the path of a request, with its parameters filled in and its query appended. */
const pathOf = ({ path }: Endpoint, params: Json, query: Json): string => {
  const given = texts(params);
  const filled = path.replaceAll(/\{(?<name>\w+)\}/gu, (_, name: string) => encodeURIComponent(given[name] ?? ""));
  const search = new URLSearchParams(texts(query)).toString();
  return search === "" ? filled : `${filled}?${search}`;
};

const bodyOf = (endpoint: Endpoint, words: Vocabulary): fc.Arbitrary<RequestOptions> =>
  endpoint.body === noBody ? fc.constant({}) : validValues(endpoint.body, words).map((body) => ({ body }));

const headers = fc.record(
  {
    "accept-language": fc.constantFrom("fr", "de, ar;q=0.5", "*", "zh-Hant-TW, en;q=0.1", ";;q=", "x".repeat(300)),
    "accept-encoding": fc.constantFrom("gzip", "identity", "br, gzip;q=0"),
    "if-none-match": fc.constantFrom("*", '"v1"', 'W/"x", "y"', "nonsense"),
    origin: fc.constantFrom("http://localhost:5173", "https://elsewhere.example.com", "null"),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Readonly<Record<string, string>>>;

const keyed = ({ idempotencyKey }: Endpoint): RequestOptions =>
  idempotencyKey === undefined ? {} : { key: freshKey() };

/** Returns requests without any fault except for the If-Match, which only the sender can know. */
export const validRequests = (endpoint: Endpoint, words: Vocabulary): fc.Arbitrary<Request> =>
  fc
    .record({
      params: validValues(endpoint.params, words),
      query: validValues(endpoint.query, words),
      asking: bodyOf(endpoint, words),
      more: headers,
    })
    .map(({ params, query, asking, more }) => ({
      path: pathOf(endpoint, params, query),
      asking: { ...asking, ...keyed(endpoint), headers: more },
    }));

type Wrong = Omit<FaultyRequest, "path" | "asking"> & {
  readonly params?: Json;
  readonly query?: Json;
} & RequestOptions;
const escaped = (key: string): string => key.replaceAll("~", "~0").replaceAll("/", "~1");

/** Parameters are text: what is of another type in JSON is none there, unless a number is wanted. */
const isFaultOfText = ({ what, place, value }: Fault): boolean => {
  const [name] = place;
  if (name === undefined) return false;
  return what !== "of another type" || (value as Record<string, Json>)[name] === "text";
};
const isSegment = ({ place, value }: Fault): boolean => {
  const text = asText((value as Record<string, Json>)[place[0] ?? ""] ?? "");
  return text !== "" && !/^\.*$/u.test(text);
};

const wrongBodies = ({ body }: Endpoint, words: Vocabulary): fc.Arbitrary<Wrong> =>
  faultyValues(body, words).map((fault) => ({
    what: `body ${fault.what}`,
    body: fault.value,
    status: 400,
    problem: "invalid-request",
    places: { member: "pointer", at: `#${fault.place.map((key) => `/${escaped(key)}`).join("")}` },
  }));

const wrongQueries = ({ query }: Endpoint, words: Vocabulary): fc.Arbitrary<Wrong> =>
  faultyValues(query, words)
    .filter(isFaultOfText)
    .map(({ what, value, place: [at = ""] }) => ({
      what: `query ${what}`,
      query: value,
      status: 400,
      problem: "invalid-request",
      places: { member: "parameter", at },
    }));

const wrongParams = ({ params, namesInPath }: Endpoint, words: Vocabulary): fc.Arbitrary<Wrong> =>
  faultyValues(params, words)
    .filter((fault) => fault.what !== "unknown" && fault.what !== "missing" && isFaultOfText(fault) && isSegment(fault))
    .map(({ what, value, place: [at = ""] }) => ({
      what: `parameter ${what}`,
      params: value,
      ...(namesInPath === true
        ? ({ status: 400, problem: "invalid-request" } as const)
        : ({ status: 404, problem: "not-found" } as const)),
      places: { member: "parameter", at },
    }));

const wrongMatch = ({ ifMatch }: Endpoint): fc.Arbitrary<Wrong> => {
  const malformed = fc
    .constantFrom("v1", '"1"', 'W/"v1"', "*", '"v1", "v2"', '"v"', '"v-1"', '"v1.5"', '"v9999999999"', "x")
    .map((match): Wrong => {
      const places = { member: "header", at: "If-Match" } as const;
      return { what: "header malformed", match, status: 400, problem: "invalid-request", places };
    });
  const missing: Wrong = { what: "header missing", match: "", status: 428, problem: "version-missing" };
  return ifMatch === "optional" ? malformed : fc.oneof({ weight: 9, arbitrary: malformed }, fc.constant(missing));
};

const wrongKey = ({ idempotencyKey }: Endpoint): fc.Arbitrary<Wrong> => {
  const malformed = fc
    .constantFrom("short", "k".repeat(129), "with a space in it", "slash/and.dot", "ключ-ключ".normalize(), "eight,8x")
    .map((key): Wrong => {
      const places = { member: "header", at: "Idempotency-Key" } as const;
      const header = Buffer.from(key).toString("latin1");
      return { what: "header malformed", key: header, status: 400, problem: "idempotency-key-invalid", places };
    });
  const missing: Wrong = { what: "header missing", key: "", status: 400, problem: "idempotency-key-missing" };
  return idempotencyKey === "optional"
    ? malformed
    : fc.oneof({ weight: 9, arbitrary: malformed }, fc.constant(missing));
};

const wrongType = fc
  .constantFrom("text/plain", "application/x-www-form-urlencoded", "text/json", "application/jsonx", "nonsense")
  .map((type): Wrong => ({ what: "type wrong", type, status: 415, problem: "wrong-content-type" }));

const sent = (endpoint: Endpoint, words: Vocabulary, wrongs: fc.Arbitrary<Wrong>): fc.Arbitrary<FaultyRequest> =>
  fc
    .record({ wrong: wrongs, params: validValues(endpoint.params, words), query: validValues(endpoint.query, words) })
    .chain(({ wrong, params, query }) =>
      bodyOf(endpoint, words).map((asking) => {
        const { what, status, problem, places, params: otherParams, query: otherQuery, ...own } = wrong;
        const right = { ...asking, ...keyed(endpoint), ...(endpoint.ifMatch === undefined ? {} : { match: '"v1"' }) };
        const all: RequestOptions = { ...right, ...own };
        const { match, key, ...rest } = all;
        return {
          what,
          status,
          problem,
          ...defined({ places }),
          path: pathOf(endpoint, otherParams ?? params, otherQuery ?? query),
          asking: {
            ...rest,
            ...(match === undefined || match === "" ? {} : { match }),
            ...(key === undefined || key === "" ? {} : { key }),
          },
        };
      }),
    );

/** Returns requests with one fault in their body. */
export const requestsWithFaultyBody = (endpoint: Endpoint, words: Vocabulary): fc.Arbitrary<FaultyRequest> =>
  sent(endpoint, words, wrongBodies(endpoint, words));

/** Returns requests with one fault elsewhere: in the path's parameters, the query, the headers. */
export const requestsFaultyElsewhere = (endpoint: Endpoint, words: Vocabulary): fc.Arbitrary<FaultyRequest> =>
  sent(
    endpoint,
    words,
    fc.oneof(
      wrongQueries(endpoint, words),
      // Pages take any address: one that is no page is answered by a page, and is no fault.
      ...(Object.keys(endpoint.params.shape).length === 0 || endpoint.showsMissingByPage === true
        ? []
        : [wrongParams(endpoint, words)]),
      ...(endpoint.ifMatch === undefined ? [] : [wrongMatch(endpoint)]),
      ...(endpoint.idempotencyKey === undefined ? [] : [wrongKey(endpoint)]),
      ...(endpoint.body === noBody ? [] : [wrongType]),
    ),
  );
