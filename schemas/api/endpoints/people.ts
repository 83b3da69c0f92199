import * as z from "zod";
import { endpoint, plain } from "../endpoint.ts";
import { PartyId, UserId } from "../../base/ids.ts";
import { PersonCorrection } from "../../model/user.ts";

const common = {
  ...plain,
  function: "review-api",
  access: "token",
  path: "/v1/parties/{partyId}/people/{userId}",
  tag: "Nominations",
  params: z.strictObject({ partyId: PartyId, userId: UserId }),
  reply: async () => (await import("../../views/user.ts")).PartyPersonView,
  etag: true,
} as const;

export const GetPerson = endpoint({
  ...common,
  id: "getPerson",
  method: "GET",
  action: "person.read",
  summary: "The stored data about a person named by the party",
  description: "For those who may correct it: the person, the permanent mission of the party, and the secretariat.",
  refusals: ["not-found", "contacts-used-up"],
});

export const CorrectPerson = endpoint({
  ...common,
  id: "correctPerson",
  method: "PATCH",
  action: "person.correct",
  summary: "Correct the address, telephone or other details of a person named by the party",
  description:
    "A correction and no replacement: the person stays the same in every mandate and figure. It is confirmed by letter to the person; where the address is another, to both addresses, the account of the old one ends at once, and the person is invited at the new one. Optional details are cleared by null. What is recorded already changes nothing.",
  body: z.strictObject({ person: PersonCorrection }).meta({ id: "PersonCorrectionRequest" }),
  ifMatch: "required",
  refusals: [
    "not-yours",
    "not-found",
    "serves-two-parties",
    "person-closed",
    "person-erased",
    "address-in-use",
    "address-not-usable",
    "namings-used-up",
    "conflict",
  ],
});
