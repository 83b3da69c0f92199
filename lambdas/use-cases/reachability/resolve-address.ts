import {
  addressHash,
  isInForce,
  type ContactAddress,
  contactAddressesOf,
  unsuppressMark,
} from "../../../domain/letters/address-reputation.ts";
import { isToFormerAddress } from "../../../domain/letters/letter-id.ts";
import { isOpen } from "../../../domain/parties/users.ts";
import type { UnreachableRecipient } from "../../../schemas/model/address.ts";
import type { FactOf } from "../../../schemas/model/fact.ts";
import type { Hash, PartyId } from "../../../schemas/base/ids.ts";
import type { Letter, PartyRecipient, Recipient } from "../../../schemas/model/letter.ts";
import type { Digest } from "../../../schemas/model/party.ts";
import type { User } from "../../../schemas/model/user.ts";
import type { EmailAddress, Gender, Instant, Language } from "../../../schemas/base/values.ts";
import { log } from "../../io/log.ts";
import type { Clock } from "../../io/ports/time.ts";
import type { Ledger } from "../../io/ports/outbox.ts";
import type { Store } from "../../io/ports/store.ts";
import type { Suppression } from "../../io/ports/mail.ts";

interface ContactIo {
  readonly store: Pick<Store, "mission" | "person">;
}

export interface ReachIo {
  readonly store: Pick<Store, "mission" | "person" | "formerAddress" | "load">;
  readonly ledger: Pick<Ledger, "mark" | "unreachableOf" | "writeUnreachable">;
}

/** The resolved address of a recipient: a mission's first unmarked address, or a person's own. */
export interface ResolvedAddress extends ContactAddress {
  readonly kind: "reached";
  readonly language: Language;
  /** Of a person. */
  readonly name?: string;
  /** The recorded gender of a person, if any. */
  readonly gender?: Gender;
  /** Of a person whose access was closed, where letters reach those as well. */
  readonly isClosed?: true;
  /** The digest of a mission that prefers weekly copies. */
  readonly digest?: Digest | undefined;
  /** Of a mission whose address is not confirmed: letters go to the address before this change as well. */
  readonly unconfirmedChange?: number | undefined;
}

/**
 * The reason why a recipient has no address: none is known, letters failed at every one, or the person's access was
 * closed.
 */
export interface UnresolvedAddress {
  readonly kind: "skip";
  readonly reason: UnreachableRecipient["why"] | "access-closed";
  readonly unconfirmedChange?: number | undefined;
}

/** The first of the places whose address is not marked. */
const firstOpen = async (
  { ledger }: ReachIo,
  places: readonly ContactAddress[],
): Promise<ContactAddress | undefined> => {
  for (const place of places) if (!isInForce(await ledger.mark(addressHash(place.address)))) return place;
  return undefined;
};

/** The contacts of a mission or a person as they are recorded; undefined where none are. */
export const contactsOf = async ({ store }: ContactIo, recipient: PartyRecipient) => {
  if (recipient.kind === "mission") {
    const mission = await store.mission(recipient.party);
    return mission === undefined
      ? undefined
      : { places: contactAddressesOf(mission), language: mission.language, digest: mission.digest };
  }
  const person = await store.person(recipient.user);
  if (person === undefined) return undefined;
  const { email: address, language, name } = person;
  return { places: [{ contact: "first", address }] satisfies readonly ContactAddress[], language, name };
};

/**
 * Resolves an address that was replaced, with its owner's data. It includes closed users: the reader of that address
 * may be the user who is being locked out.
 */
const resolveFormerAddress = async (
  io: ReachIo,
  recipient: PartyRecipient,
  number: number,
): Promise<ResolvedAddress | UnresolvedAddress> => {
  const of =
    recipient.kind === "mission"
      ? ({ kind: "party", id: recipient.party } as const)
      : ({ kind: "user", id: recipient.user } as const);
  const [owner, address] = await Promise.all([contactsOf(io, recipient), io.store.formerAddress(of, number)]);
  if (owner === undefined || address === undefined) return { kind: "skip", reason: "no-address" };
  const { places: _, ...whose } = owner;
  const place = await firstOpen(io, [{ contact: "former", address }]);
  return place === undefined ? { kind: "skip", reason: "suppressed" } : { kind: "reached", ...place, ...whose };
};

/** The reachability rules in which a letter differs from others. */
interface Reach {
  /** True if a closed user is also reached; an erased person never is. */
  readonly reachesClosed?: boolean;
  /** False for a letter to the new address of a mission only, also while that is not confirmed. */
  readonly goesToBoth?: boolean;
}

