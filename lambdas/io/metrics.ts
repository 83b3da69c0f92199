import { epochOf } from "../../domain/time.ts";
import { metricNamespace, metrics } from "../../schemas/metrics.ts";
import type { Metrics } from "./mail-ports.ts";
import type { Clock } from "./ports.ts";

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
