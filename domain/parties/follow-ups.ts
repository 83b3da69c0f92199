import type { ContactLog, FollowUp } from "../../schemas/model/follow-up.ts";
import type { Fact } from "../../schemas/model/fact.ts";
import type { PartyId } from "../../schemas/base/ids.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { type Refused, refuse, refuseItems } from "../base/decision.ts";
import { resolveRecordedDate } from "../base/recorded-date.ts";

/** Applies a fact of its journal to a contact log. Throws on a fact of another aggregate or one that cannot follow. */
export const evolveContactLog = (_: ContactLog | undefined, fact: Fact): ContactLog => {
  if (fact.kind === "contact-recorded") return { party: fact.party, contacts: fact.number };
  throw new Error(`A contact log cannot take in the fact ${fact.kind}`);
};

/** A contact as it is reported: without its number, on the day it took place. */
export type NewContact = Omit<FollowUp, "party" | "number" | "recordedAt" | "followedBy" | "contactedOn"> & {
  readonly contactedOn?: CalendarDate | undefined;
};

export interface ContactRecorded {
  readonly ok: true;
  readonly facts: readonly Fact[];
  readonly contact: FollowUp;
  /** The contact that this one followed up: it needs no further step. */
  readonly followed?: FollowUp;
}

/**
 * Records a contact with a party under the next number of its log, which begins with the first. The fact holds the
 * time, the user and the outcome; the note is stored next to the log. Refuses a day ahead, and a next step before the
 * contact itself.
 */
export const recordContact = (
  party: PartyId,
  log: ContactLog | undefined,
  newContact: NewContact,
  earlier: FollowUp | undefined,
  now: Instant,
): ContactRecorded | Refused => {
  const when = resolveRecordedDate(newContact.contactedOn, now);
  if (!when.ok) return when;
  if (newContact.nextOn !== undefined && newContact.nextOn < when.day)
    return refuse("date-too-early", { earliest: when.day });
  if (newContact.follows !== undefined && earlier === undefined) return refuse("unknown-contact");
  const number = (log?.contacts ?? 0) + 1;
  const contact: FollowUp = { ...newContact, party, number, contactedOn: when.day, recordedAt: now };
  const { note: _, recordedAt: __, ...recorded } = contact;
  return {
    ok: true,
    facts: [{ kind: "contact-recorded", happenedAt: when.at, ...recorded }],
    contact,
    ...(earlier === undefined || earlier.followedBy !== undefined
      ? {}
      : { followed: { ...earlier, followedBy: number } }),
  };
};

/** A contact of a list: with its party, the log of that party and the contact that it follows, as they were read. */
export interface ContactOfList {
  readonly party: PartyId;
  readonly log: ContactLog | undefined;
  readonly contact: NewContact;
  readonly earlier: FollowUp | undefined;
}

/** The records of a list in the log of one party. */
export interface LogChange {
  readonly party: PartyId;
  readonly facts: readonly Fact[];
  /** New contacts and those that they follow, each once. */
  readonly kept: readonly FollowUp[];
}

/**
 * Records a list of contacts, all or none. Each is decided over those before it in the list. An entry that is refused
 * before that is in the list as its refusal. Refuses with each refused contact.
 */
export const recordContacts = (
  list: readonly (ContactOfList | Refused)[],
  now: Instant,
): { readonly ok: true; readonly contacts: readonly FollowUp[]; readonly logs: readonly LogChange[] } | Refused => {
  const logs = new Map<PartyId, ContactLog>();
  const followed = new Map<string, FollowUp>();
  const decisions = list.map((entry) => {
    if ("refusal" in entry) return entry;
    const { party, contact, earlier } = entry;
    const key = `${party} ${contact.follows}`;
    const decision = recordContact(party, logs.get(party) ?? entry.log, contact, followed.get(key) ?? earlier, now);
    if (!decision.ok) return decision;
    logs.set(party, { party, contacts: decision.contact.number });
    if (decision.followed !== undefined) followed.set(key, decision.followed);
    return decision;
  });
  const refused = refuseItems("contacts", decisions);
  if (refused !== undefined) return refused;
  const recorded = decisions.flatMap((decision) => (decision.ok ? [decision] : []));
  const changes = [...Map.groupBy(recorded, ({ contact }) => contact.party)].map(([party, those]) => ({
    party,
    facts: those.flatMap(({ facts }) => facts),
    kept: those.flatMap(({ contact, followed: earlier }) => [contact, ...(earlier === undefined ? [] : [earlier])]),
  }));
  return { ok: true, contacts: recorded.map(({ contact }) => contact), logs: changes };
};
