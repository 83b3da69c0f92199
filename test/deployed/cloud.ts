import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { ListQueuesCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { settingsOf } from "../../bin/stage-file.ts";
import type { StageName } from "../../lib/stage-settings.ts";
import { epochOf, instantOf } from "../../domain/base/time.ts";
import type { Instant } from "../../schemas/base/values.ts";

const account = "000000000000";
const region = "eu-central-1";
export const stage: StageName = "test";

const wanted = (name: string, why: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: ${why}. See test/deployed/emulator.`);
  return value;
};

/** Address of the emulated cloud. Refuses to run without it, so that nothing is ever deployed to a real account. */
const endpoint = wanted("AWS_ENDPOINT_URL", "the deployed test runs against an emulator only");
const clockFile = wanted("EMULATOR_CLOCK", "the file by which the emulator's clock is moved");

/** The environment that the command line tools of the project need to reach the emulated cloud. */
const environment: NodeJS.ProcessEnv = {
  ...process.env,
  AWS_ENDPOINT_URL: endpoint,
  AWS_ACCESS_KEY_ID: "test",
  AWS_SECRET_ACCESS_KEY: "test",
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  CDK_DISABLE_VERSION_CHECK: "1",
  STAGE: stage,
};
Object.assign(process.env, environment);

/** The exit code and the output of a program. */
interface Ended {
  readonly code: number | null;
  readonly said: string;
}

/** The clock of a program: the machine's, or the moved one of the emulated cloud. */
type TimeOf = "machine" | "cloud";

/** Returns the variables with which a program sees the clock of the emulated cloud, as the emulator itself does. */
const cloudTime = (): NodeJS.ProcessEnv => ({
  LD_PRELOAD: wanted("EMULATOR_FAKETIME", "the library by which programs see the emulator's clock"),
  FAKETIME_TIMESTAMP_FILE: clockFile,
  FAKETIME_CACHE_DURATION: "1",
  FAKETIME_DONT_FAKE_MONOTONIC: "1",
});

/** Runs a program to its end, at most for this number of seconds. */
export const execute = async (
  program: string,
  args: readonly string[],
  seconds: number,
  timeOf: TimeOf = "machine",
): Promise<Ended> => {
  const env = timeOf === "cloud" ? { ...environment, ...cloudTime() } : environment;
  const child = spawn(program, args, { env, timeout: seconds * 1000, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  child.stdout.on("data", (chunk) => (said += chunk));
  child.stderr.on("data", (chunk) => (said += chunk));
  const [code] = await once(child, "close");
  return { code, said };
};

/** Runs a program that must succeed; returns its output. Throws with the end of the output when it fails. */
export const run = async (
  program: string,
  args: readonly string[],
  seconds: number,
  timeOf?: TimeOf,
): Promise<string> => {
  const { code, said } = await execute(program, args, seconds, timeOf);
  if (code !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${code}:\n${said.slice(-4000)}`);
  return said;
};

export interface Outputs {
  readonly ApiUrl: string;
  readonly UserPoolId: string;
  readonly UserPoolClientId: string;
  readonly RecordsTableName: string;
  readonly JournalTableName: string;
  readonly LettersTableName: string;
}

const context = ["-c", `stage=${stage}`, "-c", "emulator=true"];

/** Runs `cdk deploy` of the app; returns the outputs of both stacks. */
const deployStacks = async (timeOf: TimeOf): Promise<Outputs> => {
  const outputsFile = join(await mkdtemp(join(tmpdir(), "deployed-")), "outputs.json");
  await run(
    "npx",
    "cdk deploy --all --method=direct --require-approval=never --outputs-file".split(" ").concat(outputsFile, context),
    300,
    timeOf,
  );
  const stacks: Record<string, Record<string, string>> = JSON.parse(await readFile(outputsFile, "utf8"));
  return Object.assign({}, ...Object.values(stacks));
};

/** Runs `cdk bootstrap` and `cdk deploy` of the app; returns the outputs of both stacks. */
export const deploy = async (): Promise<Outputs> => {
  // Said at once, and not after minutes, where the file of the stage does not fit.
  settingsOf(stage);
  await run("npx", ["cdk", "bootstrap", `aws://${account}/${region}`, ...context], 120);
  return deployStacks("machine");
};

/**
 * Deploys again with these settings written into the file of the stage, as an operator writes them there, and puts the file back.
 * The command line sees the moved clock: it waits for events of the deployment that are later than its beginning.
 */
export const deployWith = async (settings: object): Promise<Outputs> => {
  const file = new URL(`../../data/stages/${stage}.json`, import.meta.url);
  const before = await readFile(file, "utf8");
  try {
    await writeFile(file, JSON.stringify({ ...JSON.parse(before), ...settings }));
    return await deployStacks("cloud");
  } finally {
    await writeFile(file, before);
  }
};

