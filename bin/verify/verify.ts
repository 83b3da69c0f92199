import { answerOf } from "../../client/client.ts";
import { checkBothAddresses, isCopyToFormer } from "./both-addresses.ts";
import { checkFigures, checkStageLists } from "./bins.ts";
import { verifyChains } from "./chains.ts";
import { mailAfterStep, rowAfterStep } from "./clock-steps.ts";
import { checkCorrectedDenunciations } from "./corrected-denunciations.ts";
import { checkDivision } from "./division.ts";
import { checkDueDates, checkObligations, checkStages } from "./due-dates.ts";
import { checkFields, type SignIn } from "./fields.ts";
import { checkApiFurther, checkMailsFurther, type SystemRead } from "./further-checks.ts";
import { type Finding, Tally } from "./finding.ts";
import { checkAddresses, checkLedger } from "./ledger.ts";
import { coursesOf, factsOf } from "./journals.ts";
import { checkLetterTexts } from "./letter-texts.ts";
import { rowOf } from "./letters.ts";
import { checkLots } from "./lots.ts";
import type { Mail } from "./mailbox.ts";
import { checkNotices } from "./notices.ts";
import { checkPapers } from "./papers.ts";
import { checkPhaseCorrections, checkPhases } from "./phases.ts";
import {
  clientFor,
  type Entry,
  type Progress,
  readFeed,
  readAggregates,
  readJournal,
  readRegisters,
  readSystem,
  type Send,
} from "./read.ts";
import { readPapers } from "./read-papers.ts";
import { checkRegisterCounts, readRegisterCounts } from "./register-counts.ts";
import { checkRegisters } from "./registers.ts";
import { checkResumptions } from "./resumptions.ts";
import { checkExpectedReminders, checkSentReminders, type Outage, type ReminderClock } from "./reminders.ts";
import { type ReminderSchedules, schedules, launch, toleranceMinutes } from "./rules.ts";
import { checkRequestLog, type LoggedRequest } from "./request-log.ts";
import { checkSaid } from "./said.ts";
import { checkStatistics, countedOf, readStatistics } from "./statistics.ts";
import { checkCorrectedStarts, checkLateStarts, markStarts } from "./starts.ts";
import { checkTexts } from "./texts.ts";

export interface Verification {
  /** Answers a request of the API: fetch itself, or the functions in this process. */
  readonly request: Send;
  /** The secretariat's token. */
  readonly token: string;
  /** Every mail that was accepted; left out where there is no mailbox to read, and nothing is said of mails then. */
  readonly mails?: () => Promise<readonly Mail[]>;
  /** The system's time; read from it if left out. */
  readonly now?: string;
  /**
   * Signs in as users other than the secretariat, to check the view of each role; without it there is no such check.
   */
  readonly signIn?: SignIn;
  /** Requests with their replies: what was acknowledged must be there. */
  readonly requestLog?: readonly LoggedRequest[];
  /** Times in which nothing ran. */
  readonly outages?: readonly Outage[];
  /** True if parts failed at unrecorded moments; see Timing. */
  readonly disturbed?: boolean;
  /** True if the system saw every morning, so that each must have its daily list: no clock was set past one. */
  readonly everyMorning?: boolean;
  /**
   * Since when the system runs the version whose rules these are; of letters that were planned before, and facts that were
   * recorded before, only what holds in every version is judged. The beginning of the Mechanism where left out.
   */
  readonly judgedFrom?: string;
  /** Minutes after its time within which a letter may leave. */
  readonly toleranceMinutes?: number;
  /** The reminder schedules in force, where they are not those of the process. */
  readonly schedules?: ReminderSchedules;
  readonly progress?: Progress;
}

export interface VerificationResult {
  readonly findings: readonly Finding[];
  /** The checked items, with the number of each. */
  readonly counts: ReadonlyMap<string, number>;
}

const timeOf = async (request: Send): Promise<string> => (await answerOf(clientFor(request).GET("/health"))).body.now;

/** Verifies the chains alone: every journal, or those that are named like `review#c1-FR`. */
export const verifyJournals = async (
  { request, token, now, progress }: Verification,
  named: readonly string[],
): Promise<VerificationResult> => {
  const tally = new Tally();
  const api = clientFor(request, token);
  progress?.(0, "journal");
  const aggregates = await readAggregates(api);
  const feed =
    named.length > 0 ? new Map<string, readonly Entry[]>() : await readFeed(api, now ?? (await timeOf(request)));
  const wanted = named.length > 0 ? new Map(named.map((one) => [one, aggregates.get(one)])) : aggregates;
  const known = new Map(
    [...wanted].flatMap(([subject, aggregate]) => (aggregate === undefined ? [] : [[subject, aggregate] as const])),
  );
  const missing = named.filter((one) => !aggregates.has(one));
  if (missing.length > 0) throw new Error(`There is no journal ${missing.join(", ")}`);
  await verifyChains({ feed, aggregates: known, read: (subject) => readJournal(api, subject) }, tally);
  return {
    findings: tally.findings.filter(({ kind }) => named.length === 0 || kind !== "feed-incomplete"),
    counts: tally.counts,
  };
};

