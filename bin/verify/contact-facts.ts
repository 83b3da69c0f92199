import * as z from "zod";

/** A contact of the secretariat with a party. */
export const contactRecorded = z.looseObject({
  kind: z.literal("contact-recorded"),
  happenedAt: z.string(),
  party: z.string(),
  number: z.number(),
  way: z.string(),
  contactedOn: z.string(),
});

/** A further meeting of the parties to a review. */
export const roundHeld = z.looseObject({
  kind: z.literal("consultation-round-held"),
  happenedAt: z.string(),
  review: z.string(),
  number: z.number(),
  heldOn: z.string(),
});

/** Another address took the place of that of a mission. */
export const missionReaddressed = z.looseObject({
  kind: z.literal("mission-readdressed"),
  happenedAt: z.string(),
  party: z.string(),
  number: z.number(),
  back: z.boolean().optional(),
});
