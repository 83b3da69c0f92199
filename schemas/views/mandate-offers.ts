import * as z from "zod";
import { MandateId, PartyId, ReviewId } from "../base/ids.ts";
import { Instant, Instrument } from "../base/values.ts";
import { PartyName } from "../base/names.ts";
import { withId } from "../base/with-id.ts";
import { MandateRole } from "../model/review.ts";
import { pageOf, ReviewTouched } from "./core.ts";

const ofOffer = { mandate: MandateId, party: PartyId, partyName: PartyName, role: MandateRole } as const;

/** A mandate that waits for the acceptance of a person of another party. It holds what the party entered, and no person. */
export const MandateOfferView = withId(
  "MandateOffer",
  z.strictObject({
    ...ofOffer,
    reviews: z.array(ReviewId).optional(),
    instruments: z.array(Instrument).optional(),
    offeredAt: Instant,
  }),
);
export type MandateOfferView = z.infer<typeof MandateOfferView>;
export const MandateOffersPage = pageOf("MandateOffersPage", MandateOfferView);

/** The end of an offer. */
export const OfferEndView = withId(
  "OfferEnd",
  z.strictObject({
    ...ofOffer,
    outcome: z.enum(["accepted", "refused", "withdrawn"]),
    /** Reviews in which the mandate began; empty where it did not. */
    reviews: z.array(ReviewTouched),
  }),
);
