import { parsePartyFile } from "../../domain/party-file.ts";
import * as api from "../../schemas/endpoints/secretariat.ts";
import { ProblemError } from "../shell/problem.ts";
import { route, type Route, type RouteIo } from "../shell/route.ts";
import { importParties } from "../steps/import-parties.ts";

/** The import of a party file: read whole before anything is written. */
export const partyImportRoute = (io: RouteIo): Route =>
  route(api.ImportParties, io, async ({ body, actor, now }) => {
    const file = parsePartyFile(body);
    if (!file.ok) {
      const errors = file.problems.map(({ row, column, problem }) => ({ row, column, message: problem }));
      throw new ProblemError("invalid-party-file", errors);
    }
    return { reply: await importParties(io.store, file.parties, actor.id, now) };
  });
