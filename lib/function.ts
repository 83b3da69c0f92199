import { defined } from "../schemas/base/defined.ts";
import { type Duration, RemovalPolicy } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  type Alias,
  Architecture,
  Function as LambdaFunction,
  type IFunction,
  Runtime,
  Tracing,
} from "aws-cdk-lib/aws-lambda";
import { LogGroup, MetricFilter } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { metricNamespace } from "../schemas/model/metrics.ts";
import { placeInAlarmStack } from "./alarm-stack.ts";
import { createAlarm } from "./alarm.ts";
import type { Bundle, StackContext } from "./stack-context.ts";
import type { Need } from "./needs.ts";
import { type LogAlarm, withWords } from "./shared-alarms.ts";
import { logRetention } from "./stage.ts";

/** A log entry that a person must be notified of. */
export interface LogWatch {
  /** Id of the condition, and of its own alarm. */
  readonly id: string;
  /** Words that an entry has all of: its code first. */
  readonly terms: readonly [string, ...string[]];
  /** Words that an entry has none of. */
  readonly without?: readonly string[];
  /** The alarm that it shares with others; its own if omitted, for a failure that lasts and would hide others. */
  readonly shared?: LogAlarm;
  /** The part of the shared alarm's threshold that one entry counts; one if omitted. */
  readonly weight?: number;
  /** The longest time until the same failure is logged again: its own alarm stays on until then. */
  readonly within?: Duration;
  readonly impact: string;
  /** The page of the runbook, unless it is the function's. */
  readonly runbook?: string;
}

const rowImpact =
  "The persons or parties of an unreadable row get no reminders, letters or invitations, and are not shown.";

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

    this.shareAlarms(context, id, props);
    for (const watch of props.watches ?? []) this.watchLog(context, props.bundle, watch);
  }

  /** Adds what can go wrong in any function to the alarms on all of them. */
  private shareAlarms({ shared }: StackContext, sign: string, { impact }: AppFunctionProps): void {
    const { runbook, logGroup } = this;
    for (const alarm of ["Errors", "Throttles", "Failures"] as const)
      shared.report(alarm, this, alarm, { sign, impact, runbook });
    shared.report("RowUnreadable", this, "RowUnreadable", { sign, impact: rowImpact, runbook: "sweep" });
    // A failed message or entry is returned, not thrown: the platform's metric of errors does not see it.
    shared.count("Failures", this, "Failures", { logGroup, pattern: withWords(["FAILED"]) });
    // A retry cannot repair an unknown row; the dead-letter queue keeps the message.
    shared.count("RowUnreadable", this, "RowUnreadable", { logGroup, pattern: withWords(["ROW_UNREADABLE"]) });
    shared.count("TableThrottles", this, "TableThrottles", { logGroup, pattern: withWords(["TABLE_THROTTLED"]) });
  }

  private watchLog(context: StackContext, bundle: Bundle, watch: LogWatch): void {
    const { id, terms, without, shared, weight, within, impact, runbook = this.runbook } = watch;
    const { logGroup } = this;
    const pattern = withWords(terms, without);
    if (shared !== undefined) {
      context.shared.report(shared, this, id, { sign: terms.join(" "), impact, runbook });
      return context.shared.count(shared, this, id, { logGroup, pattern, ...defined({ weight }) });
    }
    const filter = new MetricFilter(placeInAlarmStack(context.alarmStack, this), `${id}Count`, {
      logGroup,
      filterPattern: pattern,
      metricNamespace: metricNamespace(context.stage.name),
      metricName: `${bundle} ${terms.join(" ")}`,
    });
    const metric = filter.metric({ statistic: "Sum", ...defined({ period: within }) });
    createAlarm(this, id, context, { metric, threshold: 1, impact, runbook });
  }
}
