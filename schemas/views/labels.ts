import * as z from "zod";
import { AbsenceWhy } from "./missing-letter.ts";
import { LetterOutcome, RecipientOutcome } from "./bulletin.ts";
import { LetterTextState, SourceDocument } from "./letter.ts";
import { Action } from "../base/actions.ts";
import { MarkReason } from "../model/address.ts";
import { AggregateKind } from "../model/aggregate-kind.ts";
import { AudienceList, AudienceRole } from "../model/audience.ts";
import { BulletinState } from "../model/bulletin.ts";
import { DraftKind } from "../model/draft.ts";
import { CorrectableDate } from "../model/correctable-date.ts";
import { FigureKind } from "../model/figure-kind.ts";
import { FigureName } from "../model/figures.ts";
import { ReviewBin } from "../model/review-bin.ts";
import { CountedThing, Measure } from "../model/statistics.ts";
import { ProjectionSeries, ProjectionState } from "../model/gate-projection.ts";
import { ObservationKind } from "../model/observation-items.ts";
import { FigureSeries, PaperFigure } from "../model/paper-figures.ts";
import { AwaitedAct } from "../model/stalled-reviews.ts";
import { ContactOutcome, ContactWay } from "../model/follow-up.ts";
import { GroupState } from "../model/group.ts";
import { ImportState } from "../model/import.ts";
import { WorkState } from "./core.ts";
import { Contact, LetterKind, LetterState, SettledReason, SettlementOutcome, SkipReason } from "../model/letter.ts";
import { ArticlesBasis } from "../model/phase.ts";
import { PhaseStanding } from "./phase.ts";
import { Digest as DigestPace, Participation, PartyKind } from "../model/party.ts";
import { type ProblemKind, problems } from "../problems/problems.ts";
import {
  AttendanceKind,
  DonorKind,
  Register,
  RegisterCount,
  TrainingLanguage,
  TranslationOutcome,
} from "../model/register.ts";
import { PaperFormat, PaperState } from "../model/status-paper.ts";
import { LotsRule } from "../model/lots.ts";
import {
  ClarificationStatus,
  DecisionBody,
  DispensableKind,
  LanguagesOpen,
  MeetingMode,
  MandateRole,
  NominationKind,
  ObligationChoice,
  ObligationKind,
  ObligationState,
  PublishedPart,
  QuestionnaireClock,
  SeatRole,
  Stage,
} from "../model/review.ts";
import { SourceKind } from "../model/source.ts";
import { ClosingReason, ErasureReason, ErasureSource, SecondFactorState, UserAccess, UserRole } from "../model/user.ts";
import { DelayReason, Gender, InstitutionKind, Instrument, Language, Office, RegionalGroup } from "../base/values.ts";
import { MandateEndReason } from "../model/mandate-end-reason.ts";
import { BlockedWhy, WorkKind } from "../model/work-item.ts";

/** Name of a code in one language, to be displayed unchanged. */
const Label = z.string().min(1);

/** Official name of an instrument as its authentic text has it, and a short form for tables and tabs. */
const InstrumentLabel = z.strictObject({ name: Label, short: Label }).meta({ id: "InstrumentLabel" });

/** A refusal in words: what is the matter, and what the caller should do. */
export const ProblemText = z.strictObject({ title: Label, detail: Label }).meta({ id: "ProblemText" });
export type ProblemText = z.infer<typeof ProblemText>;

/** A kind of work: its heading, and what to do about one piece of it. */
const WorkWords = z.strictObject({ name: Label, todo: Label }).meta({ id: "WorkWords" });

/** Clusters by their number, as text because it is a key. */
const ClusterKey = z.enum(["1", "2", "3", "4"]);

const isProblemKind = (key: string): key is ProblemKind => Object.hasOwn(problems, key);
export const problemKinds: readonly ProblemKind[] = Object.keys(problems).filter(isProblemKind);

/** A figure of the moment: its name, and what it counts. */
const FigureLabel = z.strictObject({ name: Label, definition: Label }).meta({ id: "FigureLabel" });

/** The shapes of lists of labels in the API document: maps, because a later version may add codes. */
const shapesOfWords = [
  ["LabelMap", Label],
  ["InstrumentLabelMap", InstrumentLabel],
  ["FigureLabelMap", FigureLabel],
  ["WorkWordsMap", WorkWords],
  ["ProblemTextMap", ProblemText],
] as const;
export const labelMaps: Readonly<Record<string, z.ZodType>> = Object.fromEntries(
  shapesOfWords.map(([name, words]) => [name, z.record(z.string(), words)]),
);

