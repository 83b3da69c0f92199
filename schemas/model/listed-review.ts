import * as z from "zod";
import { GroupId, PartyId, ReviewId, UserId } from "../base/ids.ts";
import { CalendarDate, Instant } from "../base/values.ts";
import { FigureKind } from "./figure-kind.ts";
import { Seat, Stage } from "./review.ts";

/** A time in which something blocks a review, with the dates that it has, each from when it was set. */
const ListedBlocking = z.object({
  party: PartyId.optional(),
  blocker: FigureKind,
  from: Instant,
  to: Instant.optional(),
  dues: z.array(z.object({ from: Instant, dueAt: Instant })),
});

/** The data of a review for lists at any moment, without its mandates, obligations and texts. */
export const ListedReview = z.object({
  id: ReviewId,
  party: PartyId,
  group: GroupId,
  seats: z.array(Seat),
  stage: Stage,
  stageSince: Instant,
  startedOn: CalendarDate.optional(),
  discontinuedOn: CalendarDate.optional(),
  officer: UserId.optional(),
  blocking: z.array(ListedBlocking),
  /** The day on which the party waived that it has four reviewers at most. */
  reviewerLimitWaivedOn: CalendarDate.optional(),
  /** Seats that passed from one party to another by lot, in the order of the drawings. */
  redraws: z.array(z.object({ from: PartyId, to: PartyId, drawnOn: CalendarDate })).optional(),
  version: z.int().min(0),
});
export type ListedReview = z.infer<typeof ListedReview>;
