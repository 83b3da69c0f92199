import { Duration } from "aws-cdk-lib";
import type { HttpStage } from "aws-cdk-lib/aws-apigatewayv2";
import { Dashboard, GraphWidget, type GraphWidgetProps, type IMetric } from "aws-cdk-lib/aws-cloudwatch";
import { Construct } from "constructs";
import { ownMetric, ownParts, punctualLetters } from "./own-metrics.ts";
import type { WorkQueue } from "./queue.ts";
import type { SharedAlarms } from "./shared-alarms.ts";
import type { Stage } from "./stage.ts";
import type { AppTable, Tables } from "./tables.ts";
import type { Task } from "./task.ts";
import type { Queues } from "./tasks.ts";

export interface DashboardParts {
  readonly api: HttpStage;
  readonly tables: Tables;
  readonly queues: Queues;
  readonly asides: SharedAlarms["queues"];
  readonly tasks: readonly Task[];
}

const hour = Duration.hours(1);
const fiveMinutes = Duration.minutes(5);

const graph = (title: string, left: readonly IMetric[], more: Partial<GraphWidgetProps> = {}) =>
  new GraphWidget({ title, left: [...left], width: 8, height: 6, ...more });

const letterGraphs = (stage: Stage) => [
  graph("Letters accepted, by queue", [ownParts(stage, "lettersAccepted", hour)]),
  graph("Letters postponed, by reason", [ownParts(stage, "lettersPostponed", hour)]),
  graph(
    "Seconds that the oldest deadline letter has waited",
    [ownMetric(stage, "oldestWaitingLetter", { statistic: "Maximum", period: hour })],
    { leftAnnotations: [{ value: hour.toSeconds(), label: "alarm" }] },
  ),
];

const objectiveGraphs = (stage: Stage) => {
  const day = Duration.days(1);
  const letters = (statistic: "SampleCount" | "Sum") =>
    ownMetric(stage, "lettersWithinHour", { statistic, period: day });
  return [
    graph("Due letters a day, and those accepted within an hour of 09:00", [letters("SampleCount"), letters("Sum")]),
    graph(
      "Objective: 0.999 of due letters in time, by day and by thirty days",
      [1, 30].map((days) =>
        punctualLetters(stage, Duration.days(days)).with({ label: `due letters of ${days} days that were in time` }),
      ),
    ),
    graph("Repairs of the sweep", [
      ownMetric(stage, "sweepRepairs", { statistic: "Sum", period: hour }),
      ownParts(stage, "sweepRepaired", hour),
    ]),
  ];
};

const apiGraphs = (stage: Stage, api: HttpStage) => {
  const sum = { statistic: "Sum", period: fiveMinutes };
  return [
    graph("API: requests", [api.metricCount(sum)]),
    graph("Whether the canary could sign in and read: 1 or 0", [
      ownMetric(stage, "canarySucceeded", { statistic: "Minimum", period: hour }),
    ]),
    graph("API: people whose contact details were read, and readings refused", [
      ownMetric(stage, "contactsRead", { statistic: "Sum", period: hour }),
      ownMetric(stage, "contactsRefused", { statistic: "Sum", period: hour }),
    ]),
    graph("API: answers 4xx and 5xx", [api.metricClientError(sum), api.metricServerError(sum)]),
    graph("API: requests that the code failed at, by function and version", [
      ownParts(stage, "requestsFailed", fiveMinutes),
    ]),
    graph(
      "API: latency in milliseconds",
      ["p50", "p95", "p99"].map((statistic) => api.metricLatency({ statistic, period: fiveMinutes, label: statistic })),
    ),
  ];
};

const queueGraphs = ({ queues, asides, tasks }: DashboardParts) => {
  const all: Readonly<Record<string, WorkQueue>> = { ...queues };
  const each = Object.entries(all);
  return [
    graph(
      "Queues: age of the oldest message, in seconds",
      each.map(([label, { queue }]) => queue.metricApproximateAgeOfOldestMessage({ period: fiveMinutes, label })),
    ),
    graph(
      "Messages that wait for a person",
      Object.entries(asides).map(([label, queue]) =>
        queue.metricApproximateNumberOfMessagesVisible({ statistic: "Maximum", period: fiveMinutes, label }),
      ),
    ),
    graph(
      "Functions: errors and throttles",
      tasks.flatMap(({ lambda, node: { id } }) => [
        lambda.metricErrors({ period: fiveMinutes, label: `${id}: errors` }),
        lambda.metricThrottles({ period: fiveMinutes, label: `${id}: throttles` }),
      ]),
    ),
  ];
};

const tableGraphs = ({ records, journal, letters }: Tables) => {
  const all: Readonly<Record<string, AppTable>> = { records, journal, letters };
  const of = (metricName: string) =>
    Object.entries(all).map(([label, { table }]) =>
      table.metric(metricName, { statistic: "Sum", period: fiveMinutes, label: `${label}: ${metricName}` }),
    );
  return [
    graph("Tables: read units", of("ConsumedReadCapacityUnits")),
    graph("Tables: write units", of("ConsumedWriteCapacityUnits")),
    graph("Tables: throttled", [...of("ReadThrottleEvents"), ...of("WriteThrottleEvents")]),
  ];
};

/** One page of graphs about the health of a stage for an operator: letters and their objective first. */
export class StageDashboard extends Construct {
  constructor(scope: Construct, id: string, stage: Stage, parts: DashboardParts) {
    super(scope, id);
    new Dashboard(this, "Page", {
      dashboardName: `review-mechanism-${stage.name}`,
      defaultInterval: Duration.days(7),
      widgets: [
        letterGraphs(stage),
        objectiveGraphs(stage),
        apiGraphs(stage, parts.api),
        queueGraphs(parts),
        tableGraphs(parts.tables),
      ],
    });
  }
}
