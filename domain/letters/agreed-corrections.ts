import type { FactOf } from "../../schemas/model/fact.ts";
import type { CorrectableDate } from "../../schemas/model/correctable-date.ts";

/** Days that the letter about what was agreed tells. */
const agreedDays: ReadonlySet<CorrectableDate> = new Set(["meeting", "consultation", "clock", "answers-due"]);

/** Returns whether a correction is of something that the letter about what was agreed tells; of meetings, of the first. */
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
