/** Problems of what was taken over: one of the parts of the table of problems. */
export const importProblems = {
  "reminders-held": {
    status: 409,
    title: "A group was taken over, and the letters of its release have not left",
    advice:
      "Release its reminders first (`previewGroupRelease`, `releaseGroup`), of several those of `groups`. Once the letters of the release have left, at 09:00 in Vienna, repeat the request.",
  },
  "nothing-held": {
    status: 409,
    title: "Nothing of the group is held",
    advice: "Read the group: only one that an import took over, started, is released, and only once.",
  },
  "release-preview-changed": {
    status: 409,
    title: "A preview of the release counts something else now",
    advice:
      "Preview the release again and quote the new hash: `recipients` gives the number of letters that would leave now.",
  },
} as const;
