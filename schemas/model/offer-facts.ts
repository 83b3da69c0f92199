import * as z from "zod";
import { MandateId, PartyId, UserId } from "../base/ids.ts";
import { fact } from "./fact-shape.ts";
import { MandateOffer } from "./mandate-offer.ts";
import { MandateRole } from "./review.ts";

/** Mandates for people of other parties, in the journals of the person and of the party. */
export const offerFacts = [
  /** A party wishes to name a delegate of another party, who has not accepted to serve it. */
  fact("mandate-offered", { user: UserId, ...MandateOffer.shape }),
  /** The end of the offer: `accepted` and `refused` by the person, `withdrawn` by the party. */
  fact("mandate-offer-ended", {
    user: UserId,
    mandate: MandateId,
    party: PartyId,
    role: MandateRole,
    outcome: z.enum(["accepted", "refused", "withdrawn"]),
    /** The party that registered the person. */
    home: PartyId,
  }),
  /** The offer in the journal of the party, which lists its pending offers. */
  fact("offer-opened", { party: PartyId, mandate: MandateId, user: UserId }),
  fact("offer-closed", { party: PartyId, mandate: MandateId, user: UserId }),
] as const;
