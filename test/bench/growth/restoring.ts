import pMap from "p-map";
import { rebuildingAggregates } from "../../../lambdas/io/store/rebuild.ts";
import type { Access } from "../../../lambdas/io/store/tables.ts";
import { erasuresSince } from "../../../lambdas/use-cases/accounts/repeat-erasures.ts";
import { decidePausedLetters, pausedLetters } from "../../../lambdas/use-cases/sending/paused-letters.ts";
import { sweep } from "../../../lambdas/use-cases/sweep.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { SweepPosition } from "../../../schemas/model/messages.ts";
import { at } from "../../fixtures/changes.ts";
import type { BenchIo } from "./dependencies.ts";

type Run = (what: string, work: () => Promise<unknown>) => Promise<void>;

/** The last entries of the reviews are of this day, so the tables are as a restore to its end leaves them. */
const restoredTo = at("2022-02-01T23:00:00.000Z");
/** As many as the command compares in parallel. */
const maxConcurrency = 8;

const expectNone = (what: string, found: readonly unknown[]): void => {
  if (found.length > 0) throw new Error(`${found.length} ${what}: ${JSON.stringify(found.slice(0, 5))}`);
};

/** Returns the subjects whose stored rows do not follow from their journals. */
const differingSubjects = async (access: Access): Promise<readonly string[]> => {
  const rebuilding = rebuildingAggregates(access);
  const compare = async (subject: string): Promise<readonly string[]> =>
    (await rebuilding.rebuild(subject, { write: false })).kind === "same" ? [] : [subject];
  return (await pMap(await rebuilding.subjects(), compare, { concurrency: maxConcurrency })).flat();
};

/** Runs a full sweep to its end, and throws if a step of it failed or a row could not be read. */
const sweepAll = async (io: BenchIo): Promise<{ readonly paused: number }> => {
  let from: SweepPosition | undefined;
  let paused = 0;
  do {
    const report = await sweep(io, "full", { from });
    expectNone("steps of the sweep failed", report.failed);
    expectNone("rows are unreadable", report.unreadable);
    paused = Math.max(paused, report.lettersPaused);
    from = report.next;
  } while (from !== undefined);
  return { paused };
};

/**
 * Takes the tables into use as if they had been restored to the day of their last entry, by the steps of the runbook
 * that grow with the data. Throws if a step does not end as the runbook says.
 */
export const drillRestore = async (access: Access, io: BenchIo, now: Instant, run: Run): Promise<void> => {
  await run("restore: erasures since then", async () => {
    const { erasures, unreadable } = await erasuresSince(io.store, restoredTo, now);
    expectNone("entries are unreadable", unreadable);
    await io.ledger.writeRestoration({ schema: 1, restoredTo, adoptedAt: now, erased: [...erasures] });
  });
  await run("restore: aggregates compared with journals", async () =>
    expectNone("subjects differ from their journals", await differingSubjects(access)),
  );
  await run("restore: full sweep, letters paused", async () => {
    const { paused } = await sweepAll(io);
    if (paused === 0) throw new Error("The sweep paused no letter of the lost month");
  });
  await run("restore: paused letters settled", async () => {
    await decidePausedLetters(io.ledger, "settle", now);
    expectNone("letters are still paused", await pausedLetters(io.ledger));
  });
  await run("restore: full sweep afterwards", async () => {
    const { paused } = await sweepAll(io);
    if (paused > 0) throw new Error(`${paused} letters are paused again`);
  });
};
