import * as z from "zod";
import { CycleId, GroupId, Hash, PartyId, PhaseId, ReviewId } from "../base/ids.ts";
import { PartyName } from "../base/names.ts";
import { CalendarDate, ClusterNumber, GroupNumber, Instant, Instrument } from "../base/values.ts";
import { withId } from "../base/with-id.ts";
import { GroupState } from "../model/group.ts";
import { ArticlesBasis, ArticlesSource, ClusterArticles, GateCount, PhaseDecision } from "../model/phase.ts";
import { Stage } from "../model/review.ts";
import { WorkView } from "./core.ts";
import { LotsInTurnView } from "./lots.ts";
import { JoinedSinceView, NamedParty } from "./named.ts";
import { ReviewerView } from "./review.ts";

/** Status of a phase: open, being set up, the one that may be opened next, or a later one. */
export const PhaseStanding = z.enum(["open", "opening", "next", "later"]).meta({ id: "PhaseStanding" });

const GateView = withId("PhaseGate", GateCount.extend({ reached: z.boolean() }));

/** A group of a phase: when its reviews are to start, or did. */
const PhaseGroupView = withId(
  "PhaseGroup",
  z.strictObject({
    group: GroupId,
    number: GroupNumber,
    plannedFor: CalendarDate,
    /** Left out until the group is planned. */
    state: GroupState.optional(),
    startedOn: CalendarDate.optional(),
    reviews: z.int().min(0),
  }),
);

const phase = {
  id: PhaseId,
  cycle: CycleId.optional(),
  cluster: ClusterNumber,
  /** Its place in the order of phases, counted from 1. */
  place: z.int().min(1),
  state: PhaseStanding,
  /** The phase before; the first has none. */
  follows: PhaseId.optional(),
  /** Of the first phase, which began with the Mechanism, it is left out. */
  openedOn: CalendarDate.optional(),
  gate: GateView.optional(),
  decision: PhaseDecision.optional(),
  groups: z.array(PhaseGroupView),
  /** Its opening, if it was ordered. */
  work: WorkView.optional(),
};

export const PhaseView = withId("Phase", z.strictObject(phase));
export type PhaseView = z.infer<typeof PhaseView>;

export const PhaseList = withId("PhaseList", z.strictObject({ items: z.array(PhaseView) }));

const PhaseDrawingView = withId(
  "PhaseDrawing",
  z.strictObject({
    party: PartyId,
    partyName: PartyName,
    seats: z.array(ReviewerView),
    draw: LotsInTurnView.optional(),
  }),
);

export const PhaseDetails = withId(
  "PhaseDetails",
  z.strictObject({
    ...phase,
    articles: ClusterArticles,
    /** By what the articles are known, for each instrument. */
    articlesBasis: withId(
      "PhaseArticlesBasis",
      z.strictObject({ UNTOC: ArticlesBasis, TIP: ArticlesBasis, SOM: ArticlesBasis, FP: ArticlesBasis }),
    ),
    /** The pages that name them. */
    articlesSources: z.array(ArticlesSource),
    gateReviews: withId(
      "PhaseGateReviews",
      z.strictObject({ concluded: z.array(ReviewId), remaining: z.array(ReviewId) }),
    ).optional(),
    drawings: z.array(PhaseDrawingView),
    /** The number of parties that have confirmed their people, and of all parties. */
    confirmations: withId(
      "PhaseConfirmations",
      z.strictObject({ confirmed: z.int().min(0), of: z.int().min(0) }),
    ).optional(),
    unconfirmed: z.array(NamedParty).optional(),
    /** Reviews that have not started and do not cover all that their party has joined. */
    joinedSince: z.array(JoinedSinceView).optional(),
    /** Parties that were reviewed in the phase before, and have no review in this one. */
    withoutReview: z.array(NamedParty).optional(),
  }),
);
/** The value before the executor has added names. */
export type PhaseDetailsGiven = z.input<typeof PhaseDetails>;

/** A rule that keeps a party from having its reviewers drawn. */
const UnfilledPairing = withId(
  "UnfilledPairing",
  z.strictObject({ party: PartyId, partyName: PartyName, rules: z.array(z.string()) }),
);

export const PhasePreview = withId(
  "PhasePreview",
  z.strictObject({
    hash: Hash,
    phase: PhaseId,
    cycle: CycleId.optional(),
    cluster: ClusterNumber,
    follows: PhaseId,
    gate: GateView,
    groups: z.array(
      withId(
        "PhaseGroupPlanned",
        z.strictObject({ group: GroupId, number: GroupNumber, plannedFor: CalendarDate, reviews: z.int().min(0) }),
      ),
    ),
    /** Parties whose pairing changes with what they or their reviewers have joined since. */
    changes: z.array(
      withId(
        "PairingChanged",
        z.strictObject({
          party: PartyId,
          partyName: PartyName,
          /** The instruments for which the party is reviewed in this cluster. */
          instruments: z.array(Instrument),
          /** True if lots are drawn for it. */
          drawn: z.boolean(),
        }),
      ),
    ),
    /** Parties whose pairing stays as it is, since a rule of the lots cannot be met. */
    unfilled: z.array(UnfilledPairing),
    letters: z.int().min(0),
    withoutAddress: z.array(NamedParty),
  }),
);
export type PhasePreview = z.infer<typeof PhasePreview>;

/** A step of the indicative timeline. */
const TimelineStepView = withId(
  "TimelineStep",
  z.strictObject({
    /** The stage that reviews are to have passed. */
    step: Stage,
    expectedOn: CalendarDate,
    passed: z.int().min(0),
    behind: z.int().min(0),
    reviews: z.array(ReviewId).optional(),
  }),
);

export const GroupTimeline = withId(
  "GroupTimeline",
  z.strictObject({
    group: GroupId,
    cycle: CycleId.optional(),
    cluster: ClusterNumber,
    plannedFor: CalendarDate,
    asOf: Instant,
    reviews: z.int().min(0),
    steps: z.array(TimelineStepView),
  }),
);
export type GroupTimeline = z.infer<typeof GroupTimeline>;

export const MandatesConfirmed = withId(
  "MandatesConfirmed",
  z.strictObject({ party: PartyId, partyName: PartyName, phase: PhaseId, confirmedAt: Instant }),
);
