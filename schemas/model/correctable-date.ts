import * as z from "zod";
import { MandateId, ObligationId, PartyId } from "../base/ids.ts";
import { PublishedPart, RoundNumber } from "./review.ts";

/** The recorded days of a review that a correction may move. */
export const CorrectableDate = z.enum([
  "start",
  "meeting",
  "round",
  "languages",
  "consultation",
  "clock",
  "answers-due",
  "division",
  "submission",
  "opening",
  "clarification",
  "clarification-settlement",
  "feedback",
  "list",
  "agreement",
  "publication",
  "erratum",
  "consent",
  "nomination",
  "removal",
  "redraw-request",
  "redraw",
  "reviewer-limit-waiver",
  "delay-notification",
  "decision",
]);
export type CorrectableDate = z.infer<typeof CorrectableDate>;

/** A recorded day of a review: its kind, and which one it is where a review has several of that kind. */
export const DateSubject = z.object({
  what: CorrectableDate,
  /** The party that cleared feedback or agreed, that requested a redraw, or to which a seat was drawn. */
  party: PartyId.optional(),
  /** The mandate that began with a nomination or ended with a removal. */
  mandate: MandateId.optional(),
  /** The number of a further meeting. */
  round: RoundNumber.optional(),
  /** The version of the list, or the version that an erratum published. */
  version: z.int().min(1).optional(),
  /** The part that the party consented to publish. */
  part: PublishedPart.optional(),
  /** The number of a request for clarification. */
  clarification: z.int().min(1).optional(),
  /** The party whose seat is to be drawn again. */
  seat: PartyId.optional(),
  /** The obligation that was delayed, or without which the review proceeds by decision. */
  obligation: ObligationId.optional(),
});
export type DateSubject = z.infer<typeof DateSubject>;
