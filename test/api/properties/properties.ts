import { defined } from "../../../schemas/base/defined.ts";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Endpoint, noBody } from "../../../schemas/api/endpoint.ts";
import { endpoints } from "../../../schemas/api/index.ts";
import { problems, type ProblemKind } from "../../../schemas/problems/problems.ts";
import type { Answer } from "../../harness/contract.ts";
import {
  type FaultyRequest,
  type Request,
  requestsFaultyElsewhere,
  requestsWithFaultyBody,
  validRequests,
} from "../../generators/requests.ts";
import { openTestApi, type TestApi, secretariat } from "../../harness/test-api.ts";
import { type Stages, stagesOf } from "./stages.ts";

/** Parts of the API, each with a file of its own among the tests. */
export type Part = "reading" | "registering" | "writing" | "deciding";

/** Returns the part of an operation; the properties of each part are checked in a system of its own. */
const partOf = ({ method, path }: Endpoint): Part => {
  if (method === "GET") return "reading";
  if (!path.startsWith("/v1/reviews/")) return "registering";
  return path.includes("/answers") || path.includes("/feedback") || path.includes("/clarifications")
    ? "writing"
    : "deciding";
};

/** The party file is not JSON, so its properties are in a separate file. */
const operationsOf = (part: Part): readonly Endpoint[] =>
  endpoints.filter((endpoint) => partOf(endpoint) === part && endpoint.bodyType === undefined);

/** The number of concurrent requests, where they change nothing. */
const together = 8;
const severalAtOnce = { minLength: together, maxLength: together };
/** After this number of requests every operation must have succeeded once: some succeed only by a rare combination. */
const oftenEnough = 100;
/** These succeed once in a bulletin's life, and not by a single request: see test/api/bulletins.test.ts. */
const inTheirTurn: ReadonlySet<string> = new Set([
  "approveBulletin",
  "resumeBulletin",
  "resendBulletin",
  // The system of these tests loses no answers of the mail service: see test/api/settlement.test.ts.
  "settleLetter",
  "settleBulletin",
  // The system of these tests offers no mandate: see test/api/two-parties.test.ts.
  "acceptMandateOffer",
  "refuseMandateOffer",
  "withdrawMandateOffer",
  "sendPresidentsReminder",
]);
/** Statuses of refusals that a well-formed request may get, in addition to that of a foreign cursor. */
const decided: ReadonlySet<number> = new Set([403, 404, 409, 412, 422]);
const isDecision = (problem: ProblemKind): boolean =>
  decided.has(problems[problem].status) || problem === "invalid-cursor" || problem === "body-too-large";

/** Reads with a day, refused before the launch, for future days and unknown groups: see test/api/statistics.test.ts. */
const countsDays: ReadonlySet<string> = new Set([
  "getStatistics",
  "listMeasureMembers",
  "getPaperFigure",
  "getStalledReviews",
  "getGateProjection",
  "getRegisterStatistics",
  "listRegisterMembers",
  "getObservationStatistics",
  "listObservationMembers",
  "listStatusPapers",
  "orderStatusPaper",
]);
const countedBy: ReadonlySet<unknown> = new Set(["asAt", "#/asAt", "knownOn", "since", "group", "measure"]);
const isUncountable = ({ id }: Endpoint, { problem, body }: Answer): boolean =>
  countsDays.has(id) &&
  problem === "invalid-request" &&
  body.errors.every(({ parameter, pointer }: Readonly<Record<string, unknown>>) => countedBy.has(parameter ?? pointer));

/** Observations on an article that the cluster does not review are refused: test/api/observation-statistics.test.ts. */
const isOfOtherArticles = ({ id }: Endpoint, { problem, body }: Answer): boolean =>
  (id === "putObservations" || id === "publishErratum" || id === "attachText") &&
  problem === "invalid-request" &&
  body.errors.every(({ pointer = "" }: { readonly pointer?: string }) => pointer.startsWith("#/items/"));

/** JSON that the body of an operation cannot be, and bytes that are no JSON at all. */
const otherThan = ({ body }: Endpoint) => {
  const other = fc.jsonValue({ maxDepth: 4 }).filter((value) => !body.safeParse(value).success);
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 200 }).filter((given) => given[0] !== 0x5b);
  return fc.oneof(
    other.map((value) => ({ raw: JSON.stringify(value), kinds: ["invalid-request"] })),
    bytes.map((given) => ({ raw: new Uint8Array(given), kinds: ["malformed-json", "invalid-request"] })),
  );
};

