import type { ActionCalls } from "./operation.ts";
import { reason } from "./request-parts.ts";

/** Corrections of what a review has on record: one operation for three actions. */
export const correctionOperations = {
  "date.correct": { on: [{ id: "correctReview", body: () => ({ what: "start", to: "2020-11-30", ...reason }) }] },
  "meeting-mode.correct": {
    on: [{ id: "correctReview", body: () => ({ what: "meeting-mode", to: "video", ...reason }) }],
  },
  "languages.correct": {
    on: [{ id: "correctReview", body: () => ({ what: "agreed-languages", to: ["es"], ...reason }) }],
  },
} as const satisfies Readonly<Record<string, ActionCalls>>;
