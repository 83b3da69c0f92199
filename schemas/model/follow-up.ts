import * as z from "zod";
import { PartyId, ReviewId, UserId } from "../base/ids.ts";
import { CalendarDate, Instant, Reason } from "../base/values.ts";

/** Means of follow-up of the secretariat other than letters (paragraphs 17, 26 and 39). */
export const ContactWay = z
  .enum(["call", "briefing", "field-office", "president", "meeting-attempted"])
  .meta({ id: "ContactWay" });
export type ContactWay = z.infer<typeof ContactWay>;

/** Result of a contact. */
export const ContactOutcome = z
  .enum(["no-answer", "informed", "promised", "support-asked", "declined", "other"])
  .meta({ id: "ContactOutcome" });
export type ContactOutcome = z.infer<typeof ContactOutcome>;

/** Counts the contacts with one party. */
export const ContactNumber = z.int().min(1).max(999_999);

/**
 * A contact with a party, about one of its reviews or in general. Its note may name people, so it is stored with the
 * party and not in the journal.
 */
export const FollowUp = z.object({
  party: PartyId,
  number: ContactNumber,
  review: ReviewId.optional(),
  way: ContactWay,
  contactedOn: CalendarDate,
  officer: UserId,
  outcome: ContactOutcome,
  note: Reason.optional(),
  /** The day on which it returns to the worklist. */
  nextOn: CalendarDate.optional(),
  /** The contact whose next step this one was. */
  follows: ContactNumber.optional(),
  followedBy: ContactNumber.optional(),
  recordedAt: Instant,
});
export type FollowUp = z.infer<typeof FollowUp>;

/**
 * The contacts with one party, counted apart from the party: a mission reads the version of its party, and is not to
 * learn from it that a contact was noted.
 */
export const ContactLog = z.object({ party: PartyId, contacts: z.int().min(1) });
export type ContactLog = z.infer<typeof ContactLog>;
