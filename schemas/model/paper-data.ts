import * as z from "zod";
import { CycleId, GroupId, PartyId, StatusPaperId } from "../base/ids.ts";
import { CalendarDate, ClusterNumber, Instant, Instrument } from "../base/values.ts";
import { ContactCounts } from "./contact-counts.ts";
import { PaperFigureView } from "./paper-figures.ts";
import { AttendanceKind, CurrencyCode, TrainingLanguage, TranslationOutcome } from "./register.ts";
import { Measure, MeasureView } from "./statistics.ts";

const count = z.int().min(0);

/** A measure as a paper counts it; what its definition says in words is written with the paper. */
export const PaperMeasure = MeasureView.omit({ definition: true }).meta({ id: "PaperMeasure" });
export type PaperMeasure = z.infer<typeof PaperMeasure>;

/** Counted once over several entries; `notKnown` of them do not state it, and nothing of them is counted. */
const CountedOnce = z
  .strictObject({ atLeast: count, atMost: count, known: count, notKnown: count })
  .meta({ id: "PaperCountedOnce" });

/** A sum over the `known` entries that state a number; `notKnown` others do not state it. */
const KnownSum = z.strictObject({ sum: count, known: count, notKnown: count }).meta({ id: "PaperKnownSum" });

/** Counts of the registers, by paragraph (17, 29, 38, 40, 44, 46 and 47). */
const PaperRegisters = z
  .strictObject({
    training: z.strictObject({
      sessions: count,
      officials: KnownSum,
      states: CountedOnce,
      languages: z.array(TrainingLanguage),
    }),
    dialogues: z.array(
      z.strictObject({
        year: z.int().min(2020),
        held: count,
        attendance: z.array(z.strictObject({ kind: AttendanceKind, ...KnownSum.shape })),
      }),
    ),
    stakeholders: z.strictObject({ trainings: count, people: KnownSum, countries: CountedOnce }),
    /** From the last entry up to the day of the paper. */
    hub: z.strictObject({ on: CalendarDate, members: count.optional(), countries: count.optional() }).optional(),
    pilots: z.strictObject({ initiatives: count, countries: count }),
    contributions: z.strictObject({
      number: count,
      notKnown: count,
      amounts: z.array(z.strictObject({ currency: CurrencyCode, amount: count })),
    }),
    translations: z.strictObject({
      needs: count,
      open: count,
      ended: z.strictObject({
        "national-resources": count,
        "voluntary-contribution": count,
        "informal-translation": count,
        "not-met": count,
      } satisfies Record<TranslationOutcome, typeof count>),
    }),
    contacts: ContactCounts,
  })
  .meta({ id: "PaperRegisters" });

/** The numbers of the last published paper, and the counts for its day with all later records. */
const PreviousPaper = z
  .strictObject({
    id: StatusPaperId,
    asAt: CalendarDate,
    measures: z.array(z.strictObject({ measure: Measure, published: count, counted: count })),
  })
  .meta({ id: "PreviousPaper" });

/** Every number of a status paper, with what its figures show: the paper is written from this alone. */
export const PaperData = z
  .strictObject({
    asAt: CalendarDate,
    /** Records up to this instant count. */
    knownAt: Instant,
    groups: z.array(
      z.strictObject({
        group: GroupId,
        startedOn: CalendarDate.optional(),
        /** By when its reviews are to be concluded, by the indicative timeline. */
        dueOn: CalendarDate.optional(),
        /** By when its questionnaires are to be completed, by the indicative timeline. */
        questionnairesDueOn: CalendarDate.optional(),
      }),
    ),
    measures: z.array(PaperMeasure),
    newParties: z.array(z.strictObject({ party: PartyId, name: z.string(), sinceDay: CalendarDate })),
    accessions: z.array(
      z.strictObject({ party: PartyId, name: z.string(), instrument: Instrument, sinceDay: CalendarDate }),
    ),
    /** The number of parties of each instrument on the day before the launch. */
    beforeLaunch: z.strictObject({
      asAt: CalendarDate,
      instruments: z.array(z.strictObject({ instrument: Instrument, parties: count })),
    }),
    redrawDays: z.array(CalendarDate),
    /** Reviews that an import took over, and requests for redraws that it gives as a number alone: no day of theirs is known. */
    takenOver: z.strictObject({ reviews: count, redrawsAsked: count }),
    /** The gate before the next phase: of the last cluster whose first group had started. */
    gate: z.strictObject({
      cycle: CycleId.optional(),
      cluster: ClusterNumber,
      groups: z.array(GroupId),
      percent: z.int().min(0).max(100),
      concluded: count,
      of: count,
      needed: count,
    }),
    /** Changes of focal points by half-years of the calendar; the last ends with the day of the paper. */
    halfYears: z.array(z.strictObject({ from: CalendarDate, to: CalendarDate, changes: count })),
    figures: z.array(PaperFigureView),
    registers: PaperRegisters,
    previous: PreviousPaper.optional(),
  })
  .meta({ id: "PaperData" });
export type PaperData = z.infer<typeof PaperData>;
