import { defined } from "../../schemas/base/defined.ts";
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
import { inForce } from "../base/settings.ts";
import { leastOfficers } from "../policy/officers.ts";
import { invitationWaits } from "../policy/reminders.ts";
import { addDays, dayOf, startOfDay } from "../base/time.ts";
import { type CountedChange, countedAfter, countedOf, erasedUser } from "./counted-details.ts";
import { withOffers } from "./user-offers.ts";
import { withCalendarLink, withoutCalendarLink } from "./user-calendar-link.ts";
import { sponsorsAfter } from "./second-person.ts";

/** Facts on a user about data that are stored elsewhere. */
const leavesAsIs: ReadonlySet<Fact["kind"]> = new Set(["address-released", "invitations-requested-again"]);

/** Returns a user as new as a fact makes them; the fact names the sponsors of users of the secretariat only. */
const sponsoredBy = (
  user: User,
  { sponsors, happenedAt }: FactOf<"user-registered" | "user-reopened" | "user-readdressed">,
): User => {
  if (sponsors === undefined) return user;
  const { confirmedAt: _, ...rest } = user;
  return { ...rest, sponsors, newSince: happenedAt };
};

/** Returns a user with another address: the data of the previous account are removed, and another one replaces it. */
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

/**
 * Returns a user with a new account: the factor was that of the account before, and this one has none until it is seen.
 */
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

