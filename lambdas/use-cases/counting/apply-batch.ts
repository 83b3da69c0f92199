import pMap from "p-map";
import type { CellChanges } from "../../../domain/statistics/changes-of-counts.ts";
import { changedBlocks } from "../../../domain/statistics/counts-blocks.ts";
import { changesByPhase } from "../../../domain/statistics/joint-cells.ts";
import { changedRow, type CountedRow, type RowChange } from "../../../domain/statistics/recount.ts";
import type { CalendarDate } from "../../../schemas/base/values.ts";
import type { ProjectionStore, ProjectionBatch, ProjectionState, PendingBatch } from "../../io/ports/projection.ts";

const maxConcurrency = 8;

/** The changes of one batch, by its number, in blocks. */
interface Applying {
  readonly counts: ProjectionStore;
  readonly number: number;
  readonly how: Pick<PendingBatch, "openedTo" | "most">;
}

/**
 * Writes the blocks of a phase after a batch. Each function that applies a batch computes equal blocks; blocks that
 * already have the batch are omitted. A failed write means that the block already has the batch, or that the batch is
 * complete and this function is slow. If a block is split, the last new one is written first: until the first is
 * written, the old block has their days, and readers use the last block that begins by their day.
 */
const changePhase = async (
  { counts, number, how }: Applying,
  phase: string,
  changes: ReadonlyMap<CalendarDate, CellChanges>,
): Promise<void> => {
  const [first] = [...changes.keys()].toSorted();
  if (first === undefined) return;
  const kept = await counts.blocks(phase, first, number);
  const known = new Map(kept.map((one) => [one.block, one]));
  const changed = changedBlocks([...known.keys()], { ...how, changes: [...changes] });
  for (const { of, pieces } of changed) {
    const before = of === undefined ? undefined : known.get(of);
    if (before !== undefined && before.batch >= number) continue;
    for (const block of pieces.toReversed()) {
      const madeBy = block.from === before?.block.from ? before.madeBy : number;
      await counts.writeBlock(phase, { block, batch: number, madeBy });
    }
  }
};

/** A batch that was just decided, and the rows that it was decided on. */
interface KnownBatch {
  readonly batch: ProjectionBatch;
  readonly rows: ReadonlyMap<string, CountedRow>;
}

/**
 * Returns a pending batch with its current rows: rows that already have it are unchanged by it, and are not written.
 */
const pendingBatch = async (counts: ProjectionStore, pending: PendingBatch): Promise<KnownBatch> => {
  const batch = await counts.batch(pending);
  return { batch, rows: await counts.rows([...batch.rows.keys()]) };
};

/**
 * Applies the pending batch of a state to all its rows, also after a partial application: each row has the number of
 * the last batch that changed it. Blocks are first, because rows contain what the blocks count of them.
 */
export const applyBatch = async (
  counts: ProjectionStore,
  state: ProjectionState,
  known?: KnownBatch,
): Promise<void> => {
  const { pending } = state;
  if (pending === undefined) return;
  const { batch, rows } = known ?? (await pendingBatch(counts, pending));
  const applying: Applying = { counts, number: state.batch + 1, how: pending };
  const phases = changesByPhase(batch.changes);
  await pMap(phases, ([phase, days]) => changePhase(applying, phase, days), { concurrency: maxConcurrency });
  const write = ([id, change]: readonly [string, RowChange]): Promise<void> =>
    counts.writeRow(id, changedRow(rows.get(id), change), applying.number);
  await pMap(batch.rows, write, { concurrency: maxConcurrency });
  const { revision: _revision, pending: _pending, ...rest } = state;
  await counts.writeState({ ...rest, batch: applying.number }, state);
};
