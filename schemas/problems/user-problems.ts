/** Why a command about a person is refused: the access ended, or an erasure is not possible. */
export const userProblems = {
  "person-closed": {
    status: 409,
    title: "The access of this person to the system was closed",
    advice: "Name somebody else, or ask the secretariat to open the access again.",
  },
  "person-erased": {
    status: 409,
    title: "This person was erased",
    advice: "Nobody knows any more who it was. Name or register the person anew, under another id.",
  },
  "erasure-blocked": {
    status: 409,
    title: "Something stands in the way of erasing this person",
    advice:
      "End the `mandates` that run; close the access where `access` is open; let the `letters` under way come to an end, or settle them; where `earliest` is given, wait until then or close the access first.",
  },
  "erasure-not-ordered": {
    status: 409,
    title: "No erasure of this person waits for approval",
    advice: "Order it first (`eraseUser`), or read the user: `erasureOrdered` is there while an order waits.",
  },
} as const;
