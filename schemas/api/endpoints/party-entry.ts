import * as z from "zod";
import { endpoint, plain } from "../endpoint.ts";
import { GroupId, PartyId } from "../../base/ids.ts";
import { LotsDeviation } from "../../model/lots.ts";
import { Source } from "../../model/source.ts";
import { DocumentSymbol, RecordedDecision, Seat } from "../../model/review.ts";
import { CalendarDate, Instrument } from "../../base/values.ts";
import type { ProblemKind } from "../../problems/problems.ts";

const lotsViews = () => import("../../views/lots.ts");

const common = {
  ...plain,
  function: "secretariat-api",
  access: "token",
  method: "POST",
  tag: "Parties",
  action: "party.enter",
  params: z.strictObject({ partyId: PartyId }),
} as const;

/** Place in which a new party is reviewed, and the limits that it waived. */
const place = {
  group: GroupId,
  limitWaived: z.literal(true).optional(),
} as const;

const placeRefusals: readonly ProblemKind[] = [
  "not-found",
  "group-not-planned",
  "party-has-review",
  "wrong-group-state",
  "reminders-paused",
  "convention-not-joined",
  "breaks-lots-rules",
];

export const PreviewPartyEntry = endpoint({
  ...common,
  id: "previewPartyEntry",
  path: "/v1/parties/{partyId}/entry/previews",
  summary: "Preview the review of a new party: its instruments and the candidates for its reviewers",
  description:
    "By what parties have joined today, over all live pairings. Nothing is drawn, so that no user can choose among seeds; where the rules allow no draw, it is refused by that rule.",
  body: z.strictObject(place).meta({ id: "EntryPlace" }),
  reply: async () => (await lotsViews()).EntryPreviewView,
  refusals: placeRefusals,
});

export const EnterParty = endpoint({
  ...common,
  id: "enterParty",
  path: "/v1/parties/{partyId}/entry",
  summary: "Record the decision by which a new party takes part, and draw its reviewers",
  description:
    "The party takes part from then on, is reviewed in the group for all that it has joined by the day of the draw, and may be drawn as a reviewer. Without `drawn` the lots are drawn here, over all live pairings, by the seed in the public record; a draw held outside is recorded as it was, and a rule that it breaks is accepted only with its reason among `deviations`, one for each rule and party. Where the group has started, the review starts on `startsOn`, which is not before the decision and the draw. The missions of the party and of its reviewers are notified.",
  body: z
    .strictObject({
      ...place,
      decision: z.strictObject(RecordedDecision.shape),
      startsOn: CalendarDate.optional(),
      drawn: z
        .strictObject({
          reviewers: z
            .array(
              z.strictObject({
                ...Seat.shape,
                role: Seat.shape.role.exclude(["under-review"]),
                instruments: z.array(Instrument).min(1).max(4),
              }),
            )
            .min(1)
            .max(8),
          drawnOn: CalendarDate,
          document: DocumentSymbol,
          deviations: z.array(z.strictObject(LotsDeviation.shape)).max(20).optional(),
        })
        .optional(),
    })
    .meta({ id: "EntryRecord" }),
  status: 201,
  reply: async () => (await lotsViews()).PairingRecord,
  location: true,
  idempotencyKey: "required",
  refusals: [...placeRefusals, "unknown-party", "date-in-the-future", "date-too-early", "conflict"],
});

export const DeferServing = endpoint({
  ...common,
  action: "serving.defer",
  id: "deferServing",
  ifMatch: "optional",
  path: "/v1/parties/{partyId}/serving-deferral",
  summary: "Record that a party defers serving as a reviewer in its own year, or takes that back",
  description:
    "While it does, it is drawn for no review of the group in which it is reviewed itself; seats that it holds stay. Whether that is allowed is a setting.",
  body: z
    .strictObject({ defers: z.boolean(), happenedOn: CalendarDate, source: Source })
    .meta({ id: "ServingDeferral" }),
  reply: async () => (await import("../../views/core.ts")).PartyView,
  etag: true,
  idempotencyKey: "required",
  refusals: [
    "not-found",
    "deferral-not-allowed",
    "source-in-the-future",
    "date-in-the-future",
    "date-too-early",
    "conflict",
  ],
});
