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

/** The share of the due letters of each period that was accepted within an hour of its 09:00: 1 if all were. */
export const punctualLetters = (stage: Stage, period: Duration): CloudWatchMetric =>
  ownMetric(stage, "lettersWithinHour", {
    statistic: "Average",
    period,
  });
