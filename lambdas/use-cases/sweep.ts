import pMap from "p-map";
import { effectsLookback } from "../../domain/policy/letters.ts";
import type { LetterWithCovered } from "../../domain/letters/combined-reminders.ts";
import { planningBatches } from "../../domain/letters/digests.ts";
import { needsSettlement } from "../../domain/letters/lifecycle.ts";
import { isPaused } from "../../domain/letters/restoration.ts";
import { earlier, endOfTime, latest } from "../../domain/base/time.ts";
import type { Letter, LetterState } from "../../schemas/model/letter.ts";
import { sweepRepairs } from "../../schemas/model/metrics.ts";
import type { SweepDepth, SweepMessage, SweepPosition } from "../../schemas/model/messages.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { describeError, log } from "../io/log.ts";
import { logUnreadable } from "../io/log-failure.ts";
import { unreadableRows } from "../io/unreadable-row.ts";
import { all } from "../io/pages.ts";
import type { SweepQueue } from "../io/ports/schedules.ts";
import type { Metrics } from "../io/ports/metrics.ts";
import { erasePast } from "./erase-past.ts";
import { checkTables, type CheckTablesIo } from "./oversight/check-tables.ts";
import { type CanaryIo, runCanary } from "./oversight/run-canary.ts";
import type { JournalEntryIo } from "./on-journal-entry.ts";
import { feedFrom, launch } from "./base/journal-feed.ts";
import { skipUnreadable } from "./base/skip-unreadable.ts";
import { combineDue, enqueueLetters, insertLetter } from "./planning/plan-letters.ts";
import { orderUnsettledLetters } from "./sending/settle-letters.ts";
import { pausedLetters } from "./sending/paused-letters.ts";
import { emptyReport, type SweepReport } from "./sweep-report.ts";
import { type EffectSweep, sweepEffects, sweepReach } from "./sweep-effects.ts";
import { sweepTimers } from "./sweep-reminders.ts";
import { resumeImports, resumePapers, resumeStarts } from "./sweep-starts.ts";
import { sweepJournals } from "./sweep-night.ts";
import type { SubjectIo } from "./sweep-subjects.ts";
import { stoppedBulletins } from "./bulletins/repair.ts";
import { checkAccount, measureWaiting, unsentStates, type WatchMailIo } from "./sending/watch-mail.ts";
import { firstSecrets, isRotationDue, rotateSecrets } from "../io/cursor-secrets.ts";
import type { Store } from "../io/ports/store.ts";
import type { Clock } from "../io/ports/time.ts";

interface SecretsIo {
  readonly store: Pick<Store, "cursorSecrets" | "replaceCursorSecrets">;
  readonly clock: Clock;
  /** Returns a new secret that cannot be guessed. */
  readonly newSecret: () => string;
}

/**
 * Replaces the secret of cursors if it has signed for long enough, and returns true if it did. Of several parallel
 * sweeps, one does.
 */
const rotateCursorSecrets = async ({ store, clock, newSecret }: SecretsIo): Promise<boolean> => {
  const now = clock.now();
  const secrets = await store.cursorSecrets(() => firstSecrets(newSecret(), now));
  if (!isRotationDue(secrets, now)) return false;
  return store.replaceCursorSecrets(secrets, rotateSecrets(secrets, newSecret(), now));
};

export type SweepIo = SubjectIo & WatchMailIo & SecretsIo & CanaryIo & CheckTablesIo;

const by = "sweep";
const maxConcurrency = 8;

/** Writes down, once, that a row cannot be read. */
const passOver = (report: SweepReport, row: string): void => {
  if (report.unreadable.includes(row)) return;
  report.unreadable.push(row);
  logUnreadable(row);
};

/**
 * Processes one item of many. A failure is reported and skipped: it must not delay the repair of all others. An
 * unreadable row does not cause a retry of the sweep, because a retry would not help.
 */
const tryStep = async (report: SweepReport, what: string, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    const rows = unreadableRows(error);
    if (rows !== undefined) return rows.forEach((row) => passOver(report, row));
    report.failed.push(what);
    log("FAILED", { function: by, what, ...describeError(error) });
  }
};

/** The number of aggregates of letters that are too old in a log entry. */
const mostNamed = 20;

const isOf = ({ content }: Letter, bulletins: ReadonlySet<string>): boolean =>
  content.kind === "bulletin" && bulletins.has(content.bulletin);

