import { epochOf } from "../../../domain/base/time.ts";
import { type Metric, metricNamespace, metrics } from "../../../schemas/model/metrics.ts";
import type { Metrics } from "../ports/metrics.ts";
import type { Clock } from "../ports/time.ts";

export interface MetricsParts {
  readonly stage: string;
  readonly clock: Clock;
  /** Writes one line to where the platform reads the log from, with nothing before it: a prefix would hide the metric. */
  readonly write: (line: string) => void;
}

/** Returns the names of a metric's dimensions; the embedded metric format requires a list of such lists. */
const dimensionsOf = (metric: Metric): readonly string[] => {
  const description = metrics[metric];
  return "by" in description ? [description.by] : [];
};

/** Records metrics as log lines in CloudWatch's embedded metric format, from which the platform makes them. */
export const embeddedMetrics = ({ stage, clock, write }: MetricsParts): Metrics => ({
  record: (metric, value, ...parts) => {
    const { name, unit } = metrics[metric];
    const dimensions = dimensionsOf(metric);
    const described = {
      Namespace: metricNamespace(stage),
      Dimensions: [dimensions],
      Metrics: [{ Name: name, Unit: unit }],
    };
    const about = { Timestamp: epochOf(clock.now()), CloudWatchMetrics: [described] };
    const targets = Object.fromEntries(dimensions.map((dimension, place) => [dimension, parts[place]]));
    write(`${JSON.stringify({ ["_aws"]: about, ...targets, [name]: value })}\n`);
  },
});
