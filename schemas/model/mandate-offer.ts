import * as z from "zod";
import { MandateId, PartyId, ReviewId, UserId } from "../base/ids.ts";
import { Instant, Instrument } from "../base/values.ts";
import { MandateRole } from "./review.ts";

/** A mandate that a party wishes to give to a delegate of another party, from the time of their acceptance on. */
export const MandateOffer = z.object({
  mandate: MandateId,
  party: PartyId,
  role: MandateRole,
  /** The reviews that are named; all of the party where left out. */
  reviews: z.array(ReviewId).optional(),
  /** For which instruments an expert is named; all of each seat where left out. */
  instruments: z.array(Instrument).optional(),
});
export type MandateOffer = z.infer<typeof MandateOffer>;

/** One that waits for the answer of the person. */
export const WaitingOffer = MandateOffer.extend({ offeredAt: Instant });
export type WaitingOffer = z.infer<typeof WaitingOffer>;

/**
 * The letter about an offer: to the person, with the request to accept; and to the missions of both parties, after the
 * response.
 */
export const OfferLetter = z.object({
  kind: z.literal("mandate-offer"),
  user: UserId,
  party: PartyId,
  mandate: MandateId,
  role: MandateRole,
  about: z.enum(["offered", "accepted", "refused"]),
});
