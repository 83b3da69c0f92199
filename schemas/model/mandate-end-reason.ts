import * as z from "zod";

/**
 * Reason of the end of a mandate, as its party states it (paragraph 14). Drawings of lots and denunciations have none.
 */
export const MandateEndReason = z
  .enum(["transferred", "left-service", "end-of-assignment", "prolonged-absence", "own-request", "other"])
  .meta({ id: "MandateEndReason" });
export type MandateEndReason = z.infer<typeof MandateEndReason>;
