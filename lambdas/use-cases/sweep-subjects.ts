import pMap from "p-map";
import type { Aggregate } from "../../domain/audit/aggregates.ts";
import { aggregateKey } from "../../domain/base/hash-chain.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { AggregateKind } from "../../schemas/model/fact.ts";
import type { JournalEntry } from "../../schemas/model/journal-entry.ts";
import type { SweepPosition } from "../../schemas/model/messages.ts";
import type { User } from "../../schemas/model/user.ts";
import { log } from "../io/log.ts";
import { all } from "../io/pages.ts";
import { launch } from "./base/journal-feed.ts";
import type { TryReading } from "./base/skip-unreadable.ts";
import type { EffectIo } from "./on-journal-entry.ts";
import {
  type AuditFinding,
  auditLists,
  auditSubjects,
  isEarlierAggregate,
  type ListedSubject,
} from "./oversight/audit-journal.ts";
import type { CountingRound } from "./counting/count-everything.ts";
import { type EffectSweep, sweepEffects } from "./sweep-effects.ts";
import type { SweepReport } from "./sweep-report.ts";

const maxConcurrency = 8;

/** So many subjects are held with their journals at a time: some fifty entries of half a kilobyte each. */
const subjectsAtOnce = 50;

/**
 * So many subjects one run of the function looks at: those that were slowest took some five minutes (docs/growth.md) of
 * the fourteen that it has, and begins again what it did not finish.
 */
const mostSubjectsInRun = 2_000;

/** What comes when every subject was looked at. */
const lists = "lists";
const order = [...AggregateKind.options, lists] as const;

/** Where a round begins that looks at all subjects. */
const beginning: SweepPosition = { kind: order[0] };

const noteFindings = (findings: readonly AuditFinding[], report: SweepReport): void => {
  for (const { subject, fault } of findings) {
    if (report.broken.includes(subject)) continue;
    report.broken.push(subject);
    log("JOURNAL_BROKEN", { subject, fault });
  }
};

const readJournals = (
  { store }: EffectIo,
  aggregates: readonly Aggregate<AggregateKind>[],
  { trying }: EffectSweep,
): Promise<readonly ListedSubject[]> =>
  pMap(
    aggregates,
    async (aggregate): Promise<ListedSubject> => {
      let entries: readonly JournalEntry[] | undefined;
      await trying(`journal of ${aggregateKey(aggregate.kind, aggregate.id)}`, async () => {
        entries = await all((paging) => store.journalOf(aggregate.kind, aggregate.id, paging), 1_000);
      });
      return { aggregate, entries };
    },
    { concurrency: maxConcurrency },
  );

const usersAmong = (aggregates: readonly Aggregate<AggregateKind>[]): readonly User[] =>
  aggregates.flatMap((aggregate) => (aggregate.kind === "user" && "role" in aggregate.state ? [aggregate.state] : []));

/** What looking at subjects needs; where nothing is counted beside the journal, no round of counting. */
export type SubjectIo = EffectIo & { readonly counting?: CountingRound | undefined };

/** Brings about what the journals of some subjects call for, and verifies them. Gives what letters that are too old tell of. */
const sweepPage = async (
  io: SubjectIo,
  aggregates: readonly Aggregate<AggregateKind>[],
  report: SweepReport,
  sweeping: EffectSweep,
): Promise<readonly string[]> => {
  const subjects = await readJournals(io, aggregates, sweeping);
  const entries = subjects.flatMap(({ entries: own = [] }) => own);
  const tooOld = await sweepEffects(io, { from: launch, entries, users: usersAmong(aggregates) }, report, sweeping);
  report.earlierAggregates += aggregates.filter(isEarlierAggregate).length;
  const verify: TryReading = (subject, work) => sweeping.trying(`journal of ${subject}`, work);
  await sweeping.trying("journals", async () => noteFindings(await auditSubjects(io.store, subjects, verify), report));
  return tooOld;
};

/** Where a run begins, how many subjects it looks at at most, and where it tells what it found. */
interface SubjectSweep {
  readonly from?: SweepPosition | undefined;
  readonly most?: number | undefined;
  readonly now: Instant;
  readonly report: SweepReport;
}

/**
 * Looks at every subject, page after page: what its journal of all years calls for is brought about, and the journal is
 * verified against its chain and against what is stored; then at the lists of all. Goes on from a position, and gives the
 * next one where more is left than one run looks at. A position that was gone on from may be gone on from again.
 */
export const sweepSubjects = async (
  io: SubjectIo,
  { from = beginning, most = mostSubjectsInRun, now, report }: SubjectSweep,
  sweeping: EffectSweep,
): Promise<{ readonly next?: SweepPosition; readonly tooOld: readonly string[] }> => {
  const tooOld: string[] = [];
  const lookedAt: string[] = [];
  // What a run looked at is counted together: the same sums would be written page after page.
  const countThose = (): Promise<void> => sweeping.trying("counts", async () => io.counting?.count(lookedAt));
  let left = most;
  let { after } = from;
  if (from === beginning) await sweeping.trying("counts", async () => io.counting?.begin());
  for (const kind of order.slice(order.indexOf(from.kind))) {
    if (left <= 0) {
      await countThose();
      return { next: { kind }, tooOld };
    }
    if (kind === lists) break;
    do {
      const page = await io.store.list(kind, {
        limit: Math.min(left, subjectsAtOnce),
        ...(after === undefined ? {} : { after }),
      });
      tooOld.push(...(await sweepPage(io, page.items, report, sweeping)));
      lookedAt.push(...page.items.map((aggregate) => aggregateKey(aggregate.kind, aggregate.id)));
      left -= page.items.length;
      after = page.next;
      if (left <= 0 && after !== undefined) {
        await countThose();
        return { next: { kind, after }, tooOld };
      }
    } while (after !== undefined);
  }
  await countThose();
  await sweeping.trying("counts", async () => io.counting?.end());
  await sweeping.trying("lists", async () => noteFindings(await auditLists(io.store, now), report));
  return { tooOld };
};
