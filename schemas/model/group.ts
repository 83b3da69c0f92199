import * as z from "zod";
import { GroupId, Hash, ReviewId, UserId } from "../base/ids.ts";
import { CalendarDate, ClusterNumber, GroupNumber, Instant } from "../base/values.ts";

/**
 * `awaiting-approval` while a start off the plan waits for a second person of the secretariat, `starting` while its reviews
 * are being started one by one, `started` when the last one was.
 */
export const GroupState = z.enum(["planned", "awaiting-approval", "starting", "started"]).meta({ id: "GroupState" });

export type GroupState = z.infer<typeof GroupState>;

export const Group = z.object({
  id: GroupId,
  cluster: ClusterNumber,
  group: GroupNumber,
  state: GroupState,
  plannedFor: CalendarDate,
  startedOn: CalendarDate.optional(),
  /** The start was recorded long after its day: then each party gets one letter that tells of it. */
  lettersAt: Instant.optional(),
  /** The start that waits for a second person. */
  order: z.object({ startedOn: CalendarDate, preview: Hash, orderedBy: UserId, orderedAt: Instant }).optional(),
  reviews: z.array(ReviewId),
});
export type Group = z.infer<typeof Group>;
