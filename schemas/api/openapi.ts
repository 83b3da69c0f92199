import { defined } from "../base/defined.ts";
import packageFile from "../../package.json" with { type: "json" };
import * as z from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { type CsvTable, type Endpoint, isNegotiated, noBody } from "./endpoint.ts";
import { endpoints } from "./index.ts";
import { Language } from "../base/values.ts";
import { labelMaps } from "../views/labels.ts";
import { formatsOf, takesFormat, takesLanguage } from "./representations.ts";
import { documentOf } from "./document/document.ts";
import { ownProblemsOf, refusalComponents, refusalResponses } from "./document/refusals.ts";
import texts from "./document/texts.json" with { type: "json" };

const Etag = z.string().meta({ id: "ETag", description: 'Version of the item, like "v3"', examples: ['"v3"'] });
const Location = z.string().meta({ description: "Path at which to read the item" });
const PollAfter = z
  .int()
  .min(1)
  .max(60)
  .meta({ description: "Seconds after which to read it again", header: { id: "PollAfter" } });

const IfMatch = z.strictObject({
  "If-Match": Etag.meta({ description: "The ETag of the version that the change was decided on" }),
});
const idempotencyKey = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,128}$/)
  .meta({
    description:
      "A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new",
  });

/** Returns a list as English words. */
const inWords = (list: readonly string[]): string => new Intl.ListFormat("en-GB").format(list);

const AcceptLanguage = z
  .string()
  .optional()
  .meta({
    description: `Languages in order of liking; ${inWords(Language.options)} are at hand`,
    examples: ["fr-CA, en;q=0.8"],
  });
const LanguageChoice = Language.optional().meta({
  description: "The language of the reply, as `Accept-Language` in links",
});

/** The query of a reading with what a link says instead of `Accept` and `Accept-Language`. */
const queryOf = (endpoint: Endpoint) =>
  z.strictObject({
    ...endpoint.query.shape,
    ...(takesFormat(endpoint)
      ? {
          format: z
            .enum(formatsOf(endpoint))
            .optional()
            .meta({ description: "The format of the reply, as `Accept` in links" }),
        }
      : {}),
    ...(takesLanguage(endpoint) ? { language: LanguageChoice } : {}),
  });

const IfNoneMatch = z.string().optional().meta({ description: "ETags at hand; 304 where one of them still holds" });
const ContentLanguage = Language.meta({ description: "The language of the reply" });

/** ETag of a publicly cacheable reply: valid for revalidation, not for a change. */
const KeptEtag = z
  .string()
  .meta({ description: "To be sent as If-None-Match with the next request", header: { id: "CachedETag" } });

/** On every answer of an operation that is to go, refusals too. */
const deprecationHeaders = {
  Deprecation: z.string().meta({
    description:
      "Since when the operation is deprecated, in seconds since 1970 behind an @ (RFC 9745); on every answer",
    examples: ["@1798758000"],
  }),
  Sunset: z.string().meta({ description: "From when on the operation may answer no more (RFC 8594); on every answer" }),
  Link: z
    .string()
    .meta({ description: 'With `rel="deprecation"` the page that says what takes its place; on every answer' }),
};

const replyHeaders = (endpoint: Endpoint) => {
  const { access, etag, location, status, deprecated } = endpoint;
  const headers = {
    ...(deprecated === undefined ? {} : deprecationHeaders),
    ...(etag === true ? { ETag: access === "public" ? KeptEtag : Etag } : {}),
    ...(location === true || status === 202 ? { Location } : {}),
    ...(status === 202 ? { "Retry-After": PollAfter } : {}),
    ...(isNegotiated(endpoint) && access === "public" ? { "Content-Language": ContentLanguage } : {}),
  };
  return Object.keys(headers).length === 0 ? {} : { headers: z.object(headers) };
};

