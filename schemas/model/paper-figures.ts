import * as z from "zod";
import { CycleId, GroupId } from "../base/ids.ts";
import { CalendarDate, ClusterNumber } from "../base/values.ts";
import { ReviewBin } from "./review-bin.ts";
import { LanguageSet } from "./statistics.ts";

/** The figures of the status paper in their order: I, II, III and so on. */
export const PaperFigure = z
  .enum(["missing-focal-points", "status", "consultations", "languages", "questionnaires", "feedback"])
  .meta({ id: "PaperFigure" });
export type PaperFigure = z.infer<typeof PaperFigure>;

/** The criterion that divides the reviews of a row: each review is in exactly one part. */
export const FigureSeries = z
  .enum([
    ...ReviewBin.options,
    "missing-focal-point",
    "no-focal-point-missing",
    "consultation-held",
    "consultation-not-held",
    "languages-agreed",
    "questionnaire-submitted",
    "questionnaire-in-preparation",
    "questionnaire-not-begun",
    "feedback-concluded",
    "feedback-under-way",
    "feedback-not-reached",
  ])
  .meta({ id: "FigureSeries" });
export type FigureSeries = z.infer<typeof FigureSeries>;

const PaperFigurePart = z
  .strictObject({ series: FigureSeries, count: z.int().min(0) })
  .meta({ id: "PaperFigurePart", description: "How many reviews of the row are in a series, which may be none" });

const PaperFigureRow = z
  .strictObject({
    group: GroupId.optional(),
    languages: LanguageSet.optional(),
    total: z.int().min(0),
    parts: z.array(PaperFigurePart),
  })
  .meta({ id: "PaperFigureRow", description: "The reviews of one group, or in one combination of languages" });
export type PaperFigureRow = z.infer<typeof PaperFigureRow>;

/** The row and the series of a figure that a kept number is about. */
export const FigureCell = z.strictObject({
  row: PaperFigureRow.pick({ group: true, languages: true }),
  series: FigureSeries,
});
export type FigureCell = z.infer<typeof FigureCell>;

/** Content of a figure of the status paper. */
export const PaperFigureView = z
  .strictObject({
    figure: PaperFigure,
    asAt: CalendarDate,
    knownOn: CalendarDate.optional(),
    cycle: CycleId.optional(),
    cluster: ClusterNumber.optional(),
    group: GroupId.optional(),
    rows: z.array(PaperFigureRow),
  })
  .meta({ id: "PaperFigureView" });
export type PaperFigureView = z.infer<typeof PaperFigureView>;
