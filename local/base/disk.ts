import { closeSync, fsyncSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { join } from "node:path";
import { isFull, noRoom } from "./disk-errors.ts";
import type { Health } from "./health.ts";
import { messageOf } from "./user-error.ts";

/** The disk on which everything is kept: notices when it is full and when there is room again. */
export interface Disk {
  /** Runs work that writes; undefined where the disk had no room for it, which is noticed. */
  readonly attempt: <Result>(work: () => Result) => Result | undefined;
  /** Returns whether an error, or the output of the engine, comes from a full disk. */
  readonly noticed: (error: unknown) => boolean;
  readonly close: () => void;
}

/** With less than this the databases cannot write any more, as their logs grow by so much before they are emptied. */
const leastRoom = 1024 * 1024;
const lookAgain = 1000;

/** Watches the disk of a folder; `report` hears in one line each that it is full, and that there is room again. */
export const watchDisk = (folder: string, health: Health, report: (line: string) => void): Disk => {
  let timer: NodeJS.Timeout | undefined;

  /** Writes and removes a file, as free space that is shown may belong to others. */
  const hasRoom = (): boolean => {
    const file = join(folder, ".room");
    try {
      const descriptor = openSync(file, "w");
      try {
        if (writeSync(descriptor, Buffer.alloc(leastRoom)) < leastRoom) return false;
        fsyncSync(descriptor);
      } finally {
        closeSync(descriptor);
      }
      return true;
    } catch {
      return false;
    } finally {
      rmSync(file, { force: true });
    }
  };
  const look = (): void => {
    if (!hasRoom()) return;
    clearInterval(timer);
    timer = undefined;
    health.end("disk");
    report("There is room on the disk again: continuing");
  };
  const begin = (): void => {
    if (timer !== undefined) return;
    const line = `${noRoom(folder)}; until then nothing is written`;
    health.begin("disk", line);
    report(line);
    timer = setInterval(look, lookAgain);
  };
  const noticed: Disk["noticed"] = (error) => {
    const full = isFull(error) || messageOf(error).includes("disk is full");
    if (full) begin();
    return full;
  };
  health.onCheck(() => {
    const { bavail, bsize } = statfsSync(folder);
    if (bavail * bsize < leastRoom) begin();
  });

  return {
    attempt: (work) => {
      try {
        return work();
      } catch (error) {
        if (noticed(error)) return undefined;
        throw error;
      }
    },
    noticed,
    close: () => clearInterval(timer),
  };
};
