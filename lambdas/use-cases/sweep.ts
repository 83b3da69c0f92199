import pMap from "p-map";
import { effectsLookback } from "../../domain/base/policy.ts";
import type { LetterWithCovered } from "../../domain/letters/combined-reminders.ts";
import { planningBatches } from "../../domain/letters/digests.ts";
import { needsSettlement } from "../../domain/letters/lifecycle.ts";
import { isHeld } from "../../domain/letters/restoration.ts";
import { earlier, endOfTime, latest } from "../../domain/base/time.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import { sweepRepairs } from "../../schemas/model/metrics.ts";
import type { SweepDepth, SweepMessage, SweepPosition } from "../../schemas/model/messages.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { describeError, log } from "../io/log.ts";
import { logUnreadable } from "../io/log-failure.ts";
import { unreadableRows } from "../io/unreadable-row.ts";
import { all } from "../io/pages.ts";
import type { Rounds } from "../io/ports/schedules.ts";
import type { Metrics } from "../io/ports/metrics.ts";
import { erasePast } from "./erase-past.ts";
import { checkTables, type CheckTablesIo } from "./oversight/check-tables.ts";
import { type CanaryIo, runCanary } from "./oversight/run-canary.ts";
import { rotateCursorSecrets, type SecretsIo } from "./oversight/rotate-cursor-secrets.ts";
import type { JournalEntryIo } from "./on-journal-entry.ts";
import { feedFrom, launch } from "./base/journal-feed.ts";
import { skipUnreadable } from "./base/skip-unreadable.ts";
import { combineDue, enqueueLetters, insertLetter } from "./planning/plan-letters.ts";
import { orderUnsettledLetters } from "./sending/settle-letters.ts";
import { heldLetters } from "./sending/held-letters.ts";
import { emptyReport, type SweepReport } from "./sweep-report.ts";
import { type EffectSweep, sweepEffects, sweepReach } from "./sweep-effects.ts";
import { sweepTimers } from "./sweep-reminders.ts";
import { resumeImports, resumePapers, resumeStarts } from "./sweep-starts.ts";
import { type SubjectIo, sweepSubjects } from "./sweep-subjects.ts";
import { stoppedBulletins } from "./bulletins/repair.ts";
import { checkAccount, measureWaiting, unsentStates, type WatchMailIo } from "./sending/watch-mail.ts";

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
 * Works on one thing of many. What fails is told and passed over: it must not hold up the repair of all else. Where a row
 * could not be read, making the round again would not help, and is not asked for.
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

/** So many subjects of letters that are too old an entry of the log names. */
const mostNamed = 20;

const isOf = ({ content }: Letter, bulletins: ReadonlySet<string>): boolean =>
  content.kind === "bulletin" && bulletins.has(content.bulletin);

/** Letters that have waited too long in a state that should pass: ordered again, and the sender sees to the rest. */
const orderStuckLetters = async (io: JournalEntryIo, now: Instant, report: SweepReport): Promise<void> => {
  let stoppedIds: ReadonlySet<string> = new Set();
  const restoration = await io.ledger.restoration();
  await tryStep(report, "stopped bulletins", async () => {
    stoppedIds = await stoppedBulletins(io);
  });
  for (const state of unsentStates)
    await tryStep(report, `orders of ${state} letters`, async () => {
      const unsentLetters = await all((paging) => io.ledger.needingAttention(state, now, paging));
      const stuck = unsentLetters
        .filter((letter) => !isHeld(letter, restoration))
        .filter((letter) => state !== "planned" || !isOf(letter, stoppedIds));
      await enqueueLetters(io, stuck);
      report.lettersOrdered += stuck.length;
    });
};

/**
 * Writes down letters that were missing, one that cannot be written holding up no other, and orders those that were
 * together. Says how many are new. What is not ordered in the end the next round finds waiting.
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

const countHeld = async (io: JournalEntryIo, report: SweepReport): Promise<void> => {
  report.lettersPaused = (await heldLetters(io.ledger)).length;
  if (report.lettersPaused > 0) log("LETTERS_PAUSED", { letters: report.lettersPaused });
};

const countForAPerson = async (io: JournalEntryIo, report: SweepReport): Promise<void> => {
  const unknown = await all((paging) => io.ledger.needingAttention("unknown", endOfTime, paging));
  report.lettersForAPerson = unknown.filter(needsSettlement).length;
};

/** Measures what a round put right: in all, and each kind of which there was any. */
const measureRepairs = (metrics: Metrics, report: SweepReport): void => {
  const repaired = sweepRepairs.map((repair) => [repair, report[repair]] as const);
  metrics.record(
    "sweepRepairs",
    repaired.reduce((sum, [, count]) => sum + count, 0),
  );
  for (const [repair, count] of repaired) if (count > 0) metrics.record("sweepRepaired", count, repair);
};

