import * as z from "zod";
import { MandateId, PartyId } from "../../base/ids.ts";
import { PageQuery } from "../../base/paging.ts";
import { endpoint, plain } from "../endpoint.ts";
import { forParty } from "../review-command.ts";

const views = () => import("../../views/mandate-offers.ts");

const common = { ...plain, function: "review-api", access: "token", tag: "Nominations" } as const;
const own = z.strictObject({ mandateId: MandateId });

export const ListMandateOffers = endpoint({
  ...common,
  id: "listMandateOffers",
  method: "GET",
  path: "/v1/parties/{partyId}/mandate-offers",
  action: "mandate-offers.read",
  summary: "Mandates for people of other parties that wait for their acceptance",
  params: z.strictObject({ partyId: PartyId }),
  query: z.strictObject({ ...PageQuery.shape }),
  reply: async () => (await views()).MandateOffersPage,
  refusals: ["not-found"],
});

export const AcceptMandateOffer = endpoint({
  ...common,
  id: "acceptMandateOffer",
  method: "POST",
  path: "/v1/me/mandate-offers/{mandateId}/acceptance",
  action: "mandate-offer.answer",
  summary: "Accept a mandate of another party; it begins now",
  params: own,
  reply: async () => (await views()).OfferEndView,
  idempotencyKey: "optional",
  refusals: [
    "not-yours",
    "unknown-offer",
    "person-closed",
    "focal-point-exists",
    "not-in-this-review",
    "no-review-to-serve",
    "serves-other-party",
    "instrument-not-of-seat",
    "named-otherwise",
    "seat-full",
    "wrong-stage",
    "conflict",
  ],
});

export const RefuseMandateOffer = endpoint({
  ...common,
  id: "refuseMandateOffer",
  method: "POST",
  path: "/v1/me/mandate-offers/{mandateId}/refusal",
  action: "mandate-offer.answer",
  summary: "Refuse a mandate of another party",
  params: own,
  reply: async () => (await views()).OfferEndView,
  idempotencyKey: "optional",
  refusals: ["not-yours", "unknown-offer", "conflict"],
});

export const WithdrawMandateOffer = endpoint({
  ...common,
  id: "withdrawMandateOffer",
  method: "POST",
  path: "/v1/parties/{partyId}/mandate-offers/{mandateId}/withdrawal",
  action: "mandate-offer.withdraw",
  summary: "Withdraw a mandate that waits for the acceptance of the person",
  params: z.strictObject({ partyId: PartyId, mandateId: MandateId }),
  body: z.strictObject({ ...forParty }).meta({ id: "OfferWithdrawal" }),
  reply: async () => (await views()).OfferEndView,
  idempotencyKey: "optional",
  refusals: ["not-found", "not-yours", "unknown-offer", "source-missing", "source-in-the-future", "conflict"],
});
