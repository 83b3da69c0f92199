import type { Letter } from "../../schemas/model/letter.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { escalatedTo } from "./escalation.ts";
import { plannedLetter } from "./lifecycle.ts";
import { dayOf, morningOf } from "../base/time.ts";

/**
 * Returns the letter with the secretariat's list of the day, from 09:00 in Vienna; undefined while the list is empty.
 * There is one a day, for today only: after an outage today's list contains the lists of the missed days.
 */
export const dailyListOf = (reviews: readonly Review[], now: Instant): Letter | undefined => {
  const day = dayOf(now);
  const plannedFor = morningOf(day);
  if (now < plannedFor || escalatedTo("secretariat", reviews, now).length === 0) return undefined;
  return plannedLetter(
    {
      content: { kind: "daily-list", day },
      recipient: { kind: "office", office: "secretariat" },
      plannedFor,
      rule: "Obligations that reminders did not settle are listed to the secretariat each morning (paragraphs 17 and 26).",
    },
    now,
  );
};
