import { Duration } from "aws-cdk-lib";
import { type IMetric, MathExpression, Metric, Unit } from "aws-cdk-lib/aws-cloudwatch";
import { FilterPattern, type IFilterPattern, type ILogGroup, MetricFilter } from "aws-cdk-lib/aws-logs";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { metricNamespace, metrics } from "../schemas/model/metrics.ts";
import { placeInAlarmStack } from "./alarm-stack.ts";
import { addAlarm, type AlarmContext, conditionOf, type FailureCondition } from "./alarm.ts";
import type { Stage } from "./stage.ts";

/** A metric that several conditions count in, so that CloudWatch bills one metric for all of them (ADR 0136). */
interface SharedAlarm {
  readonly harm: string;
  readonly threshold: number;
  readonly periods?: number;
}

/** Alarms whose metric is a count of log entries, with the time over which they count. */
const logAlarms = {
  Failures: { harm: "A function fails repeatedly.", threshold: 10, within: Duration.minutes(5) },
  RowUnreadable: {
    harm: "The persons or parties of an unreadable row get no reminders, letters or invitations, and are not shown.",
    threshold: 1,
    // Read every hour at the latest, by a sweep that may start late.
    within: Duration.hours(2),
  },
  LettersNotSent: {
    harm: "A recipient does not get a letter, and the system does not repeat it.",
    threshold: 1,
    within: Duration.minutes(5),
  },
  RecordsAtRisk: {
    harm: "What the system has recorded is broken, or can be deleted by one mistaken command.",
    threshold: 1,
    within: Duration.minutes(5),
  },
  // An entry counts as a part of the number that raises the alarm: see `weight`.
  UnusualRequests: { harm: "Requests are refused in unusual numbers.", threshold: 200, within: Duration.minutes(5) },
  // Single refusals are ridden out by the retries; one a second for ten minutes is more than that.
  TableThrottles: {
    harm: "Users wait or get errors, and letters are late: a table has reached its capacity.",
    threshold: 300,
    periods: 2,
    within: Duration.minutes(5),
  },
  LettersPostponed: {
    harm: "No permanent mission is reminded of anything: the mail service takes no letters, and they wait.",
    threshold: 1,
    // A postponed letter is retried within a quarter of an hour.
    within: Duration.minutes(30),
    // The functions record it, too.
    name: metrics.lettersBlocked.name,
  },
} as const satisfies Readonly<Record<string, SharedAlarm & { readonly within: Duration; readonly name?: string }>>;
export type LogAlarm = keyof typeof logAlarms;

/** The sum or maximum over all functions of the account: a stage in production has its own account. */
const ofAllFunctions = (metricName: string, statistic: "Sum" | "Maximum"): Metric =>
  new Metric({ namespace: "AWS/Lambda", metricName, statistic, period: Duration.minutes(5) });

const functionAlarms = {
  Errors: {
    harm: "A function ended without a reply, or could not start.",
    threshold: 1,
    metric: ofAllFunctions("Errors", "Sum"),
  },
  Throttles: {
    harm: "A function was not started, because too many run in the account.",
    threshold: 1,
    periods: 2,
    metric: ofAllFunctions("Throttles", "Sum"),
  },
  StreamAge: {
    harm: "Decisions have no effect yet: entries of the journal wait for more than ten minutes.",
    threshold: Duration.minutes(10).toMilliseconds(),
    metric: ofAllFunctions("IteratorAge", "Maximum"),
  },
} as const satisfies Readonly<Record<string, SharedAlarm & { readonly metric: IMetric }>>;

const queueAlarms = {
  DeadLetters: "Messages wait for a person: their function failed at them repeatedly.",
  PutAside: "Entries, events or sweeps wait for a person: they reached no function.",
} as const;

export type SharedAlarmId = LogAlarm | keyof typeof functionAlarms | keyof typeof queueAlarms;

interface Reported {
  readonly impact: string;
  readonly runbook: string;
  readonly sign?: string;
}

