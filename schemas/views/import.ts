import * as z from "zod";
import { GroupId, ImportId, UserId } from "../base/ids.ts";
import { PersonName } from "../base/names.ts";
import { ClusterNumber, Instant } from "../base/values.ts";
import { withId } from "../base/with-id.ts";
import { ImportState } from "../model/import.ts";
import { Stage } from "../model/review.ts";
import { WorkView } from "./core.ts";
import { NamedParty } from "./named.ts";

/** An import with its progress in reviews. */
export const ImportView = withId(
  "Import",
  z.strictObject({
    id: ImportId,
    state: ImportState,
    orderedBy: UserId,
    orderedByName: PersonName,
    orderedAt: Instant,
    appliedAt: Instant.optional(),
    work: WorkView,
    groups: z.array(GroupId),
    people: z.int().min(0),
    /** Rows that could not be applied, because other users had changed what they depend on. */
    refused: z.array(withId("ImportRefused", z.strictObject({ about: z.string(), refusal: z.string() }))).optional(),
    version: z.int().min(0),
  }),
);
export type ImportView = z.infer<typeof ImportView>;

/** One place of an import that does not hold. */
export const ImportErrorView = withId(
  "ImportError",
  z.strictObject({ sheet: z.string(), row: z.int().min(0), column: z.string(), message: z.string() }),
);

export type ImportErrorView = z.infer<typeof ImportErrorView>;

/** Result of an import, actual or expected: the number of rows of its sheets, and their effects. */
const ImportSummary = withId(
  "ImportSummary",
  z.strictObject({
    rows: z.array(withId("SheetCounted", z.strictObject({ sheet: z.string(), rows: z.int().min(0) }))),
    /** Parties that the sheet of parties registers or corrects. */
    parties: z.int().min(0),
    missions: z.int().min(0),
    groups: z.array(GroupId),
    /** Reviews by the stage in which they are then. */
    stages: z.array(withId("StageCounted", z.strictObject({ stage: Stage, reviews: z.int().min(0) }))),
    /** People who are registered, and those who were before. */
    peopleRegistered: z.int().min(0),
    peopleKnown: z.int().min(0),
    redraws: z.int().min(0),
    /** Of each cluster, who would have no review of it: an import may hold a part of a cluster. */
    withoutReview: z.array(
      withId("ClusterWithoutReview", z.strictObject({ cluster: ClusterNumber, parties: z.array(NamedParty) })),
    ),
  }),
);

/** An import that was checked, and ordered unless it was requested as a dry run or was ordered before. */
export const ImportChecked = withId(
  "ImportChecked",
  z.strictObject({
    /** The import; absent for a dry run. */
    import: ImportView.optional(),
    /** An equal import was ordered before: nothing has changed. */
    known: z.boolean(),
    summary: ImportSummary.optional(),
    /**
     * Rows that differ from the stored data on people or missions, which stay: the first places, and the number of
     * all.
     */
    kept: z.array(ImportErrorView).optional(),
    keptCount: z.int().min(1).optional(),
    /** Errors found by a dry run. */
    errors: z.array(ImportErrorView),
    /** The number of further errors, if not all are named. */
    errorsLeftOut: z.int().min(1).optional(),
  }),
);
export type ImportChecked = z.infer<typeof ImportChecked>;
/** The value before the executor has added the names of parties. */
export type ImportCheckedGiven = z.input<typeof ImportChecked>;
