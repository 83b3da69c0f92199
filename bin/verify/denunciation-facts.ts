import * as z from "zod";

const about = { happenedAt: z.string(), review: z.string() };
const ofDenunciation = { happenedAt: z.string(), party: z.string(), reviews: z.array(z.string()) };
/** Facts that order, approve and correct a denunciation, in the journal of the party and in those of its reviews. */
export const denunciationCorrections = [
  z.looseObject({
    kind: z.literal("denunciation-ordered"),
    party: z.string(),
    leftOn: z.string(),
    document: z.string(),
    orderedBy: z.string(),
  }),
  z.looseObject({ kind: z.literal("denunciation-approved"), party: z.string(), approvedBy: z.string() }),
  z.looseObject({ kind: z.literal("denunciation-order-withdrawn"), party: z.string() }),
  z.looseObject({ kind: z.literal("party-left"), happenedAt: z.string(), party: z.string(), leftOn: z.string() }),
  z.looseObject({ kind: z.literal("denunciation-corrected"), ...ofDenunciation, from: z.string(), to: z.string() }),
  z.looseObject({ kind: z.literal("denunciation-undone"), ...ofDenunciation, leftOn: z.string() }),
  z.looseObject({
    kind: z.literal("review-denunciation-corrected"),
    ...about,
    party: z.string(),
    leftOn: z.string(),
    mandates: z.array(z.looseObject({ mandate: z.string(), until: z.string() })),
    obligations: z.array(z.looseObject({ obligation: z.string(), settledAt: z.string() })),
  }),
  z.looseObject({
    kind: z.literal("review-denunciation-undone"),
    ...about,
    party: z.string(),
    obligations: z.array(z.looseObject({ obligation: z.string(), generation: z.number() })),
    mandates: z.array(z.looseObject({ mandate: z.string(), until: z.string().optional() })),
  }),
] as const;
