/**
 * Problems that refuse the preview, order or settlement of bulletins and letters: one part of the table of problems.
 */
export const bulletinProblems = {
  "preview-used": {
    status: 409,
    title: "A bulletin was ordered of this preview",
    advice: "Read the bulletin that `bulletin` names. To send the same once more, preview it again.",
  },
  "preview-expired": {
    status: 409,
    title: "There is no preview of this hash any more",
    advice: "Preview the bulletin again and send the new hash.",
  },
  "preview-changed": {
    status: 409,
    title: "The audience has changed since the preview",
    advice: "Preview the bulletin again: `recipients` gives the number that it would reach now.",
  },
  "second-person-needed": {
    status: 409,
    title: "The user who ordered it cannot approve it",
    advice: "A second person of the secretariat must approve it.",
  },
  "wrong-bulletin-state": {
    status: 409,
    title: "The bulletin is in another state",
    advice:
      "Read it again: `state` and the letters that still wait say what may be done with it; none that left comes back.",
  },
  "nobody-to-resend": {
    status: 409,
    title: "No recipient of the bulletin needs it again",
    advice:
      "See its recipients: only letters that failed, bounced or had no address are sent again. Settle those whose delivery is unknown.",
  },
  "bulletin-under-way": {
    status: 409,
    title: "The letters of this bulletin are still being planned",
    advice: "Wait a moment: the recipients that it did not reach are known when every recipient has a letter.",
  },
  "nothing-to-settle": {
    status: 409,
    title: "Nothing waits to be settled here",
    advice:
      "Only a letter whose delivery is unknown, and that is not sent again automatically, is settled. Read it again: `state` says what became of it.",
  },
  "settled-otherwise": {
    status: 409,
    title: "A person has settled this letter otherwise",
    advice: "Read it again: `outcome` is the first decision, which remains valid.",
  },
} as const;
