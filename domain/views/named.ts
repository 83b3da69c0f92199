import type * as z from "zod";
import type { JoinedSince } from "../lots/joined-since.ts";
import { cycleAndClusterOf, type PartyId, type UserId } from "../../schemas/base/ids.ts";
import type { Recipient } from "../../schemas/model/letter.ts";
import type { JoinedSinceView, NamedParty, NamedUser, RecipientView } from "../../schemas/views/named.ts";

/** Returns parties in the form of a list of a reply; the shell writes their names. */
export const namedParties = (parties: readonly PartyId[]): NamedParty[] => parties.map((party) => ({ party }));

/**
 * Returns reviews that do not cover what their parties have joined since, for a list of a reply; the shell writes
 * names.
 */
export const joinedSinceViews = (reviews: readonly JoinedSince[]): z.infer<typeof JoinedSinceView>[] =>
  reviews.map(({ review, party, instruments }) => ({
    review,
    ...cycleAndClusterOf(review),
    party,
    instruments: [...instruments],
  }));

/** Returns people in the form of a list of a reply; the shell writes the names that the caller may know. */
export const namedUsers = (users: readonly UserId[]): NamedUser[] => users.map((user) => ({ user }));

/** Returns the recipient of a letter for replies, without other fields of the stored row. */
export const recipientView = (recipient: Recipient): RecipientView => {
  if (recipient.kind === "office") return { kind: "office", office: recipient.office };
  const { beforeChange } = recipient;
  const former = beforeChange === undefined ? {} : { beforeChange };
  return recipient.kind === "mission"
    ? { kind: "mission", party: recipient.party, ...former }
    : { kind: "user", user: recipient.user, ...former };
};

/** Returns the people among recipients, whom a reply shows by their ids. */
export const usersAmong = (recipients: readonly (RecipientView | undefined)[]): UserId[] =>
  recipients.flatMap((recipient) => (recipient?.kind === "user" ? [recipient.user] : []));
