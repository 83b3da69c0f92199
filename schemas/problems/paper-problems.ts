/** Problems of status papers. */
export const paperProblems = {
  "paper-not-ready": {
    status: 409,
    title: "The status paper is still being written",
    advice: "Read it again until its `state` is `ready`: `done` says how many of its formats are written.",
  },
  "paper-frozen": {
    status: 409,
    title: "The status paper is published and never changes",
    advice: "Order the paper again as at its day: the new one keeps these texts, which can then be changed.",
  },
  "publication-not-ordered": {
    status: 409,
    title: "The publication of this status paper has not been ordered",
    advice: "Order its publication first; a second person of the secretariat approves it then.",
  },
} as const;
