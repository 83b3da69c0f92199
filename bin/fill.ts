import type { House } from "../local/local-stack.ts";
import { Instant } from "../schemas/base/values.ts";
import { loadInitialData } from "./load-data.ts";
import { progressBar } from "./progress.ts";

/** 09:00 in Vienna on the day on which the first group started: what a fresh house's clock shows. */
export const firstMorning = "2020-12-01T08:00:00Z";

const note = "filled";

const named = (house: House, variable: string): string => {
  const name = house.environment[variable];
  if (name === undefined) throw new Error(`No function of the app knows ${variable}`);
  return name;
};

/** Fills a house that was not filled to the end yet, and waits until everything that follows from it has been done. */
export const fill = async (house: House): Promise<void> => {
  const tables = {
    records: named(house, "RECORDS_TABLE"),
    journal: named(house, "JOURNAL_TABLE"),
    letters: named(house, "LETTERS_TABLE"),
  };
  // Loading is repeatable: what was interrupted is completed by the next start.
  const filled = house.notes.get(note) !== undefined;
  if (filled && !(await house.isEmpty(tables.records))) return house.loaded();
  const bar = progressBar("Loading parties, pairing and people", 1000);
  const progress = (done: number, of: number) => bar.set(Math.floor((done / of) * 1000));
  const now = Instant.parse(house.clock.instant());
  await loadInitialData({ endpoint: house.services, tables, now, subjectOf: house.register, progress });
  bar.stop();
  await house.rest();
  house.notes.set(note, now);
  house.loaded();
};
