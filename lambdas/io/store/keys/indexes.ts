import { inRecords, type RecordIndexKeys, sort } from "./key.ts";
import type { WorkKind, WorkItem } from "../../../../schemas/model/work-item.ts";
import type { UserRole } from "../../../../schemas/model/user.ts";
import type { ObligationKind, Review } from "../../../../schemas/model/review.ts";
import type { AggregateKind } from "../../../../schemas/model/fact.ts";
import type { PartyId, ReviewId, UserId } from "../../../../schemas/base/ids.ts";

/** Returns the partition of an index for a kind. */
export const kindPartition = (kind: AggregateKind) => kind;
export const usersInRolePrefix = (role: UserRole) => `${role}#`;
/** The partition of contacts with all parties, in the index that also lists aggregates of each kind. */
export const contactsPartition = "contact";
export const stagePartition = (stage: Review["stage"]) => stage;
export const partyPartition = (party: PartyId) => party;
export const aboutPartition = (review: ReviewId) => review;
export const workPartition = (kind: WorkKind) => kind;
export const workOfOfficerPartition = (officer: UserId, kind: WorkKind) => sort(officer, workPartition(kind));
export const duePartition = "open";
export const obligationPartition = (kind: ObligationKind) => kind;
export const reviewsOfPartyPrefix = "review#";
export const usersOfPartyPrefix = "user#";
/** Index entries of something to be done: by kind, and by kind for the officer whose it is. */
export const workEntries = (work: WorkItem | undefined): RecordIndexKeys & { readonly work?: WorkItem } => {
  if (work === undefined) return {};
  const { kind, since, id, officer } = work;
  const place = sort(since, id);
  const own = officer === undefined ? {} : { officerKey: workOfOfficerPartition(officer, kind), officerSort: place };
  return { work, ...inRecords({ workKey: workPartition(kind), workSort: place, ...own }) };
};
