import * as z from "zod";
import { UserId } from "../base/ids.ts";
import { Instant } from "../base/values.ts";
import { ErasureReason, ErasureSource } from "./user.ts";

/** A person erased after the second to which tables were restored, and so present again in them; by the id only. */
const ErasureToRepeat = z.object({ user: UserId, reason: ErasureReason, source: ErasureSource });
export type ErasureToRepeat = z.infer<typeof ErasureToRepeat>;

/** A restoration of tables to an earlier second: they lack the mails of the time in between. */
export const Restoration = z.object({
  schema: z.literal(1),
  restoredTo: Instant,
  adoptedAt: Instant,
  /** The persons to be erased again; the list stays, since it names no person and may be processed again. */
  erased: z.array(ErasureToRepeat).optional(),
});
export type Restoration = z.infer<typeof Restoration>;
