import { Cron } from "croner";

/** Schedule of a timer, as EventBridge Scheduler writes it. */
export interface Expression {
  readonly recurring: boolean;
  /** The first instant after `after` (both milliseconds since 1970); undefined where it never fires again. */
  readonly next: (after: number) => number | undefined;
}

const minute = 60_000;
const units: Readonly<Record<string, number>> = { minute, hour: 60 * minute, day: 24 * 60 * minute };

/** Week days count from 1 (Sunday) at Amazon, from 0 elsewhere. */
const weekDays = (field: string): string =>
  field.replace(/(?<![#\dA-Z])([1-7])(?=[-,L#]|$)/gu, (digit) => String(Number(digit) - 1));

const cron = (given: string, zone: string): Expression => {
  const fields = given.trim().split(/\s+/u);
  const [minutes, hours, days, months, week, years] = fields;
  if (fields.length !== 6 || week === undefined || (days === "?") === (week === "?")) {
    throw new RangeError(`cron(${given}) needs six fields, one of the days a question mark`);
  }
  const open = (field: string | undefined): string => (field === "?" ? "*" : (field ?? "*"));
  const pattern = `0 ${minutes} ${hours} ${open(days)} ${months} ${open(weekDays(week))} ${years}`;
  const job = new Cron(pattern, { timezone: zone, paused: true, mode: "7-part", sloppyRanges: true });
  return { recurring: true, next: (after) => job.nextRun(new Date(after))?.getTime() };
};

const at = (given: string, zone: string): Expression => {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/u.test(given)) throw new RangeError(`at(${given}) is no date and time`);
  const instant = ["UTC", "Etc/UTC", "GMT"].includes(zone)
    ? Date.parse(`${given}Z`)
    : new Cron(given, { timezone: zone, paused: true }).nextRun(new Date(0))?.getTime();
  if (instant === undefined || Number.isNaN(instant)) throw new RangeError(`at(${given}) is no date and time`);
  return { recurring: false, next: (after) => (instant > after ? instant : undefined) };
};

const rate = (given: string, since: number): Expression => {
  const [, amount, unit = ""] = /^(\d+) (minute|hour|day)s?$/u.exec(given) ?? [];
  const length = (units[unit] ?? 0) * Number(amount);
  if (!(length > 0)) throw new RangeError(`rate(${given}) is no rate`);
  return { recurring: true, next: (after) => since + (Math.floor((after - since) / length) + 1) * length };
};

/**
 * Reads `at(...)`, `cron(...)` or `rate(...)` in a time zone; a rate counts from `since` (milliseconds since 1970).
 * Throws RangeError where it is none of them.
 */
export const readExpression = (expression: string, zone: string, since: number): Expression => {
  const [, kind, given = ""] = /^(at|cron|rate)\((.*)\)$/u.exec(expression) ?? [];
  try {
    if (kind === "at") return at(given, zone);
    if (kind === "cron") return cron(given, zone);
    if (kind === "rate") return rate(given, since);
  } catch (error) {
    // Message of croner about an unreadable pattern or time zone.
    throw error instanceof RangeError ? error : new RangeError(String(error));
  }
  throw new RangeError(`${expression} is no schedule`);
};
