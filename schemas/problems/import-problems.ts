/** Problems of what was taken over: one of the parts of the table of problems. */
export const importProblems = {
  "reminders-paused": {
    status: 409,
    title: "A group was taken over, and the letters of its resumption have not left",
    detail:
      "Resume its reminders first[ ({groups})]. Once the letters of the resumption have left, at 09:00 in Vienna, repeat the request.",
  },
  "nothing-paused": {
    status: 409,
    title: "Nothing of the group is held",
    detail: "Read the group: only one that an import took over, started, is resumed, and only once.",
  },
  "resumption-preview-changed": {
    status: 409,
    title: "A preview of the resumption counts something else now",
    detail:
      "Preview the resumption again, and order it from the new preview.[ Letters that would leave now: {recipients}.]",
  },
} as const;
