import * as z from "zod";
import { endpoint, plain } from "../endpoint.ts";
import { PartyId, ReviewId } from "../../base/ids.ts";
import { CalendarDate, Reason } from "../../base/values.ts";
import { DocumentSymbol } from "../../model/review.ts";

const common = {
  ...plain,
  function: "secretariat-api",
  access: "token",
  method: "POST",
  tag: "Parties",
  action: "party.leave",
  params: z.strictObject({ partyId: PartyId }),
  reply: async () => (await import("../../views/core.ts")).PartyView,
  etag: true,
  idempotencyKey: "required",
} as const;

export const LeaveParty = endpoint({
  ...common,
  id: "leaveParty",
  path: "/v1/parties/{partyId}/departure",
  summary: "Record that a party has left the Convention",
  description:
    "On the day on which it took effect, by the document that notified it. Its own reviews that have not concluded go no further; for its seats in others lots are to be drawn by `carryOutRedraw`, which counts for no party. Its duties fall away, and the mandates of its people end. The missions of the reviews concerned are told. What was recorded wrongly is corrected by `correctDeparture`, or undone by `undoDeparture`.",
  body: z.strictObject({ leftOn: CalendarDate, document: DocumentSymbol }).meta({ id: "DepartureRecord" }),
  refusals: ["not-found", "not-taking-part", "date-in-the-future", "date-too-early", "conflict"],
});

export const CorrectDeparture = endpoint({
  ...common,
  id: "correctDeparture",
  path: "/v1/parties/{partyId}/departure/correction",
  summary: "Correct the day or the document of a departure that was recorded wrongly, with a reason",
  description:
    "The departure stands on the right day in the reviews of the party and for its seats in others, and figures count by it. The day lies neither before the party had joined the Convention nor after lots were drawn for one of its seats: `review` and `contradicts` say where. Exactly those who had a letter about the departure get one that corrects it; letters that have not left tell the right day. What stands already changes nothing.",
  body: z
    .strictObject({ leftOn: CalendarDate, document: DocumentSymbol, reason: Reason })
    .meta({ id: "DepartureCorrection" }),
  refusals: ["not-found", "no-departure", "date-in-the-future", "date-too-early", "date-too-late", "conflict"],
});

export const UndoDeparture = endpoint({
  ...common,
  id: "undoDeparture",
  path: "/v1/parties/{partyId}/departure/undoing",
  summary: "Undo a departure that was recorded in error, with a reason",
  description:
    "The party takes part as before: its own reviews go on, its seats are its own again, what was owed is owed by the dates that it had, and whoever served goes on serving. Where something took the place of what ended with the departure, it is refused, and `what` says which: lots that were drawn for a seat, unless the review is among `seatsGivenUp`, or a group that started, or a phase that was opened, without its review. Exactly those who had a letter about the departure, or about the end of their mandate with it, get one that corrects it; what has not left is not sent.",
  body: z
    .strictObject({ reason: Reason, seatsGivenUp: z.array(ReviewId).max(100).optional() })
    .meta({ id: "DepartureUndoing" }),
  refusals: ["not-found", "no-departure", "departure-overtaken", "conflict"],
});
