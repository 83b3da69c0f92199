import { shareOf } from "./measure-checks.ts";
import type { PaperNumbers } from "./read-papers.ts";

export type Values = Readonly<Record<string, string | number>>;
export type Measure = PaperNumbers["measures"][number]["measure"];

/** Returns the measures of a paper in the form that sentences and tables need. */
export const readerOf = ({ measures }: PaperNumbers) => {
  const known = new Map(measures.map((one) => [one.measure, one]));
  const total = (measure: Measure): number => known.get(measure)?.total ?? 0;
  const partsOf = (measure: Measure) =>
    (known.get(measure)?.parts ?? []).map(({ count, ...values }) => ({
      count,
      values: new Map(Object.entries(values)),
    }));
  const part = (measure: Measure, values: Values): number =>
    partsOf(measure).find(
      ({ values: own }) =>
        own.size === Object.keys(values).length &&
        Object.entries(values).every(([name, value]) => own.get(name) === value),
    )?.count ?? 0;
  return {
    total,
    part,
    percent: (measure: Measure): number => known.get(measure)?.share?.percent ?? 0,
    partPercent: (measure: Measure, values: Values): number => shareOf(part(measure, values), total(measure)),
    /** Counts under the values of one dimension alone, the largest first. */
    by: (measure: Measure, dimension: string, except: readonly unknown[] = []): readonly number[] =>
      partsOf(measure)
        .filter(({ values }) => values.size === 1 && values.has(dimension) && !except.includes(values.get(dimension)))
        .map(({ count }) => count)
        .toSorted((one, other) => other - one),
    valuesOf: (measure: Measure, dimension: string): readonly string[] =>
      partsOf(measure).flatMap(({ values }) =>
        values.size === 1 && values.has(dimension) ? [String(values.get(dimension))] : [],
      ),
  };
};
export type Reader = ReturnType<typeof readerOf>;

export const sumOf = (numbers: readonly number[]): number => numbers.reduce((before, number) => before + number, 0);
