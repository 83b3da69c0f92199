import type { ActionCalls, Operation } from "./operation.ts";

/** No party has left here: that refusal shows the right, as a day before the launch does for a denunciation. */
const withNobodyGone: NonNullable<Operation["outcomeOf"]> = ({ status, problem = "" }) =>
  problem === "no-denunciation" ? "date-too-early" : problem || String(status);

/** The refusal that no denunciation waits shows the right to approve one. */
const withNoOrder: NonNullable<Operation["outcomeOf"]> = ({ status, problem = "" }) =>
  problem === "denunciation-not-ordered" ? "date-too-early" : problem || String(status);

/** Commands of parties after the lots: to enter, defer serving and leave, as the secretariat records them. */
export const partyOperations = {
  "party.enter": {
    on: [
      { id: "previewPartyEntry", body: () => ({ group: "c1-g1" }), harmless: "as it is" },
      {
        id: "enterParty",
        body: ({ place: { today } }) => ({
          group: "c1-g1",
          decision: { body: "conference", document: "CTOC/COP/2024/5", decidedOn: today },
        }),
        harmless: "as it is",
      },
    ],
  },
  "party.denounce": {
    on: [
      {
        id: "previewDenunciation",
        body: () => ({ leftOn: "2019-01-01", document: "C.N.55.2018" }),
        harmless: "as it is",
      },
      {
        id: "orderDenunciation",
        body: () => ({ leftOn: "2019-01-01", document: "C.N.55.2018", preview: "0".repeat(64) }),
        harmless: "as it is",
      },
      {
        id: "correctDenunciation",
        body: () => ({
          what: "denunciation",
          to: { leftOn: "2019-01-01", document: "C.N.55.2018" },
          reason: "A slip",
        }),
        harmless: "as it is",
        outcomeOf: withNobodyGone,
      },
      {
        id: "reverseDenunciation",
        body: () => ({ reason: "Another party was meant" }),
        harmless: "as it is",
        outcomeOf: withNobodyGone,
      },
    ],
  },
  // No denunciation waits here.
  "party.approve-denunciation": {
    on: [{ id: "approveDenunciation", harmless: "as it is", outcomeOf: withNoOrder }],
  },
  "serving.defer": {
    on: [
      {
        id: "deferServing",
        body: ({ place: { today } }) => ({ defers: true, happenedOn: today, source: { kind: "call", date: today } }),
        harmless: "as it is",
      },
    ],
  },
} as const satisfies Readonly<Record<string, ActionCalls>>;
