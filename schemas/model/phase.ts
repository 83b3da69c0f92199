import * as z from "zod";
import { GroupId, PartyId, PhaseId, ReviewId } from "../base/ids.ts";
import { CalendarDate, ClusterNumber, GroupNumber, Instant, Instrument, Reason } from "../base/values.ts";
import { LotsInTurn } from "./lots.ts";
import { RecordedDecision, Seat } from "./review.ts";

/** `opening` while the reviews of its cluster are being set up one by one, `open` from then on. */
export const PhaseState = z.enum(["opening", "open"]);

/** Progress of the first group of the previous phase: the number of concluded reviews, and the number required. */
export const GateCount = z.strictObject({ concluded: z.int().min(0), of: z.int().min(0), needed: z.int().min(0) });
export type GateCount = z.infer<typeof GateCount>;

/** A decision of the Conference or its working group that a phase is opened before its gate is reached. */
export const PhaseDecision = z.strictObject(RecordedDecision.shape).meta({ id: "PhaseDecision" });

/** A group of the new cluster, with the group whose reviews it takes over. */
export const PhaseGroup = z.object({
  group: GroupId,
  number: GroupNumber,
  follows: GroupId,
  plannedFor: CalendarDate,
  reviews: z.array(ReviewId),
});
export type PhaseGroup = z.infer<typeof PhaseGroup>;

/** Result of the lots for a party that joined instruments after its pairing was drawn: its seats, and the draw. */
export const PhaseDrawing = z.object({
  party: PartyId,
  seats: z.array(Seat),
  /** The seats for which lots were drawn. */
  seatsBefore: z.array(Seat),
  draw: LotsInTurn.optional(),
});
export type PhaseDrawing = z.infer<typeof PhaseDrawing>;

/** A phase as it was opened: the reviews of one thematic cluster, over all groups. The first began with the Mechanism and has none. */
export const Phase = z.object({
  id: PhaseId,
  cluster: ClusterNumber,
  /** The phase before. */
  follows: PhaseId,
  state: PhaseState,
  openedAt: Instant,
  gate: GateCount,
  decision: PhaseDecision.optional(),
  groups: z.array(PhaseGroup),
  drawings: z.array(PhaseDrawing),
  /** The last correction of its opening, for letters: the day before, and the reason. */
  corrected: z.object({ at: Instant, from: CalendarDate, reason: Reason }).optional(),
});
export type Phase = z.infer<typeof Phase>;

/**
 * Basis of a list of articles: checked against the resolution that lists them, taken from a report about it, or
 * recalled from memory.
 */
export const ArticlesBasis = z.enum(["recalled", "reported", "sourced"]).meta({ id: "ArticlesBasis" });

/** A page that names the articles of some instruments. */
export const ArticlesSource = z
  .strictObject({ publisher: z.string(), url: z.url(), instruments: z.array(Instrument) })
  .meta({ id: "ArticlesSource" });
export type ArticlesSource = z.infer<typeof ArticlesSource>;

/** Articles that a phase reviews, by instrument. */
export const ClusterArticles = z.object({
  UNTOC: z.array(z.string()),
  TIP: z.array(z.string()),
  SOM: z.array(z.string()),
  FP: z.array(z.string()),
} satisfies Record<Instrument, z.ZodType>);
export type ClusterArticles = z.infer<typeof ClusterArticles>;
