import { defined } from "../../schemas/base/defined.ts";
import { aggregateKey } from "../../domain/base/hash-chain.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { SweepPosition } from "../../schemas/model/messages.ts";
import { log } from "../io/log.ts";
import type { RecordedAggregate } from "../io/store/recorded-aggregates.ts";
import { launch } from "./base/journal-feed.ts";
import type { TryReading } from "./base/skip-unreadable.ts";
import type { EffectIo } from "./on-journal-entry.ts";
import {
  type AuditFinding,
  auditLists,
  auditRecorded,
  authorsOnce,
  isEarlierAggregate,
  type ReadAuthors,
} from "./oversight/audit-journal.ts";
import type { Recount } from "./counting/count-everything.ts";
import { type EffectSweep, sweepEffects } from "./sweep-effects.ts";
import type { SweepReport } from "./sweep-report.ts";

/** The number of entries that are read at a time: half a megabyte, with the aggregates that they are of. */
export const entriesPerRead = 1_000;

/**
 * The number of entries that one run of the function checks: the slowest took some five minutes (docs/growth.md) of
 * its fourteen, and a retry starts from the beginning.
 */
export const mostEntriesInRun = 20_000;

/** The start position of a sweep over all aggregates. */
const beginning: SweepPosition = { part: "journals" };

export const noteFindings = (findings: readonly AuditFinding[], report: SweepReport): void => {
  for (const { subject, fault } of findings) {
    if (report.broken.includes(subject)) continue;
    report.broken.push(subject);
    log("JOURNAL_BROKEN", { subject, fault });
  }
};

/** The dependencies for checking aggregates; without a projection, no counting. */
export type SubjectIo = EffectIo & { readonly counting?: Recount | undefined };

/** The start of a run, the maximum number of entries, and the report of its findings. */
export interface SubjectSweep {
  readonly from?: SweepPosition | undefined;
  readonly most?: number | undefined;
  readonly now: Instant;
  readonly report: SweepReport;
}

/**
 * Applies the effects in the journals of some aggregates, and verifies the journals. Returns the aggregates of letters
 * that are too old.
 */
export const sweepPage = async (
  io: SubjectIo,
  recorded: readonly RecordedAggregate[],
  { readAuthors, report }: Pick<SubjectSweep, "report"> & { readonly readAuthors: ReadAuthors },
  sweeping: EffectSweep,
): Promise<readonly string[]> => {
  const entries = recorded.flatMap(({ aggregate, entries: own }) => (aggregate === undefined ? [] : own));
  const aggregates = recorded.flatMap(({ aggregate }) => aggregate ?? []);
  const users = aggregates.flatMap(({ kind, state }) => (kind === "user" && "role" in state ? [state] : []));
  const tooOld = await sweepEffects(io, { from: launch(), entries, users }, report, sweeping);
  report.journalsRead += recorded.length;
  report.earlierAggregates += aggregates.filter(isEarlierAggregate).length;
  const verify: TryReading = (subject, work) => sweeping.trying(`journal of ${subject}`, work);
  await sweeping.trying("journals", async () =>
    noteFindings(await auditRecorded(io.store, recorded, readAuthors, verify), report),
  );
  return tooOld;
};

/**
 * Checks every aggregate, page by page: it applies the effects in its whole journal, and verifies the journal against
 * its chain and the stored row; then it checks the lists. It continues from a position, and returns the next one if
 * more remain than one run checks. A position may be used repeatedly.
 */
export const sweepSubjects = async (
  io: SubjectIo,
  { from = beginning, most = mostEntriesInRun, now, report }: SubjectSweep,
  sweeping: EffectSweep,
): Promise<{ readonly next?: SweepPosition; readonly entries: number; readonly tooOld: readonly string[] }> => {
  const tooOld: string[] = [];
  const swept: string[] = [];
  const readAuthors = authorsOnce(io.store);
  // The aggregates of one run are counted together: page by page, the sums would be written again and again.
  const countSwept = (): Promise<void> => sweeping.trying("counts", async () => io.counting?.count(swept));
  let left = most;
  let { part, after } = from;
  if (from.after === undefined && part === "journals")
    await sweeping.trying("counts", async () => io.counting?.begin());
  while (part === "journals") {
    const limit = Math.min(left, entriesPerRead);
    const page = await io.store.recordedAggregates({ limit, ...defined({ after }) });
    tooOld.push(...(await sweepPage(io, page.items, { readAuthors, report }, sweeping)));
    swept.push(...page.items.map(({ kind, id }) => aggregateKey(kind, id)));
    left -= page.items.reduce((sum, { entries }) => sum + entries.length, 0);
    after = page.next;
    if (after === undefined) part = "lists";
    else if (left <= 0) {
      await countSwept();
      return { next: { part, after }, entries: most - left, tooOld };
    }
  }
  await countSwept();
  await sweeping.trying("counts", async () => io.counting?.end());
  await sweeping.trying("lists", async () => noteFindings(await auditLists(io.store, now), report));
  return { entries: most - left, tooOld };
};
