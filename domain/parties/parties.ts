import type { Fact, FactOf } from "../../schemas/model/fact.ts";
import { type Digest, MissionContacts, type Party, type PartyCorrection } from "../../schemas/model/party.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { type Decision, accept, noChange } from "../base/decision.ts";
import { hashOf } from "../base/hash.ts";

/** A party as its journal tells it. Throws on a fact that is none of a party's. */
export const evolveParty = (party: Party | undefined, fact: Fact): Party => {
  if (fact.kind === "party-registered" && party === undefined) return registeredParty(fact);
  if (party !== undefined) {
    if (fact.kind === "party-corrected") return { ...party, ...correctedFields(fact.change) };
    if (fact.kind === "mission-contacts-set" || fact.kind === "address-released") return party;
    // Contacts stood in the journal of their party before they had a log of their own.
    if (fact.kind === "contact-recorded") return party;
    if (fact.kind === "redraw-counted") return { ...party, redraws: fact.number };
  }
  throw new Error(`A party cannot take in the fact ${fact.kind}`);
};

const registeredParty = (fact: FactOf<"party-registered">): Party => ({
  id: fact.party,
  name: fact.name,
  kind: fact.partyKind,
  ...(fact.alpha3 === undefined ? {} : { alpha3: fact.alpha3 }),
  ...(fact.numeric === undefined ? {} : { numeric: fact.numeric }),
  regionalGroup: fact.regionalGroup,
  joined: fact.joined,
  participation: fact.participation,
});

/** Drops what was left out, so that spreading a correction does not erase. */
const correctedFields = (change: FactOf<"party-corrected">["change"]): Partial<Party> => ({
  ...(change.name === undefined ? {} : { name: change.name }),
  ...(change.regionalGroup === undefined ? {} : { regionalGroup: change.regionalGroup }),
  ...(change.joined === undefined ? {} : { joined: change.joined }),
  ...(change.participation === undefined ? {} : { participation: change.participation }),
});

/** The fact that registers a party, as a party file or the secretariat gives it. */
export const registerParty = (party: Party, at: Instant): Decision =>
  accept([
    {
      kind: "party-registered",
      happenedAt: at,
      party: party.id,
      partyKind: party.kind,
      ...(party.alpha3 === undefined ? {} : { alpha3: party.alpha3 }),
      ...(party.numeric === undefined ? {} : { numeric: party.numeric }),
      name: party.name,
      regionalGroup: party.regionalGroup,
      joined: party.joined,
      participation: party.participation,
    },
  ]);

/**
 * A correction of what is recorded of a party, with its reason. Nothing is erased: figures use the later fact.
 * A correction that says what already stands is no fact.
 */
export const correctParty = (party: Party, correction: PartyCorrection, reason: string, at: Instant): Decision => {
  const change = correctedFields(correction);
  const corrected = { ...party, ...change };
  if (hashOf(corrected) === hashOf(party)) return noChange;
  return accept([{ kind: "party-corrected", happenedAt: at, party: party.id, reason, change }]);
};

/**
 * The contact data of a permanent mission once they are set anew: what is left out is given up, except what a newer
 * version has recorded, of which whoever sets them does not know.
 */
export const missionContactsAfter = (before: MissionContacts | undefined, next: MissionContacts): MissionContacts => {
  const unknownFields = Object.entries(before ?? {}).filter(([name]) => !(name in MissionContacts.shape));
  return { ...Object.fromEntries(unknownFields), ...next };
};

/**
 * That the contact data of a permanent mission were set; the data themselves stand beside the party. Whether it asked
 * for a digest is no contact data, and is told.
 */
export const setMissionContacts = (party: Party, at: Instant, digest?: Digest): Decision =>
  accept([
    { kind: "mission-contacts-set", happenedAt: at, party: party.id, ...(digest === undefined ? {} : { digest }) },
  ]);
