import type { Call } from "../../harness/test-api.ts";

/** Commands of groups and phases. */
export const groupCommands: Readonly<Record<string, (as: string) => Call>> = {
  startGroup: (as) => [
    "POST",
    "/v1/groups/c1-g2/start",
    { as, body: { startedOn: "2020-12-01", preview: "0".repeat(64) } },
  ],
  previewGroupStart: (as) => ["POST", "/v1/groups/c1-g2/start/previews", { as, body: { startedOn: "2020-12-01" } }],
  approveGroupStart: (as) => ["POST", "/v1/groups/c1-g2/start/approval", { as }],
  reverseGroupStart: (as) => [
    "POST",
    "/v1/groups/c1-g2/start/reversal",
    { as, body: { what: "start", reason: "A wrong day" } },
  ],
  correctGroupStart: (as) => [
    "POST",
    "/v1/groups/c1-g2/corrections",
    { as, body: { what: "start", to: "2020-12-01", reason: "A wrong day" } },
  ],
  previewPhaseOpening: (as) => ["POST", "/v1/phases/c4/opening/previews", { as }],
  correctPhaseOpening: (as) => [
    "POST",
    "/v1/phases/c4/corrections",
    { as, body: { what: "opening", to: { openedOn: "2020-12-01" }, reason: "A slip" } },
  ],
  openPhase: (as) => ["POST", "/v1/phases/c4/opening", { as, body: { preview: "0".repeat(64) } }],
  confirmMandates: (as) => ["POST", "/v1/parties/FR/mandates/confirmation", { as, body: { phase: "c4" } }],
  previewResumption: (as) => ["POST", "/v1/groups/c1-g2/reminders/resumption/previews", { as }],
  resumeReminders: (as) => ["POST", "/v1/groups/c1-g2/reminders/resumption", { as, body: { preview: "0".repeat(64) } }],
};