/** Returns the addresses of a mission without the one before a change, which gets a separate copy of the letter. */
const withoutFormer = async (
  { store }: ReachIo,
  places: readonly ContactAddress[],
  party: PartyId,
  change: number,
): Promise<readonly ContactAddress[]> => {
  const former = await store.formerAddress({ kind: "party", id: party }, change);
  return places.filter(({ address }) => address !== former);
};

/** Returns the recorded gender of a user, if any. */
const genderOf = (user: User | undefined): Pick<ResolvedAddress, "gender"> =>
  user?.gender === undefined ? {} : { gender: user.gender };

/**
 * Returns the current address of a letter to a mission or a person, or the reason why there is none. An office has no
 * contacts of its own here.
 */
export const resolveAddress = async (
  io: ReachIo,
  recipient: Recipient,
  { reachesClosed = false, goesToBoth = true }: Reach = {},
): Promise<ResolvedAddress | UnresolvedAddress> => {
  if (recipient.kind === "office") return { kind: "skip", reason: "no-address" };
  if (recipient.beforeChange !== undefined) return resolveFormerAddress(io, recipient, recipient.beforeChange);
  const [contact, user, party] = await Promise.all([
    contactsOf(io, recipient),
    recipient.kind === "user" ? io.store.load("user", recipient.user) : undefined,
    recipient.kind === "mission" ? io.store.load("party", recipient.party) : undefined,
  ]);
  const unconfirmed = party?.state.unconfirmedChange;
  const both = unconfirmed === undefined ? {} : { unconfirmedChange: unconfirmed.number };
  const isClosed = user !== undefined && !isOpen(user.state);
  if (isClosed && (!reachesClosed || user.state.erasedAt !== undefined))
    return { kind: "skip", reason: "access-closed" };
  if (contact === undefined) return { kind: "skip", reason: "no-address" };
  const { places, ...whose } = contact;
  const ownPlaces =
    party === undefined || unconfirmed === undefined || !goesToBoth
      ? places
      : await withoutFormer(io, places, party.state.id, unconfirmed.number);
  const place = await firstOpen(io, ownPlaces);
  return place === undefined
    ? { kind: "skip", reason: "suppressed", ...both }
    : { kind: "reached", ...place, ...whose, ...both, ...genderOf(user?.state), ...(isClosed ? { isClosed } : {}) };
};

/**
 * Ends the record that a recipient is unreachable, once an address exists, or the recipient no longer needs letters.
 */
export const clearUnreachable = async (io: ReachIo, recipient: PartyRecipient, at: Instant): Promise<void> => {
  const row = await io.ledger.unreachableOf(recipient);
  if (row === undefined || row.until !== undefined) return;
  const now = await resolveAddress(io, recipient);
  if (now.kind === "reached" || now.reason === "access-closed") await io.ledger.writeUnreachable({ ...row, until: at });
};

/**
 * Records and logs that a letter's recipient is unreachable, unless it needs no letters, or only a reader of a former
 * address is unreachable. Contacts set and addresses unsuppressed meanwhile are seen here or by the function that
 * handles them: one of the two comes second.
 */
export const markUnreachable = async (
  io: ReachIo,
  { id, recipient, party }: Letter,
  why: UnresolvedAddress["reason"],
  at: Instant,
): Promise<void> => {
  if (why === "access-closed" || isToFormerAddress(recipient)) return;
  log("RECIPIENT_UNREACHABLE", { letter: id, party, why });
  if (recipient.kind === "office") return;
  const row = await io.ledger.unreachableOf(recipient);
  if (row !== undefined && row.until === undefined) return;
  const whose = party === undefined ? {} : { party };
  await io.ledger.writeUnreachable({ schema: 1, recipient, ...whose, why, letter: id, since: at });
  await clearUnreachable(io, recipient, at);
};

export interface UnsuppressIo extends ReachIo {
  readonly ledger: ReachIo["ledger"] & Pick<Ledger, "letter" | "writeMark">;
  readonly suppression: Suppression;
  readonly clock: Clock;
}

/**
 * Applies the effects of an unsuppressed address: first the mail service, then the system sends there again. Does
 * nothing if it was unsuppressed before, or has another mark by now. Returns the hash of the address.
 */
export const unsuppressFailedAddress = async (
  io: UnsuppressIo,
  recipient: PartyRecipient,
  address: EmailAddress,
  fact: FactOf<"address-released">,
): Promise<Hash> => {
  const hash = addressHash(address);
  const unsuppressed = unsuppressMark(await io.ledger.mark(hash), fact.letter, fact.happenedAt);
  if (unsuppressed !== undefined) {
    await io.suppression.unsuppress(address);
    if (!(await io.ledger.writeMark(unsuppressed))) throw new Error(`The mark of letter ${fact.letter} keeps changing`);
  }
  await clearUnreachable(io, recipient, io.clock.now());
  return hash;
};
