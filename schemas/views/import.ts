import * as z from "zod";
import { GroupId, ImportId, UserId } from "../base/ids.ts";
import { PersonName } from "../base/names.ts";
import { ClusterNumber, Instant } from "../base/values.ts";
import { withId } from "../base/with-id.ts";
import { ImportState } from "../model/import.ts";
import { Stage } from "../model/review.ts";
import { NamedParty } from "./named.ts";

/** An import with how far it is. */
export const ImportView = withId(
  "Import",
  z.strictObject({
    id: ImportId,
    state: ImportState,
    orderedBy: UserId,
    orderedByName: PersonName,
    orderedAt: Instant,
    appliedAt: Instant.optional(),
    /** Of how many reviews in all, how many are there by now. */
    done: z.int().min(0),
    total: z.int().min(0),
    groups: z.array(GroupId),
    people: z.int().min(0),
    /** What could not be applied, because others had changed what it builds on. */
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

/** What an import brings about, or would: how many rows its sheets hold, and what comes of them. */
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

/** An import that was checked, and ordered unless it was asked for as a dry run or was ordered before. */
export const ImportChecked = withId(
  "ImportChecked",
  z.strictObject({
    /** The import; left out of a dry run. */
    import: ImportView.optional(),
    /** The same was ordered before: nothing has changed. */
    known: z.boolean(),
    summary: ImportSummary.optional(),
    /** Where it says otherwise of people or missions than is known here, which stays: the first places, and how many in all. */
    kept: z.array(ImportErrorView).optional(),
    keptCount: z.int().min(1).optional(),
    /** What is wrong with it, of a dry run. */
    errors: z.array(ImportErrorView),
    /** How many more places do not hold, where not all are named. */
    errorsLeftOut: z.int().min(1).optional(),
  }),
);
export type ImportChecked = z.infer<typeof ImportChecked>;
/** The same before the shell has written the names of parties into it. */
export type ImportCheckedGiven = z.input<typeof ImportChecked>;
