import * as z from "zod";
import { CycleId } from "./ids.ts";
import { ClusterNumber } from "./values.ts";

/** The cluster of a value, next to the review or group that it is about. */
export const ofCluster = {
  /** Absent for the first cycle. */
  cycle: CycleId.optional(),
  cluster: ClusterNumber,
} as const;

/** The cluster of a value that may be about no review. */
export const ofSomeCluster = { cycle: ofCluster.cycle, cluster: ofCluster.cluster.optional() } as const;

const numbers = "must be a whole number from 1 to 4";

/** Filter of lists by cluster: without a cycle it is a cluster of the first. */
export const ClusterQuery = {
  cycle: CycleId.optional().meta({ description: "Of this cycle alone; `untoc1` is the first" }),
  cluster: z.coerce
    .number(numbers)
    .refine((number) => ClusterNumber.safeParse(number).success, numbers)
    .pipe(ClusterNumber)
    .meta({ override: { type: "integer", minimum: 1 } })
    .optional()
    .meta({ description: "In this thematic cluster alone, 1 to 4: of the first cycle, where `cycle` is left out" }),
} as const;
