import * as z from "zod";
import { PartyId, ReviewId } from "../base/ids.ts";
import {
  CalendarDate,
  ClusterNumber,
  DelayExplanation,
  DelayReason,
  EmailAddress,
  Gender,
  InstitutionKind,
  GroupNumber,
  Instrument,
  Language,
  NameText,
  PlainText,
  Reason,
} from "../base/values.ts";
import { LongText, Reference } from "./draft.ts";
import { LotsRule } from "./lots.ts";
import { Digest } from "./party.ts";
import { DecisionBody, DocumentSymbol, MandateRole, MeetingMode, ObligationKind, SeatRole } from "./review.ts";

/** A whole number in a cell, of which the message names the least. */
const numeral = <Value extends z.ZodType<number, number>>(value: Value, least: number) =>
  z.string().regex(/^\d+$/, `must be a whole number from ${least} on`).transform(Number).pipe(value);

/** Several values in one cell, separated by blanks. */
const several = <Value extends z.ZodType<unknown, string>>(value: Value) =>
  z
    .string()
    .transform((cell) => cell.split(/\s+/u).filter((word) => word !== ""))
    .pipe(z.array(value).min(1));

const Yes = z.literal("Y", "must be Y or left empty");

/** Contact data of the permanent mission of a party. */
const MissionRow = z
  .strictObject({
    party: PartyId,
    address: EmailAddress,
    second_address: EmailAddress.optional(),
    language: Language,
    place: NameText,
    digest: Digest.optional(),
  })
  .refine(({ address, second_address: second }) => second !== address, {
    path: ["second_address"],
    error: "must be another address than the first",
  });

/** One seat of a review, with its current holder; group and draw are repeated in the row of each seat. */
const PairingRow = z.strictObject({
  cluster: numeral(ClusterNumber, 1),
  group: numeral(GroupNumber, 1),
  planned_for: CalendarDate,
  started_on: CalendarDate.optional(),
  review_of: PartyId,
  party: PartyId,
  role: SeatRole,
  instruments: several(Instrument),
  document: DocumentSymbol.optional(),
  drawn_on: CalendarDate.optional(),
  /** The party under review waived that it has four reviewers at most. */
  waived: Yes.optional(),
});

/** The opening of the phase of a later cluster, with the decision if its gate was not reached then. */
const PhaseRow = z.strictObject({
  cluster: numeral(ClusterNumber, 1),
  opened_on: CalendarDate,
  body: DecisionBody.optional(),
  document: DocumentSymbol.optional(),
  decided_on: CalendarDate.optional(),
});

/** Reason for which a draw remains valid although it breaks a rule of the lots for a party. */
const DeviationRow = z.strictObject({
  cluster: numeral(ClusterNumber, 1),
  party: PartyId,
  rule: LotsRule,
  reason: Reason,
});

/** A person's mandate for a party, in the reviews that are named or in all of the party's; it ended on `until`. */
const PersonRow = z.strictObject({
  party: PartyId,
  role: MandateRole,
  reviews: several(ReviewId).optional(),
  name: NameText,
  email: EmailAddress,
  language: Language,
  gender: Gender.optional(),
  title: PlainText.optional(),
  institution: NameText.optional(),
  institution_kind: InstitutionKind.optional(),
  phone: PlainText.optional(),
  named_on: CalendarDate,
  /**
   * The day on which the secretariat compared the nomination with the note verbale; if left out, the check is pending.
   */
  checked_on: CalendarDate.optional(),
  until: CalendarDate.optional(),
  instruments: several(Instrument).optional(),
});

/** Steps of an imported review other than mandates and delays. */
export const ImportedStep = z.enum([
  "meeting",
  "round",
  "languages",
  "languages-open",
  "outcome",
  "answers",
  "answers-opened",
  "feedback",
  "list",
  "agreement",
  "published",
  "consent",
]);
export type ImportedStep = z.infer<typeof ImportedStep>;

/** A step of a review on its day. A submission has a row for each of its texts, or one that records the fact alone. */
const StepRow = z.strictObject({
  review: ReviewId,
  step: ImportedStep,
  day: CalendarDate,
  party: PartyId.optional(),
  instrument: Instrument.optional(),
  text: LongText.optional(),
  summary: LongText.optional(),
  /** Location of the text, if only the fact is imported. */
  reference: Reference.optional(),
  mode: MeetingMode.optional(),
  languages: several(Language).optional(),
  reason: Reason.optional(),
  clock_starts_on: CalendarDate.optional(),
  answers_due_on: CalendarDate.optional(),
});

/** A delay that a party notified. */
const DelayRow = z.strictObject({
  review: ReviewId,
  party: PartyId,
  duty: ObligationKind.extract(["questionnaire", "feedback", "agreement"]),
  told_on: CalendarDate,
  due_on: CalendarDate,
  reason: DelayReason,
  explanation: DelayExplanation.optional(),
});

/** The number of redraws that a party has requested. */
const RedrawRow = z.strictObject({ party: PartyId, asked: numeral(z.int().min(0), 0) });

/** Schemas of the rows of each sheet other than the parties, which have their own file. Empty cells are absent. */
export const importRows = {
  missions: MissionRow,
  phases: PhaseRow,
  pairings: PairingRow,
  deviations: DeviationRow,
  people: PersonRow,
  steps: StepRow,
  delays: DelayRow,
  redraws: RedrawRow,
} as const;
export type RowSheet = keyof typeof importRows;
export type ImportRow<Sheet extends RowSheet> = z.infer<(typeof importRows)[Sheet]>;

/** The sheets of an import, in the order in which they are read. */
export const SheetName = z.enum([
  "parties",
  "missions",
  "phases",
  "pairings",
  "deviations",
  "people",
  "steps",
  "delays",
  "redraws",
]);
export type SheetName = z.infer<typeof SheetName>;

/** A row with its place: the line of the CSV, whose header is line 1, or its number among the rows from 1. */
export interface PlacedCells {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}
