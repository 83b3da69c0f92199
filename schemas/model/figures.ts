import * as z from "zod";
import { ofCluster, ofSomeCluster } from "../base/clusters.ts";
import { GroupId, ObligationId, PartyId, ReviewId } from "../base/ids.ts";
import { OptionalPartyName } from "../base/names.ts";
import { FigureKind } from "./figure-kind.ts";
import { ReviewBin } from "./review-bin.ts";
import { CalendarDate, Instant } from "../base/values.ts";

/** The figures of the moment, each with a list of what it counts. */
export const FigureName = z
  .enum([
    "reviews",
    "reviews-blocked",
    "reviews-missing-somebody",
    "blockers",
    "focal-points-missing",
    "experts-missing",
    "duties-overdue",
    "duties-late",
    "duties-delayed",
    "duties-returned",
  ])
  .meta({ id: "FigureName" });
export type FigureName = z.infer<typeof FigureName>;

/** Dimensions of figures and of the filters of their lists. */
const dimensions = {
  /** Present for all but the first one. */
  ...ofSomeCluster,
  group: GroupId.optional(),
  stage: ReviewBin.optional(),
  kind: FigureKind.optional(),
  party: PartyId.optional(),
};
export const FigureDimensions = z.strictObject(dimensions);
export type FigureDimensions = z.infer<typeof FigureDimensions>;

const FigurePart = z
  .strictObject({ ...dimensions, partyName: OptionalPartyName, count: z.int().min(1) })
  .meta({ id: "FigurePart", description: "How many of a figure have these values; none are left out" });
export type FigurePart = z.infer<typeof FigurePart>;

export const FigureView = z
  .strictObject({
    figure: FigureName,
    /** The unit of the count: a review is counted once, however many blockers it has. */
    counts: z.enum(["reviews", "blockers", "seats", "duties"]),
    definition: z.string(),
    /** Paragraphs: S background paper of 2023, P procedures and rules, G guidelines; D a decision of the system. */
    sources: z.array(z.string()),
    total: z.int().min(0),
    /** A review with several kinds of blockers is counted in each part by kind: these sum to more than the total. */
    kindsOverlap: z.boolean(),
    parts: z.array(FigurePart),
  })
  .meta({ id: "Figure" });
export type FigureView = z.infer<typeof FigureView>;

/** Reviews that are not counted, because this release cannot read their rows; absent where all are. */
const leftOut = z.array(ReviewId).min(1).optional();

export const CurrentFigures = z
  .strictObject({
    asOf: Instant,
    /** To what all is narrowed, where it is. */
    ...ofSomeCluster,
    group: GroupId.optional(),
    figures: z.array(FigureView),
    leftOut,
  })
  .meta({ id: "CurrentFigures" });

export const FigureMember = z.strictObject({
  review: ReviewId,
  ...ofCluster,
  group: GroupId,
  stage: ReviewBin,
  /**
   * The party under review, the party with the obligation, or the party of the seat; absent for acts of the
   * secretariat.
   */
  party: PartyId.optional(),
  kind: FigureKind.optional(),
  /** Of a review that is blocked: the kinds of its blockers. */
  blockedBy: z.array(FigureKind).optional(),
  obligation: ObligationId.optional(),
  dueAt: Instant.optional(),
  originalDueAt: Instant.optional(),
  /** Start of the counted state: in this stage, blocked, vacant, overdue, late, notified as delayed or returned. */
  since: Instant,
});
export type FigureMember = z.infer<typeof FigureMember>;

/** A member in a reply, each due instant with its day. */
export const FigureMemberView = z
  .strictObject({
    ...FigureMember.shape,
    dueOn: CalendarDate.optional(),
    originalDueOn: CalendarDate.optional(),
    partyName: OptionalPartyName,
  })
  .meta({ id: "FigureMember" });
export type FigureMemberView = z.infer<typeof FigureMemberView>;

/** A page of what a figure counts, with the whole count of the list that it is a page of. */
export const FigureMemberPage = z
  .strictObject({
    figure: FigureName,
    asOf: Instant,
    count: z.int().min(0),
    items: z.array(FigureMemberView),
    next: z.string().optional(),
    leftOut,
  })
  .meta({ id: "FigureMemberPage" });
