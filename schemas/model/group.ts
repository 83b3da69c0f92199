import * as z from "zod";
import { GroupId, ReviewId } from "../base/ids.ts";
import { CalendarDate, ClusterNumber, GroupNumber, Instant } from "../base/values.ts";

/** `starting` while its reviews are being started one by one, `started` when the last one was. */
export const GroupState = z.enum(["planned", "starting", "started"]).meta({ id: "GroupState" });

export const Group = z.object({
  id: GroupId,
  cluster: ClusterNumber,
  group: GroupNumber,
  state: GroupState,
  plannedFor: CalendarDate,
  startedOn: CalendarDate.optional(),
  /** The start was recorded long after its day: then each party gets one letter that tells of it. */
  lettersAt: Instant.optional(),
  reviews: z.array(ReviewId),
});
export type Group = z.infer<typeof Group>;
