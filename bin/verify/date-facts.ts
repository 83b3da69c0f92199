import * as z from "zod";

/** A corrected day of a review, and which one it is. */
export const dateCorrected = z.looseObject({
  kind: z.literal("date-corrected"),
  happenedAt: z.string(),
  review: z.string(),
  what: z.string(),
  from: z.string(),
  to: z.string(),
  party: z.string().optional(),
  mandate: z.string().optional(),
  version: z.number().optional(),
  part: z.string().optional(),
  obligation: z.string().optional(),
  clarification: z.number().optional(),
  seat: z.string().optional(),
  consultationSince: z.string().optional(),
});