interface Count {
  valid: number;
  done: number;
  faulty: number;
  elsewhere: number;
}

/**
 * Checks every operation of a part with generated requests. A request with one fault is refused with a pointer, and
 * changes nothing. A request without a fault succeeds as documented, or is refused for its content and changes
 * nothing. Each operation gets `times` requests of each kind. Every reply is checked against the API document.
 */
export const holdsToItsWord = (part: Part, times: number): void => {
  let api: TestApi;
  let stages: Stages;
  const counts = new Map<string, Count>();
  beforeAll(async () => {
    api = await openTestApi();
    await api.startGroup();
    stages = await stagesOf(api);
  });
  afterAll(async () => {
    stages.close();
    await api.close();
  });
  const countOf = ({ id }: Endpoint): Count => {
    const count = counts.get(id) ?? { valid: 0, done: 0, faulty: 0, elsewhere: 0 };
    counts.set(id, count);
    return count;
  };
  /** Returns a function that gives each permitted caller, one after the other. */
  const inTurn = (endpoint: Endpoint): (() => string | undefined) => {
    const callers = stages.callers(endpoint);
    let turn = 0;
    return () => callers[(turn += 1) % callers.length];
  };
  const sendAs = (endpoint: Endpoint, as: string | undefined, { path, asking }: Request): Promise<Answer> =>
    api.request(endpoint.method, path, { ...defined({ as }), ...asking });

  const refusedFor = async (endpoint: Endpoint, as: string | undefined, request: FaultyRequest): Promise<void> => {
    const { status, problem, places, what } = request;
    const answer = await sendAs(endpoint, as, request);
    expect([what, answer.operation, answer.status, answer.problem]).toEqual([what, endpoint.id, status, problem]);
    // A slash in a parameter is a path that no route takes.
    if (places === undefined || request.path.includes("%2F")) return;
    const reportedPlaces: readonly string[] = answer.body.errors.map(
      (error: Record<string, string>) => error[places.member],
    );
    expect(reportedPlaces.filter((place) => !(place ?? "").startsWith(places.at))).toEqual([]);
    expect(reportedPlaces).not.toEqual([]);
  };
  const refusesAll = async (
    endpoint: Endpoint,
    requests: fc.Arbitrary<FaultyRequest>,
    counted: "faulty" | "elsewhere",
  ) => {
    await stages.put(endpoint);
    const before = await api.storedRows();
    const caller = inTurn(endpoint);
    await fc.assert(
      fc.asyncProperty(fc.array(requests, severalAtOnce), async (all) => {
        await Promise.all(all.map((request) => refusedFor(endpoint, caller(), request)));
        countOf(endpoint)[counted] += all.length;
      }),
      { numRuns: Math.ceil(times / together) },
    );
    expect(await api.changedSince(before)).toEqual([]);
  };

  const isDone = (endpoint: Endpoint, answer: Answer): boolean => {
    const { status, problem, operation } = answer;
    expect(operation).toBe(endpoint.id);
    countOf(endpoint).valid += 1;
    if (endpoint.showsMissingByPage === true && status === 404) return false;
    if (problem === undefined) {
      expect([endpoint.status ?? 200, ...(endpoint.mayStartNothing === true ? [200] : []), 304]).toContain(status);
      countOf(endpoint).done += 1;
      return true;
    }
    const isExpected = isDecision(problem) || isUncountable(endpoint, answer) || isOfOtherArticles(endpoint, answer);
    expect([problem, isExpected]).toEqual([problem, true]);
    return false;
  };
  /** The If-Match that fits, one that does not, or none where that is allowed. */
  const matchOf = async ({ ifMatch, path }: Endpoint, request: Request, as: string | undefined, turn: number) => {
    if (ifMatch === undefined || (ifMatch === "optional" && turn % 3 === 0)) return {};
    if (turn % 7 === 1) return { match: '"v999"' };
    const from = ifMatch === "optional" ? request.path.split("/").slice(0, 4).join("/") : request.path;
    const { headers } = await api.get(from, path.includes("draft") ? as : secretariat);
    return { match: headers.get("etag") ?? '"v1"' };
  };

  const all = operationsOf(part).map((endpoint) => [endpoint.id, endpoint] as const);
  const withBody = all.filter(([, { body }]) => body !== noBody);
  const [readOperations, writeOperations] = [true, false].map((reads) =>
    all.filter(([, { method }]) => (method === "GET") === reads),
  );

  describe.each(withBody)("%s", (_, endpoint) => {
    test("refuses any body with one fault, points at it, and changes nothing", () =>
      refusesAll(endpoint, requestsWithFaultyBody(endpoint, stages.words(endpoint)), "faulty"));

    test("refuses any JSON that is something else, and any bytes that are none, and changes nothing", async () => {
      await stages.put(endpoint);
      const before = await api.storedRows();
      const caller = inTurn(endpoint);
      const [fit] = fc.sample(validRequests(endpoint, stages.words(endpoint)), 1);
      const match = endpoint.ifMatch === undefined ? {} : { match: '"v1"' };
      await fc.assert(
        fc.asyncProperty(fc.array(otherThan(endpoint), severalAtOnce), async (several) => {
          const answers = several.map(async ({ raw, kinds }) => {
            const { body: __, ...rest } = fit?.asking ?? {};
            const asking = { ...rest, ...match, raw, type: "application/json" };
            const answer = await sendAs(endpoint, caller(), { path: fit?.path ?? "", asking });
            expect([answer.status, kinds.includes(answer.problem ?? "")]).toEqual([400, true]);
          });
          await Promise.all(answers);
        }),
        { numRuns: Math.ceil(times / together / 2) },
      );
      expect(await api.changedSince(before)).toEqual([]);
    });
  });

  describe.each(all)("%s", (_, endpoint) => {
    test("refuses any fault in path, query and headers, names it, and changes nothing", () =>
      refusesAll(endpoint, requestsFaultyElsewhere(endpoint, stages.words(endpoint)), "elsewhere"));
  });

  describe.each(readOperations ?? [])("%s", (_, endpoint) => {
    test("answers any request without a fault, and changes nothing", async () => {
      await stages.put(endpoint);
      const before = await api.storedRows();
      const caller = inTurn(endpoint);
      const requests = validRequests(endpoint, stages.words(endpoint));
      await fc.assert(
        fc.asyncProperty(fc.array(requests, severalAtOnce), async (several) => {
          const answers = await Promise.all(several.map((request) => sendAs(endpoint, caller(), request)));
          for (const answer of answers) isDone(endpoint, answer);
        }),
        { numRuns: Math.ceil(times / together) },
      );
      expect(await api.changedSince(before)).toEqual([]);
    });
  });

  describe.each(writeOperations ?? [])("%s", (_, endpoint) => {
    test("does any request without a fault, or refuses it for its content and changes nothing", async () => {
      await stages.put(endpoint);
      const caller = inTurn(endpoint);
      let turn = 0;
      await fc.assert(
        fc.asyncProperty(validRequests(endpoint, stages.words(endpoint)), async (request) => {
          const as = caller();
          const match = await matchOf(endpoint, request, as, (turn += 1));
          const written = api.writeCount();
          const answer = await sendAs(endpoint, as, { ...request, asking: { ...request.asking, ...match } });
          if (!isDone(endpoint, answer)) expect([answer.text, api.writeCount()]).toEqual([answer.text, written]);
          if (api.writeCount() === written) return;
          await api.app.rest();
          await stages.put(endpoint);
        }),
        { numRuns: times },
      );
    });
  });

  // This test is last, because it counts the requests above.
  test(`every operation got ${times} requests and more with and without a fault`, () => {
    const fewer = operationsOf(part).flatMap((endpoint) => {
      const { valid, done, faulty, elsewhere } = countOf(endpoint);
      const faults = endpoint.body === noBody ? elsewhere : faulty;
      return valid >= times &&
        faults >= times &&
        elsewhere >= times &&
        (done > 0 || times < oftenEnough || inTheirTurn.has(endpoint.id))
        ? []
        : [`${endpoint.id}: ${valid} without, ${faults} with a fault, ${done} done`];
    });
    expect(fewer).toEqual([]);
  });
};
