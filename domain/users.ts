import type { Fact } from "../schemas/fact.ts";
import type { PartyId, UserId } from "../schemas/ids.ts";
import type { User, UserRole } from "../schemas/user.ts";
import type { Instant } from "../schemas/values.ts";
import { type Decision, decided, refuse, unchanged } from "./decision.ts";

/** A user as the journal tells it. Throws on a fact that is none of a user's. */
export const evolveUser = (user: User | undefined, fact: Fact): User => {
  if (fact.kind === "user-registered" && user === undefined)
    return {
      id: fact.user,
      role: fact.role,
      ...(fact.party === undefined ? {} : { party: fact.party }),
      ...(fact.gender === undefined ? {} : { gender: fact.gender }),
      ...(fact.sub === undefined ? {} : { sub: fact.sub }),
    };
  if (fact.kind === "account-created" && user !== undefined) return { ...user, sub: fact.sub, accountMade: true };
  if ((fact.kind === "person-updated" || fact.kind === "address-released") && user !== undefined) return user;
  throw new Error(`A user cannot take in the fact ${fact.kind}`);
};

export interface NewUser {
  readonly id: UserId;
  readonly role: UserRole;
  readonly party?: PartyId | undefined;
  readonly gender?: User["gender"] | undefined;
  /** The subject of an account that exists already; such a user gets no invitation. */
  readonly sub?: string | undefined;
}

/** Roles that act for one party; the others act for none. */
const partyRoles: ReadonlySet<UserRole> = new Set(["permanent-mission", "delegate"]);

/** Registers a user. Refuses a role without the party it acts for. */
export const registerUser = (user: NewUser, at: Instant): Decision => {
  if (partyRoles.has(user.role) !== (user.party !== undefined)) return refuse("party-required", { role: user.role });
  return decided([
    {
      kind: "user-registered",
      happenedAt: at,
      user: user.id,
      role: user.role,
      ...(user.party === undefined ? {} : { party: user.party }),
      ...(user.gender === undefined ? {} : { gender: user.gender }),
      ...(user.sub === undefined ? {} : { sub: user.sub }),
    },
  ]);
};

/** That the account of a user exists now. */
export const linkAccount = (user: User, sub: string, at: Instant): Decision =>
  user.sub === sub ? unchanged : decided([{ kind: "account-created", happenedAt: at, user: user.id, sub }]);

/** That what is known of a person was set anew; the details stand beside the user. */
export const updatePerson = (user: User, at: Instant): Decision =>
  decided([{ kind: "person-updated", happenedAt: at, user: user.id }]);
