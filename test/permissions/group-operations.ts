import type { ActionCalls, Operation } from "./operation.ts";
import { ownAndOther } from "./request-parts.ts";

/** The hash of no preview; the refusal that the preview differs shows the right. */
const noPreview = "0".repeat(64);

/** Answered with one of these problems, a call was allowed, and changed nothing. */
const shownBy =
  (...problems: readonly string[]): NonNullable<Operation["outcomeOf"]> =>
  ({ status, problem = "" }) =>
    status < 300 || problems.includes(problem) ? "allowed" : problem || String(status);

/** Operations on groups. */
export const groupOperations = {
  "groups.read": { on: [{ id: "listGroups", query: "?limit=1" }, { id: "getGroup" }] },
  "group.start": {
    on: [
      {
        id: "startGroup",
        body: () => ({ startedOn: "2020-12-01", preview: noPreview }),
        harmless: "as it is",
        outcomeOf: shownBy("start-preview-changed", "group-already-started"),
      },
      {
        id: "previewGroupStart",
        body: () => ({ startedOn: "2020-12-01" }),
        harmless: "as it is",
        outcomeOf: shownBy("group-already-started"),
      },
    ],
  },
  // No start can be approved that does not wait, or undone after parties have acted.
  "group.approve-start": {
    on: [{ id: "approveGroupStart", harmless: "as it is", outcomeOf: shownBy("wrong-group-state") }],
  },
  "group.correct-start": {
    on: [
      {
        id: "correctGroupStart",
        // The day on which the groups of the grid have started.
        body: () => ({ what: "start", to: "2020-12-01", reason: "Requested by its party" }),
        harmless: "as it is",
        outcomeOf: shownBy("wrong-group-state"),
      },
    ],
  },
  "reminders.resume": {
    on: [
      { id: "previewResumption", harmless: "as it is", outcomeOf: shownBy("nothing-paused") },
      {
        id: "resumeReminders",
        body: () => ({ preview: noPreview }),
        harmless: "as it is",
        outcomeOf: shownBy("nothing-paused"),
      },
    ],
  },
  "group.reverse-start": {
    on: [
      {
        id: "reverseGroupStart",
        body: () => ({ what: "start", reason: "Requested by its party" }),
        // No order of a start waits in a group that has started; its start itself might be undone.
        harmless: { body: () => ({ what: "order", reason: "Requested by its party" }), outcome: "allowed" },
        // Where nothing is written, the check of the start is never found that an undoing notes first.
        outcomeOf: shownBy("wrong-group-state", "party-has-acted", "conflict"),
      },
    ],
  },
  "phases.read": { on: [{ id: "listPhases" }, { id: "getPhase", params: () => ({ phaseId: "c1" }) }] },
  // No reviews of the first group are concluded in any scene, so that the gate is closed.
  "phase.open": {
    on: [
      { id: "previewPhaseOpening", params: () => ({ phaseId: "c4" }), harmless: "as it is" },
      {
        id: "openPhase",
        params: () => ({ phaseId: "c4" }),
        body: () => ({ preview: noPreview }),
        harmless: "as it is",
        outcomeOf: shownBy("gate-not-reached", "phase-preview-changed"),
      },
      // No phase is opened here.
      {
        id: "correctPhaseOpening",
        params: () => ({ phaseId: "c4" }),
        body: () => ({ what: "opening", to: { openedOn: "2020-12-01" }, reason: "A slip" }),
        harmless: "as it is",
        outcomeOf: shownBy("phase-not-open"),
      },
    ],
  },
  "mandates.confirm": {
    about: ownAndOther,
    on: [
      {
        id: "confirmMandates",
        body: () => ({ phase: "c4" }),
        harmless: "as it is",
        outcomeOf: shownBy("phase-not-open"),
      },
    ],
  },
} as const satisfies Readonly<Record<string, ActionCalls>>;
