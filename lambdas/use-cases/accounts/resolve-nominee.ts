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
import type { AnyChange } from "../../io/ports/commit.ts";
import type { Store } from "../../io/ports/store.ts";
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
  /** The address is new: an account is created, and an invitation sent. */
  readonly isNew?: true;
  /** A delegate of another party, who has to accept before the mandate begins. */
  readonly awaits?: Aggregate<"user">;
  /** The changes that register the person, or correct their data. */
  readonly changes: readonly AnyChange[];
  /** The person as they were read, who must not be closed or erased meanwhile. */
  readonly mustBeUnchanged: readonly AnyChange[];
}

/** The nominee, their party and their role. */
export interface NomineeWanted {
  readonly party: PartyId;
  readonly role: MandateRole;
  readonly nominee: Nominee;
}

/**
 * Resolves the nominee: a user known to the party, a delegate of another party, who must accept first, or a new person
 * with an unused address. As an observer, a party may also nominate its own mission by the address of its account.
 * Given data are stored only for a user that the party alone knows; omitted data, and data of others, are unchanged.
 * Only the secretariat learns that an address belongs to a user of another role.
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

/** Returns true if a party may nominate a user by id: its delegates, and its mission as an observer. */
const isKnownTo = (user: User, party: PartyId, role: MandateRole): boolean =>
  user.role === "permanent-mission"
    ? role === "observer" && user.party === party
    : user.role === "delegate" && partiesOfUser(user).includes(party);

/** Resolves a delegate that another party registered: they also serve this party once they have accepted. */
const ofAnotherParty = (user: Aggregate<"user">, party: PartyId): NomineeResolution | Refused => {
  const refused = whyNotNamed(user.state);
  if (refused !== undefined) return refused;
  const { id } = user.state;
  return needsAcceptance(user.state, party)
    ? { ok: true, user: id, awaits: user, changes: [], mustBeUnchanged: [] }
    : asRead(user);
};

/** Returns why a known user cannot be nominated; undefined for an open user. */
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
