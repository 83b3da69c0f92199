import * as z from "zod";
import { GroupId, Hash, ImportId, ReviewId, UserId } from "../base/ids.ts";
import { CalendarDate, ClusterNumber, GroupNumber, Instant, Instrument, Reason } from "../base/values.ts";

/**
 * `awaiting-approval` while a start off the plan waits for a second person of the secretariat, `starting` while its
 * reviews are being started one by one, `started` when the last one was, `undoing` while they are taken back one by
 * one, and `correcting` while a corrected day of the start is taken over by them one by one.
 */
export const GroupState = z
  .enum(["planned", "awaiting-approval", "starting", "started", "undoing", "correcting"])
  .meta({ id: "GroupState" });

export type GroupState = z.infer<typeof GroupState>;

/** A review that starts without something that its party has joined by then, and why. */
export const UncoveredReview = z.object({ review: ReviewId, instruments: z.array(Instrument).min(1), reason: Reason });
export type UncoveredReview = z.infer<typeof UncoveredReview>;

export const Group = z.object({
  id: GroupId,
  cluster: ClusterNumber,
  group: GroupNumber,
  state: GroupState,
  plannedFor: CalendarDate,
  startedOn: CalendarDate.optional(),
  /** From when on letters about the start leave; none where it is paused. */
  lettersAt: Instant.optional(),
  /** The start was recorded long after its day: one letter notifies each party of it. */
  late: z.literal(true).optional(),
  /**
   * The last undone start: its day, the day in the last letters if it differs, the time of these letters, the time and
   * the reason.
   */
  undone: z
    .object({
      startedOn: CalendarDate,
      reportedDay: CalendarDate.optional(),
      lettersAt: Instant.optional(),
      at: Instant,
      reason: z.string(),
    })
    .optional(),
  /** The start that waits for a second person. */
  order: z
    .object({
      startedOn: CalendarDate,
      preview: Hash,
      orderedBy: UserId,
      orderedAt: Instant,
      uncovered: z.array(UncoveredReview).optional(),
    })
    .optional(),
  /** A correction of its day that waits for a second person. */
  correctionOrder: z
    .object({ startedOn: CalendarDate, reason: z.string(), orderedBy: UserId, orderedAt: Instant })
    .optional(),
  /**
   * The last correction of its day: the day before, the time and the reason. If letters about a start had left by
   * then: the day that they state, and the time from which letters state the corrected one.
   */
  corrected: z
    .object({
      from: CalendarDate,
      at: Instant,
      reason: z.string(),
      reportedDay: CalendarDate.optional(),
      lettersAt: Instant.optional(),
    })
    .optional(),
  /** Its reviews are read, since the start is to be undone or corrected, and nothing was recorded in them since. */
  startBeingChecked: z.literal(true).optional(),
  reviews: z.array(ReviewId),
  /** The import that took it over. */
  import: ImportId.optional(),
  /** It was taken over, and no letter leaves about it until it is resumed; `resuming` while its reviews follow. */
  reminders: z.enum(["paused", "resuming"]).optional(),
  /**
   * Resumption of its reminders, and the time from which letters give the status of its reviews; also for users invited
   * before.
   */
  resumed: z.object({ at: Instant, lettersAt: Instant, toNotify: z.array(UserId) }).optional(),
});
export type Group = z.infer<typeof Group>;
