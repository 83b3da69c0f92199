/** Problems of what was taken over: one of the parts of the table of problems. */
export const importProblems = {
  "reminders-paused": {
    status: 409,
    title: "A group was taken over, and the letters of its resumption have not left",
    advice:
      "Resume its reminders first (`previewResumption`, `resumeReminders`), of several those of `groups`. Once the letters of the resumption have left, at 09:00 in Vienna, repeat the request.",
  },
  "nothing-paused": {
    status: 409,
    title: "Nothing of the group is held",
    advice: "Read the group: only one that an import took over, started, is resumed, and only once.",
  },
  "resumption-preview-changed": {
    status: 409,
    title: "A preview of the resumption counts something else now",
    advice:
      "Preview the resumption again and quote the new hash: `recipients` gives the number of letters that would leave now.",
  },
} as const;
