import * as z from "zod";
import { GroupId, ImportId, ReviewId, UserId } from "../base/ids.ts";
import { Instant } from "../base/values.ts";

/** Status of an import. */
export const ImportState = z.enum(["applying", "applied"]).meta({ id: "ImportState" });

/** A row of an import that could no longer be applied, because other users had changed what it depends on. */
export const ImportRefused = z.object({ about: z.string(), refusal: z.string() });

/**
 * Earlier data imported by the secretariat: `applying` review by review until all of it is there, then `applied`. The
 * rows are stored with it until then.
 */
export const Import = z.object({
  id: ImportId,
  state: ImportState,
  orderedBy: UserId,
  orderedAt: Instant,
  /** Number of pages of rows. */
  pages: z.int(),
  reviews: z.array(ReviewId),
  groups: z.array(GroupId),
  people: z.int(),
  appliedAt: Instant.optional(),
  refused: z.array(ImportRefused).optional(),
});
export type Import = z.infer<typeof Import>;