/** By what the moments of letters are judged. */
const timingOf = (
  verification: Verification,
  now: string,
): ReminderClock & SystemRead["timing"] & { readonly judgedFrom: string } => ({
  now,
  outages: verification.outages ?? [],
  disturbed: verification.disturbed === true,
  everyMorning: verification.everyMorning === true,
  judgedFrom: verification.judgedFrom ?? launch,
  toleranceMinutes: verification.toleranceMinutes ?? toleranceMinutes,
  schedules: verification.schedules ?? schedules,
});

/**
 * Verifies a whole system from what it answers: its API as the secretariat reads it, its mailbox and its journals.
 * The system should be at rest: what happens while it is read may look wrong. Throws where something cannot be read.
 */
export const verifySystem = async (verification: Verification): Promise<VerificationResult> => {
  const { request, token, mails, progress = () => undefined } = verification;
  const tally = new Tally();
  const api = clientFor(request, token);
  const now = verification.now ?? (await timeOf(request));
  const read = await readSystem(api, now, mails ?? (() => Promise.resolve([])), progress);
  const readings = { ...read, mails: read.mails.map(mailAfterStep) };
  const { feed, aggregates } = readings;
  const journals = await verifyChains({ feed, aggregates, read: (subject) => readJournal(api, subject) }, tally);
  const courses = coursesOf(journals);
  const byId = new Map(courses.map((course) => [course.id, course]));
  const rows = readings.letters.map(rowOf).map(rowAfterStep);
  const current = rows.filter(({ isReplaced }) => !isReplaced);
  const timing = timingOf(verification, now);
  const groups = factsOf("group", journals);
  const users = factsOf("user", journals);
  markStarts(courses, groups);
  checkStages(courses, tally);
  checkDueDates(courses, tally);
  checkObligations(courses, readings, tally);
  checkLots(courses, tally);
  const phases = factsOf("phase", journals);
  const parties = factsOf("party", journals);
  checkPhases(courses, { phases, parties }, tally);
  checkDivision(courses, tally);
  // The letter itself is checked, not its copy to the previous address.
  const once = current.filter((row) => !isCopyToFormer(row));
  checkExpectedReminders(courses, once, timing, tally);
  checkSentReminders(byId, once, timing, tally);
  checkLateStarts(courses, once, timing, tally);
  checkCorrectedStarts(courses, groups, once, timing, tally);
  checkResumptions(courses, { groups, users }, once, timing, tally);
  checkNotices(courses, { users, phases }, once, timing, tally);
  checkPhaseCorrections(phases, once, timing, tally);
  checkCorrectedDenunciations(courses, parties, once, timing, tally);
  checkBothAddresses(parties, current, timing, tally);
  const { requestLog, signIn } = verification;
  const about = { api, send: request, courses, journals, users, rows, readings, timing, signIn, requestLog };
  if (mails !== undefined) {
    checkLedger(rows, readings, tally);
    checkAddresses(rows, readings, tally);
    await checkLetterTexts(rows, readings, api, tally);
    const judged = { ...readings, mails: readings.mails.filter(({ at }) => at >= timing.judgedFrom) };
    checkTexts(rows, byId, judged, phases, tally);
    await checkSaid({ mails: judged.mails, rows }, journals, { api, request }, tally);
    await checkMailsFurther({ ...about, readings: judged }, tally);
  }
  checkStageLists(courses, readings, tally);
  checkFigures(courses, readings, tally);
  const registers = factsOf("register-entry", journals);
  checkRegisters(registers, await readRegisters(api), tally);
  checkRegisterCounts(await readRegisterCounts(api, now), registers, factsOf("contact-log", journals), tally);
  checkStatistics(await readStatistics(api, now), countedOf(courses, { parties, groups, users }), tally);
  checkPapers(await readPapers(api, clientFor(request)), journals, tally);
  await checkApiFurther(about, tally);
  if (signIn !== undefined) await checkFields(request, signIn, courses, users, readings, tally);
  if (requestLog !== undefined) await checkRequestLog(requestLog, journals, readings, api, tally);
  progress(1, "done");
  return { findings: tally.findings, counts: tally.counts };
};
