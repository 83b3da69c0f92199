import type { Metrics } from "../../lambdas/io/ports/metrics.ts";
import type { Metric } from "../../schemas/model/metrics.ts";

/** Metrics that are not recorded. */
export const noMetrics: Metrics = { record: () => undefined };

export interface FakeMetrics extends Metrics {
  /** Returns the recorded values of a metric, in order. */
  readonly recorded: (metric: Metric) => readonly number[];
  /** Returns the sums of a metric by its parts. */
  readonly parts: (metric: Metric) => Readonly<Record<string, number>>;
}

/** Metrics that remember what was recorded. */
export const fakeMetrics = (): FakeMetrics => {
  const kept: { readonly metric: Metric; readonly value: number; readonly part: string }[] = [];
  const of = (metric: Metric) => kept.filter((one) => one.metric === metric);
  return {
    record: (metric, value, ...[part = ""]) => void kept.push({ metric, value, part }),
    recorded: (metric) => of(metric).map(({ value }) => value),
    parts: (metric) => {
      const sums: Record<string, number> = {};
      for (const { value, part } of of(metric)) sums[part] = (sums[part] ?? 0) + value;
      return sums;
    },
  };
};
