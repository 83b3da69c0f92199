import { defined } from "../../schemas/base/defined.ts";
import type { WaitingOffer } from "../../schemas/model/mandate-offer.ts";
import type { MandateOfferView } from "../../schemas/views/mandate-offers.ts";

/** Returns a mandate that waits for the acceptance of a person, without that person. */
export const offerView = ({
  mandate,
  party,
  role,
  reviews,
  instruments,
  offeredAt,
}: WaitingOffer): Omit<MandateOfferView, "partyName"> => ({
  mandate,
  party,
  role,
  ...defined({ reviews, instruments }),
  offeredAt,
});
