import { type Activity, newActivity } from "./base/activity.ts";
import { type Admission, newAdmission } from "./base/admission.ts";
import { millisecondsOf, openStackClock, type StackClock } from "./base/clock.ts";
import type { Closers } from "./base/closers.ts";
import { dataFiles } from "./base/data-folder.ts";
import { type Disk, watchDisk } from "./base/disk.ts";
import { type Health, newHealth } from "./base/health.ts";
import { checkStateFile, checkTablesFile, makeFolders, noteTablesMade } from "./base/kept-files.ts";
import { openStateDb, type StateDb } from "./base/state-db.ts";
import { messageOf, UserError } from "./base/user-error.ts";
import { type Engine, indexStream } from "./services/engine.ts";
import { engineClient, type EngineClient } from "./services/engine-client.ts";
import { watchEngine } from "./services/engine-watch.ts";
import { ensureTables } from "./services/tables.ts";
import type { LocalStackOptions } from "./stack-options.ts";
import { newRecorder, type Recorder } from "./template/iam-usage.ts";
import type { StackModel } from "./template/stack-model.ts";

/** Key in the state database of the distance of the system's clock from the machine's, in milliseconds. */
export const clockSetting = "clock offset";

/** State shared by all parts of a system. */
export interface StackState {
  readonly folder: string;
  readonly stateDb: StateDb;
  readonly clock: StackClock;
  readonly activity: Activity;
  readonly admission: Admission;
  readonly health: Health;
  readonly disk: Disk;
  readonly recorder: Recorder;
  /** Hears a line of each trouble. */
  readonly report: (line: string) => void;
}

/** The clock where it was when the system ended, or as a fresh system wants it. */
const clockOf = (stateDb: StateDb, start: string | undefined): StackClock => {
  const kept = stateDb.setting(clockSetting);
  const startAt = start === undefined ? Date.now() : millisecondsOf(start);
  const keepOffset = (offset: number): void => stateDb.set(clockSetting, String(offset));
  const clock = openStackClock(kept === undefined ? startAt - Date.now() : Number(kept), keepOffset);
  if (kept === undefined) keepOffset(clock.offset());
  return clock;
};

/** Opens the folder of a system and its files other than the tables. */
export const openState = (options: LocalStackOptions, folder: string, closers: Closers): StackState => {
  const { report = () => undefined } = options;
  makeFolders(folder);
  if (options.dynamodb === undefined) checkStateFile(folder);
  const stateDb = openStateDb(options.dataDir === undefined ? undefined : dataFiles(folder).stateDb);
  closers.add(stateDb.close);
  const clock = clockOf(stateDb, options.startAt);
  const health = newHealth();
  const disk = watchDisk(folder, health, report);
  closers.add(disk.close);
  const [activity, admission, recorder] = [newActivity(), newAdmission(), newRecorder()];
  return { folder, stateDb, clock, activity, admission, health, disk, recorder, report };
};

/** The engine at an address that was named. Throws a UserError where nothing answers there. */
const answeringAt = async (given: string): Promise<Engine> => {
  if (!URL.canParse(given)) throw new UserError(`${given} is no address: write it as http://localhost:8000`);
  const endpoint = given.replace(/\/$/u, "");
  try {
    await fetch(endpoint, { signal: AbortSignal.timeout(3000) });
  } catch (error) {
    throw new UserError(
      `Nothing answers at ${endpoint} (${messageOf(error)}): start DynamoDB there, or leave out --dynamodb`,
    );
  }
  return { endpoint, close: async () => undefined };
};

/** A database with the tables of the template. */
export interface Database {
  readonly engine: Engine;
  readonly client: EngineClient;
}

/** Starts the embedded engine on the folder, or takes the one that was named, and makes the tables that are missing. */
export const openDatabase = async (
  { dynamodb, engineRestarts: restarts }: LocalStackOptions,
  { tables }: StackModel,
  { folder, stateDb, health, report }: StackState,
  closers: Closers,
): Promise<Database> => {
  if (dynamodb === undefined) checkTablesFile(folder, stateDb);
  const engine = await (dynamodb === undefined
    ? watchEngine({ file: dataFiles(folder).tables, health, report, restarts })
    : answeringAt(dynamodb));
  closers.add(engine.close);
  const client = engineClient(engine.endpoint);
  closers.add(client.close);
  await ensureTables(client, tables);
  if (engine.file !== undefined) {
    indexStream(engine.file);
    noteTablesMade(stateDb);
  }
  return { engine, client };
};
