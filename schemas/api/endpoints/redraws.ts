import * as z from "zod";
import { endpoint } from "../endpoint.ts";
import {
  commandRefusals,
  ForParty,
  forParty,
  outsideRefusals,
  partyCommand,
  secretariatCommand,
} from "../review-command.ts";
import { PartyId } from "../../base/ids.ts";
import { OutsideAct } from "../../model/source.ts";
import { CalendarDate, Instrument } from "../../base/values.ts";
import { LotsDeviation } from "../../model/lots.ts";
import { DocumentSymbol } from "../../model/review.ts";

/** A party with the instruments that it reviews by a drawing held outside. */
const DrawnSeat = z.strictObject({ party: PartyId, instruments: z.array(Instrument).min(1).max(4) });

/** Reason for which a drawing held outside remains valid although it breaks a rule for a party. */
const DeviationRequest = z.strictObject(LotsDeviation.shape);

const lotsViews = () => import("../../views/lots.ts");

export const AskRedraw = endpoint({
  ...partyCommand,
  id: "askRedraw",
  path: "/v1/reviews/{reviewId}/redraw-requests",
  tag: "Redraws",
  action: "redraw.ask",
  summary: "Request that lots be drawn again for a reviewing seat",
  description:
    "The party under review for any reviewing seat, a reviewing party for its own; at most four times per party. A request that waits already is not counted again; where both parties request one seat, each request counts for its party, and one redraw answers both.",
  body: z.strictObject({ seat: PartyId, ...forParty }).meta({ id: "RedrawRequest" }),
  refusals: [...commandRefusals, "unknown-seat", "redraws-used-up", ...outsideRefusals],
});

export const WaiveReviewerLimit = endpoint({
  ...partyCommand,
  id: "waiveReviewerLimit",
  path: "/v1/reviews/{reviewId}/reviewer-limit-waiver",
  tag: "Redraws",
  action: "reviewer-limit.waive",
  summary: "Waive that at most four parties review",
  description:
    "The party under review waives it; from then on lots drawn again may bring a fifth reviewer where additional draws take one.",
  body: ForParty,
  refusals: [...commandRefusals, ...outsideRefusals],
});

export const CarryOutRedraw = endpoint({
  ...secretariatCommand,
  id: "carryOutRedraw",
  path: "/v1/reviews/{reviewId}/redraws",
  tag: "Redraws",
  action: "redraw.carry-out",
  summary: "Draw lots again for a requested seat, or record a drawing held outside",
  description:
    "Without `drawn` the lots are drawn here among all parties that keep the rules, by the seed that the reply names. What the party drawn has not joined is filled by an additional draw, and additional reviewers that are no longer needed leave, in the same step; where that would take a fifth reviewer, it is refused by that rule until the party under review waives it. A drawing held outside is recorded as it was, with its day and document: who came with the seat, who reviews less or has left since, and no other party. A rule that it breaks is accepted only with its reason among `deviations`, one for each rule and party.",
  body: z
    .strictObject({
      from: PartyId,
      drawn: z
        .strictObject({
          ...DrawnSeat.shape,
          additional: z.array(DrawnSeat).max(4).optional(),
          narrowed: z.array(DrawnSeat).max(4).optional(),
          leaving: z.array(PartyId).max(4).optional(),
          drawnOn: CalendarDate,
          document: DocumentSymbol,
          deviations: z.array(DeviationRequest).max(20).optional(),
        })
        .optional(),
    })
    .meta({ id: "RedrawRecord" }),
  status: 201,
  reply: async () => (await lotsViews()).RedrawView,
  location: true,
  idempotencyKey: "required",
  refusals: [
    ...commandRefusals,
    "unknown-seat",
    "seat-held",
    "redraw-not-asked",
    "breaks-lots-rules",
    "date-in-the-future",
    "date-too-early",
    "nobody-to-draw",
    "unknown-party",
  ],
});

export const AddInstruments = endpoint({
  ...secretariatCommand,
  id: "addInstruments",
  path: "/v1/reviews/{reviewId}/instruments/additions",
  tag: "Redraws",
  action: "instruments.add",
  summary: "Let a review cover instruments that its party joined later",
  description:
    "A review that has not started takes in what its party has joined by then, and no agreement is needed. What a party joins later enters with the next cluster, or at once where every party of the review agrees; each agreement is recorded with its day and source, none of a day before the party had joined, and none is needed before the start. It is possible until the answers are submitted. Parties that already review take what they have joined; for what is lacking come those who review it for the party in another cluster, and else an additional draw, by the seed in the public record of the pairing, brings reviewers. Where that would take a fifth reviewer, it is refused by that rule until the party under review waives it. Reviews of later clusters that follow and have not started take in these instruments too, with these reviewers; where another party would have to be drawn for one, or a rule of the lots would break, it does not change and is among `joinedSince` of its phase.",
  body: z
    .strictObject({
      instruments: z
        .array(Instrument)
        .min(1)
        .max(4)
        .refine((all) => new Set(all).size === all.length, { error: "must name each instrument once" }),
      agreements: z.array(OutsideAct).max(20),
    })
    .meta({ id: "InstrumentAddition" }),
  idempotencyKey: "required",
  refusals: [
    ...commandRefusals,
    "instruments-reviewed",
    "instruments-not-joined",
    "parties-disagree",
    "breaks-lots-rules",
    "not-in-this-review",
    "source-in-the-future",
    "date-in-the-future",
    "date-too-early",
  ],
});
