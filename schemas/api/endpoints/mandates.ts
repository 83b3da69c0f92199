import * as z from "zod";
import { endpoint, plain } from "../endpoint.ts";
import { forParty } from "../review-command.ts";
import { MandateId, PartyId } from "../../base/ids.ts";
import { Nominee } from "../../model/user.ts";
import { CalendarDate, Reason } from "../../base/values.ts";
import { MandateEndReason } from "../../model/mandate-end-reason.ts";
import type { ProblemKind } from "../../problems/problems.ts";

/** Further refusals of the record of a change that a party reported. */
const recordRefusals: readonly ProblemKind[] = ["source-missing", "source-in-the-future", "date-in-the-future"];

const coreViews = () => import("../../views/core.ts");

/** Changes of what a party's people are named for. */
const change = {
  ...plain,
  function: "review-api",
  access: "token",
  method: "POST",
  tag: "Nominations",
  params: z.strictObject({ partyId: PartyId, mandateId: MandateId }),
  reply: async () => (await coreViews()).MandateChangeView,
  idempotencyKey: "required",
  showsPeople: true,
} as const;

export const ReplaceMandate = endpoint({
  ...change,
  id: "replaceMandate",
  path: "/v1/parties/{partyId}/mandates/{mandateId}/replacement",
  action: "mandate.replace",
  summary: "Replace a focal point, an expert or an observer by a successor",
  description:
    "Takes effect in every review in which the mandate is held, immediately, on a day ahead or on one that is over: until then both read and the old one clears, from then the old one's access has ended and open obligations have moved. What the old one did since a day that is over remains valid; `actsSince` names it. The secretariat records what a party reported with `onBehalfOf`; without `effectiveOn` it then holds from `happenedOn`. A day that was set may come earlier: repeat the request with the earlier day, on which the successor then begins. `reason` is a code and is counted without names; an earlier day keeps a reason that was stated before.",
  body: z
    .strictObject({
      person: Nominee,
      effectiveOn: CalendarDate.optional(),
      reason: MandateEndReason.optional(),
      ...forParty,
    })
    .meta({ id: "Replacement" }),
  refusals: [
    "not-found",
    "not-yours",
    "unknown-mandate",
    "mandate-ended",
    "ends-earlier",
    "successor-named",
    "already-serves",
    "serves-other-party",
    "seat-full",
    "namings-used-up",
    "acceptance-needed",
    "unknown-person",
    "person-closed",
    "person-erased",
    "address-in-use",
    "address-not-usable",
    "date-too-early",
    "date-too-late",
    ...recordRefusals,
    "conflict",
  ],
});

export const RemoveMandate = endpoint({
  ...change,
  id: "removeMandate",
  path: "/v1/parties/{partyId}/mandates/{mandateId}/removal",
  action: "mandate.remove",
  summary: "Remove a focal point, an expert or an observer without a successor",
  description:
    "The nomination of a focal point is due again within two weeks, of the last expert within four, from the day of the removal, which may be over; the stage of a review stays. The secretariat records what a party reported with `onBehalfOf`; without `effectiveOn` it then holds from `happenedOn`. A day that was set may come earlier; a focal point named to follow then begins on that day. `reason` is a code and is counted without names.",
  body: z
    .strictObject({ effectiveOn: CalendarDate.optional(), reason: MandateEndReason.optional(), ...forParty })
    .meta({ id: "Removal" }),
  refusals: [
    "not-found",
    "not-yours",
    "unknown-mandate",
    "mandate-ended",
    "ends-earlier",
    "namings-used-up",
    "date-too-early",
    "date-too-late",
    ...recordRefusals,
    "conflict",
  ],
});

export const ReverseNomination = endpoint({
  ...change,
  id: "reverseNomination",
  path: "/v1/parties/{partyId}/mandates/{mandateId}/reversal",
  action: "mandate.reverse",
  summary: "Reverse a nomination that was recorded by mistake",
  description:
    "The nomination never was, in any review in which the mandate runs: no figure counts it, also not as a change of focal point. A person whom it replaced serves on; where there was none, the obligation to nominate is open again with its dates. The person is notified, and the person who continues to serve gets a handover brief. Refused once the person has acted, or an end is set: then the person is removed or replaced.",
  body: z.strictObject({ reason: Reason }).meta({ id: "NominationReversal" }),
  refusals: [
    "not-found",
    "not-yours",
    "unknown-mandate",
    "mandate-ended",
    "acted-since",
    "namings-used-up",
    "conflict",
  ],
});
