import pMap from "p-map";
import { monthOfDay } from "../../../domain/base/time.ts";
import { BlockWalk, type CountsBlock } from "../../../domain/statistics/counts-blocks.ts";
import type { CellChanges } from "../../../domain/statistics/changes-of-counts.ts";
import type { CalendarDate } from "../../../schemas/base/values.ts";
import type { Counts, CountsBatch, CountsState, KeptBlock } from "../../io/ports/counts.ts";

const atOnce = 8;

/** What one batch, by its number, does to blocks. */
interface Applying {
  readonly counts: Counts;
  readonly number: number;
  readonly openedTo: string;
}

/**
 * Writes a block as a batch leaves it. Where another function has written it meanwhile, that one applied the same batch, since
 * no other is decided before it is done; or it is long done, and this function slow.
 */
const changeBlock = async (
  { counts, number }: Applying,
  scope: string,
  walk: BlockWalk,
  month: string,
  known: KeptBlock | undefined,
): Promise<void> => {
  let kept = known;
  while (kept === undefined || kept.batch < number) {
    const after: CountsBlock | undefined = walk.next(month, kept?.block);
    const isWritten =
      after === undefined || (await counts.writeBlock(scope, { block: after, batch: number }, kept?.batch));
    const block = after ?? kept?.block;
    if (isWritten) return void (block !== undefined && walk.pass(block));
    kept = await counts.block(scope, month);
  }
  walk.pass(kept.block);
};

const changeScope = async (
  applying: Applying,
  scope: string,
  changes: ReadonlyMap<CalendarDate, CellChanges>,
): Promise<void> => {
  const months = [...changes.keys()].map(monthOfDay).toSorted();
  const { before, from } = await applying.counts.blocks(scope, months[0] ?? "");
  const known = new Map(from.map((kept) => [kept.block.month, kept]));
  const walk = new BlockWalk(before, { changes: [...changes], openedTo: applying.openedTo });
  for (const month of [...new Set([...months, ...known.keys()])].toSorted())
    await changeBlock(applying, scope, walk, month, known.get(month));
};

/**
 * Applies the pending batch of a state to all its rows, whatever of it was applied before: each row knows the last batch that
 * changed it. Blocks come first, because rows say what is counted in them.
 */
export const applyBatch = async (counts: Counts, state: CountsState, known?: CountsBatch): Promise<void> => {
  const { pending } = state;
  if (pending === undefined) return;
  const { rows, changes } = known ?? (await counts.batch(pending));
  const applying: Applying = { counts, number: state.batch + 1, openedTo: pending.openedTo };
  await pMap(changes, ([scope, days]) => changeScope(applying, scope, days), { concurrency: atOnce });
  await pMap(rows, ([id, row]) => counts.writeRow(id, row, applying.number), { concurrency: atOnce });
  const { revision: _revision, pending: _pending, ...rest } = state;
  await counts.writeState({ ...rest, batch: applying.number }, state);
};
