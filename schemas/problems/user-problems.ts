/** Problems of commands about a person: the access ended, or an erasure is not possible. */
export const userProblems = {
  "person-closed": {
    status: 409,
    title: "The access of this person to the system was closed",
    detail: "Name another person, or have the secretariat open the access again.",
  },
  "person-erased": {
    status: 409,
    title: "This person was erased",
    detail: "The identity of the person is erased. Name or register the person again, under another id.",
  },
  "erasure-blocked": {
    status: 409,
    title: "This person cannot be erased yet",
    detail:
      "First end the mandates that run, close the access, and let the letters under way come to an end, or settle them.[ It is possible on {earliest} at the earliest.]",
  },
  "erasure-not-ordered": {
    status: 409,
    title: "No erasure of this person waits for approval",
    detail: "Order it first. An order that was there was approved or withdrawn.",
  },
} as const;
