import type { FactOf } from "../../schemas/model/fact.ts";
import type { CorrectableDate } from "../../schemas/model/correctable-date.ts";

/** Dates that the letter about the agreed arrangements states. */
const agreedDays: ReadonlySet<CorrectableDate> = new Set(["meeting", "consultation", "clock", "answers-due"]);

/**
 * Returns whether a correction is of a date that the letter about the agreed arrangements states; of meetings, only the
 * first.
 */
export const isOfAgreed = (
  fact: FactOf<"date-corrected" | "meeting-mode-corrected" | "languages-corrected">,
): boolean => {
  switch (fact.kind) {
    case "date-corrected":
      return agreedDays.has(fact.what);
    case "meeting-mode-corrected":
      return fact.round === undefined;
    case "languages-corrected":
      return true;
  }
};
