/** Problems of status papers. */
export const paperProblems = {
  "paper-not-ready": {
    status: 409,
    title: "The status paper is still being written",
    detail: "Read it again in a moment, and go on once it is written.",
  },
  "paper-frozen": {
    status: 409,
    title: "The status paper is published and never changes",
    detail: "Order the paper again as at its day: the new one keeps these texts, which can then be changed.",
  },
  "publication-not-ordered": {
    status: 409,
    title: "The publication of this status paper has not been ordered",
    detail: "Order its publication first; a second person of the secretariat approves it then.",
  },
} as const;
