/**
 * Problems that refuse the preview, order or settlement of bulletins and letters: one part of the table of problems.
 */
export const bulletinProblems = {
  "preview-used": {
    status: 409,
    title: "A bulletin was ordered of this preview",
    detail: "Read the bulletin that was ordered. To send the same once more, preview it again.",
  },
  "preview-expired": {
    status: 409,
    title: "There is no preview of this hash any more",
    detail: "Preview the bulletin again and send the new hash.",
  },
  "preview-changed": {
    status: 409,
    title: "The audience has changed since the preview",
    detail: "Preview the bulletin again.[ Recipients now: {recipients}.]",
  },
  "second-person-needed": {
    status: 409,
    title: "The user who ordered it cannot approve it",
    detail: "A second person of the secretariat must approve it.",
  },
  "wrong-bulletin-state": {
    status: 409,
    title: "The bulletin is in another state",
    detail: "Read it again to see what may be done with it; none of its letters that left comes back.",
  },
  "nobody-to-resend": {
    status: 409,
    title: "No recipient of the bulletin needs it again",
    detail:
      "See its recipients: only letters that failed, bounced or had no address are sent again. Settle those whose delivery is unknown.",
  },
  "bulletin-under-way": {
    status: 409,
    title: "The letters of this bulletin are still being planned",
    detail: "Wait a moment: the recipients that it did not reach are known when every recipient has a letter.",
  },
  "nothing-to-settle": {
    status: 409,
    title: "Nothing waits to be settled here",
    detail:
      "Only a letter whose delivery is unknown, and that is not sent again automatically, is settled. Read it again to see what became of it.",
  },
  "settled-otherwise": {
    status: 409,
    title: "A person has settled this letter otherwise",
    detail: "The first decision remains valid. Read the letter again to see it.",
  },
} as const;
