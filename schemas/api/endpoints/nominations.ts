import * as z from "zod";
import { ClusterQuery } from "../../base/clusters.ts";
import { endpoint, plain } from "../endpoint.ts";
import { forParty } from "../review-command.ts";
import { MandateId, PartyId, ReviewId } from "../../base/ids.ts";
import { PageQuery } from "../../base/paging.ts";
import { MandateRole, NominationKind } from "../../model/review.ts";
import { Nominee } from "../../model/user.ts";
import { CalendarDate, Instrument } from "../../base/values.ts";

const coreViews = () => import("../../views/core.ts");

const common = { ...plain, function: "review-api", access: "token" } as const;

const party = z.strictObject({ partyId: PartyId });

export const ListMandates = endpoint({
  ...common,
  id: "listMandates",
  method: "GET",
  path: "/v1/parties/{partyId}/mandates",
  tag: "Nominations",
  action: "mandates.read",
  summary: "A party's focal points and governmental experts with their contact details",
  description:
    "Contact details of focal points and experts are open to all registered users (background paper, paragraph 20). Observers are listed to the secretariat and to their own party only.",
  params: party,
  query: z.strictObject({ ...PageQuery.shape, ...ClusterQuery }),
  reply: async () => {
    const { PartyMandateView, pageOf } = await coreViews();
    return pageOf("MandateList", PartyMandateView);
  },
  refusals: ["not-found", "contacts-used-up"],
});

export const GetMandate = endpoint({
  ...common,
  id: "getMandate",
  method: "GET",
  path: "/v1/parties/{partyId}/mandates/{mandateId}",
  tag: "Nominations",
  action: "mandates.read",
  summary: "One mandate of a party: who holds it, and in which reviews",
  description:
    "Readable with the right to read the party's mandates; `Location` refers to it after a nomination. One that has ended, and that of an observer of another party, are not found.",
  params: z.strictObject({ partyId: PartyId, mandateId: MandateId }),
  reply: async () => (await coreViews()).PartyMandateView,
  refusals: ["not-found", "contacts-used-up"],
});

export const NamePerson = endpoint({
  ...common,
  id: "namePerson",
  method: "POST",
  path: "/v1/parties/{partyId}/mandates",
  tag: "Nominations",
  action: "focal-point.name",
  summary: "Name a focal point, a governmental expert or an observer",
  description:
    "Takes effect in all named reviews at once, or in none. `reviews` left out means every review in which the party holds a seat. One focal point per party and review; several experts. A name given ahead of the start of a group counts when it starts. The secretariat records a nomination by `onBehalfOf`, which then names its day.",
  params: party,
  body: z
    .strictObject({
      role: MandateRole,
      person: Nominee,
      reviews: z
        .array(ReviewId)
        .min(1)
        .max(20)
        .refine((ids) => new Set(ids).size === ids.length, "must name each review once")
        .meta({ uniqueItems: true })
        .optional(),
      instruments: z
        .array(Instrument)
        .min(1, "must name at least one instrument, or be left out for all of the seat")
        .max(Instrument.options.length)
        .refine((some) => new Set(some).size === some.length, "must name each instrument once")
        .meta({
          uniqueItems: true,
          description: "Of an expert: the instruments that they answer or review; all of the seat where it is left out",
        })
        .optional(),
      /** Date of the note verbale; today where it is left out. */
      namedOn: CalendarDate.optional(),
      ...forParty,
    })
    .refine(({ namedOn, onBehalfOf }) => namedOn === undefined || onBehalfOf === undefined, {
      path: ["namedOn"],
      error: "must be left out beside `onBehalfOf`, which names the day",
    })
    .refine(({ role, instruments }) => role === "expert" || instruments === undefined, {
      path: ["instruments"],
      error: "must be left out: experts alone are named for some instruments",
    })
    .meta({ id: "NominationRequest" }),
  status: 201,
  reply: async () => (await coreViews()).NominationView,
  location: true,
  idempotencyKey: "required",
  showsPeople: true,
  refusals: [
    "not-found",
    "not-yours",
    "focal-point-exists",
    "not-in-this-review",
    "no-review-to-serve",
    "serves-other-party",
    "instrument-not-of-seat",
    "named-otherwise",
    "seat-full",
    "too-many-offers",
    "namings-used-up",
    "wrong-stage",
    "unknown-person",
    "person-closed",
    "person-erased",
    "address-in-use",
    "address-not-usable",
    "date-in-the-future",
    "date-too-early",
    "source-missing",
    "source-in-the-future",
    "conflict",
  ],
});

const bySecretariat = { ...plain, function: "secretariat-api", access: "token" } as const;

export const ListMissingNominations = endpoint({
  ...bySecretariat,
  id: "listMissingNominations",
  method: "GET",
  path: "/v1/missing-nominations",
  tag: "Nominations",
  action: "missing-nominations.read",
  summary: "Parties that have not named a focal point, or experts, by earliest date",
  query: z.strictObject({ ...PageQuery.shape, kind: NominationKind.default("focal-point"), ...ClusterQuery }),
  csv: {
    name: "missing-nominations",
    columns: ["party", "partyName", "regionalGroup", "kind", "review", "dueOn", "overdue", "cluster", "cycle"],
  },
  reply: async () => {
    const { pageOf, MissingNominationView } = await coreViews();
    return pageOf("MissingNominationPage", MissingNominationView);
  },
  refusals: ["not-yours"],
});
