import type { Duration } from "aws-cdk-lib";
import { MathExpression, Metric as CloudWatchMetric, type MetricOptions, Unit } from "aws-cdk-lib/aws-cloudwatch";
import { type Metric, metricNamespace, metrics } from "../schemas/model/metrics.ts";
import type { Stage } from "./stage.ts";

const units = { Count: Unit.COUNT, Seconds: Unit.SECONDS, Milliseconds: Unit.MILLISECONDS } as const;

/** The names of metrics with a dimension, or of those without. */
type Divided = { [M in Metric]: (typeof metrics)[M] extends { readonly by: string } ? M : never }[Metric];
type Whole = Exclude<Metric, Divided>;

/** Returns a metric that functions of a stage record, as CloudWatch stores it. */
export const ownMetric = (
  { name: stage }: Stage,
  metric: Whole,
  options: MetricOptions & { readonly statistic: string; readonly period: Duration },
): CloudWatchMetric => {
  const { name, unit } = metrics[metric];
  return new CloudWatchMetric({
    namespace: metricNamespace(stage),
    metricName: name,
    unit: units[unit],
    ...options,
  });
};

/** One part of a metric that is counted apart, as CloudWatch has it. */
export const ownPart = (
  { name: stage }: Stage,
  metric: Divided,
  part: string,
  options: MetricOptions & { readonly statistic: string; readonly period: Duration },
): CloudWatchMetric => {
  const { name, unit, by } = metrics[metric];
  return new CloudWatchMetric({
    namespace: metricNamespace(stage),
    metricName: name,
    unit: units[unit],
    dimensionsMap: { [by]: part },
    ...options,
  });
};

/** The sums of every part of a metric that is counted apart, whichever parts there are. */
export const ownParts = ({ name: stage }: Stage, metric: Divided, period: Duration): MathExpression => {
  const { name, by } = metrics[metric];
  return new MathExpression({
    expression: `SEARCH('{"${metricNamespace(stage)}",${by}} MetricName="${name}"', 'Sum', ${period.toSeconds()})`,
    label: "",
    period,
  });
};

/** Of the due letters of each period, the share in per cent that was not accepted within an hour of its 09:00. */
export const shareOfLateLetters = (stage: Stage, period: Duration): MathExpression => {
  const sum = (metric: Whole) => ownMetric(stage, metric, { statistic: "Sum", period });
  // Metrics of one graph have ids of their own.
  const [due, punctual] = [`due${period.toDays()}`, `punctual${period.toDays()}`];
  return new MathExpression({
    expression: `IF(${due} > 0, 100 * (${due} - ${punctual}) / ${due}, 0)`,
    label: `due letters of ${period.toDays()} days that were late, in per cent`,
    usingMetrics: { [due]: sum("lettersDue"), [punctual]: sum("lettersWithinHour") },
    period,
  });
};
