import pMap from "p-map";
import type { Answer } from "../harness/contract.ts";
import type { TestApi } from "../harness/test-api.ts";
import { type Cell, nameOf } from "./grid.ts";
import { expectedOf, outcomeOf, type Request, requestsOf } from "./requests.ts";
import type { Place } from "./places.ts";

/** Requests that are on their way at a time. */
const maxConcurrency = 8;

/** Records that requests with a key leave behind, also where they change nothing; and mail that goes out meanwhile. */
const aside = /^(?:records (?:idempotency|request)|letters slots#|mail )/u;

/**
 * Sends the requests of every cell of a scene over HTTP and returns the replies that differ from the grid. A permitted
 * request must change nothing: its body is refused for another reason, or its version is old.
 */
export const wrongAnswersOverHttp = async (
  api: TestApi,
  place: Place,
  cells: readonly Cell[],
  see: (request: Request, cell: Cell, answer: Answer) => void = () => {},
): Promise<{ readonly wrong: readonly string[]; readonly requestCount: number }> => {
  const before = await api.storedRows();
  const requests = cells.flatMap((cell) => requestsOf(place, cell).map((request) => ({ cell, request })));
  const wrong = await pMap(
    requests,
    async ({ cell, request }) => {
      const isAllowed = cell.outcome === "allowed" || cell.outcome === "repeated";
      const {
        asking,
        query = "",
        outcome: expected,
      }: NonNullable<Request["harmless"]> = isAllowed && request.harmless !== undefined
        ? request.harmless
        : { asking: request.asking, outcome: expectedOf(cell, request) };
      const answer = await api.request(request.method, `${request.path}${query}`, asking);
      see(request, cell, answer);
      const outcome = outcomeOf(answer, request);
      return outcome === expected
        ? []
        : [`${nameOf(cell)}, ${request.operation}: ${outcome}, not ${expected} (line ${cell.line})`];
    },
    { concurrency: maxConcurrency },
  );
  // The clock continues: a letter that was planned before may be sent. A new letter is a change.
  const changed = (await api.changedSince(before)).filter(
    (key) => !aside.test(key) && !(key.startsWith("letters ") && before.has(key)),
  );
  return {
    wrong: [...wrong.flat(), ...changed.map((key) => `${place.scene} changed ${key}`)],
    requestCount: requests.length,
  };
};
