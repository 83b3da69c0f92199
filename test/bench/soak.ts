import { progressBar } from "../../bin/load/progress.ts";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import * as z from "zod";
import { demoPeople } from "../../bin/load-data.ts";
import { readPairing } from "../../bin/load/files.ts";
import { prepareApp } from "../../bin/prepare.ts";
import { seededChance } from "../use-cases/sending/campaign/chance.ts";
import { clientsOf } from "./faults/clients.ts";
import { type Requests, requestsTo } from "./faults/requests.ts";
import { type System, systemOn } from "./faults/system.ts";
import { type MemorySample, verdictOf } from "./soak/memory-growth.ts";

/** Runs clients without a pause while days pass and letters leave, and checks that memory is flat: npm run bench -- soak. */
const usage = `npm run bench -- soak [--minutes N] [--port N] [--seed N]

  --minutes N  how long, 10 where left out
  --port N     of the system, 8898 where left out
  --seed N     which requests; 1 where left out`;

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    port: { type: "string", default: "8898" },
    seed: { type: "string", default: "1" },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  console.log(usage);
  process.exit();
}

const [readers, writers] = [3, 2];
const [betweenSamples, betweenMoves] = [5_000, 2_000];
const group = "c1-g1";
const startedOn = "2020-12-01";
const by = demoPeople.secretariat;

const readPaths = [
  "/v1/figures/current",
  "/v1/figures/current/focal-points-missing?limit=100",
  "/v1/reviews?limit=100",
  "/v1/worklist",
  "/v1/statistics",
  "/v1/letters?state=delivered&limit=100",
  "/v1/presidents-list",
  "/v1/reviews/c1-FR",
];

/** Resident memory of a process, in MB. */
const residentOf = (pid: number): number => {
  const [, kilobytes = "0"] = /VmRSS:\s+(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Math.round(Number(kilobytes) / 1024);
};

const startGroup = async (requests: Requests): Promise<void> => {
  const path = `/v1/groups/${group}/start`;
  const { reply } = await requests.send({ by, method: "POST", path: `${path}/previews`, body: { startedOn } });
  const { hash: preview } = z.object({ hash: z.string() }).parse(reply);
  await requests.send({ by, method: "POST", path, key: "group-start", body: { startedOn, preview } });
};

/** Reads and writes until the time is over; returns samples of the memory and the number of requests by status. */
const load = async (system: System, requests: Requests) => {
  const drawn = (await readPairing()).groups.find(({ number }) => number === 1)?.reviews ?? [];
  const parties = [...new Set(drawn.flatMap(({ seats }) => seats.map(({ party }) => party)))];
  const cast = { parties, reviews: drawn.map(({ id }) => id) };
  const clients = clientsOf(requests, cast, seededChance(Number(values.seed)), () => `${startedOn}T08:00:00.000Z`);
  const from = performance.now();
  const isOver = (): boolean => performance.now() - from > Number(values.minutes) * 60_000;
  const statuses = new Map<number, number>();
  const read = async (first: number): Promise<void> => {
    for (let next = first; !isOver(); next += 1) {
      const path = readPaths[next % readPaths.length] ?? "/v1/reviews";
      const { status = 0 } = await requests.send({ by, method: "GET", path });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  const write = async (): Promise<void> => {
    while (!isOver()) await clients.act();
  };
  const samples: MemorySample[] = [];
  const sample = async (): Promise<void> => {
    while (!isOver()) {
      await wait(betweenSamples);
      samples.push({ seconds: Math.round((performance.now() - from) / 1000), megabytes: residentOf(system.pid()) });
    }
  };
  const move = async (): Promise<void> => {
    while (!isOver()) {
      await system.local("POST", "clock", { by: "P1D" });
      await wait(betweenMoves);
    }
  };
  const reading = Array.from({ length: readers }, (_, first) => read(first));
  await Promise.all([...reading, ...Array.from({ length: writers }, write), move(), sample()]);
  return { samples, statuses };
};

const soak = async (folder: string): Promise<boolean> => {
  await prepareApp(progressBar);
  const system = systemOn(join(folder, "data"), Number(values.port));
  await system.start();
  try {
    const requests = requestsTo(system, join(folder, "requests.jsonl"));
    await startGroup(requests);
    const { samples, statuses } = await load(system, requests);
    const everyMinute = samples.filter((_, index) => index % 12 === 11);
    for (const { seconds, megabytes } of everyMinute) console.log(`${String(seconds).padStart(5)} s ${megabytes} MB`);
    const reads = [...statuses].map(([status, times]) => `${times} with ${status}`).join(", ");
    console.log(`Reads answered: ${reads}; ${requests.exchanges.length} writes.`);
    const { isFlat, line } = verdictOf(samples);
    console.log(line);
    return isFlat && [...statuses.keys()].every((status) => status === 200);
  } finally {
    await system.stop();
  }
};

const folder = mkdtempSync(join(tmpdir(), "review-mechanism-soak-"));
try {
  if (!(await soak(folder))) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
