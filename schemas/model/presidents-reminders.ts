import * as z from "zod";
import { PartyId } from "../base/ids.ts";
import { Instant } from "../base/values.ts";

/** Last times of the reminder signed by the President, by party, as long as they matter; one row for all parties. */
export const PresidentsReminders = z.object({ revision: z.int().min(1), sentTo: z.record(PartyId, Instant) });
export type PresidentsReminders = z.infer<typeof PresidentsReminders>;
