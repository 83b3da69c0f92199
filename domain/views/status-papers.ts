import { defined } from "../../schemas/base/defined.ts";
import type { Aggregate } from "../audit/aggregates.ts";
import { PaperFigure } from "../../schemas/model/paper-figures.ts";
import { partsOf } from "../papers/status-papers.ts";
import type { StatusPaper } from "../../schemas/model/status-paper.ts";
import type { PublishedPaper, StatusPaperView } from "../../schemas/views/status-paper.ts";
import { paperWork } from "./work.ts";

const documentsAt = (path: string, { documents }: StatusPaper): StatusPaperView["documents"] =>
  documents.map(({ format, language, hash, bytes }) => ({
    format,
    ...defined({ language }),
    hash,
    bytes,
    path: `${path}/content?format=${format}${language === undefined ? "" : `&language=${language}`}`,
  }));

/** Returns a status paper with its progress, for registered users. */
export const statusPaperView = ({
  state,
  version,
}: Pick<Aggregate<"status-paper">, "state" | "version">): StatusPaperView => {
  const { id, asAt, orderedBy, orderedAt: knownAt, previous, publicationOrder, publishedAt } = state;
  return {
    id,
    state: state.state,
    asAt,
    knownAt,
    orderedBy,
    ...defined({ previous }),
    ...paperWork(state, partsOf(state).length),
    documents: documentsAt(`/v1/reports/status/${id}`, state),
    ...defined({ publicationOrder, publishedAt }),
    version,
  };
};

/** Returns a published paper, for all readers; undefined for one that is not published. */
export const publishedPaper = (paper: StatusPaper): PublishedPaper | undefined => {
  const { id, asAt, orderedAt: knownAt, publishedAt } = paper;
  if (publishedAt === undefined) return undefined;
  const path = `/v1/public/reports/status/${id}`;
  return {
    id,
    asAt,
    knownAt,
    publishedAt,
    documents: documentsAt(path, paper),
    figures: PaperFigure.options.map((figure) => `${path}/figures/${figure}?format=svg`),
  };
};
