import type { Period } from "./calendar.ts";
import type { Stage } from "./dated-facts.ts";

/** The indicative timeline, counted from the planned start of the group [S24, S31]; the first two are ours [D]. */
export const timeline: Readonly<Partial<Record<Stage, Period>>> = {
  nomination: { weeks: 4 },
  consultation: { months: 2 },
  questionnaire: { months: 6 },
  feedback: { months: 12 },
  observations: { months: 24 },
};