/** Letters that have waited too long in one of some states: ordered again, and the sender sees to the rest. */
const orderStuckLetters = async (
  io: JournalEntryIo,
  states: readonly LetterState[],
  { now, report }: Pick<SweepScope, "now" | "report">,
): Promise<void> => {
  if (states.length === 0) return;
  let stoppedIds: ReadonlySet<string> = new Set();
  const restoration = await io.ledger.restoration();
  await tryStep(report, "stopped bulletins", async () => {
    stoppedIds = await stoppedBulletins(io);
  });
  for (const state of states)
    await tryStep(report, `orders of ${state} letters`, async () => {
      const unsentLetters = await all((paging) => io.ledger.needingAttention(state, now, paging));
      const stuck = unsentLetters
        .filter((letter) => !isPaused(letter, restoration))
        .filter((letter) => state !== "planned" || !isOf(letter, stoppedIds));
      await enqueueLetters(io, stuck);
      report.lettersOrdered += stuck.length;
    });
};

/**
 * Writes missing letters and orders them together; a letter that cannot be written delays no other. Returns the number
 * of new ones. The next sweep finds letters that were not ordered.
 */
const planTogether = async (io: JournalEntryIo, letters: readonly Letter[], report: SweepReport): Promise<number> => {
  let written = 0;
  for (const batch of planningBatches(await combineDue(io, letters))) {
    const lettersToEnqueue: Letter[] = [];
    const write = (one: LetterWithCovered) =>
      tryStep(report, `letter ${one.letter.id}`, async () => {
        const { found, toOrder } = await insertLetter(io, one);
        if (found === "new") written += 1;
        if (toOrder !== undefined) lettersToEnqueue.push(toOrder);
      });
    await pMap(batch, write, { concurrency: maxConcurrency });
    await tryStep(report, `orders of ${lettersToEnqueue.length} letters`, () => enqueueLetters(io, lettersToEnqueue));
  }
  return written;
};

const countPaused = async (io: JournalEntryIo, report: SweepReport): Promise<void> => {
  report.lettersPaused = (await pausedLetters(io.ledger)).length;
  if (report.lettersPaused > 0) log("LETTERS_PAUSED", { letters: report.lettersPaused });
};

const countForAPerson = async (io: JournalEntryIo, report: SweepReport): Promise<void> => {
  const unknown = await all((paging) => io.ledger.needingAttention("unknown", endOfTime, paging));
  report.lettersForAPerson = unknown.filter(needsSettlement).length;
};

/** Measures the repairs of a sweep: in total, and for each kind with any. */
const measureRepairs = (metrics: Metrics, report: SweepReport): void => {
  const repaired = sweepRepairs.map((repair) => [repair, report[repair]] as const);
  metrics.record(
    "sweepRepairs",
    repaired.reduce((sum, [, count]) => sum + count, 0),
  );
  for (const [repair, count] of repaired) if (count > 0) metrics.record("sweepRepaired", count, repair);
};

/**
 * Makes schedules, queues and ledger match the tables.
 * At 09:00 in Vienna: letters that are due, the secretariat's daily list, and letters about missed consultation
 * targets.
 * Hourly: in addition, interrupted starts, reminders and timers of all open obligations, active bulletins, and the
 * effects of facts of the last four days: letters, accounts, invitations, unsuppressed addresses.
 * Each sweep first measures how long letters wait, and at the end checks that the mail service sends for the account.
 * Nightly: in addition unneeded timers, letters that wait for a person, the age of the secret that signs cursors, and
 * each journal that changed and a share of the others, against its chain and the stored row, with the effects of all its
 * facts. It also erases data past their retention.
 * In full, on demand and in the first night of a release: every journal, as if all had changed. One run checks a limited
 * number of journals; if more remain, `next` says where another run continues, which checks nothing else.
 * An unreadable row is skipped and reported by its key. Other failures are skipped too, and thrown at the end, so that
 * the sweep is retried and noticed.
 */
export const sweep = async (
  reachable: SweepIo,
  depth: SweepDepth,
  { from, most }: SweepRun = {},
): Promise<SweepReport> => {
  const report = emptyReport();
  const io = skipUnreadable(reachable, (row) => passOver(report, row));
  const now = io.clock.now();
  const part = (what: string, work: () => Promise<void>) => tryStep(report, what, work);
  const how = { by, trying: part, plan: (letters: readonly Letter[]) => planTogether(io, letters, report) };
  const isBeginning = from === undefined;
  if (isBeginning) await sweepPresentState(io, { depth, now, report }, how);
  const tooOld = await sweepRecorded(io, { depth, from, most, now, report }, how);
  if (tooOld.length > 0)
    log("LETTERS_TOO_OLD", { letters: tooOld.length, about: [...new Set(tooOld)].slice(0, mostNamed) });
  if (isBeginning) await closeSweep(reachable, io, { depth, now, report }, how);
  const { next, ...found } = report;
  log("SWEEP_REPORT", { depth, ...found, ...(next === undefined ? {} : { continuesAt: next.part }) });
  measureRepairs(io.metrics, report);
  return concluded(report, from);
};

