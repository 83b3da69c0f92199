import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import * as z from "zod";
import { demoPeople } from "../../../bin/load-data.ts";
import { readPairing } from "../../../bin/load/files.ts";
import { prepareLocalApp } from "../../../bin/prepare.ts";
import { progressBar } from "../../../bin/load/progress.ts";
import { type Chance, seededChance } from "../../use-cases/sending/campaign/chance.ts";
import { type Clients, clientsOf } from "./clients.ts";
import { judge, type Judgement } from "./judge.ts";
import { type Requests, requestsTo } from "./requests.ts";
import { type System, systemOn } from "./system.ts";

/** Kills the local system at random moments while clients write, mail fails and the clock moves: npm run bench -- faults. */
const usage = `npm run bench -- faults [--kills N] [--seed N] [--port N] [--minutes N] [--only whole|engine] [--keep]

  --kills N    how often the whole system, or its database engine alone, is killed; 100 where left out
  --seed N     which moments, acts and troubles; 1 where left out
  --minutes N  no further kill after this number of minutes; default 25
  --only WHAT  kills the whole system only, or its engine only
  --keep       leaves the data folder behind`;

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    port: { type: "string", default: "8899" },
    minutes: { type: "string", default: "25" },
    only: { type: "string", default: "" },
    keep: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  console.log(usage);
  process.exit();
}

/** Clients that write at the same time. */
const clientsAtOnce = 3;
const groupId = "c1-g1";
/** The clock passes both changes of the clocks in Vienna: 28 March and 31 October 2021. */
const clockChanges = ["2021-03-28T00:30:00.000Z", "2021-10-31T00:30:00.000Z"] as const;
const atTheEnd = { goesTo: "2021-11-10T09:00:00.000Z", thenDays: 8 };

interface Tally {
  whole: number;
  engine: number;
  moves: number;
  movesInterrupted: number;
  restarts: number[];
}

const troubles = [
  { kind: "throttle", times: 20 },
  { kind: "resetAfterAccept", times: 4 },
  { kind: "timeoutAfterAccept", times: 1 },
  { kind: "lateAnswer", times: 2 },
  { kind: "doubled", times: 30 },
  { kind: "mailError", times: 4 },
  { effect: "error", action: "dynamodb:PutItem", times: 3 },
  { effect: "reset", when: "after", action: "dynamodb:TransactWriteItems", times: 2 },
] as const;

const clockOf = async (system: System): Promise<string> => {
  const { now } = (await system.local("GET", "clock")) as { now: string };
  return now;
};

/** Returns the target of the clock in a round: some days later, or the next change of daylight saving time. */
const targetOf = (now: string, chance: Chance): string => {
  const usual = new Date(Date.parse(now) + chance.between(1, 5) * day + chance.between(0, day)).toISOString();
  return clockChanges.find((change) => now < change && usual > change) ?? usual;
};

const writeUntil = async (clients: Clients, stopped: () => boolean): Promise<void> => {
  const loop = async (): Promise<void> => {
    while (!stopped()) await clients.act();
  };
  await Promise.all(Array.from({ length: clientsAtOnce }, loop));
};

interface SweepScope {
  readonly system: System;
  readonly clients: Clients;
  readonly requests: Requests;
  readonly chance: Chance;
  readonly tally: Tally;
}

/** Plays one round: clients write, the mail service has a fault, the clock may move, and then a process is killed. */
const playRound = async ({ system, clients, requests, chance, tally }: SweepScope, number: number): Promise<void> => {
  const trouble = troubles[chance.between(0, troubles.length - 1)];
  if (trouble !== undefined && chance.share(0.6)) await system.local("POST", "faults", trouble);
  if (number % 9 === 4) await clients.orderBulletin();
  let ended = false;
  const writing = writeUntil(clients, () => ended);
  if (chance.share(0.6)) {
    tally.moves += 1;
    const to = targetOf(await clockOf(system), chance);
    system.local("POST", "clock", { to }).catch(() => (tally.movesInterrupted += 1));
  }
  await wait(chance.between(100, 2_500));
  if (values.only === "engine" || (values.only !== "whole" && chance.share(0.5))) {
    tally.engine += 1;
    tally.restarts.push(await system.killEngine());
  } else {
    tally.whole += 1;
    await system.killAll();
    ended = true;
    await writing;
    tally.restarts.push(await system.start());
    requests.signOut();
  }
  ended = true;
  await writing;
  await clients.repeatUnanswered();
};

const day = 86_400_000;

