import * as z from "zod";
import { ofCluster } from "../base/clusters.ts";
import { PartyId, ReviewId } from "../base/ids.ts";
import { OptionalPartyName } from "../base/names.ts";
import { CalendarDate, Instant } from "../base/values.ts";
import { withId } from "../base/with-id.ts";
import { FigureKind } from "../model/figure-kind.ts";
import { Stage } from "../model/review.ts";

/** Something that happened in a review. */
const TimelineEventView = withId(
  "TimelineEvent",
  z.strictObject({
    kind: z.string(),
    happenedOn: CalendarDate,
    recordedOn: CalendarDate,
    correctedFrom: CalendarDate.optional(),
    party: PartyId.optional(),
    partyName: OptionalPartyName,
    inWords: z.string(),
  }),
);
export type TimelineEvent = z.infer<typeof TimelineEventView>;

export const ReviewTimelineView = withId(
  "ReviewTimeline",
  z.strictObject({
    review: ReviewId,
    ...ofCluster,
    stage: Stage,
    asOf: Instant,
    due: z.array(
      withId(
        "TimelineDue",
        z.strictObject({
          kind: FigureKind,
          party: PartyId.optional(),
          partyName: OptionalPartyName,
          dueOn: CalendarDate.optional(),
          overdue: z.boolean(),
          inWords: z.string(),
        }),
      ),
    ),
    expected: z.array(
      withId(
        "ExpectedStep",
        z.strictObject({
          step: Stage,
          expectedOn: CalendarDate,
          passed: z.boolean(),
          behind: z.boolean(),
          inWords: z.string(),
        }),
      ),
    ),
    items: z.array(TimelineEventView),
    next: z.string().optional(),
  }),
);
export type ReviewTimelineView = z.infer<typeof ReviewTimelineView>;
