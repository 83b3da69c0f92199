import type { Review } from "../../../schemas/model/review.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { type Decision, accept, noChange } from "../../base/decision.ts";

/**
 * Releases the reminders of a review that was taken over: from `lettersAt` on, letters tell of it, and no step of before is
 * made up. No fact of a review of which nothing is held.
 */
export const releaseReminders = ({ id: review, remindersHeld }: Review, lettersAt: Instant, now: Instant): Decision =>
  remindersHeld === true ? accept([{ kind: "reminders-released", happenedAt: now, review, lettersAt }]) : noChange;
