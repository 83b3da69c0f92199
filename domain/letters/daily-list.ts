import type { Letter } from "../../schemas/model/letter.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { escalatedTo } from "./escalation.ts";
import { plannedLetter } from "./lifecycle.ts";
import { dayOf, morningOf } from "../base/time.ts";

/**
 * The letter with the secretariat's list of the day, from 09:00 in Vienna on; none while the list is empty. One a day,
 * and of today only: after an outage the list of today says all that those of the days before would have said.
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
