import * as z from "zod";
import { DelayReason, Instant, Reason } from "../base/values.ts";

/** A delay of an obligation, as its party notified it. */
export const Delay = z.object({
  /** The generation that it set, by which later facts name it. */
  generation: z.int().min(2),
  at: Instant,
  dueAt: Instant,
  reason: DelayReason,
  explanation: Reason.optional(),
  /** It goes past the six months of the rules [S33]. */
  beyondRules: z.literal(true).optional(),
});
export type Delay = z.infer<typeof Delay>;
