import * as z from "zod";
import { ContactWay } from "./follow-up.ts";

/** The contacts with all parties together: how many there were, and in which ways. No party is named. */
export const ContactCounts = z
  .strictObject({
    number: z.int().min(0),
    ways: z.array(z.strictObject({ way: ContactWay, count: z.int().min(1) })),
  })
  .meta({ id: "ContactCounts" });
export type ContactCounts = z.infer<typeof ContactCounts>;
