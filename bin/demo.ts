import { rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { startLocalStack } from "../local/local-stack.ts";
import type { LocalStack } from "../local/stack-options.ts";
import { UserError } from "../local/base/user-error.ts";
import { GroupId } from "../schemas/base/ids.ts";
import { callersOf } from "../demo/callers.ts";
import { reportTables } from "../demo/report.ts";
import { runScenario } from "../demo/run-scenario.ts";
import { fill, firstMorning } from "./fill.ts";
import { openLetterRecords } from "./letter-records.ts";
import { demoPeople } from "./load-data.ts";
import { prepareApp } from "./prepare.ts";
import { localSystem } from "./verify/local.ts";
import { reportOf } from "./verify/report.ts";
import { sendTo } from "./verify/read.ts";
import { type VerificationResult, verifySystem } from "./verify/verify.ts";
import { argumentsOr } from "./arguments.ts";
import { progressBar } from "./load/progress.ts";

const usage = `Plays two and a half years of group 1 through the API, as its parties and the secretariat would.

  npm run demo -- [--seed N] [--memory]

  --seed N    another course of events; the same seed plays the same
  --memory    keeps nothing; otherwise read on with: npm start -- --data .data/demo`;

const { values } = argumentsOr(usage, () =>
  parseArgs({
    options: {
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
/** So much that no letter waits for another: weeks pass here in a second. */
const mailLimits = { perSecond: 10_000, perDay: 50_000, bytes: 10 * 1024 * 1024 };

const demo = async (): Promise<void> => {
  const began = Date.now();
  const templateDir = await prepareApp((what) => console.error(`${what} …`));
  if (!values.memory) rmSync(dataDir, { recursive: true, force: true });
  const stack = await startLocalStack({
    templateDir,
    startAt: firstMorning,
    // Read on with, the system stands at its usual port.
    frontEnd: "http://localhost:8787/_local/example/",
    mailLimits,
    // A second thread has to warm up as well, which pays for the function that works most.
    threads: (name) => (name === "send" ? 2 : 1),
    direct: true,
    letterRecords: openLetterRecords,
    loads: true,
    tell: (line) => console.error(line),
    ...(values.memory ? {} : { dataDir }),
  });
  process.once("SIGINT", () => void stack.close().then(() => process.exit(130)));
  try {
    await fill(stack);
    const curtain = Date.now();
    const bar = progressBar("Playing", 100);
    await runScenario(stack, {
      seed,
      group,
      progress: (done, of, what) => bar.set(Math.floor((done / of) * 100), what),
    });
    bar.stop();
    console.log(await reportTables(callersOf(stack)(demoPeople.secretariat), group));
    const playEndedAt = Date.now();
    const verified = await verify(stack);
    console.log(`${reportOf(verified)}\n`);
    process.exitCode = verified.findings.length === 0 ? 0 : 1;
    const prepared = seconds(began, curtain);
    const played = seconds(curtain, playEndedAt);
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
