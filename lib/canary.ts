import { Duration } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";
import { createAlarm } from "./alarm.ts";
import type { Identity } from "./identity.ts";
import type { Need } from "./needs.ts";
import { ownMetric } from "./own-metrics.ts";
import type { StackContext } from "./stack-context.ts";

/**
 * Sign in as the canary and reach the API. Setting its password is among what the sweep may do for accounts anyway; nothing
 * where the stage has no canary.
 */
export const runsCanary = ({ pool, canary }: Identity, { stage }: StackContext, apiUrl: string): readonly Need[] =>
  canary === undefined
    ? []
    : [
        {
          environment: {
            CANARY_CLIENT_ID: canary.userPoolClientId,
            CANARY_ADDRESS: `canary@${stage.mailDomain}`,
            API_URL: apiUrl,
          },
          statements: [
            new PolicyStatement({ actions: ["cognito-idp:AdminInitiateAuth"], resources: [pool.userPoolArn] }),
          ],
        },
      ];

/** Notifies when the canary fails or does not run. */
export const watchCanary = (scope: Construct, { canary }: Identity, context: StackContext): void => {
  if (canary === undefined) return;
  createAlarm(scope, "CanaryFailing", context, {
    metric: ownMetric(context.stage, "canarySucceeded", { statistic: "Maximum", period: Duration.hours(1) }),
    threshold: 1,
    // Two complete hours, and the current one, whose sweep is still to come.
    periods: 3,
    silence: true,
    impact: "Users cannot sign in, or cannot read: parties and the secretariat have no access.",
    runbook: "api",
  });
};
