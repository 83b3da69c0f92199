import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import type { Actor } from "../../../domain/base/actor.ts";
import { type Refused, refuse } from "../../../domain/base/decision.ts";
import { hashOf } from "../../../domain/base/hash.ts";
import { needsAcceptance } from "../../../domain/parties/mandate-offers.ts";
import { isErased, isOpen, partiesOfUser, registerUser, updatePerson } from "../../../domain/parties/users.ts";
import type { PartyId, UserId } from "../../../schemas/base/ids.ts";
import type { MandateRole } from "../../../schemas/model/review.ts";
import type { Nominee, Person, User } from "../../../schemas/model/user.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { AnyChange, Store } from "../../io/ports/store.ts";
import type { Ids } from "../../io/ports/accounts.ts";
import { changeOf } from "../../commands/execute-command.ts";
import { refuseAddress } from "./refuse-address.ts";

export interface NomineeIo {
  readonly store: Store;
  readonly ids: Ids;
}

export interface NomineeResolution {
  readonly ok: true;
  readonly user: UserId;
  /** Nobody was registered with this address before: an account is made, and an invitation sent. */
  readonly isNew?: true;
  /** A delegate of another party, who has to accept before the mandate begins. */
  readonly awaits?: Aggregate<"user">;
  /** What registers the person, or corrects what is known of them. */
  readonly changes: readonly AnyChange[];
  /** The person as they were read, who must not be closed or erased meanwhile. */
  readonly mustBeUnchanged: readonly AnyChange[];
}

/** Who is named, for which party and as what. */
export interface NomineeWanted {
  readonly party: PartyId;
  readonly role: MandateRole;
  readonly nominee: Nominee;
}

/**
 * The person who is named: known to the party, a delegate of another party, who has to accept first, or new with an address
 * that nobody else has. As an observer the party's own mission may be named, by the address of its account. Of somebody
 * known to the party alone what is given is set, and what is left out stays as it was; of others it stays as it is recorded.
 * Only the secretariat learns that an address belongs to somebody of another role.
 */
export const resolveNominee = async (
  io: NomineeIo,
  actor: Actor,
  { party, role, nominee }: NomineeWanted,
  now: Instant,
): Promise<NomineeResolution | Refused> => {
  const id = "id" in nominee ? nominee.id : await io.store.userOfAddress(nominee.email);
  const user = id === undefined ? undefined : await io.store.load("user", id);
  if ("id" in nominee) {
    if (user === undefined || !isKnownTo(user.state, party, role)) return refuse("unknown-person");
    return whyNotNamed(user.state) ?? asRead(user);
  }
  if (user === undefined) return id === undefined ? newcomer(io, party, nominee, now) : refuse("address-not-usable");
  if (user.state.role === "delegate") {
    const isOwn = user.state.party === party && user.state.otherParties === undefined;
    return isOwn ? knownByAddress(io, user, nominee, now) : ofAnotherParty(user, party);
  }
  if (isKnownTo(user.state, party, role)) return whyNotNamed(user.state) ?? asRead(user);
  return refuseAddress(actor, user.state.party === party);
};

/** Whether a party may name somebody by their id: its delegates, and as an observer its mission. */
const isKnownTo = (user: User, party: PartyId, role: MandateRole): boolean =>
  user.role === "permanent-mission"
    ? role === "observer" && user.party === party
    : user.role === "delegate" && partiesOfUser(user).includes(party);

/** A delegate whom another party registered: they serve this one as well once they have accepted that. */
const ofAnotherParty = (user: Aggregate<"user">, party: PartyId): NomineeResolution | Refused => {
  const refused = whyNotNamed(user.state);
  if (refused !== undefined) return refused;
  const { id } = user.state;
  return needsAcceptance(user.state, party)
    ? { ok: true, user: id, awaits: user, changes: [], mustBeUnchanged: [] }
    : asRead(user);
};

/** Why somebody who is known is not named; undefined for whoever is open. */
const whyNotNamed = (user: User): Refused | undefined => {
  if (isErased(user)) return refuse("person-erased");
  return isOpen(user) ? undefined : refuse("person-closed");
};

const asRead = (user: Aggregate<"user">): NomineeResolution => {
  const { id } = user.state;
  return { ok: true, user: id, changes: [], mustBeUnchanged: [changeOf("user", id, user, [])] };
};

const newcomer = (io: NomineeIo, party: PartyId, person: Person, now: Instant): NomineeResolution | Refused => {
  const user = io.ids.user();
  const decision = registerUser({ id: user, role: "delegate", party, counted: person }, now);
  if (!decision.ok) return decision;
  const sideRecords = [{ kind: "person", user, person }] as const;
  const registered = changeOf("user", user, undefined, decision.facts, sideRecords);
  return { ok: true, user, isNew: true, changes: [registered], mustBeUnchanged: [] };
};

const knownByAddress = async (
  io: NomineeIo,
  user: Aggregate<"user">,
  person: Person,
  now: Instant,
): Promise<NomineeResolution | Refused> => {
  const { id } = user.state;
  const before = await io.store.person(id);
  const refused = whyNotNamed(user.state);
  if (refused !== undefined) return refused;
  const after = { ...before, ...person };
  const same = before !== undefined && hashOf(before) === hashOf(after);
  const decision = updatePerson(user.state, after, now);
  if (same || !decision.ok) return asRead(user);
  const sideRecords = [{ kind: "person", user: id, person: after }] as const;
  const corrected = changeOf("user", id, user, decision.facts, sideRecords);
  return { ok: true, user: id, changes: [corrected], mustBeUnchanged: [] };
};
