import { Duration } from "aws-cdk-lib";
import { MathExpression, Metric } from "aws-cdk-lib/aws-cloudwatch";
import { Construct } from "constructs";
import { createAlarm } from "./alarm.ts";
import type { StackContext } from "./stack-context.ts";
import type { StatefulStack } from "./stateful-stack.ts";

const every5 = { statistic: "Sum", period: Duration.minutes(5) };

/** The sum of metrics that are measured only while something happens. CloudWatch alarms take ten of them at most. */
const sumOf = (label: string, metrics: readonly Metric[]): MathExpression =>
  new MathExpression({
    label,
    expression: metrics.map((_, place) => `FILL(m${place}, 0)`).join(" + "),
    usingMetrics: Object.fromEntries(metrics.map((metric, place) => [`m${place}`, metric])),
    period: every5.period,
  });

/** Watches what is shared and limited: tables, the user pool, and the executions of functions that the account may have. */
export class Capacity extends Construct {
  constructor(scope: Construct, id: string, context: StackContext, { identity }: StatefulStack) {
    super(scope, id);
    const runbook = "capacity";
    for (const table of ["Records", "Journal", "Letters"]) {
      const at = new Construct(this, table);
      for (const kind of ["Read", "Write"])
        context.shared.report("TableThrottles", at, `${kind}Throttles`, {
          sign: `${kind.toLowerCase()}s of ${table.toLowerCase()}`,
          impact: "Users wait or get errors, and letters are late: a table has reached its capacity.",
          runbook,
        });
    }
    const pool = (metricName: string): Metric =>
      new Metric({
        namespace: "AWS/Cognito",
        metricName,
        dimensionsMap: { UserPool: identity.pool.userPoolId, UserPoolClient: identity.client.userPoolClientId },
        ...every5,
      });
    createAlarm(this, "SignInThrottles", context, {
      metric: sumOf("sign-ins and renewals refused", [pool("SignInThrottles"), pool("TokenRefreshThrottles")]),
      threshold: 1,
      periods: 2,
      impact: "Parties and the secretariat cannot sign in: the user pool takes no more requests.",
      runbook,
    });
    createAlarm(this, "AccountConcurrency", context, {
      metric: new Metric({
        namespace: "AWS/Lambda",
        metricName: "ClaimedAccountConcurrency",
        statistic: "Maximum",
        period: Duration.minutes(5),
      }),
      threshold: Math.ceil(0.8 * context.stage.accountConcurrency),
      periods: 2,
      impact: "Requests and letters will soon be refused: the account nearly runs as many functions as it may.",
      runbook,
    });
  }
}
