import * as z from "zod";
import { CycleId, GroupId, GroupList, ObligationId, PartyId, ReviewId, UserId } from "../base/ids.ts";
import { OptionalPartyName, PersonName } from "../base/names.ts";
import {
  CalendarDate,
  ClusterNumber,
  DelayReason,
  Gender,
  InstitutionKind,
  Instrument,
  RegionalGroup,
} from "../base/values.ts";
import { MandateEndReason } from "./mandate-end-reason.ts";
import { FigureKind } from "./figure-kind.ts";
import { LanguagesOpen, Stage } from "./review.ts";
import { ReviewBin } from "./review-bin.ts";

/** Measures as at a day, each with one definition in `domain/statistics` and a list of the members that it counts. */
export const Measure = z
  .enum([
    "parties-taking-part",
    "states-taking-part",
    "organizations-taking-part",
    "parties-to-instruments",
    "parties-in-reviews",
    "redraws-asked",
    "seats-redrawn",
    "redraw-meetings",
    "new-parties",
    "parties-joining-protocols",
    "accessions-to-protocols",
    "focal-points",
    "parties-with-focal-point",
    "parties-with-several-focal-points",
    "parties-that-changed-focal-point",
    "changes-of-focal-point",
    "parties-without-focal-point",
    "seats-without-focal-point",
    "experts",
    "parties-with-expert",
    "seats-without-expert",
    "observers",
    "parties-with-observer",
    "reviews",
    "reviews-started",
    "reviews-by-stage",
    "reviews-not-commenced",
    "reviews-before-questionnaire",
    "reviews-missing-focal-point",
    "reviews-blocked",
    "blockers",
    "reviews-awaiting-consultation",
    "reviews-advancing",
    "reviews-concluded",
    "reviews-behind-timeline",
    "consultations-held",
    "consultations-without-meeting",
    "consultation-rounds",
    "languages-agreed",
    "reviews-in-one-language",
    "reviews-in-two-languages",
    "reviews-in-three-languages",
    "languages-open",
    "questionnaires-submitted",
    "answers-opened",
    "delays-notified",
    "feedback-reached",
    "feedback-concluded",
    "lists-agreed",
    "lists-published",
    "duties-open",
    "duties-overdue",
    "duties-late",
    "duties-delayed",
    "duties-returned",
  ])
  .meta({ id: "Measure" });
export type Measure = z.infer<typeof Measure>;

/** A step of the indicative timeline. */
export const TimelineStage = Stage.exclude(["scheduled", "concluded"]);

/** Languages of a review in alphabetical order, joined: en+fr. */
export const LanguageSet = z.string().regex(/^[a-z]{2}(\+[a-z]{2}){0,2}$/);

/** Dimensions of a measure. */
const partDimensions = {
  /** Present for all but the first one. */
  cycle: CycleId.optional(),
  cluster: ClusterNumber.optional(),
  group: GroupId.optional(),
  regionalGroup: RegionalGroup.or(z.literal("none")).optional(),
  instrument: Instrument.optional(),
  stage: ReviewBin.optional(),
  step: Stage.optional(),
  gender: Gender.or(z.literal("not-stated")).optional(),
  institutionKind: InstitutionKind.or(z.literal("not-stated")).optional(),
  languages: LanguageSet.optional(),
  languagesOpen: LanguagesOpen.optional(),
  kind: FigureKind.optional(),
  reason: DelayReason.optional(),
  /** The reason for the end of the previous focal point's mandate. */
  endReason: MandateEndReason.or(z.literal("not-recorded")).optional(),
  /** Shown only to the secretariat. */
  party: PartyId.optional(),
};
export const PartDimensions = z.strictObject(partDimensions);
export type PartDimensions = z.infer<typeof PartDimensions>;

/** To which part of the Mechanism a measure is narrowed. */
export const StatisticsScope = z.strictObject({
  cycle: CycleId.optional(),
  cluster: ClusterNumber.optional(),
  group: GroupId.optional(),
  /** Several groups together. What is in more than one of them counts once. */
  groups: GroupList.optional(),
  regionalGroup: RegionalGroup.optional(),
  instrument: Instrument.optional(),
});
export type StatisticsScope = z.infer<typeof StatisticsScope>;

const MeasurePart = z
  .strictObject({ ...partDimensions, partyName: OptionalPartyName, count: z.int().min(1) })
  .meta({ id: "MeasurePart", description: "How many of a measure have these values; none are left out" });

/** The unit that a measure counts. */
export const CountedThing = z
  .enum([
    "parties",
    "people",
    "reviews",
    "blockers",
    "seats",
    "duties",
    "drawings",
    "meetings",
    "accessions",
    "changes",
    "delays",
    "rounds",
  ])
  .meta({ id: "CountedThing" });
export type CountedThing = z.infer<typeof CountedThing>;

const Share = z
  .strictObject({ of: Measure, total: z.int().min(0), percent: z.number().min(0).max(100) })
  .meta({ id: "Share", description: "How many per cent the total is of another measure's, to one decimal" });

const Change = z
  .strictObject({ was: z.int().min(0), more: z.int().min(0), fewer: z.int().min(0) })
  .meta({ id: "Change", description: "The total as at the day `since`, and how many more or fewer it is now" });

export const MeasureView = z
  .strictObject({
    measure: Measure,
    counts: CountedThing,
    definition: z.string(),
    /** Paragraphs: S background paper of 2023, P procedures and rules, G guidelines; D a decision of the system. */
    sources: z.array(z.string()),
    total: z.int().min(0),
    share: Share.optional(),
    change: Change.optional(),
    /** Under these one may be counted several times, so that their parts sum to more than the total. */
    overlapping: z.array(z.string()),
    parts: z.array(MeasurePart),
  })
  .meta({ id: "MeasureView" });
export type MeasureView = z.infer<typeof MeasureView>;

export const Statistics = z
  .strictObject({
    asAt: CalendarDate,
    /** Only data known on this day count; all data known now if left out. */
    knownOn: CalendarDate.optional(),
    since: CalendarDate.optional(),
    ...StatisticsScope.shape,
    measures: z.array(MeasureView),
  })
  .meta({ id: "Statistics" });

/** One that a measure counts, by what it is: a party, a person's id, a review, a seat, an obligation. */
export const MeasureMember = z
  .strictObject({
    party: PartyId.optional(),
    partyName: OptionalPartyName,
    user: UserId.optional(),
    personName: PersonName,
    review: ReviewId.optional(),
    cycle: CycleId.optional(),
    cluster: ClusterNumber.optional(),
    group: GroupId.optional(),
    obligation: ObligationId.optional(),
    instrument: Instrument.optional(),
    stage: ReviewBin.optional(),
    step: Stage.optional(),
    languages: LanguageSet.optional(),
    languagesOpen: LanguagesOpen.optional(),
    kind: FigureKind.optional(),
    reason: DelayReason.optional(),
    /** From which day on it counts. */
    sinceDay: CalendarDate,
  })
  .meta({ id: "MeasureMember" });
export type MeasureMember = z.infer<typeof MeasureMember>;

export const MeasureMemberPage = z
  .strictObject({
    measure: Measure,
    asAt: CalendarDate,
    count: z.int().min(0),
    ownRowsOnly: z.literal(true).optional(),
    items: z.array(MeasureMember),
    next: z.string().optional(),
  })
  .meta({ id: "MeasureMemberPage" });
