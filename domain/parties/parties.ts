import { defined } from "../../schemas/base/defined.ts";
import type { Fact, FactOf } from "../../schemas/model/fact.ts";
import type { MandateId, UserId } from "../../schemas/base/ids.ts";
import {
  type Digest,
  MissionContacts,
  type NewMissionContacts,
  type NoteVerbale,
  type Party,
  type PartyCorrection,
  type PublicOffice,
} from "../../schemas/model/party.ts";
import type { EmailAddress, Instant } from "../../schemas/base/values.ts";
import { type Decision, accept, noChange } from "../base/decision.ts";
import { hashOf } from "../base/hash.ts";
import { resolveRecordedDate } from "../base/recorded-date.ts";
import { startOfDay } from "../base/time.ts";

/** Applies a fact of its journal to a party. Throws on a fact of another aggregate. */
export const evolveParty = (party: Party | undefined, fact: Fact): Party => {
  if (fact.kind === "party-registered" && party === undefined) return registeredParty(fact);
  if (party !== undefined) {
    if (fact.kind === "party-corrected") return { ...party, ...correctedFields(fact.change) };
    if (fact.kind === "mission-contacts-set" || fact.kind === "address-released") return party;
    // Contacts were in the journal of their party before they had a log of their own.
    if (fact.kind === "contact-recorded") return party;
    if (fact.kind === "mission-readdressed") return readdressed(party, fact);
    if (fact.kind === "mission-address-confirmed") return withoutUnconfirmed(party);
    if (fact.kind === "serving-deferral-set") return withDeferral(party, fact.defers);
    if (fact.kind === "denunciation-ordered") return withDenunciationOrder(party, fact);
    if (fact.kind === "denunciation-approved") return party;
    if (fact.kind === "denunciation-order-withdrawn") return withoutDenunciationOrder(party);
    if (fact.kind === "party-left") return withDenunciation(party, fact);
    if (fact.kind === "denunciation-corrected") return withDenunciationCorrected(party, fact);
    if (fact.kind === "denunciation-undone")
      return {
        ...withoutDenunciation(party),
        participation: "takes-part",
        denunciationCorrected: { ...correctionOf(fact), from: fact.leftOn, undone: true },
      };
    if (fact.kind === "party-entered") return { ...withoutDenunciation(party), participation: "takes-part" };
    if (fact.kind === "mandates-confirmed")
      return {
        ...party,
        mandatesConfirmed: [...(party.mandatesConfirmed ?? []), { phase: fact.phase, at: fact.happenedAt }],
      };
    if (fact.kind === "offer-opened")
      return { ...party, offers: [...(party.offers ?? []), { mandate: fact.mandate, user: fact.user }] };
    if (fact.kind === "offer-closed") return withoutOffer(party, fact.mandate);
    if (isRedrawCount(fact)) return { ...party, redraws: fact.number };
  }
  throw new Error(`A party cannot take in the fact ${fact.kind}`);
};

const withoutOffer = ({ offers = [], ...party }: Party, closed: MandateId): Party => {
  const left = offers.filter(({ mandate }) => mandate !== closed);
  return left.length === 0 ? party : { ...party, offers: left };
};

const isRedrawCount = (
  fact: Fact,
): fact is FactOf<"redraw-counted" | "redraw-count-lowered" | "redraw-count-imported"> =>
  fact.kind === "redraw-counted" || fact.kind === "redraw-count-lowered" || fact.kind === "redraw-count-imported";

const withDeferral = ({ defersServing: _, ...party }: Party, defers: boolean): Party =>
  defers ? { ...party, defersServing: true } : party;

const withoutDenunciation = ({ left: _, ...party }: Party): Party => party;

/** Sets the order of a denunciation: another order replaces a pending one. */
const withDenunciationOrder = (
  party: Party,
  { leftOn, document, preview, orderedBy, happenedAt: orderedAt }: FactOf<"denunciation-ordered">,
): Party => ({ ...party, denunciationOrder: { leftOn, document, preview, orderedBy, orderedAt } });

const withoutDenunciationOrder = ({ denunciationOrder: _, ...party }: Party): Party => party;

const withDenunciation = (party: Party, { leftOn, document, happenedAt: at }: FactOf<"party-left">): Party => ({
  ...withoutDenunciationOrder(party),
  participation: "not-taking-part",
  left: { leftOn, document, at },
});

const correctionOf = ({
  happenedAt: at,
  reason,
  recordedAt,
  reviews,
}: FactOf<"denunciation-corrected" | "denunciation-undone">) => ({ at, reason, recordedAt, reviews });

const withDenunciationCorrected = (party: Party, fact: FactOf<"denunciation-corrected">): Party => ({
  ...party,
  left: { leftOn: fact.to, document: fact.document, at: startOfDay(fact.to) },
  denunciationCorrected: { ...correctionOf(fact), from: fact.from },
});

const withoutUnconfirmed = ({ unconfirmedChange: _, ...party }: Party): Party => party;

/** Returns the changed address: the first unconfirmed change stays that, also when other addresses follow it. */
const readdressed = (party: Party, { number, back, happenedAt }: FactOf<"mission-readdressed">): Party => {
  const counted = { ...party, addressChanges: number };
  return back === true
    ? withoutUnconfirmed(counted)
    : { ...counted, unconfirmedChange: { number, since: happenedAt, ...party.unconfirmedChange, lastAt: happenedAt } };
};

const registeredParty = (fact: FactOf<"party-registered">): Party => ({
  id: fact.party,
  name: fact.name,
  kind: fact.partyKind,
  ...defined({ alpha3: fact.alpha3, numeric: fact.numeric }),
  regionalGroup: fact.regionalGroup,
  joined: fact.joined,
  participation: fact.participation,
});

