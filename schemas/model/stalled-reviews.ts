import * as z from "zod";
import { CycleId, GroupId, PartyId, ReviewId } from "../base/ids.ts";
import { OptionalPartyName } from "../base/names.ts";
import { CalendarDate, ClusterNumber } from "../base/values.ts";
import { FigureKind } from "./figure-kind.ts";

/** The act that ends the wait of a review; experts are no reason to wait. */
export const AwaitedAct = z.enum([...FigureKind.exclude(["experts"]).options, "lots"]).meta({
  id: "AwaitedAct",
  description:
    "The obligation that is met, `consultation`: it comes to its outcome, `publication` of the list, or `lots`: they are drawn for the seat of a party that left",
});
export type AwaitedAct = z.infer<typeof AwaitedAct>;

const AwaitedKind = z.strictObject({ act: AwaitedAct, reviews: z.int().min(1), alone: z.int().min(0) }).meta({
  id: "AwaitedKind",
  description: "How many stalled reviews wait for acts of a kind, and how many for one act alone",
});

const FreeingAct = z
  .strictObject({
    rank: z.int().min(1),
    tied: z.boolean(),
    act: AwaitedAct,
    party: PartyId.optional(),
    partyName: OptionalPartyName,
    frees: z.int().min(1),
    neededIn: z.int().min(1),
    reviews: z.array(ReviewId).optional(),
    clusters: z.array(ClusterNumber).optional(),
  })
  .meta({
    id: "FreeingAct",
    description: "One act of one party or of the secretariat, after which at least one review waits for nothing",
  });

/** The causes of stalled reviews, and the single acts that would free most of them. */
export const StalledReviewsView = z
  .strictObject({
    asAt: CalendarDate,
    knownOn: CalendarDate.optional(),
    cycle: CycleId.optional(),
    cluster: ClusterNumber.optional(),
    group: GroupId.optional(),
    underWay: z.int().min(0),
    stalled: z.int().min(0),
    freedByOneAct: z.int().min(0),
    waits: z.array(AwaitedKind),
    acts: z.array(FreeingAct),
    furtherActs: z.strictObject({ acts: z.int().min(0), frees: z.int().min(0) }),
    sources: z.array(z.string()),
  })
  .meta({ id: "StalledReviewsView" });
export type StalledReviewsView = z.infer<typeof StalledReviewsView>;
