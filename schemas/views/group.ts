import * as z from "zod";
import { GroupState } from "../model/group.ts";
import { ofCluster } from "../base/clusters.ts";
import { GroupId, Hash, PartyId } from "../base/ids.ts";
import { PartyName } from "../base/names.ts";
import { CalendarDate, GroupNumber, Instant, Reason } from "../base/values.ts";
import { withId } from "../base/with-id.ts";
import { LetterKind } from "../model/letter.ts";
import { WorkView } from "./core.ts";
import { JoinedSinceView, NamedParty } from "./named.ts";

export const GroupView = withId(
  "Group",
  z.strictObject({
    id: GroupId,
    ...ofCluster,
    group: GroupNumber,
    state: GroupState,
    plannedFor: CalendarDate,
    /** The day of its start, or of one that waits for a second person. */
    startedOn: CalendarDate.optional(),
    /** The last correction of that day: the day before, when and why it was corrected. */
    corrected: withId(
      "GroupStartCorrected",
      z.strictObject({ from: CalendarDate, at: Instant, reason: Reason }),
    ).optional(),
    /** A correction of that day to one off the plan, which waits for a second person. */
    correctionOrdered: withId(
      "GroupStartCorrectionOrdered",
      z.strictObject({ startedOn: CalendarDate, reason: Reason }),
    ).optional(),
    /** It was taken over, and no letter leaves about it until that is resumed; `resuming` while its reviews follow. */
    reminders: z.enum(["paused", "resuming"]).optional(),
    /** Past its planned day and not started: listed, never started automatically. */
    behindPlan: z.boolean(),
    reviews: z.int().min(0),
    /** Its start, a correction of that, or the resumption of its reminders; absent before a start is ordered. */
    work: WorkView.optional(),
    version: z.int().min(0),
  }),
);
export type GroupView = z.infer<typeof GroupView>;

/** Effects of the start of a group on a day, and the hash that its order quotes. */
export const GroupStartPreview = withId(
  "GroupStartPreview",
  z.strictObject({
    hash: Hash,
    group: GroupId,
    startedOn: CalendarDate,
    plannedFor: CalendarDate,
    /** The distance in days of the day from the planned one, and its direction. */
    daysOffPlan: z.int().min(0),
    beforePlan: z.boolean(),
    /** The day lies so far from the plan that a second person has to approve. */
    needsApproval: z.boolean(),
    /** The time at which the letters would leave. */
    lettersAt: Instant,
    letterKind: LetterKind,
    letters: z.int().min(0),
    missions: z.array(
      withId("MissionCounted", z.strictObject({ party: PartyId, partyName: PartyName, letters: z.int().min(1) })),
    ),
    /** Parties that would be written to, and whose missions have left no address. */
    withoutAddress: z.array(NamedParty),
    /** Reviews that would start without something that their party has joined by that day. */
    joinedSince: z.array(JoinedSinceView),
  }),
);
export type GroupStartPreview = z.infer<typeof GroupStartPreview>;

/** Letters that the release of a group would send, and the hash that its order quotes. */
export const GroupResumptionPreview = withId(
  "GroupResumptionPreview",
  z.strictObject({
    hash: Hash,
    group: GroupId,
    /** The time at which the letters would leave. */
    lettersAt: Instant,
    /** Letters about the state of reviews, to missions with an address and to focal points. */
    letters: z.int().min(0),
    missions: z.array(NamedParty),
    /** Parties that would be written to, and whose missions have left no address. */
    withoutAddress: z.array(NamedParty),
    focalPoints: z.int().min(0),
    /** Invitations of those who serve in its reviews and were not invited yet. */
    invitations: z.int().min(0),
  }),
);
export type GroupResumptionPreview = z.infer<typeof GroupResumptionPreview>;