/** A label for each code; in the API document a map from codes to labels. */
const labelledCodes = <Codes extends z.ZodEnum, Words extends (typeof shapesOfWords)[number][1]>(
  codes: Codes,
  words: Words,
) => {
  const map = shapesOfWords.find(([, shape]) => shape === words)?.[0];
  return z.record(codes, words).meta({
    override: ({ jsonSchema }) => {
      for (const key of ["type", "required", "propertyNames", "additionalProperties"]) delete jsonSchema[key];
      jsonSchema.$ref = `#/components/schemas/${map}`;
    },
  });
};

/** Sentences of the explanation of a letter; parts in braces are filled in. */
const explanationSentences = z.enum([
  "reminder",
  "notice",
  "dated",
  "planned",
  "now",
  "nowBecause",
  "requested",
  "invitationAgain",
  "former",
  "anew",
  "second",
  "inDigest",
  "unknown",
  "toSettle",
  "awaitsReport",
  "overtaken",
  "saidWentOut",
  "saidSendAgain",
  "postponed",
]);

/** Texts that are composed from sentences before display, and are no labels of codes. */
export const Explanations = z.record(explanationSentences, Label);

/** Sentences in a figure of the status paper; parts in braces are filled in. */
const figureSentences = z.enum([
  "title",
  "asAt",
  "knownOn",
  "cluster",
  "group",
  "groupOfCluster",
  "groupOfCycle",
  "row",
  "part",
  "sentence",
  "all",
  "reviews",
  "reviewsOfRow",
  "none",
]);

/** Texts of figures other than labels of codes. */
export const FigureSentences = z.record(figureSentences, Label);

/** Sentences in the figures outside the paper; parts in braces are filled in. */
const ownFigureSentences = z.enum([
  "oneAct",
  "severalActs",
  "stalledTitle",
  "stalledOf",
  "freedByOne",
  "waitsHeading",
  "waitsAxis",
  "actsHeading",
  "actsAxis",
  "actOfParty",
  "actAlone",
  "furtherActs",
  "noneStalled",
  "gateTitle",
  "gateCount",
  "gateReached",
  "gatePace",
  "gateNever",
  "gateTooLittle",
  "gateWithoutPace",
  "gateAxis",
  "gateLine",
  "gateMethod",
  "gateAssumesPace",
  "gateAssumesPassed",
  "gateAssumesStuck",
  "gateAssumesSame",
]);

/** Texts of these figures other than labels of codes. */
export const OwnFigureSentences = z.record(ownFigureSentences, Label);

