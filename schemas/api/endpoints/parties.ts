import * as z from "zod";
import { endpoint, plain } from "../endpoint.ts";
import { PartyId } from "../../base/ids.ts";
import { PageQuery } from "../../base/paging.ts";
import { NewMissionContacts, NoteVerbale, PartyCorrection } from "../../model/party.ts";
import { Reason } from "../../base/values.ts";

const coreViews = () => import("../../views/core.ts");

const common = { ...plain, function: "review-api", access: "token" } as const;

const party = z.strictObject({ partyId: PartyId });

export const ListParties = endpoint({
  ...common,
  id: "listParties",
  method: "GET",
  path: "/v1/parties",
  tag: "Parties",
  action: "parties.read",
  summary: "Parties to the Convention",
  query: PageQuery,
  reply: async () => {
    const { pageOf, PartyView } = await coreViews();
    return pageOf("PartyPage", PartyView);
  },
});

export const GetParty = endpoint({
  ...common,
  id: "getParty",
  method: "GET",
  path: "/v1/parties/{partyId}",
  tag: "Parties",
  action: "parties.read",
  summary: "One party",
  params: party,
  reply: async () => (await coreViews()).PartyView,
  etag: true,
  refusals: ["not-found"],
});

export const GetMission = endpoint({
  ...common,
  id: "getMission",
  method: "GET",
  path: "/v1/parties/{partyId}/mission",
  tag: "Parties",
  action: "mission.read",
  summary: "How the party's permanent mission is reached",
  params: party,
  reply: async () => (await coreViews()).MissionView,
  etag: true,
  refusals: ["not-found"],
});

export const PutMission = endpoint({
  ...common,
  id: "putMission",
  method: "PUT",
  path: "/v1/parties/{partyId}/mission",
  tag: "Parties",
  action: "mission.write",
  summary: "Set the mission's addresses, language and place",
  description:
    "A letter notifies the previous address of a new one. Until it is confirmed, letters to the mission go to both: to it, and to the last that was confirmed. An address that was never confirmed and is replaced in turn gets nothing more. A `publicOffice` is shown on the public page of the party: to set it is the party’s consent to that, and to set it to null, or to leave it out, takes the consent back; copies of the page are kept for five minutes.",
  params: party,
  body: NewMissionContacts,
  reply: async () => (await coreViews()).MissionView,
  ifMatch: "required",
  etag: true,
  refusals: ["not-found", "not-yours", "namings-used-up"],
});

export const ConfirmMission = endpoint({
  ...plain,
  function: "secretariat-api",
  access: "token",
  id: "confirmMission",
  idempotencyKey: "optional",
  method: "POST",
  path: "/v1/parties/{partyId}/mission/confirmation",
  tag: "Parties",
  action: "mission.confirm",
  summary: "Record the note verbale by which a mission confirms its address",
  description:
    "Until the address of a mission is confirmed, letters also go to the previous one. It is confirmed by this, or automatically as soon as the account of the mission that has the new address is used after a sign-in that followed the change. An address that waits for no confirmation is returned unchanged.",
  params: party,
  body: z.strictObject({ note: NoteVerbale }).meta({ id: "MissionConfirmation" }),
  reply: async () => (await coreViews()).MissionView,
  ifMatch: "required",
  etag: true,
  refusals: ["not-yours", "not-found", "date-in-the-future", "date-too-early", "conflict"],
});

const bySecretariat = { ...plain, function: "secretariat-api", access: "token" } as const;

/** A reason goes into the journal, from which nothing is ever erased. */
const LastingReason = Reason.meta({ description: "Stays in the journal for good: name no person and no address" });

export const CorrectParty = endpoint({
  ...bySecretariat,
  id: "correctParty",
  method: "PATCH",
  path: "/v1/parties/{partyId}",
  tag: "Parties",
  action: "party.correct",
  summary: "Correct what is recorded of a party, with the reason",
  params: z.strictObject({ partyId: PartyId }),
  body: z.strictObject({ correction: PartyCorrection, reason: LastingReason }).meta({ id: "PartyCorrectionRequest" }),
  reply: async () => (await coreViews()).PartyView,
  ifMatch: "required",
  etag: true,
  refusals: ["not-found", "not-yours"],
});
