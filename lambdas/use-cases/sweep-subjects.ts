import { defined } from "../../schemas/base/defined.ts";
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

/** The number of aggregates with their journals in memory at a time: some fifty entries of half a kilobyte each. */
const subjectsAtOnce = 50;

/**
 * The number of aggregates that one run of the function checks: the slowest took some five minutes (docs/growth.md) of
 * its fourteen, and a retry starts from the beginning.
 */
const mostSubjectsInRun = 2_000;

/** The part that follows after every aggregate was checked. */
const lists = "lists";
const order = [...AggregateKind.options, lists] as const;

/** The start position of a sweep over all aggregates. */
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

/** The dependencies for checking aggregates; without a projection, no counting. */
export type SubjectIo = EffectIo & { readonly counting?: CountingRound | undefined };

/**
 * Applies the effects in the journals of some aggregates, and verifies the journals. Returns the aggregates of letters
 * that are too old.
 */
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

/** The start of a run, the maximum number of aggregates, and the report of its findings. */
interface SubjectSweep {
  readonly from?: SweepPosition | undefined;
  readonly most?: number | undefined;
  readonly now: Instant;
  readonly report: SweepReport;
}

/**
 * Checks every aggregate, page by page: it applies the effects in its whole journal, and verifies the journal against
 * its chain and the stored row; then it checks the lists. It continues from a position, and returns the next one if
 * more remain than one run checks. A position may be used repeatedly.
 */
export const sweepSubjects = async (
  io: SubjectIo,
  { from = beginning, most = mostSubjectsInRun, now, report }: SubjectSweep,
  sweeping: EffectSweep,
): Promise<{ readonly next?: SweepPosition; readonly tooOld: readonly string[] }> => {
  const tooOld: string[] = [];
  const lookedAt: string[] = [];
  // The aggregates of one run are counted together: page by page, the sums would be written again and again.
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
        ...defined({ after }),
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
