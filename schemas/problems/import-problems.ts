/** Problems of what was taken over: one of the parts of the table of problems. */
export const importProblems = {
  "reminders-held": {
    status: 409,
    title: "The group was taken over, and its reminders are not released",
    advice:
      "Release them first (`previewGroupRelease`, `releaseGroup`); then its start is undone or corrected as that of any group.",
  },
  "nothing-held": {
    status: 409,
    title: "Nothing of the group is held",
    advice: "Read the group: only one that an import took over, started, is released, and only once.",
  },
  "release-preview-changed": {
    status: 409,
    title: "A preview of the release counts something else now",
    advice: "Preview the release again and quote the new hash: `recipients` tells how many letters would leave now.",
  },
} as const;