/** The position at which a run continues the sweep of another run, and its maximum number of entries. */
interface SweepRun {
  readonly from?: SweepPosition | undefined;
  readonly most?: number | undefined;
}

/** The scope of a sweep, and the report of its findings. */
interface SweepScope {
  readonly depth: SweepDepth;
  readonly now: Instant;
  readonly report: SweepReport;
}

const isNight = (depth: SweepDepth): boolean => depth === "nightly" || depth === "full";

/** Repairs the effects of the current state that do not follow from facts. */
const sweepPresentState = async (io: SweepIo, { depth, now, report }: SweepScope, how: EffectSweep): Promise<void> => {
  const { trying: part } = how;
  let statesWithLetters = unsentStates;
  await part("age of waiting letters", async () => {
    statesWithLetters = await measureWaiting(io, now);
  });
  if (depth !== "morning")
    await part("starts", async () => {
      report.startsResumed = await resumeStarts(io, by, part);
    });
  if (depth !== "morning")
    await part("imports", async () => {
      report.importsResumed = await resumeImports(io, part);
    });
  if (depth !== "morning")
    await part("status papers", async () => {
      report.papersResumed = await resumePapers(io, part);
    });
  if (isNight(depth))
    await part("published texts", async () => (await import("./planning/publish-texts.ts")).publishAllTexts(io.store));
  await part("letters that wait", () => orderStuckLetters(io, statesWithLetters, { now, report }));
  if (depth !== "morning") await part("letters to settle", () => orderUnsettledLetters(io));
  await part("reminders and bulletins", () => sweepTimers(io, { depth, now, report, ...how }));
  if (depth !== "morning") await part("addresses", () => sweepReach(io, part));
};

/** Completes a sweep after every repair; it repairs no letters. */
const closeSweep = async (
  reachable: SweepIo,
  io: SweepIo,
  { depth, report }: SweepScope,
  { trying: part }: EffectSweep,
): Promise<void> => {
  await part("letters held", () => countPaused(io, report));
  // After every repair: a mail service that hangs holds up none of them.
  await checkAccount(io);
  if (depth === "hourly") await runCanary(reachable);
  if (!isNight(depth)) return;
  await part("letters for a person", () => countForAPerson(io, report));
  await part("rows that are past", async () => {
    report.rowsErased = await erasePast(io);
  });
  await part("protection of tables", async () => void (await checkTables(reachable)));
  await part("secrets of cursors", async () => void (await rotateCursorSecrets(reachable)));
};

/**
 * Applies the effects of facts: hourly those of the last days, at night those of whole journals, which are verified, up
 * to the limit of one run. Returns the aggregates of letters that are too old.
 */
const sweepRecorded = async (
  io: SweepIo,
  { depth, from, most, now, report }: SweepScope & SweepRun,
  how: EffectSweep,
): Promise<readonly string[]> => {
  const tooOld: string[] = [];
  if (depth === "morning") return tooOld;
  await how.trying("journal", async () => {
    if (isNight(depth)) {
      const { next, tooOld: found } = await sweepJournals(io, { depth, from, most, now, report }, how);
      if (next !== undefined) report.next = next;
      tooOld.push(...found);
      return;
    }
    const since = latest(launch(), earlier(now, effectsLookback));
    for await (const entries of feedFrom(io.store, since, now))
      tooOld.push(...(await sweepEffects(io, { from: since, entries, users: [] }, report, how)));
  });
  return tooOld;
};

/**
 * Returns the report of a sweep that is complete, or continues in another run. The next run gets the number of failures
 * so far and is not retried, because repeated failures would multiply the rest of the sweep.
 */
const concluded = (report: SweepReport, from: SweepPosition | undefined): SweepReport => {
  const failed = report.failed.length + (from?.failed ?? 0);
  if (report.next !== undefined) return { ...report, next: { ...report.next, failed } };
  if (failed > 0) throw new Error(`The sweep could not work on ${failed} things`);
  return report;
};

/** Runs a sweep as a message requests. If one run cannot complete it, it requests another run that continues. */
export const runSweep = async (
  { sweepQueue, ...io }: SweepIo & { readonly sweepQueue: SweepQueue },
  { depth, ...run }: SweepMessage,
): Promise<SweepReport> => {
  const report = await sweep(io, depth, run);
  if (report.next !== undefined) await sweepQueue.enqueue({ ...run, depth, from: report.next });
  return report;
};
