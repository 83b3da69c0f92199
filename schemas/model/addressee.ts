import * as z from "zod";
import { AddresseeReason } from "./audience.ts";
import { PartyId, ReviewId } from "../base/ids.ts";
import { PartyRecipient } from "./letter.ts";

/** One recipient of a bulletin, once however often an audience meets them, with the reason. No name, no address. */
export const Addressee = z.object({
  recipient: PartyRecipient,
  party: PartyId,
  reviews: z.array(ReviewId),
  reason: AddresseeReason,
});
export type Addressee = z.infer<typeof Addressee>;
