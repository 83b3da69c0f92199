import * as z from "zod";
import { PartyId } from "../base/ids.ts";
import { Instant } from "../base/values.ts";

/** When parties were last sent the reminder that the President signs, as long as that matters; one row for all of them. */
export const PresidentsReminders = z.object({ revision: z.int().min(1), sentTo: z.record(PartyId, Instant) });
export type PresidentsReminders = z.infer<typeof PresidentsReminders>;
