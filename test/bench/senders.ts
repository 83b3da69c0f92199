import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { dynamoLedger } from "../../lambdas/io/store/ledger.ts";
import { dynamoSlots } from "../../lambdas/io/store/slots.ts";
import { dynamoStore } from "../../lambdas/io/store/store.ts";
import { type Engine, engineRunsHere, startEngine } from "../io/store/engine.ts";
import { seededChance } from "../use-cases/sending/campaign/chance.ts";
import { type RealTime, withDelay } from "../use-cases/sending/campaign/time.ts";
import { memoryLedger } from "../fakes/memory/ledger.ts";
import { memorySlots } from "../fakes/memory/slots.ts";
import { memoryStore } from "../fakes/memory/store.ts";
import { type PacedKeep, type Measurement, measure } from "./measure.ts";

/** Measures how much of a permitted rate the senders use, on the machine's own time: npm run bench -- senders. */
const usage = `npm run bench -- senders [--rate N]... [--seconds N] [--store engine|memory]

  --rate N       mails a second that the mail service permits; 14, 50 and 200 where left out
  --seconds N    for so long there are letters; 30 up to 50 a second, else 15, where left out
  --store WHERE  keeps subjects and letters in the database engine, or in memory with answers as late as a
                 database's; where left out, the engine up to 50 a second: two cores do not carry it at 200`;

const { values } = parseArgs({
  options: {
    rate: { type: "string", multiple: true },
    seconds: { type: "string" },
    store: { type: "string" },
    help: { type: "boolean" },
  },
});
if (values.help === true) {
  console.log(usage);
  process.exit();
}
const rates = (values.rate ?? ["14", "50", "200"]).map(Number);
const seconds = (perSecond: number): number => Number(values.seconds ?? (perSecond <= 50 ? 30 : 15));
const wantedShare = 0.96;

const inMemory = (time: RealTime): PacedKeep => {
  const chance = seededChance(1);
  const late = () => chance.between(2, 9);
  const store = memoryStore();
  return {
    store: withDelay(store, time, late),
    ledger: withDelay(memoryLedger(store), time, late),
    slots: withDelay(memorySlots(), time, late),
  };
};
const onEngine = async (engine: Engine): Promise<PacedKeep> => {
  const access = { client: engine.client({ maxAttempts: 3 }), tables: await engine.tables() };
  return { store: dynamoStore(access), ledger: dynamoLedger(access), slots: dynamoSlots(access, "ses") };
};

const { log } = console;
const hushed = () => undefined;
const columns = [
  "a second",
  "store",
  "letters",
  "used",
  "refused",
  "orders twice",
  "senders died",
  "answers lost",
  "mailed twice",
  "never mailed",
  "timers late",
  "load",
];
const row = (cells: readonly (string | number)[]): string =>
  cells.map((cell, at) => String(cell).padStart(columns[at]?.length ?? 0)).join("  ");

const isGood = ({ share, refused, mailedTwice, neverMailed, notDelivered }: Measurement): boolean =>
  share >= wantedShare && refused + mailedTwice + neverMailed + notDelivered === 0;

const engine = engineRunsHere && values.store !== "memory" ? await startEngine() : undefined;
let isAllGood = true;
try {
  log(`${cpus().length} cores; every hundredth order comes twice, a sender dies after the acceptance of every two`);
  log("hundredth letter, and as many answers of the mail service are lost\n");
  log(row(columns));
  for (const perSecond of rates) {
    const keeper = engine !== undefined && (values.store === "engine" || perSecond <= 50) ? engine : undefined;
    const letters = perSecond * seconds(perSecond);
    const keep = async (time: RealTime) => (keeper === undefined ? inMemory(time) : onEngine(keeper));
    // The logs of functions are not checked here.
    Object.assign(console, { log: hushed, error: hushed });
    const measured = await measure({ perSecond, letters, keep });
    Object.assign(console, { log });
    isAllGood &&= isGood(measured);
    log(
      row([
        perSecond,
        keeper === undefined ? "memory" : "engine",
        letters,
        `${(measured.share * 100).toFixed(1)}%`,
        measured.refused,
        measured.ordersTwice,
        measured.sendersDied,
        measured.answersLost,
        measured.mailedTwice,
        measured.neverMailed,
        `${measured.lateness.toFixed(0)} ms`,
        (loadavg()[0] ?? 0).toFixed(1),
      ]),
    );
  }
} finally {
  await engine?.stop();
}
if (!isAllGood) {
  log(
    `\nTarget missed: ${wantedShare * 100} per cent must be used, no call refused, no recipient mailed twice or never.`,
  );
}
// Timers for messages that come again in minutes may still be set.
process.exit(isAllGood ? 0 : 1);
