import * as z from "zod";
import { AddresseeReason } from "./audience.ts";
import { PartyId, ReviewId } from "../base/ids.ts";
import { PartyRecipient } from "./letter.ts";
import { Language } from "../base/values.ts";

/** One recipient of a bulletin, once however often an audience meets them, with the reason. No name, no address. */
export const Addressee = z.object({
  recipient: PartyRecipient,
  party: PartyId,
  reviews: z.array(ReviewId),
  reason: AddresseeReason,
});
export type Addressee = z.infer<typeof Addressee>;

/** The language of letters to a recipient, and the languages tried before it; none if it is the recipient's own. */
export const ReadingLanguage = z.object({ language: Language, languagesTried: z.array(Language) });
export type ReadingLanguage = z.infer<typeof ReadingLanguage>;

/** An addressee in a preview; without a language if no address is on record. */
export const PreviewedAddressee = Addressee.extend(ReadingLanguage.partial().shape);
export type PreviewedAddressee = z.infer<typeof PreviewedAddressee>;
