/** Problems of commands about a person: the access ended, or an erasure is not possible. */
export const userProblems = {
  "person-closed": {
    status: 409,
    title: "The access of this person to the system was closed",
    advice: "Name another person, or have the secretariat open the access again.",
  },
  "person-erased": {
    status: 409,
    title: "This person was erased",
    advice: "The identity of the person is erased. Name or register the person again, under another id.",
  },
  "erasure-blocked": {
    status: 409,
    title: "This person cannot be erased yet",
    advice:
      "End the `mandates` that run; close the access where `access` is open; let the `letters` under way come to an end, or settle them; where `earliest` is given, wait until then or close the access first.",
  },
  "erasure-not-ordered": {
    status: 409,
    title: "No erasure of this person waits for approval",
    advice: "Order it first (`eraseUser`), or read the user: `erasureOrdered` is there while an order waits.",
  },
} as const;
