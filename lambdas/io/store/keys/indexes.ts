import type { UserRole } from "../../../../schemas/model/user.ts";
import type { ObligationKind, Review } from "../../../../schemas/model/review.ts";
import type { AggregateKind } from "../../../../schemas/model/fact.ts";
import type { PartyId, ReviewId } from "../../../../schemas/base/ids.ts";

/** Returns the partition of an index for a kind. */
export const kindPartition = (kind: AggregateKind) => kind;
export const usersInRolePrefix = (role: UserRole) => `${role}#`;
/** The partition of contacts with all parties, in the index that also lists aggregates of each kind. */
export const contactsPartition = "contact";
export const stagePartition = (stage: Review["stage"]) => stage;
export const partyPartition = (party: PartyId) => party;
export const aboutPartition = (review: ReviewId) => review;
export const duePartition = "open";
export const obligationPartition = (kind: ObligationKind) => kind;
export const reviewsOfPartyPrefix = "review#";
export const usersOfPartyPrefix = "user#";