/** Drops what was left out, so that spreading a correction does not erase. */
const correctedFields = (change: FactOf<"party-corrected">["change"]): Partial<Party> =>
  defined({
    name: change.name,
    regionalGroup: change.regionalGroup,
    joined: change.joined,
    participation: change.participation,
  });

/** Returns the fact that registers a party, as a party file or the secretariat gives it. */
export const registerParty = (party: Party, at: Instant): Decision =>
  accept([
    {
      kind: "party-registered",
      happenedAt: at,
      party: party.id,
      partyKind: party.kind,
      ...defined({ alpha3: party.alpha3, numeric: party.numeric }),
      name: party.name,
      regionalGroup: party.regionalGroup,
      joined: party.joined,
      participation: party.participation,
    },
  ]);

/**
 * Corrects recorded data of a party, with the reason. Nothing is erased: figures use the later fact. A correction to
 * the recorded value returns no fact.
 */
export const correctParty = (party: Party, correction: PartyCorrection, reason: string, at: Instant): Decision => {
  const change = correctedFields(correction);
  const corrected = { ...party, ...change };
  if (hashOf(corrected) === hashOf(party)) return noChange;
  return accept([{ kind: "party-corrected", happenedAt: at, party: party.id, reason, change }]);
};

/** Returns the given contact data, without those that are given up. */
export const givenContacts = ({
  secondAddress,
  digest,
  publicOffice,
  ...contacts
}: NewMissionContacts): MissionContacts => ({
  ...contacts,
  ...(secondAddress === undefined || secondAddress === null ? {} : { secondAddress }),
  ...(digest === undefined || digest === null ? {} : { digest }),
  ...(publicOffice === undefined || publicOffice === null ? {} : { publicOffice }),
});

/**
 * Returns the contact data of a permanent mission after a new entry. Data left out are given up, except those that a
 * newer version has recorded, which the caller does not know.
 */
export const missionContactsAfter = (before: MissionContacts | undefined, next: MissionContacts): MissionContacts => {
  const unknownFields = Object.entries(before ?? {}).filter(([name]) => !(name in MissionContacts.shape));
  return { ...Object.fromEntries(unknownFields), ...next };
};

/** The address of a mission before its last change, and the last of them that was confirmed. */
export interface FormerAddresses {
  readonly current: EmailAddress;
  readonly confirmed: EmailAddress;
}

/** The new contact data of a mission, as far as facts hold them. */
interface ContactsSet {
  readonly digest?: Digest | undefined;
  readonly address?: EmailAddress;
  readonly publicOffice?: PublicOffice | undefined;
}

/**
 * Returns the fact that the contact data of a permanent mission were set; the data themselves are stored next to the
 * party. Three other things are in the fact: its choice of a digest; that another address replaced an existing one; and
 * its consent to the publication of an office, or the end of that consent where it `hadOffice`.
 */
export const setMissionContacts = (
  party: Party,
  at: Instant,
  { digest, address, publicOffice }: ContactsSet = {},
  before?: FormerAddresses,
  hadOffice = false,
): Decision => {
  const office = publicOffice !== undefined ? ("public" as const) : hadOffice ? ("withdrawn" as const) : undefined;
  const set = { kind: "mission-contacts-set", happenedAt: at, party: party.id } as const;
  const facts = [{ ...set, ...defined({ digest, office }) }];
  if (before === undefined || address === undefined || before.current === address) return accept(facts);
  const number = (party.addressChanges ?? 0) + 1;
  const back = before.confirmed === address ? { back: true as const } : {};
  return accept([...facts, { kind: "mission-readdressed", happenedAt: at, party: party.id, number, ...back }]);
};

/**
 * Returns the number of the change that a decision makes of a confirmed address: that address is kept, since letters
 * also go there. Undefined without such a change, and for an address that was never confirmed, which is abandoned.
 */
export const changeOfConfirmed = (party: Party, facts: readonly Fact[]): number | undefined =>
  party.unconfirmedChange === undefined ? facts.find((fact) => fact.kind === "mission-readdressed")?.number : undefined;

/**
 * By what a mission's address is confirmed: a sign-in with its account there, seen while the change with a number was
 * the last, or a note verbale that the secretariat recorded.
 */
export type Confirmation =
  | { readonly by: "sign-in"; readonly user: UserId; readonly change: number; readonly signedInAt: Instant }
  | { readonly by: "note-verbale"; readonly note: NoteVerbale };

/**
 * Confirms that the address of a mission is the right one. A sign-in confirms an address that was set before it: a
 * session that had begun may be that of the user who set the address. No fact where no address waits to be confirmed.
 * Refuses a note of a day ahead.
 */
export const confirmMissionAddress = (party: Party, confirmation: Confirmation, at: Instant): Decision => {
  if (confirmation.by === "note-verbale") {
    const noted = resolveRecordedDate(confirmation.note.date, at);
    if (!noted.ok) return noted;
  }
  const { unconfirmedChange: unconfirmed } = party;
  if (unconfirmed === undefined) return noChange;
  if (confirmation.by === "sign-in") {
    const { change, signedInAt } = confirmation;
    if (party.addressChanges !== change || signedInAt < unconfirmed.lastAt) return noChange;
  }
  const how = confirmation.by === "sign-in" ? { user: confirmation.user } : { note: confirmation.note };
  return accept([{ kind: "mission-address-confirmed", happenedAt: at, party: party.id, ...how }]);
};
