import type { Stage } from "../../schemas/model/review.ts";

/**
 * The stages of a country review and the only ways between them. The stage never goes back, but for a start that
 * is undone before any party has acted.
 * docs/states.md is printed from this table.
 */
export const transitions = {
  scheduled: { start: "nomination" },
  nomination: { complete: "consultation", "undo-start": "scheduled" },
  consultation: { agree: "questionnaire", "undo-start": "scheduled" },
  questionnaire: { submit: "feedback" },
  feedback: { clear: "observations" },
  observations: { publish: "concluded" },
  concluded: {},
} as const satisfies Record<Stage, Record<string, Stage>>;
