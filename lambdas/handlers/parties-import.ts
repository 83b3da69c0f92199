import * as api from "../../schemas/api/endpoints/parties-import.ts";
import { ProblemError } from "../shell/http/problem.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { importParties } from "../use-cases/accounts/import-parties.ts";
import { namedParties } from "../../domain/views/named.ts";

/** The import of a party file: read whole before anything is written. */
export const partyImportRoute = (io: RouteIo): Route =>
  route(api.ImportParties, io, async ({ body, actor, now }) => {
    // A CSV parser that a party file needs and no other request, so it is loaded with the first file.
    const { parsePartyFile } = await import("../../domain/parties/parse-party-file.ts");
    const file = parsePartyFile(body);
    if (!file.ok) {
      const errors = file.problems.map(({ row, column, problem }) => ({ row, column, message: problem }));
      throw new ProblemError("invalid-party-file", errors);
    }
    const result = await importParties(io.store, file.parties, actor.id, now);
    if (!result.ok) return result;
    const { registered, corrected, unchanged } = result.imported;
    return { reply: { registered: namedParties(registered), corrected: namedParties(corrected), unchanged } };
  });
