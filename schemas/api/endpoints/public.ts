import * as z from "zod";
import { ClusterQuery } from "../../base/clusters.ts";
import { endpoint, plain } from "../endpoint.ts";
import { PartyId, ReviewId } from "../../base/ids.ts";
import { PageQuery } from "../../base/paging.ts";

const coreViews = () => import("../../views/core.ts");
const labelViews = () => import("../../views/labels.ts");
const reviewViews = () => import("../../views/review.ts");

const common = { ...plain, function: "public-api", access: "public", tag: "Public" } as const;

export const GetHealth = endpoint({
  ...common,
  id: "getHealth",
  method: "GET",
  path: "/health",
  action: "system.read",
  summary: "Whether the system answers, and what time it has",
  reply: async () => (await coreViews()).HealthView,
});

export const GetOpenApi = endpoint({
  ...common,
  id: "getOpenApi",
  method: "GET",
  path: "/v1/openapi.json",
  action: "system.read",
  summary: "This description, OpenAPI 3.1",
  reply: () => Promise.resolve(z.looseObject({ openapi: z.string() })),
});

export const GetLabels = endpoint({
  ...common,
  id: "getLabels",
  method: "GET",
  path: "/v1/labels",
  action: "system.read",
  summary: "Names of stages, instruments, actions, refusals and other codes in the requested language",
  description:
    "In the best of the six working languages for `Accept-Language`; English where it names none of them. Labels are plain text without markup. In every language but English `translationNote` says that no professional translator has read them. Codes may be added: show the code itself where a label is missing.",
  reply: async () => (await labelViews()).LabelsView,
  negotiated: true,
  etag: true,
});

export const GetReferencePage = endpoint({
  ...common,
  id: "getReferencePage",
  method: "GET",
  path: "/docs",
  action: "system.read",
  summary: "The API reference as a page",
  reply: () => Promise.resolve(z.string()),
  replyType: "text/html",
  linkedPage: true,
});

export const GetReferenceAsset = endpoint({
  ...common,
  id: "getReferenceAsset",
  method: "GET",
  path: "/docs/{asset}",
  action: "system.read",
  summary: "A file that the reference page needs",
  params: z.strictObject({ asset: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,59}$/) }),
  reply: () => Promise.resolve(z.string()),
  replyType: "text/javascript",
  etag: true,
  refusals: ["not-found"],
  linkedPage: true,
});

export const ListProblemTypes = endpoint({
  ...common,
  id: "listProblemTypes",
  method: "GET",
  path: "/docs/problems",
  action: "system.read",
  summary: "Every type of problem, as a page",
  reply: () => Promise.resolve(z.string()),
  replyType: "text/html",
  linkedPage: true,
});

export const GetProblemType = endpoint({
  ...common,
  id: "getProblemType",
  method: "GET",
  path: "/docs/problems/{problem}",
  action: "system.read",
  summary: "A type of problem, as a page",
  params: z.strictObject({ problem: z.string().regex(/^[a-z][a-z-]{0,59}$/) }),
  reply: () => Promise.resolve(z.string()),
  replyType: "text/html",
  refusals: ["not-found"],
  linkedPage: true,
});

export const ListPairings = endpoint({
  ...common,
  id: "listPairings",
  method: "GET",
  path: "/v1/pairings",
  action: "pairings.read",
  summary: "The pairings of parties, as the lots were drawn",
  query: z.strictObject({ ...PageQuery.shape, ...ClusterQuery }),
  negotiated: true,
  reply: async () => {
    const { pageOf, PairingView } = await coreViews();
    return pageOf("PairingPage", PairingView);
  },
});

export const GetPairing = endpoint({
  ...common,
  id: "getPairing",
  method: "GET",
  path: "/v1/pairings/{reviewId}",
  action: "pairings.read",
  summary: "The reviewers of a party, and every redraw with its lots, for readers who want to repeat the draw",
  params: z.strictObject({ reviewId: ReviewId }),
  negotiated: true,
  reply: async () => (await import("../../views/lots.ts")).PairingRecord,
  refusals: ["not-found"],
});

export const GetCountryProfile = endpoint({
  ...common,
  id: "getCountryProfile",
  method: "GET",
  path: "/v1/country-profiles/{partyId}",
  action: "country-profile.read",
  summary: "The public data of a party: contact, and group, start and stage of its reviews",
  params: z.strictObject({ partyId: PartyId }),
  negotiated: true,
  reply: async () => (await import("../../views/country-profile.ts")).CountryProfile,
  refusals: ["not-found"],
});

export const ListPublications = endpoint({
  ...common,
  id: "listPublications",
  method: "GET",
  path: "/v1/publications",
  action: "published.read",
  summary: "Concluded reviews whose list of observations and summary are published",
  query: z.strictObject({ ...PageQuery.shape, ...ClusterQuery }),
  negotiated: true,
  reply: async () => {
    const { PublicationSummary } = await reviewViews();
    const { pageOf } = await coreViews();
    return pageOf("PublicationPage", PublicationSummary);
  },
});

export const GetPublication = endpoint({
  ...common,
  id: "getPublication",
  method: "GET",
  path: "/v1/publications/{reviewId}",
  action: "published.read",
  summary: "List of observations and summary of a concluded review, and what its party consented to publish",
  description:
    "Where one reply does not hold all texts it has a `next`, to be sent back as `cursor`: each reply has the list with its summary and what each observation is about (kind, instrument and article), and some of the answers, of the feedback and of the clarifications.",
  params: z.strictObject({ reviewId: ReviewId }),
  query: PageQuery.pick({ cursor: true }).extend({ version: z.coerce.number().int().min(1).optional() }),
  negotiated: true,
  reply: async () => (await reviewViews()).PublicationView,
  refusals: ["not-found"],
});
