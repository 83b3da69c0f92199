import * as z from "zod";
import { ContactNumber } from "./follow-up.ts";
import { BulletinId, GroupId, LetterId, MandateId, PartyId, ReviewId, UserId } from "../base/ids.ts";
import { MandateRole, ObligationKind } from "./review.ts";
import { Instant } from "../base/values.ts";

/**
 * Why the secretariat has something to do, in the order in which the worklist tells it: a thing and how it stands, or what
 * is to be done with it.
 */
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

/** What holds a review up beyond its time. */
export const BlockedWhy = z
  .enum(["focal-point-missing", "duty-overdue", "consultation-past-target", "redraw-to-carry-out", "list-to-publish"])
  .meta({ id: "BlockedWhy" });
export type BlockedWhy = z.infer<typeof BlockedWhy>;

/**
 * One thing to do that follows from how a subject stands, from an instant on that may lie ahead: kept as an index
 * entry of that subject, so that what is due at any moment is found without looking at anything else.
 */
export const WorkItem = z.object({
  kind: WorkKind,
  /** Unique within its kind, the same as long as the thing is to be done. */
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
  /** When the bulletin is to leave: once that has passed, it leaves with its approval. */
  sendAt: Instant.optional(),
  /** Whose it is, where it is somebody's. */
  officer: UserId.optional(),
});
export type WorkItem = z.infer<typeof WorkItem>;