/** Nothing is wrong any more: lets everything happen that is still to happen, a fortnight at a time. */
const comeToRest = async (system: System, clients: Clients): Promise<string> => {
  await system.local("DELETE", "faults");
  await clients.repeatUnanswered();
  const from = Date.parse(await clockOf(system));
  const to = Math.max(from, Date.parse(atTheEnd.goesTo)) + atTheEnd.thenDays * day;
  const bar = progressBar("Coming to rest", Math.ceil((to - from) / day));
  for (let at = from; at < to;) {
    at = Math.min(at + 14 * day, to);
    await system.local("POST", "clock", { to: new Date(at).toISOString() });
    bar.set(Math.ceil((at - from) / day));
  }
  bar.stop();
  await system.local("POST", "rest");
  return clockOf(system);
};

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

const report = (tally: Tally, clients: Clients, found: Judgement, now: string, seconds: number): boolean => {
  const { whole, engine, moves, movesInterrupted, restarts } = tally;
  const findings = [
    ...found.lost.map((what) => `lost: ${what}`),
    ...found.mailedTwice.map((what) => `mailed twice: ${what}`),
    ...found.stuck.map((what) => `stuck: ${what}`),
    ...clients.repeats.different.map((what) => `answered otherwise: ${what}`),
    ...clients.twins.bothAccepted.map((what) => `both accepted: ${what}`),
  ];
  console.log(
    [
      `Killed ${whole + engine} times (the whole ${whole}, the engine alone ${engine}) in ${seconds} s; it is ${now}.`,
      `Healthy again after ${median(restarts)} ms (median), ${Math.max(...restarts)} ms at most.`,
      `The clock was moved ${moves} times, ${movesInterrupted} of them interrupted by a kill.`,
      `${found.acknowledged} writes acknowledged, ${found.lost.length} lost; ${clients.twins.count} pairs at once.`,
      `${clients.repeats.count} requests sent again with their key, ${clients.repeats.different.length} answered otherwise.`,
      `${found.mails} mails of ${found.letters} letters; ${found.mailedTwice.length} twice without a reason, ${found.repeatedAfterUnknown} sent once more because nothing was heard.`,
      `${found.stuck.length} letters stuck, ${found.forAPerson} unknown ones on the worklist.`,
      ...findings.slice(0, 40),
      `${findings.length} findings of the bench`,
    ].join("\n"),
  );
  return findings.length === 0;
};

const runFaults = async (folder: string): Promise<boolean> => {
  await prepareLocalApp(progressBar);
  const chance = seededChance(Number(values.seed));
  const kills = Number(values.kills);
  const system = systemOn(join(folder, "data"), Number(values.port));
  const log = join(folder, "requests.jsonl");
  await system.start();
  try {
    const requests = requestsTo(system, log);
    const group = (await readPairing()).groups.find(({ number }) => number === 1)?.reviews ?? [];
    const parties = [...new Set(group.flatMap(({ seats }) => seats.map(({ party }) => party)))];
    const reviews = group.map(({ id }) => id);
    let now = await clockOf(system);
    const clients = clientsOf(requests, { parties, reviews }, chance, () => now);
    const by = demoPeople.secretariat;
    const path = `/v1/groups/${groupId}/start`;
    const startedOn = "2020-12-01";
    const { reply } = await requests.send({ by, method: "POST", path: `${path}/previews`, body: { startedOn } });
    const { hash: preview } = z.object({ hash: z.string() }).parse(reply);
    await requests.send({ by, method: "POST", path, key: "group-start", body: { startedOn, preview } });
    const tally: Tally = { whole: 0, engine: 0, moves: 0, movesInterrupted: 0, restarts: [] };
    const bar = progressBar("Killing", kills);
    const from = performance.now();
    for (let number = 1; number <= kills; number++) {
      if (performance.now() - from > Number(values.minutes) * 60_000) break;
      await playRound({ system, clients, requests, chance, tally }, number);
      now = await clockOf(system);
      bar.tick();
    }
    bar.stop();
    now = await comeToRest(system, clients);
    console.error("Comparing …");
    const isSound = report(
      tally,
      clients,
      await judge(system, requests, now),
      now,
      Math.round((performance.now() - from) / 1000),
    );
    const checker = spawnSync(process.execPath, ["bin/verify.ts", system.url, "--disturbed", "--log", log], {
      stdio: "inherit",
    });
    return isSound && checker.status === 0;
  } finally {
    await system.stop();
  }
};

const folder = mkdtempSync(join(tmpdir(), "review-mechanism-faults-"));
try {
  if (!(await runFaults(folder))) process.exitCode = 1;
} finally {
  if (values.keep) console.error(`Kept in ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
}
