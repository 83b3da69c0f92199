import * as z from "zod";
import { GroupId, MandateId, ObligationId, PartyId, ReviewId, UserId } from "./ids.ts";
import { CalendarDate, ClusterNumber, Instant, Instrument } from "./values.ts";

export const Stage = z.enum([
  "scheduled",
  "nomination",
  "consultation",
  "questionnaire",
  "feedback",
  "observations",
  "concluded",
]);
export type Stage = z.infer<typeof Stage>;

export const SeatRole = z.enum(["under-review", "reviewing", "additional-reviewer"]);
export type SeatRole = z.infer<typeof SeatRole>;

/** One party's place in a review, with the instruments it is reviewed for or reviews. */
export const Seat = z.object({ party: PartyId, role: SeatRole, instruments: z.array(Instrument) });
export type Seat = z.infer<typeof Seat>;

export const MandateRole = z.enum(["focal-point", "expert", "observer"]);
export type MandateRole = z.infer<typeof MandateRole>;

/** A person's part in a review for a party, from an instant on, until it is ended. */
export const Mandate = z.object({
  id: MandateId,
  role: MandateRole,
  party: PartyId,
  user: UserId,
  since: Instant,
  until: Instant.optional(),
});
export type Mandate = z.infer<typeof Mandate>;

export const ObligationKind = z.enum(["focal-point", "experts"]);
export type ObligationKind = z.infer<typeof ObligationKind>;

/**
 * A duty of one party. The generation rises whenever its date is set anew, which makes every alarm and
 * letter of the generation before a no-op. `originalDueAt` never moves: late is counted from it.
 */
export const Obligation = z.object({
  id: ObligationId,
  kind: ObligationKind,
  party: PartyId,
  generation: z.int().min(1),
  state: z.enum(["open", "met", "void"]),
  openedOn: CalendarDate,
  dueAt: Instant,
  originalDueAt: Instant,
  /** When the duty was met or fell away: when it happened, not when it was recorded. */
  settledAt: Instant.optional(),
});
export type Obligation = z.infer<typeof Obligation>;

export const Review = z.object({
  id: ReviewId,
  cluster: ClusterNumber,
  group: GroupId,
  party: PartyId,
  stage: Stage,
  stageSince: Instant,
  startedOn: CalendarDate.optional(),
  seats: z.record(PartyId, Seat),
  mandates: z.record(MandateId, Mandate),
  obligations: z.record(ObligationId, Obligation),
});
export type Review = z.infer<typeof Review>;
