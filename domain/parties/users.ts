import type { Fact, FactOf } from "../../schemas/model/fact.ts";
import type { ImportId, PartyId, UserId } from "../../schemas/base/ids.ts";
import {
  type ClosingReason,
  type CountedDetails,
  Person,
  type PersonCorrection,
  PersonDetail,
  type User,
  type UserAccess,
  type UserRole,
} from "../../schemas/model/user.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { type Decision, accept, refuse, noChange } from "../base/decision.ts";
import { inForce, invitationWaits, leastOfficers } from "../base/policy.ts";
import { addDays, dayOf, startOfDay } from "../base/time.ts";
import { type CountedChange, countedAfter, countedOf, erasedUser } from "./counted-details.ts";
import { withOffers } from "./user-offers.ts";
import { withCalendarLink, withoutCalendarLink } from "./user-calendar-link.ts";
import { sponsorsAfter } from "./second-person.ts";

/** Facts on a user of what stands elsewhere. */
const leavesAsIs: ReadonlySet<Fact["kind"]> = new Set(["address-released", "invitations-asked-again"]);

/** A user as new as a fact makes them, which names the sponsors of a user of the secretariat and of nobody else. */
const sponsoredBy = (
  user: User,
  { sponsors, happenedAt }: FactOf<"user-registered" | "user-reopened" | "user-readdressed">,
): User => {
  if (sponsors === undefined) return user;
  const { confirmedAt: _, ...rest } = user;
  return { ...rest, sponsors, newSince: happenedAt };
};

/** A user whose address is another: all of these are the account's of before, and another one takes its place. */
const withoutAccount = (user: User, fact: FactOf<"user-readdressed">): User => {
  const {
    sub: _,
    accountMade: __,
    invitedAt: ___,
    firstSeenAt: ____,
    secondFactorSince: _____,
    ...rest
  } = withoutCalendarLink(user);
  const counted = fact.number === undefined ? {} : { addressChanges: fact.number };
  return sponsoredBy({ ...rest, ...counted }, fact);
};

/** A user whose account was made: the factor was that of the account before, and this one has none until it is seen. */
const withAccount = (
  { secondFactorSince: _, ...user }: User,
  { sub, happenedAt }: FactOf<"account-created">,
): User => ({
  ...user,
  sub,
  accountMade: true,
  invitedAt: happenedAt,
  invitations: (user.invitations ?? 0) + 1,
});

/** What a fact makes of a user who is registered; undefined where it is none of those that change one. */
const changeUser = (user: User, fact: Fact): User | undefined => {
  switch (fact.kind) {
    case "account-created":
      return withAccount(user, fact);
    case "user-invitation-released": {
      const { invitationHeld: _, ...rest } = user;
      return rest;
    }
    case "invitation-resent":
      return { ...user, invitedAt: fact.happenedAt, invitations: fact.attempt };
    case "user-first-seen":
      return { ...user, firstSeenAt: fact.happenedAt };
    case "second-factor-found":
      return { ...user, secondFactorSince: fact.happenedAt };
    case "second-factor-missed": {
      const { secondFactorSince: _, ...rest } = user;
      return rest;
    }
    case "person-updated": {
      const { gender, institutionKind, ...rest } = user;
      return { ...rest, ...countedAfter({ gender, institutionKind }, fact) };
    }
    case "user-party-added":
      return { ...user, otherParties: [...(user.otherParties ?? []), fact.party] };
    case "mandate-offered":
    case "mandate-offer-ended":
      return withOffers(user, fact);
    case "user-closed":
      return { ...withoutCalendarLink(user), closedAt: fact.happenedAt };
    case "user-reopened": {
      const { closedAt: _, ...open } = user;
      return sponsoredBy(open, fact);
    }
    case "user-suspended":
      return { ...user, suspendedUntil: fact.until };
    case "user-erasure-ordered": {
      const { orderedBy, reason, source, happenedAt: orderedAt } = fact;
      return { ...user, erasureOrdered: { orderedBy, orderedAt, reason, source } };
    }
    case "user-erasure-approved":
    case "user-erasure-withdrawn": {
      const { erasureOrdered: _, ...rest } = user;
      return rest;
    }
    case "user-erased":
      return erasedUser(user, fact);
    case "user-readdressed":
      return withoutAccount(user, fact);
    case "calendar-link-issued":
    case "calendar-link-revoked":
      return withCalendarLink(user, fact);
    case "user-confirmed": {
      const { sponsors: _, ...rest } = user;
      return { ...rest, confirmedAt: fact.happenedAt };
    }
    default:
      return undefined;
  }
};

