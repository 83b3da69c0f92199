import type { Metric } from "../../../schemas/model/metrics.ts";

/** Numbers that alarms watch. */
export interface Metrics {
  record(metric: Metric, value: number): void;
}
