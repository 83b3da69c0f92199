import * as z from "zod";
import { Hash, MandateId, ObligationId, PartyId, ReviewId, UserId } from "../base/ids.ts";
import { CalendarDate, Instant, Reason } from "../base/values.ts";
import { fact } from "./fact-shape.ts";
import { DocumentSymbol } from "./review.ts";

/** Members of a corrected denunciation in the journal of the party. */
const OfDenunciation = {
  party: PartyId,
  reason: Reason,
  /** The time of recording: later letters mention the denunciation. */
  recordedAt: Instant,
  /** The reviews that the denunciation changed, with those whose seats were drawn again since. */
  reviews: z.array(ReviewId),
};

/** Facts that correct the denunciation of a party, in its own journal and in those of the reviews that it changed. */
export const denunciationFacts = [
  /** A denunciation was ordered, and waits for a second person of the secretariat. */
  fact("denunciation-ordered", {
    party: PartyId,
    leftOn: CalendarDate,
    document: DocumentSymbol,
    preview: Hash,
    orderedBy: UserId,
  }),
  /** A second person approved the denunciation that waited. */
  fact("denunciation-approved", { party: PartyId, approvedBy: UserId }),
  /** A denunciation that waited was withdrawn. */
  fact("denunciation-order-withdrawn", { party: PartyId, reason: Reason }),
  /** Its day was recorded wrongly, or its document. */
  fact("denunciation-corrected", { ...OfDenunciation, from: CalendarDate, to: CalendarDate, document: DocumentSymbol }),
  /** The party had not left: it takes part as before. */
  fact("denunciation-undone", { ...OfDenunciation, leftOn: CalendarDate }),
  fact("review-denunciation-corrected", {
    review: ReviewId,
    party: PartyId,
    leftOn: CalendarDate,
    document: DocumentSymbol,
    /** Persons who served, and obligations that were open, until the wrong day, if the right day is another end. */
    mandates: z.array(z.object({ mandate: MandateId, until: Instant })),
    obligations: z.array(z.object({ obligation: ObligationId, settledAt: Instant })),
  }),
  fact("review-denunciation-undone", {
    review: ReviewId,
    party: PartyId,
    /** Obligations that are open again, each in the generation after the one that was void. */
    obligations: z.array(z.object({ obligation: ObligationId, generation: z.int() })),
    /** Mandates that continue, with the earlier notified end, if there was one. */
    mandates: z.array(z.object({ mandate: MandateId, until: Instant.optional() })),
    /** Questions that wait for an answer again. */
    clarifications: z.array(z.int()),
  }),
] as const;