/** A user as the journal tells it. Throws on a fact that is none of a user's. */
export const evolveUser = (user: User | undefined, fact: Fact): User => {
  if (fact.kind === "user-registered" && user === undefined) {
    const registered = {
      id: fact.user,
      role: fact.role,
      ...(fact.party === undefined ? {} : { party: fact.party }),
      ...countedOf(fact),
      ...(fact.sub === undefined ? {} : { sub: fact.sub }),
      ...(fact.import === undefined ? {} : { invitationHeld: true as const }),
    };
    return sponsoredBy(registered, fact);
  }
  if (user !== undefined) {
    const changed = changeUser(user, fact);
    if (changed !== undefined) return changed;
    if (leavesAsIs.has(fact.kind)) return user;
  }
  throw new Error(`A user cannot take in the fact ${fact.kind}`);
};

export interface NewUser {
  readonly id: UserId;
  readonly role: UserRole;
  readonly party?: PartyId | undefined;
  /** What is counted of the person. */
  readonly counted?: CountedDetails | undefined;
  /** The subject of an account that exists already; such a user gets no invitation. */
  readonly sub?: string | undefined;
  /** The import that registers the person, who is invited once that is released. */
  readonly import?: ImportId | undefined;
}

/** Roles that act for one party; the others act for none. */
const partyRoles: ReadonlySet<UserRole> = new Set(["permanent-mission", "delegate"]);

/** Who lets a user in: a user of the secretariat, or, where it is left out, the operator or whoever names people. */
type LetIn = Pick<User, "id" | "sponsors"> | undefined;

/** On whose word a user has access once it was given, or given to another address: kept of the secretariat only. */
const sponsorsIn = (user: Pick<User, "role" | "sponsors">, by: LetIn): Pick<User, "sponsors"> =>
  by === undefined || user.role !== "secretariat" ? {} : { sponsors: sponsorsAfter(user, by) };

/** Registers a user. Refuses a role without the party it acts for. */
export const registerUser = (user: NewUser, at: Instant, by?: LetIn): Decision => {
  if (partyRoles.has(user.role) !== (user.party !== undefined)) return refuse("party-required", { role: user.role });
  return accept([
    {
      kind: "user-registered",
      happenedAt: at,
      user: user.id,
      role: user.role,
      ...(user.party === undefined ? {} : { party: user.party }),
      ...countedOf(user.counted ?? {}),
      ...(user.sub === undefined ? {} : { sub: user.sub }),
      ...(user.import === undefined ? {} : { import: user.import }),
      ...sponsorsIn({ role: user.role }, by),
    },
  ]);
};

/** That whoever an import registered is to be invited; no fact of others. */
export const releaseInvitation = ({ id: user, invitationHeld }: User, at: Instant): Decision =>
  invitationHeld === true ? accept([{ kind: "user-invitation-released", happenedAt: at, user }]) : noChange;

/** The parties that somebody acts for, or acted for; none of the secretariat's and the President's. */
export const partiesOfUser = ({
  party,
  otherParties = [],
}: Pick<User, "party" | "otherParties">): readonly PartyId[] => (party === undefined ? [] : [party, ...otherParties]);

/** That another party than the one that registered a delegate names them, too. The same again is no fact. */
export const addParty = (user: User, party: PartyId, at: Instant): Decision =>
  partiesOfUser(user).includes(party)
    ? noChange
    : accept([{ kind: "user-party-added", happenedAt: at, user: user.id, party }]);

/** Whether somebody's access is open: nobody whose access was closed reads or writes anything. */
export const isOpen = ({ closedAt }: User): boolean => closedAt === undefined;

/**
 * Ends the access of a user. `confirmedOfficers` is the number of other users of the secretariat who are open and confirmed:
 * closing an officer is refused where too few would remain for an act that needs two persons.
 */
export const closeUser = (
  user: User,
  reason: ClosingReason,
  { confirmedOfficers }: { readonly confirmedOfficers: number },
  at: Instant,
): Decision => {
  if (!isOpen(user)) return noChange;
  const least = inForce(leastOfficers, dayOf(at));
  if (user.role === "secretariat" && confirmedOfficers < least) return refuse("last-secretariat-user", { least });
  return accept([{ kind: "user-closed", happenedAt: at, user: user.id, reason }]);
};

/** Whether nobody knows any more who somebody was. */
export const isErased = ({ erasedAt }: User): boolean => erasedAt !== undefined;

/** Whether somebody may use the system at all. */
export const accessOf = (user: User): UserAccess => {
  if (isErased(user)) return "erased";
  return isOpen(user) ? "open" : "closed";
};

/** Opens somebody's access again. Refuses one who was erased: nobody knows whose access that would be. */
export const reopenUser = (user: User, by: LetIn, at: Instant): Decision => {
  if (isErased(user)) return refuse("person-erased");
  if (isOpen(user)) return noChange;
  return accept([{ kind: "user-reopened", happenedAt: at, user: user.id, ...sponsorsIn(user, by) }]);
};