/** Returns the address of the deployed API on this machine; its own address is one of the real cloud. */
export const apiBase = ({ ApiUrl }: Outputs): string =>
  `${endpoint}/_aws/execute-api/${new URL(ApiUrl).hostname.split(".")[0]}/$default`;

/** Waits until something holds, asking twice a second. Throws with the last answer when it takes too long. */
export const waitFor = async <T>(
  what: string,
  request: () => Promise<T | undefined | false>,
  seconds = 90,
): Promise<T> => {
  const end = performance.now() + seconds * 1000;
  let last: unknown;
  while (performance.now() < end) {
    try {
      const answer = await request();
      if (answer !== undefined && answer !== false) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    await setTimeout(500);
  }
  throw new Error(`waited ${seconds} s in vain until ${what}; last: ${String(last)}`);
};

/** Returns the time in the emulated cloud. */
export const now = async (): Promise<Instant> => {
  const { headers } = await fetch(`${endpoint}/_ministack/health`);
  return instantOf(Date.parse(headers.get("date") ?? ""));
};

/** Moves the clock of the emulated cloud forward to an instant, and waits until it is there. */
export const moveClock = async (to: Instant): Promise<void> => {
  await writeFile(clockFile, `+${Math.ceil((epochOf(to) - Date.now()) / 1000)}\n`);
  await waitFor(`the emulator's clock shows ${to}`, async () => (await now()) >= to, 30);
};

export interface MailMessage {
  readonly MessageId: string;
  readonly Source: string;
  readonly To: readonly string[];
  readonly Subject: string;
  readonly BodyText: string;
  readonly BodyHtml: string | null;
}

/** Returns every mail that the emulated mail service accepted, oldest first. */
export const mailbox = async (): Promise<readonly MailMessage[]> => {
  const response = await fetch(`${endpoint}/_ministack/ses/messages?account=${account}`);
  const { messages }: { messages: Record<string, MailMessage[]> } = JSON.parse(await response.text());
  return messages[account] ?? [];
};

/** Returns the number of messages on the queues of the stage, by queue; dead letters apart. */
export const pendingWork = async (): Promise<{
  readonly live: number;
  readonly dead: Record<string, readonly string[]>;
}> => {
  const response = await fetch(`${endpoint}/_ministack/sqs/messages?account=${account}&region=${region}`);
  const body: { messages: Record<string, Record<string, Record<string, { Body: string }[]>>> } = JSON.parse(
    await response.text(),
  );
  const queues = Object.entries(body.messages[account]?.[region] ?? {});
  const aside = /DeadLetters|PutAside|Undelivered/;
  return {
    live: queues.filter(([url]) => !aside.test(url)).reduce((sum, [, messages]) => sum + messages.length, 0),
    dead: Object.fromEntries(
      queues
        .filter(([url, messages]) => aside.test(url) && messages.length > 0)
        .map(([url, messages]) => [url, messages.map(({ Body }) => Body)]),
    ),
  };
};

/** Waits until the queues are empty and no further mail arrives for some seconds. */
export const rest = async (seconds = 180): Promise<void> => {
  let quietSince = performance.now();
  let seen = -1;
  await waitFor(
    "everything is at rest",
    async () => {
      const [{ live }, { length }] = await Promise.all([pendingWork(), mailbox()]);
      if (live > 0 || length !== seen) quietSince = performance.now();
      seen = length;
      return performance.now() - quietSince > 6000;
    },
    seconds,
  );
};

/** Puts a message on the queue of the stage with this prefix. */
const putOnQueue = async (name: string, message: unknown): Promise<void> => {
  const queues = new SQSClient({});
  const { QueueUrls: [url] = [] } = await queues.send(
    new ListQueuesCommand({ QueueNamePrefix: `review-mechanism-${stage}-stateless-${name}` }),
  );
  await queues.send(new SendMessageCommand({ QueueUrl: url, MessageBody: JSON.stringify(message) }));
};

/**
 * Puts a report of the mail service on the receipts queue, in the envelope in which the event bus delivers it. The
 * emulated mail service does not report, and no other sender may send events in its name.
 */
export const report = async (detail: unknown): Promise<void> =>
  putOnQueue("ReceiptsQueue", {
    version: "0",
    source: "aws.ses",
    account,
    region,
    time: await now(),
    resources: [],
    detail,
  });

/** Runs the sweep, and waits until all its effects are done. */
export const sweep = async (depth: "hourly" | "full"): Promise<void> => {
  await putOnQueue("SweepQueue", { depth });
  await rest();
};
