import type { UserId } from "../../../schemas/base/ids.ts";
import type { Review } from "../../../schemas/model/review.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { type Decision, accept, noChange } from "../../base/decision.ts";

/** Assigns a review to an officer of the secretariat, or to none. Returns no fact if that is already so. */
export const assignOfficer = (review: Review, officer: UserId | null, at: Instant): Decision =>
  (review.officer ?? null) === officer
    ? noChange
    : accept([
        { kind: "officer-assigned", happenedAt: at, review: review.id, ...(officer === null ? {} : { officer }) },
      ]);
