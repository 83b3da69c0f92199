import { epochOf } from "../../../domain/base/time.ts";
import { metricNamespace, metrics } from "../../../schemas/model/metrics.ts";
import type { Metrics } from "../ports/metrics.ts";
import type { Clock } from "../ports/time.ts";

export interface MetricsParts {
  readonly stage: string;
  readonly clock: Clock;
  /** Writes one line to where the platform reads the log from, with nothing before it: a prefix would hide the metric. */
  readonly write: (line: string) => void;
}

/** Records metrics as log lines in CloudWatch's embedded metric format, from which the platform makes them. */
export const embeddedMetrics = ({ stage, clock, write }: MetricsParts): Metrics => ({
  record: (metric, value) => {
    const { name, unit } = metrics[metric];
    const described = { Namespace: metricNamespace(stage), Dimensions: [[]], Metrics: [{ Name: name, Unit: unit }] };
    const about = { Timestamp: epochOf(clock.now()), CloudWatchMetrics: [described] };
    write(`${JSON.stringify({ ["_aws"]: about, [name]: value })}\n`);
  },
});