const csvOf = ({ columns }: CsvTable) =>
  z.string().meta({
    description: `The columns ${columns.map((column) => `\`${column}\``).join(", ")}.`,
  });

const success = (endpoint: Endpoint, schema: z.ZodType) => ({
  description: endpoint.status === 202 ? "Started" : "Done",
  ...replyHeaders(endpoint),
  content: {
    [endpoint.replyType ?? "application/json"]: { schema },
    ...Object.fromEntries(
      Object.entries(endpoint.otherReplyTypes ?? {}).map(([type, other]) => [type, { schema: other }]),
    ),
    ...(endpoint.csv === undefined ? {} : { "text/csv": { schema: csvOf(endpoint.csv) } }),
  },
});

/** Returns the endpoint as it answers a request that starts no work. */
const withoutWork = ({ status: _, location: __, ...endpoint }: Endpoint): Endpoint => endpoint;

/** Returns whether the server answers 304 to a caller that already has the reply. */
const isRevalidated = ({ access, etag }: Endpoint): boolean => access === "public" && etag === true;

const headersOf = (endpoint: Endpoint) => {
  const key =
    endpoint.idempotencyKey === undefined
      ? {}
      : { "Idempotency-Key": endpoint.idempotencyKey === "required" ? idempotencyKey : idempotencyKey.optional() };
  const match = endpoint.ifMatch === "optional" ? IfMatch.partial().shape : IfMatch.shape;
  return z.strictObject({
    ...key,
    ...(endpoint.ifMatch === undefined ? {} : match),
    ...(isNegotiated(endpoint) && endpoint.access === "public" ? { "Accept-Language": AcceptLanguage } : {}),
    ...(isRevalidated(endpoint) ? { "If-None-Match": IfNoneMatch } : {}),
  });
};

/** Returns an operation of the document, before its texts are added. */
export const operation = (endpoint: Endpoint, reply: z.ZodType): ZodOpenApiOperationObject => ({
  operationId: endpoint.id,
  ...(endpoint.deprecated === undefined ? {} : { deprecated: true }),
  tags: [endpoint.tag],
  summary: endpoint.summary,
  ...defined({ description: endpoint.description }),
  ...(endpoint.access === "token" ? {} : { security: [] }),
  requestParams: { path: endpoint.params, query: queryOf(endpoint), header: headersOf(endpoint) },
  ...(endpoint.body === noBody
    ? {}
    : {
        requestBody: {
          required: !(endpoint.body instanceof z.ZodOptional),
          content: { [endpoint.bodyType ?? "application/json"]: { schema: endpoint.body } },
        },
      }),
  responses: {
    [`${endpoint.status ?? 200}`]: success(endpoint, reply),
    ...(endpoint.mayStartNothing === true ? { 200: success(withoutWork(endpoint), reply) } : {}),
    ...(isRevalidated(endpoint) ? { 304: { $ref: "#/components/responses/NotModified" } } : {}),
    ...refusalResponses(endpoint),
  },
  ...(ownProblemsOf(endpoint).length === 0 ? {} : { "x-problems": [...ownProblemsOf(endpoint)] }),
});

const intro = `The country reviews of the Mechanism for the Review of the Implementation of the United Nations Convention against Transnational Organized Crime and the Protocols thereto.

**Sign in** and send the access token as \`Authorization: Bearer …\`. Each POST that records something takes an \`Idempotency-Key\`, which is required where a repeat would record or send a second time: repeat a request that got no answer with the same key. A request on an item whose replies carry an \`ETag\` takes it as \`If-Match\`, and is refused if the item has changed since. **Errors** are \`application/problem+json\`: \`type\` is stable, \`detail\` says to a person what to do, with the values, \`errors\` points at what does not fit. **Languages**: each operation with an access token takes \`Accept-Language\`, and answers in the best of ${inWords(Language.options)}; English where it names none of them. \`Content-Language\` names the language of the reply. \`title\`, \`detail\` and each \`message\` in \`errors\` of any refusal are in that language, too. \`type\`, codes and members are the same in every language. \`x-problems\` of an operation lists the problems of its own; \`x-problems-by-feature\` lists those that every operation with a feature shares, such as a body or \`If-Match\`, and \`components/x-problem-types\` has the status and the title of each. [A page for each type](/docs/problems) says what a program does about it; a refusal names its page in \`Link\` with \`rel="help"\`. Every refusal has one shape, which \`default\` describes. Stages, instruments, actions, refusals, roles and obligations are named in all six by \`GET /v1/labels\`. A parameter of the query may be given once. A refusal with 429 that a limit of the day causes has \`Retry-After\`, and \`RateLimit\` and \`RateLimit-Policy\` state the limit. **Work that continues** after the reply is answered with 202: read \`Location\` after \`Retry-After\` seconds, until \`work.state\` is \`done\` or \`failed\`. HEAD is answered wherever GET is, with the same headers and no body. A reply of the gateway, without any function, is \`application/json\` with a \`message\` and no more, in English: a broken percent-encoding in the path (400), no valid token (401), a body too large for any function (413), too many requests (429). **Lists** give \`next\`; send it back as \`cursor\`. A list as \`text/csv\` follows RFC 4180 in UTF-8 with a byte order mark; every cell is quoted, and an apostrophe precedes one that a spreadsheet would read as a formula. It has at most 2,000 rows, whatever \`limit\` says; \`Link\` names the next file with \`rel="next"\`. A resource that the caller may not know about returns 404; a resource or action that the caller's role does not permit returns 403. Each operation says who may use it: a *party concerned* is the party that the path or the body names, or, where these name a review alone, each of its parties. Instants are UTC; deadlines run to the end of the day in Vienna.`;

