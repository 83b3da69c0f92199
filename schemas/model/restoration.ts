import * as z from "zod";
import { Instant } from "../base/values.ts";

/** That tables were restored to an earlier second and taken into use: what was mailed in between they do not know. */
export const Restoration = z.object({ schema: z.literal(1), restoredTo: Instant, adoptedAt: Instant });
export type Restoration = z.infer<typeof Restoration>;
