import type { CountedThing, Measure, PartDimensions } from "../../schemas/model/statistics.ts";
import type { Source } from "../base/settings.ts";
import type { Occurrence } from "./occurrences.ts";
import type { MechanismHistory } from "./mechanism-history.ts";

/** The dimensions of measures. A cycle is given with its clusters. */
export type Dimension = Exclude<keyof PartDimensions, "cycle">;

/** The reason why a mandate ended, also where none is recorded. */
export type EndReason = NonNullable<PartDimensions["endReason"]>;

/** The definition of a measure: it counts each key once of what was so at an instant. */
export interface Definition {
  readonly counts: CountedThing;
  readonly sources: readonly Source[];
  readonly of: (mechanism: MechanismHistory) => readonly Occurrence[];
  /** The number of people that a key needs to count; one where left out. */
  readonly least?: number;
  /** Only what this one counts as well. */
  readonly among?: Measure;
  /** Only what this one does not count. */
  readonly without?: Measure;
  /** The measure of which it is a share. */
  readonly shareOf?: Measure;
  /** Once something counts it counts for good. */
  readonly cumulative?: true;
  /** It is counted of parties, whatever they do in reviews: it is not narrowed to some of these. */
  readonly ofParties?: true;
  /** It also counts on days before the launch of the Mechanism. */
  readonly countsBeforeLaunch?: true;
  /** The measure shows which nominations are missing, which the President lists as well. */
  readonly ofNominations?: true;
  /** The combinations of dimensions. */
  readonly parts: readonly (readonly Dimension[])[];
  /**
   * A key counts under one reason alone: the first of these for which it was so. All that was so for one key began on
   * one day and holds for good, so that no other reason was the first on an earlier day.
   */
  readonly underOne?: readonly EndReason[];
  /** Dimensions under several values of which one of it may count. */
  readonly overlapping: readonly Dimension[];
}
