import { rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { startLocalStack } from "../local/local-stack.ts";
import type { LocalStack } from "../local/stack-options.ts";
import { UserError } from "../local/base/user-error.ts";
import { GroupId } from "../schemas/base/ids.ts";
import { callersOf } from "../demo/callers.ts";
import { reportTables, takeOverTables } from "../demo/report.ts";
import { runScenario } from "../demo/run-scenario.ts";
import { comparisonTable, mustBeEqual } from "../demo/take-over/compare.ts";
import { runStatus2023, runTakeOver } from "../demo/take-over/run-take-over.ts";
import { readStatusPaper } from "../demo/take-over/status-paper.ts";
import { isOtherwise, writtenLines } from "../demo/written-paper.ts";
import { fill, firstMorning } from "./fill.ts";
import { readPairing } from "./load/files.ts";
import { openLetterRecords } from "./letter-records.ts";
import { demoPeople } from "./load-data.ts";
import { prepareLocalApp } from "./prepare.ts";
import { localSystem } from "./verify/local.ts";
import { reportOf } from "./verify/report.ts";
import { lettersRead } from "./verify/said.ts";
import { sendTo } from "./verify/read.ts";
import { type VerificationResult, verifySystem } from "./verify/verify.ts";
import { argumentsOr } from "./arguments.ts";
import { progressBar } from "./load/progress.ts";

const usage = `Plays two and a half years of group 1 through the API, as its parties and the secretariat would.

  npm run demo -- [--take-over | --status-2023] [--seed N] [--memory]

  --take-over    imports a made-up state of 9 June 2023 instead, which has the counts of the status paper of that day, and
                 plays the year after it
  --status-2023  imports the same state, prints what the paper and the system count of it, and ends
  --seed N       another course of events; the same seed plays the same
  --memory       keeps nothing; otherwise read on with: npm start -- --data .data/demo`;

const { values } = argumentsOr(usage, () =>
  parseArgs({
    options: {
      "take-over": { type: "boolean", default: false },
      "status-2023": { type: "boolean", default: false },
      seed: { type: "string", default: "1" },
      memory: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  }),
);
const seed = Number(values.seed);
if (values.help || !Number.isSafeInteger(seed)) {
  console.error(usage);
  process.exit(values.help ? 0 : 2);
}

const dataDir = ".data/demo";
const group = GroupId.parse("c1-g1");
const isStatus = values["status-2023"];
const isTakeOver = values["take-over"] || isStatus;
/** Before the 09:00 of the day of the status paper. */
const paperMorning = "2023-06-09T06:50:00Z";
/** So much that no letter waits for another: weeks pass here in a second. */
const mailLimits = { perSecond: 10_000, perDay: 50_000, bytes: 10 * 1024 * 1024 };

const demo = async (): Promise<void> => {
  const began = Date.now();
  const templateDir = await prepareLocalApp(progressBar);
  if (!values.memory) rmSync(dataDir, { recursive: true, force: true });
  const stack = await startLocalStack({
    templateDir,
    startAt: isTakeOver ? paperMorning : firstMorning,
    // Letters are read later, with the system at its usual port.
    publicUrl: "http://localhost:8787",
    mailLimits,
    // A second thread has to warm up as well, which pays for the function that works most.
    threads: (name) => (name === "send" ? 2 : 1),
    direct: true,
    letterRecords: openLetterRecords,
    loads: true,
    report: (line) => console.error(line),
    ...(values.memory ? {} : { dataDir }),
  });
  process.once("SIGINT", () => void stack.close().then(() => process.exit(130)));
  try {
    await fill(stack, { paired: !isTakeOver });
    const filledAt = Date.now();
    const bar = progressBar("Playing", 100);
    const progress = (done: number, of: number, what: string) => bar.set(Math.floor((done / of) * 100), what);
    const play = isStatus ? countStatus : isTakeOver ? playTakeOver : playGroup;
    const tables = await play(stack, progress);
    bar.stop();
    console.log(tables);
    const playEndedAt = Date.now();
    const verified = await verify(stack);
    console.log(`${reportOf(verified)}\n`);
    const wrong = verified.findings.filter(({ kind }) => kind === "letter-said-wrong").length;
    console.log(`${verified.counts.get(lettersRead) ?? 0} letters read, ${wrong} said wrong.`);
    if (verified.findings.length > 0) process.exitCode = 1;
    const prepared = seconds(began, filledAt);
    const played = seconds(filledAt, playEndedAt);
    console.log(`Seed ${seed}; it is ${stack.clock.instant()} in the system.`);
    console.log(
      `Made ready in ${prepared} seconds, played in ${played} seconds, verified in ${seconds(playEndedAt, Date.now())}.`,
    );
    console.log(
      values.memory
        ? `Nothing was kept. To read letters, reviews and mails, play without --memory, then: npm start -- --data ${dataDir}`
        : `Read letters, reviews and mails: npm start -- --data ${dataDir}`,
    );
  } finally {
    await stack.close();
  }
};

type Progress = (done: number, of: number, what: string) => void;

/** Plays the first group, and returns the final state. */
const playGroup = async (stack: LocalStack, progress: Progress): Promise<string> => {
  await runScenario(stack, { seed, group, progress });
  return reportTables(callersOf(stack)(demoPeople.secretariat), group);
};

/** Takes the state of the day of the paper over; returns what the paper and the system count. */
const countStatus = async (stack: LocalStack, progress: Progress): Promise<string> => {
  const paper = readStatusPaper();
  const { groups } = await readPairing();
  const { counts, written } = await runStatus2023(stack, { seed, groups, paper, progress });
  if (counts.some(mustBeEqual) || written.some(isOtherwise)) process.exitCode = 1;
  return [comparisonTable(counts, paper.asAt), writtenLines(written)].join("\n");
};

/**
 * Plays the take-over and the year after it; returns the counts of the paper next to those of the system, and the
 * final state.
 */
const playTakeOver = async (stack: LocalStack, progress: Progress): Promise<string> => {
  const paper = readStatusPaper();
  const { groups } = await readPairing();
  const { counts, written, lettersBefore } = await runTakeOver(stack, { seed, groups, paper, progress });
  const before = `Letters about what was taken over, before the first release: ${lettersBefore}\n`;
  const after = await takeOverTables(callersOf(stack)(demoPeople.secretariat), groups.length);
  if (written.some(isOtherwise)) process.exitCode = 1;
  return [comparisonTable(counts, paper.asAt), writtenLines(written), before, after].join("\n");
};

/** Verifies what was played from outside, as npm run verify does. */
const verify = async ({ url, token }: LocalStack): Promise<VerificationResult> =>
  verifySystem({ request: sendTo(url), token: await token(demoPeople.secretariat), ...localSystem(url) });

const seconds = (since: number, until: number): string => ((until - since) / 1000).toFixed(0);

try {
  await demo();
} catch (error) {
  console.error(error instanceof UserError ? error.message : error);
  process.exit(1);
}
