/** Problems of amounts that policy limits: one of the parts of the table of problems. */
export const limitProblems = {
  "clarifications-used-up": {
    status: 409,
    title: "The party has used all its requests for clarification in this review",
    detail: "Write further questions into the feedback.[ Requests that a party has: {most}.]",
  },
  "too-many-offers": {
    status: 409,
    title: "As many mandates as may wait for an answer wait already",
    detail: "Withdraw one, or wait for an answer.[ At most {most} may wait.]",
  },
  "seat-full": {
    status: 409,
    title: "The party has named as many people as it may in these reviews",
    detail:
      "Remove the people who no longer serve.[ At most {most} may serve, or have served, for a party in a review.]",
  },
  "reminder-too-soon": {
    status: 409,
    title: "Each party on the list was sent the President's reminder a short time ago",
    detail: "Send it again later[, from {earliest} on]. A party that comes on the list before is sent it at once.",
  },
  "items-refused": {
    status: 422,
    title: "Some entries of the list are refused, and nothing was recorded",
    detail: "Correct the entries that are named, or leave them out, and send the list again.",
  },
  "too-much-at-once": {
    status: 422,
    title: "This would change more at once than one transaction holds",
    detail: "Nothing was done. Send it in parts, for some of the reviews at a time.",
  },
} as const;
