import * as z from "zod";
import { ofSomeCluster } from "../base/clusters.ts";
import { LetterId, ObligationId, PartyId, ReviewId } from "../base/ids.ts";
import { PartyName } from "../base/names.ts";
import { LetterKind, StepName } from "../model/letter.ts";
import { ObligationKind } from "../model/review.ts";
import { CalendarDate, Instant } from "../base/values.ts";
import { RecipientView } from "./named.ts";

/** Reason why a party got no letter of some sort on a day; or the finding that it did get one. */
export const AbsenceWhy = z
  .enum([
    /** The party holds no seat in any review. */
    "no-review",
    /** The review had not started. */
    "not-started",
    /** The obligation was not open yet. */
    "not-open-yet",
    /** The review was taken over, and its group is not resumed. */
    "paused",
    "met",
    /** The obligation fell away, as with a seat that went to another party. */
    "fell-away",
    /** No step of the reminder schedule falls on the day. */
    "no-step",
    /** A step fell on the day by a date that had been moved before. */
    "date-moved",
    /** The party set its date itself after the moment of the step. */
    "dated-since",
    /** A letter about what opened the obligation names it, and takes the place of its opening reminder. */
    "announced",
    /** The moment has not come. */
    "ahead",
    /** The moment came while nothing ran, and a later letter speaks in its stead. */
    "not-planned",
    /** There was no focal point, who gets a copy. */
    "nobody-named",
    "replaced",
    "suppressed",
    "no-address",
    "access-closed",
    "duplicate",
    "cancelled",
    "in-digest",
    "waiting",
    "unknown",
    "failed",
    "bounced",
    /** It left, on another day. */
    "another-day",
    "sent",
  ])
  .meta({ id: "AbsenceWhy" });
export type AbsenceWhy = z.infer<typeof AbsenceWhy>;

const NextReminder = z.strictObject({ rung: StepName, leavesAt: Instant }).meta({ id: "NextReminder" });

export const AbsenceReason = z
  .strictObject({
    why: AbsenceWhy,
    /** The text in English. */
    inWords: z.string(),
    review: ReviewId.optional(),
    ...ofSomeCluster,
    obligation: ObligationId.optional(),
    duty: ObligationKind.optional(),
    generation: z.int().min(0).optional(),
    openedOn: CalendarDate.optional(),
    dueAt: Instant.optional(),
    dueOn: CalendarDate.optional(),
    settledOn: CalendarDate.optional(),
    /** The step of the reminder schedule that falls on the day, and its moment. */
    rung: StepName.optional(),
    at: Instant.optional(),
    /** The next reminder of the obligation after the day, as planned then. */
    next: NextReminder.optional(),
    letter: LetterId.optional(),
    kind: LetterKind.optional(),
    recipient: RecipientView.optional(),
    /** The time at which the letter left. */
    leftAt: Instant.optional(),
    /** The time since which no recipient is reached. */
    since: Instant.optional(),
  })
  .meta({ id: "LetterAbsenceReason" });
export type AbsenceReason = z.infer<typeof AbsenceReason>;

export const LetterAbsence = z
  .strictObject({
    party: PartyId,
    partyName: PartyName,
    date: CalendarDate,
    asOf: Instant,
    /** True if no letter left for the party on the day. */
    absent: z.boolean(),
    reasons: z.array(AbsenceReason),
    /** The earliest next reminder of all. */
    next: NextReminder.optional(),
  })
  .meta({ id: "LetterAbsence" });
export type LetterAbsence = z.infer<typeof LetterAbsence>;
