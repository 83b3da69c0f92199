import { refuse } from "../../domain/base/decision.ts";
import { isErased, isOpen, partiesOfUser } from "../../domain/parties/users.ts";
import { may } from "../../domain/review/permissions.ts";
import { partyPersonView } from "../../domain/views/parties.ts";
import * as api from "../../schemas/api/endpoints/people.ts";
import type { PartyId, UserId } from "../../schemas/base/ids.ts";
import type { Store } from "../io/ports/store.ts";
import { decidedOnVersion } from "../commands/execute-command.ts";
import { countContacts } from "../shell/http/allowances.ts";
import { route, type Route } from "../shell/http/route.ts";
import { decideCorrection, foundUser, type FoundUser } from "../use-cases/accounts/correct-person.ts";
import type { NominationIo } from "./nominations.ts";

/** Returns a delegate of a party, or undefined if the party has no such user. */
const personOf = async (store: Store, party: PartyId, id: UserId): Promise<FoundUser | undefined> => {
  const found = await foundUser(store, id);
  const user = found?.aggregate.state;
  return user?.role === "delegate" && partiesOfUser(user).includes(party) ? found : undefined;
};

/** Routes of recorded data about the people of a party, for users who may correct it. */
export const personRoutes = (io: NominationIo): readonly Route[] => [
  route(api.GetPerson, io, async ({ params, actor, now }) => {
    const { partyId: party, userId } = params;
    if (!may(actor, "person.read", { party, person: userId }, now)) return refuse("not-found");
    const found = await personOf(io.store, party, userId);
    if (found?.person === undefined) return refuse("not-found");
    if (!partiesOfUser(actor).includes(party)) await countContacts(io, actor, 1, now);
    return { reply: partyPersonView(party, found.aggregate, found.person), version: found.aggregate.version };
  }),

  route(api.CorrectPerson, io, async ({ params, body, actor, now, decidedOn, change }) => {
    const { partyId: party, userId } = params;
    if (!may(actor, "person.correct", { party, person: userId }, now)) return refuse("not-yours");
    return change(async () => {
      const found = await personOf(io.store, party, userId);
      if (found === undefined) return refuse("not-found");
      decidedOnVersion(found.aggregate, decidedOn());
      if (isErased(found.aggregate.state)) return refuse("person-erased");
      if (!isOpen(found.aggregate.state)) return refuse("person-closed");
      // The mission of the party that registered a person corrects them, and no other mission [D].
      if (actor.role === "permanent-mission" && found.aggregate.state.party !== party)
        return refuse("serves-two-parties");
      const decision = await decideCorrection(io.store, found, body.person, actor, now);
      if (!decision.ok) return decision;
      const { state, version, person, isReaddressed } = decision.outcome;
      const reply = partyPersonView(party, { state, version }, person);
      return { ...decision, namingFor: isReaddressed ? party : undefined, outcome: { reply, version } };
    });
  }),
];