const journal = `The facts, in a chain of hashes, which any reader of the entries can verify. The \`hash\` of an entry is made so: take the entry as returned, leave out \`hash\` and \`byName\` (a name may change, an entry may not), add \`"schema": 1\` and \`subject\`, the kind and the id of the journal like \`"review#c1-FR"\` (the feed has it already); write that as canonical JSON (RFC 8785) in UTF-8; \`hash\` is its SHA-256 in hexadecimal digits. The \`previous\` of each entry is the \`hash\` of the one before, that of the first an empty text; versions count from 1 without a hole.`;

const tags = [
  { name: "Public", description: "Without a token." },
  { name: "Me", description: "The caller." },
  { name: "Parties", description: "Parties and their permanent missions." },
  {
    name: "Phases",
    description: "Phases of the Mechanism, one for each thematic cluster, and the timeline of groups.",
  },
  { name: "Groups", description: "Groups of reviews, and their start." },
  { name: "Reviews", description: "Country reviews, their stages and obligations." },
  { name: "Nominations", description: "Focal points, governmental experts, observers." },
  { name: "Consultation", description: "Meeting, languages and division of work." },
  { name: "Questionnaire", description: "Answers of the party under review, drafted, cleared and submitted." },
  { name: "Feedback", description: "Feedback of the reviewing parties, and their requests for clarification." },
  { name: "Observations", description: "The list of observations with its summary, agreed, published." },
  { name: "Redraws", description: "Lots drawn again for a seat." },
  {
    name: "Bulletins",
    description: "Notifications to many: previewed, ordered, followed; and the texts stored for them.",
  },
  { name: "Letters", description: "Each letter with its recipient, reason and outcome." },
  { name: "Worklist", description: "What the secretariat has to see to, and how it follows up besides letters." },
  { name: "Imports", description: "Reviews that ran elsewhere, taken over; their reminders, once released." },
  { name: "Users", description: "Registration of users." },
  { name: "Figures", description: "The status of the reviews, each number with its list." },
  {
    name: "Status papers",
    description: "The status paper as at any day, written from the measures, ordered, read and published.",
  },
  {
    name: "Registers",
    description: "Training, dialogues, initiatives and contributions, as the secretariat records them.",
  },
  { name: "Journal", description: journal },
];

type Document = ReturnType<typeof createDocument>;
let document: Promise<Document> | undefined;

/** The OpenAPI 3.1 document of all operations, made once. */
export const openApiDocument = (): Promise<Document> => {
  document ??= makeDocument();
  return document;
};

const makeDocument = async (): Promise<Document> => {
  const documented = endpoints.filter(({ linkedPage }) => linkedPage !== true);
  const replies = await Promise.all(
    documented.map(async (endpoint) => [endpoint, operation(endpoint, await endpoint.reply())] as const),
  );
  const paths: ZodOpenApiPathsObject = {};
  for (const [{ method, path }, one] of replies) paths[path] = { ...paths[path], [method.toLowerCase()]: one };
  const described = createDocument(
    {
      openapi: "3.1.0",
      info: {
        title: "Review mechanism",
        version: packageFile.version,
        description: intro,
        contact: { name: "The operator of this system" },
        license: { name: "MIT", identifier: "MIT" },
      },
      servers: [{ url: "/" }],
      security: [{ accessToken: [] }],
      tags,
      paths,
      components: {
        schemas: labelMaps,
        responses: {
          NotModified: {
            description: texts.responses.NotModified,
            headers: z.object({ ETag: KeptEtag, "Content-Language": ContentLanguage }),
          },
          ...refusalComponents(texts.responses),
        },
        securitySchemes: {
          accessToken: {
            type: "http",
            scheme: "bearer",
            bearerFormat: "JWT",
            description: "Access token of the sign-in",
          },
        },
      },
    },
    { reused: "inline" },
  );
  return documentOf(described, documented);
};