/** Returns the registered user after a fact; undefined where the fact is none of those that change one. */
const changeUser = (user: User, fact: Fact): User | undefined => {
  switch (fact.kind) {
    case "account-created":
      return withAccount(user, fact);
    case "user-invitation-released": {
      const { invitationPaused: _, ...rest } = user;
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

/** Applies a fact of its journal to a user. Throws on a fact of another aggregate. */
export const evolveUser = (user: User | undefined, fact: Fact): User => {
  if (fact.kind === "user-registered" && user === undefined) {
    const registered = {
      id: fact.user,
      role: fact.role,
      ...defined({ party: fact.party }),
      ...countedOf(fact),
      ...defined({ sub: fact.sub }),
      ...(fact.import === undefined ? {} : { invitationPaused: true as const }),
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
  /** The counted details of the person. */
  readonly counted?: CountedDetails | undefined;
  /** The subject of an account that exists already; such a user gets no invitation. */
  readonly sub?: string | undefined;
  /** The import that registers the person, who is invited once its group is resumed. */
  readonly import?: ImportId | undefined;
}

/** Roles that act for one party; the others act for none. */
const partyRoles: ReadonlySet<UserRole> = new Set(["permanent-mission", "delegate"]);

/** Returns the party of a permanent mission's account; undefined for another user. */
export const missionOf = ({ role, party }: Pick<User, "role" | "party">): PartyId | undefined =>
  role === "permanent-mission" ? party : undefined;

/** The user who lets another in: a user of the secretariat; where left out, the operator or a user who names people. */
type LetIn = Pick<User, "id" | "sponsors"> | undefined;

/**
 * Returns the sponsors of a user's access once it was given, or given to another address: kept for the secretariat
 * only.
 */
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
      ...defined({ party: user.party }),
      ...countedOf(user.counted ?? {}),
      ...defined({ sub: user.sub, import: user.import }),
      ...sponsorsIn({ role: user.role }, by),
    },
  ]);
};

/** Returns the fact that a user whom an import registered is to be invited; no fact for others. */
export const resumeInvitation = ({ id: user, invitationPaused }: User, at: Instant): Decision =>
  invitationPaused === true ? accept([{ kind: "user-invitation-released", happenedAt: at, user }]) : noChange;

/** Returns the parties that a user acts for, or acted for; none for the secretariat and the President. */
export const partiesOfUser = ({
  party,
  otherParties = [],
}: Pick<User, "party" | "otherParties">): readonly PartyId[] => (party === undefined ? [] : [party, ...otherParties]);

/** Adds another party that names a delegate, to the one that registered them. No fact where it is already added. */
export const addParty = (user: User, party: PartyId, at: Instant): Decision =>
  partiesOfUser(user).includes(party)
    ? noChange
    : accept([{ kind: "user-party-added", happenedAt: at, user: user.id, party }]);

/** Returns whether a user's access is open: a user whose access was closed reads and writes nothing. */
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

/** Returns whether the person of a user was erased. */
export const isErased = ({ erasedAt }: User): boolean => erasedAt !== undefined;

/** Returns whether a user may use the system at all. */
export const accessOf = (user: User): UserAccess => {
  if (isErased(user)) return "erased";
  return isOpen(user) ? "open" : "closed";
};

/** Opens a user's access again. Refuses an erased user: the person is unknown. */
export const reopenUser = (user: User, by: LetIn, at: Instant): Decision => {
  if (isErased(user)) return refuse("person-erased");
  if (isOpen(user)) return noChange;
  return accept([{ kind: "user-reopened", happenedAt: at, user: user.id, ...sponsorsIn(user, by) }]);
};

/** Returns a person after a correction. */
export const correctedPerson = (person: Person, correction: PersonCorrection): Person => {
  const merged = Object.entries({ ...person, ...correction }).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  return Person.parse(Object.fromEntries(merged));
};

/** Returns the details in which two records of a person differ, in their usual order. */
const detailsBetween = (before: Person, after: Person): readonly PersonDetail[] =>
  PersonDetail.options.filter((detail) => before[detail] !== after[detail]);

/** Returns the changed counted details of a person, as a fact holds them: null for one that was removed. */
const countedBetween = (before: CountedDetails, after: CountedDetails): CountedChange => ({
  ...(before.gender === after.gender ? {} : { gender: after.gender ?? null }),
  ...(before.institutionKind === after.institutionKind ? {} : { institutionKind: after.institutionKind ?? null }),
});

/**
 * Corrects the data of a person, who stays one person in every mandate and figure. Another address is another account:
 * the reader of the old one loses access, and the person is invited again. The changes of address are counted, since
 * the old address is notified.
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

/** Returns the fact that the account of a user exists now. */
export const linkAccount = (user: User, sub: string, at: Instant): Decision =>
  user.sub === sub ? noChange : accept([{ kind: "account-created", happenedAt: at, user: user.id, sub }]);

/** Returns the fact that the data of a person were replaced; the details are stored next to the user. */
export const updatePerson = (user: User, after: CountedDetails, at: Instant): Decision =>
  accept([{ kind: "person-updated", happenedAt: at, user: user.id, ...countedBetween(user, after) }]);

/** Returns the fact that an invited user uses the account, the first time; not needed for others. */
export const firstUse = (user: User, at: Instant): Decision =>
  user.accountMade !== true || user.firstSeenAt !== undefined
    ? noChange
    : accept([{ kind: "user-first-seen", happenedAt: at, user: user.id }]);

/** Returns whether an invitation waits to be used. */
export const isInvited = ({ invitedAt, firstSeenAt }: User): boolean =>
  invitedAt !== undefined && firstSeenAt === undefined;

/** Returns since when an unused invitation is on the secretariat's list. */
export const invitationUnusedFrom = (invitedAt: Instant): Instant => {
  const day = dayOf(invitedAt);
  return startOfDay(addDays(day, inForce(invitationWaits, day)));
};

/**
 * Returns requests, by an officer, that invitations be sent again: to these users, or to those among them who have
 * waited for some days when it is carried out, so that two requests for all have the effect of one. No fact without
 * users.
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
          kind: "invitations-requested-again",
          happenedAt: at,
          users: [...users],
          ...(recipients === "waiting" ? { waiting: true as const } : {}),
        },
      ]);

/**
 * Renews the invitation that was requested at an instant: the next of this user, once, however often that is carried
 * out. None where the account is used meanwhile, nor, if the request is for waiting users only, where another
 * invitation has left since.
 */
export const inviteAgain = (user: User, askedAt: Instant, recipients: "these" | "waiting" = "these"): Decision =>
  user.invitedAt === undefined ||
  !isInvited(user) ||
  user.invitedAt >= askedAt ||
  (recipients === "waiting" && invitationUnusedFrom(user.invitedAt) > askedAt)
    ? noChange
    : accept([{ kind: "invitation-resent", happenedAt: askedAt, user: user.id, attempt: (user.invitations ?? 1) + 1 }]);

/**
 * Replaces an invitation with this number whose delivery is unknown, so that the next requested one gets a number of
 * its own. None where that number was sent already, or where the account is used meanwhile.
 */
export const replaceInvitation = (user: User, attempt: number, at: Instant): Decision =>
  !isInvited(user) || (user.invitations ?? 1) >= attempt
    ? noChange
    : accept([{ kind: "invitation-resent", happenedAt: at, user: user.id, attempt }]);