/**
 * Makes schedules, queues and ledger equal what the tables say. At 09:00 in Vienna: letters whose moment has come,
 * the secretariat's list of the day, and what is told of consultations past their target. Hourly the same, with interrupted starts, reminders and timers of all that is open,
 * bulletins under way, and what the facts of the last four days call for: letters, accounts, invitations, releases.
 * Always it measures first how long letters wait, and checks, once all is repaired, that the mail service sends for the
 * account.
 * In full, once a night, the facts of all years, also what is armed for nothing, letters that wait for a person, the age of
 * the secret that signs cursors, and every journal against its chain and against what is stored.
 * The nightly round erases what has been kept long enough, too.
 * Of all years and journals one run looks at so many subjects; where more are left, `next` says where another goes on, and
 * that looks at nothing else.
 * A row that cannot be read is passed over and told of by its key. What fails is passed over, too; throws at the end when something did, so that the round is made again and is noticed.
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
  if (isBeginning) await sweepStanding(io, { depth, now, report }, how);
  const tooOld = await sweepRecorded(io, { depth, from, most, now, report }, how);
  if (tooOld.length > 0)
    log("LETTERS_TOO_OLD", { letters: tooOld.length, about: [...new Set(tooOld)].slice(0, mostNamed) });
  if (isBeginning) await closeRound(reachable, io, { depth, now, report }, how);
  const { next, ...found } = report;
  log("SWEEP_REPORT", { depth, ...found, ...(next === undefined ? {} : { goesOnAt: next.kind }) });
  measureRepairs(io.metrics, report);
  return concluded(report, from);
};

/** Where a run goes on with a round that another began, and how many subjects it looks at at most. */
interface SweepRun {
  readonly from?: SweepPosition | undefined;
  readonly most?: number | undefined;
}

/** What is to be looked at in a round, and where it tells what it found. */
interface Round {
  readonly depth: SweepDepth;
  readonly now: Instant;
  readonly report: SweepReport;
}

/** Whatever does not follow from facts by themselves, but from how things stand. */
const sweepStanding = async (io: SweepIo, { depth, now, report }: Round, how: EffectSweep): Promise<void> => {
  const { trying: part } = how;
  await part("age of waiting letters", () => measureWaiting(io, now));
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
  if (depth === "full")
    await part("published texts", async () => (await import("./planning/publish-texts.ts")).publishAllTexts(io.store));
  await part("letters that wait", () => orderStuckLetters(io, now, report));
  if (depth !== "morning") await part("letters to settle", () => orderUnsettledLetters(io));
  await part("reminders and bulletins", () => sweepTimers(io, { depth, now, report, ...how }));
  if (depth !== "morning") await part("addresses", () => sweepReach(io, part));
};

/** What comes after every repair, and repairs nothing of what people are told. */
const closeRound = async (
  reachable: SweepIo,
  io: SweepIo,
  { depth, report }: Round,
  { trying: part }: EffectSweep,
): Promise<void> => {
  await part("letters held", () => countHeld(io, report));
  // After every repair: a mail service that hangs holds up none of them.
  await checkAccount(io);
  if (depth === "hourly") await runCanary(reachable);
  if (depth !== "full") return;
  await part("letters for a person", () => countForAPerson(io, report));
  await part("rows that are past", async () => {
    report.rowsErased = await erasePast(io);
  });
  await part("protection of tables", async () => void (await checkTables(reachable)));
  await part("secrets of cursors", async () => void (await rotateCursorSecrets(reachable)));
};

/**
 * What facts call for: in an hour those of the last days, in full those of all years, with every journal verified, as far as
 * one run holds it. Gives what letters that are too old tell of.
 */
const sweepRecorded = async (
  io: SweepIo,
  { depth, from, most, now, report }: Round & SweepRun,
  how: EffectSweep,
): Promise<readonly string[]> => {
  const tooOld: string[] = [];
  if (depth === "morning") return tooOld;
  await how.trying("journal", async () => {
    if (depth === "full") {
      const { next, tooOld: found } = await sweepSubjects(io, { from, most, now, report }, how);
      if (next !== undefined) report.next = next;
      tooOld.push(...found);
      return;
    }
    const since = latest(launch, earlier(now, effectsLookback));
    for await (const entries of feedFrom(io.store, since, now))
      tooOld.push(...(await sweepEffects(io, { from: since, entries, users: [] }, report, how)));
  });
  return tooOld;
};

/**
 * The report of a round that is at its end, or goes on in another run, which is told how much failed so far: a run that has
 * handed over is not made again, or whatever fails each time would multiply the rest of the round.
 */
const concluded = (report: SweepReport, from: SweepPosition | undefined): SweepReport => {
  const failed = report.failed.length + (from?.failed ?? 0);
  if (report.next !== undefined) return { ...report, next: { ...report.next, failed } };
  if (failed > 0) throw new Error(`The sweep could not work on ${failed} things`);
  return report;
};

/** A round as a message asks for it. Where one run does not hold it, another is asked for that goes on. */
export const sweepRound = async (
  { rounds, ...io }: SweepIo & { readonly rounds: Rounds },
  { depth, ...run }: SweepMessage,
): Promise<SweepReport> => {
  const report = await sweep(io, depth, run);
  if (report.next !== undefined) await rounds.goOn({ ...run, depth, from: report.next });
  return report;
};
