/** Problems of status papers. */
export const paperProblems = {
  "paper-not-ready": {
    status: 409,
    title: "The status paper is still being written",
    advice: "Read it again until its `state` is `ready`: `done` says how many of its formats are written.",
  },
  "publication-not-ordered": {
    status: 409,
    title: "Nobody has ordered that this status paper be published",
    advice: "Order its publication first; a second person of the secretariat approves it then.",
  },
} as const;
