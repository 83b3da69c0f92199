import { defined } from "../../schemas/base/defined.ts";
import type { Hash, PartyId } from "../../schemas/base/ids.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { User } from "../../schemas/model/user.ts";
import { accept, type Decision, noChange } from "../base/decision.ts";
import { isSuspended } from "./suspension.ts";
import { isOpen, missionOf } from "./users.ts";

/**
 * Returns the party whose calendar the link of a user shows; undefined for a delegate's, which shows their own
 * obligations.
 */
export const partyShown = (user: Pick<User, "role" | "party">): { readonly party?: PartyId } =>
  defined({ party: missionOf(user) });

/**
 * Returns the fact that a user has a new link to a calendar, known by the hash of its secret. The one before is invalid
 * from then on.
 */
export const issueCalendarLink = (user: User, link: Hash, at: Instant): Decision =>
  accept([{ kind: "calendar-link-issued", happenedAt: at, user: user.id, ...partyShown(user), link }]);

/** Returns the fact that the link of a user is invalid; no fact where there is none. */
export const revokeCalendarLink = (user: User, at: Instant): Decision =>
  user.calendarLink === undefined
    ? noChange
    : accept([{ kind: "calendar-link-revoked", happenedAt: at, user: user.id, ...partyShown(user) }]);

/**
 * Returns whether the link with this hash shows the calendar of a user now: it is the latest, and the user's access is
 * open.
 */
export const isLinkInForce = (user: User, link: Hash, now: Instant): boolean =>
  isOpen(user) && !isSuspended(user, now) && user.calendarLink?.hash === link;
