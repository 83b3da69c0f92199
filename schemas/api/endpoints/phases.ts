import * as z from "zod";
import { endpoint, plain } from "../endpoint.ts";
import { forParty } from "../review-command.ts";
import { GroupId, Hash, PartyId, PhaseId } from "../../base/ids.ts";
import { CalendarDate, Reason } from "../../base/values.ts";
import { PhaseDecision } from "../../model/phase.ts";

const phaseViews = () => import("../../views/phase.ts");

const common = { ...plain, function: "review-api", access: "token", tag: "Phases" } as const;
const ofOne = z.strictObject({ phaseId: PhaseId });

export const ListPhases = endpoint({
  ...common,
  id: "listPhases",
  method: "GET",
  path: "/v1/phases",
  action: "phases.read",
  summary: "The phases of the Mechanism in the order in which their clusters are reviewed",
  description:
    "Each phase reviews one thematic cluster; the cluster that follows may be opened while reviews of the previous one continue. `gate` says how far the first group of the phase before has come, for the phase that is next and, as it was counted then, for those that are open.",
  reply: async () => (await phaseViews()).PhaseList,
});

export const GetPhase = endpoint({
  ...common,
  id: "getPhase",
  method: "GET",
  path: "/v1/phases/{phaseId}",
  action: "phases.read",
  summary: "One phase, with the reviews that its gate counts and the articles that it reviews",
  description:
    "`gateReviews` lists the reviews behind `gate` with their current status: what is concluded, and what is not. `drawings` are the seats that lots gave at the opening for instruments that parties had joined since, with the lots, so that any reader can repeat the draw. To the secretariat only: `unconfirmed` names the parties that have not confirmed their people; `joinedSince` the reviews that have not started and do not cover all that their party has joined, which `addInstruments` lets them take in; `withoutReview` the parties reviewed in the phase before that have no review in this one.",
  params: ofOne,
  reply: async () => (await phaseViews()).PhaseDetails,
  refusals: ["not-found"],
});

export const GetGroupTimeline = endpoint({
  ...common,
  id: "getGroupTimeline",
  method: "GET",
  path: "/v1/groups/{groupId}/timeline",
  action: "figures.read",
  summary: "The indicative timeline of a group: by when each step was expected, and how many reviews are behind it",
  description:
    "Counted from the planned start of the group, so that reviews whose own dates have not begun are behind it as well. It is a measure and no obligation: there are no reminders about it. `reviews` of a step names those behind, to the secretariat only.",
  params: z.strictObject({ groupId: GroupId }),
  reply: async () => (await phaseViews()).GroupTimeline,
  refusals: ["not-found"],
});

const bySecretariat = { ...common, function: "secretariat-api", action: "phase.open", method: "POST" } as const;

export const PreviewPhaseOpening = endpoint({
  ...bySecretariat,
  id: "previewPhaseOpening",
  path: "/v1/phases/{phaseId}/opening/previews",
  summary: "See what opening a phase would bring about, before anything is recorded",
  description:
    "How far its gate is, which groups it would have and when each is planned to start, whose instruments change because they joined some since, for which parties no reviewers could be drawn and by which rule, how many letters would leave, and which parties have left no address. `hash` is what the opening quotes. Lots are drawn with the opening and not with the preview.",
  params: ofOne,
  reply: async () => (await phaseViews()).PhasePreview,
  refusals: ["not-yours", "phase-already-open", "phase-not-next", "reminders-paused"],
});

export const OpenPhase = endpoint({
  ...bySecretariat,
  id: "openPhase",
  ifMatch: "optional",
  path: "/v1/phases/{phaseId}/opening",
  summary: "Open the phase of the next cluster",
  description:
    "Where 70 per cent of the reviews of the first group of the phase before are concluded, or by a decision of the Conference or its working group, recorded as `decision`. Its reviews are set up one by one right after, by the current pairings and with the people who serve, and its groups are planned; `state` turns from `opening` to `open`, and the mission of each party gets one letter that requests it to confirm or replace its people. Groups start later, each by `startGroup`. While a group of the phase before was taken over and the letters of its resumption have not left, it is refused: they are the first that its parties get.",
  params: ofOne,
  body: z.strictObject({ preview: Hash, decision: PhaseDecision.optional() }).meta({ id: "PhaseOpening" }),
  reply: async () => (await phaseViews()).PhaseView,
  status: 202,
  etag: true,
  idempotencyKey: "optional",
  refusals: [
    "not-yours",
    "phase-already-open",
    "phase-not-next",
    "reminders-paused",
    "gate-not-reached",
    "phase-preview-changed",
    "date-in-the-future",
    "date-too-early",
    "conflict",
  ],
});

export const CorrectPhaseOpening = endpoint({
  ...bySecretariat,
  id: "correctPhaseOpening",
  ifMatch: "optional",
  path: "/v1/phases/{phaseId}/corrections",
  summary: "Correct the day of an opening, or the decision behind it, that was recorded wrongly, with a reason",
  description:
    "As long as no group of the phase has started. `decision` is the one by which it was opened, and is left out where the gate was reached on that day. The day lies neither after the opening was recorded nor before its decision or the first start of the phase before; `contradicts` says what it contradicts. The planned days of the groups stay. Exactly the missions that had a letter about the opening get one that corrects it; letters that have not left state the right day. A correction without effect changes nothing.",
  params: ofOne,
  body: z
    .strictObject({
      what: z.literal("opening"),
      to: z
        .strictObject({ openedOn: CalendarDate, decision: PhaseDecision.optional() })
        .meta({ id: "CorrectedOpening" }),
      reason: Reason,
    })
    .meta({ id: "PhaseOpeningCorrection" }),
  reply: async () => (await phaseViews()).PhaseView,
  etag: true,
  idempotencyKey: "optional",
  refusals: [
    "not-yours",
    "phase-not-open",
    "phase-has-started",
    "gate-not-reached",
    "date-in-the-future",
    "date-too-early",
    "date-too-late",
    "conflict",
  ],
});

export const ConfirmMandates = endpoint({
  ...common,
  id: "confirmMandates",
  method: "POST",
  path: "/v1/parties/{partyId}/mandates/confirmation",
  action: "mandates.confirm",
  summary: "Confirm for a phase the people who serve a party",
  description:
    "Persons who serve continue from one cluster to the next; a mission confirms that here. Those who no longer serve are replaced or removed, those who are missing named, as at any time. Confirming again changes nothing.",
  params: z.strictObject({ partyId: PartyId }),
  body: z.strictObject({ phase: PhaseId, ...forParty }).meta({ id: "MandatesConfirmation" }),
  reply: async () => (await phaseViews()).MandatesConfirmed,
  idempotencyKey: "optional",
  refusals: [
    "not-found",
    "not-yours",
    "phase-not-open",
    "not-taking-part",
    "source-missing",
    "source-in-the-future",
    "date-in-the-future",
    "date-too-early",
    "conflict",
  ],
});
