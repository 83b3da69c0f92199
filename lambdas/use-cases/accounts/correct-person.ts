import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import type { Actor } from "../../../domain/base/actor.ts";
import { type Refused, refuse } from "../../../domain/base/decision.ts";
import { correctedPerson, correctUser, isErased, partiesOfUser } from "../../../domain/parties/users.ts";
import type { UserId } from "../../../schemas/base/ids.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import type { Person, PersonCorrection } from "../../../schemas/model/user.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { type CommandDecision, commandOn } from "../../commands/execute-command.ts";
import { refuseAddress } from "./refuse-address.ts";
import type { SideRecord } from "../../io/ports/commit.ts";
import type { Store } from "../../io/ports/store.ts";

/** The data of a user that are read before a decision about them. */
export interface FoundUser {
  readonly aggregate: Aggregate<"user">;
  /** Absent once the person was erased. */
  readonly person: Person | undefined;
}

/**
 * Reads a user with their personal data; undefined if there is none, or if the data of a user who was not erased are
 * missing.
 */
export const foundUser = async (store: Store, id: UserId): Promise<FoundUser | undefined> => {
  const [aggregate, person] = await Promise.all([store.load("user", id), store.person(id)]);
  return aggregate === undefined || (person === undefined && !isErased(aggregate.state))
    ? undefined
    : { aggregate, person };
};

/** Returns the former address of a user, whose reader is notified of the change. */
const formerAddressIn = (
  facts: readonly Fact[],
  id: UserId,
  before: Person,
): readonly Extract<SideRecord, { readonly kind: "former-address" }>[] =>
  facts.flatMap((fact) =>
    fact.kind !== "user-readdressed" || fact.number === undefined
      ? []
      : [{ kind: "former-address", of: { kind: "user", id }, number: fact.number, address: before.email }],
  );

/** A user after a correction, with their personal data. */
export interface CorrectedUser extends Pick<Aggregate<"user">, "state" | "version"> {
  readonly person: Person;
  /** True if another address replaces the one before: then the person is invited again. */
  readonly isReaddressed: boolean;
}

/**
 * Decides a correction of recorded data about a person. Refuses an erased person, and the address of another user. The
 * refusal is the one given by the caller, because not every caller may know that the other user exists.
 */
export const decideCorrection = async (
  store: Store,
  { aggregate, person: before }: FoundUser,
  correction: PersonCorrection,
  actor: Actor,
  now: Instant,
): Promise<CommandDecision<CorrectedUser> | Refused> => {
  if (before === undefined) return refuse("person-erased");
  const person = correctedPerson(before, correction);
  const holder = await store.userOfAddress(person.email);
  if (holder !== undefined && holder !== aggregate.state.id) return refuseAddressOf(store, holder, actor);
  const decision = correctUser(aggregate.state, before, person, actor, now);
  if (!decision.ok) return decision;
  const { facts } = decision;
  const { id } = aggregate.state;
  const isReaddressed = facts.some(({ kind }) => kind === "user-readdressed");
  return commandOn(
    aggregate,
    decision,
    ({ state, version }) => ({ state, version, person: facts.length === 0 ? before : person, isReaddressed }),
    { sideRecords: [{ kind: "person", user: id, person }, ...formerAddressIn(facts, id, before)] },
  );
};

const refuseAddressOf = async (store: Store, holder: UserId, actor: Actor): Promise<Refused> => {
  const user = await store.load("user", holder);
  const isOfOwnParty = user?.state.party !== undefined && partiesOfUser(actor).includes(user.state.party);
  return refuseAddress(actor, isOfOwnParty);
};
