import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import type { Actor } from "../../../domain/base/actor.ts";
import { type Refused, refuse } from "../../../domain/base/decision.ts";
import { hashOf } from "../../../domain/base/hash.ts";
import { isErased, isOpen, registerUser, updatePerson } from "../../../domain/parties/users.ts";
import type { PartyId, UserId } from "../../../schemas/base/ids.ts";
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
  /** What registers the person, or corrects what is known of them. */
  readonly changes: readonly AnyChange[];
  /** The person as they were read, who must not be closed or erased meanwhile. */
  readonly mustBeUnchanged: readonly AnyChange[];
}

/**
 * The person who is named: known to the party, or new with an address that nobody else has. Of somebody known by the
 * address what is given is set, and what is left out stays as it was. Only the secretariat learns that an address
 * belongs to somebody of another party or role.
 */
export const resolveNominee = async (
  io: NomineeIo,
  actor: Actor,
  party: PartyId,
  nominee: Nominee,
  now: Instant,
): Promise<NomineeResolution | Refused> => {
  if ("id" in nominee) {
    const user = await io.store.load("user", nominee.id);
    if (user?.state.party !== party || user.state.role !== "delegate") return refuse("unknown-person");
    return whyNotNamed(user.state) ?? asRead(user);
  }
  const holder = await io.store.userOfAddress(nominee.email);
  if (holder === undefined) return newcomer(io, party, nominee, now);
  const user = await io.store.load("user", holder);
  if (user?.state.party === party && user.state.role === "delegate") return knownByAddress(io, user, nominee, now);
  return refuseAddress(actor, user?.state.party === party);
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
  const decision = registerUser({ id: user, role: "delegate", party, gender: person.gender }, now);
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
  const decision = updatePerson(user.state, now);
  if (same || !decision.ok) return asRead(user);
  const sideRecords = [{ kind: "person", user: id, person: after }] as const;
  const corrected = changeOf("user", id, user, decision.facts, sideRecords);
  return { ok: true, user: id, changes: [corrected], mustBeUnchanged: [] };
};
