import * as z from "zod";
import { GroupId, ObligationId, PartyId, ReviewId } from "../base/ids.ts";
import { CalendarDate, DelayReason, Instant, Instrument, Reason } from "../base/values.ts";
import { ObligationKind, ObligationState } from "./review.ts";

/** The data of an obligation for lists at any moment until its review changes. */
export const ListedObligation = z.object({
  id: ObligationId,
  review: ReviewId,
  group: GroupId,
  kind: ObligationKind,
  party: PartyId,
  state: ObligationState,
  generation: z.int().min(1),
  openedOn: CalendarDate,
  dueAt: Instant,
  originalDueAt: Instant,
  settledAt: Instant.optional(),
  /** Of pending feedback: the instruments that it covers, by the division of work. */
  instruments: z.array(Instrument).optional(),
  /** The delay in force, with the day on which it was notified. */
  delay: z
    .object({
      reason: DelayReason,
      on: CalendarDate,
      explanation: Reason.optional(),
      beyondRules: z.literal(true).optional(),
    })
    .optional(),
});
export type ListedObligation = z.infer<typeof ListedObligation>;