/** Log entries that count in a shared alarm. */
interface CountedEntries {
  readonly logGroup: ILogGroup;
  readonly pattern: IFilterPattern;
  /** The share of one entry in the threshold of the alarm; one if omitted. */
  readonly weight?: number;
}

export interface SharedAlarmsProps extends AlarmContext {
  readonly stage: Stage;
  /** The queues whose messages wait for a person. */
  readonly queues: Readonly<Record<keyof typeof queueAlarms, Queue>>;
}

/** The alarms with several conditions each. Constructs add their conditions; `create` adds the alarms at the end. */
export class SharedAlarms {
  readonly queues: SharedAlarmsProps["queues"];
  private readonly conditions = new Map<SharedAlarmId, FailureCondition[]>();
  private readonly props: SharedAlarmsProps;

  constructor(props: SharedAlarmsProps) {
    this.props = props;
    this.queues = props.queues;
  }

  /** Adds a condition that the metric of an alarm covers. */
  report(alarm: SharedAlarmId, scope: Construct, id: string, reported: Reported): void {
    const before = this.conditions.get(alarm) ?? [];
    this.conditions.set(alarm, [...before, conditionOf(scope, id, reported)]);
  }

  /** Counts log entries in the metric of an alarm. */
  count(alarm: LogAlarm, scope: Construct, id: string, { logGroup, pattern, weight = 1 }: CountedEntries): void {
    new MetricFilter(placeInAlarmStack(this.props.alarmStack, scope), `${id}Count`, {
      logGroup,
      filterPattern: pattern,
      metricNamespace: metricNamespace(this.props.stage.name),
      metricName: nameOf(alarm),
      unit: Unit.COUNT,
      metricValue: String(weight),
    });
  }

  create(): void {
    for (const [alarm, { within, threshold, ...options }] of entriesOf(logAlarms)) {
      const metric = new Metric({
        namespace: metricNamespace(this.props.stage.name),
        metricName: nameOf(alarm),
        statistic: "Sum",
        unit: Unit.COUNT,
        period: within,
      });
      this.add(alarm, alarm, { ...options, threshold, metric });
    }
    for (const [alarm, options] of entriesOf(functionAlarms)) this.add(alarm, alarm, options);
    for (const [alarm, harm] of entriesOf(queueAlarms)) {
      const period = Duration.minutes(5);
      const messages = this.queues[alarm].metricApproximateNumberOfMessagesVisible({ statistic: "Maximum", period });
      this.add(alarm, alarm, { harm, threshold: 1, metric: messages });
      // The first message keeps the alarm above on until a person acts: this one reports every further message.
      const growth = new MathExpression({
        expression: "DIFF(FILL(messages, 0))",
        label: "further messages",
        usingMetrics: { messages },
        period,
      });
      this.add(alarm, `More${alarm}`, { harm, threshold: 1, metric: growth });
    }
  }

  private add(of: SharedAlarmId, id: string, options: SharedAlarm & { readonly metric: IMetric }): void {
    const reports = this.conditions.get(of);
    if (reports !== undefined) addAlarm(this.props.alarmStack, id, this.props, { ...options, reports });
  }
}

/** Returns the number of entries of weight one that raise an alarm. */
export const thresholdOf = (alarm: LogAlarm): number => logAlarms[alarm].threshold;

const nameOf = (alarm: LogAlarm): string => {
  const description = logAlarms[alarm];
  return "name" in description ? description.name : alarm;
};

const entriesOf = <Key extends string, Value>(
  table: Readonly<Record<Key, Value>>,
): readonly (readonly [Key, Value])[] => {
  const isKey = (key: string): key is Key => key in table;
  return Object.keys(table)
    .filter(isKey)
    .map((key) => [key, table[key]]);
};

/** Returns the pattern of entries that have all the words, and none of the others. */
export const withWords = (words: readonly string[], without: readonly string[] = []): IFilterPattern =>
  FilterPattern.literal([...words.map((word) => `"${word}"`), ...without.map((word) => `-"${word}"`)].join(" "));