/** A person with what a correction says. */
export const correctedPerson = (person: Person, correction: PersonCorrection): Person => {
  const merged = Object.entries({ ...person, ...correction }).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  return Person.parse(Object.fromEntries(merged));
};

/** The details in which two records of a person differ, in their usual order. */
const detailsBetween = (before: Person, after: Person): readonly PersonDetail[] =>
  PersonDetail.options.filter((detail) => before[detail] !== after[detail]);

/** What is counted of a person as a fact tells it: those details that are other than before, null for one taken away. */
const countedBetween = (before: CountedDetails, after: CountedDetails): CountedChange => ({
  ...(before.gender === after.gender ? {} : { gender: after.gender ?? null }),
  ...(before.institutionKind === after.institutionKind ? {} : { institutionKind: after.institutionKind ?? null }),
});

/**
 * That what is known of a person was corrected, who stays the same person in every mandate and figure. Another address is
 * another account: whoever reads mail at the old one loses what they had, and the person is invited anew. The changes of
 * address are counted, since whoever reads at the old one is told.
 */
export const correctUser = (user: User, before: Person, after: Person, by: LetIn, at: Instant): Decision => {
  const details = detailsBetween(before, after);
  if (details.length === 0) return noChange;
  const counted = countedBetween(before, after);
  const updated: Fact = { kind: "person-updated", happenedAt: at, user: user.id, details: [...details], ...counted };
  if (before.email === after.email) return accept([updated]);
  const formerSub = user.sub === undefined ? {} : { formerSub: user.sub };
  const number = (user.addressChanges ?? 0) + 1;
  const party = user.role === "delegate" && user.party !== undefined ? { party: user.party } : {};
  const vouched = sponsorsIn(user, by);
  return accept([
    updated,
    { kind: "user-readdressed", happenedAt: at, user: user.id, ...formerSub, number, ...party, ...vouched },
  ]);
};

/** That the account of a user exists now. */
export const linkAccount = (user: User, sub: string, at: Instant): Decision =>
  user.sub === sub ? noChange : accept([{ kind: "account-created", happenedAt: at, user: user.id, sub }]);

/** That what is known of a person was set anew; the details stand beside the user. */
export const updatePerson = (user: User, after: CountedDetails, at: Instant): Decision =>
  accept([{ kind: "person-updated", happenedAt: at, user: user.id, ...countedBetween(user, after) }]);

/** That somebody who was invited uses the account, the first time. Of others it is not asked. */
export const firstUse = (user: User, at: Instant): Decision =>
  user.accountMade !== true || user.firstSeenAt !== undefined
    ? noChange
    : accept([{ kind: "user-first-seen", happenedAt: at, user: user.id }]);

/** Whether an invitation waits to be used. */
export const isInvited = ({ invitedAt, firstSeenAt }: User): boolean =>
  invitedAt !== undefined && firstSeenAt === undefined;

/** From when on an invitation that nobody used is for the secretariat to look at. */
export const invitationUnusedFrom = (invitedAt: Instant): Instant => {
  const day = dayOf(invitedAt);
  return startOfDay(addDays(day, inForce(invitationWaits, day)));
};

/**
 * That an officer wants invitations to be sent again: of these users, or of those among them who have waited for some
 * days when it comes about, so that to ask for all twice is to ask once. Nobody is no fact.
 */
export const askInvitations = (
  users: readonly UserId[],
  at: Instant,
  recipients: "these" | "waiting" = "these",
): Decision =>
  users.length === 0
    ? noChange
    : accept([
        {
          kind: "invitations-asked-again",
          happenedAt: at,
          users: [...users],
          ...(recipients === "waiting" ? { waiting: true as const } : {}),
        },
      ]);

/**
 * The invitation that was asked for at an instant: the next of this user, once, however often that is brought about;
 * none where the account is used meanwhile, nor, if only who waits is asked for, where another invitation has left since.
 */
export const inviteAgain = (user: User, askedAt: Instant, recipients: "these" | "waiting" = "these"): Decision =>
  user.invitedAt === undefined ||
  !isInvited(user) ||
  user.invitedAt >= askedAt ||
  (recipients === "waiting" && invitationUnusedFrom(user.invitedAt) > askedAt)
    ? noChange
    : accept([{ kind: "invitation-resent", happenedAt: askedAt, user: user.id, attempt: (user.invitations ?? 1) + 1 }]);

/**
 * The invitation with this number takes the place of one of which nobody knows whether it left, so that the next one that
 * is asked for gets a number of its own. None where so many were sent already, or where the account is used meanwhile.
 */
export const replaceInvitation = (user: User, attempt: number, at: Instant): Decision =>
  !isInvited(user) || (user.invitations ?? 1) >= attempt
    ? noChange
    : accept([{ kind: "invitation-resent", happenedAt: at, user: user.id, attempt }]);
