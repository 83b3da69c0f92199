import type { DatabaseSync } from "node:sqlite";
import { fieldsOf, type Fields, parseJson } from "../base/json.ts";

/** A schedule as requested, in the words of the API. */
export interface Schedule {
  readonly name: string;
  readonly group: string;
  readonly input: Fields;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly changedAt: number;
  readonly recurring: boolean;
  /** The time of its next firing; undefined after a one-time schedule has fired. */
  readonly dueAt: number | undefined;
}

export type ScheduleKind = "one-time" | "recurring";

/** The schedules as they are kept. Instants are milliseconds since 1970. */
export interface Schedules {
  readonly find: (name: string, group: string) => Schedule | undefined;
  /** In the order of group and name. */
  readonly list: () => readonly Schedule[];
  /** Those of a kind that are due, in the order of their times. */
  readonly due: (kind: ScheduleKind, now: number) => readonly Schedule[];
  /** Returns when the next schedule of a kind is due. */
  readonly nextDue: (kind: ScheduleKind) => number | undefined;
  /** Adds a schedule, or replaces the one of its group and name. */
  readonly put: (schedule: Schedule) => void;
  readonly remove: (name: string, group: string) => void;
}

const instant = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);

const scheduleOf = (row: Fields): Schedule => ({
  name: String(row["name"]),
  group: String(row["grouped"]),
  input: fieldsOf(parseJson(String(row["input"]))),
  createdAt: instant(row["created_at"]) ?? 0,
  changedAt: instant(row["changed_at"]) ?? 0,
  recurring: row["recurring"] === 1,
  dueAt: instant(row["due_at"]),
});

const numberOf = (kind: ScheduleKind): number => (kind === "recurring" ? 1 : 0);

/** Opens the schedules. */
export const openSchedules = (database: DatabaseSync): Schedules => {
  const write = database.prepare("INSERT OR REPLACE INTO schedules VALUES (?, ?, ?, ?, ?, ?, ?)");
  const read = database.prepare("SELECT * FROM schedules WHERE grouped = ? AND name = ?");
  const remove = database.prepare("DELETE FROM schedules WHERE grouped = ? AND name = ?");
  const all = database.prepare("SELECT * FROM schedules ORDER BY grouped, name");
  const due = database.prepare(
    "SELECT * FROM schedules WHERE recurring = ? AND due_at <= ? ORDER BY due_at, grouped, name",
  );
  const next = database.prepare("SELECT min(due_at) AS due FROM schedules WHERE recurring = ?");
  return {
    find: (name, group) => {
      const row = read.get(group, name);
      return row === undefined ? undefined : scheduleOf(row);
    },
    list: () => all.all().map(scheduleOf),
    due: (kind, now) => due.all(numberOf(kind), now).map(scheduleOf),
    nextDue: (kind) => instant(next.get(numberOf(kind))?.["due"]),
    put: ({ name, group, input, createdAt, changedAt, recurring, dueAt }) => {
      write.run(name, group, JSON.stringify(input), createdAt, changedAt, dueAt ?? null, recurring ? 1 : 0);
    },
    remove: (name, group) => {
      remove.run(group, name);
    },
  };
};
