import * as z from "zod";
import { Action } from "../base/actions.ts";
import { MarkReason } from "../model/address.ts";
import { FigureKind } from "../model/figure-kind.ts";
import { ofCluster } from "../base/clusters.ts";
import { GroupId, Hash, LetterId, MandateId, ObligationId, PartyId, ReviewId, UserId } from "../base/ids.ts";
import { OptionalPartyName, PartyName, PersonName } from "../base/names.ts";
import { Contact } from "../model/letter.ts";
import { JoiningDates, MissionContacts, Party, PartyKind } from "../model/party.ts";
import { MandateRole, ObligationKind, ObligationState, SeatRole, Stage } from "../model/review.ts";
import { placePassed } from "./lots.ts";
import { reviewDetails, ReviewerView } from "./review.ts";
import {
  CalendarDate,
  ClusterNumber,
  DelayReason,
  Reason,
  Instant,
  Instrument,
  Language,
  RegionalGroup,
} from "../base/values.ts";
import { withId } from "../base/with-id.ts";
import { NamedParty, NamedUser } from "./named.ts";

/** A page of a list: `next` is the cursor of the page after it, absent at the end. */
export const pageOf = <S extends z.ZodType>(id: string, item: S) =>
  z.strictObject({ items: z.array(item), next: z.string().optional() }).meta({ id });

/** A denunciation that waits for a second person, with the preview that its approval compares. */
const DenunciationOrderedView = withId(
  "DenunciationOrdered",
  z.strictObject({
    leftOn: CalendarDate,
    document: z.string(),
    preview: Hash,
    orderedAt: Instant,
    by: NamedUser.optional(),
  }),
);

export const PartyView = withId(
  "Party",
  z.strictObject({
    id: PartyId,
    name: PartyName,
    /** In English, as it is on record and can be corrected. */
    nameOnRecord: z.string(),
    kind: PartyKind,
    regionalGroup: RegionalGroup.optional(),
    joined: JoiningDates,
    participation: Party.shape.participation,
    /** It requested not to serve as a reviewer in its own year. */
    defersServing: z.literal(true).optional(),
    /** The number of redraws that it has requested, of the four allowed. */
    redraws: z.int().min(0),
    /** To the secretariat only: a denunciation that waits for a second person. */
    denunciationOrdered: DenunciationOrderedView.optional(),
    version: z.int().min(0),
  }),
);
export type PartyView = z.infer<typeof PartyView>;

export const MissionView = withId(
  "PermanentMission",
  z.strictObject({
    party: PartyId,
    partyName: PartyName,
    contacts: MissionContacts.optional(),
    /** Those of its addresses to which nothing is sent, because a letter failed there. */
    suppressed: z.array(z.strictObject({ contact: Contact, why: MarkReason, since: Instant, letter: LetterId })),
    /** Since when letters also go to the previous address, because the current one is not confirmed. */
    unconfirmedSince: Instant.optional(),
    version: z.int().min(0),
  }),
);

export const PersonView = withId(
  "Person",
  z.strictObject({
    id: UserId,
    name: z.string(),
    title: z.string().optional(),
    institution: z.string().optional(),
    email: z.string(),
    phone: z.string().optional(),
    language: Language,
  }),
);

export const MandateView = withId(
  "Mandate",
  z.strictObject({
    id: MandateId,
    role: MandateRole,
    party: PartyId,
    partyName: PartyName,
    since: Instant,
    /** The instant from which it is over: ahead, where a successor or an end was named for a later day. */
    until: Instant.optional(),
    /** Of an expert who serves for some instruments of the seat alone. */
    instruments: z.array(Instrument).optional(),
    person: PersonView,
  }),
);
export type MandateView = z.infer<typeof MandateView>;

/** A person's mandates for one party, with the reviews in which each holds. */
export const PartyMandateView = withId(
  "PartyMandate",
  z.strictObject({
    ...MandateView.shape,
    reviews: z.array(ReviewId),
    /** Those of the reviews, each once. */
    clusters: z.array(ClusterNumber),
  }),
);
export type PartyMandateView = z.infer<typeof PartyMandateView>;

export const ObligationView = withId(
  "Obligation",
  z.strictObject({
    id: ObligationId,
    review: ReviewId,
    ...ofCluster,
    kind: ObligationKind,
    party: PartyId,
    partyName: PartyName,
    state: ObligationState,
    openedOn: CalendarDate,
    dueAt: Instant,
    dueOn: CalendarDate,
    /** Of pending feedback: the instruments that it covers, by the division of work. */
    instruments: z.array(Instrument).optional(),
    /** Late is counted from this date, which no delay moves. */
    originalDueAt: Instant,
    originalDueOn: CalendarDate,
    /** Open and past its current date. A missed deadline has no penalty. */
    overdue: z.boolean(),
    /** Rises whenever its date is set again. */
    generation: z.int().min(0),
    delayReason: DelayReason.optional(),
    delayExplanation: Reason.optional(),
    /** A delay that goes past the six months of the rules. */
    beyondRules: z.boolean().optional(),
    /** The day on which the delay in force was notified. */
    delayedOn: CalendarDate.optional(),
    settledAt: Instant.optional(),
  }),
);
export type ObligationView = z.infer<typeof ObligationView>;

/** A blocker of a review, and the party with the obligation: without a party, the secretariat. */
export const BlockerView = withId(
  "Blocker",
  z.strictObject({
    party: PartyId.optional(),
    partyName: OptionalPartyName,
    kind: FigureKind,
    dueAt: Instant.optional(),
    dueOn: CalendarDate.optional(),
    overdue: z.boolean(),
  }),
);

