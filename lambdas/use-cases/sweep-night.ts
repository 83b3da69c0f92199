import { foldVersion } from "../../domain/audit/fold-version.ts";
import { aggregateKey } from "../../domain/base/hash-chain.ts";
import { nightsOfRound } from "../../domain/policy/letters.ts";
import { dayOf, daysBetween, earlier } from "../../domain/base/time.ts";
import { defined } from "../../schemas/base/defined.ts";
import type { SweepDepth, SweepPosition } from "../../schemas/model/messages.ts";
import { feedFrom } from "./base/journal-feed.ts";
import { auditListRows, auditLists, authorsOnce } from "./oversight/audit-journal.ts";
import type { AuditProgress } from "../io/store/audit-progress.ts";
import type { RecordedAggregate } from "../io/store/recorded-aggregates.ts";
import type { EffectSweep } from "./sweep-effects.ts";
import type { SweepReport } from "./sweep-report.ts";
import {
  entriesPerRead,
  mostEntriesInRun,
  noteFindings,
  type SubjectIo,
  type SubjectSweep,
  sweepPage,
  sweepSubjects,
} from "./sweep-subjects.ts";

/** The greatest number of aggregates that a night reads by name: if more changed, it reads all journals instead. */
const mostChanged = 2_000;

/** The number of aggregates that are read by name at a time. */
const namedPerRead = 100;

/** The list of changes is a moment behind: a night begins this long before the begin of the last one. */
const feedCatchesUp = { hours: 1 } as const;

/** The greatest number of aggregates that one night passes on to the next one. */
const mostAgain = 200;

/** The state on which a verified journal depends: the version of the fold, and the tables in use. */
const basisOf = async ({ ledger }: SubjectIo): Promise<string> =>
  [`fold ${foldVersion}`, (await ledger.restoration())?.adoptedAt ?? "never restored"].join(", ");

/** Returns how far the rounds of the nights have come; undefined if this night must read all journals. */
const progressOf = async (io: SubjectIo, basis: string): Promise<AuditProgress | undefined> => {
  const [progress, isCounted = true] = await Promise.all([io.store.auditProgress(), io.counting?.isComplete()]);
  return progress?.basis === basis && isCounted ? progress : undefined;
};

/** The aggregates that a night reads by name, and the number of entries recorded since the last one. */
interface Changes {
  readonly subjects: ReadonlySet<string>;
  readonly entries: number;
}

/** Returns what changed since the last night without a failure; undefined if that is too much to be read by name. */
const changesSince = async (
  io: SubjectIo,
  { since, again }: AuditProgress,
  { now }: SubjectSweep,
): Promise<Changes | undefined> => {
  const subjects = new Set(again);
  let count = 0;
  for await (const entries of feedFrom(io.store, earlier(since, feedCatchesUp), now)) {
    for (const { subject } of entries) subjects.add(subject);
    count += entries.filter(({ recordedAt }) => recordedAt >= since).length;
    if (subjects.size > mostChanged) return undefined;
  }
  return { subjects, entries: count };
};

/** Returns the number of entries of this night's share: the last night of a round reads what remains. */
const shareOf = (
  { roundBegan, entries, read }: AuditProgress,
  { most = mostEntriesInRun, now }: SubjectSweep,
): number => {
  const nightsLeft = nightsOfRound + 1 - daysBetween(dayOf(roundBegan), dayOf(now));
  return nightsLeft <= 1 ? most : Math.min(most, Math.max(1, Math.ceil((entries - read) / nightsLeft)));
};

/** Returns the aggregates that the next night reads again: those with a finding, and those with an erasure in progress. */
const againOf = ({ broken, erasuresWaiting }: SweepReport): readonly string[] => [
  ...broken,
  ...erasuresWaiting.map((user) => aggregateKey("user", user)),
];

/** Sweeps one page of aggregates, and compares their rows in lists with them. */
type SweepRecorded = (recorded: readonly RecordedAggregate[]) => Promise<void>;

/** Reads the next part of all journals from where the last night ended, without aggregates that were read already. */
const sweepShare = async (
  io: SubjectIo,
  progress: AuditProgress,
  share: number,
  { subjects }: Changes,
  sweepRecorded: SweepRecorded,
): Promise<{ readonly after: string | undefined; readonly read: number }> => {
  let { after } = progress;
  let read = 0;
  while (read < share) {
    const limit = Math.min(share - read, entriesPerRead);
    const page = await io.store.recordedAggregates({ limit, ...defined({ after }) });
    await sweepRecorded(page.items.filter(({ kind, id }) => !subjects.has(aggregateKey(kind, id))));
    read += page.items.reduce((sum, { entries }) => sum + entries.length, 0);
    after = page.next;
    if (after === undefined) break;
  }
  return { after, read };
};

