import * as z from "zod";
import { FollowUp } from "../model/follow-up.ts";
import { ofCluster, ofSomeCluster } from "../base/clusters.ts";
import { BulletinId, GroupId, LetterId, ObligationId, PartyId, ReviewId } from "../base/ids.ts";
import { PartyName } from "../base/names.ts";
import { LetterKind, LetterState, StepName, SkipReason } from "../model/letter.ts";
import { NominationKind, ObligationKind } from "../model/review.ts";
import { TextVersion } from "../model/stored-text.ts";
import { CalendarDate, ClusterNumber, Instant, RegionalGroup } from "../base/values.ts";
import { RecipientView } from "./named.ts";
import { withId } from "../base/with-id.ts";

/** A reminder that will leave at its moment, unless what it reminds of is done by then. */
const ReminderAhead = withId(
  "ReminderAhead",
  z.strictObject({
    rung: StepName,
    leavesAt: Instant,
    /** The recipients, as of now. */
    to: z.array(RecipientView),
  }),
);
export type ReminderAhead = z.infer<typeof ReminderAhead>;

const PlannedObligation = withId(
  "RemindersOfDuty",
  z.strictObject({
    obligation: ObligationId,
    kind: ObligationKind,
    party: PartyId,
    partyName: PartyName,
    dueAt: Instant,
    dueOn: CalendarDate,
    generation: z.int().min(0),
    overdue: z.boolean(),
    /** A nomination is reminded of by one letter for all reviews of the party's group. */
    oneLetterFor: z.enum(["review", "group"]),
    reminders: z.array(ReminderAhead),
  }),
);
export type PlannedObligation = z.infer<typeof PlannedObligation>;

export const ReminderPlanView = withId(
  "ReminderPlan",
  z.strictObject({
    review: ReviewId,
    asOf: Instant,
    /** A year ahead: later reminders are not listed. */
    until: Instant,
    obligations: z.array(PlannedObligation),
    /** Effects of a delay to the new date; the request itself changes nothing. */
    change: withId(
      "ReminderPlanChange",
      z.strictObject({
        obligation: ObligationId,
        newDate: CalendarDate,
        dueAt: Instant,
        dueOn: CalendarDate,
        generation: z.int().min(0),
        beyondRules: z.boolean(),
        /** The recipients who would be notified of the delay. */
        told: z.array(RecipientView),
        /** All reminders from then on. */
        reminders: z.array(ReminderAhead),
        /** Of today's plan: what would not leave any more. */
        falls: z.array(ReminderAhead),
        /** Of the new plan: what would leave besides. */
        comes: z.array(ReminderAhead),
      }),
    ).optional(),
  }),
);
export type ReminderPlanView = z.infer<typeof ReminderPlanView>;

/** A nomination that is missing: one for all reviews of a group that wait for it since the same moment. */
const PresidentsMissing = withId(
  "PresidentsListNomination",
  z.strictObject({
    kind: NominationKind,
    ...ofCluster,
    group: GroupId,
    reviews: z.array(ReviewId).min(1),
    /** The time since which the position is vacant. */
    since: Instant,
    /** Absent if no obligation with a date is open: the person who served has left. */
    dueAt: Instant.optional(),
    dueOn: CalendarDate.optional(),
    listedSince: Instant,
  }),
);
export type PresidentsMissing = z.infer<typeof PresidentsMissing>;

/** A letter about nominations; to the mission of the party. */
const PresidentsLetter = withId(
  "PresidentsListLetter",
  z.strictObject({
    id: LetterId,
    kind: LetterKind,
    state: LetterState,
    /** The reason for which it was skipped. */
    reason: SkipReason.optional(),
    subject: z.string().optional(),
    clusters: z.array(ClusterNumber),
    plannedFor: Instant,
    changedAt: Instant,
  }),
);

/** A contact besides letters; its note stays with the secretariat. */
const PresidentsContact = withId(
  "PresidentsListContact",
  z.strictObject(FollowUp.pick({ number: true, way: true, contactedOn: true, outcome: true, nextOn: true }).shape),
);

const PresidentsParty = withId(
  "PresidentsListParty",
  z.strictObject({
    party: PartyId,
    partyName: PartyName,
    missing: z.array(PresidentsMissing).min(1),
    /** Those to its mission about nominations since the first of these seats fell vacant, the latest first. */
    letters: z.array(PresidentsLetter),
    /** In general, or about a review in which a nomination is missing; the latest first. */
    contacts: z.array(PresidentsContact),
  }),
);
export type PresidentsParty = z.infer<typeof PresidentsParty>;

export const PresidentsListView = withId(
  "PresidentsList",
  z.strictObject({
    asOf: Instant,
    /** To what all is narrowed, where it is. */
    ...ofSomeCluster,
    /** From when on letters and contacts of all parties are complete, where more are kept than are read; earlier ones may be missing. */
    lettersSince: Instant.optional(),
    contactsSince: Instant.optional(),
    /**
     * The time at which the next missing nomination that is not on the list will be listed; absent if there is none.
     */
    nextListedAt: Instant.optional(),
    /** Of the figures of this moment: how many seats they count, and for how many of them it is the President's turn. */
    figures: z.array(
      z.strictObject({
        figure: z.enum(["focal-points-missing", "experts-missing"]),
        total: z.int().min(0),
        listed: z.int().min(0),
      }),
    ),
    groups: z.array(
      z.strictObject({
        /** Absent for parties that belong to none. */
        regionalGroup: RegionalGroup.optional(),
        parties: z.array(PresidentsParty).min(1),
      }),
    ),
  }),
);
export type PresidentsListView = z.infer<typeof PresidentsListView>;

export const ReminderOrdered = withId(
  "PresidentsReminderOrdered",
  z.strictObject({
    /** The bulletin that takes it to the missions. */
    bulletin: BulletinId,
    recipients: z.int().min(1),
    /** Of the stored text that it says. */
    version: TextVersion,
    orderedAt: Instant,
  }),
);
