import { appendFileSync } from "node:fs";
import { join } from "node:path";
import type { StackClock } from "../base/clock.ts";

/** The logs of functions, one file each, by the name of the function. */
export interface FunctionLogs {
  readonly fileOf: (name: string) => string;
  /** Adds an event of the platform to what the function itself has logged. */
  readonly note: (name: string, type: string, record: object) => void;
}

/** Opens the logs in a folder. */
export const functionLogs = (folder: string, clock: StackClock): FunctionLogs => {
  const fileOf = (name: string): string => join(folder, `${name}.log`);
  return {
    fileOf,
    note: (name, type, record) => {
      try {
        appendFileSync(fileOf(name), `${JSON.stringify({ time: clock.instant(), type, record })}\n`);
      } catch {
        // A full disk takes no log, and the end of the system would help no user.
      }
    },
  };
};
