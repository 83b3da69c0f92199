import * as z from "zod";
import { endpoint, plain } from "../endpoint.ts";
import { StatusPaperId } from "../../base/ids.ts";
import { PageQuery } from "../../base/paging.ts";
import { PaperFigure, PaperFigureView } from "../../model/paper-figures.ts";
import { paperContent } from "../paper-content.ts";

const views = () => import("../../views/status-paper.ts");
const ofOne = z.strictObject({ paperId: StatusPaperId });

const publicAccess = {
  ...plain,
  function: "public-api",
  access: "public",
  method: "GET",
  tag: "Public",
  action: "published-papers.read",
} as const;
export const ListPublishedPapers = endpoint({
  ...publicAccess,
  id: "listPublishedPapers",
  path: "/v1/public/reports/status",
  summary: "Published status papers, in the order in which they were ordered",
  description: "A page may hold fewer items than `limit` and still have a `next`.",
  query: PageQuery,
  reply: async () => (await views()).PublishedPaperPage,
});

export const GetPublishedPaper = endpoint({
  ...publicAccess,
  id: "getPublishedPaper",
  path: "/v1/public/reports/status/{paperId}",
  summary: "A published status paper: where to read it, with the hash of each format",
  description: "It never changes: `hash` is the SHA-256 of what its path answers.",
  params: ofOne,
  reply: async () => (await views()).PublishedPaper,
  refusals: ["not-found"],
});

export const GetPublishedPaperContent = endpoint({
  ...publicAccess,
  ...paperContent,
  id: "getPublishedPaperContent",
  path: "/v1/public/reports/status/{paperId}/content",
  summary: "What a published status paper says",
  description: "As `getStatusPaperContent` gives it, for the public.",
  params: ofOne,
  refusals: ["not-found"],
});

export const GetPublishedFigure = endpoint({
  ...publicAccess,
  id: "getPublishedFigure",
  path: "/v1/public/reports/status/{paperId}/figures/{figure}",
  summary: "One of the figures I to VI of a published status paper: its numbers, or drawn",
  description: "As stored with the paper, so that they never change. `format=svg` draws them.",
  params: z.strictObject({ ...ofOne.shape, figure: PaperFigure }),
  csv: { name: "published-figure", columns: ["group", "languages", "total", "series", "count"], rows: "rows.parts" },
  reply: () => Promise.resolve(PaperFigureView),
  otherReplyTypes: { "image/svg+xml": z.string() },
  negotiated: true,
  refusals: ["not-found"],
});
