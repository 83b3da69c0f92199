import * as z from "zod";
import { GroupId, ImportId, ReviewId, UserId } from "../base/ids.ts";
import { Instant } from "../base/values.ts";

/** How far an import is. */
export const ImportState = z.enum(["applying", "applied"]).meta({ id: "ImportState" });

/** What of an import could not be applied once its turn came, because others had changed what it builds on. */
export const ImportRefused = z.object({ about: z.string(), refusal: z.string() });

/**
 * What was so before it came here, taken over by the secretariat: `applying` review by review until all of it is there,
 * then `applied`. The rows stand beside it until then.
 */
export const Import = z.object({
  id: ImportId,
  state: ImportState,
  orderedBy: UserId,
  orderedAt: Instant,
  /** How many pages of rows stand beside it. */
  pages: z.int(),
  reviews: z.array(ReviewId),
  groups: z.array(GroupId),
  people: z.int(),
  appliedAt: Instant.optional(),
  refused: z.array(ImportRefused).optional(),
});
export type Import = z.infer<typeof Import>;
