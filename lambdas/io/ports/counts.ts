import type { ChangesByScope } from "../../../domain/statistics/changes-of-counts.ts";
import type { CountsBlock, Month } from "../../../domain/statistics/counts-blocks.ts";
import type { Totals } from "../../../domain/statistics/counts-as-kept.ts";
import type { CountedRow } from "../../../domain/statistics/recount.ts";
import type { GroupId } from "../../../schemas/base/ids.ts";
import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";

/** A batch of changes that was decided, and may not be applied to all rows yet. */
export interface PendingBatch {
  readonly id: string;
  readonly pages: number;
  /** Blocks of later months get no opening. */
  readonly openedTo: Month;
}

/** How far counts are kept. One batch follows another, so that whoever decides one knows what all before it did. */
export interface CountsState {
  readonly revision: number;
  /** How many batches there were, the pending one not counted. */
  readonly batch: number;
  readonly pending?: PendingBatch | undefined;
  /** Everything in the journal is counted, but for what was recorded some moments ago. */
  readonly isComplete: boolean;
  /** A round counts everything, and nothing has failed in it so far. */
  readonly isRoundWhole: boolean;
  readonly groups: readonly GroupId[];
}

/** What a batch does. */
export interface CountsBatch {
  readonly rows: ReadonlyMap<string, CountedRow>;
  readonly changes: ChangesByScope;
}

export interface KeptBlock {
  readonly block: CountsBlock;
  /** The last batch that changed it. */
  readonly batch: number;
}

/** What requests read: of what was just recorded it may be some moments behind. */
export interface KeptCounts {
  /** Undefined where nothing is counted yet. */
  countsState(): Promise<CountsState | undefined>;
  /** What is counted at the end of a day in a part of the Mechanism. */
  countsAt(scope: string, day: CalendarDate): Promise<Totals>;
}

/** Counts that are kept beside the journal, with what they are made of. Consistent reads. */
export interface Counts {
  state(): Promise<CountsState | undefined>;
  /** Puts a state in the place of the one before (none where it is undefined); false where another one stands. */
  writeState(next: Omit<CountsState, "revision">, before: CountsState | undefined): Promise<boolean>;
  rows(ids: readonly string[]): Promise<ReadonlyMap<string, CountedRow>>;
  /** Writes a row as a batch leaves it, unless it has this batch or a later one. */
  writeRow(id: string, row: CountedRow, batch: number): Promise<void>;
  /** Keeps what a batch does until an instant; gives of how many pages it is. */
  saveBatch(id: string, batch: CountsBatch, until: Instant): Promise<number>;
  /** Throws where it is gone. */
  batch(pending: PendingBatch): Promise<CountsBatch>;
  /** The blocks of a scope from a month on, in order, and those before it, the newest first, up to one that has an opening. */
  blocks(
    scope: string,
    from: Month,
  ): Promise<{ readonly before: readonly CountsBlock[]; readonly from: readonly KeptBlock[] }>;
  block(scope: string, month: Month): Promise<KeptBlock | undefined>;
  /** Writes a block in the place of the one that a batch left (none where it is undefined); false where another one stands. */
  writeBlock(scope: string, kept: KeptBlock, before: number | undefined): Promise<boolean>;
}
