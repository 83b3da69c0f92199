import * as z from "zod";
import { ObligationId, PartyId, ReviewId } from "./ids.ts";
import { RungName } from "./letter.ts";
import { ObligationKind } from "./review.ts";
import { CalendarDate, Instant } from "./values.ts";

const named = <S extends z.ZodType>(id: string, schema: S): S => schema.meta({ id });

/** A reminder that will leave at its moment, unless what it reminds of is done by then. */
const ReminderAhead = named(
  "ReminderAhead",
  z.strictObject({
    rung: RungName,
    leavesAt: Instant,
    /** Whom it will be for, as things stand. */
    to: z.array(z.string()),
  }),
);
export type ReminderAhead = z.infer<typeof ReminderAhead>;

const PlannedDuty = named(
  "RemindersOfDuty",
  z.strictObject({
    obligation: ObligationId,
    kind: ObligationKind,
    party: PartyId,
    dueAt: Instant,
    generation: z.int(),
    overdue: z.boolean(),
    /** A nomination is reminded of by one letter for all reviews of the party's group. */
    oneLetterFor: z.enum(["review", "group"]),
    reminders: z.array(ReminderAhead),
  }),
);
export type PlannedDuty = z.infer<typeof PlannedDuty>;

export const ReminderPlanView = named(
  "ReminderPlan",
  z.strictObject({
    review: ReviewId,
    asOf: Instant,
    /** A year ahead: later reminders are not listed. */
    until: Instant,
    obligations: z.array(PlannedDuty),
    /** What a delay to the new date would change; nothing of it happens by asking. */
    change: named(
      "ReminderPlanChange",
      z.strictObject({
        obligation: ObligationId,
        newDate: CalendarDate,
        dueAt: Instant,
        generation: z.int(),
        beyondRules: z.boolean(),
        /** Who would be told of the delay. */
        told: z.array(z.string()),
        /** All reminders from then on. */
        reminders: z.array(ReminderAhead),
        /** Of today's plan: what would not leave any more. */
        falls: z.array(ReminderAhead),
        /** Of the new plan: what would leave besides. */
        comes: z.array(ReminderAhead),
      }),
    ).optional(),
  }),
);
export type ReminderPlanView = z.infer<typeof ReminderPlanView>;
