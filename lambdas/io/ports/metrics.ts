import type { Metric, MetricPart } from "../../../schemas/model/metrics.ts";

/** Numbers that alarms watch, and that the dashboard shows. */
export interface Metrics {
  /** `part` is the value of the metric's dimension, where it has one: never an id, a name or an address. */
  record<M extends Metric>(metric: M, value: number, ...part: MetricPart<M>): void;
}