/** Every code of the API that people get to see, in words of one language. A code without its words does not compile. */
export const Labels = z.strictObject({
  stages: labelledCodes(Stage, Label),
  instruments: labelledCodes(Instrument, InstrumentLabel),
  clusters: labelledCodes(ClusterKey, Label),
  regionalGroups: labelledCodes(RegionalGroup, Label),
  languages: labelledCodes(Language, Label),
  userRoles: labelledCodes(UserRole, Label),
  userAccess: labelledCodes(UserAccess, Label),
  mandateRoles: labelledCodes(MandateRole, Label),
  lotsRules: labelledCodes(LotsRule, Label),
  seatRoles: labelledCodes(SeatRole, Label),
  obligations: labelledCodes(ObligationKind, Label),
  delayReasons: labelledCodes(DelayReason, Label),
  mandateEndReasons: labelledCodes(MandateEndReason, Label),
  obligationStates: labelledCodes(ObligationState, Label),
  obligationChoices: labelledCodes(ObligationChoice, Label),
  nominationKinds: labelledCodes(NominationKind, Label),
  dispensableKinds: labelledCodes(DispensableKind, Label),
  decisionBodies: labelledCodes(DecisionBody, Label),
  sourceKinds: labelledCodes(SourceKind, Label),
  clarificationStates: labelledCodes(ClarificationStatus, Label),
  correctableDates: labelledCodes(CorrectableDate, Label),
  meetingModes: labelledCodes(MeetingMode, Label),
  languagesOpen: labelledCodes(LanguagesOpen, Label),
  questionnaireClocks: labelledCodes(QuestionnaireClock, Label),
  publishedParts: labelledCodes(PublishedPart, Label),
  draftKinds: labelledCodes(DraftKind, Label),
  groupStates: labelledCodes(GroupState, Label),
  phaseStandings: labelledCodes(PhaseStanding, Label),
  articlesBases: labelledCodes(ArticlesBasis, Label),
  workStates: labelledCodes(WorkState, Label),
  importStates: labelledCodes(ImportState, Label),
  paperStates: labelledCodes(PaperState, Label),
  paperFormats: labelledCodes(PaperFormat, Label),
  partyKinds: labelledCodes(PartyKind, Label),
  participations: labelledCodes(Participation, Label),
  digestPaces: labelledCodes(DigestPace, Label),
  genders: labelledCodes(Gender, Label),
  institutionKinds: labelledCodes(InstitutionKind, Label),
  closingReasons: labelledCodes(ClosingReason, Label),
  erasureReasons: labelledCodes(ErasureReason, Label),
  erasureSources: labelledCodes(ErasureSource, Label),
  secondFactorStates: labelledCodes(SecondFactorState, Label),
  offices: labelledCodes(Office, Label),
  letterKinds: labelledCodes(LetterKind, Label),
  /** By which rule a letter of a kind is written. */
  letterRules: labelledCodes(LetterKind, Label),
  /** The documents that rules come from, by the letter with which a source begins. */
  sourceDocuments: labelledCodes(SourceDocument, Label),
  letterStates: labelledCodes(LetterState, Label),
  skipReasons: labelledCodes(SkipReason, Label),
  settledReasons: labelledCodes(SettledReason, Label),
  settlementOutcomes: labelledCodes(SettlementOutcome, Label),
  letterTextStates: labelledCodes(LetterTextState, Label),
  letterOutcomes: labelledCodes(LetterOutcome, Label),
  recipientOutcomes: labelledCodes(RecipientOutcome, Label),
  contactAddresses: labelledCodes(Contact, Label),
  suppressionReasons: labelledCodes(MarkReason, Label),
  bulletinStates: labelledCodes(BulletinState, Label),
  audienceRoles: labelledCodes(AudienceRole, Label),
  audienceLists: labelledCodes(AudienceList, Label),
  figures: labelledCodes(FigureName, FigureLabel),
  figureKinds: labelledCodes(FigureKind, Label),
  measures: labelledCodes(Measure, FigureLabel),
  countedThings: labelledCodes(CountedThing, Label),
  reviewBins: labelledCodes(ReviewBin, Label),
  paperFigures: labelledCodes(PaperFigure, Label),
  figureSeries: labelledCodes(FigureSeries, Label),
  awaitedActs: labelledCodes(AwaitedAct, Label),
  projectionSeries: labelledCodes(ProjectionSeries, Label),
  projectionStates: labelledCodes(ProjectionState, Label),
  journalKinds: labelledCodes(AggregateKind, Label),
  absences: labelledCodes(AbsenceWhy, Label),
  contactWays: labelledCodes(ContactWay, Label),
  contactOutcomes: labelledCodes(ContactOutcome, Label),
  registers: labelledCodes(Register, Label),
  trainingLanguages: labelledCodes(TrainingLanguage, Label),
  donorKinds: labelledCodes(DonorKind, Label),
  translationOutcomes: labelledCodes(TranslationOutcome, Label),
  registerCounts: labelledCodes(RegisterCount, FigureLabel),
  attendanceKinds: labelledCodes(AttendanceKind, Label),
  observationKinds: labelledCodes(ObservationKind, Label),
  worklist: labelledCodes(WorkKind, WorkWords),
  blockedBy: labelledCodes(BlockedWhy, Label),
  actions: labelledCodes(Action, Label),
  problems: labelledCodes(z.enum(problemKinds), ProblemText),
});
export type Labels = z.infer<typeof Labels>;

/** The lists of labels by the name of the schema whose codes they label. */
export const labelLists: ReadonlyMap<string | undefined, readonly string[]> = new Map(
  [...Map.groupBy(Object.entries(Labels.shape), ([, { keyType }]) => keyType.meta()?.id)].map(([id, lists]) => [
    id,
    lists.map(([name]) => name),
  ]),
);

export const LabelsView = z
  .strictObject({
    language: Language,
    /** Direction in which the language is written, as HTML's `dir` takes it. */
    dir: z.enum(["ltr", "rtl"]),
    translationNote: Label.optional().meta({
      description:
        "That the words in this language were translated by the project and no professional translator has read them, to be shown next to them. Left out in English, in which they were written.",
    }),
    ...Labels.shape,
  })
  .meta({ id: "Labels" });
