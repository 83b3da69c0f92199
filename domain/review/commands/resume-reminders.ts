import type { Review } from "../../../schemas/model/review.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { type Decision, accept, noChange } from "../../base/decision.ts";

/**
 * Resumes the reminders of an imported review: from `lettersAt` on, letters name it, and no earlier step is made up.
 * Returns no fact for a review whose reminders are not paused.
 */
export const resumeReminders = ({ id: review, remindersPaused }: Review, lettersAt: Instant, now: Instant): Decision =>
  remindersPaused === true ? accept([{ kind: "reminders-released", happenedAt: now, review, lettersAt }]) : noChange;
