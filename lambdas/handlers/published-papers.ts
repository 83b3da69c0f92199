import { refuse } from "../../domain/base/decision.ts";
import { publishedPaper } from "../../domain/views/status-papers.ts";
import * as api from "../../schemas/api/endpoints/published-papers.ts";
import type { StatusPaperId } from "../../schemas/base/ids.ts";
import type { PaperFigure, PaperFigureView } from "../../schemas/model/paper-figures.ts";
import type { StatusPaper } from "../../schemas/model/status-paper.ts";
import { publicRoute, type PublicRouteIo, type Route } from "../shell/http/route.ts";
import { paperNumbers } from "../use-cases/reports/paper-text.ts";
import { drawnFigure } from "./drawn-figure.ts";
import { paperContent } from "./paper-content.ts";

const forAMinute = { "cache-control": "public, max-age=60" };
/** It never changes. */
const forADay = { "cache-control": "public, max-age=86400, immutable" };

/** Returns a published paper. For the public, an unpublished paper does not exist. */
const publishedOf = async ({ store }: PublicRouteIo, id: StatusPaperId): Promise<StatusPaper | undefined> => {
  const paper = (await store.load("status-paper", id))?.state;
  return paper?.publishedAt === undefined ? undefined : paper;
};

/** Returns the data of a figure in a published paper, as stored with the paper. */
const figureOf = async (
  io: PublicRouteIo,
  { paperId, figure }: { readonly paperId: StatusPaperId; readonly figure: PaperFigure },
): Promise<PaperFigureView | undefined> => {
  const paper = await publishedOf(io, paperId);
  const data = paper === undefined ? undefined : await paperNumbers(io.store, paper);
  return data?.figures.find((one) => one.figure === figure);
};

/** Public routes of published status papers and their figures. */
export const publishedPaperRoutes = (io: PublicRouteIo): readonly Route[] => [
  publicRoute(api.ListPublishedPapers, io, async ({ query, cursors }) => {
    const page = await io.store.list("status-paper", await cursors.page(query));
    const items = page.items.flatMap(({ state }) => publishedPaper(state) ?? []);
    return { reply: { items, ...(await cursors.seal(page.next)) }, headers: forAMinute };
  }),

  publicRoute(api.GetPublishedPaper, io, async ({ params }) => {
    const paper = await publishedOf(io, params.paperId);
    const view = paper === undefined ? undefined : publishedPaper(paper);
    return view === undefined ? refuse("not-found") : { reply: view, headers: forADay };
  }),

  publicRoute(api.GetPublishedPaperContent, io, async ({ params, format, language }) => {
    const paper = await publishedOf(io, params.paperId);
    const content = paper === undefined ? undefined : await paperContent(io.store, paper, { format, language });
    return content === undefined ? refuse("not-found") : { ...content, headers: { ...content.headers, ...forADay } };
  }),

  publicRoute(api.GetPublishedFigure, io, async ({ params, language, format }) => {
    const data = await figureOf(io, params);
    if (data === undefined) return refuse("not-found");
    return { ...(format === "svg" ? await drawnFigure(data, language) : { reply: data }), headers: forADay };
  }),
];
