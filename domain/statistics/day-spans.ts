import { type CalendarDate, ReckonedDate } from "../../schemas/base/values.ts";
import type { DaySpan } from "./counted-spans.ts";

/** Sort after and before every day on which anything changes. */
const never = ReckonedDate.parse("9999-12-31");
const always = ReckonedDate.parse("0001-01-01");

const endOf = ({ to = never }: DaySpan): CalendarDate => to;
const spanOf = (from: CalendarDate, to: CalendarDate): DaySpan => (to === never ? { from } : { from, to });

/** Returns the days on which at least a number of some things were so, in order and without touching each other. */
export const heldByAtLeast = (least: number, things: readonly (readonly DaySpan[])[]): readonly DaySpan[] => {
  const steps = things
    .flatMap((spans) =>
      spans.flatMap((span) => [
        { day: span.from, by: 1 },
        { day: endOf(span), by: -1 },
      ]),
    )
    .toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : other.by - one.by));
  const found: DaySpan[] = [];
  let held = 0;
  let since: CalendarDate | undefined;
  for (const { day, by } of steps) {
    held += by;
    if (since === undefined && held >= least) since = day;
    if (since !== undefined && held < least) {
      if (since < day) found.push(spanOf(since, day));
      since = undefined;
    }
  }
  return found;
};

const isBefore = (one: DaySpan, other: DaySpan): -1 | 0 | 1 =>
  one.from < other.from ? -1 : one.from > other.from ? 1 : 0;

/** Returns days of any of these spans, in order and without touching each other. */
export const union = (spans: readonly DaySpan[]): readonly DaySpan[] => {
  if (spans.length === 1) return spans;
  const found: { from: CalendarDate; end: CalendarDate }[] = [];
  for (const span of spans.toSorted(isBefore)) {
    const [last, end] = [found.at(-1), endOf(span)];
    if (last === undefined || last.end < span.from) found.push({ from: span.from, end });
    else if (last.end < end) last.end = end;
  }
  return found.map(({ from, end }) => spanOf(from, end));
};

/** Returns days of both; each in order and without touching each other. */
export const both = (some: readonly DaySpan[], others: readonly DaySpan[]): readonly DaySpan[] => {
  const found: DaySpan[] = [];
  let [place, other] = [0, 0];
  for (let [a, b] = [some[0], others[0]]; a !== undefined && b !== undefined; [a, b] = [some[place], others[other]]) {
    const [from, end] = [a.from < b.from ? b.from : a.from, endOf(a) < endOf(b) ? endOf(a) : endOf(b)];
    if (from < end) found.push(spanOf(from, end));
    if (endOf(a) === end) place += 1;
    else other += 1;
  }
  return found;
};

/** Returns days of the first that are none of the others; each in order and without touching each other. */
export const without = (some: readonly DaySpan[], others: readonly DaySpan[]): readonly DaySpan[] => {
  const edges = others.flatMap((span) => [span.from, endOf(span)]);
  const gaps = [...edges, never].flatMap((to, place) =>
    place % 2 === 0 ? [spanOf(edges[place - 1] ?? always, to)] : [],
  );
  return both(
    some,
    gaps.filter((gap) => gap.from < endOf(gap)),
  );
};
