import { refuse } from "../../domain/base/decision.ts";
import { registerUser } from "../../domain/parties/users.ts";
import { personView } from "../../domain/views/parties.ts";
import * as api from "../../schemas/api/endpoints/users.ts";
import { changeOf } from "../commands/execute-command.ts";
import { route, type Route } from "../shell/http/route.ts";
import type { NominationIo } from "./nominations.ts";

/** Registering users who are not named: secretariat, President, permanent missions. */
export const registrationRoute = (io: NominationIo): Route =>
  route(api.RegisterUser, io, async ({ body, now, change }) => {
    const id = io.ids.user();
    return change(async () => {
      if (body.party !== undefined && (await io.store.load("party", body.party)) === undefined)
        return refuse("unknown-party");
      if ((await io.store.userOfAddress(body.person.email)) !== undefined) return refuse("address-in-use");
      const { role, party, person } = body;
      const decision = registerUser({ id, role, party, gender: person.gender }, now);
      if (!decision.ok) return decision;
      return {
        ok: true,
        changes: [changeOf("user", id, undefined, decision.facts, [{ kind: "person", user: id, person }])],
        outcome: {
          reply: { id, role, ...(party === undefined ? {} : { party }), person: personView(id, person) },
        },
      };
    });
  });
