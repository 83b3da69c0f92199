import type { Review } from "../../../schemas/model/review.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { type Decision, accept, noChange } from "../../base/decision.ts";

/**
 * Releases the reminders of an imported review: from `lettersAt` on, letters name it, and no earlier step is made up.
 * Returns no fact for a review whose reminders are not paused.
 */
export const releaseReminders = ({ id: review, remindersHeld }: Review, lettersAt: Instant, now: Instant): Decision =>
  remindersHeld === true ? accept([{ kind: "reminders-released", happenedAt: now, review, lettersAt }]) : noChange;
