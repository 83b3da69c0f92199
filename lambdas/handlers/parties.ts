import { refuse } from "../../domain/base/decision.ts";
import { correctParty, missionContactsAfter, setMissionContacts } from "../../domain/parties/parties.ts";
import { addressHash, contactAddressesOf } from "../../domain/letters/address-reputation.ts";
import { may } from "../../domain/review/permissions.ts";
import { missionView, partyView } from "../../domain/views/parties.ts";
import * as api from "../../schemas/api/endpoints/parties.ts";
import type { MissionContacts } from "../../schemas/model/party.ts";
import { changeOf, decidedOnVersion } from "../commands/execute-command.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import type { LetterIo } from "./letters.ts";

/** The marks of a mission's addresses, released ones among them. */
const marksOf = async ({ ledger }: LetterIo, contacts: MissionContacts | undefined) => {
  const addresses = contacts === undefined ? [] : contactAddressesOf(contacts);
  const marks = await Promise.all(addresses.map(({ address }) => ledger.mark(addressHash(address))));
  return marks.filter((mark) => mark !== undefined);
};

/** Parties and their missions, as registered users read and keep them. */
export const partyRoutes = (io: LetterIo): readonly Route[] => [
  route(api.ListParties, io, async ({ query, cursors }) => {
    const page = await io.store.list("party", await cursors.page(query));
    return { reply: { items: page.items.map(partyView), ...(await cursors.seal(page.next)) } };
  }),

  route(api.GetParty, io, async ({ params }) => {
    const party = await io.store.load("party", params.partyId);
    return party === undefined ? refuse("not-found") : { reply: partyView(party), version: party.version };
  }),

  route(api.GetMission, io, async ({ params, actor, now }) => {
    const party = await io.store.load("party", params.partyId);
    if (party === undefined || !may(actor, "mission.read", { party: params.partyId }, now)) return refuse("not-found");
    const contacts = await io.store.mission(params.partyId);
    return { reply: missionView(party, contacts, await marksOf(io, contacts)), version: party.version };
  }),

  route(api.PutMission, io, async ({ params, body, actor, now, decidedOn, change }) => {
    if (!may(actor, "mission.write", { party: params.partyId }, now)) return refuse("not-yours");
    return change(async () => {
      const party = decidedOnVersion(await io.store.load("party", params.partyId), decidedOn());
      if (party === undefined) return refuse("not-found");
      const decision = setMissionContacts(party.state, now, body.digest);
      if (!decision.ok) return decision;
      const mission = missionContactsAfter(await io.store.mission(params.partyId), body);
      const sideRecords = [{ kind: "mission", party: params.partyId, mission }] as const;
      const version = party.version + 1;
      return {
        ok: true,
        changes: [changeOf("party", party.id, party, decision.facts, sideRecords)],
        outcome: { reply: missionView({ ...party, version }, body, await marksOf(io, body)), version },
      };
    });
  }),
];

/** What the secretariat corrects in a party. */
export const partyCorrectionRoute = (io: RouteIo): Route =>
  route(api.CorrectParty, io, async ({ params, body, now, decidedOn, change }) =>
    change(async () => {
      const party = decidedOnVersion(await io.store.load("party", params.partyId), decidedOn());
      if (party === undefined) return refuse("not-found");
      const decision = correctParty(party.state, body.correction, body.reason, now);
      if (!decision.ok) return decision;
      if (decision.facts.length === 0)
        return { ok: true, changes: [], outcome: { reply: partyView(party), version: party.version } };
      const correction = changeOf("party", party.id, party, decision.facts);
      const version = party.version + 1;
      return {
        ok: true,
        changes: [correction],
        outcome: { reply: partyView({ ...party, state: correction.after, version }), version },
      };
    }),
  );
