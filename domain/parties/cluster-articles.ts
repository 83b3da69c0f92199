import * as z from "zod";
import { type ArticlesBasis, type ArticlesSource, ClusterArticles } from "../../schemas/model/phase.ts";
import { ClusterNumber, Instrument } from "../../schemas/base/values.ts";
import file from "./cluster-articles.json" with { type: "json" };

const ArticlesFile = z.strictObject({
  about: z.string(),
  sources: z.array(
    z.strictObject({
      /** The resolution that lists the articles, or a person who reports what it lists. */
      kind: z.enum(["resolution", "report"]),
      publisher: z.string(),
      url: z.url(),
      cluster: ClusterNumber,
      instruments: z.array(Instrument),
    }),
  ),
  clusters: z.strictObject({ 1: ClusterArticles, 2: ClusterArticles, 3: ClusterArticles, 4: ClusterArticles }),
});

const { sources, clusters } = ArticlesFile.parse(file);

type Basis = z.infer<typeof ArticlesBasis>;

/**
 * Returns the source of the articles of a cluster and an instrument: the best of the sources that name them, else
 * memory.
 */
const basisOf = (cluster: ClusterNumber, instrument: Instrument): Basis => {
  const kinds = sources
    .filter((source) => source.cluster === cluster && source.instruments.includes(instrument))
    .map(({ kind }) => kind);
  if (kinds.includes("resolution")) return "sourced";
  return kinds.length > 0 ? "reported" : "recalled";
};

/** Returns the articles of each instrument that a cluster reviews, their sources, and the pages that name them. */
export const articlesOf = (
  cluster: ClusterNumber,
): {
  readonly articles: ClusterArticles;
  readonly basis: Readonly<Record<Instrument, Basis>>;
  readonly sources: readonly ArticlesSource[];
} => {
  const articles = new Map(Object.entries(clusters)).get(String(cluster));
  if (articles === undefined) throw new RangeError(`There is no cluster ${cluster}`);
  const basis = (instrument: Instrument): Basis => basisOf(cluster, instrument);
  return {
    articles,
    basis: { UNTOC: basis("UNTOC"), TIP: basis("TIP"), SOM: basis("SOM"), FP: basis("FP") },
    sources: sources
      .filter((source) => source.cluster === cluster)
      .map(({ publisher, url, instruments }) => ({ publisher, url, instruments })),
  };
};
