import * as z from "zod";
import { Instrument } from "../base/values.ts";

/**
 * Subjects that a list of observations names (paragraph 35): gaps and challenges, best practices, suggestions, needs.
 */
export const ObservationKind = z
  .enum(["challenge", "best-practice", "suggestion", "technical-assistance-need"])
  .meta({ id: "ObservationKind" });
export type ObservationKind = z.infer<typeof ObservationKind>;

export const Article = z
  .string()
  .regex(/^[1-9]\d?$/, "must be the number of an article, like 5")
  .meta({ id: "Article", examples: ["5"] });

/** One observation of a list by what it is about: never by its text, nor by a person. */
export const ObservationItem = z
  .strictObject({ kind: ObservationKind, instrument: Instrument, article: Article })
  .meta({ id: "ObservationItem" });
export type ObservationItem = z.infer<typeof ObservationItem>;

/** The observations of a list; several may be of one kind about one article. */
export const ObservationItems = z.array(ObservationItem).max(200);

/** The items of a list that may have none. */
export const ObservationItemsIfAny = ObservationItems.optional();
