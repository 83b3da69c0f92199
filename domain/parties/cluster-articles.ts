import * as z from "zod";
import { ArticlesBasis, ClusterArticles } from "../../schemas/model/phase.ts";
import type { ClusterNumber } from "../../schemas/base/values.ts";
import file from "./cluster-articles.json" with { type: "json" };

const ArticlesFile = z.strictObject({
  about: z.string(),
  basis: ArticlesBasis,
  clusters: z.strictObject({ 1: ClusterArticles, 2: ClusterArticles, 3: ClusterArticles, 4: ClusterArticles }),
});

const { basis, clusters } = ArticlesFile.parse(file);

/** Which articles of each instrument a cluster reviews, and whether that was checked against the text. */
export const articlesOf = (
  cluster: ClusterNumber,
): { readonly articles: ClusterArticles; readonly basis: z.infer<typeof ArticlesBasis> } => {
  const articles = new Map(Object.entries(clusters)).get(String(cluster));
  if (articles === undefined) throw new RangeError(`There is no cluster ${cluster}`);
  return { articles, basis };
};
