import type { ObligationKind, Stage } from "../../schemas/model/review.ts";

/** The obligations that block each stage while they are open; a consultation concerns all its parties. */
const blockingKinds: { readonly [S in Stage]: readonly ObligationKind[] } = {
  scheduled: [],
  nomination: [],
  consultation: [],
  questionnaire: ["questionnaire"],
  feedback: ["questionnaire", "feedback", "clarification"],
  observations: ["feedback", "agreement"],
  concluded: [],
};

/**
 * Returns whether a stage waits for open obligations of a kind. Every stage waits for focal points, none for experts.
 */
export const blocksStage = (stage: Stage, kind: ObligationKind): boolean => blockingKinds[stage].includes(kind);
