import * as z from "zod";
import { endpoint, plain } from "../endpoint.ts";
import { StatusPaperId } from "../../base/ids.ts";
import { PageQuery } from "../../base/paging.ts";
import { PaperTexts } from "../../model/paper-texts.ts";
import { CalendarDate } from "../../base/values.ts";
import { paperContent } from "../paper-content.ts";

const views = () => import("../../views/status-paper.ts");
const paperView = async () => (await views()).StatusPaperView;

const common = { ...plain, function: "secretariat-api", access: "token", tag: "Status papers" } as const;
const ofOne = z.strictObject({ paperId: StatusPaperId });

export const ListStatusPapers = endpoint({
  ...common,
  id: "listStatusPapers",
  method: "GET",
  path: "/v1/reports/status",
  action: "papers.read",
  summary: "Status papers, in the order in which they were ordered",
  description:
    "`asAt` gives those as at a day from the launch to today: `upToDate` is then the one that has all that is known now; where there is none, `order` says to the secretariat how to order one. A page may hold fewer items than `limit` and still have a `next`.",
  query: z.strictObject({ ...PageQuery.shape, asAt: CalendarDate.optional() }),
  reply: async () => (await views()).StatusPaperPage,
});

export const OrderStatusPaper = endpoint({
  ...common,
  id: "orderStatusPaper",
  method: "POST",
  path: "/v1/reports/status",
  action: "paper.order",
  summary: "Have the status paper written as at the end of a day, as known now",
  description:
    "`asAt` is a day of Vienna's calendar from the launch to today, of which what was so by now counts. The paper has the structure of the background paper of 2023: every paragraph, table and figure is worded from what the measures and registers count on that day, each with a note that defines it; and it lists what changed since the last published one. It is written right after, format by format in each language for which there are words: `getStatusPaper` says how far it is. Where a paper as at the day has all that is known now, that is the answer, and nothing is ordered. What a person had added to the last paper as at the day is kept in the new one; `textsFrom` names another paper whose texts it takes.",
  body: z.strictObject({ asAt: CalendarDate, textsFrom: StatusPaperId.optional() }).meta({ id: "StatusPaperOrder" }),
  status: 202,
  idempotencyKey: "required",
  location: true,
  etag: true,
  reply: paperView,
  refusals: ["not-found", "not-yours", "conflict"],
});

export const GetStatusPaper = endpoint({
  ...common,
  id: "getStatusPaper",
  method: "GET",
  path: "/v1/reports/status/{paperId}",
  action: "papers.read",
  summary: "One status paper: its progress, where to read it, and what a person added",
  params: ofOne,
  etag: true,
  reply: paperView,
  refusals: ["not-found"],
});

export const GetStatusPaperContent = endpoint({
  ...common,
  ...paperContent,
  id: "getStatusPaperContent",
  method: "GET",
  path: "/v1/reports/status/{paperId}/content",
  action: "papers.read",
  summary: "What a status paper says",
  description:
    "As a page that loads nothing (`html`), for a word processor (`docx`, its figures charts that can be edited), as Markdown with tables (`markdown`), or its numbers as data (`json`). `language`, or else `Accept-Language`, says in which of the six languages; a paper that was written before there were words in it is read in English, and `content-language` says so. The header `repr-digest` has the SHA-256 of it.",
  params: ofOne,
  refusals: ["not-found", "paper-not-ready"],
});

export const CompleteStatusPaper = endpoint({
  ...common,
  id: "completeStatusPaper",
  method: "PUT",
  path: "/v1/reports/status/{paperId}/texts",
  action: "paper.complete",
  summary: "Finish a status paper: symbol, session, agenda item, paragraphs and notes of your own",
  description:
    "All texts of the paper at once, in each language; what is left out is taken away. A paragraph is placed after the one that it names, with the number of that and a letter; a note at the end of its paragraph. Every format of words is written again from the same numbers: the paper is `being-written` until then, and an order to publish it has to be given again. A paper that is computed again for its day keeps the texts. A published paper never changes.",
  params: ofOne,
  body: PaperTexts,
  status: 202,
  ifMatch: "required",
  etag: true,
  reply: paperView,
  refusals: ["not-found", "not-yours", "paper-not-ready", "paper-frozen", "conflict"],
});

export const PublishStatusPaper = endpoint({
  ...common,
  id: "publishStatusPaper",
  ifMatch: "optional",
  method: "POST",
  path: "/v1/reports/status/{paperId}/publication",
  action: "paper.publish",
  summary: "Order that a status paper be published, which a second person of the secretariat approves",
  description: "What is ordered, or published, stays so.",
  params: ofOne,
  idempotencyKey: "optional",
  etag: true,
  reply: paperView,
  refusals: ["not-found", "not-yours", "paper-not-ready", "conflict"],
});

export const ApproveStatusPaper = endpoint({
  ...common,
  id: "approveStatusPaper",
  ifMatch: "optional",
  method: "POST",
  path: "/v1/reports/status/{paperId}/publication/approval",
  action: "paper.approve",
  summary: "Publish a status paper, as a second person of the secretariat",
  description:
    "The user who ordered its publication cannot approve it. From then on it is public, with its figures; it never changes, and the fact of its publication has the hash of each format. Approving it again changes nothing.",
  params: ofOne,
  idempotencyKey: "optional",
  etag: true,
  reply: paperView,
  refusals: [
    "not-found",
    "not-yours",
    "paper-not-ready",
    "publication-not-ordered",
    "second-person-needed",
    "too-new-to-approve",
    "not-confirmed",
    "conflict",
  ],
});
