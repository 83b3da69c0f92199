import { defined } from "../schemas/base/defined.ts";
import { Duration, RemovalPolicy } from "aws-cdk-lib";
import type { Alarm } from "aws-cdk-lib/aws-cloudwatch";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  type Alias,
  Architecture,
  Function as LambdaFunction,
  type IFunction,
  Runtime,
  Tracing,
} from "aws-cdk-lib/aws-lambda";
import { FilterPattern, LogGroup, MetricFilter } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { metricNamespace } from "../schemas/model/metrics.ts";
import { placeInAlarmStack } from "./alarm-stack.ts";
import { createAlarm } from "./alarm.ts";
import type { Bundle, StackContext } from "./stack-context.ts";
import type { Need } from "./needs.ts";
import { logRetention } from "./stage.ts";

/** A log entry that a person must be notified of. */
export interface LogWatch {
  /** Id of the alarm. */
  readonly id: string;
  /** Words that an entry has all of: its code first. */
  readonly terms: readonly [string, ...string[]];
  /** Words that an entry has none of. */
  readonly without?: readonly string[];
  /** The number of entries within five minutes, or within the given time. */
  readonly threshold: number;
  /** The longest time until the same failure is logged again: the alarm stays on until then. */
  readonly within?: Duration;
  readonly impact: string;
  /** The page of the runbook, unless it is the function's. */
  readonly runbook?: string;
}

/** Unknown rows that a function reads. A retry cannot repair them; the dead-letter queue keeps the message. */
const rowUnreadable: LogWatch = {
  id: "RowUnreadable",
  terms: ["ROW_UNREADABLE"],
  threshold: 1,
  // Read every hour at the latest, by a sweep that may start late.
  within: Duration.hours(2),
  impact: "The persons or parties of an unreadable row get no reminders, letters or invitations, and are not shown.",
  runbook: "sweep",
};

export interface AppFunctionProps {
  /** The bundle in dist/lambdas; also the name of its runbook page unless `runbook` names another. */
  readonly bundle: Bundle;
  readonly description: string;
  /** The harm when this function fails. */
  readonly impact: string;
  readonly needs: readonly Need[];
  readonly timeout: Duration;
  /** Megabytes; processor time grows with it. */
  readonly memory: number;
  readonly runbook?: string;
  readonly watches?: readonly LogWatch[];
  /** The executions reserved for this function, also its limit; undefined if Lambda distributes them. */
  readonly reserved?: number | undefined;
  /** True if a composite alarm notifies instead of the alarms on failures that end automatically. */
  readonly composed?: boolean;
}

/** The alias of every function, by which it is invoked. */
export const aliasInUse = "live";

type InvokedAlias = Alias & IFunction;

/** An alias is a function to its callers; exact optional types permit that it lacks a role. */
const isInvoked = (alias: Alias): alias is InvokedAlias => alias.role !== undefined;

/**
 * Returns the removal policy of a replaced version. A stage that keeps its data keeps the version, so that the alias
 * can return to it. A version from a failed deployment is removed with it, because Lambda refuses to publish the same
 * code again.
 */
const retentionOfVersions = ({ stage }: StackContext): RemovalPolicy =>
  stage.retain ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY;

/**
 * A function with a published version, the alias of that version, and its own role, log group and alarms. Its
 * permissions and environment contain exactly what its needs declare.
 */
export class AppFunction extends Construct {
  /** The configured and measured function. Callers invoke its alias. */
  readonly lambda: LambdaFunction;
  /** The version that is in use, which every trigger and the API invoke. */
  readonly alias: InvokedAlias;
  readonly role: Role;
  /** Alarms on failures that end automatically. If they are composed, a composite alarm notifies instead. */
  readonly passing: Alarm[] = [];
  readonly runbook: string;
  private readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, context: StackContext, props: AppFunctionProps) {
    super(scope, id);
    this.runbook = props.runbook ?? props.bundle;
    this.logGroup = new LogGroup(this, "Logs", {
      retention: logRetention(context.stage),
      removalPolicy: context.stage.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.role = new Role(this, "Role", {
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
      description: `What the function ${props.bundle} may do`,
    });
    this.logGroup.grantWrite(this.role);
    for (const need of props.needs) for (const statement of need.statements) this.role.addToPolicy(statement);

    this.lambda = new LambdaFunction(this, "Function", {
      description: props.description,
      code: context.bundles(props.bundle),
      handler: `${props.bundle}.handler`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memory,
      timeout: props.timeout,
      tracing: context.stage.tracing ? Tracing.ACTIVE : Tracing.DISABLED,
      ...defined({ reservedConcurrentExecutions: props.reserved }),
      role: this.role,
      logGroup: this.logGroup,
      environment: {
        STAGE: context.stage.name,
        ...Object.fromEntries(props.needs.flatMap((need) => Object.entries(need.environment))),
      },
      currentVersionOptions: { removalPolicy: retentionOfVersions(context) },
    });
    const alias = this.lambda.addAlias(aliasInUse, { description: "The version in use" });
    if (!isInvoked(alias)) throw new Error(`${alias.node.path} has no role`);
    this.alias = alias;

    const composed = props.composed === true;
    this.passing.push(
      createAlarm(this, "Errors", context, {
        composed,
        metric: this.lambda.metricErrors({ period: Duration.minutes(5) }),
        threshold: 1,
        impact: props.impact,
        runbook: this.runbook,
      }),
      createAlarm(this, "Throttles", context, {
        composed,
        metric: this.lambda.metricThrottles({ period: Duration.minutes(5) }),
        threshold: 1,
        periods: 2,
        impact: props.impact,
        runbook: this.runbook,
      }),
    );
    // A failed message or entry is returned, not thrown: the platform's metric of errors does not see it.
    const failures = { id: "Failures", terms: ["FAILED"], threshold: 10, impact: props.impact } as const;
    this.passing.push(this.watchLog(context, props.bundle, failures, composed));
    for (const watch of [rowUnreadable, ...(props.watches ?? [])]) this.watchLog(context, props.bundle, watch, false);
  }

  private watchLog(context: StackContext, bundle: Bundle, watch: LogWatch, composed: boolean): Alarm {
    const { id, terms, without = [], threshold, within = Duration.minutes(5), impact, runbook = this.runbook } = watch;
    const pattern = [...terms.map((term) => `"${term}"`), ...without.map((term) => `-"${term}"`)].join(" ");
    const filter = new MetricFilter(placeInAlarmStack(context.alarmStack, this), `${id}Count`, {
      logGroup: this.logGroup,
      filterPattern: FilterPattern.literal(pattern),
      metricNamespace: metricNamespace(context.stage.name),
      metricName: `${bundle} ${terms.join(" ")}`,
    });
    return createAlarm(this, id, context, {
      metric: filter.metric({ statistic: "Sum", period: within }),
      threshold,
      impact,
      runbook,
      composed,
    });
  }
}
