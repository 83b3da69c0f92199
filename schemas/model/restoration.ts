import * as z from "zod";
import { UserId } from "../base/ids.ts";
import { Instant } from "../base/values.ts";
import { ErasureReason, ErasureSource } from "./user.ts";

/** That somebody was erased after the second that tables were restored to, who is known to them again; by the id only. */
const ErasureToRepeat = z.object({ user: UserId, reason: ErasureReason, source: ErasureSource });
export type ErasureToRepeat = z.infer<typeof ErasureToRepeat>;

/** That tables were restored to an earlier second and taken into use: what was mailed in between they do not know. */
export const Restoration = z.object({
  schema: z.literal(1),
  restoredTo: Instant,
  adoptedAt: Instant,
  /** Who is to be erased again; the list stays, since it names nobody and may be gone through again. */
  erased: z.array(ErasureToRepeat).optional(),
});
export type Restoration = z.infer<typeof Restoration>;
