import * as z from "zod";
import { endpoint, plain } from "../endpoint.ts";
import { Hash, PartyId, ReviewId } from "../../base/ids.ts";
import { CalendarDate, Reason } from "../../base/values.ts";
import { DocumentSymbol } from "../../model/review.ts";

const common = {
  ...plain,
  function: "secretariat-api",
  access: "token",
  method: "POST",
  tag: "Parties",
  action: "party.denounce",
  params: z.strictObject({ partyId: PartyId }),
  reply: async () => (await import("../../views/core.ts")).PartyView,
  etag: true,
  ifMatch: "optional",
  idempotencyKey: "required",
} as const;

const Denunciation = { leftOn: CalendarDate, document: DocumentSymbol };

export const PreviewDenunciation = endpoint({
  ...plain,
  function: "secretariat-api",
  access: "token",
  method: "POST",
  tag: "Parties",
  action: "party.denounce",
  params: z.strictObject({ partyId: PartyId }),
  id: "previewDenunciation",
  path: "/v1/parties/{partyId}/denunciation/previews",
  summary: "Preview the effects of a denunciation, before anything is recorded",
  description:
    "Which reviews of the party would be discontinued, in which reviews its seat would become vacant, how many obligations would become void and mandates end, which letters would leave to which recipients, and which parties have no address on record. The order requires the `hash`, which stays valid while nothing in the preview changes.",
  body: z.strictObject(Denunciation).meta({ id: "DenunciationDraft" }),
  reply: async () => (await import("../../views/denunciation.ts")).DenunciationPreviewView,
  refusals: ["not-found", "not-yours", "not-taking-part", "date-in-the-future", "date-too-early"],
});

export const OrderDenunciation = endpoint({
  ...common,
  id: "orderDenunciation",
  path: "/v1/parties/{partyId}/denunciation",
  summary: "Order the record of a denunciation, which then waits for a second person",
  description:
    "With the date on which the denunciation took effect, the document that notified it, and the `hash` of a preview (`previewDenunciation`). Nothing changes until a second person of the secretariat approves it (`approveDenunciation`): until then the party has `denunciationOrdered`. Another order replaces the one that waits, and `reverseDenunciation` withdraws it. Refused if a preview has another result by now.",
  body: z.strictObject({ ...Denunciation, preview: Hash }).meta({ id: "DenunciationOrder" }),
  refusals: [
    "not-found",
    "not-taking-part",
    "denunciation-preview-changed",
    "date-in-the-future",
    "date-too-early",
    "conflict",
  ],
});

export const ApproveDenunciation = endpoint({
  ...common,
  action: "party.approve-denunciation",
  id: "approveDenunciation",
  path: "/v1/parties/{partyId}/denunciation/approval",
  summary: "Approve a denunciation as a second person of the secretariat",
  description:
    "Not possible for the officer who ordered it. The reviews of the party that have not concluded are discontinued; for its seats in other reviews lots are drawn by `carryOutRedraw`, which counts for no party. Its obligations become void, and the mandates of its people end. The missions of the reviews concerned are notified. Refused if a preview has another result than the one that was ordered. `correctDenunciation` corrects a mistake, `reverseDenunciation` undoes it.",
  refusals: [
    "not-found",
    "not-yours",
    "denunciation-not-ordered",
    "second-person-needed",
    "too-new-to-approve",
    "not-confirmed",
    "denunciation-preview-changed",
    "not-taking-part",
    "date-in-the-future",
    "date-too-early",
    "conflict",
  ],
});

export const CorrectDenunciation = endpoint({
  ...common,
  id: "correctDenunciation",
  path: "/v1/parties/{partyId}/corrections",
  summary: "Correct the day or the document of a denunciation that was recorded wrongly, with a reason",
  description:
    "The denunciation takes the right day in the reviews of the party and for its seats in others, and figures count by it. The day lies neither before the party had joined the Convention nor after lots were drawn for one of its seats: `review` and `contradicts` say where. Exactly those who had a letter about the denunciation get one that corrects it; letters that have not left state the right day. A correction without effect changes nothing.",
  body: z
    .strictObject({
      what: z.literal("denunciation"),
      to: z.strictObject(Denunciation).meta({ id: "CorrectedDenunciation" }),
      reason: Reason,
    })
    .meta({ id: "DenunciationCorrection" }),
  refusals: ["not-found", "no-denunciation", "date-in-the-future", "date-too-early", "date-too-late", "conflict"],
});

export const ReverseDenunciation = endpoint({
  ...common,
  id: "reverseDenunciation",
  path: "/v1/parties/{partyId}/denunciation/reversal",
  summary: "Undo a denunciation that was recorded in error, or withdraw the order of one, with a reason",
  description:
    "A denunciation that waits for a second person is withdrawn, and nothing else changes. After its approval: the party takes part as before: its own reviews proceed, its seats return to it, its obligations are open again with their earlier dates, and persons who served continue to serve. Where something took the place of what ended with the denunciation, it is refused, and `what` says which: lots that were drawn for a seat, unless the review is among `seatsGivenUp`, or a group that started, or a phase that was opened, without its review. Exactly those who had a letter about the denunciation, or about the end of their mandate with it, get one that corrects it; what has not left is not sent.",
  body: z
    .strictObject({ reason: Reason, seatsGivenUp: z.array(ReviewId).max(100).optional() })
    .meta({ id: "DenunciationReversal" }),
  refusals: ["not-found", "no-denunciation", "denunciation-overtaken", "conflict"],
});
