import * as z from "zod";
import { BulletinPlace } from "./bulletin.ts";
import { BulletinId, GroupId, LetterId, PartyId, ReviewId } from "../base/ids.ts";
import { Instant } from "../base/values.ts";
import { ReminderSubject, StepName } from "./letter.ts";

/** Plans the next letter of a reminder, if it is still due. */
const ReminderAlarm = z.object({ reminderSubject: ReminderSubject, stepName: StepName });
/** Plans the letters about the start of a group; an earlier message covers the parties before `from`. */
const OpeningAlarm = z.object({ opening: GroupId, from: PartyId.optional() });
/** Plans the letters about a missed target of a consultation, on the morning after it. */
const TargetAlarm = z.object({ target: ReviewId });
/** Dispatches a bulletin at its time. */
const DispatchAlarm = z.object({ dispatch: BulletinId });
/** Plans or cancels the letters of one page of a bulletin. */
const PageAlarm = z.object({ page: BulletinPlace });
/** Counts the bounces of a bulletin after one of its letters bounced. */
const BounceAlarm = z.object({ bounced: BulletinId });
/** Checks whether a bulletin is complete after its awaited letter ended; `look` counts such checks of an old index. */
const SettledAlarm = z.object({ settled: BulletinId, look: z.int().min(1).optional() });

/** Message on the alarms queue, from a schedule or from a use case with a later effect. */
export const TimerMessage = z.union([
  ReminderAlarm,
  OpeningAlarm,
  TargetAlarm,
  DispatchAlarm,
  PageAlarm,
  BounceAlarm,
  SettledAlarm,
]);
export type TimerMessage = z.infer<typeof TimerMessage>;

/** Message on the letters queues: an order to send one planned letter. */
export const SendMessage = z.object({ letter: LetterId });
export type SendMessage = z.infer<typeof SendMessage>;

/**
 * Depth of a sweep: in the morning only letters other than reminders that leave then; at night in addition the journals
 * that changed and a share of the others; in full all journals.
 */
export const SweepDepth = z.enum(["morning", "hourly", "nightly", "full"]);
export type SweepDepth = z.infer<typeof SweepDepth>;

/**
 * Position at which a full sweep continues in another run of the function: the last journal processed, then the common
 * lists. It includes the number of items that failed so far.
 */
export const SweepPosition = z.object({
  part: z.enum(["journals", "lists"]),
  after: z.string().optional(),
  failed: z.int().optional(),
  /** The begin of the first run, the number of entries so far, and the aggregates that the next night reads again. */
  began: Instant.optional(),
  entries: z.int().optional(),
  again: z.array(z.string()).optional(),
});
export type SweepPosition = z.infer<typeof SweepPosition>;

/**
 * Message on the sweep queue, from the recurring schedules or from a full sweep that continues. A run ends after the
 * journal in which it has read `most` entries.
 */
export const SweepMessage = z.object({
  depth: SweepDepth,
  from: SweepPosition.optional(),
  most: z.int().min(1).optional(),
});
export type SweepMessage = z.infer<typeof SweepMessage>;

/** A mail event of Amazon SES as EventBridge delivers it; only what the ledger needs is read. */
export const MailEvent = z.object({
  source: z.literal("aws.ses"),
  time: z.string(),
  detail: z.object({
    eventType: z.string(),
    mail: z.object({
      messageId: z.string(),
      tags: z.record(z.string(), z.array(z.string())).optional(),
      destination: z.array(z.string()).optional(),
    }),
    bounce: z.object({ bounceType: z.string() }).optional(),
    reject: z.object({ reason: z.string().optional() }).optional(),
    deliveryDelay: z.object({ delayType: z.string().optional() }).optional(),
  }),
});
export type MailEvent = z.infer<typeof MailEvent>;
