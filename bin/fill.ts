import type { LocalStack } from "../local/stack-options.ts";
import { Instant } from "../schemas/base/values.ts";
import { loadInitialData } from "./load-data.ts";
import { progressBar } from "./load/progress.ts";

/** Ten minutes before the 09:00 at which letters leave on the day on which the first group started: what a fresh clock shows. */
export const firstMorning = "2020-12-01T07:50:00Z";

const note = "filled";

const named = (stack: LocalStack, variable: string): string => {
  const name = stack.environment[variable];
  if (name === undefined) throw new Error(`No function of the app knows ${variable}`);
  return name;
};

interface Filling {
  /** True if the prepared pairing is loaded. */
  readonly paired?: boolean;
  /** False if the figures of what is loaded are counted after the return, from the streams; also after a new start. */
  readonly waits?: boolean;
}

/**
 * Fills a system that was not filled to the end yet, and waits until everything that follows from it has been done.
 * Returns whether it filled the system.
 */
export const fill = async (stack: LocalStack, { paired = true, waits = true }: Filling = {}): Promise<boolean> => {
  const tables = {
    records: named(stack, "RECORDS_TABLE"),
    journal: named(stack, "JOURNAL_TABLE"),
    letters: named(stack, "LETTERS_TABLE"),
  };
  // Loading is repeatable: what was interrupted is completed by the next start.
  const filled = stack.notes.get(note) !== undefined;
  if (filled && !(await stack.isEmpty(tables.records))) {
    stack.loaded();
    return false;
  }
  const bar = progressBar("Loading parties, pairing and people", 1000);
  const progress = (done: number, of: number) => bar.set(Math.floor((done / of) * 1000));
  const now = Instant.parse(stack.clock.instant());
  await loadInitialData({ endpoint: stack.database, tables, now, subjectOf: stack.register, paired, progress });
  bar.stop();
  if (waits) await stack.rest();
  stack.notes.set(note, now);
  stack.loaded();
  return true;
};