/**
 * Sweeps the journals that changed since the last night, and the next share of the others. The night in which a round
 * over all journals ends also compares all lists. Returns the aggregates of letters that are too old.
 */
const sweepNight = async (
  io: SubjectIo,
  progress: AuditProgress,
  changes: Changes,
  sweep: SubjectSweep,
  sweeping: EffectSweep,
): Promise<readonly string[]> => {
  const { now, report } = sweep;
  const failedBefore = report.failed.length;
  const tooOld: string[] = [];
  const shared: string[] = [];
  const readAuthors = authorsOnce(io.store);
  const sweepRecorded: SweepRecorded = async (recorded) => {
    tooOld.push(...(await sweepPage(io, recorded, { readAuthors, report }, sweeping)));
    const aggregates = recorded.flatMap(({ aggregate }) => aggregate ?? []);
    await sweeping.trying("lists", async () => noteFindings(await auditListRows(io.store, aggregates), report));
  };
  const changed = [...changes.subjects];
  for (let first = 0; first < changed.length; first += namedPerRead)
    await sweepRecorded(await io.store.recordedAggregatesOf(changed.slice(first, first + namedPerRead)));
  await sweeping.trying("counts", async () => io.counting?.countChanged(changed));
  const { after, read } = await sweepShare(io, progress, shareOf(progress, sweep), changes, async (recorded) => {
    shared.push(...recorded.map(({ kind, id }) => aggregateKey(kind, id)));
    await sweepRecorded(recorded);
  });
  await sweeping.trying("counts", async () => io.counting?.count(shared));
  const isRoundOver = after === undefined;
  if (isRoundOver) await sweeping.trying("lists", async () => noteFindings(await auditLists(io.store, now), report));
  const [readInRound, entries] = [progress.read + read, progress.entries + changes.entries];
  report.roundRead = isRoundOver ? 100 : Math.floor((100 * readInRound) / Math.max(readInRound, entries));
  if (report.failed.length > failedBefore) return tooOld;
  await io.store.saveAuditProgress({
    basis: progress.basis,
    since: now,
    again: [...new Set(againOf(report))].slice(0, mostAgain),
    ...(isRoundOver
      ? { roundBegan: now, read: 0, entries: readInRound }
      : { roundBegan: progress.roundBegan, after, read: readInRound, entries }),
  });
  return tooOld;
};

/** Sweeps all journals, in as many runs as it needs. After the last one without a failure, the nights read shares. */
const sweepAll = async (
  io: SubjectIo,
  basis: string,
  { from, now, report, ...more }: SubjectSweep,
  sweeping: EffectSweep,
): Promise<{ readonly next?: SweepPosition; readonly tooOld: readonly string[] }> => {
  const swept = await sweepSubjects(io, { from, now, report, ...more }, sweeping);
  const began = from?.began ?? now;
  const entries = (from?.entries ?? 0) + swept.entries;
  const again = [...new Set([...(from?.again ?? []), ...againOf(report)])].slice(0, mostAgain);
  if (swept.next !== undefined) return { next: { ...swept.next, began, entries, again }, tooOld: swept.tooOld };
  report.roundRead = 100;
  if (report.failed.length === 0 && (from?.failed ?? 0) === 0)
    await io.store.saveAuditProgress({ basis, since: began, roundBegan: began, read: 0, entries, again });
  return { tooOld: swept.tooOld };
};

/**
 * Sweeps journals at night: those that changed and a share of the others, so that each is read every four weeks. It
 * reads all of them if the sweep is in full, and in the first night of a version of the fold or of restored tables, until
 * everything is counted, and after very many changes.
 */
export const sweepJournals = async (
  io: SubjectIo,
  { depth, ...sweep }: SubjectSweep & { readonly depth: SweepDepth },
  sweeping: EffectSweep,
): Promise<{ readonly next?: SweepPosition; readonly tooOld: readonly string[] }> => {
  const basis = await basisOf(io);
  const mayShare = depth === "nightly" && sweep.from === undefined;
  const progress = mayShare ? await progressOf(io, basis) : undefined;
  const changes = progress === undefined ? undefined : await changesSince(io, progress, sweep);
  if (progress === undefined || changes === undefined) return sweepAll(io, basis, sweep, sweeping);
  return { tooOld: await sweepNight(io, progress, changes, sweep, sweeping) };
};
