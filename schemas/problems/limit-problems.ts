/** Problems of amounts that policy limits: one of the parts of the table of problems. */
export const limitProblems = {
  "clarifications-used-up": {
    status: 409,
    title: "The party has used all its requests for clarification in this review",
    advice: "`most` gives the limit; write further questions into the feedback.",
  },
  "too-many-offers": {
    status: 409,
    title: "As many mandates as may wait for an answer wait already",
    advice: "`most` states how many of a party, or for a person, may wait. Withdraw one, or wait for an answer.",
  },
  "seat-full": {
    status: 409,
    title: "The party has named as many people as it may in these reviews",
    advice:
      "`most` gives the number who may serve, or have served, for a party in a review; remove the people who no longer serve.",
  },
  "reminder-too-soon": {
    status: 409,
    title: "Each party on the list was sent the President's reminder a short time ago",
    advice: "Send it again from `earliest` on; a party that comes on the list before is sent it at once.",
  },
  "items-refused": {
    status: 422,
    title: "Some entries of the list are refused, and nothing was recorded",
    advice:
      "`items` names each of them by its place in the request, with its own problem. Correct these entries or leave them out, and send the list again.",
  },
  "too-much-at-once": {
    status: 422,
    title: "This would change more at once than one transaction holds",
    advice: "Nothing was done. Send it in parts; where `reviews` may be named, name some of them at a time.",
  },
} as const;
