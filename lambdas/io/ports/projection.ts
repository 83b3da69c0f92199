import type { ChangesByScope } from "../../../domain/statistics/changes-of-counts.ts";
import type { CountsBlock } from "../../../domain/statistics/counts-blocks.ts";
import type { Totals } from "../../../domain/statistics/projection-totals.ts";
import type { CountedRow, RowChange } from "../../../domain/statistics/recount.ts";
import type { GroupId } from "../../../schemas/base/ids.ts";
import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";

/** A batch of changes that was decided, and may not be applied to all rows yet. */
export interface PendingBatch {
  readonly id: string;
  readonly pages: number;
  /** No block is made that begins on a later day. */
  readonly openedTo: CalendarDate;
  /** The maximum number of cell changes in one block. */
  readonly most: number;
}

/** The progress of the projection. Batches are sequential, so that each decision includes all earlier batches. */
export interface ProjectionState {
  readonly revision: number;
  /** The number of completed batches, without the pending one. */
  readonly batch: number;
  readonly pending?: PendingBatch | undefined;
  /** Everything in the journal is counted, but for what was recorded some moments ago. */
  readonly isComplete: boolean;
  /** True while a count of everything is in progress without a failure. */
  readonly isRecountWhole: boolean;
  readonly groups: readonly GroupId[];
}

/** The changes of one batch. */
export interface ProjectionBatch {
  readonly rows: ReadonlyMap<string, RowChange>;
  readonly changes: ChangesByScope;
}

export interface StoredBlock {
  readonly block: CountsBlock;
  /** The last batch that changed it. */
  readonly batch: number;
  /** The batch that made it. */
  readonly madeBy: number;
}

/** The projection that requests read. It may be some moments behind the newest facts. */
export interface StatisticsProjection {
  /** Undefined where nothing is counted yet. */
  projectionState(): Promise<ProjectionState | undefined>;
  /** Returns the totals at the end of a day in a part of the Mechanism. */
  totalsOn(scope: string, day: CalendarDate): Promise<Totals>;
}

/** The projection for statistics, and the data from which they are made. Consistent reads. */
export interface ProjectionStore {
  state(): Promise<ProjectionState | undefined>;
  /** Replaces a state (undefined: there was none); returns false if another state is stored. */
  writeState(next: Omit<ProjectionState, "revision">, before: ProjectionState | undefined): Promise<boolean>;
  rows(ids: readonly string[]): Promise<ReadonlyMap<string, CountedRow>>;
  /** Writes a row as a batch leaves it, unless it has this batch or a later one. */
  writeRow(id: string, row: CountedRow, batch: number): Promise<void>;
  /** Stores the changes of a batch until a time; returns their number of pages. */
  saveBatch(id: string, batch: ProjectionBatch, until: Instant): Promise<number>;
  /** Throws if it is deleted. */
  batch(pending: PendingBatch): Promise<ProjectionBatch>;
  /** The blocks of a phase that were made before a batch, in order from the one on in which a day is. */
  blocks(phase: string, day: CalendarDate, before: number): Promise<readonly StoredBlock[]>;
  /** Writes a block as a batch leaves it, unless it has this batch or a later one. */
  writeBlock(phase: string, kept: StoredBlock): Promise<void>;
}
