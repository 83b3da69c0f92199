import { refuse } from "../../domain/base/decision.ts";
import {
  changeOfConfirmed,
  confirmMissionAddress,
  correctParty,
  type FormerAddresses,
  givenContacts,
  missionContactsAfter,
  setMissionContacts,
} from "../../domain/parties/parties.ts";
import type { Aggregate } from "../../domain/audit/aggregates.ts";
import { addressHash, contactAddressesOf } from "../../domain/letters/address-reputation.ts";
import { may } from "../../domain/review/permissions.ts";
import { missionView, partyView, secretariatPartyView } from "../../domain/views/parties.ts";
import * as api from "../../schemas/api/endpoints/parties.ts";
import type { MissionContacts } from "../../schemas/model/party.ts";
import { changeOf, commandOn, decidedOnVersion } from "../commands/execute-command.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import type { LetterIo } from "./letters.ts";

/** Returns the marks of a mission's addresses, including unsuppressed ones. */
const marksOf = async ({ ledger }: LetterIo, contacts: MissionContacts | undefined) => {
  const addresses = contacts === undefined ? [] : contactAddressesOf(contacts);
  const marks = await Promise.all(addresses.map(({ address }) => ledger.mark(addressHash(address))));
  return marks.filter((mark) => mark !== undefined);
};

/** The address of a mission, and the last that was confirmed; undefined where it has none yet. */
const addressesOf = async (
  { store }: LetterIo,
  { id, state }: Aggregate<"party">,
  contacts: MissionContacts | undefined,
): Promise<FormerAddresses | undefined> => {
  if (contacts === undefined) return undefined;
  const { unconfirmedChange: unconfirmed } = state;
  const former = unconfirmed && (await store.formerAddress({ kind: "party", id }, unconfirmed.number));
  return { current: contacts.address, confirmed: former ?? contacts.address };
};

/** Parties and their missions, as registered users read and keep them. */
export const partyRoutes = (io: LetterIo): readonly Route[] => [
  route(api.ListParties, io, async ({ query, cursors }) => {
    const page = await io.store.list("party", await cursors.page(query));
    return { reply: { items: page.items.map(partyView), ...(await cursors.seal(page.next)) } };
  }),

  route(api.GetParty, io, async ({ params, actor, now }) => {
    const party = await io.store.load("party", params.partyId);
    if (party === undefined) return refuse("not-found");
    const view = may(actor, "party.denounce", {}, now) ? secretariatPartyView : partyView;
    return { reply: view(party), version: party.version };
  }),

  route(api.GetMission, io, async ({ params, actor, now }) => {
    const party = await io.store.load("party", params.partyId);
    if (party === undefined || !may(actor, "mission.read", { party: params.partyId }, now)) return refuse("not-found");
    const contacts = await io.store.mission(params.partyId);
    return { reply: missionView(party, contacts, await marksOf(io, contacts)), version: party.version };
  }),

  route(api.PutMission, io, async ({ params, body, actor, now, decidedOn, change }) => {
    if (!may(actor, "mission.write", { party: params.partyId }, now)) return refuse("not-yours");
    const contacts = givenContacts(body);
    return change(async () => {
      const party = decidedOnVersion(await io.store.load("party", params.partyId), decidedOn());
      if (party === undefined) return refuse("not-found");
      const stored = await io.store.mission(params.partyId);
      const before = await addressesOf(io, party, stored);
      const decision = setMissionContacts(party.state, now, contacts, before, stored?.publicOffice !== undefined);
      if (!decision.ok) return decision;
      const mission = missionContactsAfter(stored, contacts);
      const number = changeOfConfirmed(party.state, decision.facts);
      const made = changeOf("party", party.id, party, decision.facts, [
        { kind: "mission", party: params.partyId, mission },
        ...(before === undefined || number === undefined
          ? []
          : [{ kind: "former-address", of: party, number, address: before.current } as const]),
      ]);
      const version = party.version + 1;
      const reply = missionView({ ...party, state: made.after, version }, contacts, await marksOf(io, contacts));
      // The secretariat's own changes do not use the party's limit.
      const isReaddressed = decision.facts.some(({ kind }) => kind === "mission-readdressed");
      const namingFor = isReaddressed && actor.party !== undefined ? params.partyId : undefined;
      return { ok: true, namingFor, changes: [made], outcome: { reply, version } };
    });
  }),
];

/** Route that records a mission's confirmation of its address by note verbale. */
export const missionConfirmationRoute = (io: LetterIo): Route =>
  route(api.ConfirmMission, io, async ({ params, body, now, decidedOn, change }) =>
    change(async () => {
      const party = decidedOnVersion(await io.store.load("party", params.partyId), decidedOn());
      if (party === undefined) return refuse("not-found");
      const contacts = await io.store.mission(params.partyId);
      const marks = await marksOf(io, contacts);
      const decision = confirmMissionAddress(party.state, { by: "note-verbale", note: body.note }, now);
      return commandOn(party, decision, (after) => ({
        reply: missionView(after, contacts, marks),
        version: after.version,
      }));
    }),
  );

/** Routes by which the secretariat corrects a party. */
export const partyCorrectionRoute = (io: RouteIo): Route =>
  route(api.CorrectParty, io, async ({ params, body, now, decidedOn, change }) =>
    change(async () => {
      const party = decidedOnVersion(await io.store.load("party", params.partyId), decidedOn());
      if (party === undefined) return refuse("not-found");
      const decision = correctParty(party.state, body.correction, body.reason, now);
      return commandOn(party, decision, (after) => ({ reply: partyView(after), version: after.version }));
    }),
  );
