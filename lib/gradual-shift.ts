import { Aws, Duration } from "aws-cdk-lib";
import { type Alarm, Metric } from "aws-cdk-lib/aws-cloudwatch";
import { LambdaApplication, LambdaDeploymentConfig, LambdaDeploymentGroup } from "aws-cdk-lib/aws-codedeploy";
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";
import { createAlarm } from "./alarm.ts";
import { aliasInUse, type AppFunction } from "./function.ts";
import { ownPart } from "./own-metrics.ts";
import type { StackContext } from "./stack-context.ts";
import type { Stage } from "./stage.ts";

export interface GradualShiftProps {
  readonly functions: readonly AppFunction[];
  /** Alarms that also roll back a shift, in addition to errors and failures of the new version itself. */
  readonly alarms: readonly Alarm[];
}

/** A tenth of the requests goes to the new version for so long, then all do. */
const canaries = {
  "canary-5-minutes": LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
  "canary-30-minutes": LambdaDeploymentConfig.CANARY_10PERCENT_30MINUTES,
} as const;

type GradualConfig = (typeof canaries)[keyof typeof canaries];

/**
 * Returns how CodeDeploy shifts requests to new versions, or undefined if all move immediately. An emulator has no
 * CodeDeploy.
 */
const gradualConfigOf = ({ apiShift, emulator }: Stage): GradualConfig | undefined =>
  emulator || apiShift === "at-once" ? undefined : canaries[apiShift];

/**
 * Creates the role of CodeDeploy, which may read the alarms and point the aliases of these functions to other versions.
 */
const shiftRole = (scope: Construct, functions: readonly AppFunction[]): Role =>
  new Role(scope, "Role", {
    description: "Lets CodeDeploy shift requests between versions of the API's functions",
    assumedBy: new ServicePrincipal("codedeploy.amazonaws.com", {
      conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
    }),
    // Inline in the role, so that no shift starts before the role has its permissions.
    inlinePolicies: {
      Shift: new PolicyDocument({
        statements: [
          new PolicyStatement({ actions: ["cloudwatch:DescribeAlarms"], resources: ["*"] }),
          new PolicyStatement({
            actions: ["lambda:GetAlias", "lambda:GetProvisionedConcurrencyConfig", "lambda:UpdateAlias"],
            resources: functions.flatMap(({ lambda: { functionArn } }) => [
              functionArn,
              `${functionArn}:${aliasInUse}`,
            ]),
          }),
        ],
      }),
    },
  });

/** The harm that both alarms on a new version report. */
const newVersionImpact =
  "Callers got errors from a new version of a function; a shift that was under way went back to the one before.";

/**
 * An alarm on errors of the new version alone that the platform sees: it was ended, or could not start. Errors of the version
 * before do not set it off: they would keep a fix from being deployed while it is needed.
 */
const watchNewVersion = (scope: Construct, context: StackContext, { lambda, runbook }: AppFunction): Alarm =>
  createAlarm(scope, "NewVersionErrors", context, {
    metric: new Metric({
      namespace: "AWS/Lambda",
      metricName: "Errors",
      dimensionsMap: {
        FunctionName: lambda.functionName,
        Resource: `${lambda.functionName}:${aliasInUse}`,
        ExecutedVersion: lambda.currentVersion.version,
      },
      statistic: "Sum",
      period: Duration.minutes(1),
    }),
    // The caller of a failed request may retry and reach the earlier version; a rollback for one error loses nothing.
    threshold: 1,
    isReadByShift: true,
    impact: newVersionImpact,
    runbook,
  });

/**
 * An alarm on requests that the code of the new version failed at. The function replies 500 or 503, which the platform
 * does not count as an error.
 */
const watchAnswersOfNewVersion = (scope: Construct, context: StackContext, { lambda, runbook }: AppFunction): Alarm =>
  createAlarm(scope, "NewVersionFailures", context, {
    metric: ownPart(context.stage, "requestsFailed", `${lambda.functionName}:${lambda.currentVersion.version}`, {
      statistic: "Sum",
      period: Duration.minutes(1),
    }),
    // One is enough: a service that does not reply is not counted, so the cause is the code, or an unreadable row.
    threshold: 1,
    isReadByShift: true,
    impact: newVersionImpact,
    runbook,
  });

/**
 * Makes CodeDeploy shift requests gradually to a new version of each function, as the stage says, and back immediately
 * if an alarm starts meanwhile. Creates nothing if the stage shifts at once.
 */
export const shiftGradually = (
  scope: Construct,
  context: StackContext,
  { functions, alarms }: GradualShiftProps,
): void => {
  const config = gradualConfigOf(context.stage);
  if (config === undefined) return;
  const shift = new Construct(scope, "ApiShift");
  const application = new LambdaApplication(shift, "Application");
  // The construct would add AWS's managed policy, which allows more: every function of the account, and reading buckets.
  const role = shiftRole(shift, functions).withoutPolicyUpdates();
  for (const each of functions) {
    const at = new Construct(shift, each.node.id);
    new LambdaDeploymentGroup(at, "Group", {
      application,
      role,
      alias: each.alias,
      deploymentConfig: config,
      alarms: [watchNewVersion(at, context, each), watchAnswersOfNewVersion(at, context, each), ...alarms],
      autoRollback: { failedDeployment: true, stoppedDeployment: true, deploymentInAlarm: true },
    });
  }
};
