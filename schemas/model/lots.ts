import * as z from "zod";
import { PartyId } from "../base/ids.ts";
import { Instrument, Reason } from "../base/values.ts";

/** The rules of the drawing of lots, by the words that reports use. */
export const LotsRule = z
  .enum([
    "seats",
    "not-itself",
    "no-mutual-review",
    "joined-instruments",
    "one-from-each-side",
    "additional-where-lacking",
    "most-reviewers",
    "load",
    "not-drawn-again",
  ])
  .meta({ id: "LotsRule" });
export type LotsRule = z.infer<typeof LotsRule>;

/** A rule that a drawing breaks for a party, accepted with its reason. */
export const LotsDeviation = z.object({ rule: LotsRule, party: PartyId, reason: Reason });
export type LotsDeviation = z.infer<typeof LotsDeviation>;

/** One turn: the candidates, and the instruments that the party drawn was to review as far as it had joined them. */
export const LotsTurn = z.object({ instruments: z.array(Instrument), candidates: z.array(PartyId) });
export type LotsTurn = z.infer<typeof LotsTurn>;

/**
 * Lots as they were drawn: by the seed one of the candidates, in their order, and then one of those of each additional
 * draw. Any reader who repeats the draw gets an equal result.
 */
export const LotsDrawn = z.object({
  seed: z.int(),
  candidates: z.array(PartyId),
  additional: z.array(LotsTurn).optional(),
  /** The party under review had waived that it has four reviewers at most: candidates may need a fifth. */
  limitWaived: z.literal(true).optional(),
});
/**
 * Lots that gave a review its missing reviewers: by the seed one of the candidates of each turn, in their order, all
 * from one box.
 */
export const LotsInTurn = LotsDrawn.pick({ seed: true, limitWaived: true }).extend({ turns: z.array(LotsTurn).min(1) });
export type LotsInTurn = z.infer<typeof LotsInTurn>;

export type LotsDrawn = z.infer<typeof LotsDrawn>;