const SeatView = withId(
  "Seat",
  z.strictObject({
    party: PartyId,
    partyName: PartyName,
    role: SeatRole,
    instruments: z.array(Instrument),
    /** Absent where the caller may not see them. */
    mandates: z.array(MandateView).optional(),
  }),
);

export const AvailableAction = withId(
  "AvailableAction",
  z.strictObject({
    action: Action,
    /** The operation by which it is done, as this document calls it. */
    operationId: z.string(),
    party: PartyId.optional(),
    partyName: OptionalPartyName,
    method: z.string(),
    path: z.string(),
  }),
);

/** An action that is possible now in a review. */
export const ReviewAction = withId(
  "ReviewAction",
  AvailableAction.extend({
    /** The secretariat records it for `party`, which did it outside the system: `onBehalfOf` says so, with the source. */
    onRecord: z.literal(true).optional(),
  }),
);

export const ReviewSummary = withId(
  "ReviewSummary",
  z.strictObject({
    id: ReviewId,
    party: PartyId,
    partyName: PartyName,
    ...ofCluster,
    group: GroupId,
    reviewers: z.array(ReviewerView),
    stage: Stage,
    stageSince: Instant,
    startedOn: CalendarDate.optional(),
    /** The day on which the party under review left the Convention, so that the review goes no further. */
    discontinuedOn: CalendarDate.optional(),
    blockedBy: z.array(BlockerView),
    version: z.int().min(0),
  }),
);
export type ReviewSummary = z.infer<typeof ReviewSummary>;

export const ReviewView = withId(
  "Review",
  z.strictObject({
    ...ReviewSummary.shape,
    ...reviewDetails,
    seats: z.array(SeatView),
    obligations: z.array(ObligationView),
    /** Actions of this caller now. */
    actions: z.array(ReviewAction),
  }),
);
export type ReviewView = z.infer<typeof ReviewView>;

/** A review in which a command took effect, with its new status. */
export const ReviewTouched = withId(
  "ReviewTouched",
  z.strictObject({ id: ReviewId, stage: Stage, version: z.int().min(0) }),
);

export const NominationView = withId(
  "Nomination",
  z.strictObject({
    mandate: MandateId,
    /** Absent while the mandate waits for a person of another party. */
    person: UserId.optional(),
    personName: PersonName,
    role: MandateRole,
    party: PartyId,
    partyName: PartyName,
    /** Reviews in which the nomination took effect; empty where it was so before, or waits for the person. */
    reviews: z.array(ReviewTouched),
    /** The person is of another party, and has to accept before the mandate begins. */
    awaitsAcceptance: z.literal(true).optional(),
  }),
);

/** An entry of a review's journal by a person whose service had ended by then, as reported later. It remains valid. */
const ActSinceEnd = withId(
  "ActSinceEnd",
  z.strictObject({ review: ReviewId, version: z.int().min(1), recordedAt: Instant, kinds: z.array(z.string()) }),
);
export type ActSinceEnd = z.infer<typeof ActSinceEnd>;

/** The change of a mandate, with its reviews. */
export const MandateChangeView = withId(
  "MandateChange",
  z.strictObject({
    party: PartyId,
    partyName: PartyName,
    mandate: MandateId,
    /** The person who follows, if there is one. */
    successor: z.strictObject({ mandate: MandateId, person: UserId, personName: PersonName }).optional(),
    /** The instant from which the change holds. */
    effectiveAt: Instant,
    /** Acts of the old holder from then until this was recorded; empty if the change holds from now or a later day. */
    actsSince: z.array(ActSinceEnd),
    reviews: z.array(ReviewTouched),
  }),
);

export const MissingNominationView = withId(
  "MissingNomination",
  z.strictObject({
    party: PartyId,
    partyName: PartyName,
    regionalGroup: RegionalGroup.optional(),
    kind: ObligationKind,
    review: ReviewId,
    ...ofCluster,
    dueAt: Instant,
    dueOn: CalendarDate,
    overdue: z.boolean(),
  }),
);

export const PairingView = withId(
  "Pairing",
  z.strictObject({
    review: ReviewId,
    party: PartyId,
    partyName: PartyName,
    ...ofCluster,
    group: GroupId,
    reviewers: z.array(ReviewerView),
    /** The day on which the party waived that it has four reviewers at most. */
    reviewerLimitWaivedOn: CalendarDate.optional(),
    /** Seats that passed from one party to another by lot, in the order of the drawings. */
    redraws: z.array(z.strictObject({ ...placePassed, drawnOn: CalendarDate })),
  }),
);

export const ImportView = withId(
  "PartyImport",
  z.strictObject({ registered: z.array(NamedParty), corrected: z.array(NamedParty), unchanged: z.int().min(0) }),
);

export const HealthView = withId(
  "Health",
  z.strictObject({ status: z.literal("ok"), stage: z.string(), now: Instant }),
);

/**
 * State of work that continues after the reply: `pending` while it waits for a second person or for its time, `running`,
 * `done`, or `failed` if it ended or stopped before all of it was done.
 */
export const WorkState = z.enum(["pending", "running", "done", "failed"]).meta({ id: "WorkState" });
export type WorkState = z.infer<typeof WorkState>;

/** Work on an item that continues after the reply, in one shape for all of them. */
export const WorkView = withId(
  "Work",
  z.strictObject({
    state: WorkState,
    /** The parts that are done, and the number of all; absent where parts are not counted. */
    progress: z.strictObject({ done: z.int().min(0), of: z.int().min(0) }).optional(),
  }),
);
export type WorkView = z.infer<typeof WorkView>;
