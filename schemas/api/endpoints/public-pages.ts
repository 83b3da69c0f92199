import * as z from "zod";
import { endpoint, plain } from "../endpoint.ts";
import { PageQuery } from "../../base/paging.ts";
import { Language } from "../../base/values.ts";

/** The page name in an address. An unknown name gets a page that says so, and not a refusal. */
const Place = z.string().min(1);

const common = {
  ...plain,
  function: "public-api",
  access: "public",
  method: "GET",
  tag: "Public",
  action: "public-pages.read",
  reply: () => Promise.resolve(z.string()),
  replyType: "text/html",
  etag: true,
  showsMissingByPage: true,
} as const;

/** Returns the options as English words, each as code. */
const oneOf = (options: readonly string[]): string =>
  new Intl.ListFormat("en-GB", { type: "disjunction" }).format(options.map((option) => `\`${option}\``));

const language = Place.meta({ description: oneOf(Language.options), examples: ["fr"] });
const page = Place.meta({
  description: "`pairings`, `parties`, `publications`, or `status`",
  examples: ["pairings"],
});

export const GetOverviewPage = endpoint({
  ...common,
  id: "getOverviewPage",
  path: "/v1/pages/{language}",
  summary: "The first of the public pages, in one of six languages",
  params: z.strictObject({ language }),
});

export const GetListPage = endpoint({
  ...common,
  id: "getListPage",
  path: "/v1/pages/{language}/{page}",
  summary: "Pairings of parties, country profiles, publications, or the status of the Mechanism, as a page",
  params: z.strictObject({ language, page }),
  query: PageQuery.pick({ cursor: true }),
  linkedPage: true,
});

export const GetSubjectPage = endpoint({
  ...common,
  id: "getSubjectPage",
  path: "/v1/pages/{language}/{page}/{subject}",
  summary: "One group’s pairings, one party’s profile, or one published list with its summary, as a page",
  params: z.strictObject({
    language,
    page,
    subject: Place.meta({ description: "A group, a party or a review, by its id", examples: ["c1-g1"] }),
  }),
  query: z.strictObject({ version: z.coerce.number().int().min(1).optional() }),
  linkedPage: true,
});
