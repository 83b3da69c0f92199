import * as z from "zod";
import { ContactNumber } from "./follow-up.ts";
import { BulletinId, GroupId, LetterId, MandateId, PartyId, ReviewId, UserId } from "../base/ids.ts";
import { MandateRole, ObligationKind } from "./review.ts";
import { Instant } from "../base/values.ts";

/** Kinds of tasks of the secretariat, in the order of the worklist. */
export const WorkKind = z
  .enum([
    "duty-overdue",
    "review-blocked",
    "nomination-to-check",
    "invitation-unused",
    "address-bounced",
    "recipient-unreachable",
    "letter-unknown",
    "follow-up-due",
    "bulletin-to-approve",
    "bulletin-stopped",
    "bulletin-unsettled",
    "group-behind-plan",
    "group-start-to-approve",
    "denunciation-to-approve",
    "erasure-to-approve",
  ])
  .meta({ id: "WorkKind" });
export type WorkKind = z.infer<typeof WorkKind>;

/** Reason for which a review is delayed beyond its time. */
export const BlockedWhy = z
  .enum(["focal-point-missing", "duty-overdue", "consultation-past-target", "redraw-to-carry-out", "list-to-publish"])
  .meta({ id: "BlockedWhy" });
export type BlockedWhy = z.infer<typeof BlockedWhy>;

/**
 * One task that follows from the state of an aggregate, from an instant on that may be in the future. It is kept as an
 * index entry of that aggregate, so that a query finds the tasks due at any moment.
 */
export const WorkItem = z.object({
  kind: WorkKind,
  /** Unique within its kind, and unchanged until the task is done. */
  id: z.string(),
  since: Instant,
  party: PartyId.optional(),
  review: ReviewId.optional(),
  obligation: ObligationKind.optional(),
  user: UserId.optional(),
  mandate: MandateId.optional(),
  role: MandateRole.optional(),
  contact: ContactNumber.optional(),
  letter: LetterId.optional(),
  bulletin: BulletinId.optional(),
  group: GroupId.optional(),
  /** The time at which the bulletin is to leave: after that, it leaves with its approval. */
  sendAt: Instant.optional(),
  /** The officer, if one is assigned. */
  officer: UserId.optional(),
});
export type WorkItem = z.infer<typeof WorkItem>;
